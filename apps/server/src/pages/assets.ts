import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface Asset {
  path: string;
  type: 'text/css; charset=utf-8' | 'font/woff2';
  content: Buffer;
}

interface FontFace {
  /** Of a `@fontsource` package. */
  pack: 'inter' | 'noto-sans-arabic' | 'noto-sans-ethiopic';
  subset: string;
  /** What a phone may already have, so that somebody who pays for data downloads nothing. */
  local: Record<400 | 700, readonly string[]>;
}

const latin = {
  400: ['Inter', 'Inter Regular', 'Roboto', 'Segoe UI', 'Helvetica Neue'],
  700: ['Inter Bold', 'Roboto Bold', 'Segoe UI Bold', 'Helvetica Neue Bold'],
};

const faces: readonly FontFace[] = [
  { pack: 'inter', subset: 'latin', local: latin },
  { pack: 'inter', subset: 'latin-ext', local: latin },
  { pack: 'inter', subset: 'cyrillic', local: latin },
  {
    pack: 'noto-sans-arabic',
    subset: 'arabic',
    local: { 400: ['Noto Sans Arabic', 'Noto Sans Arabic Regular'], 700: ['Noto Sans Arabic Bold'] },
  },
  {
    pack: 'noto-sans-ethiopic',
    subset: 'ethiopic',
    local: {
      400: ['Noto Sans Ethiopic', 'Noto Sans Ethiopic Regular', 'Kefa', 'Ebrima'],
      700: ['Noto Sans Ethiopic Bold', 'Kefa Bold', 'Ebrima Bold'],
    },
  },
];

/** The package's folder, found from wherever this file was compiled to. */
const packageFolder = (name: string): string => {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    if (existsSync(candidate)) return candidate;
  }
  throw new Error(`the package ${name} is not installed`);
};

const named = (name: string, extension: string, content: Buffer): string => {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 16);
  return `/pages/${name}.${hash}.${extension}`;
};

const fontOf = ({ pack, subset }: FontFace, weight: 400 | 700): Asset => {
  const name = `${pack}-${subset}-${weight}-normal`;
  const content = readFileSync(join(packageFolder(`@fontsource/${pack}`), 'files', `${name}.woff2`));
  return { path: named(name, 'woff2', content), type: 'font/woff2', content };
};

const rangeOf = ({ pack, subset }: FontFace): string => {
  const ranges: Record<string, string> = JSON.parse(
    readFileSync(join(packageFolder(`@fontsource/${pack}`), 'unicode.json'), 'utf8'),
  );
  const range = ranges[subset];
  if (range === undefined) throw new Error(`@fontsource/${pack} has no subset ${subset}`);
  return range;
};

const faceRule = (face: FontFace, weight: 400 | 700, { path }: Asset): string =>
  `@font-face{font-family:"Dragoman Pages";font-style:normal;font-weight:${weight};font-display:swap;` +
  `src:${face.local[weight].map((name) => `local("${name}")`).join(',')},url("${path}") format("woff2");` +
  `unicode-range:${rangeOf(face)}}`;

const minified = (css: string): string =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .trim();

const weights = [400, 700] as const;

const build = (): { stylesheet: Asset; all: ReadonlyMap<string, Asset> } => {
  const fonts = faces.flatMap((face) => weights.map((weight) => ({ face, weight, font: fontOf(face, weight) })));
  const rules = fonts.map(({ face, weight, font }) => faceRule(face, weight, font)).join('');
  const content = Buffer.from(rules + minified(readFileSync(join(import.meta.dirname, 'page.css'), 'utf8')));
  const stylesheet: Asset = { path: named('page', 'css', content), type: 'text/css; charset=utf-8', content };
  const assets = [stylesheet, ...fonts.map(({ font }) => font)];
  return { stylesheet, all: new Map(assets.map((asset) => [asset.path, asset])) };
};

let built: ReturnType<typeof build> | undefined;

/** Stylesheet and fonts of the pages, named by their content: whoever has one never asks again. */
export const pageAssets = (): ReturnType<typeof build> => (built ??= build());
