import type { Pcm } from './wav';

/** Twice what a telephone carries, and one rate for all, so that phrases can be joined. */
export const CANONICAL_RATE = 16_000;
/** Zero crossings of the filter to each side: enough to keep what is folded over below hearing. */
const CROSSINGS = 16;

const mono = (channels: readonly Float64Array[]): Float64Array =>
  (channels[0] ?? new Float64Array()).map((_, n) => channels.reduce((sum, samples) => sum + (samples[n] ?? 0), 0) / channels.length);

const sinc = (x: number): number => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x));

/** One channel at 16 kHz, by a sinc in a Hann window (J. O. Smith, Digital Audio Resampling). */
export const canonical = ({ rate, channels }: Pcm): { rate: number; samples: Float64Array } => {
  const from = mono(channels);
  if (rate === CANONICAL_RATE) return { rate, samples: from };
  const ratio = rate / CANONICAL_RATE;
  const cutoff = Math.min(1, 1 / ratio);
  const reach = CROSSINGS / cutoff;
  const taps = Math.ceil(reach);
  const weight = (distance: number): number =>
    Math.abs(distance) >= reach ? 0 : cutoff * sinc(distance * cutoff) * (0.5 + 0.5 * Math.cos((Math.PI * distance) / reach));
  // The places between two samples come again and again: 160 of them from 44.1 kHz.
  const known = new Map<number, Float64Array>();
  const weightsAt = (fraction: number): Float64Array => {
    const key = Math.round(fraction * 1e6);
    const weights = known.get(key) ?? new Float64Array(2 * taps + 1).map((_, n) => weight(fraction - (n - taps)));
    known.set(key, weights);
    return weights;
  };
  const sampleAt = (place: number): number => {
    const whole = Math.floor(place);
    return weightsAt(place - whole).reduce((sum, each, n) => sum + each * (from[whole + n - taps] ?? 0), 0);
  };
  const samples = new Float64Array(Math.floor(from.length / ratio)).map((_, n) => sampleAt(n * ratio));
  return { rate: CANONICAL_RATE, samples };
};
