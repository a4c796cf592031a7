import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
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
  process.exitCode = status ?? 1;
});
