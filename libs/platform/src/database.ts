import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Conflict, type DomainError } from '@dragoman/kernel';
import pg from 'pg';
import { type DataSource, type EntityManager, QueryFailedError, type QueryRunner } from 'typeorm';
import { type Actor, databaseRoles, settingsOf } from './actor';
import { committed, connectionOf, databaseAway, isConnectionLost } from './connections';
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

/** A statement that PostgreSQL parses and plans once for each connection: for what is asked all day. */
export interface NamedStatement {
  name: string;
  text: string;
  values: unknown[];
}

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

const beginning = (actor: Actor, begin: 'begin' | 'begin read only'): string => {
  const settings = Object.entries(settingsOf(actor))
    .map(([name, value]) => `set_config(${pg.escapeLiteral(name)}, ${pg.escapeLiteral(value)}, true)`)
    .join(', ');
  return `${begin}; set local role ${databaseRoles[actor.kind]}; select ${settings}`;
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
   * a deadlock, or where its connection was lost before COMMIT, so it does nothing but talk to the database.
   * @throws DomainError in place of a named constraint's violation; Unavailable `too-busy`, `not-available`, `outcome-unknown`.
   */
  async transaction<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.attempt(actor, work);
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
    await connectionOf(runner);
    try {
      const tx = Object.assign(runner.manager, { actor }) as unknown as ReadTx;
      const [, result] = await together([this.begin(runner, actor, 'begin read only'), query(tx)]);
      this.end(runner).catch((error: unknown) => this.log.warn('a reading did not end', error));
      return result;
    } catch (error) {
      await this.rollback(runner);
      await runner.release();
      throw isConnectionLost(error) ? databaseAway() : error;
    }
  }

  /** One statement in a read-only transaction of its own, there and back once: for what every request asks. */
  async readOnce<Row extends pg.QueryResultRow>(actor: Actor, statement: NamedStatement): Promise<Row[]> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const client = await connectionOf(runner);
      // COMMIT after a failure is a rollback, so that nothing of it stays on the connection.
      const [, { rows }] = await together([
        client.query(beginning(actor, 'begin read only')),
        client.query<Row>(statement),
        client.query('commit'),
      ]);
      return rows;
    } finally {
      await runner.release();
    }
  }

  /** Answers whether the database does. */
  async ping(): Promise<void> {
    await this.dataSource.query('select 1');
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }

  private async attempt<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    const pendingJobs: PendingJob[] = [];
    const hints: LiveHint[] = [];
    await connectionOf(runner);
    try {
      await this.begin(runner, actor, 'begin');
      const tx = Object.assign(runner.manager, { actor, pendingJobs, hints }) as unknown as Tx;
      const result = await work(tx);
      await this.writeJobs(runner, pendingJobs);
      await committed(runner);
      this.sendHints(hints);
      return result;
    } catch (error) {
      await this.rollback(runner);
      throw error;
    } finally {
      await runner.release();
    }
  }

  /** BEGIN, role and settings in one round trip; TypeORM is then told that its transaction is open. */
  private async begin(runner: QueryRunner, actor: Actor, begin: 'begin' | 'begin read only'): Promise<void> {
    const client = await connectionOf(runner);
    const begun = client.query(beginning(actor, begin));
    Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
    await begun;
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
