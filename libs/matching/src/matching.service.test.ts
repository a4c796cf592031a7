import { AuditModule } from '@dragoman/audit';
import { FixedClock, newId } from '@dragoman/kernel';
import {
  Commitments, DatedException, Interpreter, type InterpreterInput, Interpreters, InterpretersModule, OrganisationWeek, Skill, WeeklyHours,
} from '@dragoman/interpreters';
import { Languages, LanguagesModule } from '@dragoman/languages';
import { type Actor, Database, lockInterpreters, type StaffActor } from '@dragoman/platform';
import type { TestingModule } from '@nestjs/testing';
import { aMatchRequest, at, croydon, from } from '../../../tests/support/matching';
import { testModule } from '../../../tests/support/platform';
import { type TestDatabase, testDatabase } from '../../../tests/support/postgres';
import type { MatchRequest } from './match';
import { Matching } from './matching.service';
import { MatchingModule } from './matching.module';

const staff: StaffActor = { kind: 'staff', organisationId: newId(), accountId: newId(), role: 'receptionist' };
const marloweId = newId();

let test: TestDatabase;
let nest: TestingModule;
let database: Database;
let interpreters: Interpreters;
let matching: Matching;

let people = 0;
const anInterpreter = async (varietyId: string, more: Partial<InterpreterInput> = {}): Promise<string> => {
  const { id } = await interpreters.add(staff, {
    displayName: `Interpreter ${++people}`,
    gender: 'woman',
    phone: `+447700900${String(people).padStart(3, '0')}`,
    email: `${people}@interpreters.example`,
    zone: 'Europe/London',
    home: { latitude: 51.51, longitude: -0.11 },
    radiusKm: 30,
    transport: 'public',
    modalities: ['in-person', 'phone'],
    hourlyRate: 3800,
    skills: [{ varietyId, credential: null, credentialExpiresOn: null }],
    hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '18:00' })),
    ...more,
  });
  return id;
};

const aRequest = (varietyId: string, more: Partial<MatchRequest> = {}): MatchRequest =>
  aMatchRequest({ varietyId, siteId: marloweId, ...more });

const find = (request: MatchRequest, actor: Actor = staff) => database.read(actor, (tx) => matching.find(tx, request));
const check = (request: MatchRequest, interpreterId: string, actor: Actor = staff) =>
  database.read(actor, (tx) => matching.check(tx, request, interpreterId));

const commit = (interpreterId: string, time: string, minutes: number, bookingId = newId()): Promise<void> =>
  database.transaction(staff, async (tx) => {
    await lockInterpreters(tx, [interpreterId]);
    await nest.get(Commitments).commit(tx, {
      interpreterId,
      interval: from(time, minutes),
      bookingId,
      modality: 'in-person',
      siteId: newId(),
      point: croydon,
    });
  });

beforeAll(async () => {
  test = await testDatabase();
  nest = await testModule(test, {
    imports: [AuditModule, LanguagesModule, InterpretersModule, MatchingModule],
    entities: [Interpreter, Skill, WeeklyHours, OrganisationWeek, DatedException],
    clock: new FixedClock(at('2026-11-24T09:00')),
  });
  database = nest.get(Database);
  interpreters = nest.get(Interpreters);
  matching = nest.get(Matching);
  await nest.get(Languages).load({ kind: 'installation', by: 'test' });
});

afterAll(async () => {
  await nest.close();
  await test.close();
});

