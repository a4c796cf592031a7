import { allCatalogs } from './catalogs/catalogs';

const scripts: readonly (readonly [name: string, letter: RegExp])[] = [
  ['Arabic', /\p{Script=Arabic}/u],
  ['Ethiopic', /\p{Script=Ethiopic}/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Burmese', /\p{Script=Myanmar}/u],
  ['Devanagari', /\p{Script=Devanagari}/u],
  ['Tamil', /\p{Script=Tamil}/u],
  ['Bengali', /\p{Script=Bengali}/u],
  ['Chinese', /\p{Script=Han}/u],
  ['Latin', /\p{Script=Latin}/u],
];

const lettersOf = (text: string): string[] => text.normalize('NFC').match(/\p{L}/gu) ?? [];

/**
 * The language that a reply is probably in: that of the last text it may answer, where every letter belongs to it and
 * none is a neighbour's. Latin letters say nothing: they are also what people type in whose keyboard lacks their own.
 * @param sent BCP 47, of the last text that went there; null if none did
 * @returns `und` where it is not known
 */
export const probableLanguage = (reply: string, sent: string | null): string => {
  const catalog = allCatalogs.find(({ lang }) => lang === sent);
  const letters = lettersOf(reply);
  if (!catalog || letters.length === 0) return 'und';
  const { marks } = catalog;
  const isLatin = letters.some((letter) => /\p{Script=Latin}/u.test(letter));
  const fits = letters.every((letter) => marks.letters.test(letter)) && !marks.never?.test(reply);
  return fits && !isLatin ? catalog.lang : 'und';
};

/** For staff who look for somebody to read it: `probably Arabic`, `in Latin letters`; null where there is nothing to read. */
export const writtenIn = ({ body, lang }: { body: string; lang: string }): string | null => {
  const known = allCatalogs.find((catalog) => catalog.lang === lang);
  if (known) return `probably ${known.englishName}`;
  const letters = lettersOf(body);
  const used = scripts.filter(([, script]) => letters.some((letter) => script.test(letter))).map(([name]) => name);
  return used.length === 0 ? null : `in ${used.join(' and ')} letters`;
};
