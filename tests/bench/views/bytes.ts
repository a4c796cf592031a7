import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { PATIENT_TOKEN } from './lists';

const assets = join(process.cwd(), 'dist/web/assets');
/** The smaller of the two, so that a promise holds whichever somebody had in mind. */
const KILOBYTE = 1000;

/** What a script imports before it runs; `import("…")` waits until it is wanted. */
const importsOf = (script: string): string[] => [...script.matchAll(/(?:from|import)"\.\/([\w.-]+\.js)"/g)].map(([, name = '']) => name);

/** A script with all that it needs to run. */
const closure = async (names: readonly string[]): Promise<Map<string, Buffer>> => {
  const found = new Map<string, Buffer>();
  const waiting = [...names];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (found.has(name)) continue;
    const script = await readFile(join(assets, name));
    found.set(name, script);
    waiting.push(...importsOf(script.toString('utf8')));
  }
  return found;
};

/** Gzipped scripts that a browser has to have before Today stands there, for somebody who is signed in. */
export const consoleKilobytes = async (): Promise<number> => {
  const all = await readdir(assets);
  const document = await readFile(join(assets, '../index.html'), 'utf8');
  const [, entry = ''] = /src="\/assets\/([\w.-]+\.js)"/.exec(document) ?? [];
  const lazy = ['shell-', 'today.page-'].map((start) => all.find((name) => name.startsWith(start) && name.endsWith('.js')) ?? `${start}is-missing`);
  const scripts = await closure([entry, ...lazy]);
  return [...scripts.values()].reduce((sum, script) => sum + gzipSync(script, { level: 9 }).length, 0) / KILOBYTE;
};

const textOf = async (url: string): Promise<string> => {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  return response.text();
};

/** A patient's page as it is read, with its style and without its fonts; not compressed. */
export const pageKilobytes = async (port: number): Promise<number> => {
  const page = await textOf(`http://127.0.0.1:${port}/p/${PATIENT_TOKEN}`);
  const [, style = ''] = /href="(\/pages\/page\.[0-9a-f]+\.css)"/.exec(page) ?? [];
  return (Buffer.byteLength(page) + Buffer.byteLength(await textOf(`http://127.0.0.1:${port}${style}`))) / KILOBYTE;
};
