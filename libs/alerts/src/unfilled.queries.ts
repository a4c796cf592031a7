import type { ReadTx } from '@dragoman/platform';

export interface UnfilledBooking {
  id: string;
  organisationId: string;
  startsAt: Date;
  createdAt: Date;
  /** How often somebody was booked for it. */
  timesFilled: number;
  /** Causes by which somebody was alerted of it before. */
  raised: string[];
}

/** What asks for a person and begins within these hours, of everybody. Leans on `bookings_by_day`, organisation by organisation. */
export const unfilledWithin = (
  tx: ReadTx,
  { organisationId, hours, now }: { organisationId: string; hours: number; now: Date },
): Promise<UnfilledBooking[]> =>
  tx.query<UnfilledBooking[]>(
    `select b.id, organisation_id as "organisationId", starts_at as "startsAt", created_at as "createdAt",
            (select count(*)::int from bookings.entries e where e.booking_id = b.id and e.kind = 'confirmed') as "timesFilled",
            array(select a.cause from alerts.alerts a
                   where a.organisation_id = b.organisation_id and a.booking_id = b.id and a.kind = 'unfilled') as raised
       from bookings.bookings b
      where organisation_id = $1 and starts_at > $2 and starts_at <= $2 + make_interval(hours => $3) and state in ('requested', 'offering')
      order by starts_at, b.id`,
    [organisationId, now, hours],
  );

/** Alerts whose appointment is over, or which somebody serves or cancelled since. Leans on `alerts_that_stand`. */
export const alertsToLookAt = async (tx: ReadTx, now: Date): Promise<string[]> => {
  const rows = await tx.query<{ id: string }[]>(
    `select a.id from alerts.alerts a join bookings.bookings b on b.id = a.booking_id
      where a.state <> 'settled' and (b.ends_at <= $1 or b.version > a.booking_version) order by a.id limit 500`,
    [now],
  );
  return rows.map(({ id }) => id);
};
