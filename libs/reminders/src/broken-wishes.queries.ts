import type { ReadTx } from '@dragoman/platform';

/** Whoever is booked though the patient refuses them by now. */
export const refusedAndBooked = (tx: ReadTx, bookingId: string): Promise<{ id: string; name: string }[]> =>
  tx.query<{ id: string; name: string }[]>(
    `select i.id, i.display_name as name from bookings.bookings b
       join patients.interpreter_wishes w on w.organisation_id = b.organisation_id and w.patient_id = b.patient_id
       join interpreters.interpreters i on i.id = w.interpreter_id
      where b.id = $1 and w.wish = 'refused' and w.interpreter_id = any(array[b.interpreter_id, b.second_interpreter_id] || b.team_ids)
      order by i.id`,
    [bookingId],
  );

/** The gender that the patient requires by now, if the interpreter who is booked is of another. */
export const brokenWish = async (tx: ReadTx, bookingId: string): Promise<'woman' | 'man' | null> => {
  const [row] = await tx.query<{ gender: 'woman' | 'man' }[]>(
    `select p.wish_gender as gender from bookings.bookings b
       join patients.patients p on p.id = b.patient_id
       join interpreters.interpreters i on i.id = any(array[b.interpreter_id, b.second_interpreter_id] || b.team_ids)
      where b.id = $1 and p.wish_strength = 'required' and not p.wish_gender = any(i.serves_requests)`,
    [bookingId],
  );
  return row?.gender ?? null;
};
