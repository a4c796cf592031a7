import { po } from 'gettext-parser';
import type { GetTextComment, GetTextTranslation, GetTextTranslations } from 'gettext-parser';
import { argumentNotes } from './argument-words';
import type { PatientLanguage } from './catalogs/catalog';
import { isPatientLanguage } from './catalogs/catalogs';
import { sourceText } from './review.errors';
import type { StandingText } from './text-standing';
import { formTitles } from './text-tables';
import { type TextForm, textForms } from './texts';
import { fileNotUtf8, fileOfNoLanguage, fileTooLarge, notATranslatorFile, textTwice, unreadableLine } from './translator-file.errors';

/** One text as a translator's file has it. */
export interface FileText {
  form: TextForm;
  key: string;
  /** Of the catalog's text that the file was made from. */
  version: number;
  /** ICU MessageFormat: the English that the file was made from. */
  english: string;
  /** ICU MessageFormat; empty where nothing was translated. */
  pattern: string;
  /** Nobody who reads the language has said that it is right. */
  isFuzzy: boolean;
}

/** An entry that is of no use, and why, for the person who sent the file. */
export interface RefusedEntry {
  /** As the file calls it: `short/confirmed.private@2`. */
  entry: string;
  sentence: string;
}

export interface TranslatorFile {
  language: PatientLanguage;
  texts: FileText[];
  refused: RefusedEntry[];
}

/** Bytes; all texts of a language take a tenth of it. */
export const LARGEST_TRANSLATOR_FILE = 1024 * 1024;

const addressOf = ({ form, key, version }: Pick<FileText, 'form' | 'key' | 'version'>): string => `${form}/${key}@${version}`;

const readers = ({ state, newest }: StandingText): string =>
  state === 'reviewed' && newest ? `Approved by ${newest.reviewerName} (${newest.reviewerRole}), ${newest.reviewedOn}.` : 'Machine-written draft. Nobody has reviewed it.';

const commentsOf = (text: StandingText): GetTextComment => ({
  translator: readers(text),
  extracted: [`${formTitles[text.form]}.`, ...argumentNotes(text.source)].join('\n'),
  ...(text.state === 'reviewed' ? {} : { flag: 'fuzzy' }),
});

const entryOf = (text: StandingText): GetTextTranslation => ({
  msgctxt: addressOf({ ...text, version: text.draft.version }),
  msgid: text.source,
  msgstr: [text.said],
  comments: commentsOf(text),
});

const headers = (language: PatientLanguage): Record<string, string> => ({
  'Project-Id-Version': 'Dragoman',
  Language: language,
  'MIME-Version': '1.0',
  'Content-Type': 'text/plain; charset=utf-8',
  'Content-Transfer-Encoding': '8bit',
});

const instructions = [
  'Each entry is one text that patients read. What stands in braces is filled in when it is sent: keep it, and its name, as it is.',
  'Take the mark “fuzzy” off an entry once you have read it and it is right. Entries that are still fuzzy are not approved.',
].join('\n');

/** All texts of a language for a translator, as a gettext PO file in UTF-8. */
export const writeTranslatorFile = (language: PatientLanguage, texts: readonly StandingText[]): Buffer => {
  const head: GetTextTranslation = { msgid: '', msgstr: [''], comments: { translator: instructions } };
  const translations: GetTextTranslations['translations'] = { '': { '': head } };
  for (const entry of texts.map(entryOf)) translations[entry.msgctxt ?? ''] = { [entry.msgid]: entry };
  return po.compile({ charset: 'utf-8', headers: headers(language), translations });
};

const decoded = (content: Uint8Array): string => {
  if (content.byteLength > LARGEST_TRANSLATOR_FILE) throw fileTooLarge();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    throw fileNotUtf8();
  }
};

/** The parser would read `\f` as the letter f. */
const UNKNOWN_ESCAPE = /^[^#"\n]*"(?:[^"\\\n]|\\[tnr"\\])*\\(?![tnr"\\])/mu;

const assertEscapes = (content: string): void => {
  const strange = UNKNOWN_ESCAPE.exec(content);
  if (strange) throw unreadableLine(content.slice(0, strange.index + strange[0].length).split('\n').length);
};

const parsed = (content: string): GetTextTranslations => {
  assertEscapes(content);
  try {
    return po.parse(content, { validation: true });
  } catch (error) {
    const [, address] = /^Duplicate msgid error: .* in "(.*?)" context/su.exec(error instanceof Error ? error.message : '') ?? [];
    if (address !== undefined) throw textTwice(address);
    const line = error instanceof Error && 'lineNumber' in error ? Number(error.lineNumber) : null;
    throw line === null ? notATranslatorFile() : unreadableLine(line);
  }
};

const languageOf = ({ headers: given }: GetTextTranslations): PatientLanguage => {
  if (!/^text\/plain;\s*charset=utf-?8\s*$/iu.test(given['Content-Type'] ?? '')) throw fileNotUtf8();
  const language = given.Language ?? '';
  if (!isPatientLanguage(language)) throw fileOfNoLanguage(language);
  if (language === 'en') throw sourceText();
  return language;
};

const ADDRESS = /^([a-z-]+)\/([\w.]+)@(\d{1,6})$/u;

const isForm = (form: string | undefined): form is TextForm => textForms.some((known) => known === form);

const textOf = ({ msgctxt = '', msgid, msgid_plural: plural, msgstr, comments = {} }: GetTextTranslation): FileText | RefusedEntry => {
  const [, form, key = '', version] = ADDRESS.exec(msgctxt) ?? [];
  if (!isForm(form)) return { entry: msgctxt || msgid, sentence: 'It does not say which text it is: its context (msgctxt) was changed or added.' };
  if (plural !== undefined) return { entry: msgctxt, sentence: 'It has plural forms, and our texts have none.' };
  const flags = (comments.flag ?? '').split(/[,\n]/u).map((flag) => flag.trim());
  return { form, key, version: Number(version), english: msgid, pattern: msgstr.join(''), isFuzzy: flags.includes('fuzzy') };
};

const isText = (one: FileText | RefusedEntry): one is FileText => 'form' in one;

const assertOnce = (texts: readonly FileText[]): void => {
  const seen = new Set<string>();
  for (const { form, key } of texts) {
    if (seen.has(`${form}/${key}`)) throw textTwice(`${form}/${key}`);
    seen.add(`${form}/${key}`);
  }
};

/**
 * A translator's file as an editor saved it, in any order and wrapped anyhow. What was taken out of it (`#~`) is left out.
 * @throws Invalid `translator-file-too-large`, `translator-file-not-utf-8`, `not-a-translator-file`, `text-twice-in-file`, `translator-file-of-no-language`
 */
export const readTranslatorFile = (content: Uint8Array): TranslatorFile => {
  const file = parsed(decoded(content));
  if (!file.headers) throw notATranslatorFile();
  const language = languageOf(file);
  const entries = Object.values(file.translations).flatMap((byId) => Object.values(byId)).filter(({ msgctxt, msgid }) => msgctxt !== undefined || msgid !== '');
  const all = entries.map(textOf);
  const texts = all.filter(isText);
  assertOnce(texts);
  return { language, texts, refused: all.filter((one): one is RefusedEntry => !isText(one)) };
};
