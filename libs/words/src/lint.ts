import { carrierWords } from './carrier-words';
import type { CatalogText, PatientCatalog, PatientLanguage } from './catalogs/catalog';
import { allCatalogs, catalogOf } from './catalogs/catalogs';
import { anatomyOf, parsedAnatomy, type PatternAnatomy } from './lint-pattern';
import { beginningsIn, wordsIn } from './lint-words';
import { folded } from './reply-folding';
import { type TextForm, textsIn } from './texts';
import { zawgyiIn } from './zawgyi';

export const lintRules = [
  'missing',
  'unknown-key',
  'does-not-parse',
  'arguments-differ',
  'formats-by-locale',
  'foreign-letter',
  'other-language',
  'no-telling-letter',
  'same-as-english',
  'month-name',
  'opt-out-word',
  'tells-too-much',
  'answers-differ',
  'loose-digit',
  'foreign-digit',
  'control-character',
  'arguments-on-other-lines',
  'said-twice',
  'too-long',
  'answers-without-heading',
  'weekday-differs',
  'zawgyi',
] as const;
export type LintRule = (typeof lintRules)[number];

export interface LintProblem {
  language: PatientLanguage;
  key: string;
  rule: LintRule;
  /** What was found, for the person who mends it. */
  detail: string;
}

type Finding = readonly [LintRule, string];

interface TextUnderLint {
  catalog: PatientCatalog;
  key: string;
  pattern: string;
  anatomy: PatternAnatomy;
  source: string | undefined;
}

type Check = (text: TextUnderLint) => readonly Finding[];

const found = (rule: LintRule, details: readonly string[]): Finding[] => details.map((detail) => [rule, detail]);

/** What somebody who looks over a shoulder may read: texts for shared phones, subjects, and the page before its code. */
const isNeutral = (key: string): boolean =>
  /\.neutral$|^short\.subject\.|^page\.(neutralTitle|otherLanguage|code|leave|linkEnded)/u.test(key);

const isWholeMessage = (key: string): boolean => /^short\.(confirmed|reminder)\.|^long\.(confirmed|reminder)$/u.test(key);

const NEUTRAL_ARGUMENTS = new Set(['when', 'date', 'answered:other|yes', 'minutes', 'answer', 'digit']);

const optOutWords = new Set(
  [carrierWords, ...allCatalogs.map(({ replyWords }) => replyWords)].flatMap(({ stop }) => stop.map((word) => word.toLowerCase())),
);

const keepsArguments: Check = ({ anatomy, source }) => {
  const expected = source === undefined ? anatomy.arguments : anatomyOf(source).arguments;
  return expected.join() === anatomy.arguments.join()
    ? []
    : [['arguments-differ', `has ${anatomy.arguments.join(' ') || 'none'}, the source has ${expected.join(' ') || 'none'}`]];
};

const leavesIntlOut: Check = ({ anatomy }) => found('formats-by-locale', anatomy.localeFormats);

const lettersIn = (words: string): number => (words.match(/\p{L}/gu) ?? []).length;

const isInItsOwnLanguage: Check = ({ catalog, key, anatomy: { words } }) => {
  const { letters, never, always, alwaysFrom } = catalog.marks;
  const strangers = [...new Set(words.match(/\p{L}/gu) ?? [])].filter((letter) => !letters.test(letter));
  const neighbour = never?.exec(words)?.[0];
  return [
    ...found('foreign-letter', strangers),
    ...found('other-language', neighbour ? [neighbour] : []),
    ...found('no-telling-letter', (isWholeMessage(key) || lettersIn(words) >= alwaysFrom) && !always.test(words) ? [always.source] : []),
  ];
};

const isTranslated: Check = ({ catalog, pattern, source }) =>
  catalog.language !== 'en' && pattern === source && /\p{L}/u.test(anatomyOf(pattern).words)
    ? [['same-as-english', pattern]]
    : [];

const namesNoMonth: Check = ({ catalog, anatomy }) =>
  found('month-name', wordsIn(anatomy.words, catalog.marks.months.map((month) => month.toLowerCase())));

const asksForNoOptOut: Check = ({ anatomy }) => found('opt-out-word', wordsIn(anatomy.words, optOutWords));

const keepsSecrets: Check = ({ catalog, key, anatomy }) => {
  if (!isNeutral(key)) return [];
  const telling = beginningsIn(anatomy.words, catalog.marks.telling);
  return found('tells-too-much', [...telling, ...anatomy.arguments.filter((name) => !NEUTRAL_ARGUMENTS.has(name))]);
};

