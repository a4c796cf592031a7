import { resolve } from 'node:path';
import pg from 'pg';
import { type Cluster, type ClusterOptions, startCluster } from './embedded/cluster';
import type { Environment } from './env.schema';
import { Stop } from './stop';

export interface DatabaseUrls {
  readonly app: string;
  readonly owner: string;
  readonly jobs: string;
}

export interface OpenDatabase {
  readonly urls: DatabaseUrls;
  readonly isEmbedded: boolean;
  readonly notice?: string;
  close(): Promise<void>;
  /** For the exit of a process that may not wait. */
  abandon(): void;
}

const oldestVersion = 160_000;
const patience = 5_000;

const reasonOf = (error: unknown): string => {
  const [cause] = error instanceof AggregateError ? error.errors : [error];
  if (!(cause instanceof Error)) return String(cause);
  return 'code' in cause && cause.code ? String(cause.code) : cause.message;
};

const assertUsable = async (variable: string, url: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: patience });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query(`select current_setting('server_version_num')::int as version`);
    if (rows[0]?.version < oldestVersion) throw new Stop(`The database of ${variable} is older than PostgreSQL 16.`);
  } catch (error) {
    if (error instanceof Stop) throw error;
    if (error instanceof pg.DatabaseError) throw new Stop(`The database of ${variable} refuses us: ${error.message}.`);
    throw new Stop(`The database of ${variable} cannot be reached at ${new URL(url).host} (${reasonOf(error)}).`);
  } finally {
    await client.end().catch(() => undefined);
  }
};

const openGiven = async (app: string, environment: Environment): Promise<OpenDatabase> => {
  const { DATABASE_OWNER_URL: owner = app, DATABASE_JOBS_URL: jobs = app } = environment;
  await assertUsable('DATABASE_URL', app);
  if (owner !== app) await assertUsable('DATABASE_OWNER_URL', owner);
  if (jobs !== app) await assertUsable('DATABASE_JOBS_URL', jobs);
  return { urls: { app, owner, jobs }, isEmbedded: false, close: async () => undefined, abandon: () => undefined };
};

const urlsOf = (cluster: Cluster): DatabaseUrls => ({
  app: cluster.url('app'),
  owner: cluster.url('owner'),
  jobs: cluster.url('jobs'),
});

/**
 * The database to work with: the one of DATABASE_URL, else the embedded one in DATA_DIR.
 * @throws Stop in one sentence if it cannot be had
 */
export const openDatabase = async (
  environment: Environment,
  options: Pick<ClusterOptions, 'hold' | 'onLost'>,
): Promise<OpenDatabase> => {
  if (environment.DATABASE_URL) return openGiven(environment.DATABASE_URL, environment);
  const cluster = await startCluster({ folder: resolve(environment.DATA_DIR), durable: true, ...options });
  return {
    urls: urlsOf(cluster),
    isEmbedded: true,
    notice: cluster.notice,
    close: () => cluster.stop(),
    abandon: () => cluster.abandon(),
  };
};
