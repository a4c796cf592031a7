import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withWritten } from '../../../config/written-tables';
import { plantedTable, reportPlanted } from './planted-errors';

it('forty-two mistakes are planted, and the documents say which survive, as `npm run words` writes it', () => {
  expect(reportPlanted()).toHaveLength(42);
  const document = readFileSync(join(__dirname, '../../../docs/planted-errors.md'), 'utf8');
  expect(withWritten(document, 'planted', plantedTable())).toBe(document);
});

it('a few survive, which only a reader notices', () => {
  const survivors = reportPlanted().filter(({ noticedBy }) => noticedBy.length === 0).map(({ error }) => error);
  expect(survivors).toEqual([
    'Amharic in Tigrinya',
    'clinic and time changed over',
    'a negation dropped in Somali, after the answer',
    'a negation dropped in Tigrinya, on the page',
    'the Ethiopic colon typed as ours',
    'morning and evening changed over',
  ]);
});
