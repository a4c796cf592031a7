import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Part {
  file: string;
  imports?: string[];
}

const web = join(import.meta.dirname, '../../dist/web');
const read = (path: string): Buffer => readFileSync(join(web, path));

const partsOf = (app: string): Record<string, Part> => JSON.parse(read(`.vite/${app}.json`).toString());

/** Scripts that come before the first screen is there, in bytes as they come over the line, compressed as gzip does. */
const firstLoad = (app: string, entries: readonly string[]): number => {
  const parts = partsOf(app);
  const files = new Set<string>();
  const collect = (name: string): void => {
    const part = parts[name];
    if (!part || files.has(part.file)) return;
    files.add(part.file);
    part.imports?.forEach(collect);
  };
  entries.forEach(collect);
  return [...files].reduce((sum, file) => sum + read(`${file}.gz`).length, 0);
};

it.each([
  ['the interpreters’ app, with its offers', 'my', ['my.html', 'src/my/offers.page.tsx'], 92_160],
  ['the console, with Today', 'console', ['index.html', 'src/shell/shell.tsx', 'src/today/today.page.tsx'], 250_000],
])('%s needs few scripts to begin', (_, app, entries, most) => {
  const bytes = firstLoad(app, entries);
  expect(bytes).toBeGreaterThan(60_000);
  expect(bytes).toBeLessThanOrEqual(most);
});

it('the interpreters’ app keeps all of itself on the phone, and nothing of the console', () => {
  const worker = read('my/worker.js').toString();
  const parts = partsOf('my');
  for (const screen of ['offers', 'offer', 'jobs', 'job', 'sign-in', 'week', 'calendar', 'documents', 'me']) expect(worker).toContain(parts[`src/my/${screen}.page.tsx`]?.file);
  expect(worker).toContain('"/my/"');
  expect(worker).not.toContain(partsOf('console')['src/board/board.page.tsx']?.file);
  expect(worker).not.toContain('__PARTS');
});
