import { IntlMessageFormat } from 'intl-messageformat';

export type Direction = 'ltr' | 'rtl';

/**
 * A run of text. With `dir` it may run against its surroundings and must be isolated from them:
 * a page wraps it in `<bdi dir>`, plain text in Unicode isolates.
 */
export interface TextPart {
  text: string;
  dir?: 'ltr' | 'auto';
}

/** What fills a pattern: runs of text, or the bare word that an ICU `select` chooses by. */
export type TextValues = Readonly<Record<string, readonly TextPart[] | string>>;

const LEFT_TO_RIGHT_ISOLATE = '\u2066';
const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

const RIGHT_TO_LEFT_LETTERS = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

// A name carries no line breaks and no direction controls of its own: one stray control turns the rest of a message.
const CONTROLS = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

const singleLine = (text: string): string => text.replace(CONTROLS, ' ').replace(/ {2,}/g, ' ').trim();

/** Something a person or a clinic is called, in whatever script they write it. */
export const nameText = (text: string): TextPart => ({ text: singleLine(text), dir: 'auto' });

/** A date, a time, a number: reads from left to right in every language. */
export const figureText = (text: string): TextPart => ({ text: singleLine(text), dir: 'ltr' });

export const wordText = (text: string): TextPart => ({ text });

const compiled = new Map<string, IntlMessageFormat>();

const compile = (pattern: string): IntlMessageFormat => {
  const known = compiled.get(pattern);
  if (known) return known;
  // Patterns may only select, which needs no locale: `Intl` has no say in what a patient reads.
  const format = new IntlMessageFormat(pattern, 'en', undefined, { ignoreTag: true });
  compiled.set(pattern, format);
  return format;
};

/** Fills an ICU MessageFormat pattern, keeping each value a run of its own. @throws FormatError if a value is missing. */
export const fill = (pattern: string, values: TextValues = {}): TextPart[] =>
  compile(pattern)
    .formatToParts<readonly TextPart[]>(values)
    .flatMap(({ value }) => (typeof value === 'string' ? [wordText(value)] : value));

const isolated = (part: TextPart, surroundings: Direction): string => {
  if (!part.dir) return part.text;
  if (surroundings === 'rtl') {
    return `${part.dir === 'ltr' ? LEFT_TO_RIGHT_ISOLATE : FIRST_STRONG_ISOLATE}${part.text}${POP_ISOLATE}`;
  }
  // In left-to-right text an isolate is worth its price (it forces UCS-2 on an SMS) only around right-to-left letters.
  return RIGHT_TO_LEFT_LETTERS.test(part.text) ? `${FIRST_STRONG_ISOLATE}${part.text}${POP_ISOLATE}` : part.text;
};

/** One string for a channel without markup, with Unicode isolates where runs could disturb each other. */
export const plainText = (parts: readonly TextPart[], surroundings: Direction): string =>
  parts.map((part) => isolated(part, surroundings)).join('');
