import type { Socket } from 'node:net';
import { Conflict, newId } from '@dragoman/kernel';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { until } from '../../../tests/support/desk';
import { type TestDatabase, testDatabase } from '../../../tests/support/postgres';
import type { Actor } from './actor';
import { Database } from './database';
import { askedOnce, hotRows, send } from './hot-rows';
import { SteadyClient } from './steady-client';
import type { Tx } from './tx';

const job: Actor = { kind: 'job', job: 'test' };
const staff: Actor = { kind: 'staff', organisationId: newId(), accountId: newId(), role: 'receptionist' };
let test: TestDatabase;
let database: Database;
let superuser: pg.Client;

beforeAll(async () => {
  test = await testDatabase();
  const extra = { max: 1, Client: SteadyClient, pipeline: true };
  database = new Database(await new DataSource({ type: 'postgres', url: test.urls.app, installExtensions: false, extra }).initialize());
  superuser = new pg.Client({ connectionString: test.superuserUrl });
  await superuser.connect();
  await superuser.query(`create schema scratch; grant usage on schema scratch to d_app, d_sweep;
    create table scratch.seen (id uuid constraint it_is_seen_once primary key); grant insert, select on scratch.seen to d_sweep, d_app`);
});

afterAll(async () => {
  await database.onApplicationShutdown();
  await superuser.end();
  await test.close();
});

const see = (tx: Tx, id: string): void => send(tx, { name: 'see', text: 'insert into scratch.seen values ($1)', values: [id] });
const seen = async (id: string): Promise<number> => Number((await superuser.query('select count(*) from scratch.seen where id = $1', [id])).rows[0].count);
const streamOf = ({ client }: Tx): Socket => (client as unknown as { connection: { stream: Socket } }).connection.stream;
const one = { name: 'one', text: 'select 1 as one', values: [] };

describe('a write for which nobody waits', () => {
  it('is seen by what the same transaction asks after it', async () => {
    const id = newId();
    const found = await database.transaction(job, async (tx) => {
      see(tx, id);
      return hotRows(tx, { name: 'seen', text: 'select id from scratch.seen where id = $1', values: [id] });
    });
    expect(found).toEqual([{ id }]);
  });

  it('goes there and back once, with BEGIN and COMMIT', async () => {
    const stream = await database.transaction(job, async (tx) => streamOf(tx));
    const spies = [jest.spyOn(stream, '_write'), jest.spyOn(stream, '_writev' as '_write')];
    await database.transaction(job, async (tx) => {
      see(tx, newId());
      see(tx, newId());
    });
    const writes = spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
    for (const spy of spies) spy.mockRestore();
    expect(writes).toBe(1);
  });

  it('fails the whole transaction when it fails, and says why, whatever failed after it', async () => {
    database.explainConstraints({ it_is_seen_once: () => new Conflict('seen-before', 'This was seen before.') });
    const [id, other] = [newId(), newId()];
    const twice = (after: (tx: Tx) => Promise<unknown>) =>
      database.transaction(job, async (tx) => {
        see(tx, other);
        see(tx, id);
        see(tx, id);
        await after(tx);
      });
    await expect(twice(async () => undefined)).rejects.toMatchObject({ code: 'seen-before' });
    await expect(twice((tx) => hotRows(tx, one))).rejects.toMatchObject({ code: 'seen-before' });
    expect([await seen(id), await seen(other)]).toEqual([0, 0]);
    expect(await database.read(job, (tx) => hotRows(tx, one))).toEqual([{ one: 1 }]);
  });

  it('is done again on another connection where PostgreSQL ended this one before COMMIT, though that was on its way', async () => {
    await superuser.query('select pg_advisory_lock(4713)');
    const id = newId();
    let tries = 0;
    const writing = database.transaction(job, async (tx) => {
      tries++;
      see(tx, id);
      send(tx, { name: 'wait', text: 'select pg_advisory_xact_lock(4713)', values: [] });
    });
    const end = `select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = current_database() and wait_event = 'advisory'`;
    await until(async () => (await superuser.query(end)).rowCount === 1, 'somebody to wait');
    await superuser.query('select pg_advisory_unlock(4713)');
    await writing;
    expect([tries, await seen(id)]).toEqual([2, 1]);
  });

  it('is not done a second time where every answer was lost on the way, that to COMMIT among them', async () => {
    const id = newId();
    let tries = 0;
    let wire: Socket | undefined;
    const writing = database.transaction(job, async (tx) => {
      tries++;
      see(tx, id);
      wire = streamOf(tx).pause();
    });
    const settled = writing.then(() => null, (error: unknown) => error);
    await until(async () => (await seen(id)) === 1, 'it to be saved');
    wire?.destroy();
    expect(await settled).toMatchObject({ kind: 'unavailable', code: 'outcome-unknown' });
    expect([tries, await seen(id)]).toEqual([1, 1]);
  });
});

describe('a named statement', () => {
  it('is planned for each role by itself, because row-level security is part of its plan', async () => {
    for (const actor of [staff, job, staff]) await database.read(actor, (tx) => hotRows(tx, one));
    const kept = await database.read(job, (tx) => tx.query(`select name from pg_prepared_statements where name like '% one' order by 1`));
    expect(kept).toEqual([{ name: 'd_app one' }, { name: 'd_sweep one' }]);
  });
});

describe('what is asked in several places of one transaction', () => {
  it('is asked once, and by the next transaction anew', async () => {
    let times = 0;
    const ask = (tx: Tx): Promise<number> => askedOnce(tx, 'how often', async () => ++times);
    const twice = () => database.transaction(job, async (tx) => [await ask(tx), await ask(tx)]);
    expect([await twice(), await twice()]).toEqual([[1, 1], [2, 2]]);
  });
});
