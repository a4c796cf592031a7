import type { Direction } from '../text';
import type { EasyReadKey, LongKey, PageKey, ShortKey, SpokenKey } from './keys';

export type { EasyReadKey, LongKey, PageKey, ShortKey, SpokenKey } from './keys';

/** The languages of writing we have texts for; a patient's *reading* varieties lead to one of them, or to none. */
export const patientLanguages = ['ar', 'ti', 'prs', 'fa', 'so', 'ckb', 'uk', 'ur', 'bn', 'ru', 'es', 'fr', 'tr', 'zh-Hans', 'zh-Hant', 'ro', 'sw', 'sq', 'am', 'my', 'kmr', 'bs', 'hr', 'sr-Latn', 'vi', 'ne', 'ta', 'en'] as const;
export type PatientLanguage = (typeof patientLanguages)[number];

/** `source` is what the others translate; `draft` was written by a machine and read by nobody who reads the language. */
export type ReviewState = 'source' | 'draft' | 'reviewed';

export interface CatalogText {
  /** ICU MessageFormat with plain and `select` arguments only. */
  pattern: string;
  version: number;
  author: string;
  reviewState: ReviewState;
}

export type Texts<Key extends string> = Readonly<Record<Key, CatalogText>>;

export const partsOfDay = ['afterMidnight', 'morning', 'midday', 'afternoon', 'evening', 'night'] as const;
export type PartOfDay = (typeof partsOfDay)[number];

/**
 * Day, month, year, but where each number has a word of its own and no two can change places. Numeric dates with a day up to
 * 12 use `lowDay`, which says which number is the month: the weekday alone does not (Thursday 3/12/2026 is a Thursday read
 * either way round).
 */
export type DateStyle =
  | { kind: 'numeric'; separator: '/' | '.'; padded: boolean; lowDay: string }
  | { kind: 'named-months'; months: readonly string[] }
  /** `{year}`, `{month}`, `{day}` in the order in which the language says them. */
  | { kind: 'worded'; words: string };

export interface CatalogCalendar {
  /** Monday first. */
  weekdays: readonly string[];
  partsOfDay: Readonly<Record<PartOfDay, string>>;
  style: DateStyle;
  /** `{weekday} {date}`, with the calendar's name where readers also live by another one. */
  date: string;
  /** `{time} {part}` */
  time: string;
  /** `{date} {time}` */
  when: string;
  /** `{time} {part}` counted from dawn (06:00 is 12); absent where nobody counts so. */
  dawn?: string;
}

/** Whole replies that leave no doubt; the answers of the page are added to them. */
export interface ReplyWords {
  coming: readonly string[];
  cannotCome: readonly string[];
  callMe: readonly string[];
  anotherTime: readonly string[];
  anotherInterpreter: readonly string[];
  wrongLanguage: readonly string[];
  help: readonly string[];
  stop: readonly string[];
}

/** What tells a language's texts from its neighbours', and what its texts must not contain. */
export interface LanguageMarks {
  /** Every letter belongs to it. */
  letters: RegExp;
  /** Letters of a neighbour that writes in the same script, or that the language does not have. */
  never: RegExp | null;
  /** A whole message of this language has it somewhere, and so has any text of so many letters (as ours were counted; none: `Infinity`). */
  always: RegExp;
  alwaysFrom: number;
  /** Whole words; a month is a number (the Ethiopic and solar Hijri calendars share the names). From CLDR and common use. */
  months: readonly string[];
  /** Beginnings of words that a text for a shared phone must not contain. */
  telling: readonly string[];
}

/** A list as it is read. */
export const words = (text: string): string[] => text.split(' ');

/** A language, before anything is said in it. */
export interface LanguageFacts {
  language: PatientLanguage;
  /** BCP 47, for the `lang` attribute. */
  lang: string;
  dir: Direction;
  autonym: string;
  englishName: string;
  /** Western digits everywhere: they match door signs, tickets, other letters and the keys of the phone. */
  numbering: 'latn';
  /** Ids of the varieties whose declared reading this text serves. Default deny: who is not listed has no text. */
  readers: readonly string[];
  calendar: CatalogCalendar;
  replyWords: ReplyWords;
  marks: LanguageMarks;
}

/** What a call says where a machine can say it. */
export interface SpokenTexts {
  /** Of Twilio's `<Say>`. */
  voice: { language: string; name: string };
  /** Varieties whose speakers understand this voice as their own; whoever else hears it must read the language. */
  speakers: readonly string[];
  /** Where whoever reads the language may speak another, as readers of Chinese do. */
  speakersOnly?: true;
  /** `{weekday}`, `{day}`, `{month}`, `{time}`, `{part}`: said, not written, so that nothing is read as a fraction. */
  when: string;
  texts: Texts<SpokenKey>;
}

export interface PatientCatalog extends LanguageFacts {
  short: Texts<ShortKey>;
  long: Texts<LongKey>;
  easyRead: Texts<EasyReadKey>;
  page: Texts<PageKey>;
  /**
   * Null where no voice speaks it (those of Amazon Polly and Google, twilio.com/docs/voice/twiml/say/text-speech, and the list in
   * Twilio's client): these languages are heard from recordings, or from a person.
   */
  spoken: SpokenTexts | null;
}

const textsOf =
  (author: string, reviewState: ReviewState) =>
  <Key extends string>(version: number, patterns: Readonly<Record<Key, string>>): Record<Key, CatalogText> => {
    const entries = Object.entries<string>(patterns).map(([key, pattern]) => [key, { pattern, version, author, reviewState }]);
    return Object.fromEntries(entries) as Record<Key, CatalogText>;
  };

/** Machine-written and unreviewed: those that say more than who, when, where and how to answer wait for a reader (`isSayable`). */
export const drafts = textsOf('machine', 'draft');

export const sources = textsOf('dragoman team', 'source');

export interface Answers {
  coming: string;
  cannotCome: string;
  callMe: string;
  anotherTime: string;
  anotherInterpreter: string;
  wrongLanguage: string;
}

const linesOf = (answers: readonly string[], from = 1): string => answers.map((answer, index) => `\n${index + from}\u00a0${answer}`).join('');

const ASK_FROM = 3;

/**
 * One line per answer, where an answer can come back; the digit stays with its word when the line wraps. The last
 * three stand there if there is room. On a shared phone none says that there is an interpreter, or another language.
 */
export const replyLines = (
  heading: string,
  { coming, cannotCome, callMe, anotherTime, anotherInterpreter, wrongLanguage }: Answers,
): { neutral: string; private: string; afterwards: string } => {
  const always = [coming, cannotCome, callMe];
  const further = linesOf([anotherTime, anotherInterpreter, wrongLanguage], always.length + 1);
  const asking = (lines: string): string => `{answered, select, yes {\n${heading}${lines}} other {}}`;
  return {
    neutral: asking(linesOf([...always, anotherTime])),
    private: asking(`${linesOf(always)}{room, select, yes {${further}} other {}}`),
    // To somebody who did not come, there is nothing to say yes or no to.
    afterwards: asking(linesOf([callMe, anotherTime], ASK_FROM)),
  };
};
