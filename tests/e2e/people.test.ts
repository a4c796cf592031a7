import { randomUUID } from 'node:crypto';
import { Accounts } from '@dragoman/access';
import { FixedClock } from '@dragoman/kernel';
import { Organisations } from '@dragoman/organisations';
import { type TestApp, testApp } from '../support/app';
import { aPatient, anInterpreter, aRequest, aSite, Desk } from '../support/desk';
import { type TestDatabase, testDatabase } from '../support/postgres';

const installation = { kind: 'installation', by: 'test' } as const;
const password = 'correct horse battery';
const clock = new FixedClock(new Date('2026-11-24T09:42:00Z'));

let test: TestDatabase;
let running: TestApp;
let here: Desk;
let there: Desk;

const deskOf = async (name: string): Promise<Desk> => {
  const { id } = await running.app.get(Organisations).create(installation, { name, zone: 'Europe/London' });
  const email = `ruth@${name}.example`;
  await running.app.get(Accounts).create(installation, { organisationId: id, name: 'Ruth', email, role: 'administrator', password });
  const desk = new Desk(running.url);
  await desk.signIn(email, password);
  return desk;
};

const refusalOf = (asked: Promise<unknown>) => asked.then(() => undefined, ({ status, code }) => ({ status, code }));

beforeAll(async () => {
  test = await testDatabase();
  running = await testApp(test, { clock, listen: true });
  here = await deskOf('here');
  there = await deskOf('there');
});

afterAll(async () => {
  await running.close();
  await test.close();
});

describe('patients at the desk', () => {
  it('are registered, read and changed', async () => {
    const patient = await here.addPatient({ pageCode: '4821' });
    expect(patient).toMatchObject({ name: 'Amna Idris Osman', hasPageCode: true, profileConfirmedAt: '2026-11-24T09:42:00.000Z' });
    expect(patient.languages[0]).toMatchObject({ varietyId: 'apd', name: 'Sudanese Arabic', isBookable: true });
    expect(await here.request('GET', `/api/patients/${patient.id}`)).toEqual(patient);
    const changed = await here.request('PUT', `/api/patients/${patient.id}`, { ...aPatient(), name: 'Amna Osman', pageCode: '' });
    expect(changed).toMatchObject({ name: 'Amna Osman', hasPageCode: false });
  });

  it('need a name', async () => {
    expect(await refusalOf(here.addPatient({ name: ' ' }))).toMatchObject({ status: 422, code: 'invalid-input' });
  });

  it('are listed with their next appointment', async () => {
    const desk = await deskOf('list');
    const [patient, site] = [await desk.addPatient(), await desk.addSite()];
    await desk.book(aRequest(patient, site));
    const { items } = await desk.request<{ items: object[] }>('GET', '/api/patients?search=amna%20osman');
    expect(items).toEqual([
      expect.objectContaining({
        id: patient.id,
        language: 'Sudanese Arabic',
        contact: { channel: 'sms', safety: 'private' },
        nextAppointment: '2026-12-03T14:30:00.000Z',
      }),
    ]);
  });

  it('leave at least one day of the week, and spans that end after they begin', async () => {
    const spans: { from: string; to: string }[] = [];
    const refused = { status: 422, code: 'invalid-input' };
    expect(await refusalOf(here.addPatient({ daysToAvoid: { weekdays: [1, 2, 3, 4, 5, 6, 7], spans } }))).toMatchObject(refused);
    expect(await refusalOf(here.addPatient({ daysToAvoid: { weekdays: [], spans: [{ from: '2026-12-26', to: '2026-12-24' }] } }))).toMatchObject(refused);
    const kept = await here.addPatient({ daysToAvoid: { weekdays: [5], spans: [{ from: '2026-12-24', to: '2026-12-26' }] } });
    expect(kept.daysToAvoid).toEqual({ weekdays: [5], spans: [{ from: '2026-12-24', to: '2026-12-26' }] });
  });

  it('live by the clock of a zone that exists, or by the clinic’s', async () => {
    expect(await refusalOf(here.addPatient({ zone: 'Europe/Londinium' }))).toMatchObject({ status: 422, code: 'unknown-zone' });
    expect((await here.addPatient({ zone: 'America/New_York' })).zone).toBe('America/New_York');
    expect((await here.addPatient({})).zone).toBeNull();
  });

  it('have a postal address as the window of an envelope shows it, and nobody is asked for one', async () => {
    const post = { lines: ['1 Quay Street', 'London E1 6AN'], country: null, safety: 'unknown' as const };
    expect((await here.addPatient({ post })).post).toEqual(post);
    expect((await here.addPatient({})).post).toBeNull();
    const refused = { status: 422, code: 'invalid-input' };
    expect(await refusalOf(here.addPatient({ post: { ...post, lines: [] } }))).toMatchObject(refused);
    expect(await refusalOf(here.addPatient({ post: { ...post, lines: ['1', '2', '3', '4', '5'] } }))).toMatchObject(refused);
    expect(await refusalOf(here.addPatient({ post: { ...post, lines: ['x'.repeat(41)] } }))).toMatchObject(refused);
    expect(await refusalOf(here.addPatient({ post: { ...post, country: 'England' } }))).toMatchObject(refused);
  });

  it('have words of their own only on a phone that is monitored, and no format twice', async () => {
    const ownWords = { text: 'Your parcel is ready', varietyId: 'eng' };
    const channel = { channel: 'sms', address: '+447700900482', ownWords } as const;
    const refused = { status: 422, code: 'own-words-not-here' };
    for (const safety of ['private', 'shared', 'unknown', 'unsafe'] as const)
      expect(await refusalOf(here.addPatient({ channels: [{ ...channel, safety }] }))).toMatchObject(refused);
    const mail = { channel: 'email', address: 'amna@example.org', safety: 'monitored', ownWords } as const;
    expect(await refusalOf(here.addPatient({ channels: [mail] }))).toMatchObject(refused);
    expect(await refusalOf(here.addPatient({ formats: ['letter', 'letter'] }))).toMatchObject({ status: 422, code: 'invalid-input' });
    const kept = await here.addPatient({ channels: [{ ...channel, safety: 'monitored' }], formats: ['letter', 'sms'] });
    expect(kept).toMatchObject({ channels: [{ ownWords }], formats: ['letter', 'sms'] });
  });

  it('say which field is wrong, in a sentence', async () => {
    const channels = [{ channel: 'sms', address: '020 7946 0123', safety: 'private' }];
    const response = await fetch(`${running.url}/api/patients`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-dragoman': '1', 'idempotency-key': randomUUID(), cookie: here.cookies },
      body: JSON.stringify({ ...aPatient(), channels }),
    });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      code: 'landline',
      detail: 'This number is a landline: choose voice call for it.',
      errors: [{ path: 'channels.0.address', message: 'This number is a landline: choose voice call for it.' }],
    });
  });

  it('of one organisation are nobody to the other, by id, list and search', async () => {
    const { id } = await here.addPatient({ name: 'Selam Secret' });
    expect(await refusalOf(there.request('GET', `/api/patients/${id}`))).toEqual({ status: 404, code: 'patient-not-found' });
    expect(await refusalOf(there.request('PUT', `/api/patients/${id}`, aPatient()))).toEqual({ status: 404, code: 'patient-not-found' });
    expect(await there.request('GET', '/api/patients?search=selam')).toEqual({ items: [], next: null });
    expect(await there.request('GET', '/api/search?search=selam')).toEqual({ patients: [], interpreters: [], bookings: [] });
    expect(await here.request('GET', '/api/search?search=selam')).toMatchObject({ patients: [{ id }] });
  });
});

