import { FixedClock, newId } from '@dragoman/kernel';
import { Inbound, Messages, type MessageState, SendMessages } from '@dragoman/messaging';
import { Database } from '@dragoman/platform';
import fc from 'fast-check';
import pg from 'pg';
import twilio from 'twilio';
import { type TestApp, testApp } from '../../../../tests/support/app';
import { type TestDatabase, testDatabase } from '../../../../tests/support/postgres';
import { accountSid, authToken, type FakeTwilio, fakeTwilio, twilioCarrier } from '../../../../tests/support/twilio/stand';

const publicUrl = 'https://go.example';
const phone = '+447700900482';
type Form = Record<string, string>;

let database: TestDatabase;
let fake: FakeTwilio;
let running: TestApp;
let superuser: pg.Client;
const clock = new FixedClock(new Date('2026-11-24T09:58:00Z'));

beforeAll(async () => {
  [database, fake] = await Promise.all([testDatabase(), fakeTwilio()]);
  const config = { twilio: { accountSid, authToken }, publicUrl: () => publicUrl };
  running = await testApp(database, { clock, config, carriers: [twilioCarrier(fake.url, { clock })] });
  running.app.get(Messages, { strict: false }).checkLastWith(['patient', 'interpreter', 'supporter'], () => Promise.resolve(new Set()));
  superuser = new pg.Client({ connectionString: database.superuserUrl });
  await superuser.connect();
}, 60_000);

