import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { allCatalogs, charactersOf } from '@dragoman/words';

export interface Asset {
  path: string;
  type: 'text/css; charset=utf-8' | 'font/woff2';
  content: Buffer;
}

type Weight = 400 | 700;

/** `Dragoman Pages` has every script once; scripts that share their characters have a family for each way of drawing them. */
type Family = 'Dragoman Pages' | 'Dragoman Nastaliq' | 'Dragoman Hans' | 'Dragoman Hant';

interface FontFace {
  family: Family;
  /** Of a `@fontsource` package with a subset of it, or of what the build cut from a whole font (`config/commands/fonts.mjs`). */
  source: { pack: string; subset: string } | { cut: string };
  /** What a phone may already have, so that somebody who pays for data downloads nothing. */
  local: Record<Weight, readonly string[]>;
}

const langOf: Readonly<Partial<Record<Family, string>>> = { 'Dragoman Nastaliq': 'ur', 'Dragoman Hans': 'zh-Hans', 'Dragoman Hant': 'zh-Hant' };

const byName = (...names: readonly string[]): Record<Weight, readonly string[]> => ({
  400: names.flatMap((name) => (name.startsWith('Noto') ? [name, `${name} Regular`] : [name])),
  700: names.map((name) => `${name} Bold`),
});

const latin = {
  400: ['Inter', 'Inter Regular', 'Roboto', 'Segoe UI', 'Helvetica Neue'],
  700: ['Inter Bold', 'Roboto Bold', 'Segoe UI Bold', 'Helvetica Neue Bold'],
};

const ofPages = (pack: string, subset: string, local: FontFace['local']): FontFace => ({ family: 'Dragoman Pages', source: { pack, subset }, local });

const faces: readonly FontFace[] = [
  ...['latin', 'latin-ext', 'vietnamese', 'cyrillic'].map((subset) => ofPages('inter', subset, latin)),
  ofPages('noto-sans-arabic', 'arabic', byName('Noto Sans Arabic')),
  ofPages('noto-sans-ethiopic', 'ethiopic', byName('Noto Sans Ethiopic', 'Kefa', 'Ebrima')),
  ofPages('noto-sans-myanmar', 'myanmar', byName('Noto Sans Myanmar', 'Myanmar Sangam MN', 'Myanmar Text')),
  ofPages('noto-sans-bengali', 'bengali', byName('Noto Sans Bengali', 'Kohinoor Bangla', 'Nirmala UI')),
  ofPages('noto-sans-devanagari', 'devanagari', byName('Noto Sans Devanagari', 'Kohinoor Devanagari', 'Nirmala UI')),
  ofPages('noto-sans-tamil', 'tamil', byName('Noto Sans Tamil', 'Tamil Sangam MN', 'Nirmala UI')),
  { family: 'Dragoman Nastaliq', source: { pack: 'noto-nastaliq-urdu', subset: 'arabic' }, local: byName('Noto Nastaliq Urdu') },
  { family: 'Dragoman Hans', source: { cut: 'noto-sans-sc' }, local: byName('Noto Sans SC', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei') },
  { family: 'Dragoman Hant', source: { cut: 'noto-sans-tc' }, local: byName('Noto Sans TC', 'Noto Sans CJK TC', 'PingFang TC', 'Microsoft JhengHei') },
];

/** The package's folder, found from wherever this file was compiled to. */
const packageFolder = (name: string): string => {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    if (existsSync(candidate)) return candidate;
  }
  throw new Error(`the package ${name} is not installed`);
};

/** Beside the packages, wherever this file was compiled to. */
const cutFolder = (): string => join(packageFolder('@fontsource'), '../../dist/fonts');

const named = (name: string, extension: string, content: Buffer): string => {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 16);
  return `/pages/${name}.${hash}.${extension}`;
};

const fileOf = ({ source }: FontFace, weight: Weight): string =>
  'cut' in source
    ? join(cutFolder(), `${source.cut}-${weight}.woff2`)
    : join(packageFolder(`@fontsource/${source.pack}`), 'files', `${source.pack}-${source.subset}-${weight}-normal.woff2`);

