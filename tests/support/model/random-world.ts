import { watchAt } from './clock';
import type { ModelException, ModelInterpreter, ModelJob, ModelRequest, ModelSkill, ModelTable, Throws } from './world';

const MINUTE = 60_000;
const DAY = 86_400_000;
const later = (instant: Date, minutes: number): Date => new Date(instant.getTime() + minutes * MINUTE);

export const zones = ['Europe/London', 'Europe/Kyiv', 'Asia/Kathmandu', 'America/St_Johns', 'Pacific/Kiritimati', 'Pacific/Honolulu'] as const;
const modalities = ['in-person', 'video', 'phone'] as const;
const topics = ['general', 'test-results', 'maternity', 'mental-health', 'safeguarding', 'consent-to-treatment', 'serious-news'] as const;

/** A few clinics around London; jobs are there, so that one site and next-door sites happen. */
export const sitesOf = (throws: Throws): { siteId: string; point: { latitude: number; longitude: number } }[] =>
  Array.from({ length: 6 }, () => ({
    siteId: throws.id(),
    point: { latitude: 51.5 + (throws.next() - 0.5) * 0.35, longitude: -0.1 + (throws.next() - 0.5) * 0.5 },
  }));
type Sites = ReturnType<typeof sitesOf>;

/** Near the clock changes of autumn and spring, too: there days have 23 or 25 hours. */
const days = ['2026-12-03', '2026-10-24', '2026-10-25', '2026-03-28', '2026-03-29', '2026-11-01'] as const;

export const requestOf = (throws: Throws, sites: Sites, table: ModelTable, weights: Record<string, number>): ModelRequest => {
  const start = new Date(Date.parse(`${throws.one(days)}T00:00Z`) + throws.between(0, 24 * 12 - 1) * 5 * MINUTE);
  const site = sites[0] ?? { siteId: 'none', point: { latitude: 51.5, longitude: 0 } };
  const consents = [...table]
    .filter(([, { level }]) => (level === 'close_consent' || level === 'last_resort') && throws.chance(0.6))
    .map(([interpreterVariety, { level }]) => ({ interpreterVariety, level: level as 'close_consent' | 'last_resort' }));
  return {
    bookingId: null,
    otherId: throws.chance(0.9) ? 'eng' : 'spa',
    role: throws.chance(0.9) ? 'interpreter' : 'cultural-mediator',
    topic: throws.chance(0.2) ? null : throws.chance(0.5) ? 'general' : throws.one(topics),
    consents,
    lowered: throws.some([...table.keys()], 0.15),
    notUnderstood: [],
    start,
    end: later(start, throws.between(1, 30) * 5),
    date: watchAt(start.getTime(), 'Europe/London').date,
    siteId: site.siteId,
    point: site.point,
    modality: throws.chance(0.6) ? 'in-person' : throws.one(modalities),
    requiredGender: throws.chance(0.25) ? 'woman' : null,
    preferredGender: throws.chance(0.25) ? throws.one(['woman', 'man']) : null,
    refused: [],
    wanted: [],
    timesSeen: new Map(),
    record: new Map(),
    avoidsLocalArea: throws.chance(0.2),
    localAreaKm: throws.between(1, 12),
    weights: throws.chance(0.5) ? weights : Object.fromEntries(Object.keys(weights).map((name) => [name, throws.between(0, 50)])),
  };
};

const skillsOf = (throws: Throws, varieties: readonly [string, ...string[]], date: string): ModelSkill[] => {
  const pairs = Array.from({ length: throws.between(1, 3) }, () => [throws.one(varieties), throws.chance(0.9) ? 'eng' : 'spa'] as const);
  const once = new Map(pairs.filter(([variety, other]) => variety !== other).map((pair) => [pair.join(), pair]));
  return [...once.values()].map(([varietyId, otherId]) => {
    const credential = throws.chance(0.7) ? throws.one(['DPSI Health', 'Community', 'NRPSI']) : null;
    const expires = throws.one([-400, -1, 0, 1, 30, 700]);
    return {
      varietyId,
      otherId,
      direction: throws.chance(0.94) ? 'both' : throws.one(['into-other', 'out-of-other']),
      credential,
      credentialExpiresOn: credential && throws.chance(0.4) ? new Date(Date.parse(date) + expires * DAY).toISOString().slice(0, 10) : null,
      credentialLevel: credential && throws.chance(0.5) ? throws.one(['Level 3', 'Level 6', 'full']) : null,
      scope: !credential || throws.chance(0.6) ? [] : throws.some(['health', 'mental-health', 'social-care', 'legal'] as const, 0.6),
    };
  });
};

const hoursOf = (throws: Throws): ModelInterpreter['hours'] => {
  const kind = throws.between(0, 3);
  if (kind === 0) return [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, fromMinute: 0, toMinute: 1440 }));
  const from = throws.between(0, 23) * 60;
  return throws
    .some([1, 2, 3, 4, 5, 6, 7], kind === 1 ? 0.9 : 0.5)
    .map((weekday) => ({ weekday, fromMinute: from, toMinute: from + throws.between(4, 20) * 60 }));
};

const exceptionsOf = (throws: Throws, start: Date): ModelException[] =>
  Array.from({ length: throws.chance(0.3) ? throws.between(1, 3) : 0 }, () => {
    const first = new Date(start.getTime() + throws.between(-3, 2) * DAY);
    const last = new Date(first.getTime() + throws.between(0, 2) * DAY);
    const kind = throws.one(['away', 'extra'] as const);
    const whole = kind === 'away' && throws.chance(0.5);
    const from = throws.between(0, 23) * 60;
    return {
      kind,
      fromDate: first.toISOString().slice(0, 10),
      toDate: last.toISOString().slice(0, 10),
      fromMinute: whole ? null : from,
      toMinute: whole ? null : from + throws.between(1, 24) * 60,
    };
  });

