import fc from 'fast-check';
import { aCandidate, aMatchRequest, aSkill, croydon, someLevels, someWeights } from '../../../tests/support/matching';
import type { EligibleVerdict, MatchRequest, ScoreName } from './match';
import { rankCandidates } from './ranking';
import { bestPossible, scoresOf, totalOf } from './scores';

type Candidate = ReturnType<typeof aCandidate>;

const ranked = (candidates: Partial<Candidate>[], request: Partial<MatchRequest> = {}) =>
  rankCandidates(
    aMatchRequest(request),
    candidates.map((more) => {
      const facts = aCandidate({ displayName: more.id ?? 'hiba', ...more });
      const verdict: EligibleVerdict = { interpreterId: facts.id, displayName: facts.displayName, eligible: true, level: 'exact', varietyId: 'apd' };
      return { facts, verdict };
    }),
    someLevels,
  );

const chips = (candidates: Partial<Candidate>[], request: Partial<MatchRequest> = {}): string[] =>
  (ranked(candidates, request)[0]?.chips ?? []).map(({ label, value, tone }) => `${label} ${value} (${tone})`);

const order = (candidates: Partial<Candidate>[], request: Partial<MatchRequest> = {}): string[] =>
  ranked(candidates, request).map(({ interpreterId }) => interpreterId);

describe('who is best', () => {
  it('is whoever this patient knows, before a stranger who is nearer', () => {
    const candidates = [{ id: 'stranger' }, { id: 'known', home: { latitude: 51.47, longitude: -0.12 } }];
    expect(order(candidates, { timesSeen: new Map([['known', 2]]) })).toEqual(['known', 'stranger']);
  });

  it('is whoever meets the wish, where the patient has one', () => {
    const candidates: Partial<Candidate>[] = [{ id: 'man', servesRequests: ['man'] }, { id: 'woman', hourlyRate: 4200 }];
    expect(order(candidates, { preferredGender: 'woman' })).toEqual(['woman', 'man']);
    expect(order(candidates)).toEqual(['man', 'woman']);
  });

  it('is whoever is nearer, has worked less and costs less', () => {
    expect(order([{ id: 'far', home: croydon }, { id: 'near' }])).toEqual(['near', 'far']);
    expect(order([{ id: 'a lot', minutesLast30Days: 3000 }, { id: 'little' }])).toEqual(['little', 'a lot']);
    expect(order([{ id: 'a dear one', hourlyRate: 9000 }, { id: 'cheap' }])).toEqual(['cheap', 'a dear one']);
  });

  it('is whoever keeps their bookings', () => {
    const record = new Map([['at times', { kept: 21, of: 24 }], ['surely', { kept: 48, of: 48 }]]);
    expect(order([{ id: 'at times' }, { id: 'surely' }], { record })).toEqual(['surely', 'at times']);
  });

  it('does not change from one look to the next', () => {
    expect(order([{ id: 'b' }, { id: 'a' }, { id: 'c' }])).toEqual(['a', 'b', 'c']);
  });

  it('is told in numbers between 0 and 100', () => {
    const known = { timesSeen: new Map([['hiba', 3]]), record: new Map([['hiba', { kept: 48, of: 48 }]]) };
    expect(ranked([{ home: aMatchRequest().point ?? croydon }], known)[0]?.match).toBeGreaterThan(90);
    expect(ranked([{ home: croydon, minutesLast30Days: 9000, hourlyRate: 20_000 }, {}])[1]?.match).toBeLessThan(70);
  });

  it('has a fee for the started quarters of an hour', () => {
    expect(ranked([{ hourlyRate: 3800 }])[0]?.feePence).toBe(2850);
  });
});

describe('the reasons', () => {
  it('say dialect, patient, travel and fair share, in this order', () => {
    expect(chips([{ minutesLast30Days: 1157 }], { timesSeen: new Map([['hiba', 2]]) })).toEqual([
      'Dialect exact (helps)',
      'Patient seen twice (helps)',
      'Travel 16 min (helps)',
      'Fair share 10% booked (helps)',
    ]);
  });

  it('fall back on the record, then on the credential', () => {
    expect(chips([{}], { record: new Map([['hiba', { kept: 21, of: 24 }]]) })[1]).toBe('Kept 21 of 24 (hurts)');
    expect(chips([{}])[1]).toBe('Credential DPSI Health (helps)');
    expect(chips([{ skills: [aSkill({ varietyId: 'apd', credential: null, credentialExpiresOn: null })] }])).toHaveLength(3);
  });

  it('say first that a wish is not met', () => {
    const request = { preferredGender: 'woman', timesSeen: new Map([['hiba', 2]]) };
    expect(chips([{ servesRequests: ['man'] }], request)[1]).toBe('Patient wish not a woman (hurts)');
  });

  it('say nothing of travel for a call', () => {
    expect(chips([{}], { modality: 'phone', point: null }).join()).not.toContain('Travel');
  });
});

