import { randomUUID } from 'node:crypto';
import { Accounts } from '@dragoman/access';
import { FixedClock } from '@dragoman/kernel';
import { Organisations } from '@dragoman/organisations';
import pg from 'pg';
import { type TestApp, testApp } from '../support/app';
import { aPatient, Desk } from '../support/desk';
import { jobRunner } from '../support/jobs';
import { type Mutation, mutationsOf } from '../support/mutations';
import { type TestDatabase, testDatabase } from '../support/postgres';
import { mutatingRoutes } from '../support/routes';

const OPENING = new Date('2026-11-24T09:42:00Z');
const password = 'correct horse battery';
const installation = { kind: 'installation', by: 'test' } as const;
const KEY = 'idempotency-key';

let database: TestDatabase;
let running: TestApp;
let superuser: pg.Pool;
let ruth: Desk;
let sam: Desk;
let emailOfRuth = '';
let stands: ReturnType<typeof mutationsOf>;
const clock = new FixedClock(OPENING);

const colleague = async (organisationId: string, email: string): Promise<Desk> => {
  await running.app.get(Accounts).create(installation, { organisationId, name: email, email, role: 'administrator', password });
  const desk = new Desk(running.url);
  await desk.signIn(email, password);
  return desk;
};

beforeAll(async () => {
  database = await testDatabase();
  running = await testApp(database, { clock, listen: true });
  superuser = new pg.Pool({ connectionString: database.superuserUrl, max: 2 });
  const { id } = await running.app.get(Organisations).create(installation, { name: 'Marlowe Road', zone: 'Europe/London' });
  emailOfRuth = `${randomUUID()}@clinic.example`;
  [ruth, sam] = [await colleague(id, emailOfRuth), await colleague(id, `${randomUUID()}@clinic.example`)];
  stands = mutationsOf({ running, clock, superuser, jobs: jobRunner(running.app, superuser), ruth, sam });
}, 120_000);

afterAll(async () => {
  await superuser.end();
  await running.close();
  await database.close();
});

beforeEach(() => clock.set(OPENING));

const isStaff = (route: string): boolean => route.startsWith('/api/');
/** Webhooks are told apart by what they carry, and have tests of their own. */
const walked = () => mutatingRoutes(running).filter(({ route, keyless }) => keyless === undefined && !route.startsWith('/webhooks/'));

const send = (method: string, { by, path, body, headers, fields }: Mutation, key: string): Promise<Response> =>
  by
    ? by.sendKeyed(method, path, body, { ...headers, [KEY]: key })
    : fetch(`${running.url}${path}`, {
        method,
        redirect: 'manual',
        headers: { origin: running.url, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ ...fields, [KEY]: key }),
      });

interface Answered {
  status: number;
  location: string | null;
  type: string | null;
  text: string;
}

const answered = async (response: Response): Promise<Answered> => ({
  status: response.status,
  location: response.headers.get('location'),
  type: response.headers.get('content-type'),
  text: await response.text(),
});

/** Rows of every table, the queue of jobs included; what replays leave for themselves is not an effect. */
const counts = async (): Promise<Map<string, number>> => {
  const { rows: tables } = await superuser.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema', 'platform') and tablename <> '_private_tasks' order by 1`,
  );
  const each = tables.map(({ name }) => `select '${name}' as name, count(*)::int as n from ${name}`).join(' union all ');
  const { rows } = await superuser.query<{ name: string; n: number }>(each);
  return new Map(rows.map(({ name, n }) => [name, n]));
};

const effectOf = async <T>(work: () => Promise<T>): Promise<{ result: T; effect: Record<string, number> }> => {
  const before = await counts();
  const result = await work();
  const after = [...(await counts())].map(([name, n]) => [name, n - (before.get(name) ?? 0)] as const);
  return { result, effect: Object.fromEntries(after.filter(([, n]) => n !== 0)) };
};

it('has no stand for what is gone, and one for nearly everything that changes something', () => {
  const names = walked().map(({ name }) => name);
  expect(Object.keys(stands).filter((name) => !names.includes(name))).toEqual([]);
  expect(Object.keys(stands).length).toBeGreaterThan(60);
});

it('gives ten equal answers, and does nothing, where what it is about is not there', async () => {
  const wrong: unknown[] = [];
  for (const { name, route } of walked().filter((one) => stands[one.name] === undefined)) {
    const [method = ''] = name.split(' ');
    const mutation = { path: route.replace(/:\w+/g, randomUUID()), ...(isStaff(route) ? { by: ruth } : { fields: {} }) };
    const key = randomUUID();
    const { result, effect } = await effectOf(() => Promise.all(Array.from({ length: 10 }, async () => answered(await send(method, mutation, key)))));
    const statuses = new Set(result.map(({ status }) => status));
    if (statuses.size !== 1 || (result[0]?.status ?? 0) >= 500 || Object.keys(effect).length > 0) wrong.push({ name, statuses: [...statuses], effect });
  }
  expect(wrong).toEqual([]);
}, 60_000);

