import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { built, root } from './sources.mjs';

const folder = 'libs/words/src/catalogs';

/** Lints every text of the built catalogs and prints where its source stands; true if there is no mistake in any. */
export const checkCatalogs = async () => {
  const { allCatalogs, catalogOf } = await built('libs/words/src/catalogs/catalogs.js');
  const { lintCatalog, mayBeMeant } = await built('libs/words/src/lint.js');
  const { catalogLines } = await built('config/catalog-lines.js');
  const problems = allCatalogs
    .flatMap((catalog) => lintCatalog(catalog, catalogOf('en')))
    .map((problem) => ({ ...problem, severity: mayBeMeant(problem.rule) ? 'warning' : 'error' }));
  for (const line of catalogLines(problems, folder, (path) => readFileSync(join(root, folder, path), 'utf8'))) console.log(line);
  const mistakes = problems.filter(({ severity }) => severity === 'error').length;
  console.log(`${allCatalogs.length} languages read: ${mistakes === 1 ? '1 mistake' : `${mistakes} mistakes`}, ${problems.length - mistakes} to look at.`);
  return mistakes === 0;
};
