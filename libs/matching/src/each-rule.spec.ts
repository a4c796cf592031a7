import { aCandidate, aJob, aMatchRequest, aSkill, croydon, from, someLevels } from '../../../tests/support/matching';
import type { LanguageLevels, MatchRequest, RefusalCode } from './match';
import { hardRules, judgeBy, judgeCandidate } from './rules';

type Candidate = ReturnType<typeof aCandidate>;

interface Example {
  named: string;
  candidate?: Partial<Candidate>;
  request?: Partial<MatchRequest>;
  levels?: LanguageLevels;
}

const speaks = (varietyId: string): Partial<Candidate> => ({ skills: [aSkill({ varietyId })] });
const consents = [{ interpreterVariety: 'shu', level: 'close_consent' as const }];
const signed: LanguageLevels = { ...someLevels, of: (id) => ({ ...someLevels.of(id), signed: true }) };

/** Of each rule somebody whom it refuses and no other rule does. */
const examples: Record<RefusalCode, Example> = {
  'language-not-matched': { named: 'a speaker of Egyptian Arabic for a patient from Sudan', candidate: speaks('arz') },
  'other-language': { named: 'somebody who interprets to Spanish', candidate: { skills: [aSkill({ otherId: 'spa' })] } },
  'one-way-only': { named: 'somebody who only interprets into English', candidate: { skills: [aSkill({ direction: 'into-other' })] } },
  'understanding-failed': {
    named: 'a consented variety that this patient did not understand',
    candidate: speaks('shu'),
    request: { consents, lowered: ['shu'] },
  },
  'not-for-topic': {
    named: 'a consented variety for what its row excludes',
    candidate: speaks('shu'),
    request: { consents, topic: 'maternity' },
    levels: { ...someLevels, of: (id) => ({ ...someLevels.of(id), notFor: ['maternity'] }) },
  },
  'language-needs-consent': { named: 'a close variety without consent', candidate: speaks('shu') },
  'language-last-resort': { named: 'a last resort that nobody agreed to', candidate: speaks('afb') },
  'signed-by-phone': { named: 'a signer on the phone', request: { modality: 'phone' }, levels: signed },
  'modality-not-offered': { named: 'somebody who only works by phone', candidate: { modalities: ['phone'] } },
  'role-not-offered': { named: 'an interpreter where an advocate is wanted', request: { role: 'advocate' } },
  'gender-required': { named: 'somebody who does not serve requests for a woman', candidate: { servesRequests: [] }, request: { requiredGender: 'woman' } },
  'refused-by-patient': { named: 'somebody whom the patient refused', request: { refused: ['hiba'] } },
  'not-from-local-area': { named: 'a neighbour of a patient who wants none', request: { avoidsLocalArea: true, modality: 'phone' } },
  'not-available': { named: 'an evening outside the hours', request: { interval: from('19:00', 40) } },
  'interpreter-busy': { named: 'somebody on a call then', candidate: { commitments: [aJob('14:40', 5, { modality: 'phone', siteId: null, point: null })] } },
  'interpreter-travelling': {
    named: 'somebody who ends across town ten minutes before',
    candidate: { commitments: [aJob('13:20', 60, { siteId: 'croydon', point: croydon })] },
  },
  'daily-hours': { named: 'a day that is full', candidate: { dailyCapMinutes: 60, commitments: [aJob('10:00', 30)] } },
  'outside-area': { named: 'a place beyond the radius', candidate: { radiusKm: 1 } },
  'credential-lapsed': { named: 'a credential that lapses the day before', candidate: { skills: [aSkill({ credentialExpiresOn: '2026-12-02' })] } },
  'credential-out-of-scope': { named: 'a credential for courts only', candidate: { skills: [aSkill({ scope: ['legal'] })] } },
  'not-taking-work': { named: 'somebody who takes no work', candidate: { active: false } },
};

const codes = Object.keys(examples) as RefusalCode[];
const parts = ({ request, candidate, levels = someLevels }: Example) =>
  [aMatchRequest(request), aCandidate(candidate), levels] as const;

it('there is one example for each hard rule, in the order in which they are told', () => {
  expect(hardRules.map(({ code }) => code)).toEqual(codes);
});

describe('each hard rule alone refuses', () => {
  it.each(codes.map((code) => [code, examples[code].named] as const))('%s: %s', (code) => {
    const verdict = judgeCandidate(...parts(examples[code]));
    expect(verdict.eligible ? [] : verdict.refusals.map((refusal) => refusal.code)).toEqual([code]);
  });
});

describe('without it, nothing would refuse', () => {
  it.each(codes)('%s', (code) => {
    const without = judgeBy(hardRules.filter((rule) => rule.code !== code));
    expect(without(...parts(examples[code]))).toMatchObject({ eligible: true });
  });
});
