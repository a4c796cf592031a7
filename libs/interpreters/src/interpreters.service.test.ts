import { AuditModule } from '@dragoman/audit';
import { FixedClock, type Interval, newId, plusMinutes } from '@dragoman/kernel';
import { Languages, LanguagesModule } from '@dragoman/languages';
import { type Actor, Database, lockInterpreters, type StaffActor } from '@dragoman/platform';
import type { TestingModule } from '@nestjs/testing';
import pg from 'pg';
import { testModule } from '../../../tests/support/platform';
import { type TestDatabase, testDatabase } from '../../../tests/support/postgres';
import { Commitments } from './commitments.service';
import { DatedException } from './dated-exception.entity';
import { Interpreter } from './interpreter.entity';
import { InterpretersModule } from './interpreters.module';
import type { InterpreterInput } from './interpreter-writes.service';
import { Interpreters } from './interpreters.service';
import { OrganisationWeek } from './organisation-week.entity';
import { Skill } from './skill.entity';
import { WeeklyHours } from './weekly-hours.entity';

const installation = { kind: 'installation', by: 'test' } as const;
const here: StaffActor = { kind: 'staff', organisationId: newId(), accountId: newId(), role: 'coordinator' };
const there: StaffActor = { ...here, organisationId: newId() };
const opening = new Date('2026-11-24T09:00:00Z');
const at = (local: string): Date => new Date(`2026-12-${local}Z`);
const lasting = (start: Date, minutes: number): Interval => ({ start, end: plusMinutes(start, minutes) });

let test: TestDatabase;
let nest: TestingModule;
let database: Database;
let interpreters: Interpreters;
let commitments: Commitments;
let superuser: pg.Pool;

let phones = 0;
const hiba = (more: Partial<InterpreterInput> = {}): InterpreterInput & { home: { latitude: number; longitude: number } } => ({
  displayName: 'Hiba Elamin',
  gender: 'woman',
  phone: `+447700900${String(phones++).padStart(3, '0')}`,
  email: `${newId()}@interpreters.example`,
  zone: 'Europe/London',
  radiusKm: 20,
  transport: 'public',
  modalities: ['in-person', 'phone'],
  hourlyRate: 3800,
  skills: [{ varietyId: 'apd', credential: 'DPSI Health', credentialExpiresOn: '2027-05-01' }],
  hours: [{ weekday: 1, from: '09:00', to: '17:00' }],
  ...more,
  home: more.home ?? { latitude: 51.51, longitude: -0.11 },
});

const commit = (actor: Actor, interpreterId: string, interval: Interval, bookingId = newId()): Promise<void> =>
  database.transaction(actor, async (tx) => {
    await lockInterpreters(tx, [interpreterId]);
    await commitments.commit(tx, {
      interpreterId,
      interval,
      bookingId,
      modality: 'in-person',
      siteId: newId(),
      point: { latitude: 51.5, longitude: -0.1 },
    });
  });

const poolFor = (window: Interval, more: Partial<Parameters<Interpreters['pool']>[1]> = {}) =>
  database.read(here, (tx) => interpreters.pool(tx, { varietyIds: ['apd'], window, ...more }));

beforeAll(async () => {
  test = await testDatabase();
  nest = await testModule(test, {
    imports: [AuditModule, LanguagesModule, InterpretersModule],
    entities: [Interpreter, Skill, WeeklyHours, OrganisationWeek, DatedException],
    clock: new FixedClock(opening),
  });
  database = nest.get(Database);
  interpreters = nest.get(Interpreters);
  commitments = nest.get(Commitments);
  await nest.get(Languages).load(installation);
  superuser = new pg.Pool({ connectionString: test.superuserUrl, max: 2 });
  for (const { organisationId } of [here, there])
    await superuser.query(
      `insert into organisations.organisations (id, name, zone, policy, created_at) values ($1, $2, 'Europe/London', '{}', $3)`,
      [organisationId, `Clinic ${organisationId}`, opening],
    );
});

afterAll(async () => {
  await superuser.end();
  await nest.close();
  await test.close();
});