/** By digit, what its line may say: to the letter the page's answer, and of the further ones any reply that is read so. */
const linesByDigit = ({ page, replyWords }: PatientCatalog): ((line: string) => boolean)[] => {
  const exactly = (digit: number, { pattern }: CatalogText) => (line: string): boolean => line === `${digit}\u00a0${pattern.toLowerCase()}`;
  const readAs = (digit: number, { pattern }: CatalogText, replies: readonly string[]) => (line: string): boolean =>
    line.startsWith(`${digit}\u00a0`) && [pattern, ...replies].some((reply) => folded(reply) === folded(line.slice(2)));
  return [
    exactly(1, page.answerComing),
    exactly(2, page.answerCannotCome),
    exactly(3, page.answerCallMe),
    readAs(4, page.answerAnotherTime, replyWords.anotherTime),
    readAs(5, page.answerAnotherInterpreter, replyWords.anotherInterpreter),
    readAs(6, page.answerWrongLanguage, replyWords.wrongLanguage),
  ];
};

/** On a shared phone a fifth and a sixth answer would say that there is an interpreter, or another language. */
const NEUTRAL_DIGITS = 4;

const meansTheSameByDigit: Check = ({ catalog, key, anatomy }) => {
  if (!isWholeMessage(key)) return [];
  const lines = anatomy.words.toLowerCase().split('\n').filter((line) => /^\d/u.test(line));
  const fitting = linesByDigit(catalog).slice(0, isNeutral(key) ? NEUTRAL_DIGITS : undefined);
  const missing = fitting.flatMap((fits, index) => (lines.some(fits) ? [] : [`${index + 1}`]));
  return found('answers-differ', [...missing, ...lines.filter((line) => !fitting.some((fits) => fits(line)))]);
};

/** A digit stays with its word, a time with the word before it, when a line wraps. */
const bindsDigits: Check = ({ key, pattern }) => {
  const digits = pattern.match(/(?<=^|\n)\d(?!\u00a0).?/gu) ?? [];
  const times = key === 'calendar.time' ? (pattern.match(/[^\u00a0]\{time\}/gu) ?? []) : [];
  return found('loose-digit', [...digits, ...times]);
};

/** Western digits everywhere: they match door signs, tickets and the keys of the phone. */
const countsInOneSystem: Check = ({ anatomy }) => found('foreign-digit', anatomy.words.match(/(?![0-9])\p{Nd}/gu) ?? []);

/** Direction is set where a text is put together; a control of its own turns the rest of a message round. */
const leavesDirectionAlone: Check = ({ pattern }) =>
  found('control-character', (pattern.match(/[\p{Cc}\p{Cf}]/gu) ?? []).filter((character) => character !== '\n' && character !== '\u200c').map((character) => `U+${character.codePointAt(0)?.toString(16)}`));

