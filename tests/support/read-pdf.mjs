import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/**
 * Reads PDF files as a stranger would, for tests that run as CommonJS: `node read-pdf.mjs [--pictures] FILE…` prints one JSON array.
 * Lines are in the order in which they are read: each from its beginning, which is at the right where its letters run from there.
 */

const assets = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** Points. */
const SAME_LINE = 4;

const rolesOf = (node) => (node.role ? [node.role, ...node.children.flatMap(rolesOf)] : []);

const linesOf = (items) => {
  const rows = new Map();
  for (const { str, transform, width } of items) {
    // A dot or a vowel stands a little higher or lower than its letter.
    const y = [...rows.keys()].find((known) => Math.abs(known - transform[5]) < SAME_LINE) ?? transform[5];
    rows.set(y, [...(rows.get(y) ?? []), { str, left: transform[4], right: transform[4] + width }]);
  }
  return [...rows.entries()]
    .sort(([a], [b]) => b - a)
    .map(([, runs]) => {
      const isFromRight = runs.some(({ str }) => rightToLeft.test(str));
      return runs.sort((a, b) => (isFromRight ? b.right - a.right : a.left - b.left)).map(({ str }) => str).join('');
    });
};

/** Glyph 0 of a font is the box that stands for what the font cannot draw. */
const boxesOn = async (page) => {
  const { fnArray, argsArray } = await page.getOperatorList();
  return fnArray.flatMap((op, n) => (op === OPS.showText ? argsArray[n][0].filter((glyph) => glyph?.originalCharCode === 0) : [])).length;
};

const takePicture = async (page, file) => {
  const viewport = page.getViewport({ scale: 1 });
  const canvas = createCanvas(viewport.width, viewport.height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, viewport.width, viewport.height);
  await page.render({ canvasContext: context, viewport, canvas }).promise;
  writeFileSync(file, canvas.toBuffer('image/png'));
};

const read = async (file, withPictures) => {
  const data = new Uint8Array(readFileSync(file));
  const task = getDocument({ data, standardFontDataUrl: join(assets, 'standard_fonts/'), cMapUrl: join(assets, 'cmaps/'), verbosity: 0 });
  const pdf = await task.promise;
  const { info } = await pdf.getMetadata();
  const pages = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    if (withPictures) await takePicture(page, file.replace(/\.pdf$/, `-${number}.png`));
    const { items } = await page.getTextContent();
    const [, , width, height] = page.view;
    const at = items.filter(({ str }) => str.trim()).map(({ str, transform }) => ({ str, left: transform[4], top: height - transform[5], size: Math.hypot(transform[2], transform[3]) }));
    pages.push({ width, height, lines: linesOf(items), boxes: await boxesOn(page), roles: rolesOf(await page.getStructTree()), at });
  }
  const marks = await pdf.getMarkInfo();
  await task.destroy();
  return { title: info.Title, language: info.Language, isTagged: marks?.Marked === true, pages };
};

const withPictures = process.argv.includes('--pictures');
const files = process.argv.slice(2).filter((argument) => argument !== '--pictures');
const all = [];
for (const file of files) all.push(await read(file, withPictures));
process.stdout.write(JSON.stringify(all));
