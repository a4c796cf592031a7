import { aCandidate, aJob, aMatchRequest, aSkill, at, croydon, from, someLevels } from '../../../tests/support/matching';
import type { LanguageLevels, MatchRequest } from './match';
import { judgeCandidate } from './rules';

type Candidate = ReturnType<typeof aCandidate>;

const judge = (candidate: Partial<Candidate> = {}, request: Partial<MatchRequest> = {}, levels = someLevels) =>
  judgeCandidate(aMatchRequest(request), aCandidate(candidate), levels);

const speaking = (...varietyIds: string[]): Partial<Candidate> => ({
  skills: varietyIds.map((varietyId) => aSkill({ varietyId, credential: null })),
});

const whyNot = (candidate: Partial<Candidate>, request: Partial<MatchRequest> = {}, levels = someLevels): string => {
  const verdict = judge(candidate, request, levels);
  return verdict.eligible ? 'possible' : `${verdict.code}: ${verdict.sentence}`;
};

const agreed = (interpreterVariety: string, level: 'close_consent' | 'last_resort'): Partial<MatchRequest> => ({
  consents: [{ interpreterVariety, level }],
});

/** The same table, with topics that its rows do not serve for. */
const notFor = (...topics: string[]): LanguageLevels => ({ ...someLevels, of: (id) => ({ ...someLevels.of(id), notFor: topics }) });

