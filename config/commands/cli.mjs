import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildServer } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { runCommand } from './run.mjs';
import { root } from './sources.mjs';

const built = (path) => import(pathToFileURL(join(root, 'dist', path)).href);

await runCommand(async () => {
  process.chdir(root);
  await ensureInstalled();
  await buildServer();
  const { operate } = await built('config/operate.js');
  await operate(process.argv.slice(2), async () => (await built('apps/server/src/cli.js')).cli);
});
