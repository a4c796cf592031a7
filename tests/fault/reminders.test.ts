import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { runCli } from '../../apps/server/src/cli';
import { fillWorld } from '../bench/reminders/world';
import { type TestDatabase, testDatabase } from '../support/postgres';

/** `npm run test:fault` is the long form. */
const { reminders, kills } =
  process.env.DRAGOMAN_FAULT === 'long' ? { reminders: 10_000, kills: 200 } : { reminders: 300, kills: 10 };
const NOW = '2026-11-26T10:30:00Z';
const PATIENCE_MS = 60_000 + kills * 20_000;

const compiled = (name: string): string => join(import.meta.dirname, '../../dist/tests/fault', `${name}.js`);

/** Its first word. */
const started = async <Word>(child: ChildProcess): Promise<Word> => (await once(child, 'message'))[0] as Word;

const startCarrier = async () => {
  const child = fork(compiled('carrier'));
  const { url } = await started<{ url: string }>(child);
  let taken = 0;
  child.on('message', (word: { taken: number }) => (taken = word.taken));
  const given = async (): Promise<Record<string, number>> => (await fetch(url)).json() as Promise<Record<string, number>>;
  const takeAtMost = (most: number): void => void child.send({ most });
  return { url, taken: () => taken, takeAtMost, given, stop: () => child.kill('SIGKILL') };
};

type RemoteCarrier = Awaited<ReturnType<typeof startCarrier>>;

interface Stand {
  database: TestDatabase;
  superuser: pg.Client;
  carrier: RemoteCarrier;
}

const withStand = async (work: (stand: Stand) => Promise<void>): Promise<void> => {
  const database = await testDatabase();
  const superuser = new pg.Client({ connectionString: database.superuserUrl });
  await superuser.connect();
  const carrier = await startCarrier();
  try {
    await runCli(['migrate'], { databaseUrls: database.urls, print: () => undefined });
    await fillWorld(superuser, { messages: reminders, planned: 0, slices: 20 });
    await superuser.query('reset session_replication_role');
    await work({ database, superuser, carrier });
  } finally {
    carrier.stop();
    await superuser.end();
    await database.close();
  }
};

const startWorker = async ({ database, carrier }: Stand, canBeAsked: boolean): Promise<ChildProcess> => {
  const child = fork(compiled('worker'), { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  child.send({ urls: database.urls, carrier: carrier.url, canBeAsked, now: NOW });
  await started(child);
  return child;
};

const kill = async (worker: ChildProcess): Promise<void> => {
  worker.kill('SIGKILL');
  await once(worker, 'exit');
};

const countOf = async ({ superuser }: Stand, sql: string): Promise<number> =>
  Number((await superuser.query(`select count(*) from ${sql}`)).rows[0].count);

/** Nothing waits to be said, sent, found out or told. */
const isOver = async (stand: Stand): Promise<boolean> =>
  (await countOf(stand, `reminders.intents where state = 'planned'`)) === 0 &&
  (await countOf(stand, `messaging.messages where state in ('queued', 'handed-over')`)) === 0 &&
  (await countOf(stand, 'graphile_worker._private_jobs')) === 0;

/**
 * Killed each time the carrier has taken a random number more, or at a random moment of its life, whichever comes first. The
 * carrier takes no more than a life's share before the kill: however fast the machine, something is left to do at each.
 * @returns how many were killed while something was left to do
 */
const killOnTheWay = async (stand: Stand, canBeAsked: boolean): Promise<number> => {
  // Where nobody can be asked, what was under way at a kill is never taken, and counts against what is left.
  const mostInOneLife = (reminders * (canBeAsked ? 0.9 : 0.6)) / kills;
  let killed = 0;
  stand.carrier.takeAtMost(mostInOneLife);
  let worker = await startWorker(stand, canBeAsked);
  for (; killed < kills && !(await isOver(stand)); killed++) {
    const taken = stand.carrier.taken();
    const [until, deadline] = [taken + Math.random() * (mostInOneLife * (killed + 1) - taken), performance.now() + Math.random() * 3_000];
    while (stand.carrier.taken() < until && performance.now() < deadline) await delay(1);
    await kill(worker);
    stand.carrier.takeAtMost(killed + 1 < kills ? mostInOneLife * (killed + 2) : reminders);
    worker = await startWorker(stand, canBeAsked);
  }
  const deadline = performance.now() + PATIENCE_MS;
  while (!(await isOver(stand)) && performance.now() < deadline) await delay(100);
  await kill(worker);
  return killed;
};

const statesOf = async ({ superuser }: Stand): Promise<Record<string, number>> => {
  const { rows } = await superuser.query<{ state: string; count: number }>(
    'select state, count(*)::int from messaging.messages group by 1 order by 1',
  );
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
};

describe('a worker killed at random points', () => {
  it('with a carrier that can be asked: nothing lost, nothing twice, and what it held is taken up again', async () => {
    await withStand(async (stand) => {
      const killed = await killOnTheWay(stand, true);
      const given = Object.values(await stand.carrier.given());
      const resumed = await countOf(stand, 'messaging.messages where asks > 0');
      console.log(`${killed} kills over ${reminders} reminders: ${given.length} arrived, ${given.filter((n) => n > 1).length} twice, ${resumed} taken up again`);
      expect(await statesOf(stand)).toEqual({ sent: reminders });
      expect(given).toHaveLength(reminders);
      expect(given.filter((times) => times !== 1)).toEqual([]);
      expect(resumed).toBeGreaterThan(0);
      expect(killed).toBe(kills);
    });
  }, PATIENCE_MS * 2);

  it('with a carrier that cannot be asked: nothing twice, and for whatever nobody can tell there is a task', async () => {
    await withStand(async (stand) => {
      const killed = await killOnTheWay(stand, false);
      const given = Object.values(await stand.carrier.given());
      const { sent = 0, unknown = 0, ...others } = await statesOf(stand);
      const tasks = await countOf(
        stand,
        `messaging.messages m join reminders.tasks t on t.organisation_id = m.organisation_id and t.cause = 'failed:' || m.intent_id
          where m.state = 'unknown' and t.state = 'open' and t.due_at is not null`,
      );
      console.log(`${killed} kills over ${reminders} reminders: ${sent} sent, ${given.filter((n) => n > 1).length} twice, ${unknown} uncertain, ${tasks} of them tasks`);
      expect(others).toEqual({});
      expect(sent + unknown).toBe(reminders);
      expect(given.filter((times) => times !== 1)).toEqual([]);
      expect(given.length).toBeGreaterThanOrEqual(sent);
      expect(tasks).toBe(unknown);
      expect(unknown).toBeGreaterThan(0);
      expect(killed).toBe(kills);
    });
  }, PATIENCE_MS * 2);
});
