import { AuditModule } from '@dragoman/audit';
import { FixedClock, newId, plusMinutes } from '@dragoman/kernel';
import { Languages, LanguagesModule } from '@dragoman/languages';
import { Database, type StaffActor } from '@dragoman/platform';
import type { TestingModule } from '@nestjs/testing';
import fc from 'fast-check';
import pg from 'pg';
import { testModule } from '../../../tests/support/platform';
import { type TestDatabase, testDatabase } from '../../../tests/support/postgres';
import type { CandidateSearch } from './candidate-search';
import { DatedException } from './dated-exception.entity';
import { Interpreter } from './interpreter.entity';
import { InterpretersModule } from './interpreters.module';
import type { Candidate } from './candidate';
import type { CandidateFacts } from './candidate.queries';
import type { InterpreterInput } from './interpreter-writes.service';
import { Interpreters } from './interpreters.service';
import { OrganisationWeek } from './organisation-week.entity';
import { Skill } from './skill.entity';
import { WeeklyHours } from './weekly-hours.entity';

const installation = { kind: 'installation', by: 'test' } as const;
const staff: StaffActor = { kind: 'staff', organisationId: newId(), accountId: newId(), role: 'coordinator' };
const opening = new Date('2026-11-24T09:00:00Z');
const start = new Date('2026-12-03T14:30:00Z');

let test: TestDatabase;
let nest: TestingModule;
let database: Database;
let interpreters: Interpreters;
let superuser: pg.Pool;

beforeAll(async () => {
  test = await testDatabase();
  nest = await testModule(test, {
    imports: [AuditModule, LanguagesModule, InterpretersModule],
    entities: [Interpreter, Skill, WeeklyHours, OrganisationWeek, DatedException],
    clock: new FixedClock(opening),
  });
  database = nest.get(Database);
  interpreters = nest.get(Interpreters);
  await nest.get(Languages).load(installation);
  superuser = new pg.Pool({ connectionString: test.superuserUrl, max: 2 });
  await superuser.query(
    `insert into organisations.organisations (id, name, zone, policy, created_at) values ($1, 'Clinic', 'Europe/London', '{}', $2)`,
    [staff.organisationId, opening],
  );
});

afterAll(async () => {
  await superuser.end();
  await nest.close();
  await test.close();
});

const search: CandidateSearch = {
  organisationId: staff.organisationId,
  bookingId: null,
  varietyIds: ['apd'],
  otherId: 'eng',
  relatedIds: [],
  ways: ['phone'],
  role: 'interpreter',
  requiredGender: null,
  date: '2026-12-03',
  scope: 'health',
  interval: { start, end: plusMinutes(start, 40) },
  point: null,
  isInPerson: false,
  fartherThanKm: null,
  excludedIds: [],
  firstIds: [],
  refused: 0,
  prospects: {
    fixed: 0,
    ofVariety: [0],
    ofWish: { gender: null, share: 0 },
    ofTravel: { share: 0, upTo: 90, extra: 10, minutesAKilometre: { walk: 1, bicycle: 1, public: 1, car: 1 } },
    ofCost: { share: 1, upTo: 10_000 },
    ofCredential: { share: 0, from: 0.4, aGrade: 0.1, ungraded: 0.6 },
  },
};

