import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '@dragoman/platform';
import { Database, databaseRoles } from '@dragoman/platform';
import type { TestingModule } from '@nestjs/testing';
import pg from 'pg';
import { testModule } from '../../../tests/support/platform';
import { type TestDatabase, testDatabase } from '../../../tests/support/postgres';
import { LanguagesModule } from './languages.module';
import { Languages } from './languages.service';
import { readBaseline, shippedSeeds } from './seeds';

const installation = { kind: 'installation', by: 'test' } as const;

let test: TestDatabase;
let nest: TestingModule;
let languages: Languages;
let superuser: pg.Client;
let folder: string;

beforeAll(async () => {
  test = await testDatabase();
  nest = await testModule(test, { imports: [LanguagesModule] });
  languages = nest.get(Languages);
  superuser = new pg.Client({ connectionString: test.superuserUrl });
  await superuser.connect();
});

beforeEach(async () => {
  await superuser.query('truncate languages.varieties, languages.encounters, languages.aliases, languages.revisions cascade');
  folder = await mkdtemp(join(tmpdir(), 'seeds-'));
  await cp(shippedSeeds, folder, { recursive: true });
});

afterEach(() => rm(folder, { recursive: true }));

afterAll(async () => {
  await superuser.end();
  await nest.close();
  await test.close();
});

const edit = async (file: string, from: string | RegExp, to: string): Promise<void> => {
  const path = join(folder, file);
  const before = await readFile(path, 'utf8');
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  await writeFile(path, after);
};

const row = (patient: string, interpreter: string) => languages.picture().encounter(patient, interpreter);

const count = async (table: string): Promise<number> => {
  const { rows } = await superuser.query<{ n: number }>(`select count(*)::int as n from ${table}`);
  return rows[0]?.n ?? 0;
};

describe('loading the language files', () => {
  it('loads every fact, and says how many', async () => {
    const report = await languages.load(installation);
    expect(report).toMatchObject({
      varieties: { added: 457, changed: 0, removed: 0 },
      encounters: { added: 956, changed: 0, removed: 0 },
      reviewed: 0,
    });
    expect([await count('languages.varieties'), await count('languages.encounters'), await count('languages.aliases')]).toEqual([
      457, 956, 14,
    ]);
  });

  it('reads back from the database exactly what the files say', async () => {
    await languages.load(installation);
    const { varieties } = await readBaseline(shippedSeeds);
    expect(languages.all()).toEqual(varieties);
  });

  it('changes nothing when it runs again', async () => {
    const first = await languages.load(installation);
    const rows = () => superuser.query('select xmin::text, * from languages.encounters order by 2, 3');
    const before = (await rows()).rows;
    expect(await languages.load(installation)).toEqual({
      revision: first.revision,
      varieties: { added: 0, changed: 0, removed: 0 },
      encounters: { added: 0, changed: 0, removed: 0 },
      reviewed: 0,
    });
    expect((await rows()).rows).toEqual(before);
    expect(await count('languages.revisions')).toBe(1);
  });

  it('loads once when two processes start at the same moment', async () => {
    const reports = await Promise.all([languages.load(installation), languages.load(installation)]);
    expect(reports.map(({ encounters }) => encounters.added).sort()).toEqual([0, 956]);
    expect(await count('languages.revisions')).toBe(1);
  });

  it('takes over a changed, a new and a removed line of a later release', async () => {
    await languages.load(installation);
    await edit('variety-links.csv', 'kin,run,close_consent,both,high', 'kin,run,last_resort,both,high');
    await edit('variety-links.csv', /^ach,laj,.*\n/m, '');
    await edit('variety-links.csv', /$/, 'ach,ben,never_auto,one,high,unrelated,test,yes,\n');
    expect(await languages.load(installation, folder)).toMatchObject({ encounters: { added: 1, changed: 2, removed: 2 } });
    expect(row('run', 'kin')?.level).toBe('last_resort');
    expect(row('ach', 'laj')).toBeUndefined();
    expect(row('ach', 'ben')?.reason).toBe('unrelated');
  });

  it('leaves what somebody reviewed as it is, changed or removed in the files', async () => {
    await languages.load(installation);
    await superuser.query(`update languages.encounters set level = 'never_auto', review_state = 'reviewed', reviewer = 'A. Uwase'
      where patient_variety in ('kin', 'ach') and interpreter_variety in ('run', 'laj')`);
    await edit('variety-links.csv', 'kin,run,close_consent,both,high', 'kin,run,last_resort,both,high');
    await edit('variety-links.csv', /^ach,laj,.*\n/m, '');
    expect(await languages.load(installation, folder)).toMatchObject({
      encounters: { added: 0, changed: 1, removed: 1 },
      reviewed: 2,
    });
    expect(row('kin', 'run')).toMatchObject({ level: 'never_auto', reviewState: 'reviewed' });
    expect(row('ach', 'laj')).toMatchObject({ level: 'never_auto', reviewState: 'reviewed' });
  });

  it('changes nothing at all for one bad line, and names it', async () => {
    await languages.load(installation);
    await edit('variety-links.csv', 'kin,run,close_consent,both,high', 'kin,run,last_resort,both,high');
    await edit('variety-links.csv', /$/, 'ach,xyz,never_auto,one,high,unrelated,test,yes,\n');
    await expect(languages.load(installation, folder)).rejects.toThrow('variety-links.csv line 241: xyz is not in varieties.csv');
    await languages.refresh();
    expect(row('kin', 'run')?.level).toBe('close_consent');
  });

  it('refuses files that forget a variety which patients may be recorded with', async () => {
    await languages.load(installation);
    await edit('varieties.csv', /^trc,.*\n/m, '');
    await edit('variety-links-extra-refusals.csv', /^trc,.*\n/m, '');
    await expect(languages.load(installation, folder)).rejects.toMatchObject({ code: 'variety-vanished', details: { ids: ['trc'] } });
  });

  it('is told of in the audit trail', async () => {
    const { revision } = await languages.load(installation);
    const { rows } = await superuser.query(
      `select actor_kind, actor_id from audit.entries where action = 'languages.loaded' and subject_id = $1`,
      [String(revision)],
    );
    expect(rows).toEqual([{ actor_kind: 'installation', actor_id: 'test' }]);
  });
});

