import { hotRows, type ReadTx } from '@dragoman/platform';
import type { Attested, Side } from './mark.entity';
import type { NewestDelay } from './delay.queries';

/** A mark that stands, of one of many bookings. */
export interface DayMark {
  id: string;
  bookingId: string;
  side: Side;
  kind: Attested;
  interpreterId: string | null;
  at: Date;
  notedAt: Date;
}

export interface DayDelay extends NewestDelay {
  bookingId: string;
  side: Side;
  interpreterId: string | null;
}

/** What stands of these bookings, as it was said. Leans on `marks_of_a_booking`. */
export const marksOfDay = (tx: ReadTx, bookingIds: readonly string[]): Promise<DayMark[]> =>
  hotRows<DayMark>(tx, {
    name: 'marks-of-a-day',
    text: `select m.id, m.booking_id as "bookingId", m.side, m.kind, m.interpreter_id as "interpreterId", m.at, m.noted_at as "notedAt"
             from attendance.marks m
            where m.booking_id = any($1::uuid[]) and m.voided_by is null and m.kind <> 'taken-back' order by m.noted_at, m.id`,
    values: [bookingIds],
  });

/** The newest of each side of these bookings. Leans on `delays_of_a_booking`. */
export const delaysOfDay = (tx: ReadTx, bookingIds: readonly string[]): Promise<DayDelay[]> =>
  hotRows<DayDelay>(tx, {
    name: 'delays-of-a-day',
    text: `select distinct on (d.booking_id, d.side) d.booking_id as "bookingId", d.side, d.interpreter_id as "interpreterId", d.minutes, d.said_at as "saidAt"
             from attendance.delays d where d.booking_id = any($1::uuid[]) order by d.booking_id, d.side, d.said_at desc, d.id desc`,
    values: [bookingIds],
  });
