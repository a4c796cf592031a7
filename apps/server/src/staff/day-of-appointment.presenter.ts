import { type DayDelay, type DayMark, ofThoseBooked, opensAt } from '@dragoman/attendance';
import type { BookingRow } from '@dragoman/bookings';
import type { DayOfAppointment } from '@dragoman/contracts';
import { isoOf, plusMinutes } from '@dragoman/kernel';

export interface DayFacts {
  /** Of all bookings of the day. */
  marks: readonly DayMark[];
  delays: readonly DayDelay[];
  /** Nobody is called absent before so many minutes after the start. */
  absentAfterMinutes: number;
}

const firstAt = (marks: readonly DayMark[], kind: DayMark['kind']): string | null =>
  marks
    .filter((mark) => mark.kind === kind)
    .map(({ at }) => isoOf(at))
    .sort()[0] ?? null;

/** A start that carries an end is not taken back before it. */
const isFree = ({ kind }: DayMark, marks: readonly DayMark[]): boolean => kind !== 'started' || !marks.some((mark) => mark.kind === 'finished');

/** How far an appointment has come by what either side says, and what the desk said last. */
export const presentDayOf = (booking: BookingRow, { marks: all, delays, absentAfterMinutes }: DayFacts): DayOfAppointment => {
  const marks = ofThoseBooked(all.filter(({ bookingId }) => bookingId === booking.id), booking);
  const startedAt = firstAt(marks, 'started');
  const late = ofThoseBooked(delays.filter(({ bookingId }) => bookingId === booking.id), booking).sort((a, b) => b.minutes - a.minutes)[0];
  const last = marks.filter(({ side, kind }) => side === 'clinic' && kind !== 'interpreter-absent').at(-1);
  return {
    opensAt: isoOf(opensAt({ start: booking.startsAt })),
    absentFrom: isoOf(plusMinutes(booking.startsAt, absentAfterMinutes)),
    arrivedAt: firstAt(marks, 'arrived'),
    startedAt,
    finishedAt: firstAt(marks, 'finished'),
    late: late && startedAt === null ? { minutes: late.minutes, side: late.side } : null,
    saidLast: last && isFree(last, marks) ? { markId: last.id, kind: last.kind } : null,
  };
};