describe('the total', () => {
  const score = (name: ScoreName, candidate: Partial<Candidate>, request: Partial<MatchRequest> = {}) =>
    scoresOf(aMatchRequest(request), aCandidate(candidate), someLevels).find((one) => one.name === name);

  it('is the weighted mean of the named scores', () => {
    const [only] = ranked([{}]);
    const scores = only?.scores ?? [];
    const weight = scores.reduce((sum, one) => sum + one.weight, 0);
    expect(only?.total).toBeCloseTo(scores.reduce((sum, one) => sum + one.points * one.weight, 0) / weight);
    expect(scores.map(({ name }) => name)).toEqual(['exactness', 'continuity', 'travel', 'record', 'cost', 'credential', 'fair-share']);
  });

  it('goes by the organisation’s weights', () => {
    const candidates: Partial<Candidate>[] = [{ id: 'cheap', hourlyRate: 2000, minutesLast30Days: 4000 }, { id: 'idle', hourlyRate: 6000 }];
    expect(order(candidates, { weights: { ...someWeights, 'fair-share': 0, cost: 50 } })).toEqual(['cheap', 'idle']);
    expect(order(candidates, { weights: { ...someWeights, 'fair-share': 50, cost: 0 } })).toEqual(['idle', 'cheap']);
  });

  it('is nought where nothing weighs anything', () => {
    expect(totalOf([{ points: 1, weight: 0 }])).toBe(0);
  });

  it('does not change with who else is looked at', () => {
    const alone = ranked([{ id: 'hiba' }])[0];
    const among = ranked([{ id: 'hiba' }, { id: 'x', minutesLast30Days: 9000, hourlyRate: 100 }]).find(({ interpreterId }) => interpreterId === 'hiba');
    expect(among).toEqual(alone);
  });

  it('has a wish met by name, by gender, or by half', () => {
    expect(score('wish', {}, { wanted: ['hiba'] })).toMatchObject({ points: 1, value: 'asked for by name', tone: 'helps' });
    expect(score('wish', {}, { wanted: ['other'] })).toMatchObject({ points: 0, value: 'not the one asked for', tone: 'hurts' });
    expect(score('wish', {}, { wanted: ['other'], preferredGender: 'woman' })).toMatchObject({ points: 0.5, value: 'a woman' });
    expect(score('wish', {})).toBeUndefined();
  });

  it('has the grade of a credential', () => {
    const graded = (credentialLevel: string | null, credential: string | null = 'DPSI') =>
      score('credential', { skills: [aSkill({ credential, credentialLevel })] })?.points;
    expect(graded('Level 6')).toBe(1);
    expect(graded('Level 3')).toBeCloseTo(0.7);
    expect(graded(null)).toBe(0.6);
    expect(graded(null, null)).toBe(0);
  });

  it('has a fair share of the hours that somebody offers, in tens of per cent', () => {
    const fair = (candidate: Partial<Candidate>) => score('fair-share', candidate);
    expect(fair({})).toMatchObject({ value: 'hardly booked', points: 1 });
    expect(fair({ minutesLast30Days: 5786 })).toMatchObject({ value: '50% booked', tone: 'hurts' });
    expect(fair({ hours: [], minutesLast30Days: 30 })).toMatchObject({ value: '100% booked', points: 0 });
    expect(fair({ hours: [] })?.points).toBe(1);
  });

  it('is never more than what was possible before the calendar was read', () => {
    const anyone = fc.record({
      hourlyRate: fc.integer({ min: 0, max: 12_000 }),
      minutesLast30Days: fc.integer({ min: 0, max: 20_000 }),
      servesRequests: fc.subarray(['woman', 'man'] as const).map((values) => [...values]),
      home: fc.record({ latitude: fc.double({ min: 51.3, max: 51.7, noNaN: true }), longitude: fc.double({ min: -0.5, max: 0.3, noNaN: true }) }),
    });
    fc.assert(
      fc.property(anyone, (more) => {
        const [request, facts] = [aMatchRequest({ preferredGender: 'woman' }), aCandidate(more)];
        const total = totalOf(scoresOf(request, facts, someLevels));
        expect(bestPossible(request, facts, someLevels)).toBeGreaterThanOrEqual(total);
        if (more.minutesLast30Days === 0) expect(bestPossible(request, facts, someLevels)).toBe(total);
      }),
    );
  });
});
