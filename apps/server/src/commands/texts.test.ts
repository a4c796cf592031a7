import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type TestDatabase, testDatabase } from '../../../../tests/support/postgres';
import { runCli } from '../cli';

let test: TestDatabase;
let folder: string;

/** What a person sees who types this. */
const type = async (...args: string[]): Promise<{ code: number; lines: string[] }> => {
  const lines: string[] = [];
  const code = await runCli(args, { databaseUrls: test.urls, print: (line) => lines.push(line) });
  return { code, lines };
};

const rowsOf = async (sql: string): Promise<unknown[]> => {
  const client = new pg.Client({ connectionString: test.superuserUrl });
  await client.connect();
  const { rows } = await client.query(sql).finally(() => client.end());
  return rows;
};
const recorded = async (): Promise<number> => (await rowsOf('select from words.reviews')).length;

beforeAll(async () => {
  test = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), 'translators-'));
  await type('migrate');
  const clinic = ['--zone', 'Europe/London', '--admin-name', 'Amina Yusuf'];
  await type('organisation', 'create', '--name', 'Kilburn Clinic', ...clinic, '--admin-email', 'amina@example.org');
  await type('organisation', 'create', '--name', 'Brent Clinic', ...clinic, '--admin-email', 'other@example.org');
});

beforeEach(() => rowsOf('delete from words.reviews'));

afterAll(() => test.close());

const account = ['--account', 'amina@example.org'];
const reader = [...account, '--reviewer', 'R.', '--role', 'translator', '--on', '2026-11-24'];

let files = 0;
const exported = async (...of: string[]): Promise<string> => {
  const file = join(folder, `${++files}.po`);
  await type('texts', 'export', 'uk', file, ...(of.length > 0 ? of : account));
  return file;
};
/** The file as a translator sends it back who has read two of its texts. */
const returned = async (change: (content: string) => string = (content) => content): Promise<string> => {
  const file = await exported();
  const read = readFileSync(file, 'utf8').replace(/#, fuzzy\n(?=msgctxt "(?:long\/assurance|short\/subject\.neutral)@)/gu, '');
  writeFileSync(file, change(read));
  return file;
};

it('a translator’s file is shown first, approved when that is asked for, and the second time there is nothing left to do', async () => {
  const file = await returned((content) => content.replace('msgstr "Повідомлення"', 'msgstr "Новина"'));
  const { code, lines } = await type('texts', 'import', file, ...reader);
  expect(lines).toEqual(expect.arrayContaining(['short/subject.neutral', '    now    Повідомлення', '    then   Новина', 'long/assurance: right as it is', 'Ukrainian: 2 texts to approve.', 'Nothing was saved. Add --apply to approve them.']));
  expect([code, await recorded()]).toEqual([0, 0]);
  expect((await type('texts', 'import', file, ...reader, '--apply')).lines.at(-1)).toBe('Approved by R. (translator), written down by Amina Yusuf. Patients are told so from the next message on.');
  expect(await rowsOf('select key, pattern, reviewed_on::text as day from words.reviews order by key')).toMatchObject([{ key: 'assurance', day: '2026-11-24' }, { key: 'subject.neutral', pattern: 'Новина' }]);
  expect((await type('texts', 'import', file, ...reader, '--apply')).lines.slice(-3)).toEqual(['2 texts are approved so already.', 'Ukrainian: nothing to approve.', 'Nothing was saved.']);
  expect(readFileSync(await exported(), 'utf8')).toContain('# Approved by R. (translator), 2026-11-24.');
  expect(readFileSync(await exported('--account', 'other@example.org'), 'utf8')).not.toContain('# Approved');
  expect(await rowsOf(`select actor_kind from audit.entries where action = 'account.represented'`)).toEqual([{ actor_kind: 'installation' }]);
});

it('with a mistake nothing is approved, unless the others are named', async () => {
  const file = await returned((content) => content.replace('msgstr "Повідомлення"', 'msgstr "{broken"'));
  const { code, lines } = await type('texts', 'import', file, ...reader);
  expect([code, lines]).toEqual([1, expect.arrayContaining(['    error  does-not-parse: {broken'])]);
  await expect(type('texts', 'import', file, ...reader, '--apply')).rejects.toThrow('mend the errors first');
  await expect(type('texts', 'import', file, ...reader, '--only', 'long/nothing', '--apply')).rejects.toThrow('long/nothing is none of the texts to approve');
  expect(await recorded()).toBe(0);
  await type('texts', 'import', file, ...reader, '--only', 'long/assurance', '--apply');
  expect(await recorded()).toBe(1);
});

it('a doubt has to be confirmed', async () => {
  const file = await returned((content) => content.replace('msgstr "Повідомлення"', 'msgstr "Message"').replace(/(msgid "Message"\nmsgstr ")Message/u, '$1Новини, які ми Вам надсилаємо, Новини, які ми Вам надсилаємо. Новини, які ми Вам надсилаємо, Новини, які ми Вам надсилаємо.'));
  await expect(type('texts', 'import', file, ...reader, '--apply')).rejects.toThrow('look at the doubts');
  expect(await recorded()).toBe(0);
  await type('texts', 'import', file, ...reader, '--apply', '--confirm-doubts');
  expect(await recorded()).toBe(2);
});

it('a file that a translator may be working on is not written over', async () => {
  const file = await exported();
  await expect(type('texts', 'export', 'uk', file, ...account)).rejects.toMatchObject({ forPeople: true, message: `${file} is there already. Give another name.` });
});

it.each<[string, string[], string]>([
  ['an unknown language', ['export', 'xx', 'x.po', ...account], 'There are: ar (Arabic), '],
  ['no file', ['export', 'uk', ...account], 'Give a language'],
  ['an account that nobody has', ['export', 'uk', 'x.po', '--account', 'nobody@example.org'], 'Nobody who may review texts signs in as nobody@example.org.'],
  ['no reviewer', ['import', 'x.po', ...account, '--role', 'translator'], '--reviewer is missing.'],
  ['a file that is not there', ['import', 'nowhere.po', ...reader], 'nowhere.po cannot be read.'],
  ['a file of something else', ['import', __filename, ...reader], 'PO file'],
])('%s is answered in a sentence', async (_, args, sentence) => {
  await expect(type('texts', ...args)).rejects.toMatchObject({ forPeople: true, message: expect.stringContaining(sentence) });
});
