import { aCandidate, aJob, aMatchRequest, aSkill, at, croydon, from, someLevels } from '../../../tests/support/matching';
import type { MatchRequest } from './match';
import { judgeCandidate } from './rules';

type Candidate = ReturnType<typeof aCandidate>;

const judge = (candidate: Partial<Candidate> = {}, request: Partial<MatchRequest> = {}) =>
  judgeCandidate(aMatchRequest(request), aCandidate(candidate), someLevels);

const speaking = (...varietyIds: string[]): Partial<Candidate> => ({
  skills: varietyIds.map((varietyId) => aSkill({ varietyId, credential: null })),
});

const whyNot = (candidate: Partial<Candidate>, request: Partial<MatchRequest> = {}): string => {
  const verdict = judge(candidate, request);
  return verdict.eligible ? 'possible' : `${verdict.code}: ${verdict.sentence}`;
};

describe('who may interpret', () => {
  it('is somebody whom no rule refuses', () => {
    expect(judge()).toEqual({ interpreterId: 'hiba', displayName: 'Hiba Elamin', eligible: true, level: 'exact' });
  });

  it.each([
    ['arz', 'language-not-matched: Speaks Egyptian Arabic, which is not a reviewed match for Sudanese Arabic.'],
    ['shu', "language-needs-consent: Speaks Chadian Arabic, close to Sudanese Arabic: needs the patient's own consent first."],
    ['afb', 'language-last-resort: Speaks Gulf Arabic, which speakers of Sudanese Arabic only partly understand: coordinator and patient must both agree first.'],
  ])('is nobody whose language is only %s', (varietyId, sentence) => {
    expect(whyNot(speaking(varietyId))).toBe(sentence);
  });

  it('is judged by the best of an interpreter’s languages', () => {
    expect(whyNot(speaking('arz', 'apd', 'shu'))).toBe('possible');
    expect(whyNot(speaking('arz', 'shu'))).toContain('Chadian');
  });

  it('is nobody who does not work that way', () => {
    expect(whyNot({ modalities: ['video', 'phone'] })).toBe('modality-not-offered: Works by video and by phone, not in person.');
  });

  it.each(['man', 'another', 'not-said'] as const)('is no %s where the patient requires a woman', (gender) => {
    expect(whyNot({ gender }, { requiredGender: 'woman' })).toBe(
      'gender-required: The patient requires a woman, and only they can lift that.',
    );
  });

  it('may be a man where the patient only prefers a woman', () => {
    expect(whyNot({ gender: 'man' }, { preferredGender: 'woman' })).toBe('possible');
  });

  it('is nobody whom the patient refused, and no reason is told', () => {
    expect(whyNot({}, { refused: ['hiba'] })).toBe('refused-by-patient: The patient asked for somebody else.');
  });

  it('is nobody outside their hours, which are told', () => {
    expect(whyNot({}, { interval: from('17:40', 40) })).toBe('not-available: Works 09:00–18:00 on Thursdays.');
    expect(whyNot({ hours: [{ weekday: 1, fromMinute: 0, toMinute: 1440 }] })).toBe('not-available: Does not work on Thursdays.');
    expect(whyNot({ hours: [] })).toBe('not-available: Has given no hours of work.');
    expect(whyNot({ zone: 'Asia/Dhaka' })).toBe('not-available: Works 09:00–18:00 on Thursdays (Asia/Dhaka time).');
  });

  it('is nobody in the middle of another job', () => {
    expect(whyNot({ commitments: [aJob('15:00', 30)] })).toBe('interpreter-busy: Busy or travelling then.');
    expect(whyNot({ commitments: [aJob('15:10', 30)] })).toBe('possible');
    expect(whyNot({ commitments: [aJob('14:00', 30)] })).toBe('possible');
  });

  it('is nobody who could not get there in time, and where they come from is not told', () => {
    expect(whyNot({ commitments: [aJob('13:00', 50, { siteId: 'croydon', point: croydon })] })).toBe(
      'interpreter-travelling: Busy or travelling then.',
    );
  });

  it('does not count the time that this very booking holds', () => {
    expect(whyNot({ commitments: [aJob('14:30', 40, { bookingId: 'this one' })] }, { bookingId: 'this one' })).toBe('possible');
  });

  it('is nobody who lives too far away, and how far is not told', () => {
    const far = { radiusKm: 5, home: croydon };
    expect(whyNot(far)).toBe('outside-area: This place is outside the area they travel in.');
    expect(whyNot(far, { modality: 'video' })).toBe('possible');
  });

  it('is nobody whose credential has lapsed by that day', () => {
    const until = (credentialExpiresOn: string): Partial<Candidate> => ({
      skills: [aSkill({ credentialExpiresOn })],
    });
    expect(whyNot(until('2026-12-01'))).toBe(
      'credential-lapsed: Credential DPSI Health lapses on 2026-12-01, before this appointment.',
    );
    expect(whyNot(until('2026-12-03'))).toBe('possible');
  });

  it('counts the day of the appointment where it takes place', () => {
    const start = at('2026-12-04T00:30', 'Asia/Dhaka');
    const lastDay = { hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 0, toMinute: 1440 })) };
    const skills = [aSkill({ varietyId: 'apd', credential: 'DPSI', credentialExpiresOn: '2026-12-03' })];
    const inDhaka = { interval: { start, end: new Date(start.getTime() + 1_800_000) }, zone: 'Asia/Dhaka', date: '2026-12-04' };
    expect(whyNot({ ...lastDay, skills }, inDhaka)).toContain('credential-lapsed');
  });

  it('is nobody who takes no work', () => {
    expect(whyNot({ active: false })).toBe('not-taking-work: Takes no work at present.');
  });

  it('tells the first reason, in the order of the rules, and keeps the others', () => {
    const verdict = judge({ ...speaking('arz'), active: false, gender: 'man', hours: [] }, { requiredGender: 'woman' });
    expect(verdict).toMatchObject({ eligible: false, code: 'language-not-matched' });
    expect(verdict.eligible ? [] : verdict.refusals.map(({ code }) => code)).toEqual([
      'language-not-matched',
      'gender-required',
      'not-available',
      'not-taking-work',
    ]);
  });
});
