import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildServer } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { runCommand, Stop } from './run.mjs';
import { root, writeWhole } from './sources.mjs';

const seeds = 'libs/languages/seeds';
const built = (path) => import(pathToFileURL(join(root, 'dist', path)).href);

/** Rewrites what CLDR says about countries in variety-countries.csv; what people added stays. */
const fill = async ({ countriesByCldr, withoutCldr }, varieties, kernel) => {
  const path = `${seeds}/variety-countries.csv`;
  const lines = kernel.parseCsv(await readFile(join(root, path), 'utf8')).map(({ cells }) => cells);
  const kept = withoutCldr(lines);
  const all = [...(await countriesByCldr(varieties)), ...kept];
  // Seeds are read by people in diffs: no byte order mark, and lines end as those of the other seeds do.
  const text = kernel.csvOf(['variety_id', 'country', 'percent', 'source'], all).replace('\uFEFF', '').replaceAll('\r\n', '\n');
  await writeWhole(path, text);
  console.log(`${path}: ${all.length - kept.length} lines from CLDR, ${kept.length} of our own.`);
};

/** `npm run languages` compares the seeds with the code tables; `npm run languages -- fill` takes CLDR's countries over. */
await runCommand(async () => {
  process.chdir(root);
  await ensureInstalled();
  await buildServer();
  const tables = await built('config/code-tables.js');
  const { disagreements } = await built('libs/languages/src/code-tables.js');
  const { readBaseline } = await built('libs/languages/src/seeds.js');
  const kernel = await built('libs/kernel/src/index.js');
  const { varieties } = await readBaseline(join(root, seeds));
  if (process.argv[2] === 'fill') await fill(tables, varieties, kernel);
  const reviewed = kernel.parseCsv(await readFile(join(root, seeds, 'code-table-exceptions.csv'), 'utf8'));
  const isReviewed = ({ varietyId, about }) =>
    reviewed.some(({ cells }) => cells.variety_id === varietyId && cells.about === about);
  const open = disagreements(varieties, await tables.readCodeTables()).filter((one) => !isReviewed(one));
  for (const { varietyId, about, sentence } of open) console.log(`${varietyId}: ${about}: ${sentence}`);
  const nameless = varieties.filter(({ autonym, kind }) => autonym === null && kind === 'spoken');
  console.log(`${varieties.length} varieties, ${reviewed.length} reviewed exceptions, ${nameless.length} spoken ones without an autonym.`);
  if (open.length > 0) throw new Stop(`${open.length} disagree with the code tables: mend them, or list them with a reason.`);
});