describe('an interpreter', () => {
  it('is kept as described, and the home point is not shown again', async () => {
    const added = await interpreters.add(here, hiba({ phone: '07700 900999', hours: [{ weekday: 7, from: '22:00', to: '06:00' }] }));
    expect(await database.read(there, (tx) => interpreters.get(tx, added.id))).toEqual(added);
    expect(added).toMatchObject({
      displayName: 'Hiba Elamin',
      phone: '+447700900999',
      active: true,
      skills: [{ varietyId: 'apd', name: 'Sudanese Arabic', credential: 'DPSI Health', credentialExpiresOn: '2027-05-01' }],
      hours: [{ weekday: 7, from: '22:00', to: '06:00' }],
    });
    expect(JSON.stringify(added)).not.toContain('51.51');
  });

  it('is updated as a whole, and stays where they live', async () => {
    const { id, version } = await interpreters.add(here, hiba());
    const { home: _, ...change } = hiba({ skills: [{ varietyId: 'arz', credential: null, credentialExpiresOn: null }], hours: [] });
    expect(await interpreters.update(here, id, { ...change, version })).toMatchObject({ hours: [], skills: [{ name: 'Egyptian Arabic' }] });
    const [facts] = await poolFor(lasting(at('03T14:30'), 40), { interpreterIds: [id] });
    expect(facts?.home).toEqual({ latitude: 51.51, longitude: -0.11 });
  });

  it('is one person: a phone or an email of somebody else is refused', async () => {
    const { phone, email } = await interpreters.add(here, hiba());
    await expect(interpreters.add(there, hiba({ phone }))).rejects.toMatchObject({ code: 'phone-taken' });
    await expect(interpreters.add(there, hiba({ email: email.toUpperCase() }))).rejects.toMatchObject({ code: 'email-taken' });
  });

  it('interprets languages that people speak or sign, each named once', async () => {
    const skill = (varietyId: string) => ({ varietyId, credential: null, credentialExpiresOn: null });
    await expect(interpreters.add(here, hiba({ skills: [skill('ara')] }))).rejects.toMatchObject({ code: 'not-interpretable' });
    await expect(interpreters.add(here, hiba({ skills: [skill('xxx')] }))).rejects.toMatchObject({ code: 'unknown-variety' });
    await expect(interpreters.add(here, hiba({ skills: [skill('apd'), skill('apd')] }))).rejects.toMatchObject({ code: 'language-twice' });
  });

  it('is between two languages, one pair whichever side comes first', async () => {
    const pair = (varietyId: string, otherId: string) => ({ varietyId, otherId, credential: null, credentialExpiresOn: null });
    const adding = (...skills: ReturnType<typeof pair>[]) => interpreters.add(here, hiba({ skills }));
    await expect(adding(pair('fvr', 'apd'), pair('apd', 'fvr'))).rejects.toMatchObject({ code: 'language-twice' });
    await expect(adding(pair('apd', 'ara'))).rejects.toMatchObject({ code: 'not-interpretable', details: { path: 'skills.0.otherId' } });
    await expect(adding(pair('eng', 'eng'))).rejects.toMatchObject({ code: 'one-language-twice' });
    await expect(adding(pair('eng', 'bfi'))).rejects.toMatchObject({ code: 'sign-language-first' });
    const added = await interpreters.add(here, hiba({ skills: [pair('fvr', 'apd'), pair('fvr', 'eng'), pair('bfi', 'eng'), pair('bfi', 'ase')] }));
    expect(added.skills).toHaveLength(4);
    const turned = superuser.query(`insert into interpreters.skills (interpreter_id, variety_id, other_id) values ($1, 'apd', 'fvr')`, [added.id]);
    await expect(turned).rejects.toThrow(/a_pair_of_languages_is_named_once/);
  });

  it('tells two people who edit at once of each other, and keeps what was saved first', async () => {
    const { id, version } = await interpreters.add(here, hiba());
    const saves = [here, there].map((actor, n) => interpreters.update(actor, id, { ...hiba({ displayName: `Hiba ${n}` }), version }));
    const outcomes = await Promise.allSettled(saves);
    const [saved, refused] = outcomes[0]?.status === 'fulfilled' ? outcomes : [...outcomes].reverse();
    expect(saved).toMatchObject({ status: 'fulfilled', value: { version: version + 1 } });
    expect(refused).toMatchObject({ status: 'rejected', reason: { kind: 'conflict', code: 'changed-meanwhile' } });
    expect(await database.read(here, (tx) => interpreters.get(tx, id))).toMatchObject(saved?.status === 'fulfilled' ? saved.value : {});
  });

  it('who stops working is offered nothing new, and may come back', async () => {
    const { id, version } = await interpreters.add(here, hiba());
    const resting = await interpreters.setActive(here, id, { active: false, version });
    expect(resting).toMatchObject({ active: false, version: version + 1 });
    expect((await poolFor(lasting(at('03T14:30'), 40), { interpreterIds: [id] }))[0]).toMatchObject({ active: false });
    await expect(interpreters.setActive(here, id, { active: true, version })).rejects.toMatchObject({ code: 'changed-meanwhile' });
    expect(await interpreters.setActive(here, id, { active: true, version: resting.version })).toMatchObject({ active: true });
    const actions = `select action from audit.entries where subject_id = $1 order by at, id`;
    expect((await superuser.query(actions, [id])).rows.map(({ action }) => action)).toEqual([
      'interpreter.added', 'interpreter.deactivated', 'interpreter.activated',
    ]);
  });

  it('has a name for every credential that expires', async () => {
    const skills = [{ varietyId: 'apd', credential: null, credentialExpiresOn: '2027-01-01' }];
    await expect(interpreters.add(here, hiba({ skills }))).rejects.toMatchObject({ code: 'credential-unnamed' });
  });

  it('who does not exist is not found', async () => {
    await expect(database.read(here, (tx) => interpreters.get(tx, newId()))).rejects.toMatchObject({ code: 'interpreter-not-found' });
    await expect(interpreters.update(here, newId(), { ...hiba(), version: 1 })).rejects.toMatchObject({ code: 'interpreter-not-found' });
  });
});

