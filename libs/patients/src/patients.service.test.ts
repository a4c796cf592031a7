import { newId, plusMinutes } from '@dragoman/kernel';
import { Languages } from '@dragoman/languages';
import { type Actor, type Database, Events, type StaffActor } from '@dragoman/platform';
import type pg from 'pg';
import { amna, holderOf, installation, opening, type PatientsStand, patientsStand } from '../../../tests/support/patients';
import { Patient } from './patient.entity';
import { profileChanged } from './patient.events';
import type { Patients } from './patients.service';
import { noInterpreterWishes } from './profile';

let stand: PatientsStand;
let database: Database;
let patients: Patients;
let superuser: pg.Client;
let here: StaffActor;
let there: StaffActor;

const profileOf = async (actor: Actor, id: string) => (await database.read(actor, (tx) => patients.get(tx, id))).profile;
const namesListed = async (actor: StaffActor, search?: string) =>
  (await database.read(actor, (tx) => patients.list(tx, { search }))).items.map(({ name }) => name);

beforeAll(async () => {
  stand = await patientsStand();
  ({ database, patients, superuser, here, there } = stand);
});

beforeEach(() => stand.clock.set(opening));

afterAll(() => stand?.close());

describe('registering a patient', () => {
  it('keeps the profile as it was told', async () => {
    const { id, organisationId } = await patients.register(here, amna({ recordNumber: ' 48-2210 ' }));
    expect(organisationId).toBe(here.organisationId);
    const detail = await database.read(here, (tx) => patients.get(tx, id));
    expect(detail).toMatchObject({ name: 'Amna Idris Osman', recordNumber: '48-2210' });
    expect(detail.profile).toEqual({
      interpreterWishes: noInterpreterWishes,
      needsInterpreter: 'yes',
      post: null,
      languages: [
        { varietyId: 'apd', role: 'speaks', enoughForDoctor: true, learntHow: 'pointed', rank: 0, name: 'Sudanese Arabic', autonym: 'سوداني' },
        expect.objectContaining({ varietyId: 'arb', role: 'reads', rank: 1, autonym: 'العربية الفصحى' }),
      ],
      channels: [{ channel: 'sms', address: '+447700900482', safety: 'shared', rank: 0, voicemail: null, isConfirmed: false, ownWords: null }],
      formats: [],
      zone: null,
      daysToAvoid: { weekdays: [], spans: [] },
      genderWish: { gender: 'woman', strength: 'required' },
      safeHours: { from: '10:00', to: '16:00' },
      dawnClock: false,
      unidentified: null,
      hasPageCode: false,
      confirmedAt: opening,
    });
  });

  it('keeps days to avoid, and leaves some day of the week', async () => {
    const daysToAvoid = { weekdays: [5, 6], spans: [{ from: '2026-12-24', to: '2026-12-26' }] };
    const { id } = await patients.register(here, amna({ daysToAvoid }));
    expect((await profileOf(here, id)).daysToAvoid).toEqual(daysToAvoid);
    const never = patients.register(here, amna({ daysToAvoid: { weekdays: [1, 2, 3, 4, 5, 6, 7], spans: [] } }));
    await expect(never).rejects.toThrow(/some_day_of_the_week_is_left/);
  });

  it('keeps who confirmed which number, and asks again once the number is another', async () => {
    const channel = { channel: 'sms', address: '07700 900482', safety: 'private', voicemail: false } as const;
    const { id } = await patients.register(here, amna({ channels: [channel] }));
    const confirmed = async () => (await profileOf(here, id)).channels.map(({ isConfirmed, voicemail }) => ({ isConfirmed, voicemail }));
    expect(await confirmed()).toEqual([{ isConfirmed: false, voicemail: false }]);
    const job = { kind: 'job', job: 'test' } as const;
    const answered = { organisationId: here.organisationId, patientId: id };
    await database.transaction(job, (tx) => patients.numberAnswered(tx, { ...answered, address: '+447700900483' }));
    expect(await confirmed()).toEqual([{ isConfirmed: false, voicemail: false }]);
    await database.transaction(job, (tx) => patients.numberAnswered(tx, { ...answered, address: '+447700900482' }));
    expect(await confirmed()).toEqual([{ isConfirmed: true, voicemail: false }]);
    await patients.update(here, id, amna({ channels: [{ ...channel, address: '07700 900484' }] }));
    expect(await confirmed()).toEqual([{ isConfirmed: false, voicemail: false }]);
  });

  it('keeps the formats in their order', async () => {
    const { id } = await patients.register(here, amna({ formats: ['large-print', 'sms'] }));
    expect((await profileOf(here, id)).formats).toEqual(['large-print', 'sms']);
  });

  it('keeps where letters reach them and who opens the post, and forgets it when it is gone', async () => {
    const post = { lines: ['c/o Harbour House', '1 Quay Street', 'London E1 6AN'], country: null, safety: 'unknown' as const };
    const { id, profile } = await patients.register(here, amna({ post }));
    expect(profile.post).toEqual(post);
    const abroad = { lines: ['Hauptstraße 1', '10115 Berlin'], country: 'DE', safety: 'private' as const };
    expect((await patients.update(here, id, amna({ post: abroad }))).profile.post).toEqual(abroad);
    expect((await patients.update(here, id, amna({ post: null }))).profile.post).toBeNull();
  });

  it('needs no more than a name', async () => {
    const { id } = await patients.register(here, amna({ languages: [], channels: [], genderWish: null, safeHours: null, needsInterpreter: 'unknown' }));
    expect(await profileOf(here, id)).toMatchObject({ languages: [], channels: [], genderWish: null, safeHours: null });
  });

  it('keeps what helps to find out a language that nobody knows, and forgets it once it is known', async () => {
    const unknown = amna({ languages: [], unidentified: { country: 'ER', hint: ' Blin ' } });
    const { id } = await patients.register(here, unknown);
    expect((await profileOf(here, id)).unidentified).toEqual({ country: 'ER', hint: 'Blin', since: opening });
    stand.clock.set(plusMinutes(opening, 60));
    await patients.update(here, id, { ...unknown, unidentified: { country: 'ER', hint: null } });
    expect((await profileOf(here, id)).unidentified).toEqual({ country: 'ER', hint: null, since: opening });
    await patients.update(here, id, amna());
    expect((await profileOf(here, id)).unidentified).toBeNull();
    stand.clock.set(opening);
  });

  it('is not looking for a language that is recorded', async () => {
    await expect(patients.register(here, amna({ unidentified: { country: null, hint: null } }))).rejects.toMatchObject({
      code: 'language-is-known',
    });
  });

  it('has no room for more than a short line about it, nor for any once the language is known', async () => {
    const { id } = await patients.register(here, amna({ languages: [], unidentified: { country: null, hint: 'Blin' } }));
    const set = (what: string) => superuser.query(`update patients.patients set ${what} where id = $1`, [id]);
    await expect(set(`unidentified_hint = repeat('x', 81)`)).rejects.toThrow('a_hint_is_one_short_line');
    await expect(set(`unidentified_hint = E'two\\nlines'`)).rejects.toThrow('a_hint_is_one_short_line');
    await expect(set('unidentified_since = null')).rejects.toThrow('hints_are_forgotten_once_the_language_is_known');
  });

  it('takes two people of one name for two people', async () => {
    const [one, other] = [await patients.register(here, amna()), await patients.register(here, amna())];
    expect(one.id).not.toBe(other.id);
  });

  it('opens the question when somebody "speaks Arabic"', async () => {
    const languages = [{ varietyId: 'ara', role: 'speaks', enoughForDoctor: true, learntHow: 'relative' }] as const;
    await expect(patients.register(here, amna({ languages }))).rejects.toMatchObject({
      code: 'ask-which-language',
      message: stand.nest.get(Languages).triage('ara')?.question,
    });
  });

  it('does not give one record number to two patients, but does in two organisations', async () => {
    await patients.register(here, amna({ recordNumber: '48-1' }));
    await expect(patients.register(here, amna({ recordNumber: '48-1' }))).rejects.toMatchObject({ code: 'record-number-taken' });
    await patients.register(there, amna({ recordNumber: '48-1' }));
  });

  it('refuses the same language or number twice', async () => {
    const [language] = amna().languages;
    const [channel] = amna().channels;
    if (!language || !channel) throw new Error('she speaks and has a phone');
    await expect(patients.register(here, amna({ languages: [language, language] }))).rejects.toMatchObject({ code: 'language-twice' });
    const twice = [channel, { ...channel, address: '+44 7700 900482' }];
    await expect(patients.register(here, amna({ channels: twice }))).rejects.toMatchObject({ code: 'channel-twice' });
  });

  it('leaves nothing behind when it is refused', async () => {
    const before = (await namesListed(here)).length;
    await expect(patients.register(here, amna({ channels: [{ channel: 'sms', address: '020 7946 0123', safety: 'private' }] }))).rejects.toMatchObject({ code: 'landline' });
    expect(await namesListed(here)).toHaveLength(before);
  });
});

