import { AuditModule } from '@dragoman/audit';
import { csvOf, FixedClock, newId } from '@dragoman/kernel';
import { Languages, LanguagesModule } from '@dragoman/languages';
import { Database, type StaffActor } from '@dragoman/platform';
import type { TestingModule } from '@nestjs/testing';
import pg from 'pg';
import { until } from '../../../tests/support/desk';
import { testModule } from '../../../tests/support/platform';
import { type TestDatabase, testDatabase } from '../../../tests/support/postgres';
import { DatedException } from './dated-exception.entity';
import { Interpreter } from './interpreter.entity';
import { InterpretersModule } from './interpreters.module';
import { Interpreters } from './interpreters.service';
import { OrganisationWeek } from './organisation-week.entity';
import { type RosterColumn, rosterColumns, rosterTemplate } from './roster.columns';
import { Roster } from './roster.service';
import { Skill } from './skill.entity';
import { WeeklyHours } from './weekly-hours.entity';

const staff: StaffActor = { kind: 'staff', organisationId: newId(), accountId: newId(), role: 'coordinator' };

let test: TestDatabase;
let nest: TestingModule;
let database: Database;
let roster: Roster;
let superuser: pg.Pool;

type Row = Partial<Record<RosterColumn, string>>;

let people = 0;
const aRow = (more: Row = {}): Row => ({
  email: `${newId()}@interpreters.example`,
  display_name: 'Hiba Elamin',
  gender: 'woman',
  phone: `07700 900${String(people++).padStart(3, '0')}`,
  zone: 'Europe/London',
  latitude: '51.51',
  longitude: '-0.11',
  modalities: 'In person; phone',
  hourly_rate: '38.50',
  weekly_hours: 'Mon-Wed 09:00-17:00; Sat 22:00-02:00',
  language: 'apd',
  language_name: 'Sudanese Arabic',
  ...more,
});
const file = (...rows: Row[]): string =>
  csvOf(rosterColumns, rows.map((row) => ({ ...(Object.fromEntries(rosterColumns.map((column) => [column, ''])) as Record<RosterColumn, string>), ...row })));

const check = (...rows: Row[]) => roster.check(staff, file(...rows));
/** `3 phone: The sentence.` of each line that is wrong. */
const problemsOf = async (...rows: Row[]): Promise<string[]> =>
  (await check(...rows)).lines.flatMap(({ line, problems }) => problems.map(({ column, sentence }) => `${line} ${column}: ${sentence}`));
const countAll = async (): Promise<number> => Number((await superuser.query('select count(*) from interpreters.interpreters')).rows[0].count);
const stored = async (email: string) => {
  const { rows } = await superuser.query('select id from interpreters.interpreters where email = $1', [email]);
  return database.read(staff, (tx) => nest.get(Interpreters).get(tx, rows[0].id));
};

beforeAll(async () => {
  test = await testDatabase();
  nest = await testModule(test, {
    imports: [AuditModule, LanguagesModule, InterpretersModule],
    entities: [Interpreter, Skill, WeeklyHours, OrganisationWeek, DatedException],
    clock: new FixedClock(new Date('2026-11-24T09:00:00Z')),
  });
  database = nest.get(Database);
  roster = nest.get(Roster);
  superuser = new pg.Pool({ connectionString: test.superuserUrl, max: 3 });
  await nest.get(Languages).load({ kind: 'installation', by: 'test' });
});

afterAll(async () => {
  await superuser.end();
  await nest.close();
  await test.close();
});

