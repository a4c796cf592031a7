/** Scripts that put no space between words: a word of theirs is found inside of what stands around it. */
const UNSPACED = /[\p{Script=Han}\p{Script=Myanmar}\p{Script=Khmer}\p{Script=Lao}\p{Script=Thai}]/u;

const tokensOf = (text: string): string[] => text.toLowerCase().split(/[^\p{L}\p{M}\u200c]+/u);

/** Which of these words stand in the text, whole. @param listed in lower case */
export const wordsIn = (text: string, listed: Iterable<string>): string[] => {
  const tokens = new Set(tokensOf(text));
  return [...listed].filter((word) => (UNSPACED.test(word) ? text.includes(word) : tokens.has(word)));
};

/** Which of these beginnings a word of the text has, also behind the Arabic article. @param listed in lower case */
export const beginningsIn = (text: string, listed: Iterable<string>): string[] => {
  const tokens = tokensOf(text);
  return [...listed].filter((start) =>
    UNSPACED.test(start) ? text.includes(start) : tokens.some((token) => token.startsWith(start) || token.startsWith(`ال${start}`)),
  );
};
