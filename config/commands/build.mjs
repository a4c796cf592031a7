import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { buildFonts } from './fonts.mjs';
import { runCommand, Stop } from './run.mjs';
import { filesBelow, hashOf, readStamp, root, writeWhole } from './sources.mjs';

const isTest = /(\.(spec|test)\.[cm]?tsx?$)|(\.d\.ts$)/;
const isSource = /\.tsx?$/;
const isDocument = /\.md$/;
const isBuiltElsewhere = /^config\/(commands\/|.*\.[cm]js$|oxlint\.json$)/;

/** Files whose change means that the compiler itself may answer differently. */
const toolFiles = ['package-lock.json', 'config/swc.cjs', 'config/commands/build.mjs', 'config/commands/fonts.mjs', 'config/commands/sources.mjs'];

const serverFiles = async () => {
  const libs = existsSync(join(root, 'libs')) ? await readdir(join(root, 'libs')) : [];
  const all = await filesBelow(['apps/server', 'config', ...libs.map((lib) => `libs/${lib}`)]);
  return all.filter((path) => !isTest.test(path) && !isDocument.test(path) && !isBuiltElsewhere.test(path));
};

const compile = async (path) => {
  const { transformFile } = await import('@swc/core');
  const { default: swc } = await import('../swc.cjs');
  const target = `dist/${path.replace(isSource, '.js')}`;
  const { code, map } = await transformFile(join(root, path), {
    ...swc.swcOptions({ module: 'es6', tsx: path.endsWith('.tsx') }),
    filename: join(root, path),
    sourceFileName: join(root, path),
  });
  await writeWhole(target, `${code}\n//# sourceMappingURL=${basename(target)}.map\n`);
  await writeWhole(`${target}.map`, map);
  return [target, `${target}.map`];
};

const copy = async (path) => {
  const target = `dist/${path}`;
  await mkdir(join(root, dirname(target)), { recursive: true });
  await copyFile(join(root, path), join(root, target));
  return [target];
};

/** Compiles server, libs and config to dist/ with SWC; assets keep their place beside the code. */
export const buildServer = async () => {
  const files = await serverFiles();
  const stamp = await hashOf([...toolFiles, ...files]);
  if ((await readStamp('dist/.server-stamp')) === stamp) return false;
  const written = await Promise.all(files.map((path) => (isSource.test(path) ? compile(path) : copy(path))));
  const kept = new Set(written.flat());
  const present = await filesBelow(['dist/apps', 'dist/config', 'dist/libs']);
  const stale = present.filter((path) => !kept.has(path) && !path.endsWith('.draft'));
  await Promise.all(stale.map((path) => rm(join(root, path), { force: true })));
  await buildFonts();
  await writeWhole('dist/.server-stamp', stamp);
  return true;
};

/** Compiles what benches and fault tests run beside the server; anew each time, for they are few and small. */
export const buildBench = async () => {
  const files = await filesBelow(['tests/bench', 'tests/fault']);
  const wanted = files.filter((path) => !isTest.test(path) && !isDocument.test(path));
  await Promise.all(wanted.map((path) => (isSource.test(path) ? compile(path) : copy(path))));
};

const bundle = async (outDir) => {
  const { build } = await import('vite');
  try {
    // The console first: it empties the folder.
    for (const mode of ['production', 'my']) await build({ root: join(root, 'apps/web'), mode, logLevel: 'silent', build: { outDir, reportCompressedSize: false } });
  } catch (error) {
    const [first, second = ''] = stripVTControlCharacters(error.message).split('\n').filter(Boolean);
    throw new Stop(`The web app could not be built: ${first} ${second}`.trimEnd());
  }
};

/** Bundles the web app into dist/web, swapped in whole so that a running server never serves half of it. */
export const buildWeb = async () => {
  if (!existsSync(join(root, 'apps/web/index.html'))) return false;
  const files = await filesBelow(['apps/web', 'libs/contracts/src', 'libs/kernel/src']);
  const stamp = await hashOf([...toolFiles, 'tsconfig.json', ...files.filter((path) => !isTest.test(path))]);
  if (existsSync(join(root, 'dist/web/index.html')) && (await readStamp('dist/.web-stamp')) === stamp) return false;
  const draft = join(root, `dist/.web-${process.pid}`);
  await bundle(draft);
  const previous = `${draft}-previous`;
  await rename(join(root, 'dist/web'), previous).catch(() => undefined);
  await rename(draft, join(root, 'dist/web'));
  await rm(previous, { recursive: true, force: true });
  await writeWhole('dist/.web-stamp', stamp);
  return true;
};

/** Builds what changed. @returns which parts were built anew */
export const build = async () => {
  const server = await buildServer();
  const web = await buildWeb();
  return { server, web };
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { ensureInstalled } = await import('./install.mjs');
  await runCommand(async () => {
    await ensureInstalled();
    const started = performance.now();
    const { server, web } = await build();
    const parts = [server && 'server', web && 'web'].filter(Boolean);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(parts.length ? `Built ${parts.join(' and ')} in ${seconds} s.` : 'Nothing changed since the last build.');
  });
}
