import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Conflict, type DomainError } from '@dragoman/kernel';
import pg from 'pg';
import { type DataSource, QueryFailedError, type QueryRunner } from 'typeorm';
import type { Actor } from './actor';
import { type Beginning, beginning } from './beginning';
import { type Connection, connectionOf, databaseAway, isConnectionLost, isCrowded, sourceOf } from './connections';
import { commit, whyFailed } from './ending';
import { hotRows, ofItsRole } from './hot-rows';
import type { NamedStatement } from './named-statement';
import { keepStep, nextStep, type Step, stepDone } from './request-steps';
import { together } from './together';
import { type ReadTx, readTxOf, type Tx, txOf } from './tx';

interface DriverError {
  code?: string;
  constraint?: string;
}

const SERIALIZATION_FAILURE = '40001';
const DEADLOCK = '40P01';
const ATTEMPTS = 5;

const driverErrorOf = (error: unknown): DriverError | undefined => {
  if (error instanceof QueryFailedError) return error.driverError as DriverError;
  return error instanceof pg.DatabaseError ? error : undefined;
};

const isRetryable = (error: unknown): boolean => {
  const code = driverErrorOf(error)?.code;
  return code === SERIALIZATION_FAILURE || code === DEADLOCK || isConnectionLost(error);
};

@Injectable()
export class Database implements OnApplicationShutdown {
  private readonly log = new Logger('Database');
  private readonly sentences = new Map<string, () => DomainError>();

  constructor(private readonly dataSource: DataSource) {}

  /** What a named constraint's refusal means to a person. Libs register theirs when their module starts. */
  explainConstraints(errors: Record<string, () => DomainError>): void {
    for (const [name, error] of Object.entries(errors)) this.sentences.set(name, error);
  }

  /**
   * One transaction under the actor's database role. All of `work` runs again on a serialization failure,
   * a deadlock, or where its connection was lost before COMMIT, so it does nothing but talk to the database. Within a keyed request
   * its result is kept in the transaction itself, and where one was kept before, that is answered and nothing is done: so it is data.
   * @throws DomainError in place of a named constraint's violation; Unavailable `too-busy`, `not-available`, `outcome-unknown`;
   * Invalid `idempotency-key-reused`.
   */
  async transaction<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    const step = nextStep();
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.attempt(actor, work, step);
      } catch (error) {
        if (!isRetryable(error)) throw this.explained(error);
        if (attempt === ATTEMPTS && isConnectionLost(error)) throw databaseAway();
        if (attempt === ATTEMPTS)
          throw new Conflict('too-busy', 'Many people changed the same thing at once. Nothing was saved; try again.');
      }
    }
  }

  /**
   * A read-only transaction under the actor's database role. What `query` asks first is on its way together with BEGIN; what it
   * found is answered without waiting for COMMIT, which has nothing to write.
   * @param asks how often `query` asks at most, for lists that are open all day: COMMIT leaves with the last question, and one more is refused.
   */
  async read<T>(actor: Actor, query: (tx: ReadTx) => Promise<T>, { asks = Infinity }: { asks?: number } = {}): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    const client = await connectionOf(runner);
    try {
      const tx = readTxOf(runner, client, actor);
      const begun = this.begin(runner, client, beginning(actor, 'begin read only'));
      client.endAfter(asks);
      const [, result] = await together([begun, query(tx)]);
      this.end(runner, client).catch((error: unknown) => this.log.warn('a reading did not end', error));
      return result;
    } catch (error) {
      await this.rollback(client);
      await runner.release();
      throw isConnectionLost(error) ? databaseAway() : error;
    }
  }

  /** One statement in a read-only transaction of its own, there and back once: for what every request asks. */
  readOnce<Row extends pg.QueryResultRow>(actor: Actor, statement: NamedStatement): Promise<Row[]> {
    return this.once(actor, statement, 'begin read only');
  }

  /** As `readOnce`, for what can be made again: nobody waits until it is on the disk, and a crash may lose it. */
  writeSoon<Row extends pg.QueryResultRow>(actor: Actor, statement: NamedStatement): Promise<Row[]> {
    return this.once(actor, statement, 'begin; set local synchronous_commit = off');
  }

  /** Whether whoever begins something now would wait for a connection. */
  get isCrowded(): boolean {
    return isCrowded(this.dataSource);
  }

  /** Answers whether the database does. */
  async ping(): Promise<void> {
    await this.dataSource.query('select 1');
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }

  private async once<Row extends pg.QueryResultRow>(actor: Actor, statement: NamedStatement, begin: Beginning): Promise<Row[]> {
    const source = sourceOf(this.dataSource);
    const client = await connectionOf(source);
    try {
      // COMMIT after a failure is a rollback, so that nothing of it stays on the connection.
      const [, { rows }] = await together([
        client.query(beginning(actor, begin)),
        client.query<Row>(ofItsRole(actor, statement)),
        client.query('commit'),
      ]);
      return rows;
    } finally {
      source.release();
    }
  }

  private async attempt<T>(actor: Actor, work: (tx: Tx) => Promise<T>, step: Step | undefined): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    const client = await connectionOf(runner);
    const tx = txOf(runner, client, actor);
    try {
      const done = await this.beginStep(runner, tx, step);
      const result = done ? (done.result as T) : await worked(tx, work);
      await commit(tx, done ? undefined : step && keepStep(step, result), (error) => this.log.warn('a live hint was lost', error));
      return result;
    } catch (error) {
      await this.rollback(client);
      throw error;
    } finally {
      await runner.release();
    }
  }

  /** Sent at once; TypeORM is told that its transaction is open. */
  private begin(runner: QueryRunner, client: Connection, message: string): Promise<unknown> {
    const begun = client.query(message);
    Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
    return begun;
  }

  /** What the step left before, asked in the round trip that begins; without one, `work` does not wait until it has begun. */
  private async beginStep(runner: QueryRunner, tx: Tx, step: Step | undefined): Promise<{ result: unknown } | undefined> {
    const begun = this.begin(runner, tx.client as Connection, beginning(tx.actor, 'begin'));
    begun.catch(() => undefined);
    tx.unanswered.push(begun);
    return step && stepDone(tx, step);
  }

  private async end(runner: QueryRunner, client: Connection): Promise<void> {
    await client.commit().catch(() => this.rollback(client));
    await runner.release();
  }

  private async rollback(client: Connection): Promise<void> {
    // A connection that died has nothing left to roll back; the first error is the one worth reading.
    await client.rollback().catch((error: unknown) => this.log.warn('a rollback failed', error));
  }

  private explained(error: unknown): unknown {
    const constraint = driverErrorOf(error)?.constraint;
    const sentence = constraint === undefined ? undefined : this.sentences.get(constraint);
    return sentence ? sentence() : error;
  }
}

/**
 * Holds these interpreters' calendars until the transaction ends. Always after the booking's row lock,
 * always sorted, always in one statement: that order is why two acceptances never deadlock.
 */
export const lockInterpreters = async (tx: Tx, interpreterIds: readonly string[]): Promise<void> => {
  await hotRows(tx, {
    name: 'lock-interpreters',
    text: 'select pg_advisory_xact_lock(hashtextextended(i::text, 1)) from (select unnest($1::uuid[]) i order by 1) sorted',
    values: [interpreterIds],
  });
};

/** Only until COMMIT is on its way: from then on what was lost may have been saved, and `commit` alone knows what that means. */
const worked = async <T>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> => {
  try {
    return await work(tx);
  } catch (error) {
    throw await whyFailed(tx, error);
  }
};
