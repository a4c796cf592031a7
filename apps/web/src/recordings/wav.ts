import { ProblemError } from '../api/problem';

/** Enough for speech; fifteen seconds stay under the megabyte that the server takes. */
const RATE = 24_000;
const MOST_SECONDS = 15;
const MOST_BYTES = 1_000_000;
const HEADER = 44;

const refuse = (code: string, detail: string) => new ProblemError({ status: 0, code, detail });

const mixed = (sound: AudioBuffer): Float32Array => {
  const channels = Array.from({ length: sound.numberOfChannels }, (_, n) => sound.getChannelData(n));
  return new Float32Array(sound.length).map((_, n) => channels.reduce((sum, samples) => sum + (samples[n] ?? 0), 0) / channels.length);
};

const write = (samples: Float32Array): ArrayBuffer => {
  const file = new DataView(new ArrayBuffer(HEADER + samples.length * 2));
  const text = (at: number, letters: string) => [...letters].forEach((letter, n) => file.setUint8(at + n, letter.charCodeAt(0)));
  text(0, 'RIFF');
  file.setUint32(4, file.byteLength - 8, true);
  text(8, 'WAVEfmt ');
  file.setUint32(16, 16, true);
  file.setUint16(20, 1, true);
  file.setUint16(22, 1, true);
  file.setUint32(24, RATE, true);
  file.setUint32(28, RATE * 2, true);
  file.setUint16(32, 2, true);
  file.setUint16(34, 16, true);
  text(36, 'data');
  file.setUint32(40, samples.length * 2, true);
  samples.forEach((sample, n) => file.setInt16(HEADER + n * 2, Math.round(Math.max(-1, Math.min(1, sample)) * 32_767), true));
  return file.buffer;
};

/**
 * A WAV file of whatever this browser can play, mono; a small WAV file as it is.
 * @throws ProblemError `not-a-sound`, `sound-too-long`.
 */
export const wavOf = async (sound: Blob): Promise<ArrayBuffer> => {
  const bytes = await sound.arrayBuffer();
  const start = new TextDecoder('latin1').decode(bytes.slice(0, 4));
  if (start === 'RIFF' && bytes.byteLength <= MOST_BYTES) return bytes;
  const decoded = await new OfflineAudioContext(1, 1, RATE).decodeAudioData(bytes).catch(() => {
    throw refuse('not-a-sound', 'This browser cannot read the file as a sound.');
  });
  if (decoded.duration > MOST_SECONDS) throw refuse('sound-too-long', 'It is longer than 15 seconds. Record this one phrase, without a pause before or after it.');
  return write(mixed(decoded));
};
