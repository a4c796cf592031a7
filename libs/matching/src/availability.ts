import { type Interval, inZone, type LocalDate, minutesBetween, plusMinutes, union, wallClock } from '@dragoman/kernel';
import type { CandidateFacts, ExceptionFacts } from '@dragoman/interpreters';
import { onClock } from './on-clock';

export type WorkingHours = CandidateFacts['hours'][number];
export type Calendar = Pick<CandidateFacts, 'hours' | 'exceptions' | 'zone'>;

/** Minutes since 1 January 1970, as the clock on the wall counts them. */
interface MinuteRange {
  from: number;
  to: number;
}

const DAY = 1440;
const dayNumber = (date: LocalDate): number => Date.parse(`${date}T00:00Z`) / (DAY * 60_000);
/** ISO: Monday is 1. The first of January 1970 was a Thursday. */
const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** The interval as the clock on the wall runs through it: one stretch, or more where the clocks change in between. */
const wallStretches = ({ start, end }: Interval, zone: string): MinuteRange[] => {
  const minutes = minutesBetween(start, end);
  const lastInstant = new Date(end.getTime() - 1);
  if (minutes <= 1 || inZone(start, zone).offset === inZone(lastInstant, zone).offset) {
    const { date, minuteOfDay } = wallClock(start, zone);
    const from = dayNumber(date) * DAY + minuteOfDay;
    return [{ from, to: from + minutes }];
  }
  const middle = plusMinutes(start, Math.floor(minutes / 2));
  return [...wallStretches({ start, end: middle }, zone), ...wallStretches({ start: middle, end }, zone)];
};

const stretchesOf = onClock(wallStretches);

/** The days whose hours may reach into the stretch: what begins the day before may run past midnight. */
const daysAround = ({ from, to }: MinuteRange): number[] => {
  const [first, last] = [Math.floor(from / DAY) - 1, Math.floor((to - 1) / DAY)];
  return Array.from({ length: last - first + 1 }, (_, n) => first + n);
};

const weeklyOn = (hours: readonly WorkingHours[], day: number): MinuteRange[] =>
  hours
    .filter(({ weekday }) => weekday === weekdayOf(day))
    .map(({ fromMinute, toMinute }) => ({ from: day * DAY + fromMinute, to: day * DAY + toMinute }));

const exceptionalOn = (exceptions: readonly ExceptionFacts[], kind: ExceptionFacts['kind'], day: number): MinuteRange[] =>
  exceptions
    .filter((one) => one.kind === kind && dayNumber(one.fromDate) <= day && day <= dayNumber(one.toDate))
    .map(({ fromMinute, toMinute }) => ({ from: day * DAY + (fromMinute ?? 0), to: day * DAY + (toMinute ?? DAY) }));

const merged = (ranges: readonly MinuteRange[]): MinuteRange[] =>
  [...ranges]
    .sort((a, b) => a.from - b.from)
    .reduce<MinuteRange[]>((joined, next) => {
      const last = joined.at(-1);
      if (!last || next.from > last.to) return [...joined, { ...next }];
      last.to = Math.max(last.to, next.to);
      return joined;
    }, []);

/** Whether a dated absence lies over any minute of it. */
export const isAway = ({ exceptions, zone }: Calendar, interval: Interval): boolean =>
  exceptions.length > 0 &&
  stretchesOf(interval, zone).some((stretch) =>
    daysAround(stretch)
      .flatMap((day) => exceptionalOn(exceptions, 'away', day))
      .some(({ from, to }) => from < stretch.to && stretch.from < to),
  );

/**
 * Whether every minute of the appointment shows, on the interpreter's own clock, a time at which they work: weekly hours
 * and extra time, less every absence. Hours are wall-clock time: on the night the clocks go back, 01:00 to 02:00 means both of them.
 */
export const isAvailable = (calendar: Calendar, interval: Interval): boolean =>
  !isAway(calendar, interval) &&
  stretchesOf(interval, calendar.zone).every((stretch) =>
    merged(
      daysAround(stretch).flatMap((day) => [...weeklyOn(calendar.hours, day), ...exceptionalOn(calendar.exceptions, 'extra', day)]),
    ).some(({ from, to }) => from <= stretch.from && stretch.to <= to),
  );

const without = (ranges: readonly MinuteRange[], gaps: readonly MinuteRange[]): MinuteRange[] =>
  gaps.reduce<MinuteRange[]>(
    (left, gap) =>
      left.flatMap(({ from, to }) =>
        [{ from, to: Math.min(to, gap.from) }, { from: Math.max(from, gap.to), to }].filter((range) => range.from < range.to),
      ),
    [...ranges],
  );

/** The stretches of a window in which an interpreter works: an appointment within one of them is what `isAvailable` says yes to. */
export const workingHours = (calendar: Calendar, window: Interval): Interval[] => {
  let passed = 0;
  const spans = stretchesOf(window, calendar.zone).flatMap((stretch) => {
    const days = daysAround(stretch);
    const working = merged(days.flatMap((day) => [...weeklyOn(calendar.hours, day), ...exceptionalOn(calendar.exceptions, 'extra', day)]));
    const worked = without(working, days.flatMap((day) => exceptionalOn(calendar.exceptions, 'away', day)));
    const begun = plusMinutes(window.start, passed - stretch.from);
    passed += stretch.to - stretch.from;
    return worked
      .map(({ from, to }) => ({ from: Math.max(from, stretch.from), to: Math.min(to, stretch.to) }))
      .filter(({ from, to }) => from < to)
      .map(({ from, to }) => ({ start: plusMinutes(begun, from), end: plusMinutes(begun, to) }));
  });
  return union(spans);
};
