import { randomUUID } from 'node:crypto';
import { FixedClock } from '@dragoman/kernel';
import pg from 'pg';
import { type TestApp, testApp } from '../support/app';
import { aPatient, type Desk } from '../support/desk';
import { effectOf } from '../support/effects';
import { answered, aWorld, KEY, keyedRoutes, type Mutation, PASSWORD, sendMutation, type World } from '../support/mutation';
import { mutationsOf } from '../support/mutations';
import { signedInPhone } from '../support/my';
import { mailSecret } from '../support/mutations-of-the-day';
import { type TestDatabase, testDatabase } from '../support/postgres';

const OPENING = new Date('2026-11-24T09:42:00Z');

let database: TestDatabase;
let running: TestApp;
let superuser: pg.Pool;
let world: World;
let ruth: Desk;
let sam: Desk;
let phone: Desk;
let stands: ReturnType<typeof mutationsOf>;
const clock = new FixedClock(OPENING);

beforeAll(async () => {
  database = await testDatabase();
  running = await testApp(database, { clock, listen: true, config: mailSecret });
  superuser = new pg.Pool({ connectionString: database.superuserUrl, max: 2 });
  world = await aWorld({ running, clock, superuser });
  ({ ruth, sam } = world);
  stands = mutationsOf(world);
  phone = await signedInPhone(world, await ruth.addInterpreter());
}, 120_000);

afterAll(async () => {
  await superuser.end();
  await running.close();
  await database.close();
});

beforeEach(() => clock.set(OPENING));

const isApi = (route: string): boolean => route.startsWith('/api/');
/** Who may ask for it at all. */
const whoever = (route: string): Desk => (route.startsWith('/api/my/') ? phone : ruth);
const walked = () => keyedRoutes(running);

it('has a stand for every request that changes something, and for nothing else', () => {
  expect(Object.keys(stands).sort()).toEqual(walked().map(({ name }) => name).sort());
});

/** Ten at once, and what came of it. */
const tenTimes = (name: string, mutation: Mutation, key: string) =>
  effectOf(superuser, () => Promise.all(Array.from({ length: 10 }, async () => answered(await sendMutation(running.url, name, mutation, key)))));

it('gives ten equal answers, and does nothing, where what it is about is not there', async () => {
  const wrong: unknown[] = [];
  for (const { name, route } of walked().filter((one) => one.route.includes('/:'))) {
    const mutation = { path: route.replace(/:\w+/g, randomUUID()), ...(isApi(route) ? { by: whoever(route) } : { fields: {} }) };
    const { result, effect } = await tenTimes(name, mutation, randomUUID());
    const statuses = new Set(result.map(({ status }) => status));
    if (statuses.size !== 1 || (result[0]?.status ?? 0) >= 500 || Object.keys(effect).length > 0) wrong.push({ name, statuses: [...statuses], effect });
  }
  expect(wrong).toEqual([]);
}, 60_000);

it('does once what is sent ten times at once, and gives ten equal answers: every request that changes something', async () => {
  const wrong: unknown[] = [];
  for (const { name } of walked()) {
    const make = stands[name];
    if (!make) continue;
    const first = await make();
    const alone = await effectOf(superuser, async () => answered(await sendMutation(running.url, name, first, randomUUID())));
    const second = await make();
    const key = randomUUID();
    const atOnce = await tenTimes(name, second, key);
    const afterwards = await answered(await sendMutation(running.url, name, second, key));
    const answers = new Set([...atOnce.result, afterwards].map(({ status, location, type, text }) => JSON.stringify([status, location, type, text])));
    const seen = { name, status: alone.result.status, effect: atOnce.effect, answers: answers.size, replayed: afterwards.replayed, isSomething: Object.keys(alone.effect).length > 0 };
    const wanted = { name, status: atOnce.result[0]?.status, effect: alone.effect, answers: 1, replayed: true, isSomething: true };
    if (JSON.stringify(seen) !== JSON.stringify(wanted) || seen.status >= 400) wrong.push({ seen, wanted, said: alone.result.text.slice(0, 300) });
  }
  expect(wrong).toEqual([]);
}, 300_000);

it('refuses to change anything without a key, or with one that is none', async () => {
  for (const { name, route } of walked().filter((one) => isApi(one.route))) {
    const [method = ''] = name.split(' ');
    for (const key of ['', 'short', 'with spaces in between', 'x'.repeat(129)]) {
      const response = await whoever(route).sendKeyed(method, route.replace(/:\w+/g, randomUUID()), undefined, { [KEY]: key });
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
  const { effect } = await effectOf(superuser, async () => {
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
  await ruth.signIn(world.emailOfRuth, PASSWORD);
  const replayed = await register(ruth, key);
  expect([replayed.headers.get('idempotency-replayed'), await idOf(replayed)]).toEqual(['true', id]);
});

it('after 24 hours a key is new', async () => {
  const key = randomUUID();
  const id = await idOf(await register(ruth, key));
  const later = async (hours: number) => {
    clock.set(new Date(OPENING.getTime() + hours * 3_600_000));
    await ruth.signIn(world.emailOfRuth, PASSWORD);
    return idOf(await register(ruth, key));
  };
  expect(await later(23.9)).toBe(id);
  expect(await later(24)).not.toBe(id);
  clock.set(OPENING);
  await ruth.signIn(world.emailOfRuth, PASSWORD);
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
