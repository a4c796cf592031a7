import { AuditModule } from '@dragoman/audit';
import { newId } from '@dragoman/kernel';
import { type Actor, Database, type StaffActor } from '@dragoman/platform';
import type { TestingModule } from '@nestjs/testing';
import { testModule } from '../../../tests/support/platform';
import { type TestDatabase, testDatabase } from '../../../tests/support/postgres';
import { Organisation } from './organisation.entity';
import { OrganisationsModule } from './organisations.module';
import { Organisations } from './organisations.service';
import { Site, type SiteFacts } from './site.entity';

const installation = { kind: 'installation', by: 'test' } as const;
const job: Actor = { kind: 'job', job: 'test' };

let test: TestDatabase;
let nest: TestingModule;
let database: Database;
let organisations: Organisations;
let here: StaffActor;
let there: StaffActor;

const staffOf = ({ id }: Organisation): StaffActor => ({
  kind: 'staff',
  organisationId: id,
  accountId: newId(),
  role: 'administrator',
});

const aSite = (name: string): SiteFacts => ({
  name,
  address: '1 High Road, London',
  zone: 'Europe/London',
  latitude: 51.5,
  longitude: -0.1,
  rooms: ['Room 3'],
});

beforeAll(async () => {
  test = await testDatabase();
  nest = await testModule(test, { imports: [AuditModule, OrganisationsModule], entities: [Organisation, Site] });
  database = nest.get(Database);
  organisations = nest.get(Organisations);
  here = staffOf(await organisations.create(installation, { name: 'Here Trust', zone: 'Europe/London' }));
  there = staffOf(await organisations.create(installation, { name: 'There Trust', zone: 'Europe/Paris' }));
});

afterAll(async () => {
  await nest.close();
  await test.close();
});

describe('an organisation', () => {
  it('gets the default policy, and keeps what it decides', async () => {
    const { id } = await organisations.create(installation, {
      name: 'Night Clinic',
      zone: 'Europe/London',
      phone: '+44 20 7946 0000',
      policy: { quietFrom: '23:00' },
    });
    const stored = await database.read(job, (tx) => organisations.get(tx, id));
    expect(stored).toMatchObject({ phone: '+44 20 7946 0000', policy: { quietFrom: '23:00', quietTo: '08:00', offerHours: [{ leadHours: 0, hours: 24 }] } });
  });

  it('is refused in a time zone that does not exist', async () => {
    const create = organisations.create(installation, { name: 'Nowhere', zone: 'Europe/Londinium' });
    await expect(create).rejects.toMatchObject({ kind: 'invalid', code: 'unknown-zone' });
  });

  it('is refused under the name of another, whatever its capitals', async () => {
    const twice = organisations.create(installation, { name: 'HERE trust', zone: 'Europe/London' });
    await expect(twice).rejects.toMatchObject({ kind: 'conflict', code: 'organisation-name-taken' });
  });

  it('is not there for the staff of another', async () => {
    await expect(database.read(here, (tx) => organisations.get(tx, there.organisationId))).rejects.toMatchObject({
      code: 'organisation-not-found',
    });
    expect(await database.read(here, (tx) => organisations.all(tx))).toMatchObject([{ id: here.organisationId }]);
  });

  it('cannot be created by staff', async () => {
    const insert = database.transaction(here, (tx) =>
      tx.query(`insert into organisations.organisations (id, name, zone, created_at) values (gen_random_uuid(), 'x', 'x', now())`),
    );
    await expect(insert).rejects.toThrow(/permission denied/);
  });
});

