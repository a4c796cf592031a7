import { CANONICAL_RATE } from './resampling';
import { readWav, writeWav } from './wav';

/** As between words that are said slowly. */
const PAUSE_SECONDS = 0.15;

/** Phrases one after the other as one WAV file; null where one of them is not kept in the one form. */
export const joined = (sounds: readonly Buffer[]): Buffer | null => {
  const pause = new Float64Array(Math.round(PAUSE_SECONDS * CANONICAL_RATE));
  const parts: Float64Array[] = [];
  for (const sound of sounds) {
    const pcm = readWav(sound);
    const [samples, second] = pcm?.channels ?? [];
    if (!samples || second || pcm?.rate !== CANONICAL_RATE) return null;
    parts.push(samples, pause);
  }
  const all = new Float64Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return writeWav(CANONICAL_RATE, all);
};
