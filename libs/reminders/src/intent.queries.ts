import type { ReadTx, Tx } from '@dragoman/platform';
import { Intent, type IntentState } from './intent.entity';

/** Only what is still planned: somebody else may have been faster. */
export const settleIntent = async (tx: Tx, intent: Intent, state: IntentState, now: Date): Promise<void> => {
  await tx.update(Intent, { id: intent.id, state: 'planned' }, { state, settledAt: now });
};

/** Locks the next ones that are due and that nobody else is saying. Leans on `intents_that_are_due`. */
export const lockDueIntents = (tx: Tx, now: Date, most: number): Promise<Intent[]> =>
  tx
    .createQueryBuilder(Intent, 'intent')
    .where(`intent.state = 'planned' and intent.dueAt <= :now`, { now })
    .orderBy('intent.dueAt')
    .addOrderBy('intent.id')
    .limit(most)
    .setLock('pessimistic_write')
    .setOnLocked('skip_locked')
    .getMany();

/**
 * After a pause several may be due at once, and one of them says it all: the confirmation, else the latest.
 * Leans on `intents_of_a_booking`.
 */
export const isOvershadowed = async (tx: ReadTx, intent: Intent, now: Date): Promise<boolean> => {
  if (intent.kind === 'confirmed') return false;
  const [{ found }] = await tx.query<[{ found: boolean }]>(
    `select exists (
       select from reminders.intents o
        where o.organisation_id = $1 and o.booking_id = $2 and o.booking_version = $3 and o.recipient_kind = 'patient'
          and o.id <> $4 and o.state = 'planned' and o.due_at <= $5
          and (o.kind = 'confirmed' or o.due_at > $6)) as found`,
    [intent.organisationId, intent.bookingId, intent.bookingVersion, intent.id, now, intent.dueAt],
  );
  return found;
};

/** Held by everything that changes what is planned about a booking, before its intents are read. */
export const lockPlan = async (tx: Tx, bookingId: string): Promise<void> => {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 80))', [bookingId]);
};
