import { addDays, dayInterval, type Interval, type LocalDate, overlaps, wallClock } from '@dragoman/kernel';
import type { CandidateFacts } from '@dragoman/interpreters';
import { isAvailable } from './availability';
import { absenceOrHours } from './hours-sentence';
import { onClock } from './on-clock';
import { BUSY, type Case, type HardRule, type Rule } from './rule';
import { canTravel } from './travel';

/** Time that this very booking holds is no obstacle to it. */
export const otherJobs = ({ request, facts }: Pick<Case, 'request' | 'facts'>): CandidateFacts['commitments'] =>
  request.bookingId === null ? facts.commitments : facts.commitments.filter(({ bookingId }) => bookingId !== request.bookingId);

const worksThen: Rule = ({ request, facts }) =>
  isAvailable(facts, request.interval) ? null : absenceOrHours(facts, request);

const isFree: Rule = (given) => (otherJobs(given).some((job) => overlaps(job, given.request.interval)) ? BUSY : null);

/** The same sentence as for an overlap: the neighbouring job may be another organisation's. */
const hasTimeToTravel: Rule = (given) => {
  const { interval, modality, siteId, point } = given.request;
  return canTravel(otherJobs(given), { ...interval, modality, siteId, point }, given.facts.transport) ? null : BUSY;
};

const datesOf = ({ start, end }: Interval, zone: string): LocalDate[] => {
  const last = wallClock(new Date(end.getTime() - 1), zone).date;
  const dates = [wallClock(start, zone).date];
  for (let date = dates[0] ?? last; date < last; ) dates.push((date = addDays(date, 1)));
  return dates;
};

const daysOf = onClock((interval, zone) => datesOf(interval, zone).map((date) => dayInterval(date, zone)));

const minutesWithin = (day: Interval, { start, end }: Interval): number => {
  const [from, to] = [Math.max(day.start.getTime(), start.getTime()), Math.min(day.end.getTime(), end.getTime())];
  return Math.max(0, (to - from) / 60_000);
};

const hours = (minutes: number): string => {
  const [whole, rest] = [Math.floor(minutes / 60), minutes % 60];
  const words = [whole > 0 && `${whole} ${whole === 1 ? 'hour' : 'hours'}`, rest > 0 && `${rest} minutes`];
  return words.filter(Boolean).join(' ');
};

/** Each day of the interpreter's own calendar carries its part of a job over midnight. What else fills it may be another organisation's. */
const hasHoursLeft: Rule = (given) => {
  const { dailyCapMinutes: cap, zone } = given.facts;
  if (cap === null) return null;
  const { interval } = given.request;
  const days = daysOf(interval, zone);
  if (days.some((day) => minutesWithin(day, interval) > cap)) return `Interprets at most ${hours(cap)} a day.`;
  const jobs = [...otherJobs(given), interval];
  const isFull = days.some((day) => jobs.reduce((sum, job) => sum + minutesWithin(day, job), 0) > cap);
  return isFull ? BUSY : null;
};

export const timeRules: readonly HardRule[] = [
  { code: 'not-available', whyNot: worksThen },
  { code: 'interpreter-busy', whyNot: isFree },
  { code: 'interpreter-travelling', whyNot: hasTimeToTravel },
  { code: 'daily-hours', whyNot: hasHoursLeft },
];
