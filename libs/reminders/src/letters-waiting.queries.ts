import type { ReadTx } from '@dragoman/platform';

export interface LateLetter {
  id: string;
  organisationId: string;
  bookingId: string;
  patientId: string;
  state: 'to-print' | 'printed';
  startsAt: Date;
}

/** What should have been printed and posted by now, of every organisation. Leans on `letters_in_hand`, which holds only what waits. */
export const lettersLate = (tx: ReadTx, now: Date): Promise<LateLetter[]> =>
  tx.query<LateLetter[]>(
    `select l.id, l.organisation_id as "organisationId", l.booking_id as "bookingId", l.patient_id as "patientId", l.state, b.starts_at as "startsAt"
       from letters.letters l join bookings.bookings b on b.id = l.booking_id
      where l.state in ('to-print', 'printed') and l.print_by <= $1
      order by l.id`,
    [now],
  );

/** Bookings that have begun while a letter about them waits. Leans on `letters_in_hand`. */
export const unpostedAndOver = async (tx: ReadTx, now: Date): Promise<string[]> => {
  const rows = await tx.query<{ id: string }[]>(
    `select distinct b.id from letters.letters l join bookings.bookings b on b.id = l.booking_id
      where l.state in ('to-print', 'printed') and b.starts_at <= $1 order by b.id`,
    [now],
  );
  return rows.map(({ id }) => id);
};