describe('who may interpret', () => {
  it('is somebody whom no rule refuses', () => {
    expect(judge()).toEqual({ interpreterId: 'hiba', displayName: 'Hiba Elamin', eligible: true, level: 'exact', varietyId: 'apd' });
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

  it('serves by the pair that nothing stands against, though another is nearer', () => {
    const lapsed = aSkill({ credentialExpiresOn: '2026-12-01' });
    const close = aSkill({ varietyId: 'shu', credential: null });
    expect(judge({ skills: [lapsed, close] }, agreed('shu', 'close_consent'))).toMatchObject({ eligible: true, level: 'close_consent' });
    expect(whyNot({ skills: [lapsed, close] })).toContain('credential-lapsed');
  });

  it('is nobody who interprets the language to another one', () => {
    expect(whyNot({ skills: [aSkill({ otherId: 'spa' })] })).toBe('other-language: Interprets Sudanese Arabic to Spanish, not English.');
    expect(whyNot({ skills: [aSkill({ otherId: 'spa' }), aSkill()] })).toBe('possible');
  });

  it('is nobody who interprets one way only', () => {
    expect(whyNot({ skills: [aSkill({ direction: 'into-other' })] })).toBe(
      'one-way-only: Interprets only from Sudanese Arabic to English, not back.',
    );
    expect(whyNot({ skills: [aSkill({ direction: 'out-of-other' })] })).toBe(
      'one-way-only: Interprets only from English to Sudanese Arabic, not back.',
    );
  });

  it('is nobody who does not work that way', () => {
    expect(whyNot({ modalities: ['video', 'phone'] })).toBe('modality-not-offered: Works by video and by phone, not in person.');
  });

  it.each(['man', 'another', 'not-said'] as const)('is no %s where the patient requires a woman', (gender) => {
    const servesRequests = gender === 'man' ? ['man' as const] : [];
    expect(whyNot({ gender, servesRequests }, { requiredGender: 'woman' })).toBe(
      'gender-required: The patient requires a woman, and only they can lift that.',
    );
  });

  it('is whoever serves requests for a woman, whatever their gender', () => {
    expect(whyNot({ gender: 'another', servesRequests: ['woman', 'man'] }, { requiredGender: 'woman' })).toBe('possible');
    expect(whyNot({ gender: 'woman', servesRequests: [] }, { requiredGender: 'woman' })).toContain('gender-required');
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

  it('is nobody whose credential does not cover the topic', () => {
    const covering = (...scope: Candidate['skills'][number]['scope']): Partial<Candidate> => ({ skills: [aSkill({ scope })] });
    expect(whyNot(covering('legal', 'social-care'))).toBe(
      'credential-out-of-scope: Credential DPSI Health covers legal and social care, not health.',
    );
    expect(whyNot(covering('health'), { topic: 'mental-health' })).toContain('not mental health.');
    expect(whyNot(covering('health'), { topic: 'safeguarding' })).toContain('not social care.');
    expect(whyNot(covering('health'), { topic: 'maternity' })).toBe('possible');
    expect(whyNot(covering('health'), { topic: null })).toBe('possible');
    expect(whyNot(covering('mental-health'), { topic: 'mental-health' })).toBe('possible');
    expect(whyNot(covering(), { topic: 'mental-health' })).toBe('possible');
  });

  it('is nobody who takes no work', () => {
    expect(whyNot({ active: false })).toBe('not-taking-work: Takes no work at present.');
  });

  it('tells the first reason, in the order of the rules, and keeps the others', () => {
    const verdict = judge({ ...speaking('arz'), active: false, servesRequests: [], hours: [] }, { requiredGender: 'woman' });
    expect(verdict).toMatchObject({ eligible: false, code: 'language-not-matched' });
    expect(verdict.eligible ? [] : verdict.refusals.map(({ code }) => code)).toEqual([
      'language-not-matched',
      'gender-required',
      'not-available',
      'not-taking-work',
    ]);
  });
});

describe('somebody of a close variety', () => {
  it('may interpret with the patient’s own consent to that variety', () => {
    expect(judge(speaking('shu'), agreed('shu', 'close_consent'))).toMatchObject({ eligible: true, level: 'close_consent' });
    expect(whyNot(speaking('shu'), agreed('afb', 'close_consent'))).toContain('language-needs-consent');
    expect(whyNot(speaking('shu'), agreed('shu', 'last_resort'))).toContain('language-needs-consent');
  });

  it('may not where the row does not serve for the topic, consent or not', () => {
    const consent = agreed('shu', 'close_consent');
    expect(whyNot(speaking('shu'), { ...consent, topic: 'maternity' }, notFor('maternity'))).toBe(
      'not-for-topic: Speaks Chadian Arabic, which does not serve Sudanese Arabic for maternity.',
    );
    expect(whyNot(speaking('shu'), { ...consent, topic: 'general' }, notFor('maternity'))).toBe('possible');
  });

  it('may not for a topic left blank, where the row names any', () => {
    const blank = { ...agreed('shu', 'close_consent'), topic: null };
    expect(whyNot(speaking('shu'), blank, notFor('maternity'))).toBe(
      'not-for-topic: Speaks Chadian Arabic, which does not serve Sudanese Arabic for an appointment whose topic was left blank.',
    );
    expect(whyNot(speaking('shu'), blank)).toBe('possible');
  });

  it('may not once this patient was not understood', () => {
    const lowered = { ...agreed('shu', 'close_consent'), lowered: ['shu'] };
    expect(whyNot(speaking('shu'), lowered)).toBe('understanding-failed: Not for this patient until an earlier session has been reviewed.');
    expect(whyNot({}, { lowered: ['apd'] })).toBe('possible');
  });
});

describe('somebody of a last resort', () => {
  const both = agreed('afb', 'last_resort');

  it('may interpret where coordinator and patient agreed', () => {
    expect(judge(speaking('afb'), both)).toMatchObject({ eligible: true, level: 'last_resort' });
    expect(whyNot(speaking('afb'), agreed('afb', 'close_consent'))).toContain('language-last-resort');
  });

  it.each(['consent-to-treatment', 'safeguarding', 'mental-health', null] as const)('never may for %s', (topic) => {
    expect(whyNot(speaking('afb'), { ...both, topic })).toContain('not-for-topic');
  });

  it('may not for what its row excludes besides', () => {
    expect(whyNot(speaking('afb'), { ...both, topic: 'maternity' }, notFor('maternity'))).toContain('not-for-topic');
  });
});

it('nobody of an unreviewed variety may interpret, whatever was agreed', () => {
  for (const level of ['close_consent', 'last_resort'] as const)
    expect(whyNot(speaking('arz'), agreed('arz', level))).toContain('language-not-matched');
});

it('somebody with whom understanding failed waits for the review, and the sentence names nobody', () => {
  expect(whyNot({}, { notUnderstood: ['hiba'] })).toBe(
    'understanding-failed: Not for this patient until an earlier session has been reviewed.',
  );
});

describe('signing', () => {
  const signed: LanguageLevels = { patientVariety: 'BSL', of: () => ({ ...someLevels.of('apd'), name: 'BSL', signed: true }) };

  it('on a screen is a way of working by itself', () => {
    expect(whyNot({}, { modality: 'video' }, signed)).toBe(
      'modality-not-offered: Works in person, by video and by phone, not signing by video.',
    );
    expect(whyNot({ modalities: ['sign-video'] }, { modality: 'video' }, signed)).toBe('possible');
    expect(whyNot({ modalities: ['sign-video'] }, { modality: 'video' })).toBe('modality-not-offered: Works signing by video, not by video.');
  });

  it('is impossible by phone', () => {
    expect(whyNot({}, { modality: 'phone' }, signed)).toBe('signed-by-phone: BSL cannot be signed over the phone.');
  });
});

describe('a role', () => {
  it('is judged beside the language', () => {
    expect(whyNot({}, { role: 'cultural-mediator' })).toBe('role-not-offered: Works as interpreter, not as cultural mediator.');
    expect(whyNot({ roles: ['advocate', 'cultural-mediator'] }, { role: 'cultural-mediator' })).toBe('possible');
  });
});

describe('nobody from the local area', () => {
  const avoiding = { avoidsLocalArea: true, localAreaKm: 5 };

  it('is somebody near the site, by phone as well, and how near is not told', () => {
    for (const modality of ['in-person', 'phone'] as const)
      expect(whyNot({}, { ...avoiding, modality })).toBe('not-from-local-area: The patient asked for nobody from the local area.');
    expect(whyNot({ home: croydon }, avoiding)).toBe('possible');
    expect(whyNot({}, { ...avoiding, localAreaKm: 1 })).toBe('possible');
  });

  it('cannot be judged for a place that is not on the map, and so is refused', () => {
    expect(whyNot({ home: croydon }, { ...avoiding, modality: 'phone', point: null })).toContain('not-from-local-area: This place is not on the map');
  });
});

describe('a place that is not on the map', () => {
  it('is in nobody’s area', () => {
    expect(whyNot({}, { point: null })).toBe('outside-area: This place is not on the map yet, so distance cannot be judged.');
    expect(whyNot({}, { point: null, modality: 'phone' })).toBe('possible');
  });

  it('leaves no time to travel there from another job', () => {
    expect(whyNot({ commitments: [aJob('09:00', 30, { siteId: 'elsewhere', point: null })] })).toBe(
      'interpreter-travelling: Busy or travelling then.',
    );
  });
});

describe('hours of the interpreter’s own day', () => {
  const day = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, fromMinute: 0, toMinute: 1440 }));
  const capped = (dailyCapMinutes: number, ...commitments: ReturnType<typeof aJob>[]): Partial<Candidate> => ({ dailyCapMinutes, hours: day, commitments });

  it('run out, and what fills them is not told', () => {
    expect(whyNot(capped(160, aJob('08:00', 121)))).toBe('daily-hours: Busy or travelling then.');
    expect(whyNot(capped(160, aJob('08:00', 120)))).toBe('possible');
  });

  it('do not count the time that this booking holds', () => {
    expect(whyNot(capped(60, aJob('14:00', 60, { bookingId: 'this one' })), { bookingId: 'this one' })).toBe('possible');
  });

  it('may be fewer than this appointment takes', () => {
    expect(whyNot(capped(30))).toBe('daily-hours: Interprets at most 30 minutes a day.');
    expect(whyNot(capped(90), { interval: from('14:30', 100) })).toBe('daily-hours: Interprets at most 1 hour 30 minutes a day.');
  });

  it('carry each their part of a job over midnight', () => {
    const overMidnight = { interval: from('23:00', 120), modality: 'phone' as const };
    const remote = { modality: 'phone', siteId: null, point: null } as const;
    expect(whyNot(capped(60), overMidnight)).toBe('possible');
    expect(whyNot(capped(60, aJob('12:00', 10, remote)), overMidnight)).toContain('daily-hours');
    const nextDay = { start: at('2026-12-04T12:00'), end: at('2026-12-04T12:10') };
    expect(whyNot(capped(60, aJob('12:00', 10, { ...remote, ...nextDay })), overMidnight)).toContain('daily-hours');
    expect(whyNot(capped(70, aJob('12:00', 10, { ...remote, ...nextDay })), overMidnight)).toBe('possible');
  });

  it('are counted on the interpreter’s clock', () => {
    const inDhaka = { ...capped(60, aJob('17:30', 40, { siteId: 'marlowe' })), zone: 'Asia/Dhaka' };
    const early = { interval: from('18:10', 30) };
    expect(whyNot(inDhaka, early)).toBe('possible');
    expect(whyNot({ ...inDhaka, zone: 'Europe/London' }, early)).toContain('daily-hours');
  });
});

describe('dated exceptions', () => {
  const on = (kind: 'away' | 'extra', fromMinute: number | null, toMinute: number | null, date = '2026-12-03') => ({
    kind,
    fromDate: date,
    toDate: date,
    fromMinute,
    toMinute,
  });

  it('take time away, and where somebody is then is not told', () => {
    expect(whyNot({ exceptions: [on('away', null, null)] })).toBe('not-available: Away then.');
    expect(whyNot({ exceptions: [on('away', 900, 960)] })).toBe('not-available: Away then.');
    expect(whyNot({ exceptions: [on('away', 960, 1000)] })).toBe('possible');
    expect(whyNot({ exceptions: [on('away', 1200, 2400, '2026-12-02')] })).toBe('not-available: Away then.');
  });

  it('give time beyond the weekly hours', () => {
    const evening = { interval: from('17:40', 40) };
    expect(whyNot({ exceptions: [on('extra', 1080, 1140)] }, evening)).toBe('possible');
    expect(whyNot({ exceptions: [on('extra', 1081, 1140)] }, evening)).toContain('not-available');
    expect(whyNot({ hours: [], exceptions: [on('extra', 0, 1440)] })).toBe('possible');
  });

  it('take before they give', () => {
    expect(whyNot({ exceptions: [on('extra', 0, 1440), on('away', null, null)] })).toBe('not-available: Away then.');
  });
});
