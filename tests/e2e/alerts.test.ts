import type { AlertList, VersionedPolicy } from '@dragoman/contracts';
import pg from 'pg';
import { aPhone, aRequest, type Desk, until } from '../support/desk';
import { aDesk } from '../support/installation';
import { type TestDatabase, testDatabase } from '../support/postgres';
import { type ServerProcess, startServer } from '../support/server';

let database: TestDatabase;
let server: ServerProcess;
let superuser: pg.Pool;
let desk: Desk;

beforeAll(async () => {
  database = await testDatabase();
  server = await startServer({ database, env: { CLOCK_STARTS_AT: '2026-11-24T09:42:00Z' } });
  superuser = new pg.Pool({ connectionString: database.superuserUrl, max: 1 });
  desk = await aDesk(server.url, database);
}, 120_000);

afterAll(async () => {
  await superuser?.end();
  await server?.stop();
  await database?.close();
});

type Contact = VersionedPolicy['policy']['alerts']['contacts'][number];

const onDuty = async (contacts: Contact[]): Promise<VersionedPolicy> => {
  const { version, policy } = await desk.request<VersionedPolicy>('GET', '/api/organisation/policy');
  return desk.request<VersionedPolicy>('PUT', '/api/organisation/policy', { version, policy: { ...policy, alerts: { ...policy.alerts, contacts } } });
};

/** For tomorrow, asked for long enough ago. */
const unfilled = async (): Promise<string> => {
  const [site, patient] = [await desk.addSite(), await desk.addPatient()];
  const booking = await desk.book(aRequest(patient, site, { date: '2026-11-25' }));
  await superuser.query(`update bookings.bookings set created_at = created_at - interval '2 hours' where id = $1`, [booking.id]);
  return booking.id;
};
const alertOf = async (bookingId: string) =>
  (await desk.request<AlertList>('GET', '/api/alerts')).items.find(({ booking }) => booking.id === bookingId);

const textAt = async (telephone: string): Promise<string> => {
  const texts = async () => (await desk.phones()).phones.filter(({ address }) => address === telephone).flatMap(({ messages }) => messages);
  await until(async () => (await texts()).length > 0, 'a text to whoever is on duty');
  return (await texts())[0]?.body ?? '';
};

describe('an appointment for tomorrow that nobody is booked for', () => {
  it('is in the console and on the telephone of whoever is on duty, until they say that they see to it', async () => {
    const telephone = aPhone();
    const { policy } = await onDuty([{ name: 'Ruth Adeyemi', telephone: telephone.replace('+44', '0'), email: null }]);
    expect(policy.alerts.contacts).toEqual([{ name: 'Ruth Adeyemi', telephone, email: null }]);

    const bookingId = await unfilled();
    await until(async () => (await alertOf(bookingId)) !== undefined, 'an alert');
    expect(await alertOf(bookingId)).toMatchObject({ state: 'open', sentence: 'Nobody is booked yet.', acknowledged: null });

    const [, link = ''] = /(http\S+\/n\/\S+)/.exec(await textAt(telephone)) ?? [];
    const page = await (await fetch(link)).text();
    expect(page).toContain('I am seeing to it');
    expect(page).not.toContain('Amna');
    expect(await alertOf(bookingId)).toMatchObject({ state: 'open' });

    const pressed = await fetch(`${link}/acknowledge`, { method: 'POST' });
    expect(await pressed.text()).toContain('Somebody is seeing to it');
    expect(await alertOf(bookingId)).toMatchObject({ state: 'acknowledged', acknowledged: { by: 'Ruth Adeyemi', isByLink: true } });
    await fetch(`${link}/acknowledge`, { method: 'POST' });

    await desk.request('POST', `/api/bookings/${bookingId}/cancellation`, { by: 'clinic', reason: 'closed' });
    await until(async () => (await alertOf(bookingId)) === undefined, 'no alert any more');
    expect(await (await fetch(link)).text()).toContain('The appointment does not take place.');
    const { items } = await desk.request<AlertList>('GET', `/api/bookings/${bookingId}/alerts`);
    expect(items).toMatchObject([{ state: 'settled', settled: { because: 'cancelled' }, acknowledged: { by: 'Ruth Adeyemi' } }]);
  }, 90_000);

  it('is seen to by a colleague in the console', async () => {
    const bookingId = await unfilled();
    await until(async () => (await alertOf(bookingId)) !== undefined, 'an alert');
    const alert = await alertOf(bookingId);
    await desk.request('POST', `/api/alerts/${alert?.id ?? ''}/acknowledge`);
    await desk.request('POST', `/api/alerts/${alert?.id ?? ''}/acknowledge`);
    expect(await alertOf(bookingId)).toMatchObject({ state: 'acknowledged', acknowledged: { isByLink: false } });
  }, 90_000);

  it('sends nobody to a number that is none, and nobody whom nothing reaches', async () => {
    await expect(onDuty([{ name: 'Ruth', telephone: '12', email: null }])).rejects.toMatchObject({ status: 422, code: 'not-a-phone-number' });
    await expect(onDuty([{ name: 'Ruth', telephone: null, email: null }])).rejects.toMatchObject({ status: 422, code: 'invalid-input' });
  });

  it('has a link that opens nothing when it is guessed', async () => {
    const answer = await fetch(`${server.url}/n/aaaaaaaaaaaaaaaaaaaaaa`);
    expect([answer.status, await answer.text()]).toEqual([404, expect.stringContaining('This link no longer works')]);
  });
});
