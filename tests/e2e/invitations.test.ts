import { randomUUID } from 'node:crypto';
import type { Invitation, OutboxPage, PeopleList, TestMessage } from '@dragoman/contracts';
import { FixedClock } from '@dragoman/kernel';
import { SendMessages, Simulator } from '@dragoman/messaging';
import pg from 'pg';
import { type TestApp, testApp } from '../support/app';
import { Desk, linksOn, type Refused } from '../support/desk';
import { firstAdministrator } from '../support/installation';
import { jobRunner } from '../support/jobs';
import { type TestDatabase, testDatabase } from '../support/postgres';

const password = 'seven lamps behind the piano';

let database: TestDatabase;
let running: TestApp;
let superuser: pg.Pool;
let ruth: Desk;

beforeAll(async () => {
  database = await testDatabase();
  running = await testApp(database, { clock: new FixedClock(new Date('2026-11-24T09:42:00Z')), listen: true });
  superuser = new pg.Pool({ connectionString: database.superuserUrl, max: 2 });
  const sign = await firstAdministrator(database);
  ruth = new Desk(running.url);
  await ruth.signIn(sign.email, sign.password);
}, 120_000);

afterAll(async () => {
  await superuser.end();
  await running.close();
  await database.close();
});

const settle = async (): Promise<void> => {
  const { runJobs } = jobRunner(running.app, superuser);
  await runJobs();
  await running.app.get(SendMessages, { strict: false }).sweep();
  await running.app.get(Simulator, { strict: false }).sendReceipts();
  await runJobs();
};
const codeOf = (work: Promise<unknown>): Promise<string> => work.then(() => 'done', (error: Refused) => error.code);
const people = () => ruth.request<PeopleList>('GET', '/api/people');
const invite = (email = `${randomUUID()}@clinic.example`) => ruth.request<Invitation>('POST', '/api/invitations', { name: 'Sam Okafor', email, role: 'coordinator' });
const invitationTo = async (email: string) => (await people()).invitations.find((one) => one.email === email);
const tokenIn = async (email: string): Promise<string> => (await linksOn(ruth, email)).at(-1)?.split('/').at(-1) ?? '';
const joined = async () => {
  const { email } = await invite();
  await settle();
  const desk = new Desk(running.url);
  await desk.request('POST', `/api/joining/${await tokenIn(email)}`, { name: 'Sam Okafor', password });
  return { desk, email };
};

describe('an invitation', () => {
  it('goes to the mailbox, makes an account once, and staff see that it left and not where it leads', async () => {
    const { email } = await invite();
    await settle();
    expect(await invitationTo(email)).toMatchObject({ invitedBy: 'Ruth Adeyemi', isExpired: false, mail: { state: 'arrived', why: null } });
    const token = await tokenIn(email);
    const sam = new Desk(running.url);
    expect(await sam.request('GET', `/api/joining/${token}`)).toMatchObject({ state: 'open', name: 'Sam Okafor', role: 'coordinator', email });
    expect(await sam.request('POST', `/api/joining/${token}`, { name: 'Sam Okafor', password })).toMatchObject({ account: { email, role: 'coordinator' } });
    expect(await sam.request('GET', '/api/session')).toMatchObject({ account: { email } });
    expect(await codeOf(new Desk(running.url).request('POST', `/api/joining/${token}`, { name: 'Eve', password }))).toBe('invitation-accepted');
    const { items } = await ruth.request<OutboxPage>('GET', '/api/messages/outbox?show=left');
    expect(items.find(({ to }) => to.name === 'Sam Okafor')).toMatchObject({ title: 'Invitation', bookingId: null, to: { kind: 'staff' } });
    expect(JSON.stringify(items)).not.toContain(token);
  });

  it('to an address where nothing arrives says so in the list, and troubles nobody who looks after patients', async () => {
    const email = `${randomUUID()}@nobody.example`;
    await invite(email);
    await settle();
    expect(await invitationTo(email)).toMatchObject({ mail: { state: 'not-arrived', why: expect.stringMatching(/\.$/) } });
    expect((await ruth.failures()).items).toEqual([]);
    expect((await ruth.today()).queue).toEqual([]);
  });

  it('that is sent again has a new link, and that is taken back has none', async () => {
    const { id, email } = await invite();
    await settle();
    const first = await tokenIn(email);
    await ruth.request('POST', `/api/invitations/${id}/sending`);
    await settle();
    const second = await tokenIn(email);
    expect(second).not.toBe(first);
    const look = (token: string) => new Desk(running.url).request('GET', `/api/joining/${token}`);
    expect([await look(first), await look(second)]).toMatchObject([{ state: 'replaced' }, { state: 'open' }]);
    await ruth.request('POST', `/api/invitations/${id}/withdrawal`);
    expect(await look(second)).toMatchObject({ state: 'withdrawn' });
    expect(await invitationTo(email)).toBeUndefined();
  });

  it('that was taken back before it left never leaves', async () => {
    const { id, email } = await invite();
    await ruth.request('POST', `/api/invitations/${id}/withdrawal`);
    await settle();
    expect(await linksOn(ruth, email)).toEqual([]);
  });

  it('is for administrators, and a colleague sees neither the list nor another’s link', async () => {
    const { desk: sam } = await joined();
    const { email } = await invite();
    await settle();
    expect(await codeOf(sam.request('GET', '/api/people'))).toBe('not-allowed');
    expect(await codeOf(sam.request('POST', '/api/invitations', { name: 'Eve', email: 'eve@clinic.example', role: 'administrator' }))).toBe('not-allowed');
    expect(await linksOn(sam, email)).toEqual([expect.stringMatching(/\/join\/…$/)]);
  });
});

