import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allCatalogs, catalogOf, composeLetter, letterLayouts, type LetterLayout, type LetterPart, unreviewed } from '@dragoman/words';
import fc from 'fast-check';
import { type ReadPdf, readPdfs, textBehindSigns } from '../../../tests/support/pdf';
import { type LetterContent, paperIn } from './letter-content';
import { Typesetting } from './typesetting.service';

const typesetting = new Typesetting();
const folder = mkdtempSync(join(tmpdir(), 'dragoman-letters-'));

afterAll(async () => {
  await typesetting.onModuleDestroy();
  rmSync(folder, { recursive: true, force: true });
});

const facts = {
  clinicName: 'Riverside Clinic', siteName: 'Riverside', address: '12 High Street', room: 'Room 6', startsAt: new Date('2026-12-01T14:30:00Z'),
  zone: 'Europe/London', interpreterName: 'Hiba', modality: 'in-person', contactPhone: '+44 20 7946 0000',
} as const;

const to = ['Amna Ali', 'Flat 3', '14 Mill Lane', 'London N1 1AA'];

const letterFrom = (said: LetterPart, beside: LetterPart | null, changes: Partial<LetterContent> = {}): LetterContent => ({
  layout: 'standard', paper: 'a4', sender: { name: facts.clinicName, lines: [facts.address] }, to, said, beside, ...changes,
});

const composed = (language: string, layout: LetterLayout): LetterContent => {
  const letter = composeLetter({ words: unreviewed, kind: 'confirmed', layout, safety: 'private', reads: catalogOf(language).readers, facts });
  if (!letter) throw new Error(`there is no letter in ${language}`);
  return letterFrom(letter.said, letter.beside, { layout });
};

const read = async (letters: readonly (readonly LetterContent[])[]): Promise<ReadPdf[]> => {
  const files: string[] = [];
  for (const [n, each] of letters.entries()) {
    const file = join(folder, `${n}.pdf`);
    writeFileSync(file, await typesetting.pdf(each));
    files.push(file);
  }
  return readPdfs(files);
};

const readOne = async (...letters: LetterContent[]): Promise<ReadPdf> => {
  const [pdf] = await read([letters]);
  if (!pdf) throw new Error('nothing was read');
  return pdf;
};

/** Without spaces and controls. A lam and its alef are one glyph, which the reader of the file turns round: their order is left open. */
const bare = (text: string): string =>
  text.replaceAll(/[\s\p{Cc}\u200c\u2066-\u2069]/gu, '').replaceAll(/[لڵاأإآ]{2,}/gu, (run) => [...run].sort().join(''));
const textOf = ({ pages }: ReadPdf): string => bare(pages.flatMap(({ lines }) => lines).join(''));
const wordsIn = (text: string): string[] => text.split(/[^\p{L}\p{M}]+/u).filter((word) => word.length > 1);

/** Bengali signs that stand before their letter, below it or in one with it are found in the file as they are drawn; these stand behind it. */
const asWritten = /^[অ-ঔক-মরলশ-হাী]+$/;
/** The file says the language, and not its script: that is in the characters. */
const languageOf = ({ lang }: LetterPart): string => lang.replace(/-.*/, '');
/**
 * Nastaliq is drawn of letters and dots apart, and a reader of the file cannot tell whose they are. The others, and the dot below a
 * Vietnamese e, i or o, are found behind their signs only, where this reader does not look; see below.
 */
const isCompared = ({ lang }: LetterPart, word: string): boolean =>
  lang !== 'ur' && !/[\p{Script=Myanmar}\p{Script=Devanagari}\p{Script=Tamil}ẹịọẸỊỌ]/u.test(word) && (!/\p{Script=Bengali}/u.test(word) || asWritten.test(word));
/** Drawn in another order than they are read. */
const behindSigns = ['my', 'ne', 'ta', 'bn'];
const comparedIn = (part: LetterPart, text: string): string[] => wordsIn(text).filter((word) => isCompared(part, word));

const plain = (words: readonly string[], changes: Partial<LetterPart> = {}): LetterPart => ({
  language: 'en', lang: 'en', dir: 'ltr', title: 'Title', notice: null, rows: words.map((each) => ({ words: each, picture: null })), ...changes,
});

