import { aRequest, type Desk, Refused, until } from '../support/desk';
import { aDesk } from '../support/installation';
import { type TestDatabase, testDatabase } from '../support/postgres';
import { type ServerProcess, startServer } from '../support/server';

let database: TestDatabase;
let server: ServerProcess;
let ours: Desk;
let theirs: Desk;
let patientId = '';
let bookingId = '';
let intentId = '';
let siteId = '';

const SECRETS = ['Amna Idris Osman', 'RECORD-48-2210', '+447700900482', 'Diabetes review', 'Room 6'];

beforeAll(async () => {
  database = await testDatabase();
  server = await startServer({ database, env: { CLOCK_STARTS_AT: '2026-11-24T09:42:00Z' } });
  ours = await aDesk(server.url, database, 'Marlowe Road');
  theirs = await aDesk(server.url, database, 'Northgate');
  const site = await ours.addSite({ name: 'Marlowe Road Clinic' });
  const patient = await ours.addPatient({
    recordNumber: 'RECORD-48-2210',
    channels: [{ channel: 'sms', address: '+447700900482', safety: 'private' }],
  });
  const interpreter = await ours.addInterpreter();
  const booking = await ours.book(aRequest(patient, site, { offerTo: [interpreter.id] }));
  [patientId, bookingId, siteId] = [patient.id, booking.id, site.id];
  intentId = booking.next[0]?.intentId ?? booking.id;
}, 120_000);

afterAll(async () => {
  await server?.stop();
  await database?.close();
});

const refusal = async (call: Promise<unknown>): Promise<Refused> => {
  const error = await call.then(
    () => undefined,
    (caught: unknown) => caught,
  );
  if (!(error instanceof Refused)) throw new Error(`was not refused: ${String(error)}`);
  return error;
};

describe('the receptionist of another organisation', () => {
  it.each(['/api/patients', '/api/patients?search=Amna', '/api/today', '/api/search?search=Amna', '/api/phones', '/api/sites', '/api/people',
    '/api/messages/inbox', '/api/messages/failures', '/api/messages/outbox', '/api/messages/outbox?show=left', '/api/letters', '/api/letters?show=posted'])(
    'finds nothing of ours at %s',
    async (path) => {
      const answer = JSON.stringify(await theirs.request('GET', path));
      for (const secret of [...SECRETS, patientId, bookingId, siteId]) expect(answer).not.toContain(secret);
    },
  );

  it('is told that there is nothing, in the same words as for what never was', async () => {
    const never = '01933333-3333-7333-8333-333333333333';
    const attempts: [method: string, path: (id: string) => string, id: string, body?: unknown][] = [
      ['GET', (id) => `/api/patients/${id}`, patientId],
      ['GET', (id) => `/api/bookings/${id}`, bookingId],
      ['GET', (id) => `/api/bookings/${id}/candidates`, bookingId],
      ['GET', (id) => `/api/bookings/${id}/candidates/${never}`, bookingId],
      ['POST', (id) => `/api/bookings/${id}/offers`, bookingId, { interpreterIds: [never] }],
      ['POST', (id) => `/api/bookings/${id}/cancellation`, bookingId, { by: 'clinic', reason: 'none of their business' }],
      ['POST', (id) => `/api/bookings/${id}/messages/${intentId}/send-now`, bookingId],
      ['POST', (id) => `/api/bookings/${id}/messages/${intentId}/pause`, bookingId],
      ['POST', (id) => `/api/bookings/${id}/messages/${intentId}/resume`, bookingId],
    ];
    for (const [method, path, id, body] of attempts) {
      const real = await refusal(theirs.request(method, path(id), body));
      const imagined = await refusal(theirs.request(method, path(never), body));
      expect(real.message).toBe(imagined.message);
      expect(real.status).toBe(404);
    }
  });

  it('cannot book for our patient or at our site, and the refusal names neither', async () => {
    const site = await theirs.addSite();
    const patient = await theirs.addPatient();
    for (const request of [aRequest({ id: patientId }, site), aRequest(patient, { id: siteId })]) {
      const error = await refusal(theirs.book(request));
      expect(error.status).toBe(404);
      for (const secret of [...SECRETS, 'Marlowe']) expect(error.message).not.toContain(secret);
    }
  });

  it('hears nothing on the live stream when we work, while we do', async () => {
    const heard = { ours: '', theirs: '' };
    const stop = new AbortController();
    const listen = async (who: keyof typeof heard, desk: Desk): Promise<void> => {
      const response = await fetch(`${server.url}/api/live`, { headers: { cookie: desk.cookies }, signal: stop.signal });
      const decoder = new TextDecoder();
      for await (const chunk of response.body ?? []) heard[who] += decoder.decode(chunk as Uint8Array, { stream: true });
    };
    const listening = [listen('ours', ours), listen('theirs', theirs)].map((stream) => stream.catch(() => undefined));
    const changed = await until(async () => {
      await ours.request('PUT', `/api/patients/${patientId}`, {
        ...(await ours.request<object>('GET', `/api/patients/${patientId}`)),
        pageCode: null,
      });
      return heard.ours.includes(patientId);
    }, 'our own hint');
    expect(changed).toBe(true);
    await theirs.addSite({ name: 'Their own' });
    await until(async () => heard.theirs.includes('site'), 'their own hint');
    stop.abort();
    await Promise.all(listening);
    for (const id of [patientId, bookingId, siteId]) expect(heard.theirs).not.toContain(id);
  });
});
