import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { runCli } from '../../../apps/server/src/cli';
import type { DatabaseUrls } from '../../../config/databases';
import type { Cluster } from '../../../config/embedded/cluster';
import { openDatabase } from '../../../config/embedded/logins';
import { handSchema } from './hand';
import { naiveStatement } from './naive';
import { makeRequests } from './requests';

const sql = (file: string): string => readFileSync(join(import.meta.dirname, file), 'utf8');

/** Two databases with the same people: all of the history, and its last tenth only. */
export interface World {
  cluster: Cluster;
  whole: string;
  tenth: string;
  urls(database: string): DatabaseUrls;
  superuser(database: string): Promise<pg.Client>;
}

const FIRST_OF_TENTH = (weeks: number): string => `(date '2026-11-30' - ${7 * (weeks / 10 - 1)})::timestamp at time zone 'Europe/London'`;

const insertJobs = (condition: string): string => `
  insert into interpreters.commitments (id, interpreter_id, during, booking_id, modality, site_id, latitude, longitude)
  select bench.id('0006', b), interpreter_id, tstzrange(starts_at, ends_at), bench.id('0008', b), modality,
         case when modality = 'in-person' then site_id end, case when modality = 'in-person' then s.latitude end,
         case when modality = 'in-person' then s.longitude end
    from bench.jobs j join organisations.sites s on s.id = j.site_id where ${condition} order by b;
  insert into bookings.bookings (id, organisation_id, reference, patient_id, site_id, local_start, zone, length_minutes, starts_at, ends_at,
    modality, variety_id, state, version, interpreter_id, requested_by, request_key, created_at)
  select bench.id('0008', b), bench.id('0002', organisation), 'B-' || b, patient_id, site_id,
         to_char(starts_at at time zone 'Europe/London', 'YYYY-MM-DD"T"HH24:MI'), 'Europe/London',
         extract(epoch from ends_at - starts_at)::int / 60, starts_at, ends_at, modality, variety_id,
         case when ends_at < '2026-11-24T09:00Z' then 'completed' else 'confirmed' end, 1, interpreter_id,
         bench.id('0004', organisation), bench.id('0009', b), starts_at - interval '14 days'
    from bench.jobs where ${condition} order by b;`;

/** The best for the worst case have a job in another city ten minutes after it: late rules reject the whole first page. */
const insertWorstCase = async (client: pg.Client): Promise<void> => {
  const worst = (await makeRequests(client, 400)).filter(({ kind }) => kind === 'worst case');
  const best = new Map<string, string>();
  for (const { values } of worst) {
    const { rows } = await client.query<{ interpreter: string }>(naiveStatement.replaceAll(/limit 30/g, 'limit 60'), values);
    for (const { interpreter } of rows.filter((row) => (row as { kind?: string }).kind === 'possible')) best.set(interpreter, interpreter);
    if (best.size >= 60) break;
  }
  await client.query(
    `insert into interpreters.commitments (id, interpreter_id, during, booking_id, modality, site_id, latitude, longitude)
     select gen_random_uuid(), i, tstzrange('2026-12-02T17:10Z', '2026-12-02T17:50Z'), gen_random_uuid(), 'in-person', gen_random_uuid(), 53.48, -2.24
       from unnest($1::uuid[]) i`,
    [[...best.keys()]],
  );
};

const onDatabase = async (url: string, work: (client: pg.Client) => Promise<void>): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  // Loads far faster, and the data are right by how they are made.
  await client.query(`set session_replication_role = replica; set jit = off; set maintenance_work_mem = '512MB'`);
  await work(client).finally(() => client.end());
};

/** The constraint is made again over all rows, which also shows that nobody is in two places. */
const withoutConstraint = async (client: pg.Client, work: () => Promise<unknown>): Promise<void> => {
  const name = 'an_interpreter_is_in_one_place_at_a_time';
  const { rows } = await client.query(`select pg_get_constraintdef(oid) as definition from pg_constraint where conname = $1`, [name]);
  await client.query(`alter table interpreters.commitments drop constraint ${name}`);
  await work();
  await client.query(`alter table interpreters.commitments add constraint ${name} ${rows[0].definition}`);
};

/** What the product derives for itself, by its own means. */
const refreshProjections = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query(`select to_regprocedure('interpreters.refresh_candidates(uuid[])') is not null as has`);
  if (rows[0].has) await client.query('select interpreters.refresh_candidates(array(select id from interpreters.interpreters))');
};

const fill = async (client: pg.Client, scale: number): Promise<void> => {
  const weeks = 60 * scale;
  await client.query(sql('people.sql'));
  await client.query('analyze');
  await client.query(sql('history.sql').replaceAll('BOOKINGS', String(1_020_000 * scale)).replaceAll('WEEKS', String(weeks)));
  await client.query(`delete from bench.jobs where b > ${1_000_000 * scale}`);
  await refreshProjections(client);
  await withoutConstraint(client, () => client.query(insertJobs(`starts_at >= ${FIRST_OF_TENTH(weeks)}`)));
  await insertWorstCase(client);
};

const finish = async (client: pg.Client): Promise<void> => {
  await client.query(handSchema);
  await client.query('vacuum (analyze)');
};

/** Makes the world anew. */
export const makeWorld = async (cluster: Cluster, scale: number, print: (line: string) => void): Promise<World> => {
  const [whole, tenth] = [`find_whole_${scale}`, `find_tenth_${scale}`];
  const urls = (database: string): DatabaseUrls => ({
    app: cluster.url('app', database), owner: cluster.url('owner', database), jobs: cluster.url('jobs', database),
  });
  const superuser = async (database: string): Promise<pg.Client> => {
    const client = new pg.Client({ connectionString: cluster.url('superuser', database) });
    await client.connect();
    return client;
  };
  const admin = await superuser('postgres');
  for (const database of [whole, tenth]) await admin.query(`drop database if exists ${database} with (force)`);
  await admin.query(`create database ${tenth} owner dragoman_owner`);
  await openDatabase(admin, tenth);
  await runCli(['migrate'], { databaseUrls: urls(tenth), print });
  print('people and the last tenth of the history …');
  await onDatabase(cluster.url('superuser', tenth), (client) => fill(client, scale));
  await admin.query(`create database ${whole} template ${tenth} owner dragoman_owner`);
  await openDatabase(admin, whole);
  print('the rest of the history …');
  await onDatabase(cluster.url('superuser', whole), (client) =>
    withoutConstraint(client, () => client.query(insertJobs(`starts_at < ${FIRST_OF_TENTH(60 * scale)}`))),
  );
  for (const database of [tenth, whole]) await onDatabase(cluster.url('superuser', database), finish);
  await admin.end();
  return { cluster, whole, tenth, urls, superuser };
};
