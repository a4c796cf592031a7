import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Conflict, type DomainError } from '@dragoman/kernel';
import type pg from 'pg';
import { type DataSource, type EntityManager, QueryFailedError, type QueryRunner } from 'typeorm';
import type { Actor } from './actor';
import { type Beginning, beginning } from './beginning';
import { committed, connectionOf, databaseAway, isConnectionLost } from './connections';
import type { NamedStatement } from './named-statement';
import { keepStep, nextStep, type Step, stepDone } from './request-steps';
import { together } from './together';

declare const readable: unique symbol;
declare const open: unique symbol;

/** A live hint: something changed, refetch. Carries ids, never data. */
export interface LiveHint {
  organisationId: string;
  topic: string;
  id: string;
}

export interface PendingJob {
  task: string;
  payload: unknown;
  key?: string;
  delayMs?: number;
}

/** Proof that a transaction is open for reading; only Database makes one. */
export type ReadTx = EntityManager & { readonly [readable]: true; readonly actor: Actor };

/** Proof that a transaction is open for writing; only Database.transaction makes one. */
export type Tx = ReadTx & {
  readonly [open]: true;
  /** Written in one call just before COMMIT: the job row is the outbox. */
  readonly pendingJobs: PendingJob[];
  /** Sent after COMMIT; may be lost, and screens refetch on reconnect. */
  readonly hints: LiveHint[];
};

interface DriverError {
  code?: string;
  constraint?: string;
}

const SERIALIZATION_FAILURE = '40001';
const DEADLOCK = '40P01';
const ATTEMPTS = 5;
const MOST_HINTS = 10;

const driverErrorOf = (error: unknown): DriverError | undefined =>
  error instanceof QueryFailedError ? (error.driverError as DriverError) : undefined;

const isRetryable = (error: unknown): boolean => {
  const code = driverErrorOf(error)?.code ?? (error as DriverError | null)?.code;
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
   */
  async read<T>(actor: Actor, query: (tx: ReadTx) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    const client = await connectionOf(runner);
    try {
      const tx = Object.assign(runner.manager, { actor }) as unknown as ReadTx;
      const [, result] = await together([this.begin(runner, client, beginning(actor, 'begin read only')), query(tx)]);
      this.end(runner).catch((error: unknown) => this.log.warn('a reading did not end', error));
      return result;
    } catch (error) {
      await this.rollback(runner);
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

  /** Answers whether the database does. */
  async ping(): Promise<void> {
    await this.dataSource.query('select 1');
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }

  private async once<Row extends pg.QueryResultRow>(actor: Actor, statement: NamedStatement, begin: Beginning): Promise<Row[]> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const client = await connectionOf(runner);
      // COMMIT after a failure is a rollback, so that nothing of it stays on the connection.
      const [, { rows }] = await together([
        client.query(beginning(actor, begin)),
        client.query<Row>(statement),
        client.query('commit'),
      ]);
      return rows;
    } finally {
      await runner.release();
    }
  }

  private async attempt<T>(actor: Actor, work: (tx: Tx) => Promise<T>, step: Step | undefined): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    const pendingJobs: PendingJob[] = [];
    const hints: LiveHint[] = [];
    await connectionOf(runner);
    try {
      const done = await this.beginStep(runner, actor, step);
      if (done) {
        await runner.commitTransaction();
        return done.result as T;
      }
      const tx = Object.assign(runner.manager, { actor, pendingJobs, hints }) as unknown as Tx;
      const result = await work(tx);
      await this.writeJobs(runner, pendingJobs);
      await this.commit(runner, step && keepStep(step, result));
      this.sendHints(hints);
      return result;
    } catch (error) {
      await this.rollback(runner);
      throw error;
    } finally {
      await runner.release();
    }
  }

  /** Sent at once; TypeORM is told that its transaction is open. */
  private begin(runner: QueryRunner, client: pg.PoolClient, message: string): Promise<unknown> {
    const begun = client.query(message);
    Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
    return begun;
  }

  /** What the step left before, asked in the round trip that begins. */
  private async beginStep(runner: QueryRunner, actor: Actor, step: Step | undefined): Promise<{ result: unknown } | undefined> {
    const client = await connectionOf(runner);
    const begun = this.begin(runner, client, beginning(actor, 'begin'));
    const [, done] = await together([begun, step && stepDone(client, step)]);
    return done;
  }

  /** COMMIT after a failure is a rollback, so that the two go out together. Where the answer is lost, another attempt finds the step. */
  private async commit(runner: QueryRunner, keeping: NamedStatement | undefined): Promise<void> {
    if (!keeping) return committed(runner);
    const client = await connectionOf(runner);
    await together([client.query(keeping), runner.commitTransaction()]);
  }

  private async end(reading: QueryRunner): Promise<void> {
    await reading.commitTransaction().catch(() => this.rollback(reading));
    await reading.release();
  }

  private async rollback(runner: QueryRunner): Promise<void> {
    if (!runner.isTransactionActive) {
      const client = (await runner.connect().catch(() => undefined)) as pg.PoolClient | undefined;
      await client?.query('rollback').catch(() => undefined);
      return;
    }
    // A connection that died has nothing left to roll back; the first error is the one worth reading.
    await runner.rollbackTransaction().catch((error: unknown) => this.log.warn('a rollback failed', error));
  }

  private async writeJobs(runner: QueryRunner, jobs: readonly PendingJob[]): Promise<void> {
    if (jobs.length === 0) return;
    const specs = jobs.map(({ task, payload, key, delayMs }) => ({ task, payload, key, delay_ms: delayMs }));
    await runner.query('select jobs.add($1::jsonb)', [JSON.stringify(specs)]);
  }

  /** Outside the transaction, because NOTIFY inside one makes every committer wait for the same lock. */
  private sendHints(hints: readonly LiveHint[]): void {
    if (hints.length === 0) return;
    const payloads = [...new Set(fewerHints(hints).map((hint) => JSON.stringify(hint)))];
    this.dataSource
      .query(`select pg_notify('${LIVE_CHANNEL}', hint) from unnest($1::text[]) hint`, [payloads])
      .catch((error: unknown) => this.log.warn('a live hint was lost', error));
  }

  private explained(error: unknown): unknown {
    const constraint = driverErrorOf(error)?.constraint;
    const sentence = constraint === undefined ? undefined : this.sentences.get(constraint);
    return sentence ? sentence() : error;
  }
}

/** A screen refetches by topic, so that a hint for each of a hundred messages says no more than one for all of them. */
const fewerHints = (hints: readonly LiveHint[]): LiveHint[] => {
  if (hints.length <= MOST_HINTS) return [...hints];
  const byTopic = new Map(hints.map((hint) => [`${hint.organisationId} ${hint.topic}`, hint]));
  return [...byTopic.values()];
};

export const LIVE_CHANNEL = 'dragoman_live';

/**
 * Holds these interpreters' calendars until the transaction ends. Always after the booking's row lock,
 * always sorted, always in one statement: that order is why two acceptances never deadlock.
 */
export const lockInterpreters = async (tx: Tx, interpreterIds: readonly string[]): Promise<void> => {
  await tx.query(
    `select pg_advisory_xact_lock(hashtextextended(i::text, 1)) from (select unnest($1::uuid[]) i order by 1) sorted`,
    [interpreterIds],
  );
};
