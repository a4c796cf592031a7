import type { Pcm } from './wav';

interface Biquad {
  b: readonly [number, number, number];
  a: readonly [number, number];
}

const BLOCK_SECONDS = 0.4;
const STEP_SECONDS = 0.1;
/** Quieter blocks are silence (BS.1770-4, annex 1). */
const ABSOLUTE_GATE = -70;
/** Below the mean of what is no silence, blocks are pauses. */
const RELATIVE_GATE = -10;

/** The head’s effect: a high shelf. The analogue prototype behind the norm’s coefficients for 48 kHz, for any rate. */
const shelf = (rate: number): Biquad => {
  const [frequency, gain, q] = [1_681.974450955533, 3.999843853973347, 0.7071752369554196];
  const k = Math.tan((Math.PI * frequency) / rate);
  const vh = 10 ** (gain / 20);
  const vb = vh ** 0.4996667741545416;
  const a0 = 1 + k / q + k * k;
  return {
    b: [(vh + (vb * k) / q + k * k) / a0, (2 * (k * k - vh)) / a0, (vh - (vb * k) / q + k * k) / a0],
    a: [(2 * (k * k - 1)) / a0, (1 - k / q + k * k) / a0],
  };
};

/** Low tones count less. */
const highPass = (rate: number): Biquad => {
  const [frequency, q] = [38.13547087602444, 0.5003270373238773];
  const k = Math.tan((Math.PI * frequency) / rate);
  const a0 = 1 + k / q + k * k;
  return { b: [1, -2, 1], a: [(2 * (k * k - 1)) / a0, (1 - k / q + k * k) / a0] };
};

const filtered = (samples: Float64Array, { b, a }: Biquad): Float64Array => {
  let [x1, x2, y1, y2] = [0, 0, 0, 0];
  return samples.map((x) => {
    const y = b[0] * x + b[1] * x1 + b[2] * x2 - a[0] * y1 - a[1] * y2;
    [x2, x1, y2, y1] = [x1, x, y1, y];
    return y;
  });
};

const loudnessOf = (power: number): number => -0.691 + 10 * Math.log10(power);
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Power of the channels together in each block; a phrase shorter than a block is one. */
const blockPowers = (channels: readonly Float64Array[], rate: number): number[] => {
  const frames = channels[0]?.length ?? 0;
  const [block, step] = [Math.round(BLOCK_SECONDS * rate), Math.round(STEP_SECONDS * rate)];
  const size = Math.min(block, frames);
  if (size === 0) return [];
  const count = Math.floor((frames - size) / step) + 1;
  const power = (samples: Float64Array, from: number): number => samples.subarray(from, from + size).reduce((sum, sample) => sum + sample * sample, 0) / size;
  return Array.from({ length: count }, (_, n) => channels.reduce((sum, samples) => sum + power(samples, n * step), 0));
};

/** Integrated loudness in LUFS, gated (ITU-R BS.1770-4, EBU R 128); −Infinity for silence. */
export const integratedLoudness = ({ rate, channels }: Pcm): number => {
  const [first, second] = [shelf(rate), highPass(rate)];
  const powers = blockPowers(channels.map((samples) => filtered(filtered(samples, first), second)), rate);
  const heard = powers.filter((power) => loudnessOf(power) >= ABSOLUTE_GATE);
  if (heard.length === 0) return -Infinity;
  const gate = loudnessOf(mean(heard)) + RELATIVE_GATE;
  return loudnessOf(mean(heard.filter((power) => loudnessOf(power) >= gate)));
};
