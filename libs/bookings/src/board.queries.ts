import type { ReadTx } from '@dragoman/platform';

/** How far a booking is on the way to be filled. */
export interface FillingRow {
  bookingId: string;
  /** Who is booked, or holds a part of it. */
  interpreterIds: string[];
  /** Asked, and still thinking. */
  askedIds: string[];
  declined: number;
  expired: number;
  /** The soonest moment at which silence becomes an answer; null where nobody is asked. */
  nextExpiry: Date | null;
}

/** By booking. Leans on `offers_of_a_booking` and the slots' index by booking. */
export const fillingOf = async (tx: ReadTx, bookingIds: readonly string[]): Promise<ReadonlyMap<string, FillingRow>> => {
  const rows = await tx.query<FillingRow[]>(
    `select b.id as "bookingId",
            array(select distinct s.interpreter_id from bookings.slots s
                   where s.booking_id = b.id and s.interpreter_id is not null) as "interpreterIds",
            o."askedIds", o.declined, o.expired, o."nextExpiry"
       from unnest($1::uuid[]) b(id)
       cross join lateral (
         select coalesce(array_agg(o.interpreter_id order by o.created_at, o.id) filter (where o.state = 'open'), '{}') as "askedIds",
                (count(*) filter (where o.state = 'declined'))::int as declined,
                (count(*) filter (where o.state = 'expired'))::int as expired,
                min(o.expires_at) filter (where o.state = 'open') as "nextExpiry"
           from bookings.offers o where o.booking_id = b.id) o`,
    [bookingIds],
  );
  return new Map(rows.map((row) => [row.bookingId, row]));
};
