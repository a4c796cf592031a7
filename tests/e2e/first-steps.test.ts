import type { FirstSteps, OrganisationDetails, VersionedPolicy } from '@dragoman/contracts';
import { FixedClock } from '@dragoman/kernel';
import { SendMessages } from '@dragoman/messaging';
import { type TestApp, testApp } from '../support/app';
import { aRequest, Desk, type Refused } from '../support/desk';
import { firstAdministrator } from '../support/installation';
import { type TestDatabase, testDatabase } from '../support/postgres';

let database: TestDatabase;
let running: TestApp;

beforeAll(async () => {
  database = await testDatabase();
  running = await testApp(database, { clock: new FixedClock(new Date('2026-11-24T09:42:00Z')), listen: true });
}, 120_000);

afterAll(async () => {
  await running.close();
  await database.close();
});

const administrator = async (): Promise<Desk> => {
  const { email, password } = await firstAdministrator(database);
  const desk = new Desk(running.url);
  await desk.signIn(email, password);
  return desk;
};
const done = async (desk: Desk) => (await desk.request<FirstSteps>('GET', '/api/first-steps')).done;
const details = (desk: Desk) => desk.request<OrganisationDetails>('GET', '/api/organisation');
const refusal = (work: Promise<unknown>) => work.then(() => 'done', ({ code }: Refused) => code);

it('each step is done when what it is for is there, in any order, and for one’s own organisation only', async () => {
  const [ruth, stranger] = [await administrator(), await administrator()];
  expect(await done(ruth)).toEqual([]);
  await ruth.request('POST', '/api/test-messages', { channel: 'email' });
  expect(await done(ruth)).toEqual([]);
  await running.app.get(SendMessages, { strict: false }).sweep();
  expect(await done(ruth)).toEqual(['test-message']);
  const patient = await ruth.addPatient();
  expect(await done(ruth)).toEqual(['patient', 'test-message']);
  const site = await ruth.addSite();
  await ruth.book(aRequest(patient, site));
  expect(await done(ruth)).toEqual(['site', 'patient', 'booking', 'test-message']);
  await ruth.request('POST', '/api/invitations', { name: 'Sam Okafor', email: 'sam@clinic.example', role: 'coordinator' });
  const { version, policy } = await ruth.request<VersionedPolicy>('GET', '/api/organisation/policy');
  await ruth.request('PUT', '/api/organisation/policy', { version, policy: { ...policy, quietFrom: '21:30' } });
  const seen = await details(ruth);
  await ruth.request('PUT', '/api/organisation', { seen, details: { ...seen, phone: '020 7946 0123' } });
  await ruth.addInterpreter();
  expect(await done(ruth)).toEqual(['organisation', 'site', 'rules', 'people', 'interpreter', 'patient', 'booking', 'test-message']);
  // Interpreters are everybody's.
  expect(await done(stranger)).toEqual(['interpreter']);
});

describe('what an organisation says of itself', () => {
  it('is changed as it is typed, and stands in the session', async () => {
    const ruth = await administrator();
    const seen = await details(ruth);
    const wanted = { name: `Harbour ${seen.name}`, zone: 'America/New_York', phone: '020 7946 0123' };
    expect(await ruth.request('PUT', '/api/organisation', { seen, details: wanted })).toEqual(wanted);
    expect(await ruth.request('GET', '/api/session')).toMatchObject({ organisation: { name: wanted.name, zone: wanted.zone } });
  });

  it('is not written over what somebody else wrote meanwhile', async () => {
    const ruth = await administrator();
    const seen = await details(ruth);
    await ruth.request('PUT', '/api/organisation', { seen, details: { ...seen, phone: '020 7946 0123' } });
    expect(await refusal(ruth.request('PUT', '/api/organisation', { seen, details: { ...seen, phone: '020 7946 0999' } }))).toBe('organisation-changed');
    expect((await details(ruth)).phone).toBe('020 7946 0123');
  });

  it('is refused with a sentence where there is no such number, zone, or another has the name', async () => {
    const [ruth, stranger] = [await administrator(), await administrator()];
    const seen = await details(ruth);
    const change = (more: Partial<OrganisationDetails>) => refusal(ruth.request('PUT', '/api/organisation', { seen, details: { ...seen, ...more } }));
    expect(await change({ phone: 'call us' })).toBe('not-a-phone-number');
    expect(await change({ zone: 'Mars/Olympus' })).toBe('unknown-zone');
    expect(await change({ name: (await details(stranger)).name })).toBe('organisation-name-taken');
  });
});
