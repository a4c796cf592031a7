import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Clock, SystemClock } from '@dragoman/kernel';
import { Languages } from '@dragoman/languages';
import type { Carrier } from '@dragoman/messaging';
import { createApp } from '../../apps/server/src/app';
import type { AppConfig } from '../../apps/server/src/app.config';
import { makeLog } from '../../apps/server/src/http/log';
import type { TestDatabase } from './postgres';

interface Options {
  clock?: Clock;
  config?: Partial<AppConfig>;
  /** A channel without one ends at the simulator. */
  carriers?: readonly Carrier[];
  /** Listens on a free port as well, for what injection cannot show. */
  listen?: boolean;
}

export interface TestApp {
  app: NestFastifyApplication;
  url: string;
  close(): Promise<void>;
}

/** The server as it is, on a database of the test, without the worker. */
export const testApp = async (database: TestDatabase, { clock, config, carriers, listen }: Options = {}): Promise<TestApp> => {
  let url = 'http://localhost';
  const app = await createApp({
    platform: {
      appUrl: database.urls.app,
      directUrl: database.urls.app,
      jobsUrl: database.urls.jobs,
      poolSize: 10,
      clock: clock ?? new SystemClock(),
    },
    config: {
      roles: ['staff', 'pages', 'gateway', 'worker'],
      publicUrl: () => url,
      isHttps: () => false,
      ...config,
    },
    sessionHours: 12,
    ...(carriers && { carriers }),
    log: makeLog('silent'),
  });
  await app.get(Languages).load({ kind: 'installation', by: 'test' });
  if (listen) {
    await app.listen(0, '127.0.0.1');
    url = (await app.getUrl()).replace('127.0.0.1', 'localhost');
  }
  return { app, url, close: () => app.close() };
};
