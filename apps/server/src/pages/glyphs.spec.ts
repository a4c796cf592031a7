import { allCatalogs, charactersOf, textsIn } from '@dragoman/words';
import { create, type Font } from 'fontkit';
import { pageAssets } from './assets';

interface ShippedFace {
  family: string;
  weight: string;
  covers: (codePoint: number) => boolean;
  font: Font;
}

const intervalsOf = (range: string): [number, number][] =>
  range.split(',').map((part) => {
    const [from = '', to = from] = part.trim().replace(/^U\+/i, '').split('-');
    return [parseInt(from, 16), parseInt(to, 16)];
  });

/** As a browser reads them: from the rules of the stylesheet, each with the file it names. */
const shippedFaces = (): ShippedFace[] => {
  const { stylesheet, all } = pageAssets();
  const rules = stylesheet.content.toString().match(/@font-face\{[^}]+\}/g) ?? [];
  return rules.map((rule) => {
    const [, family = ''] = /font-family:"([^"]+)"/.exec(rule) ?? [];
    const [, weight = ''] = /font-weight:(\d+)/.exec(rule) ?? [];
    const [, path = ''] = /url\("([^"]+)"\)/.exec(rule) ?? [];
    const intervals = intervalsOf(/unicode-range:([^}]+)/.exec(rule)?.[1] ?? '');
    const font = create(all.get(path)?.content ?? Buffer.alloc(0)) as Font;
    return { family, weight, covers: (codePoint) => intervals.some(([from, to]) => codePoint >= from && codePoint <= to), font };
  });
};

const familiesFor = (lang: string): string[] => {
  const own: Readonly<Record<string, string>> = { ur: 'Dragoman Nastaliq', 'zh-Hans': 'Dragoman Hans', 'zh-Hant': 'Dragoman Hant' };
  const script = own[lang];
  return script === undefined ? ['Dragoman Pages'] : lang === 'ur' ? [script, 'Dragoman Pages'] : ['Dragoman Pages', script];
};

const faces = shippedFaces();

const faceOf = (character: string, lang: string, weight: string): ShippedFace | undefined => {
  const codePoint = character.codePointAt(0) ?? 0;
  return familiesFor(lang)
    .flatMap((family) => faces.filter((face) => face.family === family && face.weight === weight))
    .find((face) => face.covers(codePoint) && face.font.hasGlyphForCodePoint(codePoint));
};

interface Run {
  face: ShippedFace | undefined;
  text: string;
}

/** As a browser draws a word: each letter, with its marks, in the first face that has it, and neighbours in the same face as one. */
const runsOf = (word: string, lang: string, weight: string): Run[] =>
  (word.match(/.\p{M}*/gsu) ?? []).reduce<Run[]>((runs, letter) => {
    const face = faceOf(letter, lang, weight);
    const last = runs.at(-1);
    if (!last || last.face !== face) return [...runs, { face, text: letter }];
    return [...runs.slice(0, -1), { face, text: last.text + letter }];
  }, []);

// Invisible: they join, part or bind what stands beside them, and are in no font.
const isInvisible = (character: string): boolean => /\p{Cf}|\u00a0/u.test(character);

describe.each(['400', '700'])('in weight %s', (weight) => {
  it.each(allCatalogs.map((catalog) => [catalog.englishName, catalog] as const))('every character of a page in %s is in a font that we ship', (_, catalog) => {
    const missing = [...charactersOf(catalog)].filter((character) => !isInvisible(character) && !faceOf(character, catalog.lang, weight));
    expect(missing).toEqual([]);
  });

  // Not Urdu: fontkit cannot attach the letters of a Nastaliq, whose characters the test above looks up one by one.
  it.each(allCatalogs.filter(({ lang }) => lang !== 'ur').map((catalog) => [catalog.englishName, catalog] as const))('no word in %s is shaped into a box', (_, catalog) => {
    const words = textsIn(catalog).flatMap(({ text }) => text.pattern.match(/[\p{L}\p{M}\u200c]+/gu) ?? []);
    const boxed = [...new Set(words)].filter((word) =>
      runsOf(word.replaceAll('\u200c', ''), catalog.lang, weight).some(({ face, text }) => face?.font.layout(text).glyphs.some(({ id }) => id === 0) ?? true),
    );
    expect(boxed).toEqual([]);
  });
});

it('a character that no font has is noticed', () => {
  expect(faceOf('𐴀', 'ar', '400')).toBeUndefined();
  expect(faceOf('你', 'en', '400')).toBeUndefined();
});
