import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openDatabase } from '../../../config/embedded/logins';
import { type TestDatabase, testDatabase } from '../../../tests/support/postgres';
import { anMp3 } from '../../../tests/support/sounds';
import { runCli } from './cli';

let test: TestDatabase;

beforeAll(async () => {
  test = await testDatabase();
});

afterAll(() => test.close());

/** What a person sees who types this. */
const type = async (...args: string[]): Promise<{ code: number; lines: string[] }> => {
  const lines: string[] = [];
  const code = await runCli(args, { databaseUrls: test.urls, print: (line) => lines.push(line) });
  return { code, lines };
};

const columnOf = (lines: readonly string[], name: string): string | undefined =>
  lines.find((line) => line.startsWith(`${name} `))?.slice(name.length).trim();

const superuser = async (sql: string): Promise<pg.QueryResult> => {
  const client = new pg.Client({ connectionString: test.superuserUrl });
  await client.connect();
  return client.query(sql).finally(() => client.end());
};

describe('migrate', () => {
  it('is asked for, by name, when the database holds no languages', async () => {
    await expect(type('language', 'match', 'Dari', 'Farsi')).rejects.toThrow('run “npm run migrate” first');
  });

  it('loads the languages, and changes nothing the second time', async () => {
    expect((await type('migrate')).lines).toEqual([
      'The database is up to date.',
      expect.stringMatching(/^Languages of revision \d+: 457 varieties added, 0 changed; encounters 956 added/),
    ]);
    expect((await type('migrate')).lines).toEqual([
      'The database is up to date.',
      expect.stringMatching(/^The languages are those of revision \d+\.$/),
    ]);
  });
});

describe('language match', () => {
  beforeAll(() => type('migrate'));

  it.each([
    ['Kurmanji', 'Sorani', 'never_auto'],
    ['Tigrinya', 'Amharic', 'never_auto'],
    ['Sylheti', 'Bengali', 'never_auto'],
    ['Maay', 'Somali', 'never_auto'],
    ['Bosnian', 'Serbian', 'close_consent'],
    ['Kinyarwanda', 'Kirundi', 'close_consent'],
    ['Dari', 'Farsi', 'last_resort'],
    ['Sudanese Arabic', 'Sudanese Arabic', 'exact'],
    ['prs', 'pes', 'last_resort'],
    ['tir-ER', 'tir:et', 'close_consent'],
  ])('says of a %s patient and a %s interpreter: %s, and why', async (patient, interpreter, level) => {
    const { code, lines } = await type('language', 'match', patient, interpreter);
    expect([code, columnOf(lines, 'level')]).toEqual([0, level]);
    for (const name of ['reason', 'source', 'confidence', 'review']) expect(columnOf(lines, name)).toMatch(/\w{3}/);
  });

  it.each([
    ['Arabic', 'Sudanese Arabic'],
    ['ku', 'Kurmanji'],
    ['Mandarin', 'Chinese'],
  ])('asks a question instead of matching %s with %s', async (patient, interpreter) => {
    const { code, lines } = await type('language', 'match', patient, interpreter);
    expect([code, columnOf(lines, 'level')]).toEqual([0, 'never_auto']);
    expect(columnOf(lines, 'ask')).toMatch(/\?/);
    expect(columnOf(lines, 'may be')).toMatch(/\[\w+\]/);
  });

  it('refuses an unknown name in one sentence with near ones', async () => {
    await expect(type('language', 'match', 'Kurmanjy', 'Sorani')).rejects.toMatchObject({
      forPeople: true,
      message: expect.stringMatching(/^No language is called “Kurmanjy”\. Near names: .*Kurmanji/),
    });
  });

  it('refuses a name of several languages and lists them', async () => {
    await expect(type('language', 'match', 'ISL', 'BSL')).rejects.toThrow(/may be several languages: Irish.*Indian/);
  });

  it('wants exactly two languages', async () => {
    await expect(type('language', 'match', 'Dari')).rejects.toThrow('Give two languages');
    await expect(type('language', 'match', 'Sudanese', 'Arabic', 'Dari')).rejects.toThrow('in quotation marks');
  });
});

