import { execFileSync, spawn, spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Stop } from '../stop';
import { plainEnvironment } from './account';
import type { Binaries } from './binaries';
import type { Home } from './home';
import type { Settings } from './settings';

/** What PostgreSQL writes into postmaster.pid about itself. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

const pidFile = (home: Home): string => join(home.data, 'postmaster.pid');

/** Empty where there is none: PostgreSQL takes it away as it stops, also between a look and a read. */
const pidFileOf = (home: Home): string => {
  try {
    return fs.readFileSync(pidFile(home), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

const commandOf = (pid: number): string => {
  try {
    if (fs.existsSync('/proc/self/cmdline')) return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' });
  } catch {
    return '';
  }
};

/** The postmaster of this cluster if one runs, started by us or left behind by a killed Node. */
export const runningPostmaster = (home: Home): Postmaster | undefined => {
  const lines = pidFileOf(home).split('\n');
  const pid = Number(lines[0]);
  if (!pid || !isAlive(pid) || !commandOf(pid).includes(home.data)) return undefined;
  return { pid, port: Number(lines[3]) };
};

/**
 * PostgreSQL takes any live process of its account for the one named in postmaster.pid and then refuses to start;
 * after a reboot or in a fresh container that number often belongs to someone else.
 */
const removeStalePidFile = (home: Home): void => {
  if (!runningPostmaster(home)) fs.rmSync(pidFile(home), { force: true });
};

export const isInitialised = (home: Home): boolean => fs.existsSync(join(home.data, 'PG_VERSION'));

export const discard = (home: Home): void => fs.rmSync(home.data, { recursive: true, force: true });

/** Creates the cluster in a draft folder and renames it, so that an interrupted one is never taken for whole. */
export const initialise = (home: Home, { initdb }: Binaries, settings: Settings, durable: boolean): void => {
  const draft = `${home.data}.${process.pid}`;
  const passwordFile = join(draft, 'password');
  const data = join(draft, 'data');
  fs.mkdirSync(data, { recursive: true, mode: 0o700 });
  fs.writeFileSync(passwordFile, `${settings.passwords.superuser}\n`, { mode: 0o600 });
  if (home.account) {
    for (const path of [draft, data, passwordFile]) fs.chownSync(path, home.account.uid, home.account.gid);
  }
  const { status, stdout, stderr, error } = spawnSync(
    initdb,
    [
      `--pgdata=${data}`, `--pwfile=${passwordFile}`, '--username=postgres', '--auth=scram-sha-256', '--encoding=UTF8',
      '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--set=timezone=UTC', '--set=log_timezone=UTC',
      ...(durable ? [] : ['--no-sync']),
    ],
    { ...home.account, cwd: '/', env: plainEnvironment, encoding: 'utf8' },
  );
  try {
    if (status === 0) fs.renameSync(data, home.data);
    else fs.appendFileSync(home.log, `${stdout}${stderr}${error?.message ?? ''}\n`);
  } catch (failure) {
    if (!isInitialised(home)) throw failure;
  } finally {
    fs.rmSync(draft, { recursive: true, force: true });
  }
  if (!isInitialised(home)) throw new Stop(`The embedded PostgreSQL could not be created; ${home.log} says why.`);
};

const flags = (home: Home, settings: Settings, durable: boolean): string[] => {
  const values: Record<string, string | number> = {
    port: settings.port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: durable ? 100 : 300,
    log_line_prefix: '%m [%p] %d %e ',
    // An error's detail and statement can hold a patient's name.
    log_error_verbosity: durable ? 'terse' : 'default',
    log_min_error_statement: 'panic',
    ...(durable
      ? {}
      : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off', max_wal_size: '4GB' }),
  };
  return ['-D', home.data, ...Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
};

/** A start of PostgreSQL, to be watched while waiting for it. */
export interface Attempt {
  isRunning(): boolean;
  /** The last line in which it says why it did not start. */
  complaint(): string;
}

/**
 * Starts PostgreSQL in a session of its own: Ctrl-C at the terminal must reach us first, so that the server can finish
 * its work before the database goes. The log goes to a file, which outlives us.
 */
export const spawnPostmaster = (home: Home, { postgres }: Binaries, settings: Settings, durable: boolean): Attempt => {
  removeStalePidFile(home);
  const log = fs.openSync(home.log, 'a', 0o600);
  const { size } = fs.fstatSync(log);
  const child = spawn(postgres, flags(home, settings, durable), {
    ...home.account,
    cwd: '/',
    env: plainEnvironment,
    detached: true,
    stdio: ['ignore', log, log],
  });
  fs.closeSync(log);
  child.unref();
  let isRunning = true;
  child.once('exit', () => (isRunning = false));
  child.once('error', () => (isRunning = false));
  return {
    isRunning: () => isRunning,
    complaint: () => {
      const lines = fs.readFileSync(home.log).subarray(size).toString().trimEnd().split('\n');
      const last = lines.findLast((line) => /(FATAL|PANIC):/.test(line)) ?? lines.at(-1) ?? '';
      return last.replace(/^.*(FATAL|PANIC): */, '');
    },
  };
};

/** Asks for a fast shutdown, then insists; a database that has to be shot recovers at its next start. */
export const stopPostmaster = async (home: Home): Promise<void> => {
  const postmaster = runningPostmaster(home);
  if (!postmaster) return;
  for (const [signal, patience] of [['SIGINT', 4_000], ['SIGQUIT', 4_000], ['SIGKILL', 4_000]] as const) {
    if (!isAlive(postmaster.pid)) return;
    process.kill(postmaster.pid, signal);
    for (const deadline = performance.now() + patience; performance.now() < deadline; await delay(20)) {
      if (runningPostmaster(home)?.pid !== postmaster.pid) return;
    }
  }
};
