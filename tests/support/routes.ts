import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { DiscoveryService, MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import { ACCESS_RULE, type AccessRule } from '../../apps/server/src/http/access.decorators';
import { ANSWER_SHAPE } from '../../apps/server/src/http/answers.decorator';
import { KEYLESS } from '../../apps/server/src/http/keyless.decorator';
import type { TestApp } from './app';

export interface Route {
  route: string;
  method: RequestMethod;
  rule: AccessRule | undefined;
  /** Why it takes no `Idempotency-Key`. */
  keyless: string | undefined;
  /** Whether it answers rows. */
  isList: boolean;
}

/** Every route of every controller, with the rule that says who may call it. */
export const routesOf = ({ app }: TestApp): Route[] => {
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
        keyless: reflector.get<string | undefined>(KEYLESS, handler),
        isList: 'items' in (Reflect.getMetadata(ANSWER_SHAPE, handler)?.shape ?? {}),
      }));
    }),
  );
};

/** `POST /api/sites`, of all that may change something. */
export const mutatingRoutes = (running: TestApp): (Route & { name: string })[] =>
  routesOf(running)
    .map((one) => ({ ...one, name: `${RequestMethod[one.method]} ${one.route}` }))
    .filter(({ method }) => [RequestMethod.POST, RequestMethod.PUT, RequestMethod.DELETE, RequestMethod.PATCH].includes(method));

/** `GET /api/sites`, of all that answer rows and are about nothing in particular. */
export const listRoutes = (running: TestApp): string[] =>
  routesOf(running)
    .filter(({ method, route, isList }) => isList && method === RequestMethod.GET && !route.includes(':'))
    .map(({ method, route }) => `${RequestMethod[method]} ${route}`)
    .sort();
