import { type DatabaseUrls, openDatabase } from './databases';
import { readEnvironment } from './env.schema';

/** What apps/server/src/cli.ts exports; resolves to the exit code. */
export type Cli = (args: string[], overrides?: { databaseUrls?: DatabaseUrls }) => Promise<number>;

/** Runs one command of the operator beside a running server, or alone with a database opened for it. */
export const operate = async (args: string[], loadCli: () => Promise<Cli>): Promise<void> => {
  const environment = readEnvironment();
  const cli = await loadCli();
  const database = await openDatabase(environment, { hold: 'as guest' });
  process.on('exit', () => database.abandon());
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void database.close().finally(() => process.exit(1)));
  }
  if (database.notice) console.error(database.notice);
  try {
    process.exitCode = await cli(args, database.isEmbedded ? { databaseUrls: database.urls } : {});
  } finally {
    await database.close();
  }
};
