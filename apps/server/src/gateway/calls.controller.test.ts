import { FixedClock, newId } from '@dragoman/kernel';
import { Calls, Messages, SendMessages } from '@dragoman/messaging';
import { composeCall, phrases, unreviewed } from '@dragoman/words';
import { Database, Jobs } from '@dragoman/platform';
import { Recordings } from '@dragoman/recordings';
import pg from 'pg';
import twilio from 'twilio';
import { type TestApp, testApp } from '../../../../tests/support/app';
import { type TestDatabase, testDatabase } from '../../../../tests/support/postgres';
import { anMp3 } from '../../../../tests/support/sounds';
import { accountSid, authToken, type FakeTwilio, fakeTwilio, type PlacedCall, scriptOf, twilioVoice } from '../../../../tests/support/twilio/stand';

const publicUrl = 'https://go.example';
const phone = '+442079460482';
const job = { kind: 'job', job: 'test' } as const;
let database: TestDatabase;
let fake: FakeTwilio;
let running: TestApp;
let superuser: pg.Pool;
let stale: Set<string>;
const clock = new FixedClock(new Date('2026-11-24T09:58:00Z'));

beforeAll(async () => {
  [database, fake] = await Promise.all([testDatabase(), fakeTwilio()]);
  const config = { twilio: { accountSid, authToken }, publicUrl: () => publicUrl };
  running = await testApp(database, { clock, config, carriers: [twilioVoice(fake.url)] });
  running.app.get(Messages, { strict: false }).checkLastWith(['patient', 'interpreter', 'supporter'], () => Promise.resolve(stale));
  superuser = new pg.Pool({ connectionString: database.superuserUrl, max: 2 });
}, 60_000);

beforeEach(async () => {
  stale = new Set();
  clock.set(new Date('2026-11-24T09:58:00Z'));
  await superuser.query('truncate messaging.messages, messaging.inbound, messaging.opt_outs, messaging.suppressions, recordings.recordings, organisations.organisations cascade');
  await superuser.query('truncate graphile_worker._private_jobs');
  await fake.forget();
  await fake.setTime(clock.now());
});

afterAll(async () => {
  await superuser.end();
  await running.close();
  await database.close();
  await fake.stop();
});

type Form = Record<string, string>;

/** As Twilio asks and tells: signed for the address that it was given. */
const twilioPosts = (url: string, form: Form, signature = twilio.getExpectedTwilioSignature(authToken, url, { AccountSid: accountSid, ...form })) =>
  running.app.inject({
    method: 'POST',
    url: new URL(url).pathname,
    payload: new URLSearchParams({ AccountSid: accountSid, ...form }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signature },
  });

const facts = {
  clinicName: 'Riverside Community Health',
  siteName: 'Marlowe Road',
  address: '14 Marlowe Road',
  startsAt: new Date('2026-12-03T14:30:00Z'),
  zone: 'Europe/London',
  modality: 'in-person' as const,
};

const placed = async (changes: Partial<Parameters<typeof composeCall>[0]> = {}): Promise<{ id: string; call: PlacedCall }> => {
  const organisationId = newId();
  await superuser.query(`insert into organisations.organisations (id, name, zone, created_at) values ($1, $2, 'Europe/London', now())`, [organisationId, `Clinic ${organisationId}`]);
  const text = composeCall({ words: unreviewed, kind: 'confirmed', safety: 'private', voice: { kind: 'say', language: 'uk' }, facts, mayLeaveMessage: false, ...changes });
  if (!text) throw new Error('nothing to say');
  const id = await running.app.get(Database, { strict: false }).transaction(job, (tx) =>
    running.app.get(Messages, { strict: false }).queue(tx, {
      organisationId, intentId: newId(), attempt: 1, bookingId: newId(), recipient: { kind: 'patient', id: newId(), name: 'Amna Idris Osman' },
      kind: 'confirmed', channel: 'voice', address: phone, sendBefore: facts.startsAt, text,
    }),
  );
  await running.app.get(SendMessages, { strict: false }).sweep();
  const call = (await fake.calls()).find(({ url }) => url === scriptOf(id ?? ''));
  if (!id || !call) throw new Error('no call was placed');
  return { id, call };
};

const answers = async ({ url, sid }: PlacedCall, by = 'human'): Promise<string> => (await twilioPosts(url, { CallSid: sid, AnsweredBy: by })).body;
const hears = ({ url, sid }: PlacedCall, digits = ''): ReturnType<typeof twilioPosts> =>
  twilioPosts(`${url}/heard`, { CallSid: sid, ...(digits && { Digits: digits }) });
const reports = async ({ statusCallback, sid }: PlacedCall, status: string): Promise<number> =>
  (await twilioPosts(statusCallback, { CallSid: sid, CallStatus: status })).statusCode;
