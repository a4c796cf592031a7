import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Database, KeyedRequests } from '@dragoman/platform';
import type { FastifyInstance } from 'fastify';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AppModule, type AppOptions } from './app.module';
import { serveConsole } from './http/console';
import { keepAnswers } from './http/idempotency.interceptor';
import { logRequests, ServerLog } from './http/log';
import { serveOpenApi } from './http/openapi';
import { makeAdapter, prepareServer, sharePatience } from './http/server';

/** The folder of package.json, from the sources and from dist alike. */
const rootFolder = (): string => {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder))
    if (existsSync(join(folder, 'package.json'))) return folder;
  throw new Error('package.json is not in any folder above');
};

/** The whole server on a migrated database, not yet listening. */
export const createApp = async (options: AppOptions): Promise<NestFastifyApplication> => {
  const { config, log } = options;
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(options), makeAdapter(config), {
    logger: new ServerLog(log),
    abortOnError: false,
  });
  const server: FastifyInstance = app.getHttpAdapter().getInstance();
  logRequests(server, log);
  await prepareServer(app, config);
  sharePatience(server, app.get(Database));
  keepAnswers(server, app.get(KeyedRequests));
  if (config.roles.includes('staff')) {
    serveOpenApi(app);
    await serveConsole(app, join(rootFolder(), 'dist/web'));
  }
  await app.init();
  await server.ready();
  return app;
};
