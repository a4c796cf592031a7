/** Letters and digits of any script, without accents, apostrophes and case: what two spellings of a name have in common. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{Mn}|['’‘ʼʻ`]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{Mc}]+/gu, ' ')
    .trim();
