import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { FixedClock } from '@dragoman/kernel';
import pg from 'pg';
import { type TestApp, testApp } from '../support/app';
import { until } from '../support/desk';
import { type Effect, effectOf } from '../support/effects';
import { type Answered, answered, aWorld, keyedRoutes, type Mutation, sendMutation, type World } from '../support/mutation';
import { mutationsOf } from '../support/mutations';
import { mailSecret } from '../support/mutations-of-the-day';
import { type TestDatabase, testDatabase } from '../support/postgres';
import type { ServerTask } from './server';

/** `npm run test:fault` is the long form: every request that changes something, killed at every moment. */
const isLong = process.env.DRAGOMAN_FAULT === 'long';
/** What is done in one transaction and in several, by staff and behind a link. */
const shortly: readonly string[] = [
  'POST /api/patients', 'POST /api/bookings', 'POST /api/bookings/:id/offers', 'POST /i/:token/accept', 'POST /api/bookings/:id/cancellation', 'POST /api/bookings/:id/changes',
  'POST /api/bookings/:id/swap', 'POST /api/bookings/:id/emergency', 'POST /api/bookings/:id/messages/:intentId/send-now', 'POST /api/phone-now',
];
const OPENING = new Date('2026-11-24T09:42:00Z');
/** As `platform.request_steps` counts: the transactions from 1 on, and what was answered. */
const ANSWER = 0;

let database: TestDatabase;
let running: TestApp;
let superuser: pg.Pool;
const clock = new FixedClock(OPENING);
let kills = 0;
let longestMs = 0;

interface Program {
  url: string;
  child: ChildProcess;
}

/** What a child says next. */
const heard = async <Word>(child: ChildProcess): Promise<Word> => (await once(child, 'message'))[0] as Word;

const start = async (): Promise<Program> => {
  const child = fork(join(import.meta.dirname, '../../dist/tests/fault/server.js'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  child.send({ urls: database.urls, now: clock.now().toISOString(), config: mailSecret } satisfies ServerTask);
  return { child, ...(await heard<{ url: string }>(child)) };
};

const kill = async ({ child }: Program): Promise<void> => {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
};

/** The one that answers, and one on its way that takes its place as soon as it is killed. */
let program: Program;
let next: Promise<Program>;

/** At the time that it is for the test. */
const tellTime = async ({ child }: Program): Promise<void> => {
  child.send({ now: clock.now().toISOString() });
  await heard(child);
};

const killAndStart = async (): Promise<void> => {
  await kill(program);
  kills++;
  program = await next;
  next = start();
  await tellTime(program);
};

beforeAll(async () => {
  database = await testDatabase();
  running = await testApp(database, { clock, listen: true, config: mailSecret });
  superuser = new pg.Pool({ connectionString: database.superuserUrl, max: 3 });
  await superuser.query(`
    create function public.wait_where_the_test_stands() returns trigger language plpgsql security definer as $$
      begin perform pg_advisory_xact_lock(hashtextextended(new.key || new.step, 77)); return new; end $$;
    create trigger wait_where_the_test_stands before insert on platform.request_steps for each row execute function public.wait_where_the_test_stands()`);
  program = await start();
  next = start();
}, 120_000);

afterAll(async () => {
  await kill(program);
  await kill(await next);
  await superuser?.end();
  await running?.close();
  await database?.close();
});

/** Stands in the way of this step of the request, until it is let go. */
const standInTheWay = async (key: string, step: number): Promise<pg.PoolClient> => {
  const client = await superuser.connect();
  await client.query('begin');
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 77))', [`${key}${step}`]);
  return client;
};

const letGo = async (client: pg.PoolClient): Promise<void> => {
  await client.query('commit');
  client.release();
};

/** The backends that wait for somebody, oldest first. */
const waiting = async (): Promise<number[]> => {
  const { rows } = await superuser.query<{ pid: number }>(
    `select pid from pg_stat_activity where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0 order by xact_start`,
  );
  return rows.map(({ pid }) => pid);
};

const terminate = async (pid: number): Promise<void> => {
  await superuser.query('select pg_terminate_backend($1)', [pid]);
  const isGone = async () => (await superuser.query('select from pg_stat_activity where pid = $1', [pid])).rowCount === 0;
  await until(isGone, 'the connection of the killed program to end');
};

/** Its connection ends with it, or lives on for a moment and finishes what it was told. */
type Afterwards = 'ends' | 'lives on';

interface Scene {
  name: string;
  mutation: Mutation;
  key: string;
  step: number;
}