describe('searching for an interpreter', () => {
  it('offers the exact variety and says of the others why not', async () => {
    const sudanese = await anInterpreter('apd');
    const egyptian = await anInterpreter('arz', { displayName: 'Dina Farouk' });
    const polish = await anInterpreter('pol');
    const result = await find(aRequest('apd'));
    expect(result.possible.map(({ interpreterId }) => interpreterId)).toEqual([sudanese]);
    const seen = result.notPossible.map(({ interpreterId }) => interpreterId);
    expect(seen).toContain(egyptian);
    expect(seen).not.toContain(polish);
    expect(result.considered).toBe(result.possible.length + result.notPossible.length);
    expect(result.notPossible.find(({ interpreterId }) => interpreterId === egyptian)?.sentence).toBe(
      'Speaks Egyptian Arabic, which speakers of Sudanese Arabic only partly understand: coordinator and patient must both agree first.',
    );
  });

  it.each([
    ['bos', 'srp', "Speaks Serbian, close to Bosnian: needs the patient's own consent first."],
    ['kmr', 'ckb', 'Speaks Central Kurdish (Sorani), which is not a reviewed match for'],
    ['prs', 'pes', 'coordinator and patient must both agree first.'],
  ])('never offers for %s somebody who speaks %s', async (patientVariety, interpreterVariety, sentence) => {
    const id = await anInterpreter(interpreterVariety);
    const { possible, notPossible } = await find(aRequest(patientVariety));
    expect(possible).toEqual([]);
    expect(notPossible.find(({ interpreterId }) => interpreterId === id)?.sentence).toContain(sentence);
  });

  it('shows those first who speak the language and only lack the time', async () => {
    const wrong = await anInterpreter('amh');
    const busy = await anInterpreter('tir');
    await commit(busy, '14:00', 60);
    const { notPossible } = await find(aRequest('tir'));
    expect(notPossible.map(({ interpreterId }) => interpreterId).slice(0, 2)).toEqual([busy, wrong]);
  });

  it('shows who speaks the language and does not work on that day', async () => {
    const fridays = await anInterpreter('tam', { hours: [{ weekday: 5, from: '09:00', to: '17:00' }] });
    const { notPossible } = await find(aRequest('tam'));
    expect(notPossible).toMatchObject([{ interpreterId: fridays, code: 'not-available' }]);
  });

  it('finds nobody for a collective name', async () => {
    await anInterpreter('apd');
    expect(await find(aRequest('ara'))).toEqual({ possible: [], notPossible: [], considered: 0 });
  });

  it('puts whoever worked less first, and says so', async () => {
    const thursdays = { hours: [{ weekday: 4, from: '09:00', to: '18:00' }] };
    const much = await anInterpreter('ukr', thursdays);
    const little = await anInterpreter('ukr', thursdays);
    for (const time of ['09:00', '11:00', '13:00', '15:00']) await commit(much, time, 90);
    const request = aRequest('ukr', { interval: { start: at('2026-12-10T14:30'), end: at('2026-12-10T15:10') }, date: '2026-12-10' });
    const { possible } = await find(request);
    expect(possible.map(({ interpreterId }) => interpreterId)).toEqual([little, much]);
    expect(possible.map(({ chips }) => chips.at(-1)?.value)).toEqual(['hardly booked', '20% booked']);
  });
});

describe('checking one interpreter', () => {
  it('says the same as the list, for whoever asks', async () => {
    const id = await anInterpreter('ckb');
    const request = aRequest('ckb');
    const { possible } = await find(request);
    expect(possible.map(({ interpreterId }) => interpreterId)).toContain(id);
    for (const actor of [staff, { kind: 'interpreter', interpreterId: id }, { kind: 'job', job: 'test' }] as const)
      expect(await check(request, id, actor)).toMatchObject({ eligible: true, level: 'exact', displayName: expect.any(String) });
  });

  it('sees what another booking took since the list was made', async () => {
    const id = await anInterpreter('som');
    const request = aRequest('som', { bookingId: newId() });
    expect(await check(request, id)).toMatchObject({ eligible: true });
    await commit(id, '13:30', 40);
    expect(await check(request, id)).toMatchObject({ eligible: false, code: 'interpreter-travelling' });
  });

  it('does not take a booking for its own obstacle', async () => {
    const id = await anInterpreter('som');
    const bookingId = newId();
    await commit(id, '14:30', 40, bookingId);
    expect(await check(aRequest('som', { bookingId }), id)).toMatchObject({ eligible: true });
    expect(await check(aRequest('som'), id)).toMatchObject({ eligible: false, code: 'interpreter-busy' });
  });

  it('refuses whoever speaks something unrelated', async () => {
    const id = await anInterpreter('ukr');
    expect(await check(aRequest('som'), id)).toMatchObject({
      eligible: false,
      code: 'language-not-matched',
      sentence: 'Speaks Ukrainian, which is not a reviewed match for Somali (Northern, Maxaa).',
    });
  });

  it('finds nobody where there is nobody', async () => {
    await expect(check(aRequest('som'), newId())).rejects.toMatchObject({ code: 'interpreter-not-found' });
  });
});
