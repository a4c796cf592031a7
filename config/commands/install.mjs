import { spawn } from 'node:child_process';
import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hashOf, readStamp, root, writeWhole } from './sources.mjs';
import { Stop } from './run.mjs';

const stampFile = 'node_modules/.dragoman-lock';

const npmCi = () =>
  new Promise((resolve, reject) => {
    const npm = process.env.npm_execpath
      ? [process.execPath, process.env.npm_execpath]
      : [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
    const child = spawn(npm[0], [...npm.slice(1), 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('error', () => reject(new Stop('npm was not found; it comes with Node.js.')));
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Stop('The packages could not be installed; npm says why above.')),
    );
  });

const readLock = async (path) => JSON.parse(await readFile(join(root, path), 'utf8')).packages;

/** npm writes node_modules/.package-lock.json last, so agreement with it means a finished installation. */
const isInstalledByNpm = async () => {
  try {
    const [wanted, present] = await Promise.all([readLock('package-lock.json'), readLock('node_modules/.package-lock.json')]);
    return Object.entries(wanted).every(
      ([path, { version, optional }]) => path === '' || optional || present[path]?.version === version,
    );
  } catch {
    return false;
  }
};

const isLink = (path) => lstat(join(root, path)).then((stats) => stats.isSymbolicLink(), () => false);

/**
 * Installs the packages of package-lock.json if node_modules is missing or was installed from another lock.
 * A folder without our stamp that npm itself left complete (`npm install`, `npm ci`) is trusted.
 */
export const ensureInstalled = async () => {
  const lock = await hashOf(['package-lock.json']);
  if ((await readStamp(stampFile)) === lock) return;
  if (!(await isInstalledByNpm())) {
    // npm would empty the folder that the link leads to, under whoever works there.
    if (await isLink('node_modules')) throw new Stop('node_modules is a link to packages of another lock file: install them there, or take the link away.');
    console.log('Installing packages, about a minute the first time …');
    await npmCi();
  }
  await writeWhole(stampFile, lock).catch(() => undefined);
};