/** Sends it, kills the program where the request is about to leave this step, and sends it again to the one that came up. */
const killOnTheWay = async ({ name, mutation, key, step }: Scene, afterwards: Afterwards): Promise<Answered> => {
  const inTheWay = await standInTheWay(key, step);
  await tellTime(program);
  const lost = sendMutation(program.url, name, mutation, key).then(
    ({ status }) => `answered ${status}`,
    () => 'lost',
  );
  const [pid = 0] = await until(async () => ((found) => found.length > 0 && found)(await waiting()), `step ${step} of ${name}`);
  await killAndStart();
  expect(await lost).toBe('lost');
  const started = performance.now();
  if (afterwards === 'ends') await terminate(pid).then(() => letGo(inTheWay));
  const again = sendMutation(program.url, name, mutation, key);
  if (afterwards === 'lives on') {
    await until(async () => (await waiting()).length > 1, 'whoever asks again to wait for what is under way');
    await letGo(inTheWay);
  }
  const answer = await answered(await again);
  longestMs = Math.max(longestMs, performance.now() - started);
  return answer;
};

const uuids = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
/** What an answer says, whomever it is about: all its fields, or where it leads. */
const gist = ({ status, location, type, text }: Answered): unknown => {
  const isJson = type?.includes('json') ?? false;
  const fields = isJson ? [...new Set([...text.matchAll(/"(\w+)":/g)].map(([, field]) => field))].sort() : [];
  return { status, type, leads: location?.replace(uuids, '…').split('/').slice(0, 2), fields };
};

const stepsTaken = async (key: string): Promise<number[]> => {
  const { rows } = await superuser.query<{ step: number }>('select step from platform.request_steps where key = $1 order by step', [key]);
  return rows.map(({ step }) => step);
};

interface Told {
  effect: Effect;
  answer: unknown;
  steps: number[];
}

/** Interpreters are everybody's: those of before would be asked too. */
const sendHome = async ({ ruth }: World): Promise<void> => {
  const { rows } = await superuser.query<{ id: string; version: number }>('select id, version from interpreters.interpreters where active');
  for (const { id, version } of rows) await ruth.request('PUT', `/api/interpreters/${id}/activity`, { active: false, version });
};

/** A clinic of its own for each time, so that one is as much as another. */
const prepared = async (name: string): Promise<Omit<Scene, 'step'>> => {
  clock.set(OPENING);
  const world = await aWorld({ running, clock, superuser });
  await sendHome(world);
  const make = mutationsOf(world)[name];
  if (!make) throw new Error(`no stand for ${name}`);
  return { name, mutation: await make(), key: randomUUID() };
};

const undisturbed = async (name: string): Promise<Told> => {
  const { mutation, key } = await prepared(name);
  const { result, effect } = await effectOf(superuser, async () => answered(await sendMutation(running.url, name, mutation, key)));
  return { effect, answer: gist(result), steps: await stepsTaken(key) };
};

const killed = async (name: string, step: number, afterwards: Afterwards): Promise<Told & { again: Answered; answered: Answered }> => {
  const scene = { ...(await prepared(name)), step };
  const { result, effect } = await effectOf(superuser, () => killOnTheWay(scene, afterwards));
  const again = await answered(await sendMutation(running.url, name, scene.mutation, scene.key));
  return { effect, answer: gist(result), steps: await stepsTaken(scene.key), again, answered: result };
};

/**
 * Where it is killed: about to leave a transaction, so that those before are done and this one is not, or all are done and the answer is
 * not kept. A connection that lives on does finish what it was told, while the same is asked again.
 */
const momentsOf = (steps: readonly number[]): [number, Afterwards][] => {
  const last = Math.max(...steps);
  const ends = steps.map((step): [number, Afterwards] => [step, 'ends']);
  const livesOn: [number, Afterwards][] = [[last, 'lives on'], [ANSWER, 'lives on']];
  return isLong ? [...ends, ...livesOn] : [...ends.filter(([step]) => step !== 1), [last, 'lives on']];
};

const expectOneEffect = async (name: string): Promise<void> => {
  const wanted = await undisturbed(name);
  expect([name, wanted.effect]).not.toEqual([name, {}]);
  for (const [step, afterwards] of momentsOf(wanted.steps)) {
    const { again, answered: first, ...told } = await killed(name, step, afterwards);
    expect({ name, step, afterwards, ...told }).toEqual({ name, step, afterwards, ...wanted });
    expect(again).toEqual({ ...first, replayed: true });
  }
};

describe('a program killed in the middle of a request, and the request sent again to the one that comes up', () => {
  afterEach(() => console.log(`${kills} kills, the longest answer after one took ${Math.round(longestMs)} ms`));

  it.each(shortly)('has one effect, and a good answer: %s', expectOneEffect, 120_000);

  if (isLong)
    it('has one effect, and a good answer, whatever it is that somebody changes', async () => {
      const names = keyedRoutes(running).map(({ name }) => name);
      const wrong: string[] = [];
      for (const name of names.filter((one) => !shortly.includes(one))) await expectOneEffect(name).catch((error: Error) => wrong.push(`${name}: ${error.message}`));
      expect(wrong).toEqual([]);
    }, 3_600_000);
});
