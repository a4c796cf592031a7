/** Numerals that Unicode counts neither as decimal digits nor as another way to write one: Ge'ez and dingbats. */
const OTHER_NUMERALS: ReadonlyMap<string, string> = new Map(
  ['፩❶➀➊', '፪❷➁➋', '፫❸➂➌', '፬❹➃➍', '፭❺➄➎', '፮❻➅➏'].flatMap((signs, index) =>
    [...signs].map((sign) => [sign, String(index + 1)] as const),
  ),
);

/** Letters that keyboards, schools and the two sides of a border write differently in the same word. */
const SPELLINGS: ReadonlyMap<string, string> = new Map(
  ['أإآٱا', 'ييىی', 'كک', 'ھەه', 'አኣ', 'ፀጸ', 'ፁጹ', 'ፂጺ', 'ፃጻ', 'ፄጼ', 'ፅጽ', 'ፆጾ', 'ёе', 'ıi', 'şș', 'ţț'].flatMap((letters) =>
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

/** Vowels, and more, in the scripts of India and Burma, where they make another word; everywhere else a habit. */
const MARKS_OF_HABIT = /(?![\p{Script=Bengali}\p{Script=Devanagari}\p{Script=Myanmar}\p{Script=Tamil}])\p{M}/gu;

/** Where no space stands between words, one that somebody typed says nothing. */
const SPACES_OF_HABIT = /(?<=[\p{Script=Han}\p{Script=Myanmar}]) (?=[\p{Script=Han}\p{Script=Myanmar}])/gu;

/** What remains of a text when typing habits are taken away: width, marks, direction controls, spelling, punctuation. */
export const folded = (text: string): string =>
  [...text.normalize('NFKC').toLowerCase().replace(/[\p{Cf}ـ]/gu, '').replace(MARKS_OF_HABIT, '')]
    .map((letter) => SPELLINGS.get(letter) ?? OTHER_NUMERALS.get(letter) ?? letter)
    .join('')
    .replace(/\p{Nd}/gu, decimalValue)
    .replace(/[\p{P}\s]+/gu, ' ')
    .replace(SPACES_OF_HABIT, '')
    .trim();

/** Whoever asks something does not answer. */
export const isQuestion = (text: string): boolean => /[?？؟፧⁇⁈⁉]/u.test(text);
