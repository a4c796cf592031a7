import { type OfferFacts, offerFacts } from '@dragoman/bookings';
import type { MessageChannel } from '@dragoman/messaging';
import { PHONE_NOW } from '@dragoman/phone-now';
import type { ReadTx } from '@dragoman/platform';

interface Sender {
  organisationId: string;
  channel: MessageChannel;
  address: string;
}

export interface AnsweredBooking {
  bookingId: string;
  patientId: string;
  startsAt: Date;
  /** The last that this address was told about it is still so, by somebody whose address it still is. */
  isAsTold: boolean;
}

/**
 * Appointments still ahead that an answer from this address may mean, because it was written to about them. One that was
 * cancelled counts until something else was said there afterwards: the answer may have crossed with the cancellation.
 * Leans on `messages_to_an_address`, `entries_of_a_booking`.
 */
export const bookingsAnsweredFrom = (
  tx: ReadTx,
  { organisationId, channel, address }: Sender,
  now: Date,
): Promise<AnsweredBooking[]> =>
  tx.query<AnsweredBooking[]>(
    `with told as (
       select distinct on (m.booking_id) m.booking_id, i.booking_version, m.queued_at
         from messaging.messages m
         join reminders.intents i on i.id = m.intent_id
        where m.organisation_id = $1 and m.channel = $2 and m.address = $3 and m.recipient_kind = 'patient'
          and m.state in ('handed-over', 'sent', 'delivered', 'unknown')
        order by m.booking_id, m.queued_at desc, m.id desc)
     select b.id as "bookingId", b.patient_id as "patientId", b.starts_at as "startsAt",
            told.booking_version = b.version and b.state in ('requested', 'offering', 'confirmed')
              and exists (select from patients.channels c
                           where c.organisation_id = b.organisation_id and c.patient_id = b.patient_id and c.address = $3
                             and (c.channel = $2 or ($2 <> 'email' and c.channel <> 'email'))) as "isAsTold"
       from told
       join bookings.bookings b on b.id = told.booking_id
      where b.ends_at > $4
        and (b.state in ('requested', 'offering', 'confirmed')
             or b.state = 'cancelled' and (select max(at) from bookings.entries e where e.booking_id = b.id and e.kind = 'cancelled')
               >= (select max(queued_at) from told))
      order by b.starts_at, b.id`,
    [organisationId, channel, address, now],
  );

export interface Writers {
  patientIds: string[];
  interpreterIds: string[];
  /** Of the first of them. */
  interpreterName: string | null;
  /** Patients who are told through whoever has this address. */
  supportedIds: string[];
}

/** Who may have written from this address: patients of the organisation and their supporters, and interpreters. */
export const writersAt = async (
  tx: ReadTx,
  { organisationId, channel, address }: Sender,
): Promise<Writers> => {
  const [row] = await tx.query<Writers[]>(
    `select array(select distinct c.patient_id from patients.channels c
                   where c.organisation_id = $1 and c.address = $3
                     and (c.channel = $2 or ($2 <> 'email' and c.channel <> 'email'))) as "patientIds",
            array(select distinct s.patient_id from patients.supporters s
                   where s.organisation_id = $1 and s.address = $3 and s.removed_at is null
                     and (s.channel = $2 or ($2 <> 'email' and s.channel <> 'email'))) as "supportedIds",
            i.ids as "interpreterIds", i.names[1] as "interpreterName"
       from (select coalesce(array_agg(id order by id), '{}') as ids, array_agg(display_name order by id) as names
               from interpreters.interpreters
              where ($2 in ('sms', 'voice') and phone = $3) or ($2 = 'email' and email = $3)) i`,
    [organisationId, channel, address],
  );
  return row ?? { patientIds: [], interpreterIds: [], interpreterName: null, supportedIds: [] };
};

/** The offer that the last call to this number was about; null where it was called about none. Leans on `messages_to_an_address`. */
export const offerCalledAbout = async (tx: ReadTx, { organisationId, channel, address }: Sender): Promise<OfferFacts | null> => {
  const [last] = await tx.query<{ kind: string; offerId: string }[]>(
    `select kind, intent_id as "offerId" from messaging.messages
      where organisation_id = $1 and channel = $2 and address = $3 and state <> 'withdrawn' order by queued_at desc, id desc limit 1`,
    [organisationId, channel, address],
  );
  return last?.kind === PHONE_NOW ? offerFacts(tx, last.offerId) : null;
};
