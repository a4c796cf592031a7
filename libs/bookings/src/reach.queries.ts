import type { Point } from '@dragoman/kernel';
import { travelMinutes } from '@dragoman/matching';
import type { ReadTx } from '@dragoman/platform';

type Transport = Parameters<typeof travelMinutes>[2];

/** Where somebody sets out, by what, and their number; the point never leaves the server. */
export interface Reach extends Point {
  phone: string;
  transport: Transport;
}

export const reachOf = async (tx: ReadTx, interpreterIds: readonly string[]): Promise<ReadonlyMap<string, Reach>> => {
  const rows = await tx.query<(Reach & { id: string })[]>(
    'select id, phone, transport, latitude, longitude from interpreters.interpreters where id = any($1::uuid[])',
    [interpreterIds],
  );
  return new Map(rows.map(({ id, ...reach }) => [id, reach]));
};

export interface NextJob {
  interpreterId: string;
  interpreterName: string;
  bookingId: string;
  organisationId: string;
  startsAt: Date;
  /** Minutes after its start at which they would be there. */
  lateBy: number;
}

interface NextJobRow extends Omit<NextJob, 'lateBy'> {
  endsAt: Date;
  isSameSite: boolean;
  isOnSite: boolean;
  transport: Transport;
  fromLatitude: number | null;
  fromLongitude: number | null;
  toLatitude: number | null;
  toLongitude: number | null;
}

/** From one place to the next; whoever works remotely before or after travels not at all, as nobody does within one site. */
const minutesOnTheWay = (row: NextJobRow): number => {
  if (!row.isOnSite || row.isSameSite) return 0;
  const { fromLatitude, fromLongitude, toLatitude, toLongitude } = row;
  if (fromLatitude === null || fromLongitude === null || toLatitude === null || toLongitude === null) return 0;
  return travelMinutes({ latitude: fromLatitude, longitude: fromLongitude }, { latitude: toLatitude, longitude: toLongitude }, row.transport);
};

/**
 * The job after this one of each who is booked, where they would come too late if this one ends later by so many minutes.
 * It may be another organisation's: for jobs only, who see the calendars of all. Leans on `commitments_of_an_interpreter`.
 */
export const nextJobsLate = async (tx: ReadTx, bookingId: string, minutes: number): Promise<NextJob[]> => {
  const rows = await tx.query<NextJobRow[]>(
    `select c.interpreter_id as "interpreterId", i.display_name as "interpreterName", i.transport, n.booking_id as "bookingId",
            b.organisation_id as "organisationId", n.starts_at as "startsAt", c.ends_at as "endsAt",
            coalesce(c.site_id = n.site_id, false) as "isSameSite", c.modality = 'in-person' and n.modality = 'in-person' as "isOnSite",
            c.latitude as "fromLatitude", c.longitude as "fromLongitude", n.latitude as "toLatitude", n.longitude as "toLongitude"
       from interpreters.commitments c
       join interpreters.interpreters i on i.id = c.interpreter_id
       join lateral (select x.* from interpreters.commitments x
                      where x.interpreter_id = c.interpreter_id and x.starts_at >= c.ends_at order by x.starts_at limit 1) n on true
       join bookings.bookings b on b.id = n.booking_id
      where c.booking_id = $1`,
    [bookingId],
  );
  return rows.flatMap((row) => {
    const there = row.endsAt.getTime() + (minutes + minutesOnTheWay(row)) * 60_000;
    const lateBy = Math.ceil((there - row.startsAt.getTime()) / 60_000);
    const { interpreterId, interpreterName, organisationId, startsAt } = row;
    return lateBy > 0 ? [{ interpreterId, interpreterName, bookingId: row.bookingId, organisationId, startsAt, lateBy }] : [];
  });
};

/** Who was booked and is not any more because they did not or could not come: nobody asks them again in a hurry. */
export const lostInterpreters = async (tx: ReadTx, bookingId: string): Promise<string[]> => {
  const rows = await tx.query<{ id: string }[]>(
    `select distinct interpreter_id as id from bookings.offers
      where booking_id = $1 and state = 'released' and released_why in ('absent', 'concern', 'replaced', 'given-back')`,
    [bookingId],
  );
  return rows.map(({ id }) => id);
};
