import type { TextsOfLanguage, TextView, TranslatorReading } from '@dragoman/contracts';
import { type TestApp, testApp } from '../support/app';
import { type Desk, Refused } from '../support/desk';
import { aDesk } from '../support/installation';
import { type TestDatabase, testDatabase } from '../support/postgres';

let database: TestDatabase;
let running: TestApp;
let here: Desk;
let there: Desk;

beforeAll(async () => {
  database = await testDatabase();
  running = await testApp(database, { listen: true });
  [here, there] = [await aDesk(running.url, database), await aDesk(running.url, database)];
});

afterAll(async () => {
  await running.close();
  await database.close();
});

const pathOf = (language: string) => `/api/texts/${language}/translators-file`;
const download = async (desk: Desk, language: string): Promise<string> => {
  const response = await fetch(`${running.url}${pathOf(language)}`, { headers: { cookie: desk.cookies } });
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/x-gettext-translation; charset=utf-8']);
  expect(response.headers.get('content-disposition')).toBe(`attachment; filename="texts-${language}.po"`);
  return response.text();
};
const read = (desk: Desk, language: string, content: string | Buffer) => desk.sendTranslation<TranslatorReading>(`${pathOf(language)}/read`, Buffer.from(content));
const textsIn = ({ changes }: TranslatorReading) => changes.map(({ form, key, pattern, version, seen, problems }) => ({ form, key, pattern, version, seen, confirmed: problems.map(({ rule }) => rule) }));
const reviewer = { reviewerName: 'T. Haile', reviewerRole: 'translator', reviewedOn: '2026-11-01', note: null };
const approve = (desk: Desk, language: string, texts: unknown[]) => desk.request<TextsOfLanguage>('POST', `${pathOf(language)}/approve`, { ...reviewer, texts });
const refusalOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'not refused',
    (error: unknown) => (error instanceof Refused ? `${error.status} ${error.code}` : error),
  );
const reviewed = async (desk: Desk, language: string) => (await desk.request<TextsOfLanguage>('GET', `/api/texts/${language}`)).texts.filter(({ state }) => state === 'reviewed').length;
/** As whoever has read all of it sends it back. */
const unfuzzied = (content: string): string => content.replace(/^#, fuzzy\n/gmu, '');

it('the longest language there is goes out, comes back read, and is approved whole; another clinic sees nothing of it', async () => {
  const content = unfuzzied(await download(here, 'ti'));
  const reading = await read(here, 'ti', content);
  expect(reading).toMatchObject({ refused: [], fuzzy: [], untranslated: [], unchanged: 0 });
  expect(await reviewed(here, 'ti')).toBe(0);
  const { texts } = await approve(here, 'ti', textsIn(reading));
  expect(texts.every(({ state, isSaid, reviewer: name }) => state === 'reviewed' && isSaid && name === 'T. Haile')).toBe(true);
  expect(await here.request<TextView>('GET', '/api/texts/ti/long/assurance')).toMatchObject({ history: [{ reviewerRole: 'translator', recordedBy: 'Ruth Adeyemi' }] });
  expect(await read(here, 'ti', content)).toMatchObject({ changes: [], unchanged: texts.length });
  expect(await download(here, 'ti')).not.toContain('fuzzy\n');
  expect(await reviewed(there, 'ti')).toBe(0);
});

it('what a translator changed is shown beside what is said now, with what is wrong in it, and approved by halves never', async () => {
  const content = unfuzzied(await download(here, 'so')).replace('msgstr "Farriin"', 'msgstr "Farriin cusub"').replace(/(msgctxt "short\/supporter\.neutral@1"\n[^]*?msgstr ")[^"]*"/u, '$1Ballan"');
  const reading = await read(here, 'so', content);
  expect(reading.changes.find(({ form, key }) => form === 'short' && key === 'subject.neutral')).toMatchObject({ said: 'Farriin', pattern: 'Farriin cusub', state: 'draft', seen: null });
  expect(reading.changes.find(({ key }) => key === 'supporter.neutral')?.problems).toEqual(expect.arrayContaining([expect.objectContaining({ rule: 'arguments-differ', mayBeMeant: false })]));
  expect(await refusalOf(approve(here, 'so', textsIn(reading)))).toBe('422 text-has-errors');
  expect(await reviewed(here, 'so')).toBe(0);
  const sound = textsIn(reading).filter(({ key }) => key !== 'supporter.neutral');
  expect((await Promise.all([approve(here, 'so', sound), approve(here, 'so', sound)])).length).toBe(2);
  expect(await reviewed(here, 'so')).toBe(sound.length);
  expect(await refusalOf(approve(there, 'so', [...sound.slice(1), { ...sound[0], seen: '00000000-0000-4000-8000-000000000000' }]))).toBe('409 reviewed-meanwhile');
  expect(await reviewed(there, 'so')).toBe(0);
});

it('an entry of another version is refused in a sentence, and those still fuzzy are named', async () => {
  const content = (await download(here, 'uk')).replace('short/confirmed.neutral@2', 'short/confirmed.neutral@1');
  const reading = await read(here, 'uk', content);
  expect(reading.refused).toEqual([{ entry: 'short/confirmed.neutral@1', sentence: expect.stringContaining('now version 2') }]);
  expect(reading.fuzzy).toEqual(expect.arrayContaining([{ form: 'long', key: 'assurance' }]));
});

it.each<[string, string, () => Promise<unknown>]>([
  ['a file of another language', '422 translator-file-of-another-language', async () => read(here, 'uk', await download(here, 'so'))],
  ['a letter', '422 not-a-translator-file', () => read(here, 'uk', 'Dear colleague,')],
  ['a file in another encoding', '422 translator-file-not-utf-8', () => read(here, 'uk', Buffer.from([0x6d, 0xe9]))],
  ['a file of a megabyte and more', '422 translator-file-too-large', () => read(here, 'uk', Buffer.alloc(1_100_000, 'a'))],
  ['a file of many megabytes', '413 too-large', () => read(here, 'uk', Buffer.alloc(3_000_000, 'a'))],
  ['a table', '422 invalid-input', () => here.sendTable(`${pathOf('uk')}/read`, 'a,b')],
  ['nothing', '422 invalid-input', () => approve(here, 'uk', [])],
  ['the English', '404 no-text-in-language', () => read(here, 'en', '')],
  ['a language that we do not have', '404 no-text-in-language', () => here.request('GET', pathOf('xx'))],
])('%s is refused with its reason (%s)', async (_, refusal, work) => {
  expect(await refusalOf(work())).toBe(refusal);
});
