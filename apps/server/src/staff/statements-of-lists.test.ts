import { readFileSync } from 'node:fs';
import { FixedClock } from '@dragoman/kernel';
import pg from 'pg';
import { type TestApp, testApp } from '../../../../tests/support/app';
import { type TestDatabase, testDatabase } from '../../../../tests/support/postgres';
import { listRoutes } from '../../../../tests/support/routes';

/**
 * How many statements each list sends for one page, session, BEGIN and COMMIT among them: as many for a page of fifty as for one of none.
 * Whoever needs another number says so here.
 */
const expected: Record<string, { path?: string; statements: number }> = {
  'GET /api/agencies': { statements: 6 },
  'GET /api/alerts': { statements: 8 },
  'GET /api/board': { path: '/api/board?date=2026-11-24', statements: 16 },
  'GET /api/encounters': { statements: 8 },
  'GET /api/interpreters': { statements: 6 },
  'GET /api/letters': { path: '/api/letters?show=in-hand', statements: 8 },
  'GET /api/messages/failures': { statements: 9 },
  'GET /api/messages/inbox': { statements: 8 },
  'GET /api/messages/outbox': { path: '/api/messages/outbox?show=left', statements: 6 },
  'GET /api/my/documents': { statements: 6 },
  'GET /api/my/jobs': { path: '/api/my/jobs?from=2026-11-24&to=2026-11-30', statements: 12 },
  'GET /api/my/offers': { statements: 8 },
  'GET /api/patients': { statements: 7 },
  'GET /api/people': { statements: 9 },
  'GET /api/saved-filters': { path: '/api/saved-filters?list=patients', statements: 6 },
  'GET /api/sites': { statements: 6 },
  'GET /api/test-messages': { statements: 6 },
  'GET /api/texts': { statements: 7 },
  'GET /api/today': { statements: 17 },
  'GET /api/varieties': { statements: 3 },
  'GET /api/varieties/finder': { statements: 6 },
};

/** Screens of several lists. */
const screens = ['GET /api/board', 'GET /api/my/jobs', 'GET /api/people', 'GET /api/today'];

let test: TestDatabase;
let running: TestApp;
let counted = 0;
const { query } = pg.Client.prototype;

beforeAll(async () => {
  test = await testDatabase();
  const superuser = new pg.Client({ connectionString: test.superuserUrl });
  await superuser.connect();
  await superuser.query('set session_replication_role = replica');
  await superuser.query(readFileSync('tests/bench/views/world.sql', 'utf8').replaceAll('ROWS', '400'));
  await superuser.end();
  // Before there are connections: each keeps the way to ask that it finds.
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    counted++;
    return Reflect.apply(query, this, given);
  } as typeof query;
  running = await testApp(test, { config: { roles: ['staff'] }, clock: new FixedClock(new Date('2026-11-24T10:00:00Z')) });
});

afterAll(async () => {
  pg.Client.prototype.query = query;
  await running?.close();
  await test?.close();
});

const ask = async (path: string): Promise<{ status: number; rows: number }> => {
  const response = await running.app.inject({ method: 'GET', url: path, headers: { cookie: 'dragoman=bench-views; dragoman-my=bench-views' } });
  return { status: response.statusCode, rows: response.json<{ items?: unknown[] }>().items?.length ?? 0 };
};

it('has a number for every list', () => {
  expect([...listRoutes(running), ...screens].sort()).toEqual(Object.keys(expected));
});

it.each(Object.entries(expected))('asks for a page of %s as often as it says', async (route, { path = route.slice('GET '.length), statements }) => {
  await ask(path);
  counted = 0;
  expect(await ask(path)).toMatchObject({ status: 200 });
  // Its COMMIT leaves without being waited for, but is on its way by the time that the answer is.
  expect(counted).toBe(statements);
});
