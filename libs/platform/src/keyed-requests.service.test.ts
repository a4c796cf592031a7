import { FixedClock, newId } from '@dragoman/kernel';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { until } from '../../../tests/support/desk';
import { type TestDatabase, testDatabase } from '../../../tests/support/postgres';
import type { Actor } from './actor';
import { Database } from './database';
import { type KeptAnswer, KeyedRequests } from './keyed-requests.service';
import type { KeyedRequest } from './request-steps';
import { SteadyClient } from './steady-client';
import { Sweeps } from './sweeps';

const staff: Actor = { kind: 'staff', organisationId: newId(), accountId: newId(), role: 'receptionist' };
const everyRole: Actor[] = [
  staff,
  { kind: 'interpreter', interpreterId: newId() },
  { kind: 'patient', organisationId: newId(), bookingId: newId(), patientId: newId() },
  { kind: 'job', job: 'test' },
  { kind: 'installation', by: 'test' },
];
const opening = new Date('2026-11-24T09:42:00Z');
const answer: KeptAnswer = { status: 201, headers: { 'content-type': 'application/json' }, body: '{"name":"Amna"}' };

let test: TestDatabase;
let database: Database;
let superuser: pg.Client;
let requests: KeyedRequests;
const clock = new FixedClock(opening);

beforeAll(async () => {
  test = await testDatabase();
  database = new Database(await new DataSource({ type: 'postgres', url: test.urls.app, installExtensions: false, extra: { Client: SteadyClient, pipeline: true } }).initialize());
  superuser = new pg.Client({ connectionString: test.superuserUrl });
  await superuser.connect();
  await superuser.query(`create schema scratch; create table scratch.effects (what text);
    grant usage on schema scratch to public; grant insert, select on scratch.effects to public;`);
  requests = new KeyedRequests(database, new Sweeps(), clock);
});

afterAll(async () => {
  await database.onApplicationShutdown();
  await superuser.end();
  await test.close();
});

const aRequest = (changes: Partial<KeyedRequest> = {}): KeyedRequest => ({
  scope: 'account:ruth',
  key: newId(),
  fingerprint: Buffer.from('POST /api/patients Amna'),
  at: clock.now(),
  ...changes,
});

const register = (what: string, by: Actor = staff): Promise<{ what: string; at: Date }> =>
  database.transaction(by, async (tx) => {
    await tx.query('insert into scratch.effects values ($1)', [what]);
    return { what, at: opening };
  });

