import type { PatientLanguage } from './catalogs/catalog';
import { type LintProblem, lintText, mayBeMeant } from './lint';
import type { StandingText, TextState } from './text-standing';
import type { TextForm } from './texts';
import type { FileText, RefusedEntry, TranslatorFile } from './translator-file';

/** What approving one text of a file would change. */
export interface ProposedChange {
  form: TextForm;
  key: string;
  version: number;
  english: string;
  /** As it is said now; the same as `pattern` where a draft is found right as it is. */
  said: string;
  state: TextState;
  pattern: string;
  /** The newest review of the text; null: there was none. */
  seen: string | null;
  problems: LintProblem[];
}

type TextName = Pick<ProposedChange, 'form' | 'key'>;

/** What a file says, against what is said now. Nothing is saved by it. */
export interface FileReading {
  language: PatientLanguage;
  changes: ProposedChange[];
  /** Of no use, each with its reason. */
  refused: RefusedEntry[];
  /** Those that the file itself says nobody has read. */
  fuzzy: TextName[];
  untranslated: TextName[];
  /** How many are approved as they stand in the file. */
  unchanged: number;
}

/** The text that an entry means, or a sentence on why it means none. */
const meant = ({ version, english }: FileText, text: StandingText | undefined): StandingText | string => {
  if (!text) return 'There is no such text in this language.';
  if (text.draft.version !== version) return `The file has version ${version}, and the text is now version ${text.draft.version}. Download a new file.`;
  if (text.source !== english) return 'Its English is another now, or was changed in the file. Download a new file.';
  return text;
};

const isSaidSo = ({ pattern }: FileText, { said, state }: StandingText): boolean => state === 'reviewed' && said === pattern;

/** `short/confirmed.private` */
const nameOf = ({ form, key }: TextName): string => `${form}/${key}`;

export const mayBeApproved = ({ problems }: Pick<ProposedChange, 'problems'>): boolean => problems.every(({ rule }) => mayBeMeant(rule));

/** @param standing every text of the file's language */
export const changesIn = ({ language, texts, refused }: TranslatorFile, standing: readonly StandingText[]): FileReading => {
  const reading: FileReading = { language, changes: [], refused: [...refused], fuzzy: [], untranslated: [], unchanged: 0 };
  const known = new Map(standing.map((text) => [nameOf(text), text]));
  for (const text of texts) {
    const now = meant(text, known.get(nameOf(text)));
    if (typeof now === 'string') reading.refused.push({ entry: `${nameOf(text)}@${text.version}`, sentence: now });
    else if (text.pattern === '') reading.untranslated.push({ form: text.form, key: text.key });
    else if (isSaidSo(text, now)) reading.unchanged += 1;
    else if (text.isFuzzy) reading.fuzzy.push({ form: text.form, key: text.key });
    else reading.changes.push(changeOf(text, now, lintText({ ...text, language })));
  }
  return reading;
};

const changeOf = ({ form, key, version, english, pattern }: FileText, { said, state, newest }: StandingText, problems: LintProblem[]): ProposedChange => ({
  form, key, version, english, said, state, pattern, seen: newest?.id ?? null, problems,
});
