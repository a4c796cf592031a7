import { newId, SystemClock } from '@dragoman/kernel';
import type { TestingModule } from '@nestjs/testing';
import pg from 'pg';
import { until } from '../../../tests/support/desk';
import { testModule } from '../../../tests/support/platform';
import { type TestDatabase, testDatabase } from '../../../tests/support/postgres';
import type { Actor } from './actor';
import { withOnePatience } from './connections';
import { Database } from './database';
import type { Tx } from './tx';

const job: Actor = { kind: 'job', job: 'test' };
let test: TestDatabase;
let nest: TestingModule;
let database: Database;
let superuser: pg.Client;

beforeAll(async () => {
  test = await testDatabase();
  nest = await testModule(test, { imports: [], clock: new SystemClock() });
  database = nest.get(Database);
  superuser = new pg.Client({ connectionString: test.superuserUrl });
  await superuser.connect();
  await superuser.query(`create schema scratch; grant usage on schema scratch to d_sweep; create table scratch.seen (id uuid);
    grant insert, select on scratch.seen to d_sweep`);
});
afterAll(async () => {
  await superuser.end();
  await nest.close();
  await test.close();
});

const count = async (id: string): Promise<number> =>
  Number((await superuser.query('select count(*) from scratch.seen where id = $1', [id])).rows[0].count);

const cut = async (tx: Tx): Promise<void> => {
  const [{ pid }] = await tx.query<[{ pid: number }]>('select pg_backend_pid() as pid');
  await superuser.query('select pg_terminate_backend($1, 5000)', [pid]);
};

describe('a connection that is cut in the middle of a transaction', () => {
  it('is replaced by another, on which all of it is done again, once', async () => {
    const id = newId();
    let tries = 0;
    await database.transaction(job, async (tx) => {
      await tx.query('insert into scratch.seen values ($1)', [id]);
      if (++tries === 1) await cut(tx);
      await tx.query('select 1');
    });
    expect([tries, await count(id)]).toEqual([2, 1]);
  });

  it('again and again ends in a word that nothing was saved', async () => {
    const id = newId();
    const writing = database.transaction(job, async (tx) => {
      await tx.query('insert into scratch.seen values ($1)', [id]);
      await cut(tx);
      await tx.query('select 1');
    });
    await expect(writing).rejects.toMatchObject({ kind: 'unavailable', code: 'not-available' });
    expect(await count(id)).toBe(0);
  });

  it('at its COMMIT ends in a word that nobody knows, and it is not done a second time', async () => {
    // What is deferred happens at COMMIT, and waits there for as long as somebody else holds the lock.
    await superuser.query(`create function scratch.wait() returns trigger language plpgsql security definer as
        'begin perform pg_advisory_xact_lock(4711); return null; end';
      create table scratch.slow (id uuid); grant insert on scratch.slow to d_sweep;
      create constraint trigger waits after insert on scratch.slow deferrable initially deferred for each row execute function scratch.wait();
      select pg_advisory_lock(4711)`);
    let tries = 0;
    const writing = database.transaction(job, async (tx) => {
      tries++;
      await tx.query('insert into scratch.slow values ($1)', [newId()]);
    });
    const settled = writing.then(() => null, (error: unknown) => error);
    const waiting = `select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = current_database() and wait_event = 'advisory'`;
    while ((await superuser.query(waiting)).rowCount === 0);
    expect(await settled).toMatchObject({ kind: 'unavailable', code: 'outcome-unknown' });
    expect(tries).toBe(1);
    await superuser.query('select pg_advisory_unlock(4711)');
  });
});

describe('more who ask than there are connections', () => {
  it('wait for a while and are told to come back; afterwards all is as before', async () => {
    await superuser.query('select pg_advisory_lock(4712)');
    const hold = () => database.transaction(job, (tx) => tx.query('select pg_advisory_xact_lock(4712)'));
    // testModule has ten connections.
    const holding = Array.from({ length: 10 }, hold);
    const waiting = `select from pg_stat_activity where datname = current_database() and wait_event = 'advisory'`;
    while ((await superuser.query(waiting)).rowCount !== 10);
    const asking = [database.read(job, (tx) => tx.query('select 1')), database.transaction(job, (tx) => tx.query('select 1'))];
    let answers: PromiseSettledResult<unknown>[] | undefined;
    void Promise.allSettled(asking).then((settled) => (answers = settled));
    try {
      const told = await until(async () => answers, 'an answer', 10);
      for (const answer of told) expect(answer).toMatchObject({ status: 'rejected', reason: { kind: 'unavailable', code: 'too-busy' } });
    } finally {
      await superuser.query('select pg_advisory_unlock(4712)');
      await Promise.all(holding);
    }
    expect(await database.read(job, (tx) => tx.query('select 1 as n'))).toEqual([{ n: 1 }]);
  });

  it('has one patience for all that it begins, and what comes too late is there for others', async () => {
    const key = 4714;
    await superuser.query('select pg_advisory_lock($1)', [key]);
    const holdAll = async (): Promise<Promise<unknown>[]> => {
      const holding = Array.from({ length: 10 }, () => database.transaction(job, (tx) => tx.query('select pg_advisory_xact_lock($1)', [key])));
      // Where the test fails first, what becomes of them is nobody's question, and must not end the process before it is said.
      for (const one of holding) one.catch(() => undefined);
      await until(async () => (await superuser.query(waitingFor)).rowCount === 10, 'all connections to be held');
      return holding;
    };
    const waitingFor = `select from pg_stat_activity where datname = current_database() and wait_event = 'advisory'`;
    const ask = () => database.read(job, (tx) => tx.query('select 1'));
    const letGo = async (holding: readonly Promise<unknown>[]): Promise<void> => {
      await superuser.query('select pg_advisory_unlock($1)', [key]);
      await Promise.all(holding);
    };
    const answered: string[] = [];
    const holding = await holdAll();
    await withOnePatience(async () => {
      await ask().catch(() => answered.push('the first'));
      const another = withOnePatience(ask).catch(() => answered.push('another request'));
      await ask().catch(() => answered.push('the second of the same'));
      await another;
      // Told at once, while its place in the queue comes to be served after all.
      await ask().catch(() => answered.push('the third of the same'));
    }).finally(() => letGo(holding));
    expect(answered).toEqual(['the first', 'the second of the same', 'another request', 'the third of the same']);
    await superuser.query('select pg_advisory_lock($1)', [key]);
    await letGo(await holdAll());
  }, 60_000);
});
