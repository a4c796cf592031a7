import { addDays, instantOf, type LocalDate, minutesBetween, wallClock } from '@dragoman/kernel';
import type { Modality } from './modality';
import type { AlternativesShown } from './alternatives.entity';

export interface OtherSlot {
  date: LocalDate;
  modality: Modality;
}

const DAYS_AHEAD = 14;
const SATURDAY = 6;
const modalities: readonly Modality[] = ['in-person', 'video', 'phone'];

/** More would be read by nobody while a patient waits. */
export const MOST_ALTERNATIVES = 4;

const isWorkingDay = (date: LocalDate): boolean => wallClock(new Date(`${date}T12:00:00Z`), 'Etc/UTC').weekday < SATURDAY;

/** A time that clocks skip on that day is no alternative. */
const exists = (date: LocalDate, time: string, zone: string): boolean =>
  wallClock(instantOf(`${date}T${time}`, zone, { gap: 'forward', fold: 'earlier' }), zone).time === time;

/**
 * Where else to look for an interpreter of the exact variety, the nearest to what was wanted first: the same time in another
 * way, then the same time and way on the next working days, then those days in another way.
 */
export const otherSlots = (wanted: { date: LocalDate; time: string; modality: Modality }, zone: string): OtherSlot[] => {
  const { date, time, modality } = wanted;
  const otherWays = modalities.filter((one) => one !== modality);
  const days = Array.from({ length: DAYS_AHEAD }, (_, n) => addDays(date, n + 1)).filter(
    (day) => isWorkingDay(day) && exists(day, time, zone),
  );
  return [
    ...otherWays.map((way) => ({ date, modality: way })),
    ...days.map((day) => ({ date: day, modality })),
    ...days.flatMap((day) => otherWays.map((way) => ({ date: day, modality: way }))),
  ];
};

const STALE_AFTER_MINUTES = 24 * 60;

/** Whether what was shown was about this appointment, and lately enough to be still true. */
export const wereShownFor = (
  shown: Pick<AlternativesShown, 'patientId' | 'varietyId' | 'startsAt' | 'lengthMinutes' | 'shownAt'>,
  booking: { patientId: string; varietyId: string; startsAt: Date; lengthMinutes: number },
  now: Date,
): boolean =>
  shown.patientId === booking.patientId &&
  shown.varietyId === booking.varietyId &&
  shown.startsAt.getTime() === booking.startsAt.getTime() &&
  shown.lengthMinutes === booking.lengthMinutes &&
  minutesBetween(shown.shownAt, now) < STALE_AFTER_MINUTES;
