import type { CatalogText, PageKey, PatientLanguage, ReviewState } from './catalogs/catalog';
import { allCatalogs, catalogOf } from './catalogs/catalogs';
import { pageKeys } from './catalogs/keys';
import { type AppointmentTime, whenWords } from './dates';
import { type Direction, fill, plainText, type TextPart } from './text';
import type { Wordbook } from './wordbook';

/** How a language is written, for `lang` and `dir` attributes and for the list of other languages. */
export interface Writing {
  language: PatientLanguage;
  lang: string;
  dir: Direction;
  autonym: string;
  englishName: string;
}

/** @throws NotFound `no-text-in-language`. */
export const writingOf = (language: string): Writing => {
  const { language: id, lang, dir, autonym, englishName } = catalogOf(language);
  return { language: id, lang, dir, autonym, englishName };
};

export const writings: readonly Writing[] = allCatalogs.map(({ language }) => writingOf(language));

/** What is said after an answer, with the appointment it was given to. */
const savedKeys = {
  coming: 'savedComing',
  'cannot-come': 'savedCannotCome',
  'another-time': 'savedAnotherTime',
} as const satisfies Readonly<Record<string, PageKey>>;
type SavedKey = (typeof savedKeys)[keyof typeof savedKeys];

export type PageWord = Exclude<PageKey, SavedKey>;

const isPageWord = (key: PageKey): key is PageWord => !Object.values<PageKey>(savedKeys).includes(key);

const pageWordKeys = pageKeys.filter(isPageWord);

const wordsOf = (page: Readonly<Record<PageKey, CatalogText>>): Record<PageWord, string> =>
  Object.fromEntries(pageWordKeys.map((key) => [key, plainText(fill(page[key].pattern), 'ltr')])) as Record<PageWord, string>;

/** The words of the patient's page that take no values. @throws NotFound `no-text-in-language`. */
export const pageWords = (words: Wordbook, language: string): Readonly<Record<PageWord, string>> => wordsOf(words.catalogOf(language).page);

/** "You are coming on …" in runs: those with `dir` belong into a `<bdi dir>`. */
export const savedAnswer = (words: Wordbook, language: string, answer: keyof typeof savedKeys, at: AppointmentTime): TextPart[] =>
  fill(words.catalogOf(language).page[savedKeys[answer]].pattern, { when: whenWords(language, at).phrase });

/** Whether the page must say that a machine wrote it and show the English beside. */
export const pageReviewState = (words: Wordbook, language: string): ReviewState => {
  const states = Object.values(words.catalogOf(language).page).map(({ reviewState }) => reviewState);
  const worstFirst: readonly ReviewState[] = ['draft', 'reviewed', 'source'];
  return worstFirst.find((state) => states.includes(state)) ?? 'draft';
};
