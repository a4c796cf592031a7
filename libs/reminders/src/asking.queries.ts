import { plusMinutes } from '@dragoman/kernel';
import type { ReadTx } from '@dragoman/platform';

export interface PatientAhead {
  organisationId: string;
  patientId: string;
  /** Of their next appointment. */
  startsAt: Date;
  confirmedAt: Date;
  failedAt: Date | null;
}

/** Whoever was asked longer ago than this may be due; whoever was not can only have become so by a failure since then. */
const A_YEAR_MINUTES = 365 * 24 * 60;

const AHEAD = `state in ('requested', 'offering', 'confirmed')`;

/** Everybody with an appointment ahead who may have to be asked again how they want to be told. Leans on `messages_that_failed`. */
export const patientsToAsk = (tx: ReadTx, now: Date): Promise<PatientAhead[]> =>
  tx.query<PatientAhead[]>(
    `with ahead as (
       select organisation_id, patient_id, min(starts_at) as starts_at
         from bookings.bookings where starts_at > $1 and ${AHEAD} group by 1, 2),
     failed as (
       select b.organisation_id, b.patient_id, max(m.failed_at) as at
         from organisations.organisations o
         join messaging.messages m on m.organisation_id = o.id and m.failed_at > $2 and m.state in ('failed', 'unknown')
         join bookings.bookings b on b.id = m.booking_id
        where m.recipient_kind in ('patient', 'supporter')
        group by 1, 2)
     select a.organisation_id as "organisationId", a.patient_id as "patientId", a.starts_at as "startsAt",
            p.profile_confirmed_at as "confirmedAt", f.at as "failedAt"
       from ahead a
       join patients.patients p on p.organisation_id = a.organisation_id and p.id = a.patient_id
       left join failed f on f.organisation_id = a.organisation_id and f.patient_id = a.patient_id
      where p.profile_confirmed_at <= $2 or f.at > p.profile_confirmed_at
      order by a.organisation_id, a.patient_id`,
    [now, plusMinutes(now, -A_YEAR_MINUTES)],
  );

interface Owner {
  organisationId: string;
  patientId: string;
}

/** When a message to a patient, or to whoever is told in their place, last failed. */
const LAST_FAILED = `(
  select max(m.failed_at) from bookings.bookings f
    join messaging.messages m on m.organisation_id = f.organisation_id and m.booking_id = f.id
   where f.organisation_id = p.organisation_id and f.patient_id = p.id
     and m.recipient_kind in ('patient', 'supporter') and m.state in ('failed', 'unknown'))`;

/** One of them; null without an appointment ahead. Many may fail at once, so it looks at nobody else: leans on `bookings_of_a_patient`, `messages_of_a_booking`. */
export const patientToAsk = async (tx: ReadTx, { organisationId, patientId }: Owner, now: Date): Promise<PatientAhead | null> => {
  const [row = null] = await tx.query<PatientAhead[]>(
    `select p.organisation_id as "organisationId", p.id as "patientId", a.starts_at as "startsAt",
            p.profile_confirmed_at as "confirmedAt", ${LAST_FAILED} as "failedAt"
       from patients.patients p
       join lateral (
         select min(b.starts_at) as starts_at from bookings.bookings b
          where b.organisation_id = p.organisation_id and b.patient_id = p.id and b.starts_at > $3 and ${AHEAD}) a on a.starts_at is not null
      where p.organisation_id = $1 and p.id = $2`,
    [organisationId, patientId, now],
  );
  return row;
};

/** Leans on `bookings_of_a_patient`, `messages_of_a_booking`. */
export const lastFailure = async (tx: ReadTx, { organisationId, patientId }: Owner): Promise<Date | null> => {
  const [row] = await tx.query<{ at: Date | null }[]>(
    `select ${LAST_FAILED} as at from patients.patients p where p.organisation_id = $1 and p.id = $2`,
    [organisationId, patientId],
  );
  return row?.at ?? null;
};

export interface ExpiringConsent {
  id: string;
  organisationId: string;
  patientId: string;
  expiresAt: Date;
  /** Of the organisation. */
  zone: string;
}

/** Supporters who were not removed and whose consent ends by then, or has ended. Leans on `supporters_by_expiry`, `a_supporter_is_named_once`. */
export const consentsEnding = (tx: ReadTx, by: Date, of?: Owner): Promise<ExpiringConsent[]> =>
  tx.query<ExpiringConsent[]>(
    `select s.id, s.organisation_id as "organisationId", s.patient_id as "patientId", s.expires_at as "expiresAt", o.zone
       from patients.supporters s
       join organisations.organisations o on o.id = s.organisation_id
      where s.removed_at is null and s.expires_at <= $1
        ${of ? 'and s.organisation_id = $2 and s.patient_id = $3' : ''}
      order by s.id`,
    of ? [by, of.organisationId, of.patientId] : [by],
  );
