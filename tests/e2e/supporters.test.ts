import { randomUUID } from 'node:crypto';
import type { Patient, Preview, Supporter } from '@dragoman/contracts';
import { aPhone, aRequest, aSupporter, Desk, Refused, until } from '../support/desk';
import { aDesk, firstAdministrator } from '../support/installation';
import { type TestDatabase, testDatabase } from '../support/postgres';
import { type ServerProcess, startServer } from '../support/server';

let database: TestDatabase;
let server: ServerProcess;
let desk: Desk;

beforeAll(async () => {
  database = await testDatabase();
  server = await startServer({ database, env: { CLOCK_STARTS_AT: '2026-11-24T09:42:00Z' } });
  const sign = await firstAdministrator(database, 'Marlowe Road');
  desk = new Desk(server.url);
  await desk.signIn(sign.email, sign.password);
}, 120_000);

afterAll(async () => {
  await server?.stop();
  await database?.close();
});

const path = ({ id }: Pick<Patient, 'id'>, supporterId = ''): string => `/api/patients/${id}/supporters${supporterId && `/${supporterId}`}`;
const supportersOf = (patient: Pick<Patient, 'id'>): Promise<Supporter[]> =>
  desk.request<{ items: Supporter[] }>('GET', path(patient)).then(({ items }) => items);
const refusalOf = (work: Promise<unknown>): Promise<[number, string]> =>
  work.then(
    () => [200, 'allowed'],
    (error: unknown) => {
      if (!(error instanceof Refused)) throw error;
      return [error.status, error.code];
    },
  );

it('a supporter is added after a private conversation, shown with what they may be told and until when, and removed', async () => {
  const patient = await desk.addPatient();
  const added = await desk.request<{ items: Supporter[] }>('POST', path(patient), { ...aSupporter(), address: '07700 900611' });
  expect(added.items).toEqual([
    {
      id: expect.any(String),
      name: 'Rashid Bakri',
      relation: 'friend',
      channel: 'sms',
      address: '+447700900611',
      isConfirmed: true,
      readsVariety: 'arb',
      reads: 'Modern Standard Arabic (written)',
      mayBeTold: 'when',
      askedHow: 'interpreter',
      recordedBy: 'Ruth Adeyemi',
      consentGivenAt: expect.stringMatching(/^2026-11-24T/),
      expiresAt: expect.stringMatching(/^2027-11-24T/),
      isOver: false,
    },
  ]);
  expect(await supportersOf(patient)).toEqual(added.items);
  const [supporter] = added.items;
  await desk.request('DELETE', path(patient, supporter?.id));
  // Twice is once.
  await desk.request('DELETE', path(patient, supporter?.id));
  expect(await supportersOf(patient)).toEqual([]);
});

it('without the private conversation nobody is added, and the answer says what to do', async () => {
  const patient = await desk.addPatient();
  expect(await refusalOf(desk.request('POST', path(patient), { ...aSupporter(), askedHow: 'through-them' }))).toEqual([422, 'private-conversation-needed']);
  const { askedHow: _, ...unsaid } = aSupporter();
  expect((await refusalOf(desk.request('POST', path(patient), unsaid)))[0]).toBe(422);
  expect((await refusalOf(desk.request('POST', path(patient), { ...aSupporter(), months: 13 })))[0]).toBe(422);
  expect(await supportersOf(patient)).toEqual([]);
});

it('whoever is told in a patient’s place is named before, on the timeline, among the messages and on the phone', async () => {
  const [site, interpreter, phone] = [await desk.addSite(), await desk.addInterpreter(), aPhone()];
  const patient = await desk.addPatient({ formats: ['supporter'] });
  await desk.request('POST', path(patient), { ...aSupporter(), address: phone });
  const wanted = aRequest(patient, site);
  const { offerTo: _, purpose: __, requestKey: ___, consents: ____, ...appointment } = wanted;
  const preview = await desk.request<Preview>('POST', '/api/previews', appointment);
  expect(preview.draft).toMatchObject({ supporterName: 'Rashid Bakri', address: phone, neutral: true, english: expect.stringContaining('Appointment: ') });
  const { id } = await desk.book(wanted);
  const planned = (await desk.request<{ next: { sentence: string }[] }>('POST', `/api/bookings/${id}/assignment`, { interpreterId: interpreter.id, agreed: 'by-phone' })).next;
  expect(planned.map(({ sentence }) => sentence).join()).not.toContain('a person tells it through a supporter');
  const entry = await until(
    async () => (await desk.booking(id)).timeline.find(({ message }) => message?.to === 'supporter' && message.state === 'delivered'),
    'the supporter to be told',
  );
  expect(entry).toMatchObject({ detail: 'to Rashid Bakri, their supporter, text, neutral wording', message: { recipientName: 'Rashid Bakri' } });
  const next = (await desk.booking(id)).next.map(({ sentence }) => sentence);
  expect(next).toContainEqual(expect.stringContaining('text to Rashid Bakri, their supporter, in Arabic, neutral wording'));
  expect((await desk.outbox('?show=delivered')).items).toContainEqual(expect.objectContaining({ bookingId: id, to: expect.objectContaining({ kind: 'supporter', name: 'Rashid Bakri' }) }));
  expect((await desk.phones()).phones).toContainEqual(expect.objectContaining({ address: phone, ownerKind: 'supporter', owner: 'Rashid Bakri' }));
});

it('another organisation is told what it would be told of nobody', async () => {
  const patient = await desk.addPatient();
  await desk.request('POST', path(patient), aSupporter());
  const [supporter] = await supportersOf(patient);
  const theirs = await aDesk(server.url, database, 'Northgate');
  for (const one of [patient, { id: randomUUID() }]) {
    expect(await refusalOf(theirs.request('GET', path(one)))).toEqual([404, 'patient-not-found']);
    expect(await refusalOf(theirs.request('POST', path(one), aSupporter()))).toEqual([404, 'patient-not-found']);
    expect(await refusalOf(theirs.request('DELETE', path(one, supporter?.id)))).toEqual([404, 'patient-not-found']);
  }
  expect(await supportersOf(patient)).toHaveLength(1);
});

it('is closed to whoever is not signed in, and to a request that another site sent', async () => {
  const patient = await desk.addPatient();
  const stranger = new Desk(server.url);
  expect((await refusalOf(stranger.request('GET', path(patient))))[0]).toBe(401);
  expect((await refusalOf(stranger.request('POST', path(patient), aSupporter())))[0]).toBe(401);
  const forged = await fetch(`${server.url}${path(patient)}`, {
    method: 'POST', headers: { cookie: desk.cookies, 'content-type': 'application/json' }, body: JSON.stringify(aSupporter()),
  });
  expect([forged.status, (await forged.json()).code]).toEqual([403, 'missing-header']);
  expect(await supportersOf(patient)).toEqual([]);
});
