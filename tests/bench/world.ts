import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { runCli } from '../../apps/server/src/cli';
import type { DatabaseUrls } from '../../config/databases';
import type { Cluster } from '../../config/embedded/cluster';
import { openDatabase } from '../../config/embedded/logins';

/** A database with what a bench measures on. */
export interface World {
  urls: DatabaseUrls;
  superuserUrl: string;
}

export const connected = async <T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return work(client).finally(() => client.end());
};

interface Plan {
  /** Of the bench, whose `world.sql` it is. */
  bench: 'accept' | 'views';
  /** What the script calls its size: `BOOKINGS`. */
  size: string;
  rows: number;
}

const fill = async (client: pg.Client, { bench, size, rows }: Plan): Promise<void> => {
  // Loads far faster, and the data are right by how they are made.
  await client.query('set session_replication_role = replica; set jit = off');
  await client.query(readFileSync(join(import.meta.dirname, bench, 'world.sql'), 'utf8').replaceAll(size, String(rows)));
  await client.query('vacuum (analyze)');
};

/** Makes the world anew. */
export const makeWorld = async (cluster: Cluster, plan: Plan, print: (line: string) => void): Promise<World> => {
  const name = `${plan.bench}_${plan.rows}`;
  const urls = { app: cluster.url('app', name), owner: cluster.url('owner', name), jobs: cluster.url('jobs', name) };
  const superuserUrl = cluster.url('superuser', name);
  await connected(cluster.url('superuser', 'postgres'), async (admin) => {
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.query(`create database ${name} owner dragoman_owner`);
    await openDatabase(admin, name);
  });
  await runCli(['migrate'], { databaseUrls: urls, print });
  await connected(superuserUrl, (client) => fill(client, plan));
  return { urls, superuserUrl };
};
