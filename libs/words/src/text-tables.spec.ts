import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withWritten } from '../../../config/written-tables';
import { allCatalogs } from './catalogs/catalogs';
import { audioTable, sentencesTable, textsSummary, textsTable } from './text-tables';
import { textForms } from './texts';

const documentOf = (path: string): string => readFileSync(join(__dirname, '../../..', path), 'utf8');

it('the documents say which texts there are, as `npm run words` writes it', () => {
  const languages = documentOf('docs/languages.md');
  expect(withWritten(withWritten(withWritten(languages, 'texts', textsTable()), 'audio', audioTable()), 'sentences', sentencesTable())).toBe(languages);
  const readme = documentOf('README.md');
  expect(withWritten(readme, 'words', textsSummary())).toBe(readme);
});

it('every language is there in every form, and no text that says more is said to be checked', () => {
  const rows = textsTable().split('\n').filter((line) => /^\| [A-Z]/.test(line));
  expect(rows).toHaveLength(textForms.length * allCatalogs.length);
  expect(rows.find((row) => row.startsWith('| Tigrinya'))).toMatch(/^\| Tigrinya \(ትግርኛ\) \| draft v2 \| draft v2 \| draft v1 /);
  expect(rows.filter((row) => row.includes('reviewed'))).toEqual([]);
});

it('a document without the place is not silently left as it is', () => {
  expect(() => withWritten('# Words', 'texts', '')).toThrow('no place for texts');
});
