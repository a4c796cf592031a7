import type { SkillFacts } from './candidate.queries';
import { candidateOf, type KeptFacts } from './candidate';
import type { WayOfWorking } from './interpreter.entity';
import { type CandidateSearch, lookThrough } from './candidate-search';
import { Speakers } from './speakers';

interface Person {
  id: string;
  speaks?: [varietyId: SkillFacts['varietyId'], otherId: SkillFacts['otherId']][];
  hours?: KeptFacts[14];
  exceptions?: KeptFacts[15];
  ways?: WayOfWorking[];
}

const THURSDAYS: KeptFacts[14] = [[4, 540, 1020]];
const FRIDAYS: KeptFacts[14] = [[5, 540, 1020]];
/** A Thursday. */
const start = new Date('2026-12-03T14:30:00Z');

const search: CandidateSearch = {
  organisationId: 'clinic', bookingId: null, varietyIds: ['apd'], otherId: 'eng', relatedIds: ['arz', 'acm'], ways: ['phone'], role: 'interpreter',
  requiredGender: null, date: '2026-12-03', scope: 'health', interval: { start, end: new Date(start.getTime() + 40 * 60_000) }, point: null,
  isInPerson: false, fartherThanKm: null, excludedIds: [], firstIds: [], refused: 3,
  prospects: {
    fixed: 0, ofVariety: [0], ofWish: { gender: null, share: 0 },
    ofTravel: { share: 0, upTo: 90, extra: 10, minutesAKilometre: { walk: 1, bicycle: 1, public: 1, car: 1 } },
    ofCost: { share: 1, upTo: 10_000 }, ofCredential: { share: 0, from: 0.4, aGrade: 0.1, ungraded: 0.6 },
  },
};

const lookAmong = (people: readonly Person[], more: Partial<CandidateSearch> = {}) => {
  const languages = new Map<string, Speakers>();
  const speakers = (varietyId: string): Speakers => {
    const known = languages.get(varietyId) ?? new Speakers();
    languages.set(varietyId, known);
    return known;
  };
  for (const { id, speaks, hours = THURSDAYS, exceptions = [], ways = ['phone' as const] } of people) {
    const skills = (speaks ?? [['apd', 'eng'] as const]).map(([varietyId, otherId]): KeptFacts[13][number] => [varietyId, otherId, 'both', null, null, null, []]);
    const facts: KeptFacts = [id, 'woman', [], ['interpreter'], ways, 'Europe/London', 51.5, 0, 20, 'car', 3000, true, null, skills, hours, exceptions];
    for (const pair of candidateOf(id, facts).pairs) speakers(pair.skill.varietyId).add(pair);
  }
  const { prospects, refused } = lookThrough({ ...search, ...more }, { speakers, agreed: new Set(), candidate: () => undefined });
  return { found: prospects.slice(0, 10).map(({ id }) => id), refused: refused.map(({ id }) => id) };
};

describe('looking through the speakers of a language', () => {
  it('leaves out nobody who gives extra time around that day, and whoever gives it on another', () => {
    const extra = (date: string): KeptFacts[15] => [['extra', date, date, 600, 1200]];
    const { found } = lookAmong([
      { id: 'that day', hours: FRIDAYS, exceptions: extra('2026-12-03') },
      { id: 'the week before', hours: FRIDAYS, exceptions: extra('2026-11-26') },
      { id: 'away', hours: FRIDAYS, exceptions: [['away', '2026-12-03', '2026-12-03', null, null]] },
    ]);
    expect(found).toEqual(['that day']);
  });

  it('tells first of those who lack the time only, then who else has the language, then who has one near it, nearest first', () => {
    const people: Person[] = [
      { id: 'far', speaks: [['acm', 'eng']] }, { id: 'near', speaks: [['arz', 'eng']] }, { id: 'on video', ways: ['video'] },
      { id: 'on Fridays', hours: FRIDAYS }, { id: 'possible' },
    ];
    expect(lookAmong(people)).toEqual({ found: ['possible'], refused: ['on Fridays', 'on video', 'near'] });
    expect(lookAmong(people, { refused: 4 }).refused).toEqual(['on Fridays', 'on video', 'near', 'far']);
    expect(lookAmong(people, { refused: 1 }).refused).toEqual(['on Fridays']);
  });

  it('does not tell why not of somebody who serves by another pair of languages', () => {
    const both: Person = { id: 'both', speaks: [['apd', 'fra'], ['apd', 'eng'], ['arz', 'eng']] };
    expect(lookAmong([both])).toEqual({ found: ['both'], refused: [] });
  });

  it('finds whoever serves by two varieties once', () => {
    expect(lookAmong([{ id: 'both', speaks: [['apd', 'eng'], ['arz', 'eng']] }], { varietyIds: ['apd', 'arz'] }).found).toEqual(['both']);
  });
});