describe('organisation create', () => {
  const clinic = ['--name', 'Kilburn Clinic', '--zone', 'Europe/London', '--admin-name', 'Amina Yusuf'];

  it('makes a clinic and its administrator, and shows the password once', async () => {
    const { code, lines } = await type('organisation', 'create', ...clinic, '--admin-email', 'amina@example.org');
    expect([code, columnOf(lines, 'password')]).toEqual([0, expect.stringMatching(/^[\w-]{20}$/)]);
    const { rows } = await superuser('select email::text, role, password_hash from access.accounts');
    expect(rows).toEqual([{ email: 'amina@example.org', role: 'administrator', password_hash: expect.stringMatching(/^\$argon2id\$/) }]);
  });

  it('says how to go on when the address is somebody else’s already', async () => {
    const again = ['--name', 'Brent Clinic', '--zone', 'Europe/London', '--admin-name', 'Amina', '--admin-email', 'amina@example.org'];
    await expect(type('organisation', 'create', ...again)).rejects.toThrow(/organisation is there, its administrator is not: .*“administrator create”/);
    const { lines } = await type('administrator', 'create', '--organisation', 'Brent Clinic', '--name', 'B', '--email', 'b@example.org');
    expect(columnOf(lines, 'password')).toMatch(/^[\w-]{20}$/);
  });

  it.each<[string[], string]>([
    [[...clinic], '--admin-email is missing.'],
    [[...clinic, '--admin-email', 'amina'], '--admin-email is not an email address.'],
    [[...clinic, '--admin-email', 'a@example.org', '--colour', 'red'], "Unknown option '--colour'"],
    [['--name', 'X', '--zone', 'Mars/Olympus', '--admin-name', 'Y', '--admin-email', 'y@example.org'], 'Mars/Olympus'],
  ])('refuses %j in one sentence', async (args, sentence) => {
    await expect(type('organisation', 'create', ...args)).rejects.toMatchObject({
      forPeople: true,
      message: expect.stringContaining(sentence),
    });
  });

  it('names the organisations there are when one is not found', async () => {
    const args = ['--organisation', 'Nowhere', '--name', 'B', '--email', 'c@example.org'];
    await expect(type('administrator', 'create', ...args)).rejects.toThrow('There are: Brent Clinic, Kilburn Clinic.');
  });
});

describe('recordings import', () => {
  beforeAll(() => type('migrate'));

  const folderOf = (files: Readonly<Record<string, Buffer>>): string => {
    const folder = mkdtempSync(join(tmpdir(), 'recordings-'));
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    return folder;
  };
  const sound = anMp3();

  it('takes in what was recorded, leaves other files alone, and says what is missing', async () => {
    const { code, lines } = await type('recordings', 'import', 'Sudanese Arabic', folderOf({ 'thanks.mp3': sound, 'day-1.MP3': sound, 'notes.txt': Buffer.from('Amna, 2 May') }));
    expect([code, lines[0]]).toEqual([0, 'Sudanese Arabic [apd]: 2 recordings taken in.']);
    expect(lines[1]).toMatch(/^Not called in yet; \d+ phrases are missing: confirmed, reminder, cancelled, weekday-1/);
    expect(lines[1]).not.toMatch(/thanks| day-1,/);
  });

  it('takes in nothing where one file is not a sound, and says which', async () => {
    await expect(type('recordings', 'import', 'som', folderOf({ 'thanks.mp3': sound, 'day-1.mp3': Buffer.from('<html>'.repeat(50)) }))).rejects.toThrow('“day-1” is neither an MP3 nor a WAV file.');
    expect((await superuser(`select from recordings.recordings where variety_id = 'som'`)).rowCount).toBe(0);
  });

  it('wants a folder that is there', async () => {
    await expect(type('recordings', 'import', 'som', '/nowhere')).rejects.toThrow('The folder /nowhere cannot be read.');
    await expect(type('recordings', 'import', 'som')).rejects.toThrow('Give a language and the folder of its recordings.');
  });
});

describe('audit verify', () => {
  it('finds an entry that was put in past its trigger, and ends with 1', async () => {
    const { lines, code } = await type('audit', 'verify');
    expect([code, lines.at(-1)]).toEqual([0, expect.stringMatching(/^Sound: /)]);
    await superuser(`begin; set local session_replication_role = replica;
      insert into audit.entries (id, at, actor_kind, actor_id, action, subject_kind, subject_id)
        values (gen_random_uuid(), now(), 'job', 'x', 'x.done', 'x', 'x'); commit`);
    const after = await type('audit', 'verify');
    expect([after.code, after.lines[0]]).toEqual([1, expect.stringMatching(/^forged: /)]);
  });
});

describe('a database that was never migrated', () => {
  const blank = (url: string): string => Object.assign(new URL(url), { pathname: `/${test.name}_blank` }).href;
  const match = (isEmbedded: boolean): Promise<number> => {
    const databaseUrls = { app: blank(test.urls.app), owner: blank(test.urls.owner), jobs: blank(test.urls.jobs) };
    return runCli(['language', 'match', 'Dari', 'Farsi'], { databaseUrls, isEmbedded, print: () => undefined });
  };

  beforeAll(async () => {
    await superuser(`create database ${test.name}_blank owner dragoman_owner`);
    const client = new pg.Client({ connectionString: test.superuserUrl });
    await client.connect();
    await openDatabase(client, `${test.name}_blank`).finally(() => client.end());
  });

  afterAll(() => superuser(`drop database ${test.name}_blank with (force)`));

  it('is left as it is when it is somebody’s own, and prepared when it is the embedded one', async () => {
    await expect(match(false)).rejects.toThrow('not prepared yet: run “npm run migrate” first');
    expect(await match(true)).toBe(0);
  });
});

describe('anything else', () => {
  it('explains the commands, and is an error unless nothing or help was typed', async () => {
    expect(await type('help')).toMatchObject({ code: 0, lines: expect.arrayContaining(['npm run cli -- <command>']) });
    expect((await type()).code).toBe(0);
    expect((await type('language', 'mtch', 'a', 'b')).code).toBe(1);
  });
});
