import { addDays, dayInterval, instantOf, type LocalDate, minutesBetween, plusMinutes, wallClock } from '@dragoman/kernel';

/** `HH:mm`; `to` at or before `from` runs over midnight. */
export interface DayHours {
  from: string;
  to: string;
}

/** Weekdays (1 is Monday) and spans of calendar days, both ends included. */
export interface AvoidedDays {
  weekdays: readonly number[];
  spans: readonly { from: LocalDate; to: LocalDate }[];
}

/** When a patient may be written to: the minutes of their wall clock that are safe for them and not quiet by the clinic's rule. */
export interface ContactWindow {
  /** Where the patient lives. */
  zone: string;
  safe: DayHours | null;
  /** Left out: none. */
  avoided?: AvoidedDays | undefined;
  /** Equal ends mean that no hour is quiet. */
  quiet: DayHours;
}

const DAY = 24 * 60;
const QUARTER = 15;

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

const within = (minute: number, from: number, to: number): boolean =>
  from < to ? minute >= from && minute < to : minute >= from || minute < to;

const isAllowedMinute = (minute: number, { safe, quiet }: ContactWindow): boolean => {
  const isQuiet = quiet.from !== quiet.to && within(minute, minuteOf(quiet.from), minuteOf(quiet.to));
  return !isQuiet && isSafeMinute(minute, safe);
};

const isSafeMinute = (minute: number, safe: DayHours | null): boolean =>
  safe === null || within(minute, minuteOf(safe.from), minuteOf(safe.to));

const isAvoided = ({ date, weekday }: { date: LocalDate; weekday: number }, avoided: AvoidedDays | undefined): boolean =>
  avoided !== undefined && (avoided.weekdays.includes(weekday) || avoided.spans.some(({ from, to }) => from <= date && date <= to));

export const mayWriteAt = (instant: Date, window: ContactWindow): boolean => {
  const wall = wallClock(instant, window.zone);
  return !isAvoided(wall, window.avoided) && isAllowedMinute(wall.minuteOfDay, window);
};

/** Without regard to quiet hours, which are a courtesy; safe hours and days to avoid are not. */
export const isSafeAt = (instant: Date, { zone, safe, avoided }: Omit<ContactWindow, 'quiet'>): boolean => {
  const wall = wallClock(instant, zone);
  return !isAvoided(wall, avoided) && isSafeMinute(wall.minuteOfDay, safe);
};

/** When what is allowed at `from` is allowed no longer, to the minute; `until` at the latest. */
export const closesAt = (from: Date, until: Date, window: ContactWindow): Date => {
  let end = from;
  for (const step of [QUARTER, 1])
    while (plusMinutes(end, step) <= until && mayWriteAt(plusMinutes(end, step), window)) end = plusMinutes(end, step);
  const next = plusMinutes(end, 1);
  return next < until ? next : until;
};

const localTime = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** Where a stretch of allowed minutes can begin. On the day of a clock change that may be the change itself. */
const beginnings = (date: LocalDate, { zone, safe, quiet }: ContactWindow): number[] => {
  const { start, end } = dayInterval(date, zone);
  const clocksChange = minutesBetween(start, end) !== DAY;
  const quarters = clocksChange ? Array.from({ length: DAY / QUARTER }, (_, quarter) => quarter * QUARTER) : [];
  return [0, minuteOf(quiet.to), ...(safe ? [minuteOf(safe.from)] : []), ...quarters];
};

/** Allowed instants of a local day at which something may change, and at these minutes, in order. */
const allowedOn = (date: LocalDate, window: ContactWindow, minutes: readonly number[] = []): Date[] =>
  [...new Set([...beginnings(date, window), ...minutes])]
    .filter((minute) => minute < DAY && isAllowedMinute(minute, window))
    .map((minute) => instantOf(`${date}T${localTime(minute)}`, window.zone, { gap: 'forward', fold: 'earlier' }))
    // A minute that the clocks skip lands after the gap and is judged there.
    .filter((instant) => mayWriteAt(instant, window))
    .sort((a, b) => a.getTime() - b.getTime());

/** The first instant from `from` on at which the patient may be written to; null if there is none before `end`. */
export const firstAllowed = (from: Date, end: Date, window: ContactWindow): Date | null => {
  if (from >= end) return null;
  if (mayWriteAt(from, window)) return from;
  const { date: first } = wallClock(from, window.zone);
  // Where every day is alike, what does not come within two days never comes.
  const isAlike = !window.avoided || window.avoided.weekdays.length + window.avoided.spans.length === 0;
  const last = isAlike ? addDays(first, 2) : wallClock(end, window.zone).date;
  for (let date = first; date <= last; date = addDays(date, 1)) {
    const next = allowedOn(date, window).find((instant) => instant >= from);
    if (next) return next < end ? next : null;
  }
  return null;
};

/** On that calendar day and after `after`: at `preferred` or as soon as possible later, else as early as possible. */
export const allowedOnDay = (
  date: LocalDate,
  { preferred, after, window }: { preferred: string; after: Date; window: ContactWindow },
): Date | null => {
  const { start, end } = dayInterval(date, window.zone);
  if (end <= after) return null;
  const next = start <= after ? [wallClock(after, window.zone).minuteOfDay + 1] : [];
  const allowed = allowedOn(date, window, [minuteOf(preferred), ...next]).filter((instant) => instant > after);
  const wanted = instantOf(`${date}T${preferred}`, window.zone, { gap: 'forward', fold: 'earlier' });
  return allowed.find((instant) => instant >= wanted) ?? allowed[0] ?? null;
};
