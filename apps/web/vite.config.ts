import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const lib = (name: string) => fileURLToPath(new URL(`../../libs/${name}/src/index.ts`, import.meta.url));

const isText = /\.(js|css)$/;
const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

/** Smaller copies beside scripts and styles, made once here instead of on every request. */
const compressed = (): Plugin => ({
  name: 'compressed',
  apply: 'build',
  async writeBundle({ dir = '' }) {
    const folder = join(dir, 'assets');
    for (const name of (await readdir(folder)).filter((file) => isText.test(file))) {
      const content = await readFile(join(folder, name));
      await writeFile(join(folder, `${name}.gz`), await promisify(gzip)(content, { level: 9 }));
      await writeFile(join(folder, `${name}.br`), await promisify(brotliCompress)(content, brotli));
    }
  },
});

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), compressed()],
  resolve: { alias: { '@dragoman/contracts': lib('contracts'), '@dragoman/kernel': lib('kernel') } },
  build: {
    outDir: fileURLToPath(new URL('../../dist/web', import.meta.url)),
    emptyOutDir: true,
    // The content security policy allows fonts and images from our own origin only, so nothing may become a data: address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // One word of the kernel would otherwise bring the tables of all time zones along.
    rolldownOptions: { treeshake: { moduleSideEffects: (id) => !/\/libs\/(kernel|contracts)\//.test(id) } },
  },
  server: { proxy: Object.fromEntries(['/api', '/i/', '/p/'].map((path) => [path, 'http://localhost:3000'])) },
});
