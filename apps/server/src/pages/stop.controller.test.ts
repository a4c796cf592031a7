import { FixedClock, newId } from '@dragoman/kernel';
import { Messages, SmtpCarrier } from '@dragoman/messaging';
import { Database, type StaffActor } from '@dragoman/platform';
import pg from 'pg';
import { type TestApp, testApp } from '../../../../tests/support/app';
import { type TestDatabase, testDatabase } from '../../../../tests/support/postgres';
import { type SmtpStand, smtpStand } from '../../../../tests/support/smtp';

const mailSecret = 'a-secret-of-this-test-and-of-no-other';

let test: TestDatabase;
let running: TestApp;
let superuser: pg.Pool;
let server: SmtpStand;
let carrier: SmtpCarrier;
let clinic: StaffActor;
/** The address in the header of a mail that was really sent. */
let address: string;

beforeAll(async () => {
  test = await testDatabase();
  running = await testApp(test, { config: { mailSecret } });
  superuser = new pg.Pool({ connectionString: test.superuserUrl });
  server = await smtpStand();
  const options = { url: server.url, from: 'post@messages.example', secret: mailSecret, publicUrl: () => 'https://go.example' };
  carrier = new SmtpCarrier(options, new FixedClock(new Date('2026-11-24T09:58:00Z')));
});

afterAll(async () => {
  carrier.close();
  await server.close();
  await superuser.end();
  await running.close();
  await test.close();
});

beforeEach(async () => {
  await superuser.query('truncate messaging.messages, messaging.inbound, messaging.opt_outs cascade');
  clinic = { kind: 'staff', organisationId: newId(), accountId: newId(), role: 'receptionist' };
  await superuser.query(
    `insert into organisations.organisations (id, name, zone, created_at) values ($1, $2, 'Europe/London', now())`,
    [clinic.organisationId, `Marlowe Road ${clinic.organisationId}`],
  );
  const text = {
    senderName: null, subject: 'رسالة', body: 'موعدك', english: 'Your appointment', lang: 'ar', dir: 'rtl', languageName: 'Arabic',
    neutral: true, version: 1, reviewState: 'draft',
  } as const;
  const message = {
    organisationId: clinic.organisationId, intentId: newId(), attempt: 1, bookingId: newId(), kind: 'confirmed', sendBefore: null,
    recipient: { kind: 'patient', id: newId(), name: 'Amna Idris Osman' }, channel: 'email', address: 'amna@example.org', text,
  } as const;
  const id = await running.app.get(Database).transaction(clinic, (tx) => running.app.get(Messages).queue(tx, message));
  const { rows } = await superuser.query('select * from messaging.messages where id = $1', [id]);
  await carrier.send({ ...rows[0], organisationId: clinic.organisationId, recipientKind: 'patient', sendBefore: null }, AbortSignal.timeout(10_000));
  address = /<https:\/\/go\.example(\/u\/[\w-]+)>/.exec(server.taken.at(-1)?.source ?? '')?.[1] ?? '';
});

const optOuts = async () =>
  (await superuser.query('select organisation_id as "organisationId", channel, address from messaging.opt_outs')).rows;
const messages = async () => (await superuser.query('select state from messaging.messages')).rows;
const stopped = () => [{ organisationId: clinic.organisationId, channel: 'email', address: 'amna@example.org' }];

it('looking at the address stops nothing: it asks, in the language of the mail, and names nobody', async () => {
  const { statusCode, body } = await running.app.inject({ url: address });
  expect(statusCode).toBe(200);
  expect(body).toContain('<html lang="ar" dir="rtl">');
  expect(body).toContain(`action="${address}"`);
  expect(body).not.toMatch(/marlowe|clinic|interpret|dragoman|appointment|amna/i);
  expect(await optOuts()).toEqual([]);
  expect(await messages()).toEqual([{ state: 'queued' }]);
});

it.each([
  ['application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'],
  ['multipart/form-data; boundary=b', '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n'],
])('one click in a mail program stops all that waits for that mailbox, sent as %s', async (type, payload) => {
  const post = () => running.app.inject({ method: 'POST', url: address, headers: { 'content-type': type }, payload });
  expect((await post()).statusCode).toBe(200);
  expect((await post()).statusCode).toBe(200);
  expect(await optOuts()).toEqual(stopped());
  expect(await messages()).toEqual([{ state: 'failed' }]);
  expect((await superuser.query('select meaning from messaging.inbound')).rows).toEqual([{ meaning: 'stop' }]);
});

it('a supporter may ask for silence by the same click, and an interpreter by none', async () => {
  const post = () => running.app.inject({ method: 'POST', url: address });
  await superuser.query(`update messaging.messages set recipient_kind = 'interpreter'`);
  expect((await post()).statusCode).toBe(404);
  await superuser.query(`update messaging.messages set recipient_kind = 'supporter'`);
  expect((await post()).statusCode).toBe(200);
  expect(await optOuts()).toEqual(stopped());
});

it('answers the question of the page in the language that was chosen there', async () => {
  const { body } = await running.app.inject({
    method: 'POST', url: address, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: 'lang=so',
  });
  expect(body).toContain('<html lang="so" dir="ltr">');
  expect(await optOuts()).toEqual(stopped());
});

it('an address that is not ours stops nothing and says that it has ended', async () => {
  const forged = `${address.slice(0, -4)}AAAA`;
  expect((await running.app.inject({ url: forged })).statusCode).toBe(404);
  expect((await running.app.inject({ method: 'POST', url: forged })).statusCode).toBe(404);
  expect(await optOuts()).toEqual([]);
});
