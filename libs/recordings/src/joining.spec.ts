import { anMp3, aTone } from '../../../tests/support/sounds';
import { joined } from './joining';
import { checkedSound } from './sound.policy';
import { readWav } from './wav';

const kept = (file: Buffer): Buffer => checkedSound('day-1', file).sound;

it('phrases are heard one after the other, with a pause between them', () => {
  const both = readWav(joined([kept(aTone({ seconds: 1 })), kept(aTone({ seconds: 0.5, rate: 8_000 }))]) ?? Buffer.alloc(0));
  expect((both?.channels[0]?.length ?? 0) / 16_000).toBeCloseTo(1.5 + 2 * 0.15, 2);
  expect(both?.channels[0]?.subarray(16_100, 18_300).every((sample) => sample === 0)).toBe(true);
});

it('what is not kept in the one form is joined with nothing', () => {
  expect(joined([kept(aTone()), anMp3()])).toBeNull();
  expect(joined([aTone({ rate: 8_000 })])).toBeNull();
});
