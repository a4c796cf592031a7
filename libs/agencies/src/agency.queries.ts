import type { ReadTx } from '@dragoman/platform';
import type { AgencyStatement, RequestState } from './agency-request.entity';
import { noSuchRequest } from './agency.errors';

export interface RequestRow {
  id: string;
  agencyId: string;
  agencyName: string;
  agencyPhone: string | null;
  state: RequestState;
  askedBy: string;
  createdAt: Date;
  expiresAt: Date;
  answeredAt: Date | null;
  statement: AgencyStatement | null;
  interpreterId: string | null;
}

/** Newest first. Leans on `requests_of_a_booking`. */
export const requestsOfBooking = (tx: ReadTx, organisationId: string, bookingId: string): Promise<RequestRow[]> =>
  tx.query<RequestRow[]>(
    `select r.id, r.agency_id as "agencyId", a.name as "agencyName", a.phone as "agencyPhone", r.state, r.asked_by as "askedBy",
            r.created_at as "createdAt", r.expires_at as "expiresAt", r.answered_at as "answeredAt", r.statement,
            r.interpreter_id as "interpreterId"
       from agencies.requests r join agencies.agencies a on a.id = r.agency_id
      where r.organisation_id = $1 and r.booking_id = $2 order by r.created_at desc, r.id desc`,
    [organisationId, bookingId],
  );

/** By booking: until when the first of the agencies that were asked has to answer. Leans on `requests_of_a_booking`. */
export const agencyAnswersDue = async (tx: ReadTx, bookingIds: readonly string[]): Promise<ReadonlyMap<string, Date>> => {
  const rows = await tx.query<{ bookingId: string; dueAt: Date }[]>(
    `select booking_id as "bookingId", min(expires_at) as "dueAt" from agencies.requests
      where booking_id = any($1::uuid[]) and state = 'open' group by booking_id`,
    [bookingIds],
  );
  return new Map(rows.map(({ bookingId, dueAt }) => [bookingId, dueAt]));
};

export interface AgencyRow {
  id: string;
  name: string;
  email: string;
  phone: string | null;
  varieties: { id: string; name: string }[];
  active: boolean;
  version: number;
}

/** By name; those that are used first. */
export const agenciesOf = (tx: ReadTx, organisationId: string): Promise<AgencyRow[]> =>
  tx.query<AgencyRow[]>(
    `select a.id, a.name, a.email, a.phone, a.active, a.version,
            (select coalesce(json_agg(json_build_object('id', v.id, 'name', v.name_en) order by v.name_en), '[]')
               from languages.varieties v where v.id = any(a.variety_ids)) as varieties
       from agencies.agencies a where a.organisation_id = $1 order by a.active desc, a.name, a.id`,
    [organisationId],
  );

/** What a request is about, beside the booking's facts. */
export interface RequestAbout {
  agencyId: string;
  agencyName: string;
  agencyEmail: string;
  /** Under which the language goes in general: `Arabic`; null where there is no such name. */
  familyName: string | null;
}

/** @throws NotFound `request-not-found`. */
export const requestAbout = async (tx: ReadTx, requestId: string): Promise<RequestAbout> => {
  const [row] = await tx.query<RequestAbout[]>(
    `select a.id as "agencyId", a.name as "agencyName", a.email as "agencyEmail", p.name_en as "familyName"
       from agencies.requests r
       join agencies.agencies a on a.id = r.agency_id
       join bookings.bookings b on b.id = r.booking_id
       join languages.varieties v on v.id = b.variety_id
       left join languages.varieties p on p.id = v.parent_id
      where r.id = $1`,
    [requestId],
  );
  if (!row) throw noSuchRequest();
  return row;
};
