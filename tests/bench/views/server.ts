import 'reflect-metadata';
import pg from 'pg';
import { FixedClock } from '@dragoman/kernel';
import { createApp } from '../../../apps/server/src/app';
import { makeLog } from '../../../apps/server/src/http/log';
import type { DatabaseUrls } from '../../../config/databases';
import { NOW } from './lists';

export interface Statement {
  name: string | undefined;
  text: string;
  values: unknown[] | undefined;
}

/** While somebody listens, what is asked of the database; the baseline asks the same. */
const listen = (): { begin(): void; heard(): Statement[] } => {
  const { query } = pg.Client.prototype;
  let heard: Statement[] | null = null;
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const [asked, values] = given as [string | Partial<Statement>, unknown[] | undefined];
    if (heard) heard.push(typeof asked === 'string' ? { name: undefined, text: asked, values } : { name: asked.name, text: asked.text ?? '', values: asked.values ?? values });
    return Reflect.apply(query, this, given);
  } as typeof query;
  return {
    begin: () => (heard = []),
    heard: () => {
      const all = heard ?? [];
      heard = null;
      return all;
    },
  };
};

/** The server as it is, in a process of its own; told its database by the bench, which it tells its address. */
process.once('message', async ({ urls, isHeard }: { urls: DatabaseUrls; isHeard: boolean }) => {
  const listener = isHeard ? listen() : null;
  const app = await createApp({
    platform: { appUrl: urls.app, directUrl: urls.app, jobsUrl: urls.jobs, poolSize: 20, clock: new FixedClock(NOW) },
    config: { roles: ['staff', 'pages'], publicUrl: () => 'http://localhost', isHttps: () => false },
    sessionHours: 12,
    log: makeLog('silent'),
  });
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as { port: number };
  process.on('message', (said) => {
    if (said === 'listen') listener?.begin();
    process.send?.({ heard: said === 'listen' ? [] : listener?.heard() });
  });
  process.send?.({ port });
  process.once('disconnect', () => process.exit(0));
});
