import { setTimeout as delay } from 'node:timers/promises';
import { type DatabaseUrls, openDatabase } from './databases';
import { readEnvironment } from './env.schema';
import { asStop, assertPortIsFree } from './listen';

/** What apps/server/src/main.ts exports. */
export type Main = (overrides?: { databaseUrls?: DatabaseUrls; onReady?: () => void }) => Promise<{ close(): Promise<void> }>;

/** npm passes Ctrl-C on although the terminal has done so already: two signals at once are one wish. */
const onePress = 1_000;
const serverPatience = 2_500;

/** npm hands SIGTERM to the shell between us, which dies without passing it on; the orphan stops by itself. */
const onOrphaned = (stop: () => void): void => {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, 250);
  watch.unref();
};

const onStopSignals = (stop: () => void, stopNow: () => void): void => {
  let firstAt: number | undefined;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (firstAt === undefined) stop();
      else if (performance.now() - firstAt > onePress) stopNow();
      firstAt ??= performance.now();
    });
  }
};

/** Closes in reverse order of opening, and does not wait for ever for a request that hangs. */
class Openings {
  private readonly closers: (() => Promise<void>)[] = [];

  add(close: () => Promise<void>): void {
    this.closers.unshift(close);
  }

  async close(): Promise<void> {
    for (const close of this.closers.splice(0)) await Promise.race([close(), delay(serverPatience)]);
  }
}

/**
 * Runs the server until a signal ends it: checks the variables, opens the database and serves.
 * @throws Stop in one sentence if something in its surroundings is wrong
 */
export const launch = async (loadMain: () => Promise<Main>): Promise<void> => {
  const environment = readEnvironment();
  const openings = new Openings();
  const stop = (): void => void openings.close().finally(() => process.exit(0));
  onStopSignals(stop, () => process.exit(1));
  onOrphaned(stop);
  await assertPortIsFree(environment);
  const loading = loadMain();
  const opening = openDatabase(environment, {
    hold: 'alone',
    onLost: () => {
      console.error('The embedded PostgreSQL stopped and could not be started again.');
      process.exit(1);
    },
  });
  openings.add(() => opening.then((database) => database.close(), () => undefined));
  try {
    const [main, database] = await Promise.all([loading, opening]);
    process.on('exit', () => database.abandon());
    if (database.notice) console.log(database.notice);
    const serving = main(database.isEmbedded ? { databaseUrls: database.urls } : {});
    // Registered before it is up, because Ctrl-C may come while it starts.
    openings.add(() => serving.then((server) => server.close(), () => undefined));
    await serving;
  } catch (error) {
    await openings.close();
    throw asStop(error, environment);
  }
};
