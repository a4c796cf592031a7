import { AuditModule } from '@dragoman/audit';
import { FixedClock, newId, plusMinutes } from '@dragoman/kernel';
import { Languages, LanguagesModule } from '@dragoman/languages';
import { Database, type StaffActor } from '@dragoman/platform';
import type { TestingModule } from '@nestjs/testing';
import fc from 'fast-check';
import pg from 'pg';
import { testModule } from '../../../tests/support/platform';
import { type TestDatabase, testDatabase } from '../../../tests/support/postgres';
import type { CandidateSearch } from './candidate-search.queries';
import { DatedException } from './dated-exception.entity';
import { Interpreter } from './interpreter.entity';
import { InterpretersModule } from './interpreters.module';
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
  zones: ['Europe/London', 'Africa/Khartoum', 'Asia/Kathmandu'],
  point: null,
  isInPerson: false,
  fartherThanKm: null,
  excludedIds: [],
  firstIds: [],
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

/** What the projection says, as a person who knows its bits would write it down from what was stated. */
const rowsOf = async (id: string) =>
  (
    await superuser.query(
      `select variety_id as "varietyId", other_id as "otherId", ways, serves, roles, both_ways as "bothWays", active,
              case when expires_on = 'infinity' then null else expires_on::text end as "expiresOn", scopes, zone, latitude, longitude,
              radius_km as "radiusKm", transport, hourly_rate as "hourlyRate", grade, extra_from::text as "extraFrom", extra_to::text as "extraTo"
         from interpreters.candidates where interpreter_id = $1 order by 1, 2`,
      [id],
    )
  ).rows;

const bitsOf = (known: readonly string[], some: readonly string[] = []): number =>
  known.reduce((sum, each, n) => sum + (some.includes(each) ? 2 ** n : 0), 0);

const expectedRows = (input: InterpreterInput, active: boolean) => {
  const extra = (input.exceptions ?? []).filter(({ kind }) => kind === 'extra').map(({ fromDate }) => fromDate).sort();
  return [...input.skills]
    .sort((a, b) => (`${a.varietyId} ${a.otherId}` < `${b.varietyId} ${b.otherId}` ? -1 : 1))
    .map((skill) => ({
      varietyId: skill.varietyId,
      otherId: skill.otherId,
      ways: bitsOf(['in-person', 'video', 'phone', 'sign-video'], input.modalities),
      serves: bitsOf(['woman', 'man'], input.servesRequests),
      roles: bitsOf(['interpreter', 'cultural-mediator', 'advocate', 'peer-navigator', 'deaf-relay'], input.roles),
      bothWays: skill.direction === 'both',
      active,
      expiresOn: skill.credentialExpiresOn,
      scopes: skill.scope?.length ? bitsOf(['health', 'mental-health', 'social-care', 'legal'], skill.scope) : 15,
      zone: input.zone,
      latitude: input.home?.latitude,
      longitude: input.home?.longitude,
      radiusKm: input.radiusKm,
      transport: ['walk', 'bicycle', 'public', 'car'].indexOf(input.transport) + 1,
      hourlyRate: input.hourlyRate,
      grade: skill.credentialLevel === 'Level 6' ? 6 : -2,
      extraFrom: extra[0] ?? null,
      extraTo: extra.at(-1) ?? null,
    }));
};

const weekSays = async (id: string, minute: number): Promise<{ works: boolean; inThatHour: boolean }> =>
  (
    await superuser.query(
      `select coalesce(bool_or(week @> $2::int), false) as works, coalesce(bool_or(get_bit(hours, $2::int / 60) = 1), false) as "inThatHour"
         from interpreters.candidates where interpreter_id = $1`,
      [id, minute],
    )
  ).rows[0];

const worksAt = ({ hours: week }: InterpreterInput, minute: number): boolean => {
  const minutes = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
  return week.some(({ weekday, from, to }) => {
    const begins = (weekday - 1) * 1440 + minutes(from);
    const ends = (weekday - 1) * 1440 + minutes(to) + (to <= from ? 1440 : 0);
    return (begins <= minute && minute < ends) || (begins <= minute + 10_080 && minute + 10_080 < ends);
  });
};

