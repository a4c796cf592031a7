import { aTone, type ToneShape } from '../../../tests/support/sounds';
import { integratedLoudness } from './loudness';
import { readWav } from './wav';

const loudness = (shape: ToneShape): number => {
  const pcm = readWav(aTone(shape));
  if (!pcm) throw new Error('this tone cannot be read');
  return integratedLoudness(pcm);
};

// The reference of ITU-R BS.1770-4 itself: 997 Hz at full scale in one of two channels is −3.01 LKFS.
it.each([48_000, 44_100, 16_000])('the norm’s own tone reads −3.01 at %s samples a second', (rate) => {
  expect(loudness({ rate, seconds: 3, dbfs: 0, in: [true, false] })).toBeCloseTo(-3.01, 1);
});

// EBU Tech 3341, minimum requirement 1 and 2: stereo 1 kHz at −23 and −33 dBFS.
it.each([-23, -33])('a tone of 1 kHz at %s dBFS in both channels reads the same', (dbfs) => {
  expect(loudness({ hertz: 1000, seconds: 5, dbfs, in: [true, true] })).toBeCloseTo(dbfs, 1);
});

it('low tones count less, and pauses do not count', () => {
  expect(loudness({ hertz: 40, dbfs: -20 })).toBeLessThan(loudness({ hertz: 997, dbfs: -20 }) - 3);
  const spoken = readWav(aTone({ seconds: 2 }));
  const paused = spoken && { ...spoken, channels: spoken.channels.map((samples) => Float64Array.from([...samples, ...new Float64Array(samples.length * 2)])) };
  expect(paused && integratedLoudness(paused)).toBeCloseTo(loudness({ seconds: 2 }), 0);
});

it('silence has none, and a phrase shorter than a block is measured as it is', () => {
  expect(loudness({ in: [false] })).toBe(-Infinity);
  expect(loudness({ seconds: 0.25 })).toBeCloseTo(loudness({ seconds: 3 }), 0);
});