describe('a roster', () => {
  it('is imported as the dry run said, several languages a person', async () => {
    const hiba = aRow({ credential: 'DPSI Health', credential_body: 'CIOL', credential_level: 'Level 6', credential_expires_on: '2027-05-01', scope: 'health; mental health' });
    const text = file(hiba, aRow({ display_name: 'Osman Bakri', gender: 'man', serves: 'none' }), { email: hiba.email, language: 'fvr', language_name: 'Fur', other_language: 'apd' });
    const before = await countAll();
    const said = await roster.check(staff, text);
    expect(said.lines.map(({ line, outcome }) => `${line} ${outcome}`)).toEqual(['2 new', '3 new', '4 more']);
    expect(await countAll()).toBe(before);
    expect(await roster.import(staff, text)).toEqual(said);
    expect(await stored(hiba.email ?? '')).toMatchObject({
      displayName: 'Hiba Elamin',
      servesRequests: ['woman'],
      modalities: ['in-person', 'phone'],
      hourlyRate: 3850,
      radiusKm: 25,
      hours: [1, 2, 3].map((weekday) => ({ weekday, from: '09:00', to: '17:00' })).concat({ weekday: 6, from: '22:00', to: '02:00' }),
      skills: [
        { varietyId: 'fvr', otherId: 'apd', credential: null },
        { varietyId: 'apd', otherId: 'eng', credentialBody: 'CIOL', credentialLevel: 'Level 6', scope: ['health', 'mental-health'] },
      ],
    });
    const { rows } = await superuser.query(`select action, details from audit.entries order by at desc, id desc limit 1`);
    expect(rows).toEqual([{ action: 'roster.imported', details: { added: 2, changed: 0, same: 0, lines: 3 } }]);
  });

  it('is the template itself, too', async () => {
    expect(await roster.check(staff, rosterTemplate())).toMatchObject({ added: 1, wrongLines: 0, lines: [{ outcome: 'new', problems: [] }, { outcome: 'more' }] });
  });

  it('changes whoever is here by email, says what, and leaves what a cell does not say', async () => {
    const row = aRow();
    await roster.import(staff, file(row));
    expect(await check({ ...row, email: row.email?.toUpperCase() })).toMatchObject({ same: 1, lines: [{ outcome: 'same', changes: [] }] });
    const change = { email: row.email, hourly_rate: '41', phone: row.phone, language: 'apd', language_name: 'Sudanese Arabic', direction: 'into-other' };
    expect(await check(change)).toMatchObject({ changed: 1, lines: [{ outcome: 'changes', name: 'Hiba Elamin', changes: ['rate', 'languages'] }] });
    await roster.import(staff, file(change));
    expect(await stored(row.email ?? '')).toMatchObject({ version: 2, hourlyRate: 4100, hours: { length: 4 }, modalities: ['in-person', 'phone'] });
    expect(await check(change)).toMatchObject({ same: 1, changed: 0 });
  });

  it('names every bad cell of every line, and imports nobody', async () => {
    const bad = [
      aRow({ phone: '020 7946 0123' }),
      aRow({ zone: 'Europe/Atlantis', gender: 'female' }),
      aRow({ language: '', weekly_hours: 'office hours' }),
      aRow({ credential_expires_on: '2027-02-30', scope: 'health' }),
      { email: 'new@interpreters.example', language: 'apd', language_name: 'Sudanese Arabic', latitude: '51' },
      aRow({ email: 'nobody' }),
    ];
    expect(await problemsOf(...bad, aRow())).toEqual([
      '2 phone: Offers go out by text message: give a mobile number, not a landline.',
      '3 gender: Write one of “woman”, “man”, “another”, “not-said”.',
      '4 language: Which language is it? Write its id.',
      '4 weekly_hours: Write hours like “Mon-Fri 09:00-17:00; Sat 10:00-13:00”.',
      '5 credential_expires_on: Write the date as 2027-05-01: year, month, day.',
      '5 credential: Name the credential in Sudanese Arabic of which this is said.',
      '6 longitude: A latitude alone is no place.',
      '6 display_name: Needed for somebody new.',
      '6 phone: Needed for somebody new.',
      '6 zone: Needed for somebody new.',
      '6 latitude: Needed for somebody new.',
      '6 modalities: Needed for somebody new.',
      '6 hourly_rate: Needed for somebody new.',
      '7 email: This is not an email address.',
    ]);
    const before = await countAll();
    const refused = roster.import(staff, file(aRow(), ...bad));
    await expect(refused).rejects.toMatchObject({
      code: 'bad-roster',
      message: '6 lines are wrong, so nobody was imported. Mend the file and check it again.',
      details: { lines: expect.arrayContaining([{ line: 3, sentence: expect.stringMatching(/^phone: Offers/) }]) },
    });
    expect(await countAll()).toBe(before);
  });

  it('compares ids with names, and asks which one a collective name means', async () => {
    const problem = async (language: string, language_name: string) => (await problemsOf(aRow({ language, language_name }))).join();
    expect(await problem('pat', 'Patois')).toMatch(/“pat” is Papitalai, not Patois/);
    expect(await problem('kru', 'Kru')).toMatch(/“kru” is Kurukh, not Kru/);
    expect(await problem('apc', 'Sudanese Arabic')).toMatch(/“apc” is .*Levantine.*, not Sudanese Arabic/);
    expect(await problem('ara', 'Arabic')).toMatch(/^2 language: .*\?/);
    expect(await problemsOf(aRow({ other_language: 'ara' }))).toEqual([expect.stringMatching(/^2 other_language: .* is not one language.*\?/)]);
    expect(await problem('apd', 'sudanese arabic')).toBe('');
    expect(await problem('fvr', 'bèle fòòr')).toBe('');
  });

  it('refuses what it says twice, or in two ways', async () => {
    const row = aRow();
    expect(await problemsOf(row, row)).toEqual(['3 language: This person has this language in line 2 already.']);
    expect(await problemsOf(row, { ...row, language: 'fvr', language_name: 'Fur', zone: 'Europe/Paris' })).toEqual([
      '3 zone: An earlier line says something else of this person. Say it once, or the same.',
    ]);
    expect(await problemsOf(row, aRow({ phone: row.phone }))).toEqual(['3 phone: Line 2 has this number for somebody else.']);
    await roster.import(staff, file(row));
    expect(await problemsOf(aRow({ phone: row.phone }))).toEqual(['2 phone: Somebody who is here already has this number, under another email address.']);
  });

  it('warns of what will not help', async () => {
    const [line] = (await check(aRow({ credential: 'DPSI', credential_expires_on: '2026-11-23', weekly_hours: '' }))).lines;
    expect(line).toMatchObject({ outcome: 'new', warnings: [expect.stringMatching(/lapsed on 2026-11-23/), expect.stringMatching(/^No weekly hours/)] });
    expect((await check(aRow({ credential: 'DPSI', credential_expires_on: '2026-11-24' }))).lines[0]?.warnings).toEqual([]);
  });

  it('takes a cell that looks like a formula as the text it is', async () => {
    const row = aRow({ display_name: '=HYPERLINK("http://x")' });
    await roster.import(staff, file(row));
    expect(await stored(row.email ?? '')).toMatchObject({ displayName: '=HYPERLINK("http://x")' });
  });

  it.each([
    ['email,language\na@b.example,apd\n', /lacks language_name/],
    ['email;language;language_name\n', /nobody in it/],
    ['email;language;language_name\na;b;c\n', /separated by commas/],
    ['email,language,language_name,e_mail\na,b,c,d\n', /“e_mail”/],
    ['email,language,language_name\na,b\n', /Line 2: 2 cells/],
    [`email,language,language_name\n${'a,b,c\n'.repeat(5_001)}`, /at most 5,000 lines/],
    [`email,language,language_name\n${'x'.repeat(2 * 1024 * 1024)},,\n`, /at most 2 MB/],
  ])('that cannot be read at all is refused whole, %#', async (text, sentence) => {
    await expect(async () => roster.check(staff, text)).rejects.toThrow(sentence);
  });
});

it('imports nobody half-way and everybody once, although its connection is killed in the middle', async () => {
  const rows = Array.from({ length: 1_200 }, (_, n) => aRow({ phone: `+4475${10_000_000 + n}` }));
  const before = await countAll();
  const holder = await superuser.connect();
  await holder.query('begin; lock table interpreters.weekly_hours in access exclusive mode');
  const importing = roster.import(staff, file(...rows)).then(() => 'imported', () => 'failed');
  const stuck = await until(async () => {
    const { rows: waiting } = await superuser.query<{ pid: number }>(
      `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query ~ 'weekly_hours' and usename <> 'postgres'`,
    );
    return waiting[0]?.pid;
  }, 'the import to reach the weekly hours');
  await superuser.query('select pg_terminate_backend($1)', [stuck]);
  expect(await countAll()).toBe(before);
  await holder.query('rollback');
  holder.release();
  // What was cut before COMMIT is done again, from the beginning.
  expect(await importing).toBe('imported');
  expect(await countAll()).toBe(before + 1_200);
});
