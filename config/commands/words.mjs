import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildServer } from './build.mjs';
import { checkCatalogs } from './catalogs.mjs';
import { ensureInstalled } from './install.mjs';
import { runCommand } from './run.mjs';
import { built, root, writeWhole } from './sources.mjs';

/** `npm run words` writes into the documents which texts there are, and what their linter notices. */
const write = async () => {
  const { audioTable, sentencesTable, textsSummary, textsTable } = await built('libs/words/src/text-tables.js');
  const { plantedTable } = await built('libs/words/src/planted-errors.js');
  const { withWritten } = await built('config/written-tables.js');
  const rewrite = async (path, change) => writeWhole(path, change(await readFile(join(root, path), 'utf8')));
  await rewrite('docs/languages.md', (document) => withWritten(withWritten(withWritten(document, 'texts', textsTable()), 'audio', audioTable()), 'sentences', sentencesTable()));
  await rewrite('docs/planted-errors.md', (document) => withWritten(document, 'planted', plantedTable()));
  await rewrite('README.md', (document) => withWritten(document, 'words', textsSummary()));
  console.log('docs/languages.md, docs/planted-errors.md and README.md say what there is.');
};

/** `npm run words -- --check` only lints the texts, and says where in the sources their mistakes stand. */
await runCommand(async () => {
  process.chdir(root);
  await ensureInstalled();
  await buildServer();
  if (!process.argv.slice(2).includes('--check')) return write();
  process.exitCode = (await checkCatalogs()) ? 0 : 1;
});
