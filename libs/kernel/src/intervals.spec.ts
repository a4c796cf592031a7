import fc from 'fast-check';
import { type Interval, minutesBetween, overlaps, union } from './intervals';

const at = (minute: number): Date => new Date(minute * 60_000);
const between = (start: number, end: number): Interval => ({ start: at(start), end: at(end) });
const anInterval = fc
  .tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 100 }))
  .map(([start, length]) => between(start, start + length));

describe('intervals', () => {
  it('do not overlap when one ends as the next begins', () => {
    expect(overlaps(between(0, 30), between(30, 60))).toBe(false);
    expect(overlaps(between(0, 31), between(30, 60))).toBe(true);
  });

  it('count whole minutes', () => {
    expect(minutesBetween(at(0), new Date(119_999))).toBe(1);
  });

  it('unite into disjoint ones that contain the same minutes', () => {
    fc.assert(
      fc.property(fc.array(anInterval, { maxLength: 12 }), (intervals) => {
        const united = union(intervals);
        for (let i = 1; i < united.length; i++) {
          const [before, after] = [united[i - 1], united[i]];
          if (before && after) expect(before.end < after.start).toBe(true);
        }
        for (let minute = 0; minute <= 620; minute++) {
          const inside = (list: Interval[]) => list.some((one) => overlaps(one, between(minute, minute + 1)));
          expect(inside(united)).toBe(inside(intervals));
        }
      }),
      { numRuns: 50 },
    );
  });
});
