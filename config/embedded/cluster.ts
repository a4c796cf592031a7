import pg from 'pg';
import { setTimeout as delay } from 'node:timers/promises';
import { Stop } from '../stop';
import { binariesFor } from './binaries';
import { type Home, homeFor } from './home';
import { prepareLogins } from './logins';
import * as postmaster from './postmaster';
import { type Login, moveToFreePort, type Settings, settingsOf, urlOf } from './settings';

export interface ClusterOptions {
  /** Folder of the cluster; created if missing. */
  folder: string;
  /** False gives up durability for speed; for tests only. */
  durable: boolean;
  /** `alone` for the program, `together` for test runs that share one, `as guest` for a command beside either. */
  hold: 'alone' | 'together' | 'as guest';
  /** Called if PostgreSQL goes away while held and cannot be brought back. */
  onLost?: () => void;
}

export interface Cluster {
  /** Something a person should know, such as an unusual place of the data. */
  readonly notice?: string;
  readonly log: string;
  /** Address of a login on a database of this cluster. */
  url(login: Login, database?: string): string;
  /** Stops PostgreSQL, unless others hold it too. */
  stop(): Promise<void>;
  /** For the exit of a process that may not wait: only sends the signal, and only if it holds alone. */
  abandon(): void;
}

const programDatabase = 'dragoman';
const holdKey = 5_317_062;
const startupPatience = 60_000;

type Connected = { client: pg.Client; settings: Settings };

const isStartingOrStopping = (error: unknown): boolean => error instanceof pg.DatabaseError && error.code === '57P03';

const isWrongPassword = (error: unknown): boolean => error instanceof pg.DatabaseError && error.code === '28P01';

/** Connects if the server there is ours, which its data directory proves. */
const connect = async (home: Home, settings: Settings): Promise<pg.Client | undefined> => {
  const client = new pg.Client({
    connectionString: urlOf(settings, 'superuser', 'postgres'),
    application_name: `dragoman ${process.pid}`,
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query('show data_directory');
    if (rows[0]?.data_directory === home.data) return client;
  } catch (error) {
    if (isWrongPassword(error)) throw new Stop(`The database in ${home.data} does not take the passwords in ${home.settings}.`);
    if (error instanceof pg.DatabaseError && !isStartingOrStopping(error)) throw error;
  }
  await client.end().catch(() => undefined);
  return undefined;
};

/** Adopts the postmaster that runs, or starts one; patient, because another process may just start or stop its own. */
const connectOrStart = async (home: Home, durable: boolean): Promise<Connected> => {
  const binaries = binariesFor(home.account, home.folder);
  let settings = await settingsOf(home);
  let attempt: postmaster.Attempt | undefined;
  let failures = 0;
  for (const deadline = performance.now() + startupPatience; performance.now() < deadline; await delay(30)) {
    const running = postmaster.runningPostmaster(home);
    if (running) {
      const current = { ...settings, port: running.port || settings.port };
      const client = await connect(home, current);
      if (client) return { client, settings: current };
    } else if (!attempt?.isRunning()) {
      if (attempt) failures += 1;
      if (failures === 5) break;
      // A cluster of tests that a machine lost half written is worth nothing, and it is made anew in a second.
      if (failures === 3 && !durable) postmaster.discard(home);
      if (attempt?.complaint().includes('could not create any TCP/IP sockets')) settings = await moveToFreePort(home, settings);
      if (!postmaster.isInitialised(home)) postmaster.initialise(home, binaries, settings, durable);
      attempt = postmaster.spawnPostmaster(home, binaries, settings, durable);
    }
  }
  throw new Stop(`The embedded PostgreSQL did not start (${attempt?.complaint() || 'no answer'}); its log is ${home.log}.`);
};

const tryLock = async (client: pg.Client, hold: ClusterOptions['hold']): Promise<boolean> => {
  const lock = hold === 'together' ? 'pg_try_advisory_lock_shared' : 'pg_try_advisory_lock';
  const { rows } = await client.query(`select ${lock}($1) as held`, [holdKey]);
  return rows[0]?.held === true;
};

/** The lock lives as long as our connection, so a killed process gives it up without anybody cleaning up. */
const takeHold = async (client: pg.Client, hold: ClusterOptions['hold'], folder: string): Promise<void> => {
  for (const deadline = performance.now() + 3_000; performance.now() < deadline; await delay(100)) {
    if ((await tryLock(client, hold)) || hold === 'as guest') return;
  }
  throw new Stop(`Dragoman already runs on the data folder ${folder}: stop it first, or set DATA_DIR to another folder.`);
};

/** Releases our hold; true if nobody else has one, in which case the cluster is ours to stop. */
const isLastHolder = async (client: pg.Client): Promise<boolean> => {
  await client.query('select pg_advisory_unlock_all()');
  return tryLock(client, 'alone');
};

const isConnectionLost = (error: unknown): boolean =>
  !(error instanceof Stop) && (!(error instanceof pg.DatabaseError) || (error.code ?? '').startsWith('57P'));

/** A cluster that others are just stopping can vanish under our feet: then start it again. */
const hold = async (home: Home, options: ClusterOptions, attempts = 5): Promise<Connected> => {
  const connected = await connectOrStart(home, options.durable);
  try {
    await takeHold(connected.client, options.hold, options.folder);
    await prepareLogins(connected.client, connected.settings, programDatabase);
    return connected;
  } catch (error) {
    await connected.client.end().catch(() => undefined);
    if (attempts > 1 && isConnectionLost(error)) return hold(home, options, attempts - 1);
    throw error;
  }
};

/**
 * Starts PostgreSQL in a folder, or adopts the one that a killed process left running there, and holds it.
 * A PostgreSQL that crashes while held is started again.
 * @throws Stop in one sentence if the folder cannot be used, or someone else holds it
 */
export const startCluster = async (options: ClusterOptions): Promise<Cluster> => {
  const home = homeFor(options.folder);
  const { settings, ...first } = await hold(home, options);
  let { client } = first;
  let isLeaving = false;
  const holdAgainWhenLost = (): void => {
    client.once('end', async () => {
      if (isLeaving) return;
      try {
        ({ client } = await hold(home, options));
        if (isLeaving) await client.end();
        else holdAgainWhenLost();
      } catch {
        if (!isLeaving) options.onLost?.();
      }
    });
  };
  holdAgainWhenLost();
  return {
    notice: home.notice,
    log: home.log,
    url: (login, database = programDatabase) => urlOf(settings, login, database),
    stop: async () => {
      if (isLeaving) return;
      isLeaving = true;
      if (await isLastHolder(client).catch(() => options.hold === 'alone')) await postmaster.stopPostmaster(home);
      await client.end().catch(() => undefined);
    },
    abandon: () => {
      const running = postmaster.runningPostmaster(home);
      if (!isLeaving && running && options.hold === 'alone') process.kill(running.pid, 'SIGINT');
    },
  };
};
