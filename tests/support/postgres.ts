import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { migrate } from '../../config/data-source';
import { openDatabase } from '../../config/embedded/logins';
import { clusterVariable, type ClusterAddresses } from './postgres.run';

export interface TestDatabase {
  readonly name: string;
  readonly urls: { readonly app: string; readonly owner: string; readonly jobs: string };
  /** The superuser on this database: sees past row-level security, for arranging and for looking. */
  readonly superuserUrl: string;
  /** PostgreSQL's log, with the SQLSTATE of each line before its text. */
  readonly log: string;
  /** Drops the database, unless a test of this file failed: then it is kept and its address printed. */
  close(): Promise<void>;
}

const root = join(import.meta.dirname, '../..');
const creatingTemplate = 5_317_064;
const objectInUse = '55006';
const keptTemplates = 3;
const keptFailuresFor = '1 hour';

const cluster = (): ClusterAddresses => {
  const addresses = process.env[clusterVariable];
  if (!addresses) throw new Error('PostgreSQL runs only for the jest projects database, e2e, browser and fault.');
  return JSON.parse(addresses);
};

const onDatabase = (url: string, database: string): string => Object.assign(new URL(url), { pathname: `/${database}` }).href;

const withSuperuser = async <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: cluster().superuser });
  await client.connect();
  return work(client).finally(() => client.end());
};

const filesOf = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .map((name) => join(folder, name))
        .filter((path) => statSync(path).isFile())
    : [];

const templateName = (): string => {
  const libs = readdirSync(join(root, 'libs'));
  const files = [
    ...libs.flatMap((lib) => filesOf(join(root, 'libs', lib, 'migrations'))),
    ...filesOf(join(root, 'libs/platform/src')),
    join(root, 'config/migrations.ts'),
    join(root, 'config/data-source.ts'),
    join(root, 'package-lock.json'),
  ].sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(readFileSync(file));
  return `template_${hash.digest('hex').slice(0, 16)}`;
};

const addressesOn = (database: string) => ({
  ownerUrl: onDatabase(cluster().owner, database),
  appUrl: onDatabase(cluster().app, database),
  jobsUrl: onDatabase(cluster().jobs, database),
});

const drop = (client: pg.Client, database: string): Promise<unknown> =>
  client.query(`drop database if exists ${pg.escapeIdentifier(database)} with (force)`);

/** Removes what earlier runs left: templates of older migrations, and databases of failures looked at long ago. */
const tidy = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query<{ name: string }>(
    `with known as (
       select d.datname as name, (shobj_description(d.oid, 'pg_database'))::timestamptz as created
         from pg_database d
        where d.datname ~ '^(template|test)_' and not exists (select from pg_stat_activity a where a.datid = d.oid))
     (select name from known where name like 'template%' order by created desc offset $1)
     union all
     (select name from known where name like 'test%' and created < now() - $2::interval)`,
    [keptTemplates, keptFailuresFor],
  );
  for (const { name } of rows) {
    await client.query(`alter database ${pg.escapeIdentifier(name)} is_template false`);
    // Another run may just be cloning it; a later one will find it again.
    await drop(client, name).catch(() => undefined);
  }
};

/** A connection that we have closed may live on in PostgreSQL for a moment. */
const rename = async (client: pg.Client, from: string, to: string, attempts = 50): Promise<void> => {
  try {
    await client.query(`alter database ${from} rename to ${to}`);
  } catch (error) {
    if (attempts === 0 || !(error instanceof pg.DatabaseError) || error.code !== objectInUse) throw error;
    await delay(20);
    await rename(client, from, to, attempts - 1);
  }
};

const markCreated = (client: pg.Client, database: string): Promise<unknown> =>
  client.query(`do $$ begin execute format('comment on database %I is %L', '${database}', now()); end $$`);

const createTemplate = async (client: pg.Client, name: string): Promise<void> => {
  const draft = `draft_${name}`;
  await drop(client, draft);
  await client.query(`create database ${draft} owner dragoman_owner`);
  await openDatabase(client, draft);
  await migrate(addressesOn(draft));
  await markCreated(client, draft);
  await rename(client, draft, name);
  await client.query(`alter database ${name} is_template true allow_connections false`);
};

/** The migrated database that others are cloned from; made by whichever test file comes first. */
const readyTemplate = async (client: pg.Client): Promise<string> => {
  const name = templateName();
  await client.query('select pg_advisory_lock($1)', [creatingTemplate]);
  const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
  if (!rowCount) await createTemplate(client, name);
  await tidy(client);
  await client.query('select pg_advisory_unlock($1)', [creatingTemplate]);
  return name;
};

const nameForThisFile = (): string => {
  const file = basename(expect.getState().testPath ?? 'test').replace(/\.(test|spec)\.tsx?$/, '');
  return `test_${file.replace(/[^a-z0-9]+/gi, '_').toLowerCase().slice(0, 40)}_${randomBytes(4).toString('hex')}`;
};

/** A database of its own for a test file: migrated, empty, with the three logins of the program. */
export const testDatabase = async (): Promise<TestDatabase> => {
  const name = nameForThisFile();
  await withSuperuser(async (client) => {
    const template = await readyTemplate(client);
    await client.query(`create database ${name} template ${template} owner dragoman_owner strategy wal_log`);
    await openDatabase(client, name);
    await markCreated(client, name);
  });
  const superuserUrl = onDatabase(cluster().superuser, name);
  const { ownerUrl, appUrl, jobsUrl } = addressesOn(name);
  return {
    name,
    urls: { app: appUrl, owner: ownerUrl, jobs: jobsUrl },
    superuserUrl,
    log: cluster().log,
    close: async () => {
      if (globalThis.dragomanHasFailure) console.warn(`The database of this failure is kept for an hour: ${superuserUrl}`);
      else await withSuperuser((client) => drop(client, name));
    },
  };
};
