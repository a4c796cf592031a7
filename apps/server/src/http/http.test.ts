import { Body, Controller, Get } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { AccessModule, Account, Link } from '@dragoman/access';
import { SystemClock } from '@dragoman/kernel';
import { Database, PlatformModule } from '@dragoman/platform';
import { Writable } from 'node:stream';
import pg from 'pg';
import { pino } from 'pino';
import { z } from 'zod';
import { until } from '../../../../tests/support/desk';
import { type TestDatabase, testDatabase } from '../../../../tests/support/postgres';
import type { AppConfig } from '../app.config';
import { Public } from './access.decorators';
import { Answers } from './answers.decorator';
import { HttpModule } from './http.module';
import { Keyless } from './keyless.decorator';
import { describeError, logRequests } from './log';
import { Post } from './methods';
import { makeAdapter, prepareServer, sharePatience } from './server';

const job = { kind: 'job', job: 'test' } as const;

@Controller('api/forgotten')
class ForgottenController {
  @Get()
  tell(): string {
    return 'a secret';
  }
}

const note = z.object({ text: z.string() });

@Controller('api/notes')
@Public('a test')
class NotesController {
  constructor(private readonly database: Database) {}

  @Post()
  @Keyless('a test')
  @Answers(note, 201)
  add(@Body({ schema: note }) { text }: z.infer<typeof note>): z.infer<typeof note> {
    const stored = { text, password: 'kept inside' };
    return stored;
  }

  @Post('table')
  @Keyless('a test')
  @Answers(note, 201)
  import(@Body({ schema: z.string() }) text: string): z.infer<typeof note> {
    return { text: `${text.length} characters` };
  }

  @Get('broken')
  broken(): never {
    throw new Error('could not connect to db.internal as dragoman_app');
  }

  /** How long each of two waited. */
  @Get('twice')
  async twice(): Promise<{ waited: number[] }> {
    const waited: number[] = [];
    for (let n = 0; n < 2; n++) {
      const started = performance.now();
      await this.database.read(job, (tx) => tx.query('select 1')).catch(() => undefined);
      waited.push(performance.now() - started);
    }
    return { waited };
  }

  @Get('odd')
  @Answers(note)
  odd(): z.infer<typeof note> {
    return { text: 4711 } as never;
  }

  @Get(':id/text')
  @Answers(note)
  read(): z.infer<typeof note> {
    return { text: 'read' };
  }
}

const config: AppConfig = {
  roles: ['staff'],
  publicUrl: () => 'https://dragoman.example',
  isHttps: () => true,
};

let test: TestDatabase;
let app: NestFastifyApplication;
const lines: string[] = [];

beforeAll(async () => {
  test = await testDatabase();
  const sink = new Writable({ write: (chunk, _, done) => (lines.push(String(chunk)), done()) });
  const log = pino({ serializers: { err: describeError } }, sink);
  const nest = await Test.createTestingModule({
    imports: [
      PlatformModule.with({
        appUrl: test.urls.app,
        directUrl: test.urls.app,
        jobsUrl: test.urls.jobs,
        poolSize: 2,
        clock: new SystemClock(),
        entities: [Account, Link],
      }),
      AccessModule.with(),
      HttpModule.with(config, log),
    ],
    controllers: [ForgottenController, NotesController],
  }).compile();
  app = nest.createNestApplication<NestFastifyApplication>(makeAdapter(config));
  logRequests(app.getHttpAdapter().getInstance(), log);
  await prepareServer(app, config);
  sharePatience(app.getHttpAdapter().getInstance(), app.get(Database));
  await app.init();
});

afterAll(async () => {
  await app.close();
  await test.close();
});

const post = (payload: string | object, headers: Record<string, string> = {}) =>
  app.inject({ method: 'POST', url: '/api/notes', payload, headers: { 'x-dragoman': '1', ...headers } });

it('closes a route that forgot to say who may call it', async () => {
  const response = await app.inject('/api/forgotten');
  expect(response.statusCode).toBe(403);
  expect(response.body).not.toContain('secret');
});

it('sends only the fields that the contract names', async () => {
  const response = await post({ text: 'hello' });
  expect(response.statusCode).toBe(201);
  expect(response.json()).toEqual({ text: 'hello' });
});

it('tells nothing of what went wrong inside, but its log does', async () => {
  const response = await app.inject('/api/notes/broken');
  expect(response.statusCode).toBe(500);
  expect(response.json()).toMatchObject({ code: 'server-error', status: 500 });
  expect(response.body).not.toContain('db.internal');
  expect(lines.join('')).toContain('db.internal');
});

