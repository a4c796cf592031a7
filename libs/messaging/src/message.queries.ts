import { columnsOf, entitiesOf, hotRows, type ReadTx, type Tx } from '@dragoman/platform';
import type { ObjectLiteral } from 'typeorm';
import { Message, type MessageChannel, type RecipientKind } from './message.entity';
import type { MessageState } from './message.state';

/** How far the newest message to the patient of each booking has got, or to whoever is told in their place; an answer to HELP tells nothing of it. Leans on `messages_of_a_booking`. */
export const newestPatientMessages = async (
  tx: ReadTx,
  organisationId: string,
  bookingIds: readonly string[],
): Promise<Map<string, MessageState>> => {
  const rows = await tx.query<{ bookingId: string; state: MessageState }[]>(
    `select distinct on (booking_id) booking_id as "bookingId", state
       from messaging.messages
      where organisation_id = $1 and booking_id = any($2::uuid[]) and recipient_kind in ('patient', 'supporter') and state <> 'withdrawn'
        and kind <> 'help'
      order by booking_id, queued_at desc, id desc`,
    [organisationId, bookingIds],
  );
  return new Map(rows.map(({ bookingId, state }) => [bookingId, state]));
};

/** More than anybody has addresses; with a limit, the planner takes the index. */
const MOST_ATTEMPTS = 100;

export interface DueMessage {
  id: string;
  organisationId: string;
  intentId: string;
  bookingId: string | null;
  recipientKind: RecipientKind;
  recipientId: string;
  channel: MessageChannel;
  address: string;
  neutral: boolean;
  optedOut: boolean;
  /** Why nothing may go there, by what the carrier said; null if it may. */
  suppressedFor: string | null;
  takesCalls: boolean | null;
  tooLate: boolean;
  /** Of a text message: what a carrier bills. */
  parts: number;
  /** How often a sender took it and never said what became of it. */
  asks: number;
}

/** As much of one as says where this was tried. */
export type Attempt = Pick<Message, 'intentId' | 'channel' | 'address' | 'state'>;

/**
 * All attempts to say these, in order. One look into `an_intent_numbers_its_attempts_once` for each: of a table that has
 * grown since it was last analysed, a plan for all of them reads the whole.
 */
export const attemptsOfIntents = (tx: ReadTx, intentIds: readonly string[]): Promise<Attempt[]> =>
  hotRows<Attempt>(tx, {
    name: 'attempts-of-intents',
    text: `select tried.* from unnest($1::uuid[]) as intent (id)
            cross join lateral (
              select intent_id as "intentId", channel, address, state from messaging.messages
               where intent_id = intent.id order by attempt limit ${MOST_ATTEMPTS}) tried`,
    values: [intentIds],
  });

/** Locks the next ones of a channel that nobody else is sending. Leans on `messages_to_send`. */
export const lockDueMessages = (
  tx: Tx,
  { channel, now, most }: { channel: MessageChannel; now: Date; most: number },
): Promise<DueMessage[]> =>
  tx.query<DueMessage[]>(
    `select m.id, m.organisation_id as "organisationId", m.intent_id as "intentId", m.booking_id as "bookingId",
            m.recipient_kind as "recipientKind", m.recipient_id as "recipientId", m.channel, m.address, m.neutral,
            exists (select from messaging.opt_outs o where o.organisation_id = m.organisation_id
                       and o.channel = m.channel and o.address = m.address) as "optedOut",
            s.reason as "suppressedFor", s.takes_calls as "takesCalls",
            coalesce(m.send_before <= $2, false) as "tooLate", m.asks, coalesce(m.parts, ceil(length(m.body) / 67.0)::int) as parts
       from messaging.messages m
       left join messaging.suppressions s
         on s.organisation_id = m.organisation_id and s.channel = m.channel and s.address = m.address
      where m.state = 'queued' and m.channel = $1 and m.not_before <= $2
      order by m.not_before, m.id
      limit $3
        for update of m skip locked`,
    [channel, now, most],
  );

/** Whoever had something carried to this address, ever. Leans on `messages_to_an_address`. */
export const organisationsWhoseTextsReached = async (tx: ReadTx, channel: MessageChannel, address: string): Promise<string[]> => {
  const rows = await tx.query<{ id: string }[]>(
    `select distinct organisation_id as id from messaging.messages
      where channel = $1 and address = $2 and handed_over_at is not null order by 1`,
    [channel, address],
  );
  return rows.map(({ id }) => id);
};

/** Nobody where there are several. */
export const theOnlyOrganisation = async (tx: ReadTx): Promise<string[]> => {
  const rows = await tx.query<{ id: string }[]>('select id from organisations.organisations limit 2');
  return rows.length === 1 ? rows.map(({ id }) => id) : [];
};

