import { dayBefore, minutesOf, type Watch, watchAt } from './clock';
import type { ModelInterpreter, ModelJob, ModelRequest, ModelSkill, ModelTable, Place } from './world';

/**
 * The hard rules, written once more from the domain's own words, minute by minute and rule by rule, as slowly and plainly as
 * they can be. Imports nothing of the product.
 */

const levels = ['exact', 'close_consent', 'last_resort', 'never_auto'];
const unknown = { level: 'never_auto' as const, notFor: [], signed: false };

export const kilometres = (a: Place, b: Place): number => {
  const rad = Math.PI / 180;
  const h =
    Math.sin(((b.latitude - a.latitude) * rad) / 2) ** 2 +
    Math.cos(a.latitude * rad) * Math.cos(b.latitude * rad) * Math.sin(((b.longitude - a.longitude) * rad) / 2) ** 2;
  return 6371.0088 * 2 * Math.atan2(Math.sqrt(h), Math.sqrt(1 - h));
};

const paceKmh = { walk: 4.5, bicycle: 14, public: 18, car: 24 };
export const journeyMinutes = (a: Place, b: Place, by: keyof typeof paceKmh): number =>
  Math.ceil((kilometres(a, b) * 1.3 * 60) / paceKmh[by] + 10);

const pairFailures = (request: ModelRequest, table: ModelTable, who: ModelInterpreter, skill: ModelSkill): string[] => {
  const { level, notFor } = table.get(skill.varietyId) ?? unknown;
  const blank = request.topic === null;
  const failures: string[] = [];
  if (level === 'never_auto') failures.push('language-not-matched');
  if (skill.otherId !== request.otherId) failures.push('other-language');
  if (skill.direction !== 'both') failures.push('one-way-only');
  if (level !== 'exact' && request.lowered.includes(skill.varietyId)) failures.push('understanding-failed');
  else if (request.notUnderstood.includes(who.id)) failures.push('understanding-failed');
  const neverHalf = ['consent-to-treatment', 'safeguarding', 'mental-health'];
  const excluded = blank ? notFor.length > 0 : notFor.includes(request.topic ?? '');
  if (level === 'close_consent' && excluded) failures.push('not-for-topic');
  if (level === 'last_resort' && (excluded || blank || neverHalf.includes(request.topic ?? ''))) failures.push('not-for-topic');
  const agreed = request.consents.filter((one) => one.interpreterVariety === skill.varietyId).map((one) => one.level as string);
  if (level === 'close_consent' && !agreed.includes('close_consent')) failures.push('language-needs-consent');
  if (level === 'last_resort' && !agreed.includes('last_resort')) failures.push('language-last-resort');
  if (skill.credentialExpiresOn !== null && skill.credentialExpiresOn < request.date) failures.push('credential-lapsed');
  const needed = { 'mental-health': 'mental-health', safeguarding: 'social-care' }[request.topic ?? ''] ?? 'health';
  if (skill.scope.length > 0 && !(skill.scope as string[]).includes(needed)) failures.push('credential-out-of-scope');
  return failures;
};

export interface ModelPair {
  skill: ModelSkill | null;
  level: string;
  failures: string[];
}

/** Anything that nothing stands against, the best level first; else the best level there is. */
export const pairOf = (request: ModelRequest, table: ModelTable, who: ModelInterpreter): ModelPair => {
  const pairs = who.skills.map((skill) => ({
    skill,
    level: (table.get(skill.varietyId) ?? unknown).level as string,
    failures: pairFailures(request, table, who, skill),
  }));
  const clear = pairs.filter(({ failures }) => failures.length === 0);
  const from = clear.length > 0 ? clear : pairs;
  from.sort((a, b) => {
    if (a.level !== b.level) return levels.indexOf(a.level) - levels.indexOf(b.level);
    if (a.failures.length !== b.failures.length) return a.failures.length - b.failures.length;
    return `${a.skill.varietyId} ${a.skill.otherId}` < `${b.skill.varietyId} ${b.skill.otherId}` ? -1 : 1;
  });
  return from[0] ?? { skill: null, level: 'never_auto', failures: ['language-not-matched'] };
};

const coversMinute = (date: string, minute: number, on: (date: string) => boolean, from: number, to: number): boolean =>
  (on(date) && from <= minute && minute < to) || (on(dayBefore(date)) && minute + 1440 >= from && minute + 1440 < to);

