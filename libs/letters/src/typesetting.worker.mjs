import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { loadFonts } from '@myriaddreamin/typst.ts';
import { createTypstCompiler } from '@myriaddreamin/typst.ts/compiler';
import * as web from '@myriaddreamin/typst-ts-web-compiler';

/** Plain JavaScript, because a thread is started from the file as it lies, by tests from the source and by the server from dist/. */

const PDF = 1;
const pictograms = ['calendar', 'clock', 'clinic', 'pin', 'person', 'phone'];

const here = import.meta.dirname;
const modulePath = createRequire(import.meta.url).resolve('@myriaddreamin/typst-ts-web-compiler/wasm');

/** @type {Map<string, Uint8Array>} */
const fonts = new Map();
/** @type {import('@myriaddreamin/typst.ts/compiler').TypstCompiler | null} */
let compiler = null;

/** Fonts of a script are read when the first letter in it is set, and kept. */
const compilerWith = async (paths) => {
  const missing = paths.filter((path) => !fonts.has(path));
  if (compiler && missing.length === 0) return compiler;
  for (const path of missing) fonts.set(path, await readFile(path));
  const next = createTypstCompiler();
  await next.init({
    getWrapper: async () => ({ ...web, default: (wasm) => web.default({ module_or_path: wasm }) }),
    getModule: () => readFile(modulePath),
    beforeBuild: [loadFonts([...fonts.values()], { assets: false })],
  });
  for (const name of pictograms) next.mapShadow(`/pictograms/${name}.svg`, await readFile(join(here, 'pictograms', `${name}.svg`)));
  next.addSource('/letter.typ', await readFile(join(here, 'letter.typ'), 'utf8'));
  compiler = next;
  return next;
};

/** @param {{ letters: object[], fonts: string[] }} wanted */
const pdfOf = async (wanted) => {
  const ready = await compilerWith(wanted.fonts);
  const { result, diagnostics = [] } = await ready.compile({
    mainFilePath: '/letter.typ',
    root: '/',
    inputs: { letters: JSON.stringify(wanted.letters) },
    format: PDF,
    diagnostics: 'full',
  });
  if (!result) throw new Error(diagnostics.map(({ message, range }) => `${range} ${message}`).join('; ') || 'no PDF came of it');
  return result;
};

// One after another: the compiler holds one world.
let previous = Promise.resolve();
parentPort?.on('message', ({ id, ...wanted }) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  const answer = (said) => parentPort?.postMessage({ id, ...said });
  previous = previous
    .then(() => pdfOf(wanted))
    .then(
      (pdf) => answer({ pdf }),
      (error) => answer({ failure: String(error?.message ?? error) }),
    );
});
