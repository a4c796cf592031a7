import { IntlMessageFormat } from 'intl-messageformat';

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

export interface PatternAnatomy {
  /** The words themselves, without arguments; branches of a select are each on a line of their own. */
  words: string;
  /** `when`, `who:other|yes`: what a translation must keep, sorted. */
  arguments: string[];
  /** Arguments that `Intl` would format in its own digits, calendar or plural: none is allowed. */
  localeFormats: string[];
}

const isLiteral = (element: Element): boolean => element.type === 0;

/** @throws SyntaxError if the pattern is not ICU MessageFormat. */
export const anatomyOf = (pattern: string): PatternAnatomy => {
  const words: string[] = [];
  const names = new Set<string>();
  const localeFormats = new Set<string>();
  const visit = (element: Element): void => {
    if (!('value' in element)) return;
    if (isLiteral(element)) {
      words.push(element.value);
    } else if ('options' in element) {
      if ('pluralType' in element) localeFormats.add(element.value);
      names.add(`${element.value}:${Object.keys(element.options).sort().join('|')}`);
      Object.values(element.options).forEach((option) => {
        words.push('\n');
        option.value.forEach(visit);
        words.push('\n');
      });
    } else {
      if ('style' in element) localeFormats.add(element.value);
      names.add(element.value);
      words.push(' ');
    }
  };
  new IntlMessageFormat(pattern, 'en', undefined, { ignoreTag: true }).getAst().forEach(visit);
  return { words: words.join(''), arguments: [...names].sort(), localeFormats: [...localeFormats].sort() };
};

/** Null where it is not ICU MessageFormat. */
export const parsedAnatomy = (pattern: string): PatternAnatomy | null => {
  try {
    return anatomyOf(pattern);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
};