describe('updating a profile', () => {
  it('replaces what was there, and says when it was confirmed', async () => {
    const { id } = await patients.register(here, amna());
    stand.clock.set(new Date('2027-01-05T09:00:00Z'));
    await patients.update(here, id, amna({ name: 'Amna Osman', languages: [], channels: [{ channel: 'email', address: 'Amna@Example.org', safety: 'private' }] }));
    expect(await profileOf(here, id)).toMatchObject({
      languages: [],
      channels: [{ channel: 'email', address: 'amna@example.org', safety: 'private', rank: 0, voicemail: null, isConfirmed: false, ownWords: null }],
      confirmedAt: new Date('2027-01-05T09:00:00Z'),
    });
  });

  it('is the only way by which a required wish is lifted', async () => {
    const { id } = await patients.register(here, amna());
    await patients.update(here, id, amna({ genderWish: null }));
    expect((await profileOf(here, id)).genderWish).toBeNull();
  });

  it('tells whoever plans messages', async () => {
    stand.nest.get(Events).subscribe(profileChanged, 'plan-again', async () => undefined);
    const { id } = await patients.register(here, amna());
    await patients.update(here, id, amna());
    const { rows } = await superuser.query(
      `select payload from graphile_worker._private_jobs where payload->>'patientId' = $1`,
      [id],
    );
    const { organisationId } = here;
    expect(rows.map(({ payload }) => payload)).toEqual([{ organisationId, patientId: id }, { organisationId, patientId: id }]);
  });

  it('of another organisation’s patient finds nobody', async () => {
    const { id } = await patients.register(here, amna());
    await expect(patients.update(there, id, amna())).rejects.toMatchObject({ code: 'patient-not-found' });
    await expect(patients.open(there, id)).rejects.toMatchObject({ code: 'patient-not-found' });
  });
});

