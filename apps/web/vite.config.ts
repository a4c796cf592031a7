import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const lib = (name: string) => fileURLToPath(new URL(`../../libs/${name}/src/index.ts`, import.meta.url));

const isText = /^assets\/.*\.(js|css)$/;
const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

/** Smaller copies beside scripts and styles, made once here instead of on every request. */
const compressed = (): Plugin => ({
  name: 'compressed',
  apply: 'build',
  async writeBundle({ dir = '' }, bundle) {
    for (const name of Object.keys(bundle).filter((file) => isText.test(file))) {
      const content = await readFile(join(dir, name));
      await writeFile(join(dir, `${name}.gz`), await promisify(gzip)(content, { level: 9 }));
      await writeFile(join(dir, `${name}.br`), await promisify(brotliCompress)(content, brotli));
    }
  },
});

interface Part {
  file: string;
  imports?: string[];
  dynamicImports?: string[];
  css?: string[];
  assets?: string[];
}

/** All files that an entry may ever load, screens included. */
const filesOf = (parts: Record<string, Part>, entry: string, seen = new Set<string>()): string[] => {
  const part = parts[entry];
  if (!part || seen.has(entry)) return [];
  seen.add(entry);
  const own = [part.file, ...(part.css ?? []), ...(part.assets ?? [])];
  return [...own, ...[...(part.imports ?? []), ...(part.dynamicImports ?? [])].flatMap((name) => filesOf(parts, name, seen))];
};

const isKept = /\.(js|css|woff2)$/;
const WORKER = 'my/worker.js';

/** Tells the service worker of the interpreters' app which files are the app; it stands alone, as a script that imports nothing. */
const keptOffline = (): Plugin => ({
  name: 'kept-offline',
  apply: 'build',
  async writeBundle({ dir = '' }) {
    const parts = JSON.parse(await readFile(join(dir, '.vite/my.json'), 'utf8')) as Record<string, Part>;
    const files = [...new Set(filesOf(parts, 'my.html'))].filter((file) => isKept.test(file)).sort();
    const revision = createHash('sha256').update(await readFile(join(dir, 'my.html'))).digest('hex').slice(0, 16);
    // A hash in a file's name is its revision.
    const list = [{ url: '/my/', revision }, ...files.map((file) => ({ url: `/${file}`, revision: null }))];
    const worker = await readFile(join(dir, WORKER), 'utf8');
    if (!worker.includes('self.__PARTS') || /^\s*import\b/m.test(worker)) this.error('The service worker cannot be given its files.');
    await writeFile(join(dir, WORKER), worker.replace('self.__PARTS', JSON.stringify(list)));
  },
});

const outDir = here('../../dist/web');

// One word of the kernel would otherwise bring the tables of all time zones along.
const treeshake = { moduleSideEffects: (id: string) => !/\/libs\/(kernel|contracts)\//.test(id) };

const consoleBuild = { emptyOutDir: true, manifest: '.vite/console.json', rolldownOptions: { treeshake, input: here('index.html') } };

/** Beside the console, and built by itself: of what both use, a phone loads only what the app needs. */
const appBuild = {
  emptyOutDir: false,
  copyPublicDir: false,
  manifest: '.vite/my.json',
  rolldownOptions: {
    treeshake,
    input: { my: here('my.html'), worker: here('src/my/worker.ts') },
    // A service worker keeps its address for ever.
    output: { entryFileNames: ({ name }: { name: string }) => (name === 'worker' ? WORKER : 'assets/[name]-[hash].js') },
  },
};

/** `--mode my` builds the interpreters' app, every other mode the console. */
export default defineConfig(({ mode }) => ({
  root: here('.'),
  plugins: [react(), ...(mode === 'my' ? [keptOffline()] : []), compressed()],
  resolve: { alias: { '@dragoman/contracts': lib('contracts'), '@dragoman/kernel': lib('kernel') } },
  build: {
    outDir,
    // The content security policy allows fonts and images from our own origin only, so nothing may become a data: address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    ...(mode === 'my' ? appBuild : consoleBuild),
  },
  server: { proxy: Object.fromEntries(['/api', '/i/', '/p/'].map((path) => [path, 'http://localhost:3000'])) },
}));