describe('the list of interpreters', () => {
  it('finds by name and by language, and pages without missing anybody', async () => {
    const skills = ['tir', 'amh'].map((varietyId) => ({ varietyId, credential: 'DPSI', credentialExpiresOn: varietyId === 'tir' ? '2027-02-01' : '2026-12-24' }));
    for (const displayName of ['Selam Abraha', 'selam Abraha', 'Selam Zeray']) await interpreters.add(here, hiba({ displayName, skills }));
    const search = 'tigrinya selam';
    const first = await database.read(here, (tx) => interpreters.list(tx, { search, limit: 2 }));
    const second = await database.read(here, (tx) => interpreters.list(tx, { search, limit: 2, after: first.next ?? undefined }));
    expect([...first.items, ...second.items].map(({ displayName }) => displayName)).toEqual(['selam Abraha', 'Selam Abraha', 'Selam Zeray']);
    expect(second.next).toBeNull();
    expect(first.items[0]).toMatchObject({ languages: ['Amharic', expect.stringContaining('Tigrinya')], credentialExpiresOn: '2026-12-24' });
  });
});

describe('a filter of the list', () => {
  const names = async (query: Parameters<Interpreters['list']>[1]) =>
    (await database.read(here, (tx) => interpreters.list(tx, { search: 'filtered', ...query }))).items.map(({ displayName }) => displayName);
  const until = (displayName: string, credentialExpiresOn: string, zone = 'Europe/London') =>
    interpreters.add(here, hiba({ displayName: `Filtered ${displayName}`, zone, skills: [{ varietyId: 'tir', credential: 'DPSI', credentialExpiresOn }] }));

  it('finds credentials that lapse within 60 days or have lapsed, by each interpreter’s calendar', async () => {
    for (const [name, date] of [['A', '2026-11-23'], ['B', '2026-11-24'], ['C', '2027-01-23'], ['D', '2027-01-24']] as const) await until(name, date);
    await until('E', '2026-11-23', 'Pacific/Honolulu');
    expect(await names({ credentials: 'lapsing' })).toEqual(['Filtered B', 'Filtered C', 'Filtered E']);
    expect(await names({ credentials: 'lapsed' })).toEqual(['Filtered A']);
  });

  it('finds who is active, and who speaks a language on either side', async () => {
    const { id, version } = await until('G', '2029-01-01');
    await interpreters.setActive(here, id, { active: false, version });
    expect(await names({ active: 'no' })).toEqual(['Filtered G']);
    expect(await names({ active: 'yes' })).not.toContain('Filtered G');
    await interpreters.add(here, hiba({ displayName: 'Filtered H', skills: [{ varietyId: 'fvr', otherId: 'apd', credential: null, credentialExpiresOn: null }] }));
    expect([await names({ language: 'fvr' }), await names({ language: 'apd' })]).toEqual([['Filtered H'], ['Filtered H']]);
  });
});

