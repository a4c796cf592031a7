import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languageForReader } from '@dragoman/words';
import pg from 'pg';
import { runCli } from '../../../apps/server/src/cli';
import type { DatabaseUrls } from '../../../config/databases';
import type { Cluster } from '../../../config/embedded/cluster';
import { openDatabase } from '../../../config/embedded/logins';

const LANGUAGES = 40;

export interface Size {
  messages: number;
  /** Bookings for which nothing is planned yet. */
  planned: number;
  /** Parts of the messages that fall due one after the other. */
  slices: number;
}

export interface World {
  urls: DatabaseUrls;
  superuserUrl: string;
  bookingsToPlan: string[];
}

const connected = async <T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return work(client).finally(() => client.end());
};

/** Forty languages are spoken; each patient reads one that there are texts in, so that templates repeat. */
const chooseLanguages = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query<{ id: string }>(
    `select id from languages.varieties where bookable and kind = 'spoken' and id <> 'eng' order by position, id`,
  );
  const ids = rows.map(({ id }) => id);
  for (const [table, column, chosen] of [
    ['spoken', 'spoken', ids.slice(0, LANGUAGES)],
    ['read', 'read', ids.filter((id) => languageForReader([id]) !== null).slice(0, LANGUAGES)],
  ] as const)
    await client.query(
      `create table bench.${table} as select (place - 1)::int as place, id as ${column} from unnest('{${chosen.join(',')}}'::text[]) with ordinality s(id, place)`,
    );
};

/** Fills an empty database that knows its languages. @param client a superuser's, which leaves constraints unchecked from here on */
export const fillWorld = async (client: pg.Client, { messages, planned, slices }: Size): Promise<void> => {
  const sql = readFileSync(join(import.meta.dirname, 'world.sql'), 'utf8');
  // Loads far faster, and the data are right by how they are made.
  await client.query(`set session_replication_role = replica; set jit = off`);
  await client.query('create schema bench');
  await chooseLanguages(client);
  await client.query(
    sql
      .replaceAll('PATIENTS', String(Math.max(1000, Math.ceil(messages / 5))))
      .replaceAll('MESSAGES', String(messages))
      .replaceAll('PLANNED', String(planned))
      .replaceAll('SLICES', String(slices)),
  );
  await client.query('vacuum (analyze)');
};

/** Makes the world anew. */
export const makeWorld = async (cluster: Cluster, size: Size, print: (line: string) => void): Promise<World> => {
  const name = `reminders_${size.messages}`;
  const urls = { app: cluster.url('app', name), owner: cluster.url('owner', name), jobs: cluster.url('jobs', name) };
  const superuserUrl = cluster.url('superuser', name);
  await connected(cluster.url('superuser', 'postgres'), async (admin) => {
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.query(`create database ${name} owner dragoman_owner`);
    await openDatabase(admin, name);
  });
  await runCli(['migrate'], { databaseUrls: urls, print });
  const bookingsToPlan = await connected(superuserUrl, async (client) => {
    await fillWorld(client, size);
    const { rows } = await client.query<{ id: string }>(`select id from bench.bookings where n > $1 order by n`, [size.messages]);
    return rows.map(({ id }) => id);
  });
  return { urls, superuserUrl, bookingsToPlan };
};