it('does once what is sent ten times at once, and gives ten equal answers: every request that changes something', async () => {
  const wrong: unknown[] = [];
  for (const { name } of walked()) {
    const [method = ''] = name.split(' ');
    const make = stands[name];
    if (!make) continue;
    const first = await make();
    const alone = await effectOf(async () => answered(await send(method, first, randomUUID())));
    const second = await make();
    const key = randomUUID();
    const atOnce = await effectOf(() => Promise.all(Array.from({ length: 10 }, async () => answered(await send(method, second, key)))));
    const afterwards = await send(method, second, key);
    const replayed = afterwards.headers.get('idempotency-replayed');
    const answers = new Set([...atOnce.result, await answered(afterwards)].map((one) => JSON.stringify(one)));
    const seen = { name, status: alone.result.status, effect: atOnce.effect, answers: answers.size, replayed, isSomething: Object.keys(alone.effect).length > 0 };
    const wanted = { name, status: atOnce.result[0]?.status, effect: alone.effect, answers: 1, replayed: 'true', isSomething: true };
    if (JSON.stringify(seen) !== JSON.stringify(wanted) || seen.status >= 400) wrong.push({ seen, wanted, said: alone.result.text.slice(0, 300) });
  }
  expect(wrong).toEqual([]);
}, 300_000);

it('refuses to change anything without a key, or with one that is none', async () => {
  for (const { name, route } of walked().filter((one) => isStaff(one.route))) {
    const [method = ''] = name.split(' ');
    for (const key of ['', 'short', 'with spaces in between', 'x'.repeat(129)]) {
      const response = await ruth.sendKeyed(method, route.replace(/:\w+/g, randomUUID()), undefined, { [KEY]: key });
      expect([name, key, response.status, (await response.json()).code]).toEqual([name, key, 400, 'idempotency-key-needed']);
    }
  }
});

const form = aPatient();
const register = (desk: Desk, key: string, name = 'Amna Idris Osman') =>
  desk.sendKeyed('POST', '/api/patients', { type: 'application/json', text: JSON.stringify({ ...form, name }) }, { [KEY]: key });
const idOf = async (response: Response): Promise<string> => (await response.json()).id;

it('the same key with a changed form, another address or another method does nothing', async () => {
  const key = randomUUID();
  expect((await register(ruth, key)).status).toBe(201);
  const refused = async (response: Response) => [response.status, (await response.json()).code];
  const { effect } = await effectOf(async () => {
    expect(await refused(await register(ruth, key, 'Amna Osman'))).toEqual([422, 'idempotency-key-reused']);
    expect(await refused(await ruth.sendKeyed('POST', '/api/sites', undefined, { [KEY]: key }))).toEqual([422, 'idempotency-key-reused']);
    expect(await refused(await ruth.sendKeyed('PUT', '/api/patients', undefined, { [KEY]: key }))).toEqual([404, 'no-such-route']);
  });
  expect(effect).toEqual({});
});

it('a key of somebody else is unknown, also to a colleague, and one’s own is known after signing out and in again', async () => {
  const key = randomUUID();
  const id = await idOf(await register(ruth, key));
  expect(await idOf(await register(sam, key))).not.toBe(id);
  await ruth.request('DELETE', '/api/session');
  expect((await register(ruth, key)).status).toBe(401);
  await ruth.signIn(emailOfRuth, password);
  const replayed = await register(ruth, key);
  expect([replayed.headers.get('idempotency-replayed'), await idOf(replayed)]).toEqual(['true', id]);
});

it('after 24 hours a key is new', async () => {
  const key = randomUUID();
  const id = await idOf(await register(ruth, key));
  const later = async (hours: number) => {
    clock.set(new Date(OPENING.getTime() + hours * 3_600_000));
    await ruth.signIn(emailOfRuth, password);
    return idOf(await register(ruth, key));
  };
  expect(await later(23.9)).toBe(id);
  expect(await later(24)).not.toBe(id);
  clock.set(OPENING);
  await ruth.signIn(emailOfRuth, password);
});

it('what was refused is tried again under the same key, and done when nothing stands against it any more', async () => {
  const key = randomUUID();
  const name = `Marlowe Road ${randomUUID()}`;
  const site = { address: '14 Marlowe Road', zone: 'Europe/London', latitude: 51.5, longitude: -0.1, rooms: [] };
  const add = () => ruth.sendKeyed('POST', '/api/sites', { type: 'application/json', text: JSON.stringify({ ...site, name }) }, { [KEY]: key });
  await superuser.query('alter table organisations.sites add constraint not_today check (false) not valid');
  expect((await add()).status).toBe(500);
  await superuser.query('alter table organisations.sites drop constraint not_today');
  expect((await add()).status).toBe(201);
});
