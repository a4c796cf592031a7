import type { ReadTx } from '@dragoman/platform';

export const answerGiven = async (tx: ReadTx, bookingId: string): Promise<{ answer: string; at: Date } | null> => {
  const [row] = await tx.query<{ answer: string; at: Date }[]>(
    `select patient_answer as answer, patient_answered_at as at from bookings.bookings
      where id = $1 and patient_answer is not null`,
    [bookingId],
  );
  return row ?? null;
};

/** In English: `Arabic`; null where nothing has left yet. Leans on `messages_of_a_booking`. */
export const languageLastWritten = async (
  tx: ReadTx,
  { organisationId, id }: { organisationId: string; id: string },
): Promise<string | null> => {
  const [row] = await tx.query<{ languageName: string }[]>(
    `select language_name as "languageName" from messaging.messages
      where organisation_id = $1 and booking_id = $2 and recipient_kind = 'patient'
        and state in ('handed-over', 'sent', 'delivered', 'unknown')
      order by queued_at desc, id desc limit 1`,
    [organisationId, id],
  );
  return row?.languageName ?? null;
};

export const cancellationOf = async (tx: ReadTx, bookingId: string): Promise<{ by: string; at: Date } | null> => {
  const [row] = await tx.query<{ by: string; at: Date }[]>(
    `select detail->>'by' as by, at from bookings.entries
      where booking_id = $1 and kind = 'cancelled' order by at desc limit 1`,
    [bookingId],
  );
  return row ?? null;
};
