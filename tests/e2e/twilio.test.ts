import { addDays, wallClock } from '@dragoman/kernel';
import type { VersionedPolicy } from '@dragoman/contracts';
import twilio from 'twilio';
import { aPhone, aRequest, type Desk, until } from '../support/desk';
import { aDesk } from '../support/installation';
import { type TestDatabase, testDatabase } from '../support/postgres';
import { type ServerProcess, startServer } from '../support/server';
import { accountSid, authToken, type FakeTwilio, fakeTwilio, type TakenText } from '../support/twilio/stand';

const publicUrl = 'https://go.example';
const ourNumber = '+447700900700';
let database: TestDatabase;
let fake: FakeTwilio;
let server: ServerProcess;
let desk: Desk;

beforeAll(async () => {
  [database, fake] = await Promise.all([testDatabase(), fakeTwilio()]);
  server = await startServer({
    database,
    env: {
      PUBLIC_URL: publicUrl,
      TWILIO_ACCOUNT_SID: accountSid,
      TWILIO_AUTH_TOKEN: authToken,
      TWILIO_FROM: ourNumber,
      TWILIO_VOICE_FROM: ourNumber,
      TWILIO_API_URL: fake.url,
    },
  });
  desk = await aDesk(server.url, database);
  // Real texts go by the real time, and this may run at night.
  const { version, policy } = await desk.request<VersionedPolicy>('GET', '/api/organisation/policy');
  await desk.request('PUT', '/api/organisation/policy', { version, policy: { ...policy, quietFrom: '08:00', quietTo: '08:00' } });
}, 120_000);

afterAll(async () => {
  await server?.stop();
  await fake?.stop();
  await database?.close();
});

/** As Twilio calls us: signed for the address that it knows. */
const signed = (path: string, form: Record<string, string>): Promise<Response> =>
  fetch(`${server.url}${path}`, {
    method: 'POST',
    body: new URLSearchParams({ AccountSid: accountSid, ...form }),
    headers: { 'x-twilio-signature': twilio.getExpectedTwilioSignature(authToken, `${publicUrl}${path}`, { AccountSid: accountSid, ...form }) },
  });

const webhook = async (path: string, form: Record<string, string>): Promise<number> => (await signed(path, form)).status;

let replies = 0;
const text = (from: string, body: string): Promise<number> =>
  webhook('/webhooks/twilio/messages', { MessageSid: `SM${String(++replies).padStart(32, '9')}`, From: from, To: ourNumber, Body: body });

const report = ({ callback, sid }: TakenText, status: string, code?: number): Promise<number> =>
  webhook(new URL(callback).pathname, { MessageSid: sid, MessageStatus: status, ...(code && { ErrorCode: String(code) }) });

const taken = (to: string, words: RegExp): Promise<TakenText> =>
  until(async () => (await fake.taken()).find((one) => one.to === to && words.test(one.body)), `${words} to ${to}`, 60);

interface Told {
  bookingId: string;
  phone: string;
  interpreterPhone: string;
}

/** An appointment that an interpreter accepted by text. */
const accepted = async (inDays: number, channels?: Parameters<Desk['addPatient']>[0]): Promise<Told> => {
  const [phone, interpreterPhone] = [aPhone(), aPhone()];
  const site = await desk.addSite();
  const patient = await desk.addPatient({ channels: [{ channel: 'sms', address: phone, safety: 'private', isConfirmed: true }], ...channels });
  const { id } = await desk.addInterpreter({ phone: interpreterPhone });
  const { id: bookingId } = await desk.book(aRequest(patient, site, { date: addDays(wallClock(new Date(), 'Europe/London').date, inDays), offerTo: [id] }));
  const [, code] = /Reply YES (\d{4})/.exec((await taken(interpreterPhone, /Reply YES \d{4}/)).body) ?? [];
  expect(await text(interpreterPhone, `YES ${code}`)).toBe(200);
  await taken(interpreterPhone, /^Accepted/);
  return { bookingId, phone, interpreterPhone };
};

const toldOf = ({ phone }: Told): Promise<TakenText> => taken(phone, /موعدك/);

const queueOf = async (bookingId: string) => (await desk.today()).queue.filter((row) => row.bookingId === bookingId);

const taskOf = (bookingId: string, kind: string) =>
  until(async () => (await queueOf(bookingId)).find((row) => row.kind === kind), `a task ${kind}`, 60);

