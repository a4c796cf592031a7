/** Letters and digits of any script in lower case, without accents: "Osmán" is found by "osman". */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .trim();

/** What a search at the desk looks through. */
export const searchText = (name: string, recordNumber: string | null): string => plain(`${name} ${recordNumber ?? ''}`);

/** The words of a search; each must be found. */
export const searchWords = (search: string | undefined): string[] => plain(search ?? '').split(/\s+/).filter(Boolean);
