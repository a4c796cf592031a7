import { instantOf, plusMinutes } from '@dragoman/kernel';
import type { CandidateFacts, CommittedTime, SkillFacts } from '@dragoman/interpreters';
import type { LanguageLevels, MatchRequest, Weights } from '@dragoman/matching';
import type { ModelRequest } from './model/world';

export const marlowe = { latitude: 51.5, longitude: -0.1 };
export const croydon = { latitude: 51.37, longitude: -0.1 };

export const at = (local: string, zone = 'Europe/London'): Date =>
  instantOf(local, zone, { gap: 'refuse', fold: 'earlier' });

/** On Thursday 3 December 2026. */
export const from = (time: string, minutes: number) => {
  const start = at(`2026-12-03T${time}`);
  return { start, end: plusMinutes(start, minutes) };
};

export const someWeights: Weights = {
  exactness: 40, continuity: 15, wish: 15, travel: 15, record: 12, 'fair-share': 10, cost: 8, credential: 6,
};

export const aMatchRequest = (more: Partial<MatchRequest> = {}): MatchRequest => ({
  organisationId: '0192f000-0000-7000-8000-000000000001',
  bookingId: null,
  varietyId: 'apd',
  otherId: 'eng',
  role: 'interpreter',
  topic: 'general',
  consents: [],
  lowered: [],
  interval: from('14:30', 40),
  zone: 'Europe/London',
  date: '2026-12-03',
  siteId: 'marlowe',
  point: marlowe,
  modality: 'in-person',
  requiredGender: null,
  preferredGender: null,
  timesSeen: new Map(),
  refused: [],
  wanted: [],
  notUnderstood: [],
  avoidsLocalArea: false,
  localAreaKm: 5,
  weights: someWeights,
  ...more,
});

export const aSkill = (more: Partial<SkillFacts> = {}): SkillFacts => ({
  varietyId: 'apd',
  otherId: 'eng',
  direction: 'both',
  credential: 'DPSI Health',
  credentialExpiresOn: null,
  credentialLevel: null,
  scope: [],
  ...more,
});

/** Somebody whom no rule refuses. */
export const aCandidate = (more: Partial<CandidateFacts> = {}): CandidateFacts => ({
  id: 'hiba',
  displayName: 'Hiba Elamin',
  gender: 'woman',
  servesRequests: ['woman'],
  roles: ['interpreter'],
  dailyCapMinutes: null,
  exceptions: [],
  modalities: ['in-person', 'video', 'phone'],
  zone: 'Europe/London',
  home: { latitude: 51.51, longitude: -0.11 },
  radiusKm: 30,
  transport: 'public',
  hourlyRate: 3800,
  active: true,
  skills: [aSkill()],
  hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 540, toMinute: 1080 })),
  commitments: [],
  jobsLast30Days: 0,
  minutesLast30Days: 0,
  ...more,
});

export const aJob = (time: string, minutes: number, more: Partial<CommittedTime> = {}): CommittedTime => ({
  ...from(time, minutes),
  bookingId: `at ${time}`,
  modality: 'in-person',
  siteId: 'marlowe',
  point: marlowe,
  ...more,
});

const table: Record<string, { level: ReturnType<LanguageLevels['of']>['level']; name: string }> = {
  apd: { level: 'exact', name: 'Sudanese Arabic' },
  shu: { level: 'close_consent', name: 'Chadian Arabic' },
  afb: { level: 'last_resort', name: 'Gulf Arabic' },
  arz: { level: 'never_auto', name: 'Egyptian Arabic' },
  eng: { level: 'never_auto', name: 'English' },
  spa: { level: 'never_auto', name: 'Spanish' },
};

/** Made up for the rules' own tests; the real table has its own. */
export const someLevels: LanguageLevels = {
  patientVariety: 'Sudanese Arabic',
  of: (varietyId) => ({ ...(table[varietyId] ?? { level: 'never_auto', name: varietyId }), signed: false, confidence: 'high', notFor: [] }),
};

/** What the plain model is asked, as the product is asked it. */
export const asked = ({ start, end, ...request }: ModelRequest): MatchRequest => ({
  ...request,
  organisationId: aMatchRequest().organisationId,
  varietyId: 'apd',
  topic: request.topic as MatchRequest['topic'],
  interval: { start, end },
  zone: 'Europe/London',
  weights: { ...someWeights, ...request.weights },
});
