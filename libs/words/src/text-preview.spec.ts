import { catalogOf } from './catalogs/catalogs';
import { previewText, type TextExample } from './text-preview';

const example: TextExample = { clinicName: 'Riverside Clinic', place: 'Main building, 1 River Road', phone: null, startsAt: new Date('2026-12-01T14:30:00Z'), zone: 'Europe/London' };
const short = (key: 'confirmed.private' | 'confirmed.neutral') => ({ language: 'ar', form: 'short', key, pattern: catalogOf('ar').short[key].pattern }) as const;

it('a text is shown as a phone would, with all that can be in it and with as little, beside the English of the same', () => {
  const [all, least, ...more] = previewText(short('confirmed.private'), example);
  expect(more).toEqual([]);
  expect(all).toMatchObject({ choice: 'With everything', english: expect.stringContaining('Interpreter: N. N.'), segments: { encoding: 'UCS-2' } });
  expect(all?.said).toContain('N. N.');
  expect(least).toMatchObject({ choice: 'With as little as possible', english: expect.not.stringContaining('Interpreter') });
  expect(least?.said).not.toContain('N. N.');
});

it('a text with three ways of coming is shown in each, and one without a choice once', () => {
  const { pattern } = catalogOf('ar').long.interpreterJoins;
  expect(previewText({ language: 'ar', form: 'long', key: 'interpreterJoins', pattern }, example).map(({ choice }) => choice)).toEqual(['By phone', 'By video', 'In person']);
  const plain = catalogOf('ar').long.assurance.pattern;
  expect(previewText({ language: 'ar', form: 'long', key: 'assurance', pattern: plain }, example)).toEqual([
    { choice: null, said: plain, english: catalogOf('en').long.assurance.pattern, segments: null },
  ]);
});

it('what a voice says is shown as it says the date', () => {
  const spoken = catalogOf('ar').spoken?.texts['confirmed.neutral'].pattern ?? '';
  const [said] = previewText({ language: 'ar', form: 'spoken', key: 'confirmed.neutral', pattern: spoken }, example);
  expect(said?.english).toContain('Tuesday, day 1 of month 12, at 14:30');
});

it.each([
  ['cannot be read', '{'],
  ['asks for what there is not', 'x {surname}'],
  ['chooses by what there is not', 'x {mood, select, good {y} other {z}}'],
])('a text that %s is not shown', (_, pattern) => {
  expect(previewText({ ...short('confirmed.private'), pattern }, example)).toEqual([]);
});

it.each(['ar', 'ti', 'prs', 'fa', 'so', 'ckb', 'uk', 'ur', 'bn'] as const)('every text of %s can be shown', (language) => {
  const { short: texts, long, page, easyRead } = catalogOf(language);
  const shown = (form: 'short' | 'long' | 'page' | 'easy-read', those: Readonly<Record<string, { pattern: string }>>) =>
    Object.entries(those).filter(([key, { pattern }]) => previewText({ language, form, key, pattern }, example).length === 0).map(([key]) => `${form}.${key}`);
  expect([...shown('short', texts), ...shown('long', long), ...shown('page', page), ...shown('easy-read', easyRead)]).toEqual([]);
});
