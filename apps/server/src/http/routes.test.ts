import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { DiscoveryService, MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import { newId } from '@dragoman/kernel';
import type { FastifyInstance } from 'fastify';
import { type TestApp, testApp } from '../../../../tests/support/app';
import { type TestDatabase, testDatabase } from '../../../../tests/support/postgres';
import { ACCESS_RULE, type AccessRule } from './access.decorators';

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

interface Route {
  route: string;
  method: RequestMethod;
  rule: AccessRule | undefined;
}

/** Every route of every controller, with the rule that says who may call it. */
const routesOf = ({ app }: TestApp): Route[] => {
  const reflector = app.get(Reflector);
  const scanner = new MetadataScanner();
  const discovery = new DiscoveryService(app.get(ModulesContainer));
  return discovery.getControllers().flatMap(({ metatype, instance }) =>
    scanner.getAllMethodNames(Object.getPrototypeOf(instance)).flatMap((name) => {
      const handler = Object.getPrototypeOf(instance)[name];
      const paths: string | string[] | undefined = Reflect.getMetadata(PATH_METADATA, handler);
      if (paths === undefined || !metatype) return [];
      const prefix = Reflect.getMetadata(PATH_METADATA, metatype);
      return [paths].flat().map((path) => ({
        route: `/${prefix}/${path}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1'),
        method: Reflect.getMetadata(METHOD_METADATA, handler),
        rule: reflector.getAllAndOverride<AccessRule | undefined>(ACCESS_RULE, [handler, metatype]),
      }));
    }),
  );
};

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

it('serves nothing past the controllers but the API description and the console', () => {
  const known = new Set([
    ...routesOf(running).map(({ method, route }) => `${RequestMethod[method]} ${route}`),
    ...['/api/openapi.json', '/assets/*', '/favicon.svg', '*'].map((route) => `GET ${route}`),
  ]);
  expect(servedBy(running)).toContain('POST /api/session');
  expect(servedBy(running).filter((route) => !known.has(route))).toEqual([]);
});

it('is open without signing in only where nobody can have signed in', () => {
  const open = routesOf(running).filter(({ rule }) => rule?.kind === 'public');
  const unexpected = open.filter(({ route }) => !/^\/(c|health|i|n|p|pages|sounds|u|webhooks)\//.test(route));
  expect(unexpected.map(({ method, route }) => `${RequestMethod[method]} ${route}`)).toEqual([
    'POST /api/session',
    'DELETE /api/session',
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
