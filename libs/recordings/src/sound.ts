import { Invalid } from '@dragoman/kernel';

/** A phrase takes a second or two; this is half a minute of speech. */
const MOST_BYTES = 1_000_000;
const LEAST_BYTES = 100;

/** A frame's header: eleven set bits, and a version, layer, bit rate and sampling rate that exist (ISO 11172-3, 2.4.2.3). */
const isFrame = ([sync = 0, version = 0, rate = 0]: Uint8Array): boolean =>
  sync === 0xff && (version & 0xe0) === 0xe0 && (version & 0x18) !== 0x08 && (version & 0x06) !== 0 && (rate & 0xf0) !== 0xf0 && (rate & 0x0c) !== 0x0c;

const isMp3 = (sound: Buffer): boolean => sound.toString('latin1', 0, 3) === 'ID3' || isFrame(sound);

const isWav = (sound: Buffer): boolean => sound.toString('latin1', 0, 4) === 'RIFF' && sound.toString('latin1', 8, 12) === 'WAVE';

/** By its first bytes, whatever the file is called. @throws Invalid `not-a-sound`, `sound-too-long`. */
export const soundType = (name: string, sound: Buffer): 'audio/mpeg' | 'audio/wav' => {
  if (sound.length > MOST_BYTES) throw new Invalid('sound-too-long', `“${name}” is larger than a megabyte: a phrase is short.`, { name });
  if (sound.length >= LEAST_BYTES && isWav(sound)) return 'audio/wav';
  if (sound.length >= LEAST_BYTES && isMp3(sound)) return 'audio/mpeg';
  throw new Invalid('not-a-sound', `“${name}” is neither an MP3 nor a WAV file.`, { name });
};