describe('somebody who works here', () => {
  it('is signed out when deactivated, and a role that is changed holds at once', async () => {
    const { desk: sam, email } = await joined();
    const id = (await people()).people.find((one) => one.email === email)?.id;
    await ruth.request('PUT', `/api/people/${id}/role`, { from: 'coordinator', to: 'receptionist' });
    expect(await sam.request('GET', '/api/session')).toMatchObject({ account: { role: 'receptionist' } });
    await ruth.request('POST', `/api/people/${id}/deactivation`);
    expect(await codeOf(sam.request('GET', '/api/session'))).toBe('not-signed-in');
    expect((await people()).people.find((one) => one.id === id)).toMatchObject({ deactivatedAt: '2026-11-24T09:42:00.000Z' });
    await ruth.request('POST', `/api/people/${id}/reactivation`);
    expect(await codeOf(sam.signIn(email, password))).toBe('done');
  });

  it('chooses a new password by a link, whether they forgot it or an administrator asks them to', async () => {
    const { desk: sam, email } = await joined();
    const id = (await people()).people.find((one) => one.email === email)?.id;
    const stranger = new Desk(running.url);
    await stranger.request('POST', '/api/passwords/forgotten', { email });
    await stranger.request('POST', '/api/passwords/forgotten', { email: 'nobody@clinic.example' });
    await settle();
    const own = await tokenIn(email);
    expect(await stranger.request('GET', `/api/passwords/${own}`)).toMatchObject({ person: { email } });
    await stranger.request('POST', `/api/passwords/${own}`, { password: 'a kettle under the stairs' });
    expect(await stranger.request('GET', '/api/session')).toMatchObject({ account: { email } });
    expect(await codeOf(sam.request('GET', '/api/session'))).toBe('not-signed-in');
    expect(await stranger.request('GET', `/api/passwords/${own}`)).toMatchObject({ person: null });
    expect(await codeOf(stranger.request('POST', `/api/passwords/${own}`, { password: 'another under the stairs' }))).toBe('link-over');
    await ruth.request('POST', `/api/people/${id}/password-link`);
    await settle();
    expect(await tokenIn(email)).not.toBe(own);
    expect(await linksOn(ruth, 'nobody@clinic.example')).toEqual([]);
  });

  it('has name and address changed by an administrator, and both addresses hear of it, the one before not which follows', async () => {
    const { desk: sam, email } = await joined();
    const one = (await people()).people.find((person) => person.email === email);
    const seen = { name: one?.name ?? '', email };
    const details = { name: 'Sam Berg', email: `new.${email}` };
    await ruth.request('PUT', `/api/people/${one?.id}`, { details, seen });
    await settle();
    expect(await codeOf(sam.request('GET', '/api/session'))).toBe('not-signed-in');
    expect(await codeOf(new Desk(running.url).signIn(details.email, password))).toBe('done');
    const mailTo = async (address: string) => (await ruth.phones()).phones.filter((phone) => phone.address === address).flatMap(({ messages }) => messages.map(({ body }) => body)).at(-1) ?? '';
    expect(await mailTo(details.email)).toContain(`You are shown as Sam Berg now; before it was ${seen.name}. You sign in with this address now`);
    expect(await mailTo(email)).toContain('Nobody signs in with this address any more');
    expect(await mailTo(email)).not.toContain(details.email);
    expect((await people()).people.find(({ id }) => id === one?.id)).toMatchObject({ ...details, mail: { state: 'arrived' } });
    expect(await codeOf(ruth.request('PUT', `/api/people/${one?.id}`, { details: { ...details, name: 'Other' }, seen }))).toBe('person-changed');
    expect(await codeOf(ruth.request('PUT', `/api/people/${one?.id}`, { details: { ...details, email: 'nobody' }, seen: details }))).toBe('invalid-input');
  });

  it('changes their own password while they are signed in', async () => {
    const { desk: sam, email } = await joined();
    await sam.request('PUT', '/api/session/password', { current: password, password: 'a kettle under the stairs' });
    expect(await sam.request('GET', '/api/session')).toMatchObject({ account: { email } });
    expect(await codeOf(new Desk(running.url).signIn(email, password))).toBe('wrong-sign-in');
    expect(await codeOf(new Desk(running.url).signIn(email, 'a kettle under the stairs'))).toBe('done');
  });
});

it('a test message goes to oneself, by mail and by text, and says what became of it', async () => {
  const tests = () => ruth.request<{ items: TestMessage[] }>('GET', '/api/test-messages');
  await ruth.request('POST', '/api/test-messages', { channel: 'email' });
  await settle();
  await ruth.request('POST', '/api/test-messages', { channel: 'sms', telephone: '07700 900000' });
  await settle();
  expect((await tests()).items).toMatchObject([
    { channel: 'sms', address: '+447700900000', mail: { state: 'not-arrived' } },
    { channel: 'email', mail: { state: 'arrived' } },
  ]);
  expect(await codeOf(ruth.request('POST', '/api/test-messages', { channel: 'sms', telephone: '020 7946 0123' }))).toBe('landline');
});