describe('what an organisation decides for itself', () => {
  const read = (actor: StaffActor) => database.read(actor, (tx) => organisations.get(tx, actor.organisationId));

  it('is changed by its own people, for itself only, and written down rule by rule', async () => {
    const { policy, policyVersion } = await read(here);
    const weights = { ...policy.matching.weights, cost: 20 };
    const changed = await organisations.changePolicy(here, { ...policy, offerHours: [{ leadHours: 0, hours: 48 }], matching: { ...policy.matching, weights } }, policyVersion);
    expect(changed).toMatchObject({ policyVersion: policyVersion + 1, policy: { offerHours: [{ leadHours: 0, hours: 48 }] } });
    expect(await read(here)).toEqual(changed);
    expect((await read(there)).policy).toMatchObject({ offerHours: [{ leadHours: 0, hours: 24 }], matching: { weights: { cost: 8 } } });
    const entries = await database.read(job, (tx) =>
      tx.query(`select actor_id, details from audit.entries where action = 'organisation.policy-changed' and subject_id = $1`, [here.organisationId]),
    );
    expect(entries).toEqual([
      { actor_id: here.accountId, details: { version: policyVersion + 1, changed: ['offerHours.0.hours: 24 → 48', 'matching.weights.cost: 8 → 20'] } },
    ]);
  });

  it('is not written over by somebody who has not seen the last change', async () => {
    const { policy, policyVersion } = await read(there);
    const edits = [30, 36].map((hours) => organisations.changePolicy(there, { ...policy, offerHours: [{ leadHours: 0, hours }] }, policyVersion));
    const answers = await Promise.allSettled(edits);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { kind: 'conflict', code: 'policy-changed' } });
    expect((await read(there)).policyVersion).toBe(policyVersion + 1);
  });

  it('is, with its name, zone and phone, all that staff can change of an organisation, and of their own alone, whatever the program does', async () => {
    for (const column of ['id = gen_random_uuid()', 'created_at = now()'])
      await expect(database.transaction(here, (tx) => tx.query(`update organisations.organisations set ${column}`))).rejects.toThrow(
        /permission denied/,
      );
    const before = await read(there);
    await database.transaction(here, (tx) => tx.query(`update organisations.organisations set policy = '{}', phone = '+442079460123'`));
    expect(await read(there)).toEqual(before);
  });
});

describe('a site', () => {
  it('is listed for its own organisation only, also when the query forgets its where', async () => {
    await organisations.addSite(here, aSite('Harbour Clinic'));
    await organisations.addSite(there, aSite('Clinique du Port'));
    expect(await database.read(here, (tx) => organisations.sites(tx))).toMatchObject([{ name: 'Harbour Clinic' }]);
    expect(await database.read(here, (tx) => tx.query('select name from organisations.sites'))).toEqual([
      { name: 'Harbour Clinic' },
    ]);
  });

  it('is found by an interpreter and by a job, but not by another organisation', async () => {
    const { id } = await organisations.addSite(here, aSite('Park Surgery'));
    const interpreter: Actor = { kind: 'interpreter', interpreterId: newId() };
    expect(await database.read(interpreter, (tx) => organisations.site(tx, id))).toMatchObject({ rooms: ['Room 3'] });
    expect(await database.read(job, (tx) => organisations.site(tx, id))).toMatchObject({ latitude: 51.5 });
    await expect(database.read(there, (tx) => organisations.site(tx, id))).rejects.toMatchObject({ code: 'site-not-found' });
  });

  it('may have the name of a site of another organisation, but not of its own', async () => {
    await organisations.addSite(here, aSite('Main Building'));
    await organisations.addSite(there, aSite('Main Building'));
    await expect(organisations.addSite(here, aSite('main building'))).rejects.toMatchObject({ code: 'site-name-taken' });
  });

  it('is refused in a time zone that does not exist', async () => {
    const add = organisations.addSite(here, { ...aSite('Atlantis'), zone: 'Atlantic/Atlantis' });
    await expect(add).rejects.toMatchObject({ code: 'unknown-zone' });
  });

  it('leaves its trace in the audit trail', async () => {
    const { id } = await organisations.addSite(here, aSite('Traced'));
    const entries = await database.read(job, (tx) =>
      tx.query('select action, actor_id from audit.entries where subject_id = $1', [id]),
    );
    expect(entries).toEqual([{ action: 'site.added', actor_id: here.accountId }]);
  });
});
