import { RequestMethod } from '@nestjs/common';
import { newId } from '@dragoman/kernel';
import type { FastifyInstance } from 'fastify';
import { type TestApp, testApp } from '../../../../tests/support/app';
import { type TestDatabase, testDatabase } from '../../../../tests/support/postgres';
import { mutatingRoutes, routesOf } from '../../../../tests/support/routes';

const BRANCH = 4;

/** What Fastify answers to, however it was registered: `GET /api/sites`. Its tree is printed, four columns a level. */
const servedBy = ({ app }: TestApp): string[] => {
  const server: FastifyInstance = app.getHttpAdapter().getInstance();
  const above: string[] = [];
  return server.printRoutes({ commonPrefix: false, includeHooks: false }).split('\n').flatMap((line) => {
    const [, indent = '', part = '', methods = ''] = /^([│ ]*)[├└]── (\S+)(?: \((.*)\))?/.exec(line) ?? [];
    const depth = indent.length / BRANCH;
    above.splice(depth, above.length, part);
    const named = methods.split(', ').filter((method) => !['', 'HEAD', 'OPTIONS'].includes(method));
    return named.map((method) => `${method} ${above.join('')}`);
  });
};

let test: TestDatabase;
let running: TestApp;

beforeAll(async () => {
  test = await testDatabase();
  running = await testApp(test);
});

afterAll(async () => {
  await running.close();
  await test.close();
});

it('has a rule on every route that says who may call it', () => {
  const routes = routesOf(running);
  expect(routes.length).toBeGreaterThan(8);
  expect(routes.filter(({ rule }) => rule === undefined).map(({ route }) => route)).toEqual([]);
});

it('serves nothing past the controllers but the API description, the console and the interpreters’ app', () => {
  const known = new Set([
    ...routesOf(running).map(({ method, route }) => `${RequestMethod[method]} ${route}`),
    ...['/api/openapi.json', '/assets/*', '/favicon.svg', '/my', '/my*', '*'].map((route) => `GET ${route}`),
  ]);
  expect(servedBy(running)).toContain('POST /api/session');
  expect(servedBy(running).filter((route) => !known.has(route))).toEqual([]);
});

it('is open without signing in only where nobody can have signed in', () => {
  const open = routesOf(running).filter(({ rule }) => rule?.kind === 'public');
  const unexpected = open.filter(({ route }) => !/^\/(a|c|calendar|health|i|n|p|pages|sounds|u|webhooks)\//.test(route));
  expect(unexpected.map(({ method, route }) => `${RequestMethod[method]} ${route}`)).toEqual([
    'POST /api/session',
    'DELETE /api/session',
    'GET /api/joining/:token',
    'POST /api/joining/:token',
    'POST /api/passwords/forgotten',
    'GET /api/passwords/:token',
    'POST /api/passwords/:token',
    'POST /api/my/codes',
    'POST /api/my/session',
    'DELETE /api/my/session',
  ]);
});

it('lets nobody in who is not signed in', async () => {
  const closed = routesOf(running).filter(({ rule }) => rule?.kind !== 'public');
  for (const { route, method } of closed) {
    const response = await running.app.inject({
      method: RequestMethod[method] as 'GET',
      url: route.replace(/:\w+/g, newId()),
      headers: { 'x-dragoman': '1' },
    });
    expect([route, response.statusCode]).toEqual([route, 401]);
  }
});

it('takes an Idempotency-Key with everything that changes something, and says why where it does not', () => {
  const staff = mutatingRoutes(running).filter(({ route }) => route.startsWith('/api/'));
  expect(staff.length).toBeGreaterThan(40);
  expect(staff.filter(({ keyless }) => keyless !== undefined).map(({ name }) => name).sort()).toEqual([
    'DELETE /api/my/session',
    'DELETE /api/session',
    'POST /api/bookings/:id/clinician-link',
    'POST /api/candidates',
    'POST /api/candidates/:interpreterId',
    'POST /api/joining/:token',
    'POST /api/my/calendar',
    'POST /api/my/codes',
    'POST /api/my/session',
    'POST /api/passwords/:token',
    'POST /api/passwords/forgotten',
    'POST /api/previews',
    'POST /api/previews/profile',
    'POST /api/relays',
    'POST /api/session',
    'POST /api/texts/:language/:form/:key/check',
    'POST /api/texts/:language/translators-file/read',
    'PUT /api/session/password',
  ]);
});
