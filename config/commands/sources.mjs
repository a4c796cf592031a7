import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

export const root = resolve(import.meta.dirname, '../..');

/** A module of the program, once it is built. */
export const built = (path) => import(pathToFileURL(join(root, 'dist', path)).href);

/** Folders by name, because oxlint reads ignore patterns from its settings' folder and .gitignore only inside a repository. */
export const lintArguments = ['-c', 'config/oxlint.json', 'apps', 'config', 'libs', 'tests'];

/** Every file below the given folders, as paths relative to the root, sorted. */
export const filesBelow = async (folders) => {
  const found = [];
  const walk = async (folder) => {
    if (!existsSync(join(root, folder))) return;
    for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (entry.name !== 'node_modules') await walk(path);
      } else if (entry.isFile()) found.push(path);
    }
  };
  for (const folder of folders) await walk(folder);
  return found.sort();
};

/** One hash over names and contents, so that a rename alone also counts as a change. */
export const hashOf = async (paths) => {
  const hash = createHash('sha256');
  for (const path of paths) {
    const content = await readFile(join(root, path)).catch(() => Buffer.alloc(0));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
};

export const readStamp = (path) => readFile(join(root, path), 'utf8').catch(() => '');

/** Writes beside the target and renames, so that another process never reads half a file. */
export const writeWhole = async (path, content) => {
  const target = resolve(root, path);
  await mkdir(dirname(target), { recursive: true });
  const draft = `${target}.${process.pid}.draft`;
  await writeFile(draft, content);
  await rename(draft, target);
};