const messageOf = async (id: string) => (await superuser.query('select state, failure from messaging.messages where id = $1', [id])).rows[0];
const replies = async () => (await superuser.query('select channel, address, body, meaning from messaging.inbound')).rows;
const whatFollows = async (): Promise<string[]> => [
  ...new Set((await superuser.query('select payload from graphile_worker._private_jobs')).rows.map(({ payload }) => payload.after)),
];
const nothing = '<Response><Hangup/></Response>';

it('whoever answers hears it in their language and presses a key, and it is their answer once, however often it is told', async () => {
  const { id, call } = await placed();
  const said = await answers(call);
  expect(said).toContain('<Say language="uk-UA" voice="Google.uk-UA-Standard-A">Добрий день.');
  expect(said).toContain('<Say language="en-GB" voice="Polly.Amy">Riverside Community Health</Say>');
  expect(said).toContain(`action="${scriptOf(id)}/heard"`);
  const { body } = await hears(call, '1');
  expect(body).toContain('Дякуємо. До побачення.');
  await hears(call, '1');
  await reports(call, 'completed');
  expect(await messageOf(id)).toEqual({ state: 'delivered', failure: null });
  expect(await replies()).toEqual([{ channel: 'voice', address: phone, body: '1', meaning: 'coming' }]);
});

it('hung up in the middle is not heard to the end', async () => {
  const { id, call } = await placed();
  await answers(call);
  await twilioPosts(`${call.url}/heard`, { CallSid: call.sid, CallStatus: 'completed' });
  expect((await messageOf(id)).state).toBe('sent');
});

it('a recording that went missing says nothing, and a person calls', async () => {
  const sound = anMp3();
  await running.app.get(Recordings, { strict: false }).keep('apd', phrases.map((name) => ({ name, sound })));
  const { id, call } = await placed({ voice: { kind: 'recorded', varietyId: 'apd', varietyName: 'Sudanese Arabic', orSay: null }, safety: 'shared' });
  await superuser.query(`delete from recordings.recordings where phrase = 'thanks'`);
  expect(await answers(call)).toContain(nothing);
  expect(await messageOf(id)).toEqual({ state: 'failed', failure: 'A recording that it needs is not there any more. Nothing was said.' });
});

it('recordings that are taken in again keep their addresses, for a call that is under way', async () => {
  const sound = anMp3;
  const recordings = running.app.get(Recordings, { strict: false });
  const ids = async () => (await superuser.query('select id from recordings.recordings order by phrase')).rows.map(({ id }) => id);
  await recordings.keep('apd', [{ name: 'day-1', sound: sound(1) }, { name: 'day-2', sound: sound(1) }]);
  const [first, second] = await ids();
  await recordings.keep('apd', [{ name: 'day-1', sound: sound(1) }, { name: 'day-2', sound: sound(2) }]);
  expect(await ids()).toEqual([first, expect.not.stringContaining(second)]);
});

it('heard to the end without a key is heard', async () => {
  const { id, call } = await placed();
  await answers(call);
  expect((await hears(call)).body).toContain(nothing);
  expect([await messageOf(id), await replies()]).toEqual([{ state: 'delivered', failure: null }, []]);
});

it.each(['machine_start', 'machine_end_beep', 'fax', 'unknown'])('to %s nothing is said where no message may be left, and it is tried again later', async (by) => {
  const { id, call } = await placed();
  expect(await answers(call, by)).toContain(nothing);
  expect(await messageOf(id)).toEqual({ state: 'failed', failure: 'A machine answered, and no message may be left. Nothing was said.' });
  expect(await whatFollows()).toEqual(['later']);
});

it('where a message may be left, it is left after the tone, without keys', async () => {
  const { id, call } = await placed({ mayLeaveMessage: true });
  const said = await answers(call, 'machine_end_beep');
  expect(said).toContain('Ваш візит');
  expect(said).not.toContain('натисніть');
  await hears(call);
  expect(await messageOf(id)).toMatchObject({ state: 'delivered' });
});

it('nothing is said of what changed while it rang', async () => {
  const { id, call } = await placed();
  stale = new Set([id]);
  expect(await answers(call)).toContain(nothing);
  expect(await messageOf(id)).toEqual({ state: 'failed', failure: 'It was no longer so when they answered. Nothing was said.' });
});

it.each([
  ['busy', 'The line was busy.', 'later'],
  ['no-answer', 'Nobody answered the call.', 'later'],
  ['failed', 'The call could not be connected.', 'another-channel'],
])('a call that ends as %s failed, and what follows is %s: %s', async (status, failure, after) => {
  const { id, call } = await placed();
  expect(await reports(call, status)).toBe(204);
  await reports(call, status);
  expect(await messageOf(id)).toEqual({ state: 'failed', failure });
  expect(await whatFollows()).toEqual([after]);
});

