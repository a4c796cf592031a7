import { NotFound } from '@dragoman/kernel';
import type { Topic } from '@dragoman/languages';
import type { RoleBeside } from '@dragoman/patients';
import { hotRows, type ReadTx } from '@dragoman/platform';
import type { PatientAnswer } from './booking.entity';
import type { Modality } from './modality';
import type { BookingState } from './booking.state';
import type { EntryKind } from './entry.entity';
import type { OfferState } from './offer.entity';

/** What messages, pages and calendars say about a booking. */
export interface BookingFacts {
  id: string;
  organisationId: string;
  reference: string;
  version: number;
  revision: number;
  state: BookingState;
  patientId: string;
  siteId: string;
  siteName: string;
  siteAddress: string;
  room: string | null;
  startsAt: Date;
  endsAt: Date;
  zone: string;
  localStart: string;
  lengthMinutes: number;
  modality: Modality;
  purpose: string | null;
  topic: Topic | null;
  varietyId: string;
  varietyName: string;
  otherId: string;
  otherName: string;
  /** The third language of a relay. */
  pivotId: string | null;
  pivotName: string | null;
  requiredGender: string | null;
  lowered: string[];
  notUnderstood: string[];
  preferredGender: string | null;
  avoidsLocalArea: boolean;
  asksConflict: boolean;
  roleBeside: RoleBeside | null;
  interpreterId: string | null;
  /** Everybody who is booked, where several work as a team or take over from one another. */
  interpreterName: string | null;
  leadName: string | null;
  /** Who is booked besides, in the order of their places. */
  teamIds: string[];
  /** On the clinic's side of a relay. */
  secondInterpreterId: string | null;
  secondInterpreterName: string | null;
  patientAnswer: PatientAnswer | null;
  clinicName: string;
  clinicPhone: string | null;
  createdAt: Date;
}

const factsSql = `
  select b.id, b.organisation_id as "organisationId", b.reference, b.version, b.revision, b.state, b.patient_id as "patientId",
         b.site_id as "siteId", s.name as "siteName", s.address as "siteAddress", b.room,
         b.starts_at as "startsAt", b.ends_at as "endsAt", b.zone, b.local_start as "localStart",
         b.length_minutes as "lengthMinutes", b.modality, b.purpose, b.topic,
         b.variety_id as "varietyId", v.name_en as "varietyName",
         b.other_id as "otherId", c.name_en as "otherName", b.pivot_id as "pivotId", pv.name_en as "pivotName", b.avoids_local_area as "avoidsLocalArea",
         b.asks_conflict as "asksConflict", b.role_beside as "roleBeside",
         b.lowered, b.not_understood as "notUnderstood", b.required_gender as "requiredGender", b.preferred_gender as "preferredGender",
         b.interpreter_id as "interpreterId", i.display_name as "leadName", b.team_ids as "teamIds",
         case when b.team_ids = '{}' then i.display_name else concat_ws(', ', i.display_name,
           (select string_agg(m.display_name, ', ' order by t.n) from unnest(b.team_ids) with ordinality t(id, n)
              join interpreters.interpreters m on m.id = t.id)) end as "interpreterName",
         b.second_interpreter_id as "secondInterpreterId", i2.display_name as "secondInterpreterName",
         b.patient_answer as "patientAnswer", o.name as "clinicName", o.phone as "clinicPhone", b.created_at as "createdAt"
    from bookings.bookings b
    join organisations.organisations o on o.id = b.organisation_id
    join organisations.sites s on s.id = b.site_id
    join languages.varieties v on v.id = b.variety_id
    join languages.varieties c on c.id = b.other_id
    left join languages.varieties pv on pv.id = b.pivot_id
    left join interpreters.interpreters i on i.id = b.interpreter_id
    left join interpreters.interpreters i2 on i2.id = b.second_interpreter_id`;

/** @throws NotFound `booking-not-found`, also where it belongs to somebody else. */
export const bookingFacts = async (tx: ReadTx, bookingId: string): Promise<BookingFacts> => {
  const [facts] = await hotRows<BookingFacts>(tx, { name: 'booking-facts', text: `${factsSql} where b.id = $1`, values: [bookingId] });
  if (!facts) throw new NotFound('booking-not-found', 'There is no such booking.');
  return facts;
};

/** By id. @throws NotFound `booking-not-found` unless every one is there. */
export const bookingFactsOf = async (tx: ReadTx, bookingIds: readonly string[]): Promise<ReadonlyMap<string, BookingFacts>> => {
  const wanted = new Set(bookingIds);
  const text = `${factsSql} where b.id = any($1::uuid[])`;
  const facts = await hotRows<BookingFacts>(tx, { name: 'booking-facts-of', text, values: [[...wanted]] });
  if (facts.length < wanted.size) throw new NotFound('booking-not-found', 'There is no such booking.');
  return new Map(facts.map((booking) => [booking.id, booking]));
};

/** Those of a patient that are still ahead, soonest first. Leans on `bookings_of_a_patient`. */
export const openBookingsOfPatient = (
  tx: ReadTx,
  organisationId: string,
  patientId: string,
  now: Date,
): Promise<BookingFacts[]> =>
  tx.query<BookingFacts[]>(
    `${factsSql} where b.organisation_id = $1 and b.patient_id = $2 and b.ends_at > $3
        and b.state in ('requested', 'offering', 'confirmed') order by b.starts_at, b.id`,
    [organisationId, patientId, now],
  );

