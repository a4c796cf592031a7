import { aCandidate, aJob, aMatchRequest, someLevels } from '../../../tests/support/matching';
import { BestFirst } from './best-first';
import { bestPossible } from './scores';

const request = aMatchRequest({ modality: 'phone', point: null });
const numbered = (from: number, to: number, more = {}) =>
  Array.from({ length: to - from }, (_, n) => aCandidate({ id: String(from + n).padStart(3, '0'), ...more }));
const free = (from: number, to: number, hourlyRate = 3800) => numbered(from, to, { hourlyRate });
const busy = (from: number, to: number) => numbered(from, to, { commitments: [aJob('14:30', 40, { modality: 'phone', siteId: null, point: null })] });
const prospectOf = (hourlyRate: number) => bestPossible(request, aCandidate({ hourlyRate }), someLevels);
const looking = (wanted = 3) => new BestFirst(request, someLevels, wanted);

describe('a search, best prospects first', () => {
  it('goes on where everybody on the first page is busy', () => {
    const best = looking();
    best.look(busy(0, 60));
    expect(best.isDone(prospectOf(3800))).toBe(false);
    best.look(free(60, 120, 4000));
    expect(best.isDone(prospectOf(9000))).toBe(true);
    expect(best.best().map(({ interpreterId }) => interpreterId)).toEqual(['060', '061', '062']);
    expect(best.whyNot()).toHaveLength(60);
  });

  it('goes on while fewer are possible than wanted, however poor the prospects', () => {
    const best = looking();
    best.look(free(0, 2));
    expect(best.isDone(0)).toBe(false);
    best.look(free(2, 3));
    expect(best.isDone(0)).toBe(true);
  });

  it('goes on while somebody may still come level, because equals stand by id', () => {
    const best = looking(1);
    best.look(free(5, 6));
    expect(best.isDone(prospectOf(3800))).toBe(false);
    best.look(free(1, 2));
    expect(best.best().map(({ interpreterId }) => interpreterId)).toEqual(['001']);
  });

  it('does not let who had their share in the last 30 days end it too early', () => {
    const best = looking(1);
    best.look(numbered(0, 1, { minutesLast30Days: 3000 }));
    expect(best.isDone(prospectOf(3900))).toBe(false);
    best.look(free(1, 2, 3900));
    expect(best.best().map(({ interpreterId }) => interpreterId)).toEqual(['001']);
  });
});
