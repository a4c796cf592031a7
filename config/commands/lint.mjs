import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildServer } from './build.mjs';
import { checkCatalogs } from './catalogs.mjs';
import { ensureInstalled } from './install.mjs';
import { runCommand } from './run.mjs';
import { lintArguments, root } from './sources.mjs';

await runCommand(async () => {
  await ensureInstalled();
  const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');
  const { status } = spawnSync(process.execPath, [oxlint, ...lintArguments, ...process.argv.slice(2)], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  await buildServer();
  const isSaidRight = await checkCatalogs();
  process.exitCode = isSaidRight ? (status ?? 1) : 1;
});