it('every letter is drawn whole, says when and where in reading order, and is tagged', async () => {
  const wanted = allCatalogs.flatMap(({ language }) => letterLayouts.map((layout) => composed(language, layout)));
  const pdfs = await read(wanted.map((letter) => [letter]));
  expect(pdfs).toHaveLength(wanted.length);
  const comparedLanguages = new Set<string>();
  for (const [n, pdf] of pdfs.entries()) {
    const { said, layout } = wanted[n] as LetterContent;
    const about = { language: said.language, layout };
    expect({ ...about, boxes: pdf.pages.map(({ boxes }) => boxes) }).toEqual({ ...about, boxes: pdf.pages.map(() => 0) });
    expect({ ...about, isTagged: pdf.isTagged, lang: pdf.language }).toEqual({ ...about, isTagged: true, lang: languageOf(said) });
    const roles = pdf.pages.flatMap((page) => page.roles);
    expect({ ...about, roles }).toEqual({ ...about, roles: expect.arrayContaining(['Document', 'H1', 'L', 'LI', 'LBody']) });
    const text = textOf(pdf);
    const compared = [said.title, ...said.rows.map(({ words }) => words)].flatMap((words) => comparedIn(said, words));
    const missing = compared.filter((word) => !text.includes(bare(word)));
    if (compared.length > 0) comparedLanguages.add(said.language);
    expect({ ...about, missing }).toEqual({ ...about, missing: [] });
    expect(text).toContain('14:30');
    expect(text).toContain(bare('12 High Street'));
  }
  // Urdu, and those of which every word is drawn in another order, are looked at behind their signs, or not at all.
  expect([...comparedLanguages]).toEqual(expect.arrayContaining(allCatalogs.map(({ language }) => language).filter((language) => !['ur', 'my', 'ne', 'ta'].includes(language))));
}, 120_000);

it.each(behindSigns.flatMap((language) => letterLayouts.map((layout) => ({ language, layout }))))('the words of a letter stand behind its signs, in the order in which they are read ($language, $layout)', async ({ language, layout }) => {
  const { said, ...letter } = composed(language, layout);
  const syllables = textBehindSigns(await typesetting.pdf([{ ...letter, said, beside: null }]));
  expect(syllables.length).toBeGreaterThan(10);
  const text = [said.notice ?? '', said.title, ...said.rows.map(({ words }) => words)].join('\n');
  let at = 0;
  for (const syllable of syllables) {
    // Signs that are drawn in two pieces have their syllable behind each.
    const next = text.indexOf(syllable, at);
    expect([syllable, next]).not.toEqual([syllable, -1]);
    at = next;
  }
});

it.each(allCatalogs.filter(({ dir }) => dir === 'rtl').map(({ language }) => language))('a line begins at the right, and what follows stands left of it (%s)', async (language) => {
  const { pages } = await readOne(composed(language, 'standard'));
  const all = pages.flatMap(({ at }) => at);
  const place = all.find(({ str }) => str.includes('Room 6'));
  const label = all.filter(({ str, top }) => /\p{Script=Arabic}/u.test(str) && Math.abs(top - (place?.top ?? 0)) < 10);
  expect(label.length).toBeGreaterThan(0);
  expect(label.filter(({ left }) => left <= (place?.left ?? 0))).toEqual([]);
});

it('large print and easy read hold no sentence smaller than 16 points', async () => {
  const [large, easy] = await read([[composed('uk', 'large-print')], [composed('uk', 'easy-read')]]);
  for (const pdf of [large, easy]) {
    const below = pdf?.pages.flatMap(({ at }, page) => at.filter(({ top, size }) => (page > 0 || top > 283) && top < 780 && size < 16).map(({ str }) => str));
    expect(below).toEqual([]);
  }
});

it.each([
  { paper: 'a4', visible: { top: 57, bottom: 81 } },
  { paper: 'us-letter', visible: { top: 63, bottom: 81 } },
] as const)('the address shows whole in the window, however the letter slides ($paper)', async ({ paper, visible }) => {
  const { pages } = await readOne({ ...composed('ar', 'large-print'), paper });
  const millimetres = (points: number): number => (points * 25.4) / 72;
  const lines = pages[0]?.at.filter(({ str }) => to.includes(str)).map(({ left, top }) => ({ left: millimetres(left), top: millimetres(top) })) ?? [];
  expect(lines).toHaveLength(to.length);
  for (const { left, top } of lines) {
    expect(left).toBeGreaterThanOrEqual(24.9);
    expect(left).toBeLessThan(110);
    expect(top).toBeGreaterThan(visible.top);
    expect(top).toBeLessThan(visible.bottom);
  }
  expect(pages[0]?.width).toBeCloseTo(paper === 'a4' ? 595.28 : 612, 0);
});