it('an interpreter accepts, a patient is told and answers, all of it through Twilio', async () => {
  const told = await accepted(10);
  const confirmation = await toldOf(told);
  expect(confirmation.from).toBe(ourNumber);
  expect(confirmation.body).toMatch(/https:\/\/go\.example\/p\/[\w-]{22}/);
  expect(await report(confirmation, 'sent')).toBe(204);
  expect(await report(confirmation, 'delivered')).toBe(204);
  await text(told.phone, '١');
  await until(async () => (await desk.booking(told.bookingId)).patientAnswer === 'coming', 'their answer');
  const delivered = (await desk.booking(told.bookingId)).timeline.find(({ message }) => message?.to === 'patient')?.message;
  expect(delivered?.state).toBe('delivered');
}, 120_000);

it('a patient who writes STOP gets nothing more, and somebody at the desk asks how they wish to be told', async () => {
  const told = await accepted(11);
  await toldOf(told);
  await text(told.phone, 'STOP');
  const { sentence } = await taskOf(told.bookingId, 'reply-to-read');
  expect(sentence).toMatch(/nothing is sent to this address any more/);
}, 120_000);

it.each([
  [30003, 'a phone that is off is followed by a person where there is no other way', /could not be reached/],
  [30005, 'a number that is not in use is not written to again', /unknown or no longer in use/],
  [30034, 'a text that Twilio wants registered is for a person at once', /administrator must register it/],
])('after %s, %s', async (code, _, words) => {
  const told = await accepted(12);
  expect(await report(await toldOf(told), 'undelivered', code)).toBe(204);
  const { sentence, dueAt, startsAt } = await taskOf(told.bookingId, 'message-failed');
  expect(sentence).toMatch(words);
  expect(Date.parse(dueAt)).toBeLessThan(Date.parse(startsAt ?? ''));
}, 120_000);

it('after 30006, a landline is called, and again hours later where nobody picks up', async () => {
  const told = await accepted(13);
  expect(await report(await toldOf(told), 'undelivered', 30006)).toBe(204);
  const call = await until(async () => (await fake.calls()).find(({ to }) => to === told.phone), 'the call', 60);
  expect(await webhook(new URL(call.statusCallback).pathname, { CallSid: call.sid, CallStatus: 'no-answer' })).toBe(204);
  const again = await until(async () => (await desk.booking(told.bookingId)).next.find(({ kind }) => kind === 'confirmed'), 'the next try', 60);
  expect(again.sentence).toContain('phone call in Arabic');
  expect(Date.parse(again.dueAt)).toBeGreaterThan(Date.now() + 7_000_000);
}, 120_000);

it('a refused text is followed by an email where there is one', async () => {
  const email = 'amna@mail.example';
  const told = await accepted(13, {
    channels: [
      { channel: 'sms', address: '+447700900000', safety: 'private', isConfirmed: true },
      { channel: 'email', address: email, safety: 'private' },
    ],
  });
  const mail = await until(async () => (await desk.phones()).phones.find(({ address }) => address === email)?.messages[0], 'the email', 60);
  expect(mail.body).toContain('لديك موعد');
  expect(await queueOf(told.bookingId)).toEqual([]);
}, 120_000);

it('a patient who wants calls is called, hears it and presses a key', async () => {
  const phone = '+442079460482';
  const told = await accepted(14, { channels: [{ channel: 'voice', address: phone, safety: 'shared' }] });
  const call = await until(async () => (await fake.calls()).find(({ to }) => to === phone), 'the call', 60);
  const path = new URL(call.url).pathname;
  const said = await (await signed(path, { CallSid: call.sid, AnsweredBy: 'human' })).text();
  expect(said).toContain('موعدك');
  expect(said).not.toMatch(/Marlowe|Hiba/);
  const action = /action="([^"]+)"/.exec(said)?.[1] ?? '';
  expect(await (await signed(new URL(action).pathname, { CallSid: call.sid, Digits: '1' })).text()).toContain('شكرًا');
  expect(await webhook(new URL(call.statusCallback).pathname, { CallSid: call.sid, CallStatus: 'completed' })).toBe(204);
  await until(async () => (await desk.booking(told.bookingId)).patientAnswer === 'coming', 'their answer');
}, 120_000);
