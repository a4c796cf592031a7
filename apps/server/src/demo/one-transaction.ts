import { type Actor, addingJobs, databaseRoles, type ReadTx, settingsOf, together, type Tx, txOf } from '@dragoman/platform';
import pg from 'pg';
import { DataSource, type QueryRunner } from 'typeorm';

const WHOEVER_FILLS_FIRST = 5_317_065;

/**
 * Stands in for Database while the demonstration is loaded: what the services believe to be transactions are steps of
 * a single one. It comes to be whole or, after a crash at any point, not at all.
 */
export class OneTransaction {
  /** Steps never overlap, whoever asks for them. */
  private last: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly dataSource: DataSource,
    private readonly runner: QueryRunner,
    private readonly client: pg.PoolClient,
  ) {}

  static async begin(url: string, entities: readonly (new () => object)[]): Promise<OneTransaction> {
    const dataSource = await new DataSource({
      type: 'postgres',
      url,
      entities: [...entities],
      installExtensions: false,
      applicationName: 'dragoman demonstration',
      extra: { max: 1, pipeline: true },
    }).initialize();
    const runner = dataSource.createQueryRunner();
    const client = (await runner.connect()) as pg.PoolClient;
    await client.query('begin');
    // A second process that starts on the same empty database waits here, and then finds it filled.
    await client.query('select pg_advisory_xact_lock($1)', [WHOEVER_FILLS_FIRST]);
    Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
    return new OneTransaction(dataSource, runner, client);
  }

  transaction<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    const step = this.last.then(() => this.step(actor, work));
    this.last = step.catch(() => undefined);
    return step;
  }

  read<T>(actor: Actor, query: (tx: ReadTx) => Promise<T>): Promise<T> {
    return this.transaction(actor, query);
  }

  /** Made-up data breaks no rule; should it, the database's own words are what helps. */
  explainConstraints(): void {}

  async ping(): Promise<void> {
    await this.client.query('select 1');
  }

  async commit(): Promise<void> {
    await this.client.query('commit');
  }

  /** Without a commit before it, nothing was ever there. */
  async end(): Promise<void> {
    await this.client.query('rollback');
    Object.assign(this.runner, { isTransactionActive: false, transactionDepth: 0 });
    await this.runner.release();
    await this.dataSource.destroy();
  }

  private async step<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    const settings = Object.entries(settingsOf(actor))
      .map(([name, value]) => `set_config(${pg.escapeLiteral(name)}, ${pg.escapeLiteral(value)}, true)`)
      .join(', ');
    await this.client.query(`savepoint step; set local role ${databaseRoles[actor.kind]}; select ${settings}`);
    const tx = txOf(this.runner, this.client, actor);
    try {
      const result = await work(tx);
      await together([...tx.unanswered, ...addingJobs(tx.pendingJobs).map((statement) => this.client.query(statement))]);
      await this.client.query('release savepoint step');
      return result;
    } catch (error) {
      await this.client.query('rollback to savepoint step; release savepoint step');
      throw error;
    }
  }
}
