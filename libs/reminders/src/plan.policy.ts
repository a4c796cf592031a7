import { addDays, plusMinutes, wallClock } from '@dragoman/kernel';
import type { OrganisationPolicy } from '@dragoman/organisations';
import { allowedOnDay, type AvoidedDays, type ContactWindow, type DayHours, firstAllowed } from './contact-window.policy';

export const plannedKinds = [
  'confirmed',
  'reminder-7-days',
  'reminder-2-days',
  'reminder-day-before',
  'reminder-hours',
] as const;
export type PlannedKind = (typeof plannedKinds)[number];

export const isPlannedKind = (kind: string): kind is PlannedKind => plannedKinds.some((planned) => planned === kind);

export interface Planned {
  kind: PlannedKind;
  dueAt: Date;
}

export interface PlannedBooking {
  startsAt: Date;
  /** Of the place. */
  zone: string;
  /** When an interpreter was found, for this version of the booking. */
  confirmedAt: Date;
  /** What this version has said already, and when. */
  said: readonly { kind: PlannedKind; at: Date }[];
}

export type PlanRules = Pick<OrganisationPolicy, 'quietFrom' | 'quietTo' | 'reminders'>;

/** As much of a profile as says when. */
export interface ContactTimes {
  safeHours: DayHours | null;
  /** Where they live, if that is not by the clock of the place. */
  zone?: string | null | undefined;
  daysToAvoid?: AvoidedDays | undefined;
}

/** When a clinic writes if it may choose. */
const PREFERRED = '10:00';
const HOURS_BEFORE = 3;
/** Two messages that say the same within this many hours are one too many. */
const REST_HOURS = { day: 12, hours: 4 } as const;

const dayReminders = [
  { kind: 'reminder-7-days', days: 7, rule: 'sevenDays' },
  { kind: 'reminder-2-days', days: 2, rule: 'twoDays' },
  { kind: 'reminder-day-before', days: 1, rule: 'dayBefore' },
] as const;

const hoursAfter = (instant: Date, hours: number): Date => plusMinutes(instant, hours * 60);

export const contactWindow = (
  placeZone: string,
  { safeHours, zone, daysToAvoid }: ContactTimes,
  { quietFrom, quietTo }: Pick<PlanRules, 'quietFrom' | 'quietTo'>,
): ContactWindow => ({ zone: zone ?? placeZone, safe: safeHours, avoided: daysToAvoid, quiet: { from: quietFrom, to: quietTo } });

/**
 * What a patient with a confirmed appointment hears from now on, soonest first: only before it starts, only while it is
 * safe and not quiet on the wall clock where they live, day reminders on that calendar day, hours before only for whom
 * the day before is too late, nothing soon after a confirmation that said the same.
 * Planning again later gives the same rows, less what is over.
 */
export const planReminders = (
  booking: PlannedBooking,
  profile: ContactTimes,
  rules: PlanRules,
  now: Date,
): Planned[] => {
  const { startsAt, zone, said } = booking;
  if (startsAt <= now) return [];
  const window = contactWindow(zone, profile, rules);
  const saidAt = (kind: PlannedKind): Date | null => said.find((earlier) => earlier.kind === kind)?.at ?? null;

  const confirmation = rules.reminders.confirmation ? firstAllowed(booking.confirmedAt, startsAt, window) : null;
  const heard = saidAt('confirmed') ?? confirmation;
  const rested = (dueAt: Date, hours: number): boolean => heard === null || dueAt >= hoursAfter(heard, hours);

  const { date } = wallClock(startsAt, window.zone);
  const days = dayReminders.flatMap(({ kind, days: ahead, rule }): Planned[] => {
    if (!rules.reminders[rule]) return [];
    const dueAt = allowedOnDay(addDays(date, -ahead), { preferred: PREFERRED, after: now, window });
    return dueAt && dueAt < startsAt && rested(dueAt, REST_HOURS.day) ? [{ kind, dueAt }] : [];
  });

  const lateEnough = days.some(({ kind }) => kind === 'reminder-day-before') || saidAt('reminder-day-before') !== null;
  const before = hoursAfter(startsAt, -HOURS_BEFORE);
  const hours = rules.reminders.hoursBefore && !lateEnough && before > now ? firstAllowed(before, startsAt, window) : null;

  const planned: Planned[] = [
    ...(confirmation ? [{ kind: 'confirmed', dueAt: confirmation } as const] : []),
    ...days,
    ...(hours && rested(hours, REST_HOURS.hours) ? [{ kind: 'reminder-hours', dueAt: hours } as const] : []),
  ];
  return planned
    .filter(({ kind }) => saidAt(kind) === null)
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
};
