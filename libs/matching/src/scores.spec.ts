import { aCandidate, aMatchRequest, croydon, someLevels, aSkill } from '../../../tests/support/matching';
import type { EligibleVerdict, MatchRequest } from './match';
import { rankCandidates } from './scores';

type Candidate = ReturnType<typeof aCandidate>;

const ranked = (candidates: Partial<Candidate>[], request: Partial<MatchRequest> = {}) =>
  rankCandidates(
    aMatchRequest(request),
    candidates.map((more) => {
      const facts = aCandidate({ displayName: more.id ?? 'hiba', ...more });
      const verdict: EligibleVerdict = { interpreterId: facts.id, displayName: facts.displayName, eligible: true, level: 'exact' };
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
    const candidates: Partial<Candidate>[] = [{ id: 'man', gender: 'man' }, { id: 'woman', hourlyRate: 4200 }];
    expect(order(candidates, { preferredGender: 'woman' })).toEqual(['woman', 'man']);
    expect(order(candidates)).toEqual(['man', 'woman']);
  });

  it('is whoever is nearer, has worked less and costs less', () => {
    expect(order([{ id: 'far', home: croydon }, { id: 'near' }])).toEqual(['near', 'far']);
    expect(order([{ id: 'a lot', jobsLast30Days: 9 }, { id: 'little' }])).toEqual(['little', 'a lot']);
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
    expect(ranked([{ home: croydon, jobsLast30Days: 30, hourlyRate: 20_000 }, {}])[1]?.match).toBeLessThan(70);
  });

  it('has a fee for the started quarters of an hour', () => {
    expect(ranked([{ hourlyRate: 3800 }])[0]?.feePence).toBe(2850);
  });
});

describe('the reasons', () => {
  it('say dialect, patient, travel and fair share, in this order', () => {
    const group = [{ id: 'hiba' }, { id: 'other', jobsLast30Days: 6, hourlyRate: 9999 }];
    expect(chips(group, { timesSeen: new Map([['hiba', 2]]) })).toEqual([
      'Dialect exact (helps)',
      'Patient seen twice (helps)',
      'Travel 16 min (helps)',
      'Fair share 3 jobs under (helps)',
    ]);
  });

  it('fall back on the record, then on the credential', () => {
    expect(chips([{}], { record: new Map([['hiba', { kept: 21, of: 24 }]]) })[1]).toBe('Kept 21 of 24 (hurts)');
    expect(chips([{}])[1]).toBe('Credential DPSI Health (helps)');
    expect(chips([{ skills: [aSkill({ varietyId: 'apd', credential: null, credentialExpiresOn: null })] }])).toHaveLength(3);
  });

  it('say first that a wish is not met', () => {
    const request = { preferredGender: 'woman', timesSeen: new Map([['hiba', 2]]) };
    expect(chips([{ gender: 'man' }], request)[1]).toBe('Patient wish not a woman (hurts)');
  });

  it('say nothing of travel for a call', () => {
    expect(chips([{}], { modality: 'phone', point: null }).join()).not.toContain('Travel');
  });
});
