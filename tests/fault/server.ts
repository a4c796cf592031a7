import 'reflect-metadata';
import { FixedClock } from '@dragoman/kernel';
import { createApp } from '../../apps/server/src/app';
import type { AppConfig } from '../../apps/server/src/app.config';
import { makeLog } from '../../apps/server/src/http/log';
import type { DatabaseUrls } from '../../config/databases';

export interface ServerTask {
  urls: DatabaseUrls;
  now: string;
  config: Partial<AppConfig>;
}

const POOL = 5;

/** The server as it is, answering but running no jobs; it is made to be killed. Whoever started it may set its clock. */
process.once('message', async ({ urls, now, config }: ServerTask) => {
  const clock = new FixedClock(new Date(now));
  let url = '';
  const app = await createApp({
    platform: { appUrl: urls.app, directUrl: urls.app, jobsUrl: urls.jobs, poolSize: POOL, clock },
    config: { roles: ['staff', 'pages', 'gateway', 'worker'], publicUrl: () => url, isHttps: () => false, ...config },
    sessionHours: 12,
    log: makeLog('silent'),
  });
  process.on('message', ({ now: set }: { now: string }) => {
    clock.set(new Date(set));
    process.send?.({ now: set });
  });
  await app.listen(0, '127.0.0.1');
  url = (await app.getUrl()).replace('127.0.0.1', 'localhost');
  process.send?.({ url });
});
process.once('disconnect', () => process.exit(0));