beforeEach(async () => {
  await superuser.query(`truncate messaging.messages, messaging.inbound, messaging.opt_outs, messaging.suppressions, organisations.organisations cascade`);
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

const signatureOf = (path: string, form: Form, { token = authToken, url = publicUrl } = {}): string =>
  twilio.getExpectedTwilioSignature(token, `${url}${path}`, form);

const post = async (path: string, form: Form, signature: string | null = signatureOf(path, form)) => {
  const response = await running.app.inject({
    method: 'POST',
    url: path,
    payload: new URLSearchParams(form).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...(signature === null ? {} : { 'x-twilio-signature': signature }) },
  });
  return response;
};

const sid = `SM${'1'.repeat(32)}`;
const report = (status: string, code?: number, messageSid = sid): Form => ({
  AccountSid: accountSid,
  MessageSid: messageSid,
  MessageStatus: status,
  ...(code && { ErrorCode: String(code) }),
});
const pathOf = (messageId: string): string => `/webhooks/twilio/status/${messageId}`;

const organisation = async (): Promise<string> => {
  const id = newId();
  await superuser.query(
    `insert into organisations.organisations (id, name, zone, created_at) values ($1, $2, 'Europe/London', now())`,
    [id, `Clinic ${id}`],
  );
  return id;
};

const queue = async (organisationId: string, address = phone): Promise<string> => {
  const id = await running.app.get(Database, { strict: false }).transaction({ kind: 'job', job: 'test' }, (tx) =>
    running.app.get(Messages, { strict: false }).queue(tx, {
      organisationId,
      intentId: newId(),
      attempt: 1,
      bookingId: newId(),
      recipient: { kind: 'patient', id: newId(), name: 'Amna Idris Osman' },
      kind: 'confirmed',
      channel: 'sms',
      address,
      sendBefore: new Date('2026-12-03T14:30:00Z'),
      text: {
        senderName: null, subject: null, body: 'موعدك', english: 'Your appointment', lang: 'ar', dir: 'rtl',
        languageName: 'Arabic', neutral: true, version: 1, reviewState: 'draft',
      },
    }),
  );
  return id ?? '';
};

const sweep = (): Promise<void> => running.app.get(SendMessages, { strict: false }).sweep();
const sent = async (organisationId: string, address = phone): Promise<string> => {
  const id = await queue(organisationId, address);
  await sweep();
  return id;
};
const sidOf = async (id: string): Promise<string> =>
  (await superuser.query('select provider_id from messaging.messages where id = $1', [id])).rows[0].provider_id;
const stateOf = async (id: string): Promise<{ state: MessageState; failure: string | null }> =>
  (await superuser.query('select state, failure from messaging.messages where id = $1', [id])).rows[0];
const everything = async (): Promise<unknown> => {
  const tables = ['messages', 'inbound', 'opt_outs', 'suppressions'].map((name) => `(select json_agg(t) from messaging.${name} t) as ${name}`);
  const { rows } = await superuser.query(`select ${tables.join(', ')}, (select count(*) from graphile_worker._private_jobs) as jobs`);
  return rows[0];
};
const received = async (): Promise<Inbound[]> =>
  (await superuser.query('select organisation_id as "organisationId", body, meaning, withheld from messaging.inbound order by organisation_id')).rows;

describe('a report of what became of a text', () => {
  it('is taken at the address that Twilio was given', async () => {
    const id = await sent(await organisation());
    const [text] = await fake.taken();

    expect(text?.callback).toBe(`https://go.example${pathOf(id)}`);
    const { statusCode } = await post(pathOf(id), report('delivered', undefined, text?.sid));
    expect([statusCode, (await stateOf(id)).state]).toEqual([204, 'delivered']);
  });

  it('settles a text whose answer was lost, with nobody asked and nothing sent again', async () => {
    await fake.script({ how: 'take-and-hang-up' });
    const id = await sent(await organisation());
    expect(await stateOf(id)).toMatchObject({ state: 'handed-over' });
    const [text] = await fake.taken();
    await post(pathOf(id), report('sent', undefined, text?.sid));
    expect(await stateOf(id)).toMatchObject({ state: 'sent' });
    await superuser.query(`update messaging.messages set lease_until = now() - interval '1 second' where lease_until is not null`);
    await sweep();
    expect(await fake.taken()).toHaveLength(1);
  });

  it('may come late, after another has settled it, and changes nothing then', async () => {
    const id = await sent(await organisation());
    const own = await sidOf(id);
    await post(pathOf(id), report('undelivered', 30003, own));
    await post(pathOf(id), report('delivered', undefined, own));
    expect(await stateOf(id)).toEqual({ state: 'failed', failure: 'The phone could not be reached: off, without a signal, or abroad.' });
  });

  it('of another text than ours changes nothing', async () => {
    const id = await sent(await organisation());
    expect((await post(pathOf(id), report('failed', 30008, `SM${'f'.repeat(32)}`))).statusCode).toBe(204);
    expect(await stateOf(id)).toMatchObject({ state: 'sent' });
  });

  it.each([
    [30006, 'This number is a landline, which takes no texts.', true],
    [30005, 'This number is unknown or no longer in use.', false],
    [21610, 'They wrote STOP to our number, and Twilio keeps to it: no text is let through.', false],
  ])('with %i keeps every later text from that number, and says why', async (code, reason, takesCalls) => {
    const clinic = await organisation();
    const id = await sent(clinic);
    await post(pathOf(id), report('undelivered', code, await sidOf(id)));
    const later = await sent(clinic);
    expect(await stateOf(later)).toEqual({ state: 'failed', failure: reason });
    expect(await fake.taken()).toHaveLength(1);
    expect((await superuser.query('select reason, takes_calls from messaging.suppressions')).rows).toEqual([{ reason, takes_calls: takesCalls }]);
  });

  it('ends in the right state however reports are shuffled and doubled', async () => {
    const lives = [
      { words: ['queued', 'sending', 'sent', 'delivered'], end: 'delivered' },
      { words: ['accepted', 'sent', 'undelivered'], end: 'failed' },
      { words: ['queued', 'failed'], end: 'failed' },
      { words: ['queued', 'sent'], end: 'sent' },
    ];
    const clinic = await organisation();
    let numbers = 0;
    const life = fc.constantFrom(...lives);
    const story = fc.array(life, { minLength: 1, maxLength: 4 }).chain((told) => {
      const reports = told.flatMap(({ words }, text) => [...words, ...words].map((word) => ({ text, word })));
      return fc.shuffledSubarray(reports, { minLength: reports.length }).map((order) => ({ told, order }));
    });
    await fc.assert(
      fc.asyncProperty(story, async ({ told, order }) => {
        const ids: string[] = [];
        // A number each: more than ten texts a day go to none.
        for (const _ of told) ids.push(await sent(clinic, `+4477009${String(++numbers).padStart(5, '0')}`));
        for (const { text, word } of order) {
          const id = ids[text] ?? '';
          await post(pathOf(id), report(word, undefined, await sidOf(id)));
        }
        const ends: string[] = [];
        for (const id of ids) ends.push((await stateOf(id)).state);
        expect(ends).toEqual(told.map(({ end }) => end));
      }),
      { numRuns: 12 },
    );
  }, 60_000);
});

describe('what Twilio did not sign', () => {
  it('is refused thirty times, and changes nothing', async () => {
    const clinic = await organisation();
    const [id, other] = [await sent(clinic), await sent(clinic)];
    const own = await sidOf(id);
    const status = report('failed', 30005, own);
    const text: Form = { AccountSid: accountSid, MessageSid: sid, From: phone, Body: 'STOP' };
    const inbox = '/webhooks/twilio/messages';
    const genuine = signatureOf(pathOf(id), status);
    const forgeries: [path: string, form: Form, signature: string | null][] = [];
    for (const [path, form] of [[pathOf(id), status], [pathOf(other), status], [inbox, text]] as const)
      forgeries.push(
        [path, form, null],
        [path, form, ''],
        [path, form, 'x'],
        [path, form, signatureOf(path, form, { token: 'another token' })],
        [path, form, signatureOf(path, form, { url: 'http://go.example' })],
        [path, form, signatureOf(path, form, { url: 'https://elsewhere.example' })],
        [path, form, signatureOf(`${path}?x=1`, form)],
        [path, form, signatureOf(path, { ...form, Extra: '1' })],
        [path, { ...form, Extra: '1' }, signatureOf(path, form)],
        [path, { ...form, AccountSid: `AC${'f'.repeat(32)}` }, signatureOf(path, { ...form, AccountSid: `AC${'f'.repeat(32)}` })],
      );
    // Replayed elsewhere, or with other words.
    forgeries.push([pathOf(other), status, genuine], [pathOf(id), { ...status, MessageStatus: 'delivered' }, genuine], [inbox, status, genuine]);
    const before = await everything();
    for (const [path, form, signature] of forgeries) {
      const response = await post(path, form, signature);
      expect([response.statusCode, response.json().code]).toEqual([403, 'not-signed']);
    }
    expect(forgeries.length).toBeGreaterThanOrEqual(30);
    expect(await everything()).toEqual(before);
  });

  it('may be what Twilio signed once, sent again: it is answered, and changes nothing', async () => {
    const id = await sent(await organisation());
    const own = await sidOf(id);
    const text: Form = { AccountSid: accountSid, MessageSid: sid, From: phone, Body: 'STOP' };
    const replayed = [[pathOf(id), report('delivered', undefined, own)], ['/webhooks/twilio/messages', text]] as const;
    for (const [path, form] of replayed) await post(path, form);
    const before = await everything();
    for (let times = 0; times < 15; times++) for (const [path, form] of replayed) expect((await post(path, form)).statusCode).toBeLessThan(300);
    expect(await everything()).toEqual(before);
  });

  it('is refused by an installation without an account at Twilio', async () => {
    const without = await testApp(database, { config: { publicUrl: () => publicUrl } });
    const form = report('delivered');
    const response = await without.app.inject({
      method: 'POST',
      url: pathOf(newId()),
      payload: new URLSearchParams(form).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signatureOf(pathOf(newId()), form) },
    });
    await without.close();
    expect(response.statusCode).toBe(403);
  });
});