const time = fc.integer({ min: 0, max: 47 }).map((half) => `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 ? '30' : '00'}`);
const hours = fc.uniqueArray(fc.record({ weekday: fc.integer({ min: 1, max: 7 }), from: time, to: time }), {
  selector: ({ weekday, from }) => `${weekday} ${from}`,
  maxLength: 8,
});
const date = fc.integer({ min: 0, max: 20 }).map((day) => new Date(Date.parse('2026-11-24') + day * 86_400_000).toISOString().slice(0, 10));
const exceptions = fc.array(
  fc.record({ kind: fc.constantFrom('away' as const, 'extra' as const), fromDate: date, from: time, to: time }).map((one) => ({ ...one, toDate: one.fromDate })),
  { maxLength: 3 },
);
const skills = fc.uniqueArray(
  fc.record({
    varietyId: fc.constantFrom('apd', 'arz', 'tir', 'som'),
    otherId: fc.constantFrom('eng', 'fra'),
    direction: fc.constantFrom('both' as const, 'into-other' as const),
    credential: fc.constant('DPSI Health'),
    credentialExpiresOn: fc.option(date),
    credentialLevel: fc.constantFrom('Level 6', 'full', null),
    scope: fc.subarray(['health', 'mental-health', 'social-care', 'legal'] as const),
  }),
  { selector: ({ varietyId, otherId }) => `${varietyId} ${otherId}`, maxLength: 3 },
);
const person: fc.Arbitrary<Omit<InterpreterInput, 'phone' | 'email'>> = fc.record({
  displayName: fc.constantFrom('Hiba', 'Amira'),
  gender: fc.constantFrom('woman', 'man', 'another', 'not-said'),
  zone: fc.constantFrom('Europe/London', 'Africa/Khartoum', 'Asia/Kathmandu'),
  home: fc.record({ latitude: fc.integer({ min: 50, max: 55 }), longitude: fc.integer({ min: -4, max: 1 }) }),
  radiusKm: fc.integer({ min: 1, max: 60 }),
  transport: fc.constantFrom('walk', 'bicycle', 'public', 'car'),
  modalities: fc.subarray(['in-person', 'video', 'phone', 'sign-video'] as const, { minLength: 1 }),
  hourlyRate: fc.integer({ min: 0, max: 9000 }),
  roles: fc.subarray(['interpreter', 'advocate', 'deaf-relay'] as const, { minLength: 1 }),
  servesRequests: fc.subarray(['woman', 'man'] as const),
  dailyCapMinutes: fc.option(fc.integer({ min: 15, max: 600 })),
  skills,
  hours,
  organisationHours: fc.option(hours),
  exceptions,
});

let phones = 0;
const reachable = () => ({ phone: `+447700900${String(phones++).padStart(3, '0')}`, email: `${newId()}@interpreters.example` });

const { organisationId } = search;
const lookedAt = (among: Interpreters, ids: readonly string[]) =>
  database.read(staff, async (tx) => {
    const there = await among.whoIsThere(tx, organisationId);
    const { prospects } = among.search({ ...search, firstIds: ids }, there);
    return { people: prospects.slice(0, prospects.size), facts: (people: readonly Candidate[]) => database.read(staff, (later) => among.facts(later, search, people, there)) };
  });

const inOrder = (facts: readonly CandidateFacts[]) =>
  facts.map((one) => ({
    ...one,
    skills: [...one.skills].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    hours: [...one.hours].sort((a, b) => a.weekday - b.weekday || a.fromMinute - b.fromMinute),
    exceptions: [...one.exceptions].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
  }));

/** What the register makes of somebody against what the database says in one fresh statement. */
const expectNotBehind = async (id: string): Promise<void> => {
  const [remembered, fresh] = await database.read(staff, async (tx) => {
    const there = await interpreters.whoIsThere(tx, organisationId);
    const candidate = there.register.candidate(id);
    return [
      candidate ? await interpreters.facts(tx, search, [candidate], there) : [],
      await interpreters.pool(tx, { varietyIds: [], interpreterIds: [id], window: search.interval, organisationId }),
    ];
  });
  expect(inOrder(remembered)).toEqual(inOrder(fresh));
};