const waiting = async (): Promise<number> =>
  (await superuser.query(`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)).rowCount ?? 0;

const times = async (what: string): Promise<number> =>
  (await superuser.query('select from scratch.effects where what = $1', [what])).rowCount ?? 0;

it.each(everyRole.map((by) => [by.kind, by] as const))('what %s asks for twice under one key is done once, and found as it was', async (_, by) => {
  const [request, what] = [aRequest(), newId()];
  const first = await requests.run(request, () => register(what, by));
  const second = await requests.run(request, () => register(what, by));
  expect([first, second, await times(what)]).toEqual([first, first, 1]);
  expect(second.at.getTime()).toBe(opening.getTime());
});

it('ten at once do it once, and all find the same', async () => {
  const [request, what] = [aRequest(), newId()];
  const inTheWay = new pg.Client({ connectionString: test.superuserUrl });
  await inTheWay.connect();
  // Nobody gets further than the first write until all ten have begun.
  await inTheWay.query('begin; lock table scratch.effects in exclusive mode');
  const asking = Promise.all(Array.from({ length: 10 }, () => requests.run(request, () => register(what))));
  await until(async () => (await waiting()) === 10, 'all ten to wait', 20).finally(() => inTheWay.end());
  const found = await asking;
  expect(found).toEqual(Array.from({ length: 10 }, () => ({ what, at: opening })));
  expect(await times(what)).toBe(1);
});

it('what was begun and not finished is taken up where it was left', async () => {
  const request = aRequest();
  const names = [newId(), newId()];
  await requests.run(request, () => register(names[0] ?? ''));
  const both = await requests.run(request, async () => [await register(names[0] ?? ''), await register(names[1] ?? '')]);
  expect(both.map(({ what }) => what)).toEqual(names);
  expect(await Promise.all(names.map(times))).toEqual([1, 1]);
});

it('what failed left nothing, and is done when it is tried again', async () => {
  const [request, what] = [aRequest(), newId()];
  const failing = requests.run(request, () =>
    database.transaction(staff, async (tx) => {
      await tx.query('insert into scratch.effects values ($1)', [what]);
      throw new Error('no');
    }),
  );
  await expect(failing).rejects.toThrow('no');
  await requests.run(request, () => register(what));
  expect(await times(what)).toBe(1);
});

it('what could not be kept was not done: a transaction and what it leaves for a replay are one', async () => {
  const [request, what] = [aRequest(), newId()];
  await superuser.query('alter table platform.request_steps add constraint not_today check (false) not valid');
  await expect(requests.run(request, () => register(what))).rejects.toMatchObject({ constraint: 'not_today' });
  await superuser.query('alter table platform.request_steps drop constraint not_today');
  expect(await times(what)).toBe(0);
  await requests.run(request, () => register(what));
  expect(await times(what)).toBe(1);
});

it('the first answer stands, whoever made another meanwhile', async () => {
  const request = aRequest();
  expect(await requests.answerTo(request)).toBeNull();
  expect(await requests.keep(request, answer)).toEqual(answer);
  expect(await requests.keep(request, { ...answer, body: 'later' })).toEqual(answer);
  expect(await requests.answerTo(request)).toEqual(answer);
});

it('a key that asks for something else is refused, before and within', async () => {
  const request = aRequest();
  await requests.run(request, () => register(newId()));
  const other = { ...request, fingerprint: Buffer.from('POST /api/patients Selam') };
  await expect(requests.answerTo(other)).rejects.toMatchObject({ code: 'idempotency-key-reused' });
  await expect(requests.run(other, () => register('else'))).rejects.toMatchObject({ code: 'idempotency-key-reused' });
  expect(await times('else')).toBe(0);
});

it('the key of somebody else is unknown, and what it holds is seen by no other account', async () => {
  const [request, what] = [aRequest(), newId()];
  await requests.run(request, () => register(what));
  await requests.keep(request, answer);
  const stranger = { ...request, scope: 'account:sam' };
  expect(await requests.answerTo(stranger)).toBeNull();
  const seen = (scope: string) => requests.run(aRequest({ scope }), () => database.read(staff, (tx) => tx.query('select distinct scope from platform.request_steps')));
  expect(await seen('account:sam')).toEqual([]);
  expect(await seen('account:ruth')).toEqual([{ scope: 'account:ruth' }]);
  expect(await database.read(staff, (tx) => tx.query('select from platform.request_steps'))).toEqual([]);
  await requests.run(stranger, () => register(what));
  expect(await times(what)).toBe(2);
});

it('after 24 hours a key is new, also before anybody swept', async () => {
  const what = newId();
  const old = aRequest();
  await requests.run(old, () => register(what));
  await requests.keep(old, answer);
  const dayLater = (hours: number) => ({ ...old, at: new Date(opening.getTime() + hours * 3_600_000) });
  expect(await requests.answerTo(dayLater(23.9))).toEqual(answer);
  expect(await requests.answerTo(dayLater(24))).toBeNull();
  await requests.run(dayLater(24), () => register(what));
  await requests.run(dayLater(30), () => register(what));
  expect(await times(what)).toBe(2);
  expect(await requests.keep(dayLater(24), { ...answer, body: 'anew' })).toMatchObject({ body: 'anew' });
});

it('is forgotten after 24 hours', async () => {
  const [old, young] = [aRequest({ at: new Date(opening.getTime() - 24 * 3_600_000) }), aRequest()];
  for (const request of [old, young]) await requests.run(request, () => register(newId()));
  await requests.forget();
  const { rows } = await superuser.query('select key from platform.request_steps where key = any ($1)', [[old.key, young.key]]);
  expect(rows).toEqual([{ key: young.key }]);
});

it('refuses loudly to keep what would not come back as it was', async () => {
  class Booking {
    confirm = () => 'confirmed';
  }
  const what = newId();
  const asked = requests.run(aRequest(), () =>
    database.transaction(staff, async (tx) => {
      await tx.query('insert into scratch.effects values ($1)', [what]);
      return { booking: new Booking() };
    }),
  );
  await expect(asked).rejects.toThrow('result.booking.confirm');
  expect(await times(what)).toBe(0);
});
