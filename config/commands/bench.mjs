import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildBench, buildServer } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { runCommand, Stop } from './run.mjs';
import { root } from './sources.mjs';

await runCommand(async () => {
  process.chdir(root);
  const [name = ''] = process.argv.splice(2, 1);
  if (!existsSync(join(root, 'tests/bench', name, 'main.ts'))) throw new Stop(`There is no bench “${name}”.`);
  await ensureInstalled();
  await buildServer();
  await buildBench();
  await import(pathToFileURL(join(root, 'dist/tests/bench', name, 'main.js')).href);
});