it('tells nothing of an answer that is not of its shape, and neither does its log', async () => {
  const response = await app.inject('/api/notes/odd');
  expect(response.statusCode).toBe(500);
  expect(response.json()).toMatchObject({ code: 'server-error', status: 500 });
  expect(lines.at(-2)).toContain('The answer is not of its shape: text invalid_type');
  expect(`${response.body}${lines.join('')}`).not.toContain('4711');
});

it('lets a request that comes into a crowd wait for connections once, however often it asks for one', async () => {
  const superuser = new pg.Client({ connectionString: test.superuserUrl });
  await superuser.connect();
  await superuser.query('select pg_advisory_lock(4715)');
  const holding = [1, 2].map(() => app.get(Database).read(job, (tx) => tx.query('select pg_advisory_xact_lock(4715)')));
  const held = `select from pg_stat_activity where datname = current_database() and wait_event = 'advisory'`;
  await until(async () => (await superuser.query(held)).rowCount === 2, 'both connections to be held');
  const { waited } = (await app.inject('/api/notes/twice')).json<{ waited: [number, number] }>();
  await superuser.query('select pg_advisory_unlock(4715)');
  await Promise.all(holding);
  await superuser.end();
  expect(waited[0]).toBeGreaterThan(3_000);
  expect(waited[1]).toBeLessThan(500);
});

it.each([
  ['a body that is no JSON', '{"text"', { 'content-type': 'application/json' }, 400, 'unreadable-request'],
  ['a body of another kind', '<text/>', { 'content-type': 'application/xml' }, 415, 'unsupported-media-type'],
  ['a body that is too large', { text: 'x'.repeat(300_000) }, {}, 413, 'too-large'],
])('refuses %s with a plain sentence', async (_, payload, headers, status, code) => {
  const response = await post(payload, headers);
  expect(response.statusCode).toBe(status);
  expect(response.json()).toMatchObject({ status, code });
});

it('takes a table as it is, of up to 2 MB', async () => {
  const send = (payload: string) =>
    app.inject({ method: 'POST', url: '/api/notes/table', payload, headers: { 'x-dragoman': '1', 'content-type': 'text/csv' } });
  const taken = await send('é'.repeat(1_000_000));
  expect([taken.statusCode, taken.json()]).toEqual([201, { text: '1000000 characters' }]);
  const refused = await send('x'.repeat(2 * 1024 * 1024 + 1));
  expect(refused.statusCode).toBe(413);
  expect(refused.json()).toMatchObject({ code: 'too-large' });
});

it('answers what is not there with a problem that does not repeat the address', async () => {
  const response = await app.inject('/api/nothing/secret-token');
  expect(response.statusCode).toBe(404);
  expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(response.body).not.toContain('secret-token');
});

it('answers an address that is too long or broken with a problem that does not repeat it', async () => {
  for (const url of [`/api/notes/${'secret'.repeat(50)}/text`, '/api/notes/secret%/text']) {
    const response = await app.inject(url);
    expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(response.json()).toMatchObject({ detail: expect.stringMatching(/\.$/) });
    expect(response.body).not.toContain('secret');
  }
});

it('forbids scripts from elsewhere, framing by others, and telling others our addresses', async () => {
  const { headers } = await app.inject('/health/live');
  const policy = String(headers['content-security-policy']);
  expect(policy).toContain(`default-src 'none'`);
  expect(policy).toMatch(/script-src 'self'(;|$)/);
  expect(policy).toContain(`frame-ancestors 'self'`);
  expect(headers).toMatchObject({
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'strict-transport-security': 'max-age=31536000',
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex, nofollow',
  });
  expect(headers['x-powered-by']).toBeUndefined();
});

it('keeps the request id of a proxy, and makes one where there is none or it is no id', async () => {
  const given = await app.inject({ url: '/health/live', headers: { 'x-request-id': 'proxy-0001' } });
  expect(given.headers['x-request-id']).toBe('proxy-0001');
  const forged = await app.inject({ url: '/health/live', headers: { 'x-request-id': 'a b"c' } });
  expect(forged.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
});

it('logs each request by its pattern, without the address', async () => {
  lines.length = 0;
  await app.inject('/health/ready?name=Amina');
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { msg: 'request', method: 'GET', route: '/health/ready', status: 200, ms: expect.any(Number), requestId: expect.any(String) },
  ]);
  expect(lines.join('')).not.toContain('Amina');
});
