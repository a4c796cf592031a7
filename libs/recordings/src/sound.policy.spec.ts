import fc from 'fast-check';
import { DomainError } from '@dragoman/kernel';
import { anMp3, aTone } from '../../../tests/support/sounds';
import { integratedLoudness } from './loudness';
import { checkedSound, TARGET_LOUDNESS } from './sound.policy';
import { readWav } from './wav';

const refusal = (file: Buffer): string => {
  try {
    checkedSound('day-1', file);
    return 'taken';
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
};

it.each([
  ['48 kHz stereo', aTone({ in: [true, true] })],
  ['44.1 kHz', aTone({ rate: 44_100 })],
  ['a telephone’s 8 kHz', aTone({ rate: 8_000 })],
])('%s is kept as one channel of 16 kHz, as long as it was and as loud as every other', (_, file) => {
  const kept = checkedSound('day-1', file);
  const pcm = readWav(kept.sound);
  expect(pcm).toMatchObject({ rate: 16_000 });
  expect(pcm?.channels).toHaveLength(1);
  expect(kept.seconds).toBeCloseTo(1, 2);
  expect(pcm && integratedLoudness(pcm)).toBeCloseTo(TARGET_LOUDNESS, 0);
});

it('a tone keeps its pitch, and what a telephone cannot carry does not come back as another tone', () => {
  const crossings = (file: Buffer): number => {
    const samples = readWav(checkedSound('day-1', file).sound)?.channels[0] ?? new Float64Array();
    return samples.filter((sample, n) => sample >= 0 && (samples[n - 1] ?? 0) < 0).length;
  };
  expect(Math.abs(crossings(aTone({ hertz: 440 })) - 440)).toBeLessThanOrEqual(2);
  expect(refusal(aTone({ hertz: 11_000 }))).toMatch(/silent|quiet/);
});

it.each([
  ['sound-too-short', aTone({ seconds: 0.1 })],
  ['sound-too-long', aTone({ seconds: 16, rate: 16_000 })],
  ['sound-too-coarse', aTone({ rate: 6_000 })],
  ['sound-silent', aTone({ in: [false] })],
  ['sound-too-quiet', aTone({ dbfs: -50 })],
  ['sound-clipped', aTone({ dbfs: 0, hertz: 40 })],
  ['sound-too-large', Buffer.alloc(1_000_001)],
  ['not-a-sound', Buffer.from('<html>'.repeat(50))],
  ['not-a-sound', Buffer.from('ID3'.padEnd(300, 'x'))],
  ['sound-too-short', anMp3(1, 4)],
  ['sound-too-long', anMp3(1, 600)],
])('%s is refused with a sentence that says what to do', (code, file) => {
  expect(refusal(file)).toBe(code);
});

it('an MP3 is as long as its frames, and nobody measured how loud it is', () => {
  expect(checkedSound('day-1', anMp3(1, 40))).toMatchObject({ type: 'audio/mpeg', loudness: null, seconds: expect.closeTo((40 * 1152) / 44_100, 6) });
});

it('the same file twice is the same to the byte', () => {
  expect(checkedSound('day-1', aTone()).sound.equals(checkedSound('day-1', aTone()).sound)).toBe(true);
});

it('no file, cut off or overwritten anywhere, does more than be refused', () => {
  const whole = aTone({ seconds: 0.3, rate: 8_000 });
  const place = fc.nat(whole.length - 1);
  fc.assert(
    fc.property(place, fc.array(fc.tuple(fc.nat(60), fc.nat(255)), { maxLength: 8 }), (length, changes) => {
      const file = Buffer.from(whole.subarray(0, length));
      for (const [at, byte] of changes) if (at < file.length) file.writeUInt8(byte, at);
      expect(typeof refusal(file)).toBe('string');
    }),
    { numRuns: 300 },
  );
});
