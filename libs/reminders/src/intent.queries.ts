import { columnsOf, entitiesOf, hotRows, type ReadTx, type Tx } from '@dragoman/platform';
import { In, LessThan } from 'typeorm';
import { Intent, type IntentState } from './intent.entity';

/** Only what is still planned: somebody else may have been faster. */
export const settleIntent = async (tx: Tx, intent: Intent, state: IntentState, now: Date): Promise<void> => {
  await tx.update(Intent, { id: intent.id, state: 'planned' }, { state, settledAt: now });
};

/** Locks the next ones that are due and that nobody else is saying. Leans on `intents_that_are_due`. */
export const lockDueIntents = async (tx: Tx, now: Date, most: number): Promise<Intent[]> =>
  entitiesOf(Intent, await hotRows(tx, {
    name: 'intents-that-are-due',
    text: `select ${columnsOf(tx, Intent, 'i')} from reminders.intents i
            where i.state = 'planned' and i.paused_at is null and i.due_at <= $1
            order by i.due_at, i.id limit $2 for update skip locked`,
    values: [now, most],
  }));

/**
 * After a pause several may be due at once, and one of them says it all: the confirmation, else the latest.
 * @returns the ids of those of these that another one says. Leans on `intents_of_a_booking`.
 */
export const overshadowed = async (tx: ReadTx, intents: readonly Intent[], now: Date): Promise<ReadonlySet<string>> => {
  const rows = await hotRows<{ id: string }>(tx, {
    name: 'intents-overshadowed',
    text: `select i.id from reminders.intents i
      where i.id = any($1::uuid[]) and i.kind like 'reminder-%' and exists (
       select from reminders.intents o
        where o.organisation_id = i.organisation_id and o.booking_id = i.booking_id and o.booking_version = i.booking_version
          and o.recipient_kind = 'patient' and o.id <> i.id and o.state = 'planned' and o.paused_at is null and o.due_at <= $2
          and (o.kind = 'confirmed' or o.kind like 'reminder-%' and o.due_at > i.due_at))`,
    values: [intents.map(({ id }) => id), now],
  });
  return new Set(rows.map(({ id }) => id));
};

/** Something was said about an earlier version, or a person was to say it. Leans on `intents_of_a_booking`. */
export const wasTold = (tx: ReadTx, { id: bookingId, version }: { id: string; version: number }): Promise<boolean> =>
  tx.existsBy(Intent, { bookingId, recipientKind: 'patient', state: In(['queued', 'task']), ...(version < Infinity && { bookingVersion: LessThan(version) }) });

/** Who stays booked at the same time was confirmed to the patient already: it is not said a second time. Leans on `intents_of_a_booking`. */
export const confirmedBefore = async (tx: Tx, { organisationId, id, version }: { organisationId: string; id: string; version: number }, now: Date): Promise<void> => {
  await tx.query(
    `update reminders.intents i set state = 'queued', settled_at = $4
      where i.organisation_id = $1 and i.booking_id = $2 and i.kind = 'confirmed' and i.booking_version = $3 and i.state = 'planned'
        and exists (select from reminders.intents o where o.organisation_id = $1 and o.booking_id = $2 and o.kind = 'confirmed'
                       and o.booking_version < $3 and o.state = 'queued')`,
    [organisationId, id, version, now],
  );
};

/** @returns the ids of those of these beside which something else was said to the patient about the same version. Leans on `intents_of_a_booking`. */
export const toldBefore = async (tx: ReadTx, ids: readonly string[]): Promise<ReadonlySet<string>> => {
  if (ids.length === 0) return new Set();
  const rows = await hotRows<{ id: string }>(tx, {
    name: 'intents-told-before',
    text: `select i.id from reminders.intents i
      where i.id = any($1::uuid[]) and exists (
       select from reminders.intents o
        where o.organisation_id = i.organisation_id and o.booking_id = i.booking_id and o.booking_version = i.booking_version
          and o.recipient_kind = 'patient' and o.id <> i.id and o.state in ('queued', 'task'))`,
    values: [ids],
  });
  return new Set(rows.map(({ id }) => id));
};

/** What became of intents, in one statement; only of those that are still planned: somebody else may have been faster. */
export const settleIntents = async (
  tx: Tx,
  settled: readonly { id: string; state: IntentState; dueAt: Date; settledAt: Date | null }[],
): Promise<void> => {
  if (settled.length === 0) return;
  await tx.query(
    `update reminders.intents i set state = s.state, due_at = s.due_at, settled_at = s.settled_at
       from unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::timestamptz[]) as s (id, state, due_at, settled_at)
      where i.id = any($1::uuid[]) and i.id = s.id and i.state = 'planned'`,
    [
      settled.map(({ id }) => id),
      settled.map(({ state }) => state),
      settled.map(({ dueAt }) => dueAt),
      settled.map(({ settledAt }) => settledAt),
    ],
  );
};

/** Held by everything that changes what is planned about a booking, before its intents are read. */
export const lockPlan = async (tx: Tx, bookingId: string): Promise<void> => {
  await hotRows(tx, { name: 'lock-plan', text: 'select pg_advisory_xact_lock(hashtextextended($1, 80))', values: [bookingId] });
};
