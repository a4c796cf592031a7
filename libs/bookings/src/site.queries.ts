import type { ReadTx } from '@dragoman/platform';

/** Somebody is expected. */
export interface AppointmentAhead {
  bookingId: string;
  reference: string;
  /** As it was agreed, on the clocks of the place: `2026-12-03T14:30`. */
  localStart: string;
}

/** Everything at a site that is not over and not called off, soonest first. Leans on `bookings_by_day`: nothing lasts longer than a day. */
export const appointmentsAhead = (tx: ReadTx, { organisationId, siteId, now }: { organisationId: string; siteId: string; now: Date }): Promise<AppointmentAhead[]> =>
  tx.query<AppointmentAhead[]>(
    `select id as "bookingId", reference, local_start as "localStart" from bookings.bookings
      where organisation_id = $1 and site_id = $2 and starts_at > $3::timestamptz - interval '1 day' and ends_at > $3
        and state in ('requested', 'offering', 'confirmed', 'in-progress')
      order by starts_at, id`,
    [organisationId, siteId, now],
  );