const worksInHourOf = (input: InterpreterInput, minute: number): boolean =>
  Array.from({ length: 60 }, (_, n) => minute - (minute % 60) + n).some((each) => worksAt(input, each));

const expectNotBehind = async (id: string, input: InterpreterInput, active: boolean, minutes: readonly number[]): Promise<void> => {
  expect(await rowsOf(id)).toEqual(expectedRows(input, active));
  if (input.skills.length > 0)
    for (const minute of minutes) expect({ minute, ...(await weekSays(id, minute)) }).toEqual({ minute, works: worksAt(input, minute), inThatHour: worksInHourOf(input, minute) });
  const [searched, fresh] = await database.read(staff, async (tx) => {
    const { interval: window, organisationId } = search;
    return [
      await interpreters.facts(tx, search, [id]),
      await interpreters.pool(tx, { varietyIds: [], interpreterIds: [id], window, organisationId }),
    ];
  });
  const inOrder = (facts: typeof fresh) =>
    facts.map((one) => ({
      ...one,
      skills: [...one.skills].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
      hours: [...one.hours].sort((a, b) => a.weekday - b.weekday || a.fromMinute - b.fromMinute),
      exceptions: [...one.exceptions].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    }));
  if (input.skills.length > 0) expect(inOrder(searched)).toEqual(inOrder(fresh));
};

describe('what a search looks at', () => {
  const minutes = fc.array(fc.integer({ min: 0, max: 10_079 }), { minLength: 6, maxLength: 6 });

  it('is what was last written of an interpreter, whatever was written', async () => {
    await fc.assert(
      fc.asyncProperty(person, fc.array(person, { maxLength: 2 }), fc.boolean(), minutes, async (first, changes, active, some) => {
        const contact = reachable();
        const home = first.home ?? { latitude: 51, longitude: 0 };
        const added = await interpreters.add(staff, { ...first, ...contact, home });
        const { id } = added;
        let { version } = added;
        await expectNotBehind(id, { ...first, ...contact }, true, some);
        for (const change of changes) {
          ({ version } = await interpreters.update(staff, id, { ...change, ...contact, version }));
          await expectNotBehind(id, { ...change, ...contact }, true, some);
        }
        await interpreters.setActive(staff, id, { active, version });
        await expectNotBehind(id, { ...(changes.at(-1) ?? first), ...contact }, active, some);
      }),
      { numRuns: 25 },
    );
  });

  it('finds nobody twice by prospect, and goes on from where a page ended', async () => {
    await superuser.query('truncate interpreters.interpreters cascade');
    for (let n = 0; n < 7; n++)
      await interpreters.add(staff, {
        displayName: `Number ${n}`, gender: 'woman', ...reachable(), zone: 'Europe/London', home: { latitude: 51.5, longitude: 0 }, radiusKm: 20,
        transport: 'car', modalities: ['phone'], hourlyRate: 3000 + 100 * (n % 3), skills: [{ varietyId: 'apd', credential: null, credentialExpiresOn: null }],
        hours: [{ weekday: 4, from: '09:00', to: '17:00' }],
      });
    const pages = await database.read(staff, async (tx) => {
      const page = (offset: number) => interpreters.search(tx, search, { offset, limit: 3, judged: 2, refused: 0 });
      return [await page(0), await page(3), await page(6)];
    });
    const found = pages.flatMap(({ prospects }) => prospects);
    expect(new Set(found.map(({ id }) => id)).size).toBe(7);
    const prospects = found.map(({ prospect }) => prospect);
    expect(prospects).toEqual([...prospects].sort((a, b) => b - a));
    expect(pages.map(({ prospects }) => prospects.map(({ facts }) => facts !== null))).toEqual([[true, true, false], [true, true, false], [true]]);
    expect(pages[0]?.inAll).toBe(7);
  });
});
