import { randomUUID } from 'node:crypto';
import type { AcceptedVariety, ConsentQuestion, Patient } from '@dragoman/contracts';
import { aRequest, Desk, Refused } from '../support/desk';
import { aDesk, firstAdministrator } from '../support/installation';
import { type TestDatabase, testDatabase } from '../support/postgres';
import { type ServerProcess, startServer } from '../support/server';

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

const path = ({ id }: Pick<Patient, 'id'>, pair = ''): string => `/api/patients/${id}/accepted-varieties${pair}`;
const standingOf = (patient: Pick<Patient, 'id'>): Promise<AcceptedVariety[]> =>
  desk.request<{ items: AcceptedVariety[] }>('GET', path(patient)).then(({ items }) => items);
const refusalOf = (work: Promise<unknown>): Promise<[number, string]> =>
  work.then(
    () => [200, 'allowed'],
    (error: unknown) => {
      if (!(error instanceof Refused)) throw error;
      return [error.status, error.code];
    },
  );

/** Somebody of Rwanda who said, through their own interpreter, that Rundi is fine from now on. */
const saidRundi = async () => {
  const site = await desk.addSite();
  const patient = await desk.addPatient({ languages: [{ varietyId: 'kin', role: 'speaks', enoughForDoctor: true, learntHow: 'self' }] });
  const wanted = aRequest(patient, site, { varietyId: 'kin' });
  const { offerTo: _, purpose: __, requestKey: ___, consents: ____, ...appointment } = wanted;
  const asked = { ...appointment, interpreterVariety: 'run' };
  const { alternativesId } = await desk.request<ConsentQuestion>('POST', '/api/consent-questions', asked);
  const consent = { interpreterVariety: 'run', how: 'exact-interpreter', alternativesId, standing: true } as const;
  const booking = await desk.book({ ...wanted, consents: [consent] });
  return { patient, site, booking, again: () => desk.book({ ...wanted, requestKey: randomUUID(), date: '2026-12-10' }) };
};

describe('an agreement that stands', () => {
  it('says what, who took it, how, and until when', async () => {
    const { patient } = await saidRundi();
    expect(await standingOf(patient)).toEqual([
      {
        varietyId: 'kin',
        own: 'Kinyarwanda',
        interpreterVariety: 'run',
        name: 'Kirundi',
        how: 'exact-interpreter',
        takenBy: 'Ruth Adeyemi',
        saidAt: expect.stringMatching(/^2026-11-24T/),
        askAgainAt: expect.stringMatching(/^2027-11-24T/),
        isOver: false,
      },
    ]);
  });

  it('taken back, is asked again for new bookings, and stays where it was said until it is withdrawn there', async () => {
    const { patient, booking, again } = await saidRundi();
    expect((await again()).consents).toMatchObject([{ interpreterVariety: 'run', how: 'stated-earlier', state: 'counts' }]);
    await desk.request('DELETE', path(patient, '/kin/run'));
    // Twice is once.
    await desk.request('DELETE', path(patient, '/kin/run'));
    expect(await standingOf(patient)).toEqual([]);
    expect((await again()).consents).toEqual([]);
    expect((await desk.booking(booking.id)).consents).toMatchObject([{ state: 'counts' }]);
  });

  it('is neither seen nor ended by another organisation, which is told what it would be told of nobody', async () => {
    const { patient } = await saidRundi();
    const theirs = await aDesk(server.url, database, 'Northgate');
    const nobody = { id: randomUUID() };
    for (const one of [patient, nobody]) {
      expect(await refusalOf(theirs.request('GET', path(one)))).toEqual([404, 'patient-not-found']);
      expect(await refusalOf(theirs.request('DELETE', path(one, '/kin/run')))).toEqual([404, 'patient-not-found']);
    }
    expect(await standingOf(patient)).toHaveLength(1);
  });

  it('is closed to whoever is not signed in, and to a request that another site sent', async () => {
    const { patient } = await saidRundi();
    const stranger = new Desk(server.url);
    expect((await refusalOf(stranger.request('GET', path(patient))))[0]).toBe(401);
    expect((await refusalOf(stranger.request('DELETE', path(patient, '/kin/run'))))[0]).toBe(401);
    const forged = await fetch(`${server.url}${path(patient, '/kin/run')}`, { method: 'DELETE', headers: { cookie: desk.cookies } });
    expect([forged.status, (await forged.json()).code]).toEqual([403, 'missing-header']);
    expect(await standingOf(patient)).toHaveLength(1);
  });

  it('a year later is over, and shown as such', async () => {
    const { patient } = await saidRundi();
    const later = await startServer({ database, env: { CLOCK_STARTS_AT: '2027-11-25T09:42:00Z' } });
    try {
      const then = new Desk(later.url);
      await then.signIn(sign.email, sign.password);
      expect(await then.request('GET', path(patient))).toMatchObject({ items: [{ interpreterVariety: 'run', isOver: true }] });
    } finally {
      await later.stop();
    }
  }, 60_000);
});