it('a full address of six lines shows whole, a long name on one of them', async () => {
  const full = ['Amna Idris Osman Abdelrahman Mohammed Elhassan', 'c/o Harbour House for Families', 'Flat 3, 14 Mill Lane', 'Westminster', 'London N1 1AA', 'UNITED KINGDOM'];
  const { pages } = await readOne({ ...composed('ar', 'standard'), to: full });
  const found = pages[0]?.at.filter(({ str }) => full.includes(str)) ?? [];
  expect(found.map(({ str }) => str)).toEqual(full);
  const bottom = Math.max(...found.map(({ top }) => (top * 25.4) / 72));
  expect(bottom).toBeLessThan(84);
});

it('a neutral envelope shows no clinic, in the window or behind it', async () => {
  const letter = composeLetter({ words: unreviewed, kind: 'confirmed', layout: 'standard', safety: 'unknown', reads: catalogOf('ar').readers, facts });
  const text = textOf(await readOne(letterFrom(letter?.said as LetterPart, null, { sender: null })));
  expect(text).toContain('14:30');
  expect(text).not.toMatch(/Riverside|Hiba|7946/);
});

it.each(['ar', 'ti', 'uk'])('easy read in the reader’s language stands whole on the first page (%s)', async (language) => {
  const letter = composed(language, 'easy-read');
  const { pages } = await readOne(letter);
  expect(bare(pages[0]?.lines.join('') ?? '')).not.toContain('Yourappointment');
  expect(pages[0]?.at.filter(({ str }) => /7946/.test(str))).toHaveLength(1);
  expect(pages).toHaveLength(2);
});

it('several letters are one file, each from a page of its own', async () => {
  const { pages } = await readOne(composed('ar', 'standard'), composed('uk', 'standard'));
  expect(pages.length).toBeGreaterThanOrEqual(2);
  expect(pages.filter(({ lines }) => lines.some((line) => line.includes('Amna Ali')))).toHaveLength(2);
});

it('what a name holds is printed and never read as a command', async () => {
  const odd = fc.array(fc.constantFrom(...'#*_$"\\`@<>[]{}=-+/~&%\'abcÄ #let #{}'), { minLength: 1, maxLength: 24 }).map((characters) => characters.join(''));
  const names = fc.sample(odd.filter((name) => name.trim() !== ''), { numRuns: 60, seed: 7 });
  const pdfs = await read([names.map((name) => letterFrom(plain([name]), null, { sender: null, to: ['Somebody'] }))]);
  const pages = pdfs[0]?.pages ?? [];
  expect(pages.map(({ lines }) => bare(lines.join('')))).toEqual(names.map((name) => bare(`Somebody Title ${name}`)));
}, 60_000);

it.each([
  ['Burmese', 'my', 'ltr', 'သင်၏ ချိန်းဆိုမှု အင်္ဂါနေ့ ၁၄:၃၀'],
  ['Bengali', 'bn', 'ltr', 'আপনার অ্যাপয়েন্টমেন্ট মঙ্গলবার'],
  ['Urdu', 'ur', 'rtl', 'آپ کی ملاقات منگل کو ہے'],
  ['Chinese, simplified', 'zh-Hans', 'ltr', '您的预约时间是星期二'],
  ['Chinese, traditional', 'zh-Hant', 'ltr', '您的預約時間是星期二'],
  ['Nepali', 'ne', 'ltr', 'तपाईंको भेट्ने समय मंगलबार हो'],
  ['Tamil', 'ta', 'ltr', 'உங்கள் சந்திப்பு செவ்வாய்க்கிழமை'],
] as const)('a letter in %s is drawn whole', async (_, lang, dir, sentence) => {
  const pdf = await readOne(letterFrom(plain([sentence], { lang, dir, title: sentence }), null));
  expect(pdf.pages.map(({ boxes }) => boxes)).toEqual([0]);
});

it('paper has the size of the country where the clinic is', () => {
  expect(['America/New_York', 'America/Toronto', 'America/Indiana/Knox', 'Europe/London'].map(paperIn)).toEqual(['us-letter', 'a4', 'us-letter', 'a4']);
});

it('a letter that cannot be set fails by itself, and the next one is set', async () => {
  const broken = { ...letterFrom(plain(['a']), null), layout: 'none' as LetterLayout };
  await expect(typesetting.pdf([broken])).rejects.toThrow();
  await expect(typesetting.pdf([letterFrom(plain(['a']), null)])).resolves.toBeDefined();
});

it('every picture that a sentence may have is there', () => {
  const worker = readFileSync(join(__dirname, 'typesetting.worker.mjs'), 'utf8');
  const shown = allCatalogs.flatMap(({ language }) => composed(language, 'easy-read').said.rows.flatMap(({ picture }) => picture ?? []));
  for (const picture of new Set(shown)) expect(worker).toContain(`'${picture}'`);
});
