import { readdir, readFile } from 'node:fs/promises';
import { extname, basename, join } from 'node:path';
import { Languages } from '@dragoman/languages';
import { Recordings } from '@dragoman/recordings';
import { Stop } from '../../../../config/stop';
import type { Command } from './command';

const endings = new Set(['.mp3', '.wav']);

const filesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder).catch(() => { throw new Stop(`The folder ${folder} cannot be read.`); })).filter((name) => endings.has(extname(name).toLowerCase())).sort();

export const recordingsImport: Command = {
  words: 'recordings import',
  takes: '<variety’s> <folder>',
  does: 'Takes in what somebody recorded for calls: one MP3 or WAV for each phrase, named after it. Says what is missing.',
  async run(args, { open, print }) {
    const [language, folder] = args;
    if (language === undefined || folder === undefined || args.length !== 2) throw new Stop('Give a language and the folder of its recordings.');
    const names = await filesIn(folder);
    const program = await open();
    const { id, nameEn } = program.get(Languages).resolve(language);
    const files = await Promise.all(names.map(async (name) => ({ name: basename(name, extname(name)), sound: await readFile(join(folder, name)) })));
    const missing = await program.get(Recordings).keep(id, files);
    print(`${nameEn} [${id}]: ${files.length} recordings taken in.`);
    print(missing.length === 0 ? 'Every phrase is there: patients who speak it can be called in it.' : `Not called in yet; ${missing.length} phrases are missing: ${missing.join(', ')}`);
    return 0;
  },
};
