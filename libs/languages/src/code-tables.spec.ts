import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseCsv } from '@dragoman/kernel';
import { countriesByCldr, readCodeTables } from '../../../config/code-tables';
import { type CodeTables, disagreements } from './code-tables';
import { readBaseline, shippedSeeds } from './seeds';
import type { Variety } from './variety';

describe('the registry beside the code tables', () => {
  let tables: CodeTables;
  let varieties: readonly Variety[];
  beforeAll(async () => {
    tables = await readCodeTables();
    ({ varieties } = await readBaseline(shippedSeeds));
  });

  const changed = (id: string, change: Partial<Variety>): string[] =>
    disagreements(varieties.map((variety) => (variety.id === id ? { ...variety, ...change } : variety)), tables)
      .filter(({ varietyId }) => varietyId === id || varietyId === change.id)
      .map(({ about }) => about);

  it('says what ISO 639-3, IANA and CLDR say, but for the reviewed exceptions', async () => {
    const lines = parseCsv(await readFile(join(shippedSeeds, 'code-table-exceptions.csv'), 'utf8'));
    const found = disagreements(varieties, tables);
    const excepted = new Set(lines.map(({ cells }) => `${cells['variety_id']} ${cells['about']}`));
    expect(found.filter(({ varietyId, about }) => !excepted.has(`${varietyId} ${about}`))).toEqual([]);
    expect([...excepted].sort()).toEqual([...new Set(found.map(({ varietyId, about }) => `${varietyId} ${about}`))].sort());
    expect(lines.filter(({ cells }) => !cells['reason'])).toEqual([]);
  });

  it('has CLDR’s countries as they are, and its own beside them', async () => {
    const lines = parseCsv(await readFile(join(shippedSeeds, 'variety-countries.csv'), 'utf8')).map(({ cells }) => cells);
    expect(lines.filter(({ source }) => source === 'CLDR 48')).toEqual(await countriesByCldr(varieties));
    const ours = lines.filter(({ source }) => source !== 'CLDR 48').map((line) => `${line['variety_id']} ${line['country']}`);
    expect(ours).toEqual(expect.arrayContaining(['din SS', 'ymm SO', 'group:karen MM', 'npi BT']));
  });

  it.each<[string, string, Partial<Variety>, string]>([
    ['a code that is another language', 'fvr', { id: 'fur', iso639_3: 'fur' }, 'name'],
    ['a retired code', 'apc', { id: 'ajp', iso639_3: 'ajp' }, 'code'],
    ['a dialect under a code that is not its own', 'kmr:bahdini', { iso639_3: 'ckb' }, 'code'],
    ['a group taken for a language', 'ara', { kind: 'spoken' }, 'kind'],
    ['a script that it is not written in', 'ukr', { scripts: ['Arab'] }, 'script'],
    ['a member that left its group', 'apd', { parentId: null }, 'macrolanguage'],
  ])('notices %s', (_, id, change, about) => {
    expect(changed(id, change)).toContain(about);
  });
});
