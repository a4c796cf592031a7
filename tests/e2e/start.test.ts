import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { testDatabase, type TestDatabase } from '../support/postgres';
import { failingStart, freePort, type ServerProcess, startServer } from '../support/server';

jest.setTimeout(120_000);

const until = async (condition: () => Promise<boolean>): Promise<void> => {
  for (const deadline = performance.now() + 20_000; performance.now() < deadline; await delay(50)) {
    if (await condition()) return;
  }
  throw new Error('It did not come true within 20 s.');
};

const oneSentence = (sentence: string) => ({ code: 1, signal: null, output: `${sentence}\n` });

describe('a start in the wrong surroundings ends with one sentence', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.close());

  it('when the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const ended = await failingStart({ database, env: { PORT: String(port) } });
    other.close();
    expect(ended).toEqual(
      oneSentence(`Port ${port} is taken by another program: stop that one, or set PORT to another number.`),
    );
  });

  it('when the data folder cannot be written', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'dragoman-')), 'a-file');
    writeFileSync(file, '');
    expect(await failingStart({ env: { PORT: '0', DATA_DIR: join(file, 'data') } })).toEqual(
      oneSentence(`The data folder ${join(file, 'data')} cannot be written: set DATA_DIR to a folder that can.`),
    );
  });

  it('when the database cannot be reached', async () => {
    const port = await freePort();
    expect(await failingStart({ env: { PORT: '0', DATABASE_URL: `postgres://app:secret@127.0.0.1:${port}/clinic` } })).toEqual(
      oneSentence(`The database of DATABASE_URL cannot be reached at 127.0.0.1:${port} (ECONNREFUSED).`),
    );
  });

  it('when the database refuses the password', async () => {
    const url = Object.assign(new URL(database.urls.app), { password: 'wrong' }).href;
    expect(await failingStart({ env: { PORT: '0', DATABASE_URL: url } })).toEqual(
      oneSentence('The database of DATABASE_URL refuses us: password authentication failed for user "dragoman_app".'),
    );
  });

  it('when a variable is wrong', async () => {
    expect(await failingStart({ database, env: { PORT: 'eighty' } })).toEqual(
      oneSentence('The environment variable PORT must be a whole number from 0 to 65535.'),
    );
  });
});

/** What the folder of an embedded database tells about it. */
const clusterIn = (folder: string) => {
  const { port, passwords } = JSON.parse(readFileSync(join(folder, 'postgres.json'), 'utf8'));
  const pidFile = join(folder, 'postgres/postmaster.pid');
  return {
    url: `postgres://postgres:${passwords.superuser}@127.0.0.1:${port}/dragoman`,
    pid: () => (existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8').split('\n')[0]) : undefined),
  };
};

const query = async (url: string, sql: string): Promise<pg.QueryResult> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client.query(sql).finally(() => client.end());
};

describe('the server on its embedded database', () => {
  let folder: string;
  let data: string;
  let server: ServerProcess | undefined;

  const start = async (): Promise<ServerProcess> => (server = await startServer({ env: { DATA_DIR: data } }));

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'dragoman-'));
    chmodSync(folder, 0o755);
    data = join(folder, 'data');
  });

  afterEach(() => server?.stop());
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('leaves nothing running after Ctrl-C', async () => {
    const { stop } = await start();
    const { url, pid } = clusterIn(data);
    const started = performance.now();
    expect((await stop()).code).toBe(0);
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(pid()).toBeUndefined();
    await expect(query(url, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('serves the first page of a warm start within 5 seconds', async () => {
    const seconds: number[] = [];
    // Other tests share the machine: the best of three is what the program itself needs.
    while (seconds.length < 3 && !seconds.some((one) => one < 5)) {
      const started = performance.now();
      const { url, stop } = await start();
      await fetch(url);
      seconds.push((performance.now() - started) / 1_000);
      await stop();
    }
    expect(Math.min(...seconds)).toBeLessThan(5);
  });

  it('tells a second start on the same data folder that it is one too many', async () => {
    await start();
    expect(await failingStart({ env: { PORT: '0', DATA_DIR: data } })).toEqual(
      oneSentence(`Dragoman already runs on the data folder ${data}: stop it first, or set DATA_DIR to another folder.`),
    );
  });

  it('adopts the PostgreSQL that a killed server left behind', async () => {
    const { kill } = await start();
    const { pid } = clusterIn(data);
    const before = pid();
    await kill('SIGKILL');
    await start();
    expect(before).toBeGreaterThan(0);
    expect(pid()).toBe(before);
  });

  it('recovers every committed row after it and its PostgreSQL were killed', async () => {
    const { kill } = await start();
    const { url, pid } = clusterIn(data);
    await query(url, 'create table public.proof as select generate_series(1, 1000) as number');
    process.kill(pid() ?? 0, 'SIGKILL');
    await kill('SIGKILL');
    await start();
    const { rows } = await query(url, 'select count(*)::int as rows from public.proof');
    expect(rows).toEqual([{ rows: 1000 }]);
  });

  it('goes on when its PostgreSQL crashes', async () => {
    const { url: page } = await start();
    const { pid } = clusterIn(data);
    const before = pid();
    process.kill(before ?? 0, 'SIGKILL');
    await until(async () => pid() !== before && (await fetch(`${page}/health/ready`)).ok);
  });
});

// Only root can be kept out of a folder by nobody and keep PostgreSQL out of it.
if (process.getuid?.() === 0) {
  it('starts below a folder that only root may enter, and says where its data is', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dragoman-'));
    const server = await startServer({ env: { DATA_DIR: join(folder, 'data') } });
    const { output } = await server.stop();
    const place = /The database is kept in (\/var\/lib\/dragoman\/\w+), because/.exec(output)?.[1];
    expect(place).toBeDefined();
    for (const used of [folder, place ?? folder]) rmSync(used, { recursive: true, force: true });
  });
}
