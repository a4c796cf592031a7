import { SystemClock, newId } from '@dragoman/kernel';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { until } from '../../../tests/support/desk';
import { type TestDatabase, testDatabase } from '../../../tests/support/postgres';
import type { Actor, StaffActor } from './actor';
import { Database, lockInterpreters } from './database';
import { defineEvent, Events } from './events';
import { Jobs } from './jobs';
import { LiveHints } from './live-hints';
import type { PlatformOptions } from './platform.options';
import { own, rowSecurity } from './row-security';
import { SteadyClient } from './steady-client';
import { Sweeps } from './sweeps';
import { Worker } from './worker';

const staffOf = (organisationId: string): StaffActor => ({
  kind: 'staff',
  organisationId,
  accountId: newId(),
  role: 'receptionist',
});
const job: Actor = { kind: 'job', job: 'test' };
let test: TestDatabase;
let source: DataSource;
let database: Database;
let superuser: pg.Client;
const here = newId();
const there = newId();

beforeAll(async () => {
  test = await testDatabase();
  source = await new DataSource({ type: 'postgres', url: test.urls.app, installExtensions: false, extra: { Client: SteadyClient, pipeline: true } }).initialize();
  database = new Database(source);
  superuser = new pg.Client({ connectionString: test.superuserUrl });
  await superuser.connect();
  const owner = new pg.Client({ connectionString: test.urls.owner });
  await owner.connect();
  await owner.query(`create schema scratch; grant usage on schema scratch to d_app, d_sweep;
    create table scratch.notes (id uuid primary key, organisation_id uuid not null, text text not null constraint a_note_is_short check (length(text) < 10));
    create table scratch.seen (n serial, what text); grant insert, select on scratch.seen to d_sweep; grant usage on sequence scratch.seen_n_seq to d_sweep;`);
  await owner.query(
    rowSecurity('scratch.notes', {
      d_app: { rows: own.organisation(), may: ['select', 'insert', 'update', 'delete'] },
      d_sweep: { rows: 'true', may: ['select', 'update'] },
    }),
  );
  await owner.end();
});

afterAll(async () => {
  await database.onApplicationShutdown();
  await superuser.end();
  await test.close();
});

const note = (organisationId: string, text: string): Promise<string> =>
  database.transaction(staffOf(organisationId), async (tx) => {
    const id = newId();
    await tx.query('insert into scratch.notes values ($1, $2, $3)', [id, organisationId, text]);
    return id;
  });