describe('the database', () => {
  const actors: Actor[] = [
    { kind: 'staff', organisationId: '', accountId: '', role: 'administrator' },
    { kind: 'interpreter', interpreterId: '' },
    { kind: 'patient', organisationId: '', bookingId: '', patientId: '' },
    { kind: 'job', job: 'test' },
  ];

  it.each(actors.map((actor) => [databaseRoles[actor.kind], actor] as const))('lets %s read and nothing else', async (_, actor) => {
    await languages.load(installation);
    const database = nest.get(Database);
    const [row] = await database.read(actor, (tx) => tx.query('select count(*)::int as n from languages.encounters'));
    expect(row.n).toBe(956);
    for (const table of ['varieties', 'encounters', 'aliases', 'revisions', 'names', 'spoken_in'])
      await expect(database.transaction(actor, (tx) => tx.query(`delete from languages.${table}`))).rejects.toThrow('permission denied');
    await expect(
      database.transaction(actor, (tx) => tx.query(`update languages.encounters set level = 'exact'`)),
    ).rejects.toThrow('permission denied');
  });

  it('refuses what no file may say', async () => {
    await languages.load(installation);
    await expect(superuser.query(`update languages.varieties set bookable = true where id = 'ara'`)).rejects.toThrow(
      'a_macro_name_is_never_booked',
    );
    await expect(superuser.query(`update languages.encounters set reviewer = 'nobody'`)).rejects.toThrow(
      'a_reviewed_row_names_its_reviewer',
    );
    await expect(
      superuser.query(`update languages.encounters set confidence = 'low' where level = 'close_consent'`),
    ).rejects.toThrow('a_close_row_is_more_than_a_guess');
  });
});

describe('asking', () => {
  it('says that nothing is loaded, instead of knowing no language', async () => {
    const fresh = await testModule(test, { imports: [LanguagesModule] });
    expect(() => fresh.get(Languages).resolve('Dari')).toThrow('This database holds no languages yet');
    await fresh.close();
  });

  it('sees what another process loaded', async () => {
    const other = await testModule(test, { imports: [LanguagesModule] });
    await languages.load(installation);
    await other.get(Languages).refresh();
    expect(other.get(Languages).picture().encounter('kin', 'run')?.level).toBe('close_consent');
    await other.close();
  });

  it('has a question for a name that is not bookable, and for no other', async () => {
    await languages.load(installation);
    expect(languages.triage('ara')?.options).toContain('apd');
    expect(languages.triage('apd')).toBeUndefined();
  });

  it('names the neighbours of a variety in the tree', async () => {
    await languages.load(installation);
    expect(languages.relativesOf('kmr').map(({ id }) => id)).toEqual(['kur', 'ckb', 'sdh', 'kmr:bahdini', 'kmr:ezidi']);
  });
});
