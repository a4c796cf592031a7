import fc from 'fast-check';
import { candidateOf, type CandidatePair, type KeptFacts } from './candidate';
import { ACTIVE, BOTH_WAYS, dayNumber, EXTRA_TIME, genderBits, NO_CREDENTIAL, NO_GRADE, roleBits, scopeBits, Speakers, wayBits } from './speakers';

const minutes = fc.integer({ min: 0, max: 1439 });
const week = fc.array(fc.tuple(fc.integer({ min: 1, max: 7 }), minutes, fc.integer({ min: 1, max: 1440 })).map(([day, from, long]): [number, number, number] => [day, from, from + long]), { maxLength: 5 });
const kept: fc.Arbitrary<KeptFacts> = fc.tuple(
  fc.constant('Hiba'), fc.constantFrom('woman' as const, 'man' as const), fc.subarray(['woman', 'man'] as const), fc.subarray(['interpreter', 'advocate'] as const),
  fc.subarray(['in-person', 'video', 'phone', 'sign-video'] as const), fc.constantFrom('Europe/London', 'Asia/Kathmandu'),
  fc.integer({ min: 50, max: 55 }), fc.integer({ min: -4, max: 1 }), fc.integer({ min: 1, max: 60 }), fc.constantFrom('walk' as const, 'car' as const),
  fc.integer({ min: 0, max: 9000 }), fc.boolean(), fc.constant(null),
  fc.tuple(
    fc.constant('apd'), fc.constantFrom('eng', 'fra'), fc.constantFrom('both' as const, 'into-other' as const), fc.constantFrom('DPSI', null),
    fc.constantFrom('2026-12-01', null), fc.constantFrom('Level 6', 'full', null), fc.subarray(['health', 'legal'] as const),
  ).map((skill): KeptFacts[13] => [skill]),
  week,
  fc.constantFrom<KeptFacts[15]>([], [['extra', '2026-12-03', '2026-12-03', 600, 700]], [['away', '2026-12-03', '2026-12-03', null, null]]),
);

/** As somebody who knows the bits would write it down from what was stated. */
const expectAsStated = (speakers: Speakers, pair: CandidatePair): void => {
  const place = speakers.placeOf(pair) ?? -1;
  const { facts } = pair.candidate;
  const { skill } = pair;
  expect(speakers.pairs[place]).toBe(pair);
  const standing =
    wayBits(facts.modalities) + genderBits(facts.servesRequests) + roleBits(facts.roles) +
    scopeBits(skill.scope.length > 0 ? skill.scope : ['health', 'mental-health', 'social-care', 'legal']) +
    (skill.direction === 'both' ? BOTH_WAYS : 0) + (facts.active ? ACTIVE : 0) + (facts.exceptions[0]?.kind === 'extra' ? EXTRA_TIME : 0);
  expect({
    standing: speakers.standing[place], other: speakers.others.all()[speakers.other[place] ?? -1], zone: speakers.zones.all()[speakers.zone[place] ?? -1],
    home: { latitude: speakers.latitude[place], longitude: speakers.longitude[place] }, radiusKm: speakers.radiusKm[place],
    rate: speakers.rate[place], expires: (speakers.expires[place] ?? 0) < dayNumber('2030-01-01') ? speakers.expires[place] : null,
    grade: speakers.grade[place],
  }).toEqual({
    standing, other: skill.otherId, zone: facts.zone, home: facts.home, radiusKm: facts.radiusKm, rate: facts.hourlyRate,
    expires: skill.credentialExpiresOn === null ? null : dayNumber(skill.credentialExpiresOn),
    grade: skill.credential === null ? NO_CREDENTIAL : skill.credentialLevel === 'Level 6' ? 6 : NO_GRADE,
  });
  for (let hour = 0; hour < 168; hour++) {
    const isTouched = facts.hours.some(({ weekday, fromMinute, toMinute }) =>
      [0, 10_080].some((weeks) => {
        const monday = (weekday - 1) * 1440 - weeks;
        return monday + fromMinute < (hour + 1) * 60 && monday + toMinute > hour * 60;
      }),
    );
    expect({ hour, isTouched: ((speakers.hours[Math.floor(hour / 24)]?.[place] ?? 0) & (1 << (hour % 24))) !== 0 }).toEqual({ hour, isTouched });
  }
};

describe('the speakers of a language, side by side', () => {
  it('say of each what was stated of them, whoever came and went', () => {
    fc.assert(
      fc.property(fc.array(kept, { maxLength: 6 }), fc.array(fc.nat(5), { maxLength: 4 }), (all, leaving) => {
        const speakers = new Speakers();
        const pairs = all.flatMap((facts, n) => candidateOf(String(n), facts).pairs);
        for (const pair of pairs) speakers.add(pair);
        const gone = new Set(leaving.flatMap((n) => pairs[n] ?? []));
        for (const pair of [...gone, ...gone]) speakers.remove(pair);
        const staying = pairs.filter((pair) => !gone.has(pair));
        expect(speakers.pairs).toHaveLength(staying.length);
        for (const pair of staying) expectAsStated(speakers, pair);
      }),
    );
  });
});
