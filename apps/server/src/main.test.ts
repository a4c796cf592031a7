import { once } from 'node:events';
import { createServer } from 'node:net';
import pg from 'pg';
import { readEnvironment } from '../../../config/env.schema';
import { until } from '../../../tests/support/desk';
import { type TestDatabase, testDatabase } from '../../../tests/support/postgres';
import { main, type RunningServer } from './main';

let test: TestDatabase;
let running: RunningServer | undefined;

beforeAll(async () => {
  test = await testDatabase();
});

afterEach(async () => {
  await running?.close();
  running = undefined;
});

afterAll(() => test.close());

const connections = async (): Promise<number> => {
  const superuser = new pg.Client({ connectionString: test.superuserUrl });
  await superuser.connect();
  const { rows } = await superuser.query(
    `select count(*)::int as count from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`,
  );
  await superuser.end();
  return rows[0]?.count;
};

/** A pool has let go of a connection before PostgreSQL's process behind it has ended. */
const noneConnected = () => until(async () => (await connections()) === 0, 'the last connection to end', 5);

const start = async (variables: Record<string, string>) => {
  const printed: string[] = [];
  const environment = readEnvironment({ PORT: '0', DEMO: '0', LOG_LEVEL: 'silent', ...variables });
  running = await main({ environment, databaseUrls: test.urls, print: (line) => printed.push(line) });
  const status = async (path: string): Promise<number> => (await fetch(`${running?.url}${path}`)).status;
  return { printed, status };
};

it('serves everything, says where, and is gone when it is closed', async () => {
  const { printed, status } = await start({});
  expect(printed).toEqual([`Dragoman serves ${running?.url}`]);
  expect(await status('/health/ready')).toBe(200);
  expect(await status('/api/session')).toBe(401);
  expect(await status('/i/unknown-token')).toBe(404);
  await running?.close();
  await expect(status('/health/live')).rejects.toThrow();
  await noneConnected();
  running = undefined;
});

it('serves only what its roles say', async () => {
  const pages = await start({ ROLES: 'pages' });
  expect(await pages.status('/api/session')).toBe(404);
  expect(await pages.status('/health/live')).toBe(200);
  await running?.close();
  const staff = await start({ ROLES: 'staff', PUBLIC_URL: 'http://pages.example' });
  expect(await staff.status('/api/session')).toBe(401);
  const page = await fetch(`${running?.url}/i/unknown-token`);
  expect([page.status, page.headers.get('content-type')]).toEqual([404, 'application/problem+json; charset=utf-8']);
});

it('leaves nothing running when its port is taken, and says so', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as { port: number };
  const environment = readEnvironment({ PORT: String(port), DEMO: '0', LOG_LEVEL: 'silent' });
  const refused = main({ environment, databaseUrls: test.urls, print: () => undefined });
  await expect(refused).rejects.toMatchObject({ code: 'EADDRINUSE', syscall: 'listen' });
  other.close();
  await noneConnected();
});
