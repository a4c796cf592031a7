import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Stop } from '../stop';
import { type Account, accountFor, canEnter } from './account';

/** Where root puts a cluster whose own folder the account of PostgreSQL may not enter. */
const systemHome = '/var/lib/dragoman';

export interface Home {
  /** Folder of everything that belongs to this cluster. */
  readonly folder: string;
  readonly data: string;
  readonly log: string;
  readonly settings: string;
  readonly account: Account;
  /** What a person should know about the place, if it is not the one asked for. */
  readonly notice?: string;
}

/** One by one, because `recursive` never returns for a folder that a special file system refuses (Node 20, /proc). */
const makeWithParents = (folder: string): void => {
  if (fs.existsSync(folder)) return;
  makeWithParents(dirname(folder));
  try {
    fs.mkdirSync(folder);
    // Under a private umask the account that root hands the cluster to could not enter; the files keep their own modes.
    if (process.getuid?.() === 0) fs.chmodSync(folder, 0o755);
  } catch (error) {
    if (!fs.existsSync(folder)) throw error;
  }
};

const makeFolder = (folder: string): void => {
  try {
    makeWithParents(folder);
    fs.accessSync(folder, fs.constants.W_OK | fs.constants.X_OK);
  } catch {
    throw new Stop(`The data folder ${folder} cannot be written: set DATA_DIR to a folder that can.`);
  }
};

const homeIn = (folder: string, account: Account, notice?: string): Home => ({
  folder,
  data: join(folder, 'postgres'),
  log: join(folder, 'postgres.log'),
  settings: join(folder, 'postgres.json'),
  account,
  notice,
});

const mayEnter = (folder: string): boolean => {
  try {
    fs.accessSync(folder, fs.constants.R_OK | fs.constants.W_OK | fs.constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/**
 * Settles where the cluster of this data folder lives and who runs it.
 * @throws Stop if the folder cannot be written, or holds a cluster of another account
 */
export const homeFor = (dataFolder: string): Home => {
  const wanted = resolve(dataFolder);
  makeFolder(wanted);
  const home = homeIn(wanted, accountFor(join(wanted, 'postgres')));
  if (home.account === undefined) {
    if (fs.existsSync(home.data) && !mayEnter(home.data)) {
      throw new Stop(`The database in ${wanted} belongs to another account: start as that one, or set DATA_DIR to another folder.`);
    }
    return home;
  }
  if (canEnter(home.account, wanted)) return home;
  const elsewhere = join(systemHome, createHash('sha256').update(wanted).digest('hex').slice(0, 16));
  makeFolder(elsewhere);
  return homeIn(
    elsewhere,
    accountFor(join(elsewhere, 'postgres')),
    `The database is kept in ${elsewhere}, because PostgreSQL does not run as root and no other account may enter ${wanted}.`,
  );
};
