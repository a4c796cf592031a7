import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A code is an attempt each time, and attempts are counted. */
const isCode = (form: string): boolean => form.includes('/code`');

it('every form on a page behind a link counts once, however often it is sent', () => {
  const sources = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.page.tsx')).map((name) => readFileSync(join(import.meta.dirname, name), 'utf8'));
  const forms = sources.flatMap((source) => [...source.matchAll(/<form method="post"|<form [^>]*method="post"/g)].map(({ index }) => source.slice(index, source.indexOf('</form>', index))));
  expect(forms.length).toBeGreaterThan(7);
  expect(forms.filter((form) => !isCode(form) && !form.includes('<Once />'))).toEqual([]);
});
