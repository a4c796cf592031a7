import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildServer, buildWeb } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { runCommand } from './run.mjs';
import { root } from './sources.mjs';

const built = (path) => import(pathToFileURL(join(root, 'dist', path)).href);

await runCommand(async () => {
  process.chdir(root);
  await ensureInstalled();
  await buildServer();
  const { launch } = await built('config/launch.js');
  await launch(async () => {
    await buildWeb();
    return (await built('apps/server/src/main.js')).main;
  });
});
