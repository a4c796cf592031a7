/**
 * A text in ICU MessageFormat, in pieces that join to it again: words to be written, with values in them (`{when}`), and
 * what holds them together (`{who, select, yes {`), which nobody has to type.
 */
export type Piece =
  | { kind: 'fixed'; text: string }
  | {
      kind: 'words';
      text: string;
      /** The choices it stands in, outermost first: `who=yes`. */
      within: readonly string[];
    };

const SELECT = /^\{\s*(\w+)\s*,\s*select\s*,\s*(\w+)\s*\{/;
const NEXT_OPTION = /^\}\s*(\w+)\s*\{/;
const END = /^\}\s*\}/;
const VALUE = /^\{\s*\w+\s*\}/;

/** Line breaks before and after the words of a choice belong to how the text is built. */
const wordsOf = (text: string, within: readonly string[]): Piece[] => {
  const [, before = '', words = '', after = ''] = /^(\n*)([\s\S]*?)(\n*)$/.exec(text) ?? [];
  return [
    { kind: 'fixed' as const, text: before },
    { kind: 'words' as const, text: words, within },
    { kind: 'fixed' as const, text: after },
  ].filter((piece) => piece.text !== '' || piece.kind === 'words');
};

/** Null where it is written in a way that has to be seen whole: braces that do not match, quoted braces. */
export const piecesOf = (pattern: string): Piece[] | null => {
  if (/'[{}]/.test(pattern)) return null;
  const pieces: Piece[] = [];
  const open: { name: string; option: string }[] = [];
  let words = '';
  const within = () => open.map(({ name, option }) => `${name}=${option}`);
  const fix = (text: string) => {
    pieces.push(...wordsOf(words, within()), { kind: 'fixed', text });
    words = '';
  };
  for (let rest = pattern; rest !== ''; ) {
    const [value = null] = VALUE.exec(rest) ?? [];
    const [select, name = '', option = ''] = SELECT.exec(rest) ?? [];
    const inside = open.at(-1);
    const [next, another = ''] = (inside && NEXT_OPTION.exec(rest)) ?? [];
    const [end] = (inside && END.exec(rest)) ?? [];
    const taken = value ?? select ?? next ?? end ?? rest.charAt(0);
    if (select !== undefined && value === null) {
      fix(select);
      open.push({ name, option });
    } else if (next !== undefined && inside) {
      fix(next);
      inside.option = another;
    } else if (end !== undefined) {
      fix(end);
      open.pop();
    } else if (value === null && /[{}]/.test(taken)) {
      return null;
    } else {
      words += taken;
    }
    rest = rest.slice(taken.length);
  }
  if (open.length > 0) return null;
  return [...pieces, ...wordsOf(words, [])];
};

export const joined = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('');

/** A digit stays with its answer when a line wraps; nobody has to know how to type that. */
const bound = (words: string): string => words.replace(/^(\d) (?=\S)/gm, '$1\u00a0');

/** @param place of the piece among all. */
export const rewritten = (pieces: readonly Piece[], place: number, words: string): readonly Piece[] =>
  pieces.map((piece, at) => (at === place ? { ...piece, text: bound(words) } : piece));
