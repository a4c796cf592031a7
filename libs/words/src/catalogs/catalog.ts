import type { Direction } from '../text';

/** The languages of writing we have texts for; a patient's *reading* varieties lead to one of them, or to none. */
export const patientLanguages = ['ar', 'ti', 'prs', 'so', 'ckb', 'uk', 'en'] as const;
export type PatientLanguage = (typeof patientLanguages)[number];

/** `source` is what the others translate; `draft` was written by a machine and read by nobody who reads the language. */
export type ReviewState = 'source' | 'draft' | 'reviewed';

export interface CatalogText<State extends ReviewState = ReviewState> {
  /** ICU MessageFormat with plain and `select` arguments only. */
  pattern: string;
  version: number;
  author: string;
  reviewState: State;
}

export const messageKeys = [
  'confirmed.neutral',
  'confirmed.private',
  'reminder.neutral',
  'reminder.private',
  'help.neutral',
  'help.private',
  'supporter.neutral',
  'supporter.private',
  'subject.neutral',
  'subject.private',
] as const;
export type MessageKey = (typeof messageKeys)[number];

export const pageKeys = [
  'title',
  'otherLanguage',
  'inEnglish',
  'draftNotice',
  'whenLabel',
  'whereLabel',
  'clinicLabel',
  'interpreterLabel',
  'question',
  'answerComing',
  'answerCannotCome',
  'answerCallMe',
  'answerAnotherTime',
  'answerAnotherInterpreter',
  'answerWrongLanguage',
  'saved',
  'savedComing',
  'savedCannotCome',
  'savedCallMe',
  'savedAnotherTime',
  'changeAnswer',
  'notSaved',
  'neutralTitle',
  'codeQuestion',
  'codeHint',
  'codeContinue',
  'codeForgotten',
  'codeForgottenHint',
  'codeWrong',
  'leave',
  'linkEnded',
  'linkEndedHint',
  'stopQuestion',
  'stopConfirm',
  'stopped',
] as const;
export type PageKey = (typeof pageKeys)[number];

/** More than who, when and where: a language has these only once a reader of it has approved them. */
export const reviewedOnlyKeys = ['assurance', 'interpreterJoins', 'callUs'] as const;
export type ReviewedOnlyKey = (typeof reviewedOnlyKeys)[number];

export const partsOfDay = ['afterMidnight', 'morning', 'midday', 'afternoon', 'evening', 'night'] as const;
export type PartOfDay = (typeof partsOfDay)[number];

/**
 * Always day, month, year. Numeric dates with a day up to 12 use `lowDay`, which says which number is the month:
 * the weekday alone does not (Thursday 3/12/2026 is a Thursday read either way round).
 */
export type DateStyle =
  | { kind: 'numeric'; separator: '/' | '.'; padded: boolean; lowDay: string }
  | { kind: 'named-months'; months: readonly string[] };

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

export interface PatientCatalog {
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
  messages: Readonly<Record<MessageKey, CatalogText>>;
  page: Readonly<Record<PageKey, CatalogText>>;
  reviewedOnly: Readonly<Partial<Record<ReviewedOnlyKey, CatalogText<'source' | 'reviewed'>>>>;
  replyWords: ReplyWords;
}

const textsOf =
  <State extends ReviewState>(author: string, reviewState: State) =>
  <Key extends string>(version: number, patterns: Readonly<Record<Key, string>>): Record<Key, CatalogText<State>> => {
    const entries = Object.entries<string>(patterns).map(([key, pattern]) => [key, { pattern, version, author, reviewState }]);
    return Object.fromEntries(entries) as Record<Key, CatalogText<State>>;
  };

/** Machine-written and unreviewed: may say who, when, where and how to answer, and nothing else. */
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

/**
 * One line per answer, where an answer can come back; the digit stays with its word when the line wraps. The last
 * three stand there if there is room. On a shared phone none says that there is an interpreter, or another language.
 */
export const replyLines = (
  heading: string,
  { coming, cannotCome, callMe, anotherTime, anotherInterpreter, wrongLanguage }: Answers,
): { neutral: string; private: string } => {
  const always = [coming, cannotCome, callMe];
  const further = linesOf([anotherTime, anotherInterpreter, wrongLanguage], always.length + 1);
  const asking = (lines: string): string => `{answered, select, yes {\n${heading}${lines}} other {}}`;
  return {
    neutral: asking(linesOf([...always, anotherTime])),
    private: asking(`${linesOf(always)}{room, select, yes {${further}} other {}}`),
  };
};
