import type { ReadTx, Tx } from '@dragoman/platform';
import { Search } from './search.entity';
import type { SearchState } from './search.state';
import type { SearchWay } from './wave.policy';

/** Held until the transaction ends; always after its booking. Null where none was ever begun. */
export const lockSearch = (tx: Tx, bookingId: string): Promise<Search | null> =>
  tx.findOne(Search, { where: { bookingId }, lock: { mode: 'pessimistic_write' } });

/** Searches whose next step is due, or that wait for nobody any more. Leans on `searches_that_run`, `offers_of_a_booking`. */
export const searchesDue = async (tx: ReadTx, now: Date, most: number): Promise<string[]> => {
  const rows = await tx.query<{ id: string }[]>(
    `select s.booking_id as id from searches.searches s
      where s.state = 'running'
        and (s.next_at is null or s.next_at <= $1 or not exists (
          select from bookings.offers o
           where o.booking_id = s.booking_id and o.state = 'open'
             and (s.awaits = 'everybody' or exists (
               select from searches.asked a
                where a.booking_id = o.booking_id and a.round = s.round and a.interpreter_id = o.interpreter_id and a.wave = s.wave))))
      order by s.next_at nulls first, s.booking_id limit $2`,
    [now, most],
  );
  return rows.map(({ id }) => id);
};

export interface SearchRow {
  way: SearchWay;
  state: SearchState;
  wave: number;
  nextAt: Date | null;
  /** Null: the organisation's rules. */
  startedBy: string | null;
  startedAt: Date;
  /** In this search, by whatever wave. */
  asked: number;
  /** In the last wave, and of those how many have not answered. */
  askedInWave: number;
  openInWave: number;
  waveAskedAt: Date | null;
}

/** For the booking's screen; null where none was ever begun. */
export const searchOfBooking = async (tx: ReadTx, bookingId: string): Promise<SearchRow | null> => {
  const [row] = await tx.query<SearchRow[]>(
    `select s.way, s.state, s.wave, s.next_at as "nextAt", s.started_by as "startedBy", s.started_at as "startedAt", n.*
       from searches.searches s
       cross join lateral (
         select count(*)::int as asked, (count(*) filter (where a.wave = s.wave))::int as "askedInWave",
                (count(*) filter (where a.wave = s.wave and o.id is not null))::int as "openInWave",
                max(a.asked_at) filter (where a.wave = s.wave) as "waveAskedAt"
           from searches.asked a
           left join bookings.offers o on o.booking_id = a.booking_id and o.interpreter_id = a.interpreter_id and o.state = 'open'
          where a.booking_id = s.booking_id and a.round = s.round) n
      where s.booking_id = $1`,
    [bookingId],
  );
  return row ?? null;
};
