import type { PatientCatalog } from './catalogs/catalog';
import { allCatalogs } from './catalogs/catalogs';

export type ReplyMeaning = 'coming' | 'cannot-come' | 'call-me' | 'stop';

const QUESTION_MARKS = /[?？؟፧⁇⁈⁉]/u;

/** Numerals that Unicode counts neither as decimal digits nor as another way to write one: Ge'ez and dingbats. */
const OTHER_NUMERALS: ReadonlyMap<string, string> = new Map(
  ['፩❶➀➊', '፪❷➁➋', '፫❸➂➌'].flatMap((signs, index) => [...signs].map((sign) => [sign, String(index + 1)] as const)),
);

/** Letters that keyboards, schools and the two sides of a border write differently in the same word. */
const SPELLINGS: ReadonlyMap<string, string> = new Map(
  ['أإآٱا', 'ييىی', 'كک', 'ھەه', 'አኣ', 'ፀጸ', 'ፁጹ', 'ፂጺ', 'ፃጻ', 'ፄጼ', 'ፅጽ', 'ፆጾ'].flatMap((letters) =>
    [...letters].map((letter) => [letter, letters.slice(-1)] as const),
  ),
);

const isDecimal = (codePoint: number): boolean => /^\p{Nd}$/u.test(String.fromCodePoint(codePoint));

/** Unicode encodes every set of decimal digits as a run from 0 to 9, so that the distance to its start is the value. */
const decimalValue = (digit: string): string => {
  const codePoint = digit.codePointAt(0) ?? 0;
  let start = codePoint;
  while (isDecimal(start - 1)) start -= 1;
  return String((codePoint - start) % 10);
};

/** What remains of a text when typing habits are taken away: width, marks, direction controls, spelling, punctuation. */
const folded = (text: string): string =>
  [...text.normalize('NFKC').toLowerCase().replace(/[\p{Cf}\p{M}ـ]/gu, '')]
    .map((letter) => SPELLINGS.get(letter) ?? OTHER_NUMERALS.get(letter) ?? letter)
    .join('')
    .replace(/\p{Nd}/gu, decimalValue)
    .replace(/[\p{P}\s]+/gu, ' ')
    .trim();

const digitReplies: ReadonlyMap<string, ReplyMeaning> = new Map([
  ['1', 'coming'],
  ['2', 'cannot-come'],
  ['3', 'call-me'],
]);

const wordsIn = ({ page, replyWords }: PatientCatalog): Record<ReplyMeaning, readonly string[]> => ({
  coming: [page.answerComing.pattern, ...replyWords.coming],
  'cannot-come': [page.answerCannotCome.pattern, ...replyWords.cannotCome],
  'call-me': [page.answerCallMe.pattern, ...replyWords.callMe],
  stop: replyWords.stop,
});

/** Every exact reply of every language, folded. No two languages may give one a different meaning. */
export const knownReplies: readonly (readonly [string, ReplyMeaning])[] = allCatalogs
  .flatMap((catalog) => Object.entries(wordsIn(catalog)) as [ReplyMeaning, readonly string[]][])
  .flatMap(([meaning, words]) => words.map((word) => [folded(word), meaning] as const));

const wordReplies: ReadonlyMap<string, ReplyMeaning> = new Map(knownReplies);

/**
 * What a reply says, if it says it beyond doubt: one of the digits 1, 2, 3 in any numeral system, an exact reply in a
 * language we write in, or both when they agree. Anything else, a question above all, is `null` and goes to a person.
 */
export const readReply = (text: string): ReplyMeaning | null => {
  if (QUESTION_MARKS.test(text)) return null;
  const reply = folded(text);
  const whole = digitReplies.get(reply) ?? wordReplies.get(reply);
  if (whole) return whole;
  const [, digit = '', words = ''] = /^(\d) (.+)$/u.exec(reply) ?? [];
  const byDigit = digitReplies.get(digit);
  return byDigit !== undefined && byDigit === wordReplies.get(words) ? byDigit : null;
};
