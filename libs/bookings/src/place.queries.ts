import type { ReadTx } from '@dragoman/platform';

/** A place of a team, or of those who take over from one another. */
export interface PlaceRow {
  id: string;
  startsAt: Date;
  endsAt: Date;
  /** Not all of the booking's time. */
  isPart: boolean;
  isGivenUp: boolean;
  interpreterId: string | null;
  displayName: string | null;
  /** Names of those who have not answered yet, for this place or one as good. */
  asked: string[];
}

/** In order; none for a booking that ever took one interpreter only. */
export const placesOfBooking = async (tx: ReadTx, bookingId: string): Promise<PlaceRow[]> => {
  const rows = await tx.query<PlaceRow[]>(
    `select s.id, b.starts_at + make_interval(mins => s.from_minute) as "startsAt",
            coalesce(b.starts_at + make_interval(mins => s.until_minute), b.ends_at) as "endsAt",
            s.from_minute > 0 or s.until_minute is not null as "isPart", s.given_up_at is not null as "isGivenUp",
            s.interpreter_id as "interpreterId", i.display_name as "displayName",
            (select coalesce(array_agg(a.display_name order by a.display_name, a.id), '{}')
               from bookings.slots x join bookings.offers f on f.slot_id = x.id and f.state = 'open'
               join interpreters.interpreters a on a.id = f.interpreter_id
              where x.booking_id = b.id and x.role = 'direct' and x.from_minute = s.from_minute) as asked
       from bookings.bookings b
       join bookings.slots s on s.booking_id = b.id and s.role = 'direct'
       left join interpreters.interpreters i on i.id = s.interpreter_id
      where b.id = $1
      order by s.position`,
    [bookingId],
  );
  return rows.length > 1 ? rows : [];
};
