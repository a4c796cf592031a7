import { addDays, instantOf, type LocalDate, wallClock } from '@dragoman/kernel';

/**
 * Working days between today and the day of the appointment, neither counted: one to print and post it, three for the carrier. The
 * German post law (PostG § 18, 2024) asks for 95 of 100 letters by the third working day; second class in the United Kingdom aims at
 * three. Public holidays are not known here, so over them a letter may be a day late.
 */
export const WORKING_DAYS_FOR_POST = 4;

/** Before the last collection of most letter boxes. */
const LAST_COLLECTION = '16:00';

const dayOfWeek = (date: LocalDate): number => wallClock(new Date(`${date}T12:00:00Z`), 'Etc/UTC').weekday;
const isWorkingDay = (date: LocalDate): boolean => dayOfWeek(date) < 6;

/** Whether a letter queued now could come after the appointment, on the clock of the place. */
export const isTooLateForPost = (now: Date, { startsAt, zone }: { startsAt: Date; zone: string }): boolean => {
  const last = wallClock(startsAt, zone).date;
  let date = addDays(wallClock(now, zone).date, 1);
  for (let left = WORKING_DAYS_FOR_POST; date < last; date = addDays(date, 1)) {
    if (isWorkingDay(date)) left--;
    if (left === 0) return false;
  }
  return true;
};

/** Until when a letter queued now is printed and posted: before the last collection of the next working day. */
export const printBy = (now: Date, zone: string): Date => {
  let date = addDays(wallClock(now, zone).date, 1);
  while (!isWorkingDay(date)) date = addDays(date, 1);
  return instantOf(`${date}T${LAST_COLLECTION}`, zone, { gap: 'forward', fold: 'earlier' });
};
