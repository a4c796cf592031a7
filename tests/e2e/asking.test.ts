import { randomUUID } from 'node:crypto';
import type { Asking, Patient } from '@dragoman/contracts';
import { aRequest, Desk, Refused, until } from '../support/desk';
import { aDesk, firstAdministrator } from '../support/installation';
import { type TestDatabase, testDatabase } from '../support/postgres';
import { type ServerProcess, startServer } from '../support/server';

/** The simulator's carrier takes it, and its receipt says that nothing arrived. */
const NEVER_ARRIVES = '+447700900999';

let database: TestDatabase;
let server: ServerProcess;
let desk: Desk;
let sign: { email: string; password: string };

beforeAll(async () => {
  database = await testDatabase();
  server = await startServer({ database, env: { CLOCK_STARTS_AT: '2026-11-24T09:42:00Z' } });
  sign = await firstAdministrator(database, 'Marlowe Road');
  desk = new Desk(server.url);
  await desk.signIn(sign.email, sign.password);
}, 120_000);

afterAll(async () => {
  await server?.stop();
  await database?.close();
});

const askingOf = (by: Desk, { id }: Pick<Patient, 'id'>): Promise<Asking> => by.request('GET', `/api/patients/${id}/asking`);
const confirm = (by: Desk, { id }: Pick<Patient, 'id'>): Promise<Patient> => by.request('POST', `/api/patients/${id}/confirmation`);
const askedAgain = async (patient: Pick<Patient, 'id'>) =>
  (await desk.today()).queue.filter(({ kind, patientId }) => kind === 'ask-again' && patientId === patient.id);
const refusalOf = (work: Promise<unknown>): Promise<[number, string]> =>
  work.then(
    () => [200, 'allowed'],
    (error: unknown) => {
      if (!(error instanceof Refused)) throw error;
      return [error.status, error.code];
    },
  );

it('a patient whom a message did not reach is asked again, until somebody says that all is still right', async () => {
  const [site, interpreter] = [await desk.addSite(), await desk.addInterpreter()];
  const patient = await desk.addPatient({ channels: [{ channel: 'sms', address: NEVER_ARRIVES, safety: 'private', isConfirmed: true }] });
  expect(await askingOf(desk, patient)).toMatchObject({ monthsAgo: 0, because: null });
  for (const date of ['2026-12-03', '2026-12-10']) {
    const { id } = await desk.book(aRequest(patient, site, { date }));
    await desk.request('POST', `/api/bookings/${id}/assignment`, { interpreterId: interpreter.id, agreed: 'by-phone' });
  }
  await until(async () => (await desk.failures()).items.filter(({ task }) => task !== null).length === 2, 'both to fail');
  const rows = await until(async () => {
    const found = await askedAgain(patient);
    return found.length > 0 && found;
  }, 'the task to ask again');
  expect(rows).toMatchObject([{ patientName: 'Amna Idris Osman', bookingId: null, sentence: expect.stringContaining('did not arrive since they were last asked') }]);
  expect(await askingOf(desk, patient)).toMatchObject({ because: 'message-failed' });
  expect(await refusalOf(desk.request('POST', `/api/tasks/${rows[0]?.taskId}/done`))).toEqual([409, 'not-asked-again']);

  const before = patient.profileConfirmedAt;
  const confirmed = await confirm(desk, patient);
  expect(new Date(confirmed.profileConfirmedAt) > new Date(before)).toBe(true);
  expect({ ...confirmed, profileConfirmedAt: before }).toEqual(patient);
  expect(await askingOf(desk, patient)).toMatchObject({ because: null });
  await until(async () => (await askedAgain(patient)).length === 0, 'the task to close');
});

it('another organisation is told what it would be told of nobody', async () => {
  const patient = await desk.addPatient();
  const theirs = await aDesk(server.url, database, 'Northgate');
  for (const one of [patient, { id: randomUUID() }]) {
    expect(await refusalOf(askingOf(theirs, one))).toEqual([404, 'patient-not-found']);
    expect(await refusalOf(confirm(theirs, one))).toEqual([404, 'patient-not-found']);
  }
});

// Last, for a server of a later year ends every session of today.
it('a patient last asked fourteen months ago is asked again while an appointment is ahead', async () => {
  const [site, patient] = [await desk.addSite(), await desk.addPatient()];
  const later = await startServer({ database, env: { CLOCK_STARTS_AT: '2028-01-25T09:42:00Z' } });
  try {
    const then = new Desk(later.url);
    await then.signIn(sign.email, sign.password);
    expect(await askingOf(then, patient)).toMatchObject({ monthsAgo: 14, because: 'a-year-ago' });
    await then.book(aRequest(patient, site, { date: '2028-02-03' }));
  } finally {
    await later.stop();
  }
  // A worker looks when it starts, and every hour.
  const again = await startServer({ database, env: { CLOCK_STARTS_AT: '2028-01-25T10:42:00Z' } });
  try {
    const then = new Desk(again.url);
    await then.signIn(sign.email, sign.password);
    const row = await until(async () => (await then.today()).queue.find(({ kind, patientId }) => kind === 'ask-again' && patientId === patient.id), 'the task to ask again');
    expect(row).toMatchObject({ sentence: expect.stringContaining('more than a year ago') });
  } finally {
    await again.stop();
  }
}, 90_000);