export interface BookingRow extends BookingFacts {
  patientName: string;
  needsInterpreter: 'yes' | 'no' | 'unknown';
}

const rowsSql = factsSql
  .replace('select b.id', 'select p.name as "patientName", p.needs_interpreter as "needsInterpreter", b.id')
  .replace('from bookings.bookings b', 'from bookings.bookings b join patients.patients p on p.id = b.patient_id');

/** Leans on `bookings_by_day`. */
export const bookingsBetween = (
  tx: ReadTx,
  organisationId: string,
  { start, end }: { start: Date; end: Date },
  most: number,
): Promise<BookingRow[]> =>
  tx.query<BookingRow[]>(
    `${rowsSql} where b.organisation_id = $1 and b.starts_at >= $2 and b.starts_at < $3
      order by b.starts_at, b.id limit $4`,
    [organisationId, start, end, most],
  );

/** Nobody is booked, and it has not begun: soonest first. */
export const unfilledBookings = (
  tx: ReadTx,
  organisationId: string,
  { start, end }: { start: Date; end: Date },
): Promise<(BookingRow & { openOffers: number; declinedOffers: number; expiredOffers: number })[]> =>
  tx.query(
    `select f.*,
            (select count(*)::int from bookings.offers o where o.booking_id = f.id and o.state = 'open') as "openOffers",
            (select count(*)::int from bookings.offers o where o.booking_id = f.id and o.state = 'declined') as "declinedOffers",
            (select count(*)::int from bookings.offers o where o.booking_id = f.id and o.state = 'expired') as "expiredOffers"
       from (${rowsSql} where b.organisation_id = $1 and b.starts_at >= $2 and b.starts_at < $3
                and b.state in ('requested', 'offering')) f
      order by f."startsAt", f.id limit 100`,
    [organisationId, start, end],
  );

export const bookingRow = async (tx: ReadTx, bookingId: string): Promise<BookingRow> => {
  const [row] = await tx.query<BookingRow[]>(`${rowsSql} where b.id = $1`, [bookingId]);
  if (!row) throw new NotFound('booking-not-found', 'There is no such booking.');
  return row;
};

/** By reference or the patient's name; for the search box. */
export const findBookings = (tx: ReadTx, organisationId: string, search: string, most: number): Promise<BookingRow[]> =>
  tx.query<BookingRow[]>(
    `${rowsSql} where b.organisation_id = $1
        and (b.reference = upper($2) or strpos(lower(p.name), lower($2)) > 0)
      order by b.starts_at desc, b.id limit $3`,
    [organisationId, search, most],
  );

export interface OfferRow {
  id: string;
  interpreterId: string;
  displayName: string;
  state: OfferState;
  answeredAt: Date | null;
  expiresAt: Date;
  createdAt: Date;
  /** For one side of a relay. */
  isLeg: boolean;
}

export const offersOfBooking = (tx: ReadTx, bookingId: string): Promise<OfferRow[]> =>
  tx.query<OfferRow[]>(
    `select o.id, o.interpreter_id as "interpreterId", i.display_name as "displayName", o.state,
            o.answered_at as "answeredAt", o.expires_at as "expiresAt", o.created_at as "createdAt", s.role <> 'direct' as "isLeg"
       from bookings.offers o join bookings.slots s on s.id = o.slot_id join interpreters.interpreters i on i.id = o.interpreter_id
      where o.booking_id = $1 order by o.created_at, o.id`,
    [bookingId],
  );

export interface EntryRow {
  id: string;
  at: Date;
  kind: EntryKind;
  actorKind: string;
  /** An account, interpreter or patient, by `actorKind`. */
  actorId: string;
  detail: Record<string, unknown>;
}

export const entriesOfBooking = (tx: ReadTx, bookingId: string): Promise<EntryRow[]> =>
  tx.query<EntryRow[]>(
    `select e.id, e.at, e.kind, e.actor_kind as "actorKind", e.actor_id as "actorId", e.detail
       from bookings.entries e where e.booking_id = $1 order by e.at, e.id`,
    [bookingId],
  );

/** How often this patient has met each interpreter. Leans on `bookings_of_a_patient`. */
export const interpretersSeen = async (tx: ReadTx, patientId: string, now: Date): Promise<Map<string, number>> => {
  const rows = await hotRows<{ id: string; times: number }>(tx, {
    name: 'interpreters-seen',
    text: `select who.id, count(*)::int as times from bookings.bookings b
      cross join unnest(b.interpreter_id || b.team_ids) who(id)
      where b.patient_id = $1 and b.interpreter_id is not null and b.ends_at <= $2
        and b.state in ('confirmed', 'in-progress', 'completed')
      group by who.id`,
    values: [patientId, now],
  });
  return new Map(rows.map(({ id, times }) => [id, times]));
};

/** By patient: when they come next, if they do. Leans on `bookings_of_a_patient`. */
export const nextAppointments = async (
  tx: ReadTx,
  organisationId: string,
  patientIds: readonly string[],
  now: Date,
): Promise<Map<string, Date>> => {
  const rows = await tx.query<{ id: string; startsAt: Date }[]>(
    `select b.patient_id as id, min(b.starts_at) as "startsAt" from bookings.bookings b
      where b.organisation_id = $1 and b.patient_id = any($2::uuid[]) and b.starts_at > $3
        and b.state in ('requested', 'offering', 'confirmed')
      group by b.patient_id`,
    [organisationId, patientIds, now],
  );
  return new Map(rows.map(({ id, startsAt }) => [id, startsAt]));
};
