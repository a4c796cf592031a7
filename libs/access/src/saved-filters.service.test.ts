import { AuditModule } from '@dragoman/audit';
import { FixedClock } from '@dragoman/kernel';
import { Organisation, Organisations, OrganisationsModule, Site } from '@dragoman/organisations';
import { Database, type StaffActor } from '@dragoman/platform';
import type { TestingModule } from '@nestjs/testing';
import { testModule } from '../../../tests/support/platform';
import { type TestDatabase, testDatabase } from '../../../tests/support/postgres';
import { AccessModule } from './access.module';
import { Account } from './account.entity';
import { Accounts } from './accounts.service';
import { Link } from './link.entity';
import { SavedFilter } from './saved-filter.entity';
import { SavedFilters } from './saved-filters.service';

let test: TestDatabase;
let nest: TestingModule;
let database: Database;
let filters: SavedFilters;
let ruth: StaffActor;
let sam: StaffActor;

const installation = { kind: 'installation', by: 'test' } as const;
const tigrinya = { list: 'patients', name: 'Tigrinya', filter: { language: 'tir' } } as const;

const staffOf = async (organisationId: string, name: string): Promise<StaffActor> => {
  const { id } = await nest.get(Accounts).create(installation, { organisationId, name, email: `${name}@clinic.example`, role: 'receptionist', password: 'correct horse battery' });
  return { kind: 'staff', organisationId, accountId: id, role: 'receptionist' };
};
const namesOf = async (actor: StaffActor): Promise<string[]> => (await database.read(actor, (tx) => filters.of(tx, 'patients'))).map(({ name }) => name);

beforeAll(async () => {
  test = await testDatabase();
  nest = await testModule(test, {
    imports: [AuditModule, OrganisationsModule, AccessModule.with()],
    entities: [Organisation, Site, Account, Link, SavedFilter],
    clock: new FixedClock(new Date('2026-11-26T08:00:00Z')),
  });
  database = nest.get(Database);
  filters = nest.get(SavedFilters);
  const { id } = await nest.get(Organisations).create(installation, { name: 'Marlowe Road', zone: 'Europe/London' });
  [ruth, sam] = [await staffOf(id, 'ruth'), await staffOf(id, 'sam')];
});

afterEach(async () => {
  for (const actor of [ruth, sam])
    for (const { id } of await database.read(actor, (tx) => filters.of(tx, 'patients'))) await filters.remove(actor, id);
});

afterAll(async () => {
  await nest.close();
  await test.close();
});

describe('a filter that somebody keeps', () => {
  it('is shown to them alone, by name', async () => {
    await filters.save(ruth, { ...tigrinya, name: 'Zoning' });
    await filters.save(ruth, tigrinya);
    await filters.save(sam, { ...tigrinya, name: 'Sam’s' });
    expect(await namesOf(ruth)).toEqual(['Tigrinya', 'Zoning']);
    expect(await namesOf(sam)).toEqual(['Sam’s']);
  });

  it('takes the place of another of its name, whatever its capitals', async () => {
    await filters.save(ruth, tigrinya);
    await filters.save(ruth, { ...tigrinya, name: 'TIGRINYA', filter: { need: 'unknown' } });
    const [only, ...others] = await database.read(ruth, (tx) => filters.of(tx, 'patients'));
    expect([only?.name, only?.filter, others]).toEqual(['TIGRINYA', { need: 'unknown' }, []]);
  });

  it('is kept once when two tabs keep it at the same moment', async () => {
    await Promise.all([filters.save(ruth, tigrinya), filters.save(ruth, tigrinya)]);
    expect(await namesOf(ruth)).toEqual(['Tigrinya']);
  });

  it('is one of twenty at most, also when two tabs keep the last ones at once', async () => {
    for (let n = 1; n < 20; n++) await filters.save(ruth, { ...tigrinya, name: `Filter ${n}` });
    const last = await Promise.allSettled(['one', 'two'].map((name) => filters.save(ruth, { ...tigrinya, name })));
    expect(last.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(last.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'too-many-filters' } });
    expect(await namesOf(ruth)).toHaveLength(20);
  });

  it('is forgotten by whoever kept it, and by nobody else', async () => {
    const { id } = await filters.save(ruth, tigrinya);
    await expect(filters.remove(sam, id)).rejects.toMatchObject({ code: 'filter-not-found' });
    expect(await namesOf(ruth)).toEqual(['Tigrinya']);
    await filters.remove(ruth, id);
    await expect(filters.remove(ruth, id)).rejects.toMatchObject({ code: 'filter-not-found' });
  });
});