const argumentsByLine = (pattern: string): string[] =>
  pattern.split('\n').map((line) => [...line.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort().join(' '));

/** Within a line languages have orders of their own; a place that stands after the word for the interpreter is a mistake. */
const keepsLines: Check = ({ key, pattern, source }) =>
  source !== undefined && !key.startsWith('calendar.') && argumentsByLine(pattern).join('\n') !== argumentsByLine(source).join('\n')
    ? [['arguments-on-other-lines', argumentsByLine(pattern).join(' / ')]]
    : [];

const SENTENCE_LETTERS = 8;

const saysItOnce: Check = ({ anatomy }) => {
  const sentences = anatomy.words.split(/[.!?።؟।。！？\n]/u).map((part) => part.trim()).filter((part) => lettersIn(part) >= SENTENCE_LETTERS);
  return found('said-twice', sentences.filter((sentence, index) => sentences.indexOf(sentence) !== index));
};

/** Three times what the English takes is another text; short words differ more than that. */
const isAboutAsLong: Check = ({ anatomy, source }) => {
  const [letters, expected] = [lettersIn(anatomy.words), lettersIn(source === undefined ? '' : anatomyOf(source).words)];
  return letters > 60 && letters > 3 * expected ? [['too-long', `${letters} letters, the source has ${expected}`]] : [];
};

const announcesAnswers: Check = ({ key, pattern }) =>
  isWholeMessage(key) && !/yes \{\n[^\n]*\p{L}[^\n]*\n1\u00a0/u.test(pattern) ? [['answers-without-heading', '1']] : [];

// CLDR spells Friday in Sorani with U+06BE, the orthography with U+0647.
const oneH = (text: string): string => text.replaceAll('\u06be', '\u0647');

/** `Intl` is wrong about much, and right about weekdays. Monday is 16 March 2026. */
const namesTheWeekday: Check = ({ catalog, key, pattern }) => {
  const [, day] = /^calendar\.weekday\.(\d)$/.exec(key) ?? [];
  if (day === undefined) return [];
  const icu = new Intl.DateTimeFormat(catalog.language, { weekday: 'long', timeZone: 'UTC', calendar: 'gregory' });
  return oneH(icu.format(Date.UTC(2026, 2, 15 + Number(day)))) === oneH(pattern) ? [] : [['weekday-differs', pattern]];
};

const isInUnicode: Check = ({ catalog, anatomy }) => found('zawgyi', catalog.language === 'my' ? zawgyiIn(anatomy.words) : []);

const checks: readonly Check[] = [
  keepsArguments,
  leavesIntlOut,
  isInItsOwnLanguage,
  isTranslated,
  namesNoMonth,
  asksForNoOptOut,
  keepsSecrets,
  meansTheSameByDigit,
  bindsDigits,
  countsInOneSystem,
  leavesDirectionAlone,
  keepsLines,
  saysItOnce,
  isAboutAsLong,
  announcesAnswers,
  namesTheWeekday,
  isInUnicode,
];

const calendarTexts = ({ calendar }: PatientCatalog): [string, string][] => [
  ['calendar.date', calendar.date],
  ['calendar.time', calendar.time],
  ['calendar.when', calendar.when],
  ...(calendar.style.kind === 'numeric' ? [['calendar.lowDay', calendar.style.lowDay] as [string, string]] : []),
  ...(calendar.style.kind === 'worded' ? [['calendar.words', calendar.style.words] as [string, string]] : []),
  ...(calendar.dawn ? [['calendar.dawn', calendar.dawn] as [string, string]] : []),
  ...calendar.weekdays.map((weekday, index): [string, string] => [`calendar.weekday.${index + 1}`, weekday]),
  ...Object.entries(calendar.partsOfDay).map(([part, word]): [string, string] => [`calendar.part.${part}`, word]),
];

const textsOf = (catalog: PatientCatalog): Map<string, string> =>
  new Map([
    ...textsIn(catalog).map(({ form, key, text }): [string, string] => [`${form}.${key}`, text.pattern]),
    ...calendarTexts(catalog),
  ]);

const isOptional = (key: string): boolean => /^spoken\.|^calendar\.(dawn|lowDay|words)$/u.test(key);

const findingsIn = (catalog: PatientCatalog, key: string, pattern: string, source: string | undefined): readonly Finding[] => {
  const anatomy = parsedAnatomy(pattern);
  if (!anatomy) return [['does-not-parse', pattern]];
  return checks.flatMap((check) => check({ catalog, key, pattern, anatomy, source }));
};

/**
 * Everything a machine can say against a language's texts, beside the English they were made from.
 * It knows letters, keys and arguments, not meaning: a reader of the language has the last word.
 */
export const lintCatalog = (catalog: PatientCatalog, source: PatientCatalog): LintProblem[] => {
  const texts = textsOf(catalog);
  const sources = textsOf(source);
  const problem =
    (key: string) =>
    ([rule, detail]: Finding): LintProblem => ({ language: catalog.language, key, rule, detail });
  const missing = [...sources.keys()].filter((key) => !texts.has(key) && !isOptional(key));
  const unknown = [...texts.keys()].filter((key) => !sources.has(key) && !isOptional(key));
  return [
    ...missing.map((key) => problem(key)(['missing', key])),
    ...unknown.map((key) => problem(key)(['unknown-key', key])),
    ...[...texts].flatMap(([key, pattern]) => findingsIn(catalog, key, pattern, sources.get(key)).map(problem(key))),
  ];
};

/** Found by a measure that a good text may miss; everything else is a mistake. */
const MEANT = new Set<LintRule>(['same-as-english', 'no-telling-letter', 'said-twice', 'too-long']);

export const mayBeMeant = (rule: LintRule): boolean => MEANT.has(rule);

/** As `lintCatalog`, of one text as somebody edited it. */
export const lintText = ({ language, form, key, pattern }: { language: PatientLanguage; form: TextForm; key: string; pattern: string }): LintProblem[] => {
  const address = `${form}.${key}`;
  return findingsIn(catalogOf(language), address, pattern, textsOf(catalogOf('en')).get(address)).map(([rule, detail]) => ({ language, key: address, rule, detail }));
};
