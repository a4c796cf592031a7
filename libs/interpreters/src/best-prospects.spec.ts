import fc from 'fast-check';
import { BestProspects, Found } from './best-prospects';
import { candidateOf, type CandidatePair } from './candidate';
import { Speakers } from './speakers';

const speakersOf = (ids: readonly string[]): Speakers => {
  const speakers = new Speakers();
  for (const id of ids)
    for (const pair of candidateOf(id, [
      id, 'woman', [], ['interpreter'], ['phone'], 'Europe/London', 51.5, 0, 20, 'car', 3000, true, null, [['apd', 'eng', 'both', null, null, null, []]], [], [],
    ]).pairs)
      speakers.add(pair);
  return speakers;
};

/** So few different prospects that many are equal. */
const people = fc.uniqueArray(fc.record({ id: fc.uuid(), prospect: fc.integer({ min: 0, max: 5 }) }), { selector: ({ id }) => id, maxLength: 300 });

describe('people by their prospects', () => {
  it('stand as if all had been put in order, those who come first before the others, however far somebody asks', () => {
    fc.assert(
      fc.property(people, fc.array(fc.nat(299), { maxLength: 3 }), fc.array(fc.nat(320), { minLength: 1, maxLength: 4 }), (all, chosen, asked) => {
        const speakers = speakersOf(all.map(({ id }) => id));
        const found = new Found([speakers]);
        for (const [place, { prospect }] of all.entries()) found.add(0, place, prospect);
        const first = new Set(chosen.flatMap((n) => all[n]?.id ?? []));
        const expected = [...all].sort(
          (a, b) => Number(first.has(b.id)) - Number(first.has(a.id)) || b.prospect - a.prospect || (a.id < b.id ? -1 : 1),
        );
        const best = new BestProspects(found, speakers.pairs.map(({ candidate }) => candidate).filter(({ id }) => first.has(id)));
        for (const place of asked) {
          expect(best.slice(place, place + 10).map(({ id }) => id)).toEqual(expected.slice(place, place + 10).map(({ id }) => id));
          const rest = expected.slice(place).filter(({ id }) => !first.has(id));
          const most = place < first.size ? Infinity : Math.max(-Infinity, ...rest.map(({ prospect }) => prospect));
          expect(best.bestFrom(place)).toBe(most);
        }
      }),
    );
  });

  it('count somebody once, by the better of two languages', () => {
    const [first, second] = [new Speakers(), new Speakers()];
    const { pairs } = candidateOf('1', [
      'Hiba', 'woman', [], ['interpreter'], ['phone'], 'Europe/London', 51.5, 0, 20, 'car', 3000, true, null,
      [['apd', 'eng', 'both', null, null, null, []], ['arz', 'eng', 'both', null, null, null, []]], [], [],
    ]);
    for (const [n, pair] of pairs.entries()) [first, second][n]?.add(pair);
    const found = new Found([first, second]);
    found.add(0, 0, 0.4);
    found.add(1, 0, 0.7);
    const best = new BestProspects(found, []);
    expect([best.size, best.slice(0, 5).length, best.bestFrom(0)]).toEqual([1, 1, 0.7]);
  });

  it('stay who they were while somebody pages through them, whoever comes and goes meanwhile', () => {
    const speakers = speakersOf(['1', '2', '3']);
    const found = new Found([speakers]);
    for (let place = 0; place < 3; place++) found.add(0, place, place);
    const best = new BestProspects(found, []);
    for (const pair of speakers.pairs.slice(0, 2)) speakers.remove(pair);
    speakers.add(speakersOf(['4']).pairs[0] as CandidatePair);
    expect(best.slice(0, 3).map(({ id }) => id)).toEqual(['3', '2', '1']);
  });
});