/** Some close around the appointment, some in the month before it; each begins when the one before has ended. */
const jobsOf = (throws: Throws, { start, end }: ModelRequest, sites: Sites): ModelJob[] => {
  const jobs: ModelJob[] = [];
  const add = (from: Date): void => {
    const to = later(from, throws.between(1, 24) * 5);
    if (jobs.some((job) => job.start < to && from < job.end)) return;
    const site = sites[throws.between(0, sites.length - 1)];
    const remote = !site || throws.chance(0.3);
    jobs.push({
      bookingId: throws.id(),
      start: from,
      end: to,
      modality: remote ? throws.one(['video', 'phone']) : 'in-person',
      siteId: remote ? null : site.siteId,
      point: remote ? null : site.point,
    });
  };
  for (let n = throws.between(0, 3); n > 0; n--) add(later(start, -throws.between(0, 40) * 5));
  for (let n = throws.between(0, 2); n > 0; n--) add(later(end, throws.between(-2, 40) * 5));
  for (let n = throws.between(0, 12); n > 0; n--) add(later(start, -throws.between(300, 30 * 288) * 5));
  return jobs.sort((a, b) => a.start.getTime() - b.start.getTime());
};

/** Somebody whom little stands against, so that lists are long enough to have an order and a second page. */
const ready = (who: ModelInterpreter, variety: string): ModelInterpreter => ({
  ...who,
  roles: ['interpreter', 'cultural-mediator'],
  modalities: ['in-person', 'video', 'phone', 'sign-video'],
  servesRequests: ['woman', 'man'],
  radiusKm: 80,
  active: true,
  dailyCapMinutes: null,
  skills: ['eng', 'spa'].map((otherId) => ({
    varietyId: variety, otherId, direction: 'both', credential: null, credentialExpiresOn: null, credentialLevel: null, scope: [],
  })),
  hours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, fromMinute: 0, toMinute: 1440 })),
  exceptions: who.exceptions.filter(({ kind }) => kind === 'extra'),
  jobs: who.jobs.slice(0, 2),
});

export const interpreterOf = (
  throws: Throws,
  n: number,
  { request, sites, varieties }: { request: ModelRequest; sites: Sites; varieties: readonly [string, ...string[]] },
): ModelInterpreter => {
  const gender = throws.one(['woman', 'woman', 'man', 'another', 'not-said'] as const);
  const near = throws.chance(0.7) ? 0.15 : 0.6;
  const isReady = throws.chance(0.4);
  const who: ModelInterpreter = {
    id: throws.id(),
    displayName: `Interpreter ${n}`,
    gender,
    servesRequests: throws.chance(0.15) ? ['woman', 'man'] : gender === 'woman' || gender === 'man' ? [gender] : [],
    roles: throws.chance(0.85) ? ['interpreter'] : throws.one([['cultural-mediator'], ['interpreter', 'cultural-mediator']]),
    modalities: throws.chance(0.7) ? ['in-person', 'video', 'phone', 'sign-video'] : throws.one([['in-person'], ['video', 'phone'], ['in-person', 'sign-video'], ['phone']]),
    zone: throws.chance(0.8) ? 'Europe/London' : throws.one(zones),
    home: {
      latitude: request.point.latitude + (throws.next() - 0.5) * near,
      longitude: request.point.longitude + (throws.next() - 0.5) * near,
    },
    radiusKm: throws.one([5, 10, 25, 50, 80]),
    transport: throws.one(['walk', 'bicycle', 'public', 'car']),
    hourlyRate: throws.between(0, 60) * 200,
    active: throws.chance(0.95),
    dailyCapMinutes: throws.chance(0.3) ? throws.between(1, 16) * 30 : null,
    skills: skillsOf(throws, varieties, request.date),
    hours: hoursOf(throws),
    exceptions: exceptionsOf(throws, request.start),
    jobs: jobsOf(throws, request, sites),
  };
  return isReady ? ready(who, varieties[0]) : who;
};

/** The sixty who would stand first are all busy: a rule that is only judged late. */
export const withTheFirstSixtyBusy = (world: readonly ModelInterpreter[], best: readonly string[], { start, end }: ModelRequest): ModelInterpreter[] => {
  const first = new Set(best.slice(0, 60));
  return world.map((who) => {
    if (!first.has(who.id)) return who;
    const job: ModelJob = { bookingId: who.id, start, end, modality: 'phone', siteId: null, point: null };
    return { ...who, jobs: [...who.jobs.filter((one) => one.end <= start || one.start >= end), job].sort((a, b) => a.start.getTime() - b.start.getTime()) };
  });
};

/** Wishes and history of this patient, once it is known who there is. */
export const withPeople = (throws: Throws, request: ModelRequest, world: readonly ModelInterpreter[]): ModelRequest => {
  const some = (probability: number): string[] => throws.some(world.map(({ id }) => id), probability);
  return {
    ...request,
    refused: some(0.02),
    notUnderstood: some(0.02),
    wanted: throws.chance(0.3) ? some(0.02) : [],
    timesSeen: new Map(some(0.1).map((id) => [id, throws.between(1, 5)])),
    record: new Map(some(0.4).map((id) => [id, { kept: throws.between(10, 20), of: 20 }])),
  };
};