describe('what a search looks at', () => {
  it('is what was last written of an interpreter, whatever was written', async () => {
    await fc.assert(
      fc.asyncProperty(person, fc.array(person, { maxLength: 2 }), fc.boolean(), async (first, changes, active) => {
        const contact = reachable();
        const home = first.home ?? { latitude: 51, longitude: 0 };
        const added = await interpreters.add(staff, { ...first, ...contact, home });
        const { id } = added;
        let { version } = added;
        await expectNotBehind(id);
        for (const change of changes) {
          ({ version } = await interpreters.update(staff, id, { ...change, ...contact, version }));
          await expectNotBehind(id);
        }
        await interpreters.setActive(staff, id, { active, version });
        await expectNotBehind(id);
      }),
      { numRuns: 25 },
    );
  });

  it('finds nobody twice by prospect, and goes on from where a page ended', async () => {
    const added: { id: string }[] = [];
    for (let n = 0; n < 7; n++)
      added.push(await interpreters.add(staff, {
        displayName: `Number ${n}`, gender: 'woman', ...reachable(), zone: 'Europe/London', home: { latitude: 51.5, longitude: 0 }, radiusKm: 20,
        transport: 'car', modalities: ['phone'], hourlyRate: 3000 + 100 * (n % 3), skills: [{ varietyId: 'apd', credential: null, credentialExpiresOn: null }],
        hours: [{ weekday: 4, from: '09:00', to: '17:00' }],
      }));
    const { people } = await lookedAt(interpreters, []);
    // Of whoever was there before, some may be found as well; nobody is found twice.
    expect(new Set(people.map(({ id }) => id)).size).toBe(people.length);
    expect(people.map(({ id }) => id)).toEqual(expect.arrayContaining(added.map(({ id }) => id)));
    const rates = people.filter(({ id }) => added.some((one) => one.id === id)).map(({ facts }) => facts.hourlyRate);
    expect(rates).toEqual([...rates].sort((a, b) => a - b));
  });

  const aSpeaker = () =>
    interpreters.add(staff, {
      displayName: 'Amal', gender: 'woman', ...reachable(), zone: 'Europe/London', home: { latitude: 51.5, longitude: 0 }, radiusKm: 20,
      transport: 'car', modalities: ['phone'], hourlyRate: 3000, skills: [{ varietyId: 'apd', credential: null, credentialExpiresOn: null }],
      hours: [{ weekday: 4, from: '09:00', to: '17:00' }],
    });
  const names = async (among: Interpreters, id: string): Promise<string[]> =>
    (await lookedAt(among, [])).people.filter((one) => one.id === id).map(({ facts }) => facts.displayName);

  it('is never behind what another process wrote', async () => {
    const other = await testModule(test, {
      imports: [AuditModule, LanguagesModule, InterpretersModule],
      entities: [Interpreter, Skill, WeeklyHours, OrganisationWeek, DatedException],
      clock: new FixedClock(opening),
    });
    try {
      const { id, version } = await aSpeaker();
      const elsewhere = other.get(Interpreters);
      expect(await names(elsewhere, id)).toEqual(['Amal']);
      await interpreters.setActive(staff, id, { active: false, version });
      expect(await names(elsewhere, id)).toEqual([]);
    } finally {
      await other.close();
    }
  });

  it('sees a change once it is committed, though the transaction began before the last look, and nothing of one that came to nothing', async () => {
    const { id } = await aSpeaker();
    const writer = await superuser.connect();
    try {
      for (const [name, end, expected] of [['Nur', 'rollback', 'Amal'], ['Huda', 'commit', 'Huda']] as const) {
        await writer.query('begin');
        await writer.query('update interpreters.interpreters set display_name = $2 where id = $1', [id, name]);
        await writer.query('select interpreters.refresh_candidates(array[$1::uuid])', [id]);
        expect(await names(interpreters, id)).toEqual(['Amal']);
        // Somebody else is written meanwhile, so that the register takes a snapshot in which this transaction is still open.
        await aSpeaker();
        expect(await names(interpreters, id)).toEqual(['Amal']);
        await writer.query(end);
        expect(await names(interpreters, id)).toEqual([expected]);
      }
    } finally {
      writer.release();
    }
  });

  it('is what a transaction wrote itself, and remembered by nobody until it is committed', async () => {
    const { id } = await aSpeaker();
    expect(await names(interpreters, id)).toEqual(['Amal']);
    const seen = await database
      .transaction(staff, async (tx) => {
        await tx.query(`update interpreters.interpreters set display_name = 'Huda' where id = $1`, [id]);
        await tx.query('select interpreters.refresh_candidates(array[$1::uuid])', [id]);
        const { prospects } = interpreters.search(search, await interpreters.whoIsThere(tx, organisationId));
        throw Object.assign(new Error('came to nothing'), { seen: prospects.slice(0, prospects.size) });
      })
      .catch((error: { seen: Candidate[] }) => error.seen);
    expect(seen.filter((one) => one.id === id).map(({ facts }) => facts.displayName)).toEqual(['Huda']);
    expect(await names(interpreters, id)).toEqual(['Amal']);
  });

  it('forgets whoever is no longer there', async () => {
    const { id } = await aSpeaker();
    expect(await names(interpreters, id)).toEqual(['Amal']);
    await superuser.query('truncate interpreters.interpreters cascade');
    const { people, facts } = await lookedAt(interpreters, []);
    expect(people.map((one) => one.id)).toContain(id);
    expect(await facts(people)).toEqual([]);
    expect(await names(interpreters, id)).toEqual([]);
  });
});
