import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogLines } from '../../../config/catalog-lines';
import type { PatientCatalog, PatientLanguage } from './catalogs/catalog';
import { catalogOf } from './catalogs/catalogs';
import { lintCatalog } from './lint';

const sourceOf = (path: string): string => readFileSync(join(__dirname, 'catalogs', path), 'utf8');

/** Lints the catalog as it would be with this written into a copy of its source. */
const linesOf = (catalog: PatientCatalog, path: string, source: string): string[] => {
  const problems = lintCatalog(catalog, catalogOf('en')).map((problem) => ({ ...problem, severity: 'error' as const }));
  return catalogLines(problems, 'catalogs', (name) => (name === path ? source : sourceOf(name)));
};

/** `12:5`, as editors count, of where this stands in the copy. */
const placeOf = (source: string, part: string): string => {
  const before = source.slice(0, source.indexOf(part)).split('\n');
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
};

const withShort = (language: PatientLanguage, key: 'confirmed.neutral' | 'optedOut.neutral' | 'subject.private', pattern: string): PatientCatalog => {
  const catalog = catalogOf(language);
  return { ...catalog, short: { ...catalog.short, [key]: { ...catalog.short[key], pattern } } };
};

it('a word planted in a copy of a catalog is found on its line, at its column', () => {
  const planted = `${catalogOf('ar').short['optedOut.neutral'].pattern} آذار`;
  const source = sourceOf('ar/short.ts').replace(catalogOf('ar').short['optedOut.neutral'].pattern, planted);
  expect(linesOf(withShort('ar', 'optedOut.neutral', planted), 'ar/short.ts', source)).toEqual([
    `catalogs/ar/short.ts:${placeOf(source, 'آذار')} error month-name: آذار (short.optedOut.neutral)`,
  ]);
});

it('what is missing from a text is found where the text begins', () => {
  const now = "'subject.private': 'موعدك: {date}'";
  const source = sourceOf('ar/short.ts').replace(now, "'subject.private': 'موعدك'");
  expect(source).not.toBe(sourceOf('ar/short.ts'));
  const [first] = linesOf(withShort('ar', 'subject.private', 'موعدك'), 'ar/short.ts', source);
  expect(first).toMatch(new RegExp(`^catalogs/ar/short\\.ts:${placeOf(source, "'موعدك',")} error arguments-differ: `, 'u'));
});

it('a line that moves down takes its problem with it', () => {
  const source = `\n\n\n${sourceOf('so/short.ts')}`;
  const pattern = catalogOf('so').short['confirmed.neutral'].pattern.replace('}', '');
  const [first] = linesOf(withShort('so', 'confirmed.neutral', pattern), 'so/short.ts', source);
  expect(first).toContain(`so/short.ts:${placeOf(source, "'confirmed.neutral'").replace(/:.*/u, '')}:`);
});

it('a weekday, a part of the day and a text that is not there are found in the file they belong to', () => {
  const uk = catalogOf('uk');
  const { 'optedOut.neutral': _gone, ...short } = uk.short;
  const calendar = { ...uk.calendar, weekdays: [...uk.calendar.weekdays].reverse(), partsOfDay: { ...uk.calendar.partsOfDay, morning: 'morning' } };
  const without = sourceOf('uk/short.ts').replace(/^.*'optedOut\.neutral'.*\n/mu, '');
  const lines = linesOf({ ...uk, calendar, short: short as typeof uk.short }, 'uk/short.ts', without);
  const source = sourceOf('uk/language.ts');
  const lineOf = (part: string) => placeOf(source, part).replace(/:.*/u, '');
  expect(lines).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^catalogs\/uk\/short\.ts:1:1 error missing: short\.optedOut\.neutral/u),
      expect.stringMatching(new RegExp(`^catalogs/uk/language\\.ts:${lineOf('weekdays:')}:\\d+ error weekday-differs`, 'u')),
      expect.stringMatching(new RegExp(`^catalogs/uk/language\\.ts:${lineOf('morning:')}:\\d+ error foreign-letter`, 'u')),
    ]),
  );
});
