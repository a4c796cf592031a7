import type { AppointmentRow } from '@dragoman/contracts';
import type { Bar } from '../design/bars';
import { wallOf } from '../time/wall';

const LEAST_HOURS = 6;
const hourOf = (instant: string, zone: string): number => Number(wallOf(instant, zone).time.slice(0, 2));
const twoDigits = (hour: number): string => String(hour).padStart(2, '0');

/** What nobody has to come to any more is no load. */
const counts = ({ state }: AppointmentRow): boolean => state !== 'cancelled' && state !== 'unmet' && state !== 'interpreter-absent';
const isFilled = ({ state }: AppointmentRow): boolean => state !== 'requested' && state !== 'offering';

/** Appointments by the hour in which they begin, somebody booked and nobody yet; every hour from the first to the last. */
export const loadByHour = (appointments: readonly AppointmentRow[], zone: string): Bar[] => {
  const there = appointments.filter(counts).map((row) => ({ hour: hourOf(row.startsAt, zone), isFilled: isFilled(row) }));
  if (there.length === 0) return [];
  const first = Math.min(...there.map(({ hour }) => hour));
  const last = Math.max(...there.map(({ hour }) => hour), Math.min(first + LEAST_HOURS - 1, 23));
  return Array.from({ length: last - first + 1 }, (_, n) => {
    const hour = first + n;
    const [filled, open] = [true, false].map((wanted) => there.filter((one) => one.hour === hour && one.isFilled === wanted).length);
    return { key: String(hour), label: twoDigits(hour), said: `${twoDigits(hour)}:00`, values: [filled ?? 0, open ?? 0] };
  });
};