describe('the week agreed with one organisation', () => {
  const mornings = [{ weekday: 2, from: '09:00', to: '12:00' }];
  const seen = (actor: Actor, id: string) => database.read(actor, (tx) => interpreters.get(tx, id));

  it('stands beside the general one, and another organisation neither sees nor changes it', async () => {
    const { id, version } = await interpreters.add(here, hiba({ organisationHours: mornings }));
    expect(await seen(here, id)).toMatchObject({ organisationHours: mornings, hours: [{ weekday: 1 }] });
    expect((await seen(there, id)).organisationHours).toBeNull();
    const theirs = await interpreters.update(there, id, { ...hiba({ organisationHours: [] }), version });
    expect(theirs.organisationHours).toEqual([]);
    expect((await seen(here, id)).organisationHours).toEqual(mornings);
    const rows = await database.read(there, (tx) => tx.query('select organisation_id from interpreters.organisation_weeks'));
    expect(rows).toEqual([{ organisation_id: there.organisationId }]);
    const forged = database.transaction(there, (tx) => tx.insert(OrganisationWeek, OrganisationWeek.of(newId(), here.organisationId, [])));
    await expect(forged).rejects.toThrow(/row-level security/);
  });

  it('is what matching reads for that organisation, and ends with the agreement', async () => {
    const { id, version } = await interpreters.add(here, hiba({ organisationHours: mornings }));
    const hoursFor = async (organisationId: string) =>
      (await poolFor(lasting(at('03T14:30'), 40), { interpreterIds: [id], organisationId }))[0]?.hours;
    expect(await hoursFor(here.organisationId)).toEqual([{ weekday: 2, fromMinute: 540, toMinute: 720 }]);
    expect(await hoursFor(there.organisationId)).toEqual([{ weekday: 1, fromMinute: 540, toMinute: 1020 }]);
    const kept = await interpreters.update(here, id, { ...hiba(), version });
    expect(kept.organisationHours).toEqual(mornings);
    await interpreters.update(here, id, { ...hiba({ organisationHours: null }), version: kept.version });
    expect(await hoursFor(here.organisationId)).toEqual([{ weekday: 1, fromMinute: 540, toMinute: 1020 }]);
  });
});

describe('dated exceptions', () => {
  const away = (fromDate: string, toDate = fromDate) => ({ kind: 'away' as const, fromDate, toDate, from: null, to: null });
  const evening = { kind: 'extra' as const, fromDate: '2026-12-12', toDate: '2026-12-12', from: '18:00', to: '21:00' };

  it('are kept as stated, overlapping ones too, until a month after they ended', async () => {
    const exceptions = [evening, away('2026-12-21', '2026-12-31'), away('2026-12-24'), away('2026-10-25'), away('2026-10-24')];
    const { exceptions: kept } = await interpreters.add(here, hiba({ exceptions }));
    expect(kept).toEqual([away('2026-10-25'), evening, away('2026-12-21', '2026-12-31'), away('2026-12-24')]);
  });

  it('stay as they are when a change says nothing of them', async () => {
    const { id, version } = await interpreters.add(here, hiba({ exceptions: [evening] }));
    const same = await interpreters.update(here, id, { ...hiba(), version });
    expect(same.exceptions).toEqual([evening]);
    expect(await interpreters.update(here, id, { ...hiba({ exceptions: [] }), version: same.version })).toMatchObject({ exceptions: [] });
  });

  it('name the one that is wrong', async () => {
    const wrong = interpreters.add(here, hiba({ exceptions: [evening, away('2026-12-31', '2026-12-21')] }));
    await expect(wrong).rejects.toMatchObject({ code: 'exception-ends-before-it-begins', details: { path: 'exceptions.1.toDate' } });
  });
});

describe('an interpreter’s time', () => {
  it('is given to one job at a time, whichever organisation books', async () => {
    const { id } = await interpreters.add(here, hiba());
    await commit(here, id, lasting(at('03T14:30'), 40));
    await expect(commit(there, id, lasting(at('03T15:00'), 60))).rejects.toMatchObject({ kind: 'conflict', code: 'interpreter-busy' });
    await commit(there, id, lasting(at('03T15:10'), 60));
  });

  it('is given once when two organisations want it at the same moment', async () => {
    const { id } = await interpreters.add(here, hiba());
    const tries = Array.from({ length: 20 }, (_, n) => commit(n % 2 ? here : there, id, lasting(at('04T10:00'), 30)));
    const outcomes = await Promise.allSettled(tries);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'interpreter-busy' });
  });

  it('is given back with the booking', async () => {
    const { id } = await interpreters.add(here, hiba());
    const bookingId = newId();
    await commit(here, id, lasting(at('05T10:00'), 30), bookingId);
    await database.transaction(here, (tx) => commitments.release(tx, { bookingId, interpreterIds: [id] }));
    await commit(there, id, lasting(at('05T10:00'), 30));
  });

  it('may be taken by the interpreter who accepts, and not by a patient’s link', async () => {
    const { id } = await interpreters.add(here, hiba());
    await commit({ kind: 'interpreter', interpreterId: id }, id, lasting(at('06T10:00'), 30));
    const link: Actor = { kind: 'patient', organisationId: newId(), bookingId: newId(), patientId: newId() };
    await expect(commit(link, id, lasting(at('06T12:00'), 30))).rejects.toThrow(/permission denied/);
  });

  it('in person needs a place', async () => {
    const { id } = await interpreters.add(here, hiba());
    const nowhere = database.transaction(here, (tx) =>
      commitments.commit(tx, { interpreterId: id, interval: lasting(at('07T10:00'), 30), bookingId: newId(), modality: 'in-person', siteId: null, point: null }),
    );
    await expect(nowhere).rejects.toThrow(/being_there_needs_a_place/);
  });
});