/** Calls that were placed before then and of which nothing more was heard. Leans on `calls_under_way`. */
export const lockCallsWithoutEnd = async (tx: Tx, before: Date): Promise<{ messageId: string; sid: string }[]> =>
  tx.query<{ messageId: string; sid: string }[]>(
    `select id as "messageId", provider_id as sid from messaging.messages
      where channel = 'voice' and state = 'sent' and sent_at < $1 order by sent_at limit 100 for update skip locked`,
    [before],
  );

/** The claim repeats its condition, and the lease runs on the database's clock. */
export const handOver = async (
  tx: Tx,
  ids: readonly string[],
  { claim, now, leaseSeconds }: { claim: string; now: Date; leaseSeconds: number },
): Promise<Message[]> => {
  const [rows] = await tx.query<[ObjectLiteral[], number]>(
    `update messaging.messages m
        set state = 'handed-over', claim = $2, lease_until = now() + make_interval(secs => $4),
            hand_overs = hand_overs + 1, handed_over_at = $3
      where id = any($1::uuid[]) and state = 'queued'
      returning ${columnsOf(tx, Message, 'm')}`,
    [ids, claim, now, leaseSeconds],
  );
  return entitiesOf(Message, rows);
};

/** Takes over messages whose sender never said what became of them. Leans on `messages_in_flight`. */
export const claimLostMessages = async (
  tx: Tx,
  { channel, claim, leaseSeconds, most }: { channel: MessageChannel; claim: string; leaseSeconds: number; most: number },
): Promise<Message[]> => {
  const [rows] = await tx.query<[ObjectLiteral[], number]>(
    `update messaging.messages m
        set claim = $1, lease_until = now() + make_interval(secs => $2), asks = m.asks + 1
       from (select id from messaging.messages
              where state = 'handed-over' and channel = $4 and lease_until <= now()
              order by lease_until limit $3 for update skip locked) lost
      where m.id = lost.id and m.state = 'handed-over'
      returning ${columnsOf(tx, Message, 'm')}`,
    [claim, leaseSeconds, most, channel],
  );
  return entitiesOf(Message, rows);
};

/**
 * Writes what became of these, in one statement, where they still are as the writer found them: whoever took over
 * meanwhile is right, and the writer is not. They are locked by id first, as whoever withdraws them does: each waits for the
 * other otherwise. Every table names the ids, so that no plan begins with all that is in flight or was lately. @returns the ids of those that were written.
 */
export const writeOutcomes = async (
  tx: Tx,
  found: { state: 'queued'; claim: null } | { state: 'handed-over'; claim: string },
  messages: readonly Message[],
): Promise<ReadonlySet<string>> => {
  const column = <Value>(of: (message: Message) => Value): Value[] => messages.map(of);
  const [rows] = await tx.query<[{ id: string }[], number]>(
    `with found as materialized (
       select id from messaging.messages
        where id = any($3::uuid[]) and state = $1 and claim is not distinct from $2::uuid order by id for update)
     update messaging.messages m
        set state = o.state, claim = o.claim, lease_until = o.lease_until, provider_id = o.provider_id,
            not_before = o.not_before, hand_overs = o.hand_overs, sent_at = o.sent_at, failed_at = o.failed_at, failure = o.failure
       from unnest($3::uuid[], $4::text[], $5::uuid[], $6::timestamptz[], $7::text[], $8::timestamptz[], $9::int[],
                   $10::timestamptz[], $11::timestamptz[], $12::text[])
              as o (id, state, claim, lease_until, provider_id, not_before, hand_overs, sent_at, failed_at, failure)
       join found using (id)
      where m.id = any($3::uuid[]) and m.id = o.id
      returning m.id`,
    [
      found.state,
      found.claim,
      column(({ id }) => id),
      column(({ state }) => state),
      column(({ claim }) => claim),
      column(({ leaseUntil }) => leaseUntil),
      column(({ providerId }) => providerId),
      column(({ notBefore }) => notBefore),
      column(({ handOvers }) => handOvers),
      column(({ sentAt }) => sentAt),
      column(({ failedAt }) => failedAt),
      column(({ failure }) => failure),
    ],
  );
  return new Set(rows.map(({ id }) => id));
};

/** Every organisation that ever sent something to this address. Leans on `messages_to_an_address`. */
export const organisationsWritingTo = async (tx: ReadTx, channel: MessageChannel, address: string): Promise<string[]> => {
  const rows = await tx.query<{ organisationId: string }[]>(
    `select distinct organisation_id as "organisationId" from messaging.messages
      where channel = $1 and address = $2 and state <> 'withdrawn' limit 2`,
    [channel, address],
  );
  return rows.map(({ organisationId }) => organisationId);
};