describe('a text to our number', () => {
  const write = (body: string, messageSid = sid) =>
    post('/webhooks/twilio/messages', { AccountSid: accountSid, MessageSid: messageSid, From: phone, To: '+447700900100', Body: body, NumMedia: '0' });

  it('goes to the one organisation that ever wrote to it, once, and is answered with silence', async () => {
    const clinic = await organisation();
    await organisation();
    await sent(clinic);
    const response = await write('1');
    await write('1');
    expect([response.statusCode, response.headers['content-type'], response.body]).toEqual([200, expect.stringContaining('text/xml'), expect.stringContaining('<Response/>')]);
    expect(await received()).toEqual([{ organisationId: clinic, body: '1', meaning: 'coming', withheld: false }]);
  });

  it('is shown to nobody where several organisations wrote to it; each is asked to call', async () => {
    const clinics = [await organisation(), await organisation()].sort();
    for (const clinic of clinics) await sent(clinic);
    await write('Seven weeks pregnant, please tell nobody');
    expect(await received()).toEqual(clinics.map((organisationId) => ({ organisationId, body: '', meaning: null, withheld: true })));
    expect(JSON.stringify(await everything())).not.toContain('pregnant');
  });

  it('of STOP holds for every organisation that wrote to it', async () => {
    const clinics = [await organisation(), await organisation()].sort();
    for (const clinic of clinics) await sent(clinic);
    await write('STOP');
    expect(await received()).toMatchObject(clinics.map((organisationId) => ({ organisationId, meaning: 'stop' })));
    for (const clinic of clinics) expect(await stateOf(await sent(clinic))).toMatchObject({ state: 'failed' });
    expect(await fake.taken()).toHaveLength(2);
  });

  it('from a stranger goes to the only organisation there is, and to none of several', async () => {
    const clinic = await organisation();
    await write('Hello?');
    expect(await received()).toMatchObject([{ organisationId: clinic, body: 'Hello?' }]);
    await organisation();
    await write('Hello?', `SM${'2'.repeat(32)}`);
    expect(await received()).toHaveLength(1);
  });

  it('that is a picture says so', async () => {
    await organisation();
    await write('');
    expect(await received()).toMatchObject([{ body: '[…]', meaning: null }]);
  });
});