describe('a transaction', () => {
  it('shows an organisation only its own rows, also when the query forgets its where', async () => {
    await note(here, 'ours');
    await note(there, 'theirs');
    const rows = await database.read(staffOf(here), (tx) => tx.query('select text from scratch.notes'));
    expect(rows).toEqual([{ text: 'ours' }]);
  });

  it('cannot write a row into another organisation', async () => {
    await expect(
      database.transaction(staffOf(here), (tx) =>
        tx.query('insert into scratch.notes values ($1, $2, $3)', [newId(), there, 'planted']),
      ),
    ).rejects.toThrow(/row-level security/);
  });

  it('gives a role nothing that was not granted to it', async () => {
    await expect(
      database.read({ kind: 'interpreter', interpreterId: newId() }, (tx) => tx.query('select * from scratch.notes')),
    ).rejects.toThrow(/permission denied/);
  });

  it('leaves the bare login with no rights at all', async () => {
    await expect(source.query('select * from scratch.notes')).rejects.toThrow(/permission denied/);
  });

  it('forgets the last actor: settings do not leak over a pooled connection', async () => {
    await database.read(staffOf(here), (tx) => tx.query('select 1'));
    const [row] = await source.query(`select current_setting('app.organisation_id', true) as id, current_user as role`);
    expect(row).toEqual({ id: '', role: 'dragoman_app' });
  });

  it('that reads ends with its last question where it says how many there are: as whoever asks until then, and not one more', async () => {
    const role = `select current_user as role`;
    const readTwice = (asks: number) =>
      database.read(staffOf(here), async (tx) => [...(await tx.query<{ role: string }[]>(role)), ...(await tx.query<{ role: string }[]>(role))], { asks });
    for (const asks of [2, 3]) expect(await readTwice(asks)).toEqual([{ role: 'd_app' }, { role: 'd_app' }]);
    await expect(readTwice(1)).rejects.toThrow('after COMMIT');
    await expect(database.read(staffOf(here), (tx) => tx.query('select 1 / 0'), { asks: 1 })).rejects.toThrow('division by zero');
    expect(await source.query(role)).toEqual([{ role: 'dragoman_app' }]);
    expect(await readTwice(2)).toHaveLength(2);
  });

  it('runs again after a deadlock, and both callers succeed', async () => {
    const [a, b] = [await note(here, 'a'), await note(here, 'b')];
    let runs = 0;
    let met = 0;
    let meet = (): void => undefined;
    const both = new Promise<void>((resolve) => (meet = resolve));
    let winnerIsDone = (): void => undefined;
    const winner = new Promise<void>((resolve) => (winnerIsDone = resolve));
    const swap = (first: string, second: string) =>
      database.transaction(staffOf(here), async (tx) => {
        // Whoever lost could otherwise be first at its row again, and lose again.
        if (++runs > 2) await winner;
        await tx.query(`update scratch.notes set text = 'x' where id = $1`, [first]);
        if (++met === 2) meet();
        await both;
        await tx.query(`update scratch.notes set text = 'x' where id = $1`, [second]);
      });
    await Promise.all([swap(a, b).then(winnerIsDone), swap(b, a).then(winnerIsDone)]);
    expect(runs).toBe(3);
  });

  it('says what a named constraint means, instead of its name', async () => {
    database.explainConstraints({ a_note_is_short: () => new RangeError('Write less.') as never });
    await expect(note(here, 'much too long a note')).rejects.toThrow('Write less.');
  });

  it('lets one caller at a time hold an interpreter, whatever the order of the names', async () => {
    const ids = [newId(), newId(), newId()];
    const order: string[] = [];
    const hold = (name: string, list: string[]) =>
      database.transaction(staffOf(here), async (tx) => {
        await lockInterpreters(tx, list);
        order.push(`${name} in`);
        await tx.query('select pg_sleep(0.02)');
        order.push(`${name} out`);
      });
    await Promise.all([hold('a', ids), hold('b', [...ids].reverse()), hold('c', ids)]);
    for (let i = 0; i < order.length; i += 2) expect(order[i]?.slice(0, 1)).toBe(order[i + 1]?.slice(0, 1));
  });
});

describe('live hints', () => {
  it('come to a screen that opens after the database could not be reached at first', async () => {
    const clock = new SystemClock();
    const { app: appUrl, jobs: jobsUrl } = test.urls;
    const options = { appUrl, jobsUrl, directUrl: 'postgres://nobody@127.0.0.1:1/nowhere', poolSize: 1, clock, entities: [] };
    const live = new LiveHints(options);
    await expect(live.stream(here)).rejects.toThrow(/ECONNREFUSED/);
    options.directUrl = appUrl;
    const id = newId();
    const seen: string[] = [];
    (await live.stream(here)).subscribe((hint) => seen.push(hint.id));
    await database.transaction(staffOf(here), async (tx) => live.publish(tx, { organisationId: here, topic: 'booking', id }));
    await until(async () => seen.includes(id), 'the hint');
    await live.onApplicationShutdown();
  });
});

