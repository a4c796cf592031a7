import { writeFile } from 'node:fs/promises';
import { Database } from '@dragoman/platform';
import { allCatalogs, isPatientLanguage, type PatientLanguage, TranslatorFiles } from '@dragoman/words';
import { z } from 'zod';
import { Stop } from '../../../../config/stop';
import { type Command, readOptions } from './command';
import { email, reviewerAt } from './reviewer';

const options = z.object({ account: email });

const languageOf = (language: string): PatientLanguage => {
  if (isPatientLanguage(language) && language !== 'en') return language;
  const there = allCatalogs.filter((catalog) => catalog.language !== 'en').map((catalog) => `${catalog.language} (${catalog.englishName})`);
  throw new Stop(`There are no texts to translate in “${language}”. There are: ${there.join(', ')}.`);
};

/** What a translator has written since must not be lost under a new file. */
const keepNew = (file: string, content: Buffer): Promise<void> =>
  writeFile(file, content, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    throw new Stop(error.code === 'EEXIST' ? `${file} is there already. Give another name.` : `${file} cannot be written.`);
  });

export const textsExport: Command = {
  words: 'texts export',
  takes: '<language’s id> <file.po> --account <address of an administrator>',
  does: 'Writes what an organisation says in a language into a PO file for a translator.',
  async run([id, file, ...rest], { open, print }) {
    if (id === undefined || file === undefined || id.startsWith('--') || file.startsWith('--')) throw new Stop('Give a language, such as ar, and the file to write.');
    const language = languageOf(id);
    const { account } = readOptions(rest, options);
    const app = await open();
    const { actor } = await reviewerAt(app, account);
    await keepNew(file, await app.get(Database).read(actor, (tx) => app.get(TranslatorFiles).write(tx, actor.organisationId, language)));
    print(`${file} is there. What is marked “fuzzy” in it has been reviewed by nobody.`);
    return 0;
  },
};
