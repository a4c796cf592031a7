import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { aRequest, Desk, until } from '../support/desk';
import { firstAdministrator } from '../support/installation';
import { type TestDatabase, testDatabase } from '../support/postgres';
import { type TestApp, testApp } from '../support/app';

/** As `testApp` has it. */
const POOL = 10;
const CROWD = 10 * POOL;
const ANSWERED_WITHIN_MS = 5_000;
const RECOVERED_WITHIN_MS = 10_000;

let database: TestDatabase;
let server: TestApp;
let superuser: pg.Client;
let desk: Desk;

beforeAll(async () => {
  database = await testDatabase();
  server = await testApp(database, { listen: true });
  superuser = new pg.Client({ connectionString: database.superuserUrl });
  await superuser.connect();
  const { email, password } = await firstAdministrator(database);
  desk = new Desk(server.url);
  await desk.signIn(email, password);
}, 60_000);

afterAll(async () => {
  await superuser?.end();
  await server?.close();
  await database?.close();
});

interface Answer {
  status: number;
  code: string | undefined;
  retryAfter: string | null;
  ms: number;
}

const ask = async (method: string, path: string, body?: unknown): Promise<Answer> => {
  const started = performance.now();
  const response = await fetch(`${server.url}${path}`, {
    method,
    headers: { cookie: desk.cookies, 'x-dragoman': '1', 'idempotency-key': randomUUID(), ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const code = response.headers.get('content-type')?.includes('problem+json') ? (JSON.parse(text) as { code: string }).code : undefined;
  return { status: response.status, code, retryAfter: response.headers.get('retry-after'), ms: performance.now() - started };
};

const ofOurs = async (where: string): Promise<number> =>
  Number((await superuser.query(`select count(*) from pg_stat_activity where datname = current_database() and usename = 'dragoman_app' and ${where}`)).rows[0].count);

/** Every one is done, or told in plain words to come back, soon; never left to wait. */
const expectAnswered = (answers: readonly Answer[]): void => {
  const slowest = Math.max(...answers.map(({ ms }) => ms));
  console.log(`${answers.length} at once on ${POOL} connections: the slowest answered after ${Math.round(slowest)} ms, ${answers.filter(({ status }) => status === 503).length} told to come back`);
  for (const { status, code, retryAfter, ms } of answers) {
    expect(ms).toBeLessThan(ANSWERED_WITHIN_MS);
    if (status === 200 || status === 204) continue;
    expect({ status, code }).toEqual({ status: 503, code: 'too-busy' });
    expect(Number(retryAfter)).toBeGreaterThan(0);
  }
};

const expectRecovered = async (): Promise<void> => {
  const started = performance.now();
  await until(async () => (await ask('GET', '/api/today')).status === 200, 'the server to answer again', RECOVERED_WITHIN_MS / 1000);
  await until(async () => (await ofOurs(`state <> 'idle'`)) === 0, 'nothing to be left open', RECOVERED_WITHIN_MS / 1000);
  const recoveredMs = performance.now() - started;
  const idle = await ofOurs(`state like 'idle in transaction%'`);
  console.log(`recovered after ${Math.round(recoveredMs)} ms, ${idle} idle in transaction`);
  expect(recoveredMs).toBeLessThan(RECOVERED_WITHIN_MS);
  expect(idle).toBe(0);
};

describe('ten times as many who ask at once as there are connections', () => {
  it('are all answered within five seconds, and afterwards nothing is left open', async () => {
    expectAnswered(await Promise.all(Array.from({ length: CROWD }, () => ask('GET', '/api/today'))));
    await expectRecovered();
  }, 60_000);

  it('while everybody before them waits for one booking that somebody holds: told to come back, and all is well when it is let go', async () => {
    const [site, patient] = [await desk.addSite(), await desk.addPatient()];
    const { id } = await desk.book(aRequest(patient, site, { date: '2027-01-14' }));
    await superuser.query('begin');
    await superuser.query('select from bookings.bookings where id = $1 for update', [id]);
    const cancelling = Array.from({ length: POOL }, () => ask('POST', `/api/bookings/${id}/cancellation`, { by: 'clinic', reason: 'The doctor is ill' }));
    await until(async () => (await ofOurs(`wait_event_type = 'Lock'`)) === POOL, 'all connections to wait');
    const answers = await Promise.all(Array.from({ length: CROWD }, () => ask('GET', '/api/today')));
    expectAnswered(answers);
    expect(answers.every(({ status }) => status === 503)).toBe(true);
    await superuser.query('commit');
    const cancelled = await Promise.all(cancelling);
    expect(cancelled.filter(({ status }) => status === 200)).toHaveLength(1);
    await expectRecovered();
  }, 60_000);
});