describe('jobs', () => {
  const clock = new SystemClock();
  const workers: Worker[] = [];
  const options = (): PlatformOptions => ({
    appUrl: test.urls.app,
    directUrl: test.urls.app,
    jobsUrl: test.urls.jobs,
    poolSize: 5,
    clock,
    entities: [],
  });
  const start = async (jobs: Jobs): Promise<Worker> => {
    const worker = new Worker(options(), jobs, new Sweeps());
    workers.push(worker);
    await worker.start();
    return worker;
  };
  const waiting = async (): Promise<number> =>
    Number((await superuser.query('select count(*) from graphile_worker._private_jobs')).rows[0].count);

  afterEach(async () => {
    await Promise.all(workers.splice(0).map((worker) => worker.stop()));
    await superuser.query('delete from graphile_worker._private_jobs');
  });

  it('are there only if the transaction that wrote them was committed', async () => {
    const jobs = new Jobs(clock);
    await expect(
      database.transaction(staffOf(here), async (tx) => {
        jobs.add(tx, 'never', {});
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    expect(await waiting()).toBe(0);
  });

  it('replace a waiting job that has the same key, and wait for their time', async () => {
    const jobs = new Jobs(clock);
    const ran: unknown[] = [];
    jobs.handle('remember', z.object({ n: z.int() }), async ({ n }) => void ran.push(n));
    for (const n of [1, 2, 3])
      await database.transaction(staffOf(here), async (tx) =>
        jobs.add(tx, 'remember', { n }, { key: 'one', runAt: new Date(clock.now().getTime() + 3_600_000) }),
      );
    expect(await waiting()).toBe(1);
    await start(jobs);
    expect(ran).toEqual([]);
    // However long the worker took to start, its hour is not over; then somebody turns the clock.
    const turned = await superuser.query(`update graphile_worker._private_jobs set run_at = now() where run_at > now() + interval '59 minutes'`);
    expect(turned.rowCount).toBe(1);
    await until(async () => ran.length > 0, 'the job');
    expect(ran).toEqual([3]);
  });

  it('run once per subscriber; one that fails is tried again alone', async () => {
    const happened = defineEvent('test.happened', z.object({ n: z.int() }));
    const jobs = new Jobs(clock);
    const events = new Events(jobs);
    const seen: string[] = [];
    events.subscribe(happened, 'first-subscriber', async () => void seen.push('first'));
    events.subscribe(happened, 'second-subscriber', async () => {
      seen.push('second');
      if (seen.filter((who) => who === 'second').length === 1) throw new Error('not yet');
    });
    await database.transaction(staffOf(here), async (tx) => events.publish(tx, happened({ n: 1 })));
    await start(jobs);
    await until(async () => seen.filter((who) => who === 'second').length === 2, 'the second try');
    expect(seen.filter((who) => who === 'first')).toHaveLength(1);
  });

  it('of a worker that died are taken over by one that lives, at once', async () => {
    const jobs = new Jobs(clock);
    const ran: number[] = [];
    jobs.handle('slow', z.object({ n: z.int() }), async ({ n }) => void ran.push(n));
    await database.transaction(job, async (tx) => jobs.add(tx, 'slow', { n: 1 }));
    // What a SIGKILL leaves behind: the job locked by a worker whose session, and so whose lock, is gone.
    await superuser.query(`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'dead'`);
    await superuser.query(`insert into jobs.workers values ('dead', now())`);
    await start(jobs);
    await until(async () => ran.length === 1, 'the job of the dead worker', 15);
    expect((await superuser.query(`select from jobs.workers where id = 'dead'`)).rowCount).toBe(0);
  }, 70_000);

  it('of a worker that lives stay with it, and carry the name under which it says so', async () => {
    const jobs = new Jobs(clock);
    let finish = (): void => undefined;
    let runs = 0;
    jobs.handle('long', z.object({}), () => {
      runs++;
      return new Promise((resolve) => (finish = resolve));
    });
    await start(jobs);
    await database.transaction(job, async (tx) => jobs.add(tx, 'long', {}));
    await until(async () => runs === 1, 'the job to begin');
    const { rows } = await superuser.query(
      `select count(*) from graphile_worker._private_jobs j join jobs.workers w on w.id = j.locked_by`,
    );
    expect(Number(rows[0].count)).toBe(1);
    await start(new Jobs(clock));
    expect((await superuser.query('select from graphile_worker._private_jobs where locked_by is null')).rowCount).toBe(0);
    finish();
    await until(async () => (await waiting()) === 0, 'the queue to be empty');
    expect(runs).toBe(1);
  });
});