describe('the pool', () => {
  it('holds whoever speaks one of the languages, best language first, then nearest', async () => {
    const speaking = (varietyId: string) => [{ varietyId, credential: null, credentialExpiresOn: null }];
    const near = await interpreters.add(here, hiba({ skills: speaking('ckb') }));
    const far = await interpreters.add(here, hiba({ skills: speaking('ckb'), home: { latitude: 52.5, longitude: -1.9 } }));
    const refused = await interpreters.add(here, hiba({ skills: speaking('kmr') }));
    const pool = await poolFor(lasting(at('03T14:30'), 40), {
      varietyIds: ['ckb', 'kmr'],
      near: { latitude: 51.5, longitude: -0.1 },
    });
    expect(pool.map(({ id }) => id)).toEqual([near.id, far.id, refused.id]);
    const capped = await poolFor(lasting(at('03T14:30'), 40), { varietyIds: ['ckb', 'kmr'], limit: 1 });
    expect(capped).toHaveLength(1);
  });

  it('knows the calendar from a day before to a day after, to the minute, and whose job it is it does not know', async () => {
    const { id } = await interpreters.add(here, hiba());
    const bookingId = newId();
    await commit(there, id, lasting(at('03T10:15'), 45), bookingId);
    await commit(there, id, lasting(at('01T10:15'), 45));
    const [facts] = await poolFor(lasting(at('03T14:30'), 40), { interpreterIds: [id] });
    expect(facts?.commitments).toEqual([
      { ...lasting(at('03T10:15'), 45), bookingId, modality: 'in-person', siteId: expect.any(String), point: { latitude: 51.5, longitude: -0.1 } },
    ]);
  });

  it('counts the jobs of the 30 days before', async () => {
    const { id } = await interpreters.add(here, hiba());
    const window = lasting(at('31T12:00'), 40);
    await commit(here, id, lasting(at('01T11:50'), 15));
    for (const start of [at('01T12:05'), at('20T09:00'), at('31T12:00'), at('31T15:00')]) await commit(here, id, lasting(start, 15));
    expect((await poolFor(window, { interpreterIds: [id] }))[0]?.jobsLast30Days).toBe(2);
  });

  it('gives somebody asked for by name, whatever they speak', async () => {
    const { id } = await interpreters.add(here, hiba());
    expect(await poolFor(lasting(at('03T14:30'), 40), { varietyIds: ['som'], interpreterIds: [id] })).toHaveLength(1);
  });

  it('is open to whoever accepts and to jobs; a patient’s link sees a name and nothing else', async () => {
    const { id } = await interpreters.add(here, hiba());
    const query = { varietyIds: ['apd'], interpreterIds: [id], window: lasting(at('03T14:30'), 40) };
    const sees = (actor: Actor) => database.read(actor, (tx) => interpreters.pool(tx, query));
    expect(await sees({ kind: 'interpreter', interpreterId: id })).toHaveLength(1);
    expect(await sees({ kind: 'job', job: 'test' })).toHaveLength(1);
    const link: Actor = { kind: 'patient', organisationId: newId(), bookingId: newId(), patientId: newId() };
    await expect(sees(link)).rejects.toThrow(/permission denied/);
    const [row] = await database.read(link, (tx) => tx.query('select display_name from interpreters.interpreters where id = $1', [id]));
    expect(row).toEqual({ display_name: 'Hiba Elamin' });
    await expect(database.read(link, (tx) => tx.query('select phone from interpreters.interpreters'))).rejects.toThrow(/permission denied/);
  });
});
