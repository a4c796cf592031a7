import { newId } from '@dragoman/kernel';
import { Messages } from '@dragoman/messaging';
import { Database, type StaffActor } from '@dragoman/platform';
import pg from 'pg';
import { type TestApp, testApp } from '../../../../tests/support/app';
import { bounce, letter } from '../../../../tests/support/mail';
import { type TestDatabase, testDatabase } from '../../../../tests/support/postgres';

const mailSecret = 'a-secret-of-this-test-and-of-no-other';

let test: TestDatabase;
let running: TestApp;
let superuser: pg.Pool;
let clinic: StaffActor;

beforeAll(async () => {
  test = await testDatabase();
  running = await testApp(test, { config: { mailSecret } });
  superuser = new pg.Pool({ connectionString: test.superuserUrl });
});

afterAll(async () => {
  await superuser.end();
  await running.close();
  await test.close();
});

const anOrganisation = async (): Promise<StaffActor> => {
  const organisationId = newId();
  await superuser.query(
    `insert into organisations.organisations (id, name, zone, created_at) values ($1, $2, 'Europe/London', now())`,
    [organisationId, `Clinic ${organisationId}`],
  );
  return { kind: 'staff', organisationId, accountId: newId(), role: 'receptionist' };
};

beforeEach(async () => {
  await superuser.query('truncate messaging.messages, messaging.inbound, messaging.opt_outs, messaging.suppressions cascade');
  clinic = await anOrganisation();
});

/** A mail that the mail server has taken. */
const aSentMail = async (staff: StaffActor, address = 'amna@example.org'): Promise<string> => {
  const id = await running.app.get(Database).transaction(staff, (tx) =>
    running.app.get(Messages).queue(tx, {
      organisationId: staff.organisationId,
      intentId: newId(),
      attempt: 1,
      bookingId: newId(),
      recipient: { kind: 'patient', id: newId(), name: 'Amna Idris Osman' },
      kind: 'confirmed',
      channel: 'email',
      address,
      sendBefore: null,
      text: {
        senderName: null, subject: 'رسالة', body: 'موعدك\n1\u00a0سآتي', english: 'Your appointment', lang: 'ar', dir: 'rtl',
        languageName: 'Arabic', neutral: true, version: 1, reviewState: 'draft',
      },
    }),
  );
  if (id === null) throw new Error('queued before');
  await superuser.query(`update messaging.messages set state = 'sent', sent_at = now() where id = $1`, [id]);
  return id;
};

const bring = (payload: string, { url = '/webhooks/mail', headers = { authorization: `Bearer ${mailSecret}` } } = {}) =>
  running.app.inject({ method: 'POST', url, headers: { 'content-type': 'message/rfc822', ...headers }, payload });

const messageOf = async (id: string) =>
  (await superuser.query('select state, failure from messaging.messages where id = $1', [id])).rows[0];

const letters = async () =>
  (await superuser.query(`select organisation_id as "organisationId", address, body, meaning from messaging.inbound order by received_at`)).rows;

describe('a report about a mail', () => {
  it('fails the message, and nothing more goes to a mailbox that is not there', async () => {
    const id = await aSentMail(clinic);
    for (const _ of ['once', 'twice']) expect((await bring(bounce({ envelopeId: id }))).statusCode).toBe(204);
    expect(await messageOf(id)).toEqual({ state: 'failed', failure: 'There is no such mailbox.' });
    const { rows } = await superuser.query('select address, reason from messaging.suppressions');
    expect(rows).toEqual([{ address: 'amna@example.org', reason: 'There is no such mailbox.' }]);
  });

  it('says that it arrived, and a later one takes that back no more', async () => {
    const id = await aSentMail(clinic);
    await bring(bounce({ original: id, action: 'delivered', status: '2.0.0' }));
    expect(await messageOf(id)).toMatchObject({ state: 'delivered' });
    await bring(bounce({ original: id }));
    expect(await messageOf(id)).toMatchObject({ state: 'delivered' });
  });

  it('that was forged is refused and changes nothing', async () => {
    const id = await aSentMail(clinic);
    const forged = [
      await bring(bounce({ envelopeId: id }), { headers: { authorization: 'Bearer guessed' } }),
      await bring(bounce({ envelopeId: id }), { url: '/webhooks/mail/guessed', headers: { authorization: '' } }),
      await bring(bounce({ envelopeId: id }), { headers: { authorization: '' } }),
    ];
    expect(forged.map(({ statusCode }) => statusCode)).toEqual([403, 403, 403]);
    expect(forged[0]?.json()).toMatchObject({ code: 'wrong-secret' });
    expect(await messageOf(id)).toMatchObject({ state: 'sent' });
  });

  it('is taken with the secret in the address, and only as a mail', async () => {
    const id = await aSentMail(clinic);
    const inAddress = { url: `/webhooks/mail/${mailSecret}`, headers: { authorization: '' } };
    expect((await bring(bounce({ envelopeId: id }), inAddress)).statusCode).toBe(204);
    const asForm = await bring('a=b', { headers: { authorization: `Bearer ${mailSecret}`, 'content-type': 'application/x-www-form-urlencoded' } as never });
    expect(asForm.statusCode).toBe(422);
  });
});

describe('an answer by mail', () => {
  it('is kept without what it quotes, once, where the message it answers came from', async () => {
    const id = await aSentMail(clinic);
    await aSentMail(await anOrganisation());
    const source = letter({ from: 'Amna@example.org', text: '1\r\n\r\nOn 24 Nov 2026 post@messages.example wrote:\r\n> موعدك', answers: id });
    await bring(source);
    await bring(source);
    expect(await letters()).toEqual([{ organisationId: clinic.organisationId, address: 'amna@example.org', body: '1', meaning: 'coming' }]);
  });

  it('that answers nothing of ours is read by a person, whatever it says: a sender’s name proves nothing', async () => {
    await aSentMail(clinic);
    await bring(letter({ from: 'amna@example.org', text: '2' }));
    expect(await letters()).toEqual([{ organisationId: clinic.organisationId, address: 'amna@example.org', body: '2', meaning: null }]);
  });

  it('is no patient’s answer if it comes from another mailbox than we wrote to', async () => {
    const id = await aSentMail(clinic);
    await bring(letter({ from: 'somebody@example.org', text: '2', answers: id }));
    expect(await letters()).toMatchObject([{ organisationId: clinic.organisationId, address: 'somebody@example.org', meaning: null }]);
  });

  it('is shown to nobody if two organisations write to its sender, or none does', async () => {
    await aSentMail(clinic);
    await aSentMail(await anOrganisation());
    await bring(letter({ from: 'amna@example.org', text: 'Hello' }));
    await bring(letter({ from: 'stranger@example.org', text: 'Hello', messageId: 'letter-2' }));
    expect(await letters()).toEqual([]);
  });

  it('that says STOP is obeyed', async () => {
    await aSentMail(clinic);
    await bring(letter({ from: 'amna@example.org', text: 'STOP' }));
    expect(await letters()).toMatchObject([{ meaning: 'stop' }]);
    expect((await superuser.query('select address from messaging.opt_outs')).rows).toEqual([{ address: 'amna@example.org' }]);
  });
});
