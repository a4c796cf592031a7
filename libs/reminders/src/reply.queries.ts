import type { ReadTx } from '@dragoman/platform';

interface Sender {
  organisationId: string;
  channel: 'sms' | 'email';
  address: string;
}

export interface AnsweredBooking {
  bookingId: string;
  patientId: string;
  startsAt: Date;
}

/** Appointments still ahead that this address was written to about, so that an answer from it may mean them. Leans on `messages_to_an_address`. */
export const bookingsAnsweredFrom = (
  tx: ReadTx,
  { organisationId, channel, address }: Sender,
  now: Date,
): Promise<AnsweredBooking[]> =>
  tx.query<AnsweredBooking[]>(
    `select distinct b.id as "bookingId", b.patient_id as "patientId", b.starts_at as "startsAt"
       from messaging.messages m
       join bookings.bookings b on b.id = m.booking_id
      where m.organisation_id = $1 and m.channel = $2 and m.address = $3 and m.recipient_kind = 'patient'
        and m.state in ('handed-over', 'sent', 'delivered', 'unknown')
        and b.state in ('requested', 'offering', 'confirmed') and b.ends_at > $4
      order by b.starts_at`,
    [organisationId, channel, address, now],
  );

/** Who may have written from this address: patients of the organisation, and interpreters. */
export const writersAt = async (
  tx: ReadTx,
  { organisationId, channel, address }: Sender,
): Promise<{ patientIds: string[]; interpreterName: string | null }> => {
  const [row] = await tx.query<{ patientIds: string[]; interpreterName: string | null }[]>(
    `select array(select distinct c.patient_id from patients.channels c
                   where c.organisation_id = $1 and c.address = $3
                     and (c.channel = $2 or ($2 = 'sms' and c.channel = 'voice'))) as "patientIds",
            (select i.display_name from interpreters.interpreters i
              where ($2 = 'sms' and i.phone = $3) or ($2 = 'email' and i.email = $3)
              order by i.id limit 1) as "interpreterName"`,
    [organisationId, channel, address],
  );
  return row ?? { patientIds: [], interpreterName: null };
};
