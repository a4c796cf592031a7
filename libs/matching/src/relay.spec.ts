import fc from 'fast-check';
import type { RankedCandidate } from './match';
import { bestPairs, type LegsThrough } from './relay';

const candidate = (interpreterId: string, match: number, feePence = 1000): RankedCandidate =>
  ({ interpreterId, displayName: interpreterId, level: 'exact', match, scores: [], chips: [], feePence }) as never;

const through = (patientSide: RankedCandidate[], clinicSide: RankedCandidate[], pivotId = 'apd'): LegsThrough => ({
  pivotId,
  pivotName: pivotId,
  patientSide,
  clinicSide,
});
const names = (pairs: ReturnType<typeof bestPairs>): string[] =>
  pairs.map(({ patientSide, clinicSide }) => `${patientSide.interpreterId}+${clinicSide.interpreterId}`);

describe('the best pairs of a relay', () => {
  it('never puts one person on both sides', () => {
    expect(names(bestPairs([through([candidate('both', 99)], [candidate('both', 99), candidate('b', 10)])], 6))).toEqual(['both+b']);
  });

  it('are none where one side has nobody', () => {
    expect(bestPairs([through([candidate('a', 90)], [])], 6)).toEqual([]);
    expect(bestPairs([], 6)).toEqual([]);
  });

  it('prefers two who are both good to one excellent with one poor', () => {
    const pairs = bestPairs([through([candidate('a', 100)], [candidate('poor', 40)], 'arz'), through([candidate('b', 70)], [candidate('good', 70)])], 6);
    expect(names(pairs)).toEqual(['b+good', 'a+poor']);
    expect(pairs[0]?.match).toBe(70);
  });

  it('costs what both cost', () => {
    expect(bestPairs([through([candidate('a', 90, 2500)], [candidate('b', 90, 3100)])], 6)[0]?.feePence).toBe(5600);
  });

  it('come in one order whatever order the candidates come in', () => {
    const people = fc.uniqueArray(fc.record({ id: fc.constantFrom(...'abcdefgh'), match: fc.integer({ min: 0, max: 100 }) }), {
      selector: ({ id }) => id,
      maxLength: 8,
    });
    fc.assert(
      fc.property(people, people, (near, far) => {
        const made = (list: typeof near) => list.map(({ id, match }) => candidate(id, match));
        const inOrder = names(bestPairs([through(made(near), made(far))], 100));
        const reversed = names(bestPairs([through(made([...near].reverse()), made([...far].reverse()))], 100));
        expect(reversed).toEqual(inOrder);
        expect(inOrder.every((pair) => pair[0] !== pair[2])).toBe(true);
      }),
    );
  });
});
