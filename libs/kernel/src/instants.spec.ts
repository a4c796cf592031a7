import { isoOf, isoOrNull } from './instants';

const DAY = 86_400_000;

describe('an instant in words', () => {
  it('is what `toISOString` says of it', () => {
    const instants = [0, -1, 1, 999, DAY - 1, DAY, -DAY, Date.UTC(2024, 1, 29, 23, 59, 59, 999), Date.UTC(2026, 10, 24, 10, 42), Date.UTC(1, 0, 1), Date.UTC(9999, 11, 31, 23, 59, 59, 999), 8.64e15, -8.64e15];
    const spread = Array.from({ length: 20_000 }, (_, n) => -62_135_596_800_000 + n * 15_778_476_123 + (n % 1_000));
    for (const ms of [...instants, ...spread]) expect(isoOf(new Date(ms))).toBe(new Date(ms).toISOString());
  });

  it('is refused where there is none, and null where there need not be one', () => {
    expect(() => isoOf(new Date(NaN))).toThrow(RangeError);
    expect([isoOrNull(null), isoOrNull(undefined), isoOrNull(new Date(0))]).toEqual([null, null, '1970-01-01T00:00:00.000Z']);
  });
});
