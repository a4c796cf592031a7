import { hotRows, type Tx } from '@dragoman/platform';
import type { AvoidedDays } from './contact-window.policy';
import type { Intent } from './intent.entity';

export interface Said {
  messageId: string;
  /** These are null where it answers what somebody just wrote. */
  intentId: string | null;
  kind: Intent['kind'] | null;
  intentState: Intent['state'] | null;
  hurried: boolean;
  isVersion: boolean | null;
  bookingState: string;
  cannotCome: boolean;
  startsAt: Date;
  zone: string;
  offerState: string | null;
  /** They said that it is not their language, and nobody has asked which is. */
  isWrongLanguage: boolean;
  /** Of the channel as the patient's profile has it now, where a number that is not confirmed counts as shared; null if it is no longer there. */
  safety: string | null;
  safeFrom: string | null;
  safeTo: string | null;
  /** It says what the patient chose for this phone, to the letter. */
  isOwnWords: boolean;
  /** It would leave a message where none may be left any more. */
  leavesUnwanted: boolean;
  daysToAvoid: AvoidedDays | null;
  /** Where the patient lives, if that is not by the clock of the place. */
  patientZone: string | null;
  /** Of the supporter whom it tells in the patient's place; null for anybody else. */
  supporter: { expiresAt: string; removedAt: string | null; isWanted: boolean } | null;
}

/**
 * What these messages say and whether it is still so. Holds the bookings until the messages are handed over, so that
 * a cancellation comes either before, and is seen, or after.
 */
export const lockWhatMessagesSay = (tx: Tx, messageIds: readonly string[]): Promise<Said[]> =>
  hotRows<Said>(tx, {
    name: 'what-messages-say',
    text: `select m.id as "messageId", i.id as "intentId", i.kind, i.state as "intentState", coalesce(i.hurried, true) as hurried,
            b.version = i.booking_version as "isVersion", b.state as "bookingState",
            coalesce(b.patient_answer = 'cannot-come', false) as "cannotCome", b.starts_at as "startsAt", b.zone,
            o.state as "offerState", case when c.channel <> 'email' and c.safety = 'private' and c.confirmed_at is null then 'shared' else c.safety end as safety,
            coalesce(c.own_words = m.body, false) as "isOwnWords",
            coalesce((m.script->>'mayLeaveMessage')::boolean, false) and c.voicemail is not true as "leavesUnwanted", p.days_to_avoid as "daysToAvoid", p.zone as "patientZone",
            exists (select from reminders.tasks t where t.organisation_id = m.organisation_id and t.patient_id = p.id
                       and t.kind = 'wrong-language' and t.state = 'open') as "isWrongLanguage",
            to_char(p.safe_from, 'HH24:MI') as "safeFrom", to_char(p.safe_to, 'HH24:MI') as "safeTo",
            case when s.id is not null then json_build_object('expiresAt', s.expires_at, 'removedAt', s.removed_at,
              'isWanted', 'supporter' = any(p.formats)) end as supporter
       from messaging.messages m
       left join reminders.intents i on i.id = m.intent_id
       join bookings.bookings b on b.id = m.booking_id
       left join bookings.offers o on o.id = i.offer_id
       left join patients.patients p on p.id = b.patient_id and m.recipient_kind in ('patient', 'supporter')
       left join patients.supporters s on s.id = m.recipient_id and m.recipient_kind = 'supporter'
       left join lateral (
         select * from patients.channels
          where organisation_id = m.organisation_id and patient_id = p.id and address = m.address
            and (channel = m.channel or m.channel = 'voice' and channel = 'sms')
          order by channel = m.channel desc limit 1) c on true
      where m.id = any($1::uuid[])
      order by b.id
        for share of b`,
    values: [messageIds],
  });
