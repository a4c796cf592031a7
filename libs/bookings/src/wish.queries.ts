import { hotRows, type ReadTx, send, type Tx } from '@dragoman/platform';

/** Whom the patient asked for, and whom they do not want. */
export interface NamedWishes {
  wanted: readonly string[];
  refused: readonly string[];
}

/** As they stand on the booking; an interpreter sees only what concerns themselves. */
export const wishesOfBooking = async (tx: ReadTx, bookingId: string): Promise<NamedWishes> => {
  const rows = await hotRows<{ id: string; wish: 'wanted' | 'refused' }>(tx, {
    name: 'wishes-of-booking',
    text: 'select interpreter_id as id, wish from bookings.interpreter_wishes where booking_id = $1',
    values: [bookingId],
  });
  const who = (wish: string): string[] => rows.filter((row) => row.wish === wish).map(({ id }) => id);
  return { wanted: who('wanted'), refused: who('refused') };
};

/** Brings the copy on a booking to what the profile says. */
export const copyWishes = (
  tx: Tx,
  { id, organisationId, patientId }: { id: string; organisationId: string; patientId: string },
): void => {
  send(tx, { name: 'forget-wishes', text: 'delete from bookings.interpreter_wishes where booking_id = $1', values: [id] });
  send(tx, {
    name: 'copy-wishes',
    text: `insert into bookings.interpreter_wishes (booking_id, organisation_id, interpreter_id, wish)
           select $1, w.organisation_id, w.interpreter_id, w.wish from patients.interpreter_wishes w
            where w.organisation_id = $2 and w.patient_id = $3`,
    values: [id, organisationId, patientId],
  });
};
