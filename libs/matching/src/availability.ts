import { type Interval, inZone, minutesBetween, plusMinutes, wallClock } from '@dragoman/kernel';

export interface WorkingHours {
  /** ISO: Monday is 1. */
  weekday: number;
  fromMinute: number;
  /** Past 1440: on the next day. */
  toMinute: number;
}

interface MinuteRange {
  from: number;
  to: number;
}

const DAY = 1440;
const WEEK = 7 * DAY;

/** The week laid out three times, so that Sunday night runs into Monday; sorted and merged. */
const weekOf = (hours: readonly WorkingHours[]): MinuteRange[] => {
  const ranges = hours.flatMap(({ weekday, fromMinute, toMinute }) =>
    [-WEEK, 0, WEEK].map((shift) => {
      const midnight = shift + (weekday - 1) * DAY;
      return { from: midnight + fromMinute, to: midnight + toMinute };
    }),
  );
  return ranges
    .sort((a, b) => a.from - b.from)
    .reduce<MinuteRange[]>((merged, next) => {
      const last = merged.at(-1);
      if (!last || next.from > last.to) return [...merged, { ...next }];
      last.to = Math.max(last.to, next.to);
      return merged;
    }, []);
};

/** The interval as the clock on the wall runs through it: one stretch, or more where the clocks change in between. */
const stretchesOf = ({ start, end }: Interval, zone: string): MinuteRange[] => {
  const minutes = minutesBetween(start, end);
  const lastInstant = new Date(end.getTime() - 1);
  if (minutes <= 1 || inZone(start, zone).offset === inZone(lastInstant, zone).offset) {
    const { weekday, minuteOfDay } = wallClock(start, zone);
    const from = (weekday - 1) * DAY + minuteOfDay;
    return [{ from, to: from + minutes }];
  }
  const middle = plusMinutes(start, Math.floor(minutes / 2));
  return [...stretchesOf({ start, end: middle }, zone), ...stretchesOf({ start: middle, end }, zone)];
};

/**
 * Whether every minute of the appointment shows, on the interpreter's own clock, a time at which they work.
 * Hours are wall-clock time: on the night the clocks go back, 01:00 to 02:00 means both of them.
 */
export const isAvailable = (hours: readonly WorkingHours[], zone: string, interval: Interval): boolean => {
  const week = weekOf(hours);
  return stretchesOf(interval, zone).every(({ from, to }) => week.some((range) => range.from <= from && to <= range.to));
};
