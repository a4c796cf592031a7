import type { ReadTx } from '@dragoman/platform';
import { noSuchRound } from './round.errors';
import type { RoundState } from './round.entity';
import type { TurnOutcome } from './turn.entity';

/** Those in which it is time for the next. Leans on `rounds_that_call`, `one_is_called_at_a_time`. */
export const roundsDue = async (tx: ReadTx, now: Date, most: number): Promise<string[]> => {
  const rows = await tx.query<{ id: string }[]>(
    `select r.booking_id as id from phone_now.rounds r
       left join phone_now.turns t on t.booking_id = r.booking_id and t.outcome = 'calling'
      where r.state = 'calling' and (t.until is null or t.until <= $1)
      order by r.started_at limit $2`,
    [now, most],
  );
  return rows.map(({ id }) => id);
};

/** Bookings of an organisation for which somebody is being called at this moment. Leans on `rounds_that_call`. */
export const beingCalled = async (tx: ReadTx, organisationId: string): Promise<ReadonlySet<string>> => {
  const rows = await tx.query<{ id: string }[]>(
    `select booking_id as id from phone_now.rounds where state = 'calling' and organisation_id = $1`,
    [organisationId],
  );
  return new Set(rows.map(({ id }) => id));
};

export interface TurnRow {
  interpreterId: string;
  displayName: string;
  phone: string;
  calledAt: Date;
  until: Date;
  outcome: TurnOutcome;
}

export interface RoundRow {
  bookingId: string;
  state: RoundState;
  secondsEach: number;
  /** How many may still be called. */
  left: number;
  /** Who is booked, by whatever way. */
  found: { id: string; displayName: string; phone: string } | null;
  /** Of this round, first called first. */
  turns: TurnRow[];
}

/** @throws NotFound `round-not-found`. */
export const roundOf = async (tx: ReadTx, bookingId: string): Promise<RoundRow> => {
  const [round] = await tx.query<(Omit<RoundRow, 'turns'> & { attempt: number })[]>(
    `select r.booking_id as "bookingId", r.state, r.attempt, r.seconds_each as "secondsEach", cardinality(r.next_ids) as left,
            case when i.id is not null then json_build_object('id', i.id, 'displayName', i.display_name, 'phone', i.phone) end as found
       from phone_now.rounds r join bookings.bookings b on b.id = r.booking_id
       left join interpreters.interpreters i on i.id = b.interpreter_id
      where r.booking_id = $1`,
    [bookingId],
  );
  if (!round) throw noSuchRound();
  const { attempt, ...row } = round;
  const turns = await tx.query<TurnRow[]>(
    `select t.interpreter_id as "interpreterId", i.display_name as "displayName", i.phone, t.called_at as "calledAt", t.until, t.outcome
       from phone_now.turns t join interpreters.interpreters i on i.id = t.interpreter_id
      where t.booking_id = $1 and t.attempt = $2 order by t.called_at, t.offer_id`,
    [bookingId, attempt],
  );
  return { ...row, turns };
};
