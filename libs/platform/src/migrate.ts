import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';
import { databaseRoles } from './actor';
import { jobQueueSql } from './job-queue.sql';

export interface MigrationTargets {
  /** Owns the schemas; may create roles. */
  ownerUrl: string;
  /** Owns the job queue; may create schemas in the database. */
  jobsUrl: string;
  /** Whose login takes the group roles. */
  appUrl: string;
}

const loginOf = (url: string): string => decodeURIComponent(new URL(url).username);

/** Brings a database up to date; safe to run by several processes at once and again when nothing is new. */
export const migrateDatabase = async (
  targets: MigrationTargets,
  migrations: readonly (new () => MigrationInterface)[],
): Promise<void> => {
  const gate = new pg.Client({ connectionString: targets.ownerUrl });
  await gate.connect();
  try {
    await gate.query(`select pg_advisory_lock(hashtextextended('dragoman migrations', 3))`);
    await gate.query('create schema if not exists platform');
    const dataSource = await new DataSource({
      type: 'postgres',
      url: targets.ownerUrl,
      schema: 'platform',
      migrations: [...migrations],
      migrationsTableName: 'migrations',
      installExtensions: false,
    }).initialize();
    await dataSource.runMigrations({ transaction: 'each' }).finally(() => dataSource.destroy());
    await grantRoles(gate, loginOf(targets.appUrl));
    await prepareQueue(targets.jobsUrl);
  } finally {
    await gate.end();
  }
};

/** Without inheriting: the login alone may do nothing, so that a forgotten SET ROLE fails instead of leaking. */
const grantRoles = async (owner: pg.Client, login: string): Promise<void> => {
  for (const role of new Set(Object.values(databaseRoles)))
    await owner.query(`grant ${role} to ${pg.escapeIdentifier(login)} with inherit false, set true`);
};

const prepareQueue = async (jobsUrl: string): Promise<void> => {
  await runMigrations({ connectionString: jobsUrl });
  const jobs = new pg.Client({ connectionString: jobsUrl });
  await jobs.connect();
  await jobs.query(jobQueueSql).finally(() => jobs.end());
};