const fontOf = (face: FontFace, weight: Weight): Asset => {
  const path = fileOf(face, weight);
  const content = readFileSync(path);
  return { path: named(basename(path, '.woff2').replace('-normal', ''), 'woff2', content), type: 'font/woff2', content };
};

/** Each in the fewest letters: `U+0-FF`. */
const partsOf = (range: string): string[] => range.split(',').map((part) => part.trim().replace(/(?<=[+-])0+(?=[0-9A-F])/gi, ''));

/** Beyond the first plane these fonts have numerals of accounts and letters of mathematics, which no text or name holds. */
const isOfLetters = (part: string): boolean => parseInt(part.slice(2), 16) <= 0xffff;

const rangeOf = ({ source }: FontFace): string => {
  // A page in Chinese takes Latin letters and figures from the family that stands behind.
  if ('cut' in source) return 'U+2E80-9FFF,U+F900-FAFF,U+FF00-FFEF,U+20000-2FA1F';
  const ranges: Record<string, string> = JSON.parse(readFileSync(join(packageFolder(`@fontsource/${source.pack}`), 'unicode.json'), 'utf8'));
  const range = ranges[source.subset];
  if (range === undefined) throw new Error(`@fontsource/${source.pack} has no subset ${source.subset}`);
  return partsOf(range).filter(isOfLetters).join();
};

const faceRule = (face: FontFace, weight: Weight, { path }: Asset): string =>
  `@font-face{font-family:"${face.family}";font-weight:${weight};font-display:swap;` +
  `src:${face.local[weight].map((name) => `local("${name}")`).join(',')},url("${path}") format("woff2");` +
  `unicode-range:${rangeOf(face)}}`;

const minified = (css: string): string =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .trim();

const weights = [400, 700] as const;

const intervalsOf = (range: string): [number, number][] =>
  partsOf(range).map((part) => {
    const [from = '', to = from] = part.replace(/^U\+/i, '').split('-');
    return [parseInt(from, 16), parseInt(to, 16)];
  });

/** Whether a text of ours needs it: rules that nothing uses are data that somebody pays for. Latin and Cyrillic are those of names, too. */
const isNeeded = (face: FontFace): boolean => {
  if ('pack' in face.source && face.source.pack === 'inter') return true;
  const lang = langOf[face.family];
  const catalogs = lang === undefined ? allCatalogs : allCatalogs.filter((catalog) => catalog.lang === lang);
  const intervals = intervalsOf(rangeOf(face));
  return [...catalogs.map(charactersOf).join('')].some((character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    return /\p{L}/u.test(character) && !/[A-Za-z]/.test(character) && intervals.some(([from, to]) => codePoint >= from && codePoint <= to);
  });
};

const cssFile = (name: string): string => minified(readFileSync(join(import.meta.dirname, `${name}.css`), 'utf8'));

const stylesheetOf = (name: string, rules: string): Asset => {
  const content = Buffer.from(rules);
  return { path: named(name, 'css', content), type: 'text/css; charset=utf-8', content };
};

const build = (): { stylesheet: Asset; workStylesheet: Asset; all: ReadonlyMap<string, Asset> } => {
  const fonts = faces.filter(isNeeded).flatMap((face) => weights.map((weight) => ({ face, weight, font: fontOf(face, weight) })));
  const rules = fonts.map(({ face, weight, font }) => faceRule(face, weight, font)).join('');
  const stylesheet = stylesheetOf('page', rules + cssFile('page'));
  const workStylesheet = stylesheetOf('work', cssFile('work'));
  const assets = [stylesheet, workStylesheet, ...fonts.map(({ font }) => font)];
  return { stylesheet, workStylesheet, all: new Map(assets.map((asset) => [asset.path, asset])) };
};

let built: ReturnType<typeof build> | undefined;

/** Stylesheet and fonts of the pages, named by their content: whoever has one never asks again. */
export const pageAssets = (): ReturnType<typeof build> => (built ??= build());
