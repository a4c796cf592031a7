import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildBench, buildServer, buildWeb } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { runCommand, Stop } from './run.mjs';
import { root } from './sources.mjs';

/** As docs/operations.md has it for a worker; left to itself, V8 lets garbage pile up to several times of what is in use. */
const HEAP = '--max-old-space-size=192';

await runCommand(async () => {
  process.chdir(root);
  const [name = ''] = process.argv.splice(2, 1);
  if (!existsSync(join(root, 'tests/bench', name, 'main.ts'))) throw new Stop(`There is no bench “${name}”.`);
  await ensureInstalled();
  await buildServer();
  await buildWeb();
  await buildBench();
  // In a process of its own: what building took is not memory of what is measured.
  const { status } = spawnSync(process.execPath, [HEAP, join(root, 'dist/tests/bench', name, 'main.js'), ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
});
