import 'reflect-metadata';
import { createApp } from '../../../apps/server/src/app';
import { makeLog } from '../../../apps/server/src/http/log';
import { FixedClock } from '@dragoman/kernel';
import type { DatabaseUrls } from '../../../config/databases';
import { NOW } from './requests';

/** The server as it is, in a process of its own; told its database by the bench, which it tells its address. */
process.once('message', async (urls: DatabaseUrls) => {
  const app = await createApp({
    platform: { appUrl: urls.app, directUrl: urls.app, jobsUrl: urls.jobs, poolSize: 20, clock: new FixedClock(NOW) },
    config: { roles: ['staff'], publicUrl: () => 'http://localhost', isHttps: () => false },
    sessionHours: 12,
    log: makeLog('silent'),
  });
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as { port: number };
  process.send?.({ port });
  process.once('disconnect', () => void app.close().finally(() => process.exit(0)));
});
