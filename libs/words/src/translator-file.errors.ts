import { Invalid } from '@dragoman/kernel';

export const fileTooLarge = (): Invalid => new Invalid('translator-file-too-large', 'The file is larger than all texts of a language together. Is it the right one?');

export const fileNotUtf8 = (): Invalid => new Invalid('translator-file-not-utf-8', 'The file is not in UTF-8. Save it again as UTF-8, and upload that.');

export const notATranslatorFile = (): Invalid => new Invalid('not-a-translator-file', 'This is not a PO file, or only a part of one. Download a new one to compare.');

export const unreadableLine = (line: number): Invalid => new Invalid('not-a-translator-file', `Line ${line} of the file cannot be read as a line of a PO file.`);

export const textTwice = (address: string): Invalid => new Invalid('text-twice-in-file', `The file has ${address} twice. Take one of them out, so that it is clear which is meant.`);

export const fileOfNoLanguage = (given: string): Invalid =>
  new Invalid('translator-file-of-no-language', given === '' ? 'The file does not say which language it is in.' : `The file says that it is in “${given}”, which is none of our languages.`);

export const fileOfAnotherLanguage = (given: string, wanted: string): Invalid =>
  new Invalid('translator-file-of-another-language', `The file is in ${given}, not in ${wanted}. Open the page of ${given} to upload it.`);