it('who hangs up before the end has not heard it; who did is not called again because the reports crossed', async () => {
  const [left, heard] = [await placed(), await placed()];
  for (const { call } of [left, heard]) {
    await answers(call);
    await reports(call, 'completed');
  }
  await hears(heard.call, '2');
  expect((await superuser.query('select count(*)::int as n from graphile_worker._private_jobs where run_at > now()')).rows[0].n).toBe(2);
  const endCall = running.app.get(Jobs, { strict: false }).all().get('end-call');
  for (const { id: messageId, call } of [left, heard]) await endCall?.({ messageId, sid: call.sid });
  expect(await messageOf(left.id)).toEqual({ state: 'failed', failure: 'They hung up before the message was over.' });
  expect(await messageOf(heard.id)).toEqual({ state: 'delivered', failure: null });
});

it('a call whose end nobody reports is for a person after a quarter of an hour', async () => {
  const { id } = await placed();
  const calls = running.app.get(Calls, { strict: false });
  await calls.sweep();
  expect((await messageOf(id)).state).toBe('sent');
  clock.set(new Date('2026-11-24T10:14:00Z'));
  await calls.sweep();
  expect(await messageOf(id)).toEqual({ state: 'failed', failure: 'Nobody can say whether the call was heard: its end was never reported.' });
});

it('recordings are played where they are all there, from addresses that say nothing', async () => {
  const sound = anMp3();
  const recordings = running.app.get(Recordings, { strict: false });
  const organisationId = newId();
  expect(await recordings.keep('apd', phrases.slice(1).map((name) => ({ name, sound })))).toEqual(['confirmed']);
  expect(await running.app.get(Database, { strict: false }).read(job, (tx) => recordings.complete(tx, [organisationId]))).toEqual([]);
  expect(await recordings.keep('apd', [{ name: 'confirmed', sound }])).toEqual([]);
  expect(await running.app.get(Database, { strict: false }).read(job, (tx) => recordings.complete(tx, [organisationId]))).toEqual([{ organisationId, varietyId: 'apd', varietyName: 'Sudanese Arabic' }]);
  const { call } = await placed({ voice: { kind: 'recorded', varietyId: 'apd', varietyName: 'Sudanese Arabic', orSay: null }, safety: 'shared' });
  const said = await answers(call);
  const played = [...said.matchAll(/<Play>https:\/\/go\.example(\/sounds\/[0-9a-f-]{36})<\/Play>/g)].map(([, path]) => path ?? '');
  expect(played).toHaveLength(2 * (7 + 5));
  expect(said).not.toContain('<Say');
  const heard = await running.app.inject({ method: 'GET', url: played[0] ?? '' });
  expect([heard.statusCode, heard.headers['content-type'], heard.rawPayload.equals(sound)]).toEqual([200, 'audio/mpeg', true]);
  expect((await running.app.inject({ method: 'GET', url: `/sounds/${newId()}` })).statusCode).toBe(404);
});

it.each([
  ['unknown-phrase', { name: 'hello', sound: anMp3() }],
  ['not-a-sound', { name: 'thanks', sound: Buffer.from('<html>'.repeat(50)) }],
  ['sound-too-large', { name: 'thanks', sound: Buffer.alloc(1_000_001) }],
])('a recording is refused as %s, with all that came with it', async (code, file) => {
  const good = { name: 'day-1', sound: anMp3() };
  await expect(running.app.get(Recordings, { strict: false }).keep('apd', [good, file])).rejects.toMatchObject({ code });
  expect((await superuser.query('select count(*)::int as n from recordings.recordings')).rows[0].n).toBe(0);
});

it('what Twilio did not sign is refused at every address, and changes nothing', async () => {
  const { id, call } = await placed();
  for (const [url, form] of [
    [call.url, { CallSid: call.sid, AnsweredBy: 'human' }],
    [`${call.url}/heard`, { CallSid: call.sid, Digits: '2' }],
    [call.statusCallback, { CallSid: call.sid, CallStatus: 'no-answer' }],
  ] as const) {
    for (const signature of ['', 'forged', twilio.getExpectedTwilioSignature('another token', url, { AccountSid: accountSid, ...form }), twilio.getExpectedTwilioSignature(authToken, `${url}x`, { AccountSid: accountSid, ...form })])
      expect((await twilioPosts(url, form, signature)).statusCode).toBe(403);
  }
  expect([(await messageOf(id)).state, await replies()]).toEqual(['sent', []]);
});

it('another call than ours says nothing and changes nothing', async () => {
  const { id, call } = await placed();
  const strange = { ...call, sid: `CA${'f'.repeat(32)}` };
  expect(await answers(strange)).toContain(nothing);
  await hears(strange, '2');
  await reports(strange, 'busy');
  expect([(await messageOf(id)).state, await replies()]).toEqual(['sent', []]);
});
