import type { Variety } from './variety';

export interface Written {
  /** BCP 47, for fonts and screen readers; null where nothing true can be said. */
  readonly lang: string | null;
  readonly dir: 'ltr' | 'rtl';
  /** ISO 15924 of the letters themselves; null for what has none. */
  readonly script: string | null;
}

const scripts = [
  'Latn', 'Arab', 'Ethi', 'Mymr', 'Cyrl', 'Deva', 'Beng', 'Taml', 'Hani', 'Tibt', 'Syrc', 'Hebr', 'Grek', 'Armn', 'Geor', 'Guru',
  'Gujr', 'Sinh', 'Telu', 'Mlym', 'Knda', 'Khmr', 'Laoo', 'Thai', 'Hang', 'Hira', 'Mong', 'Tfng', 'Vaii', 'Nkoo', 'Adlm', 'Kali', 'Rohg',
] as const;
const letters = scripts.map((script) => [script, new RegExp(`\\p{Script=${script}}`, 'u')] as const);
const rightToLeft: readonly string[] = ['Arab', 'Hebr', 'Syrc', 'Nkoo', 'Adlm', 'Rohg'];

const scriptOf = (text: string): string | null => letters.find(([, letter]) => letter.test(text))?.[0] ?? null;

/** Browsers know these by two letters only; not worked out by `Intl`, to which `kmr` is all of `ku`. */
const shorter: Readonly<Record<string, string>> = {
  aar: 'aa', ava: 'av', fas: 'fa', fij: 'fj', hat: 'ht', hbs: 'sh', kau: 'kr', kin: 'rw', kon: 'kg', kur: 'ku', mah: 'mh', nya: 'ny',
  smo: 'sm', som: 'so', twi: 'tw', ukr: 'uk',
};
const tagOf = ({ renderLocale, iso639_3 }: Variety): string | null => renderLocale ?? (iso639_3 && (shorter[iso639_3] ?? iso639_3));

/** How to show the autonym: by its own letters, because a language may have several scripts and a sign language none. */
export const writtenAutonym = (variety: Variety): Written | null => {
  const { autonym, kind, scripts: own } = variety;
  if (autonym === null) return null;
  const found = scriptOf(autonym);
  const script = found === 'Hani' ? (own.find((one) => one.startsWith('Han')) ?? found) : found;
  return {
    lang: kind === 'signed' ? null : tagOf(variety),
    dir: script !== null && rightToLeft.includes(script) ? 'rtl' : 'ltr',
    script,
  };
};
