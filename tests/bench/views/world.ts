import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCli } from '../../../apps/server/src/cli';
import type { Cluster } from '../../../config/embedded/cluster';
import { openDatabase } from '../../../config/embedded/logins';
import { connected, type World } from '../accept/world';

/** Makes the world anew. @param rows patients; everything else by them */
export const makeWorld = async (cluster: Cluster, rows: number, print: (line: string) => void): Promise<World> => {
  const name = `views_${rows}`;
  const urls = { app: cluster.url('app', name), owner: cluster.url('owner', name), jobs: cluster.url('jobs', name) };
  const superuserUrl = cluster.url('superuser', name);
  await connected(cluster.url('superuser', 'postgres'), async (admin) => {
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.query(`create database ${name} owner dragoman_owner`);
    await openDatabase(admin, name);
  });
  await runCli(['migrate'], { databaseUrls: urls, print });
  await connected(superuserUrl, async (client) => {
    // Loads far faster, and the data are right by how they are made.
    await client.query('set session_replication_role = replica; set jit = off');
    await client.query(readFileSync(join(import.meta.dirname, 'world.sql'), 'utf8').replaceAll('ROWS', String(rows)));
    await client.query('vacuum (analyze)');
  });
  return { urls, superuserUrl };
};
