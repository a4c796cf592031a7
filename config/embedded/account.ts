import { execFileSync, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { Stop } from '../stop';

/** The unix account PostgreSQL runs as; undefined means our own, which PostgreSQL accepts unless it is root. */
export type Account = { readonly uid: number; readonly gid: number } | undefined;

/** PostgreSQL reads PG* and locale variables, so a stray one in the shell must not reach it. */
export const plainEnvironment = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };

const numberFrom = (flag: '-u' | '-g', name: string): number =>
  Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));

const accountNamed = (name: string): Account => {
  try {
    return { uid: numberFrom('-u', name), gid: numberFrom('-g', name) };
  } catch {
    return undefined;
  }
};

const createAccount = (name: string): Account => {
  spawnSync('groupadd', ['--system', name]);
  spawnSync('useradd', ['--system', '--gid', name, '--no-create-home', '--shell', '/usr/sbin/nologin', name]);
  return accountNamed(name);
};

const ownerOf = (directory: string): Account => {
  const owner = statSync(directory, { throwIfNoEntry: false });
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : undefined;
};

/**
 * Who runs the cluster in this data directory. PostgreSQL refuses to run as root, so root hands it to whoever
 * owns the data already, else to the system account `postgres`, created if the machine has none.
 */
export const accountFor = (dataDirectory: string): Account => {
  if (process.getuid?.() !== 0) return undefined;
  const account = ownerOf(dataDirectory) ?? accountNamed('postgres') ?? createAccount('postgres') ?? accountNamed('nobody');
  if (!account) throw new Stop('PostgreSQL cannot run as root, and no account "postgres" could be created for it.');
  return account;
};

/** True if the account can run this; asked of the kernel, because modes and access lists of every parent count. */
export const canRun = (account: Account, command: string, args: string[]): boolean =>
  spawnSync(command, args, { ...account, cwd: '/', env: plainEnvironment, stdio: 'ignore' }).status === 0;

export const canEnter = (account: Account, directory: string): boolean =>
  account === undefined || canRun(account, '/bin/sh', ['-c', 'cd "$1"', 'sh', directory]);
