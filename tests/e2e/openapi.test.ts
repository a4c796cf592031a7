import { type TestApp, testApp } from '../support/app';
import { type TestDatabase, testDatabase } from '../support/postgres';

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

it('describes every operation of the staff API, what it takes and what it answers', async () => {
  const response = await running.app.inject('/api/openapi.json');
  expect(response.statusCode).toBe(200);
  const { openapi, paths, components } = response.json();
  expect(openapi).toBe('3.1.0');
  expect(Object.keys(paths).every((path) => path.startsWith('/api/'))).toBe(true);
  expect(paths['/api/session'].post.requestBody.content['application/json'].schema).toMatchObject({
    required: ['email', 'password'],
  });
  expect(components.schemas.Problem.required).toContain('code');
  for (const [path, operations] of Object.entries<Record<string, { responses: Record<string, { content?: object }> }>>(paths))
    for (const [method, { responses }] of Object.entries(operations)) {
      const isDescribed = Boolean(responses['200']?.content ?? responses['201']?.content ?? responses['204']);
      if (path !== '/api/live') expect([method, path, isDescribed]).toEqual([method, path, true]);
      expect(responses.default).toBeDefined();
    }
  expect(response.body).not.toContain('$schema');
});

it('asks for an Idempotency-Key with everything that changes something, and says why where it does not', async () => {
  const { paths } = (await running.app.inject('/api/openapi.json')).json();
  interface Operation {
    parameters?: { name: string; required: boolean }[];
    'x-keyless'?: string;
  }
  const takesKey = (operation: Operation) =>
    operation.parameters?.some(({ name, required }) => name === 'idempotency-key' && required) ?? false;
  expect([takesKey(paths['/api/patients'].post), takesKey(paths['/api/interpreters/{id}'].put), takesKey(paths['/api/patients'].get)]).toEqual([true, true, false]);
  for (const [path, operations] of Object.entries<Record<string, Operation>>(paths))
    for (const [method, operation] of Object.entries(operations).filter(([name]) => name !== 'get'))
      expect([method, path, takesKey(operation) !== Boolean(operation['x-keyless'])]).toEqual([method, path, true]);
});

it('says how a booking finds its interpreters, and who works for the organisation', async () => {
  const { paths } = (await running.app.inject('/api/openapi.json')).json();
  const takes = (path: string, method: 'put' | 'post') => paths[path][method].requestBody.content['application/json'].schema.properties;
  const filling = takes('/api/organisation/policy', 'put').policy.properties.filling.properties;
  expect(filling.way).toMatchObject({ enum: ['by-hand', 'in-house', 'waves', 'broadcast'], description: expect.stringContaining('in-house, the organisation’s own are booked without asking') });
  expect(Object.keys(filling).filter((field) => filling[field].description === undefined)).toEqual([]);
  expect(takes('/api/bookings', 'post').fill.description).toContain('as the organisation’s policy says');
  expect(takes('/api/interpreters', 'post').isInHouse.description).toContain('may be booked without asking');
});