describe('the list of patients', () => {
  it('shows need, language, what they read and how they are reached', async () => {
    const desk = await stand.receptionistOf('List Clinic');
    await patients.register(desk, amna());
    const { items } = await database.read(desk, (tx) => patients.list(tx, {}));
    expect(items).toEqual([
      expect.objectContaining({
        name: 'Amna Idris Osman',
        needsInterpreter: 'yes',
        language: 'Sudanese Arabic',
        reads: 'Modern Standard Arabic (written)',
        channels: [{ channel: 'sms', safety: 'shared' }],
      }),
    ]);
  });

  it('comes in pages that miss nobody, also among people of one name', async () => {
    const desk = await stand.receptionistOf('Paging Clinic');
    for (const name of ['Amna', 'Amna', 'Amna', 'Berhane', 'Çiğdem', 'ليلى']) await patients.register(desk, amna({ name }));
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await database.read(desk, (tx) => patients.list(tx, { limit: 2, after }));
      seen.push(...page.items.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(new Set(seen).size).toBe(6);
    expect(seen).toHaveLength(6);
  });

  it('is in the order in which people look for names, in every script', async () => {
    const desk = await stand.receptionistOf('Order Clinic');
    for (const name of ['Zahra', 'ليلى', 'de Souza', 'Çiğdem', 'amna', 'Cara', 'Dina']) await patients.register(desk, amna({ name }));
    expect(await namesListed(desk)).toEqual(['amna', 'Cara', 'Çiğdem', 'de Souza', 'Dina', 'Zahra', 'ليلى']);
  });

  it('finds by parts of the name without accents, and by record number', async () => {
    const desk = await stand.receptionistOf('Search Clinic');
    await patients.register(desk, amna({ name: 'Amna Idris Osmán', recordNumber: '48-2210' }));
    await patients.register(desk, amna({ name: 'Tesfay 100%' }));
    expect(await namesListed(desk, 'osman amn')).toEqual(['Amna Idris Osmán']);
    expect(await namesListed(desk, '48-22')).toEqual(['Amna Idris Osmán']);
    expect(await namesListed(desk, '%')).toEqual(['Tesfay 100%']);
    expect(await namesListed(desk, 'nobody')).toEqual([]);
  });

  it('leans on its index under row-level security', async () => {
    const plan = await database.transaction(here, async (tx) => {
      await tx.query('set local enable_seqscan = off');
      return tx.query(`explain select id from patients.patients p where (p.name, p.id) > ('Amna', $1::uuid) order by p.name, p.id limit 51`, [newId()]);
    });
    const text = plan.map((line: Record<string, string>) => line['QUERY PLAN']).join('\n');
    expect(text).toContain('patients_by_name');
    expect(text).toMatch(/Index Cond: .*organisation_id = .*ROW\(name, id\)/);
  });
});

describe('who sees a patient', () => {
  const tables = ['patients', 'languages', 'channels', 'page_code_attempts'];
  const rowsSeen = (actor: Actor, table: string): Promise<unknown[]> =>
    database.read(actor, (tx) => tx.query(`select * from patients.${table}`));

  it('is never another organisation, also when a query forgets its where', async () => {
    const { id } = await patients.register(here, amna({ pageCode: '4821' }));
    await patients.verifyPageCode(holderOf(here, id), '0000');
    const stranger = await stand.receptionistOf('Forgetful Clinic');
    for (const table of tables) {
      expect((await rowsSeen(here, table)).length).toBeGreaterThan(0);
      expect(await rowsSeen(stranger, table)).toEqual([]);
    }
    const touched = await database.transaction(stranger, (tx) => tx.query('update patients.patients set name = name'));
    expect(touched[1]).toBe(0);
  });

  it('cannot be planted in another organisation', async () => {
    const planted = database.transaction(here, (tx) =>
      tx.query(
        `insert into patients.patients (id, organisation_id, name, search_text, needs_interpreter, dawn_clock, profile_confirmed_at, created_at)
         values ($1, $2, 'X', 'x', 'yes', false, now(), now())`,
        [newId(), there.organisationId],
      ),
    );
    await expect(planted).rejects.toThrow(/row-level security/);
  });

  it('is, behind a link, only that patient', async () => {
    const { id } = await patients.register(here, amna({ pageCode: '4821' }));
    const holder = holderOf(here, id);
    await patients.verifyPageCode(holder, '0000');
    for (const table of tables)
      for (const row of (await rowsSeen(holder, table)) as Record<string, string>[])
        expect(table === 'patients' ? row['id'] : row['patient_id']).toBe(id);
    expect(await profileOf(holder, id)).toMatchObject({ needsInterpreter: 'yes' });
    const changed = database.transaction(holder, (tx) => tx.query(`update patients.channels set safety = 'private'`));
    await expect(changed).rejects.toThrow(/permission denied/);
  });

  it.each([
    [{ kind: 'interpreter', interpreterId: newId() }],
    [installation],
  ] as [Actor][])('is never %j', async (actor) => {
    await expect(rowsSeen(actor, 'patients')).rejects.toThrow(/permission denied/);
  });

  it('says nothing new behind a link about where letters go and who opens them', async () => {
    const { id } = await patients.register(here, amna({ post: { lines: ['1 Quay Street'], country: null, safety: 'unsafe' } }));
    const loosen = database.transaction(holderOf(here, id), (tx) => tx.update(Patient, { id }, { postSafety: 'private' }));
    await expect(loosen).rejects.toThrow('permission denied');
    expect((await profileOf(here, id)).post?.safety).toBe('unsafe');
  });

  it('is whichever job plans messages', async () => {
    const { id } = await patients.register(here, amna());
    expect(await profileOf({ kind: 'job', job: 'test' }, id)).toMatchObject({ genderWish: { gender: 'woman' } });
  });

  it('is written down when it is a person', async () => {
    const { id } = await patients.register(here, amna());
    await patients.open(here, id);
    const { rows } = await superuser.query('select action, actor_id from audit.entries where subject_id = $1 order by at, id', [id]);
    expect(rows).toEqual([
      { action: 'patient.registered', actor_id: here.accountId },
      { action: 'patient.seen', actor_id: here.accountId },
    ]);
  });
});
