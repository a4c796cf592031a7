import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readStamp, root, writeWhole } from './sources.mjs';

/** Chinese fonts have tens of thousands of characters; a page gets those that its texts are made of. */
const wholeFonts = [
  { lang: 'zh-Hans', package: 'noto-sans-sc', name: 'NotoSansSC' },
  { lang: 'zh-Hant', package: 'noto-sans-tc', name: 'NotoSansTC' },
];
const weights = [
  { weight: 400, folder: '400Regular' },
  { weight: 700, folder: '700Bold' },
];

/**
 * Cuts the Chinese fonts to what the catalogs say, into dist/fonts. Names and places in Chinese come from the phone itself.
 * @returns whether anything was cut anew
 */
export const buildFonts = async () => {
  const { allCatalogs, charactersOf } = await import(pathToFileURL(join(root, 'dist/libs/words/src/index.js')).href);
  const wanted = wholeFonts.map((font) => ({ ...font, characters: charactersOf(allCatalogs.find(({ lang }) => lang === font.lang) ?? allCatalogs[0]) }));
  const stamp = createHash('sha256').update(JSON.stringify(wanted)).digest('hex');
  if ((await readStamp('dist/fonts/.stamp')) === stamp) return false;
  const { default: subsetFont } = await import('subset-font');
  for (const { package: pack, name, characters } of wanted)
    for (const { weight, folder } of weights) {
      const path = join(root, 'node_modules/@expo-google-fonts', pack, folder, `${name}_${folder}.ttf`);
      if (!existsSync(path)) throw new Error(`the font ${path} is not installed`);
      await writeWhole(`dist/fonts/${pack}-${weight}.woff2`, await subsetFont(await readFile(path), characters, { targetFormat: 'woff2' }));
    }
  await writeWhole('dist/fonts/.stamp', stamp);
  return true;
};
