import { Invalid } from '@dragoman/kernel';
import { integratedLoudness } from './loudness';
import { framesOfMp3 } from './mp3';
import { canonical } from './resampling';
import { isWav, type Pcm, readWav, writeWav } from './wav';

const MOST_BYTES = 1_000_000;
const LEAST_SECONDS = 0.2;
const MOST_SECONDS = 15;
/** Below that, a telephone’s own range is cut. */
const LEAST_RATE = 8_000;
const MOST_RATE = 192_000;
/** As loud as speech is streamed: −18 LUFS, no peak above −1 dB (AES TD1008, 2021, table 1, as Radio World reports it). */
export const TARGET_LOUDNESS = -18;
const HIGHEST_PEAK = 10 ** (-1 / 20);
/** Raised further, the room would be heard too. */
const MOST_GAIN = 24;
const FULL_SCALE = 0.999;
/** Consecutive samples at the top: a wave that was cut off. */
const CLIPPED_RUN = 4;

/** A sound as it is kept and played. */
export interface CheckedSound {
  type: 'audio/mpeg' | 'audio/wav';
  sound: Buffer;
  seconds: number;
  /** LUFS as it was recorded, in one channel; null where nobody measured it: MP3 is not decoded here. */
  loudness: number | null;
}

const refuse = (code: string, name: string, sentence: string): Invalid => new Invalid(code, `“${name}” ${sentence}`, { name });

const checkLength = (name: string, seconds: number): void => {
  if (seconds < LEAST_SECONDS) throw refuse('sound-too-short', name, 'is shorter than a fifth of a second. Record the whole phrase.');
  if (seconds > MOST_SECONDS) throw refuse('sound-too-long', name, 'is longer than 15 seconds. Record this one phrase, without a pause before or after it.');
};

const isClipped = ({ channels }: Pcm): boolean =>
  channels.some((samples) => {
    let run = 0;
    return samples.some((sample) => (run = Math.abs(sample) >= FULL_SCALE ? run + 1 : 0) >= CLIPPED_RUN);
  });

const checkedLoudness = (name: string, pcm: Pcm, kept: Pcm): number => {
  const loudness = integratedLoudness(kept);
  if (loudness === -Infinity) throw refuse('sound-silent', name, 'has no sound in it. Check that the microphone is on, and record it again.');
  if (isClipped(pcm)) throw refuse('sound-clipped', name, 'is too loud: its peaks are cut off. Move back from the microphone, and record it again.');
  if (loudness < TARGET_LOUDNESS - MOST_GAIN) throw refuse('sound-too-quiet', name, 'is too quiet to be heard on a phone. Come nearer to the microphone, and record it again.');
  return loudness;
};

/** All phrases of an appointment are heard equally loud, whoever recorded them. */
const levelled = (samples: Float64Array, loudness: number): Float64Array => {
  const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  const gain = Math.min(10 ** ((TARGET_LOUDNESS - loudness) / 20), HIGHEST_PEAK / peak);
  return samples.map((sample) => sample * gain);
};

const checkedWav = (name: string, file: Buffer): CheckedSound => {
  const pcm = readWav(file);
  if (!pcm) throw refuse('not-a-sound', name, 'is a WAV file of a kind that is not played. Save it as WAV, PCM, mono or stereo.');
  if (pcm.rate < LEAST_RATE || pcm.rate > MOST_RATE) throw refuse('sound-too-coarse', name, 'has a sample rate that is not taken: from 8 to 192 kHz are.');
  checkLength(name, (pcm.channels[0]?.length ?? 0) / pcm.rate);
  const { rate, samples } = canonical(pcm);
  const loudness = checkedLoudness(name, pcm, { rate, channels: [samples] });
  return { type: 'audio/wav', sound: writeWav(rate, levelled(samples, loudness)), seconds: samples.length / rate, loudness: Math.round(loudness * 10) / 10 };
};

const checkedMp3 = (name: string, file: Buffer): CheckedSound => {
  const found = framesOfMp3(file);
  if (!found) throw refuse('not-a-sound', name, 'is neither an MP3 nor a WAV file.');
  checkLength(name, found.seconds);
  return { type: 'audio/mpeg', sound: file, seconds: found.seconds, loudness: null };
};

/**
 * A phrase as it is kept, by what is in the file, whatever it is called. WAV becomes mono, 16 kHz, 16 bits at one loudness; MP3 stays as it is.
 * @throws Invalid `not-a-sound`, `sound-too-large`, `sound-too-short`, `sound-too-long`, `sound-too-coarse`, `sound-silent`, `sound-clipped`,
 *   `sound-too-quiet`, each with what to do.
 */
export const checkedSound = (name: string, file: Buffer): CheckedSound => {
  if (file.length > MOST_BYTES) throw refuse('sound-too-large', name, 'is larger than a megabyte. A phrase is short.');
  return isWav(file) ? checkedWav(name, file) : checkedMp3(name, file);
};
