import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

interface Face {
  /** Of `@expo-google-fonts`, with whole fonts. */
  pack: string;
  /** As its files are called. */
  file: string;
  family: string;
}

const face = (pack: string, file: string, family: string): Face => ({ pack, file, family });

const latin = face('noto-sans', 'NotoSans', 'Noto Sans');
// Its letters are whole: Noto draws them and their dots apart, and then nobody can copy a word out of the file, or have it read aloud.
const arabic = face('vazirmatn', 'Vazirmatn', 'Vazirmatn');
const nastaliq = face('noto-nastaliq-urdu', 'NotoNastaliqUrdu', 'Noto Nastaliq Urdu');
const simplified = face('noto-sans-sc', 'NotoSansSC', 'Noto Sans SC');
const traditional = face('noto-sans-tc', 'NotoSansTC', 'Noto Sans TC');

/** Latin, Cyrillic, Greek and figures are in the first, which every letter has. */
const scripts: readonly { of: RegExp; face: (lang: string) => Face }[] = [
  { of: /\p{Script=Arabic}/u, face: (lang) => (isNastaliq(lang) ? nastaliq : arabic) },
  { of: /\p{Script=Ethiopic}/u, face: () => face('noto-sans-ethiopic', 'NotoSansEthiopic', 'Noto Sans Ethiopic') },
  { of: /\p{Script=Myanmar}/u, face: () => face('noto-sans-myanmar', 'NotoSansMyanmar', 'Noto Sans Myanmar') },
  { of: /\p{Script=Bengali}/u, face: () => face('noto-sans-bengali', 'NotoSansBengali', 'Noto Sans Bengali') },
  { of: /\p{Script=Devanagari}/u, face: () => face('noto-sans-devanagari', 'NotoSansDevanagari', 'Noto Sans Devanagari') },
  { of: /\p{Script=Tamil}/u, face: () => face('noto-sans-tamil', 'NotoSansTamil', 'Noto Sans Tamil') },
  { of: /\p{Script=Han}/u, face: (lang) => (/^(yue|zh-(Hant|TW|HK))/.test(lang) ? traditional : simplified) },
];

/** Urdu is read in Nastaliq; in Naskh it looks like Arabic. */
export const isNastaliq = (lang: string): boolean => /^ur(-|$)/.test(lang);

const folder = (): string => {
  for (let at = import.meta.dirname; at !== dirname(at); at = dirname(at)) {
    const candidate = join(at, 'node_modules/@expo-google-fonts');
    if (existsSync(candidate)) return candidate;
  }
  throw new Error('the fonts of letters are not installed');
};

const filesOf = ({ pack, file }: Face): string[] =>
  ['400Regular', '700Bold'].map((weight) => join(folder(), pack, weight, `${file}_${weight}.ttf`));

export interface Fonts {
  /** The language's own first; names in other scripts take what they need from the rest. */
  families: string[];
  files: string[];
}

/** What draws every character of a text in this language. */
export const fontsFor = (text: string, lang: string): Fonts => {
  const needed = scripts.filter(({ of }) => of.test(text)).map((script) => script.face(lang));
  const faces = [...needed, latin];
  return { families: faces.map(({ family }) => family), files: faces.flatMap(filesOf) };
};