describe('interpreters at the desk', () => {
  it('are added, read and changed, and where they live is never shown', async () => {
    const added = await here.addInterpreter();
    expect(await there.request('GET', `/api/interpreters/${added.id}`)).toEqual(added);
    const { home: _, ...change } = anInterpreter();
    const changed = await here.request<typeof added>('PUT', `/api/interpreters/${added.id}`, { ...change, version: added.version, displayName: 'Hiba E.' });
    expect(changed.displayName).toBe('Hiba E.');
    expect(JSON.stringify([added, changed])).not.toMatch(/latitude|longitude|home/);
  });

  it('are listed and found by language', async () => {
    const { id } = await here.addInterpreter({ displayName: 'Selam Abraha', skills: [{ varietyId: 'tir', credential: null, credentialExpiresOn: null }] });
    expect(await here.request('GET', '/api/interpreters?search=tigrinya')).toMatchObject({ items: [{ id, displayName: 'Selam Abraha' }] });
    expect(await here.request('GET', '/api/search?search=abraha')).toMatchObject({ interpreters: [{ id }] });
  });
});

describe('asking who could interpret', () => {
  it('ranks those who can and says of the others why not', async () => {
    const [patient, site] = [await here.addPatient({ genderWish: { gender: 'woman', strength: 'required' } }), await here.addSite(aSite())];
    const hiba = await here.addInterpreter();
    const osman = await here.addInterpreter({ displayName: 'Osman Bakri', gender: 'man' });
    const { room: _, purpose: __, offerTo: ___, requestKey: ____, ...when } = aRequest(patient, site);
    const list = await here.request<{ possible: object[]; notPossible: object[] }>('POST', '/api/candidates', { ...when, room: null });
    expect(list.possible).toContainEqual(expect.objectContaining({ interpreterId: hiba.id, level: 'exact', fee: 2850 }));
    const required = { code: 'gender-required', sentence: 'The patient requires a woman, and only they can lift that.' };
    expect(list.notPossible).toContainEqual({
      interpreterId: osman.id,
      displayName: 'Osman Bakri',
      ...required,
      level: 'exact',
      varietyId: 'apd',
      reasons: [required],
    });
  });
});