const works = (who: ModelInterpreter, { date, minute, weekday }: Watch): boolean => {
  const dated = (kind: 'away' | 'extra') =>
    who.exceptions
      .filter((one) => one.kind === kind)
      .some((one) => coversMinute(date, minute, (day) => one.fromDate <= day && day <= one.toDate, one.fromMinute ?? 0, one.toMinute ?? 1440));
  const yesterday = weekday === 1 ? 7 : weekday - 1;
  const weekly = who.hours.some(
    (one) =>
      (one.weekday === weekday && one.fromMinute <= minute && minute < one.toMinute) ||
      (one.weekday === yesterday && one.fromMinute <= minute + 1440 && minute + 1440 < one.toMinute),
  );
  return !dated('away') && (weekly || dated('extra'));
};

const fits = (request: ModelRequest, jobs: readonly ModelJob[], who: ModelInterpreter): boolean => {
  const here: ModelJob = { ...request, bookingId: 'this', siteId: request.siteId, point: request.point };
  const day = [...jobs, here].sort((a, b) => a.start.getTime() - b.start.getTime());
  const place = day.indexOf(here);
  const onSite = (job: ModelJob): boolean => job.modality === 'in-person';
  const before = day.slice(0, place).filter(onSite).at(-1);
  const after = day.slice(place + 1).find(onSite);
  const legs = onSite(here) ? [[before, here] as const, [here, after] as const] : [[before, after] as const];
  return legs.every(([from, to]) => {
    if (!from || !to || from.siteId === to.siteId) return true;
    if (!from.point || !to.point) return false;
    const calls = day.slice(day.indexOf(from) + 1, day.indexOf(to)).filter((job) => !onSite(job));
    const onCalls = calls.reduce((sum, job) => sum + (job.end.getTime() - job.start.getTime()) / 60_000, 0);
    const gap = (to.start.getTime() - from.end.getTime()) / 60_000 - onCalls;
    return journeyMinutes(from.point, to.point, who.transport) <= gap;
  });
};

const dayIsFull = (request: ModelRequest, jobs: readonly ModelJob[], { dailyCapMinutes, zone }: ModelInterpreter): boolean => {
  if (dailyCapMinutes === null) return false;
  const near = jobs.filter((job) => Math.abs(job.start.getTime() - request.start.getTime()) < 2.5 * 86_400_000);
  const perDay = new Map<string, number>();
  for (const { start, end } of [...near, request])
    for (const minute of minutesOf(start, end)) {
      const { date } = watchAt(minute, zone);
      perDay.set(date, (perDay.get(date) ?? 0) + 1);
    }
  return minutesOf(request.start, request.end).some((minute) => (perDay.get(watchAt(minute, zone).date) ?? 0) > dailyCapMinutes);
};

/** The codes of every rule that fails; empty: possible. */
export const failuresOf = (request: ModelRequest, table: ModelTable, who: ModelInterpreter): Set<string> => {
  const pair = pairOf(request, table, who);
  const failures = new Set(pair.failures);
  const { signed } = (pair.skill && table.get(pair.skill.varietyId)) ?? unknown;
  const jobs = who.jobs.filter((job) => job.bookingId !== request.bookingId);
  const fail = (code: string, when: boolean): void => void (when && failures.add(code));
  fail('signed-by-phone', signed && request.modality === 'phone');
  fail('modality-not-offered', !who.modalities.includes(signed && request.modality === 'video' ? 'sign-video' : request.modality));
  fail('role-not-offered', !who.roles.includes(request.role));
  fail('gender-required', request.requiredGender !== null && !(who.servesRequests as string[]).includes(request.requiredGender));
  fail('refused-by-patient', request.refused.includes(who.id));
  fail('not-from-local-area', request.avoidsLocalArea && kilometres(who.home, request.point) <= request.localAreaKm);
  fail('not-available', minutesOf(request.start, request.end).some((minute) => !works(who, watchAt(minute, who.zone))));
  fail('interpreter-busy', jobs.some((job) => job.start < request.end && request.start < job.end));
  fail('interpreter-travelling', !failures.has('interpreter-busy') && !fits(request, jobs, who));
  fail('daily-hours', dayIsFull(request, jobs, who));
  fail('outside-area', request.modality === 'in-person' && kilometres(who.home, request.point) > who.radiusKm);
  fail('not-taking-work', !who.active);
  return failures;
};
