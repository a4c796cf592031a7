import type { ReadTx } from '@dragoman/platform';

/** One side of the relay by which a booking is filled. */
export interface LegRow {
  side: 'patient' | 'clinic';
  varietyName: string;
  otherName: string;
  interpreterId: string | null;
  displayName: string | null;
  /** Names of those who have not answered yet. */
  asked: string[];
}

/** The patient's side first; none for a booking that one interpreter fills. */
export const legsOfBooking = (tx: ReadTx, bookingId: string): Promise<LegRow[]> =>
  tx.query<LegRow[]>(
    `select case s.role when 'relay-patient-side' then 'patient' else 'clinic' end as side,
            v.name_en as "varietyName", o.name_en as "otherName", s.interpreter_id as "interpreterId", i.display_name as "displayName",
            (select coalesce(array_agg(a.display_name order by a.display_name, a.id), '{}')
               from bookings.offers f join interpreters.interpreters a on a.id = f.interpreter_id
              where f.slot_id = s.id and f.state = 'open') as asked
       from bookings.bookings b
       join bookings.slots s on s.booking_id = b.id
        and (s.role = 'relay-patient-side' and s.other_id = b.pivot_id or s.role = 'relay-clinic-side' and s.variety_id = b.pivot_id)
       join languages.varieties v on v.id = s.variety_id
       join languages.varieties o on o.id = s.other_id
       left join interpreters.interpreters i on i.id = s.interpreter_id
      where b.id = $1
      order by s.position`,
    [bookingId],
  );
