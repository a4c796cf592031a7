import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withWritten } from '../../../config/written-tables';
import { sentencesTable, textsSummary, textsTable } from './text-tables';

const documentOf = (path: string): string => readFileSync(join(__dirname, '../../..', path), 'utf8');

it('the documents say which texts there are, as `npm run words` writes it', () => {
  const languages = documentOf('docs/languages.md');
  expect(withWritten(withWritten(languages, 'texts', textsTable()), 'sentences', sentencesTable())).toBe(languages);
  const readme = documentOf('README.md');
  expect(withWritten(readme, 'words', textsSummary())).toBe(readme);
});

it('every language is there, with every kind of text and the call where a voice speaks it', () => {
  const rows = textsTable().split('\n').slice(2);
  expect(rows).toHaveLength(7);
  expect(rows.find((row) => row.startsWith('| Tigrinya'))).toBe('| Tigrinya (ትግርኛ) | draft v2 | draft v2 | draft v1 | draft v1 | draft v1 | – | – |');
  expect(rows.find((row) => row.startsWith('| Ukrainian'))).toMatch(/\| draft v1 \|$/);
});

it('a document without the place is not silently left as it is', () => {
  expect(() => withWritten('# Words', 'texts', '')).toThrow('no place for texts');
});
