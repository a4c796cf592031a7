import { FixedClock, newId } from '@dragoman/kernel';
import { Message, Messages, SmtpCarrier } from '@dragoman/messaging';
import { composePatientMessage, unreviewed } from '@dragoman/words';
import { Database, type StaffActor } from '@dragoman/platform';
import pg from 'pg';
import type { Browser, Page } from 'playwright-core';
import { type TestApp, testApp } from '../support/app';
import { launchBrowser } from '../support/browser';
import { look } from '../support/looks';
import { type TestDatabase, testDatabase } from '../support/postgres';
import { type SmtpStand, smtpStand, type TakenMail } from '../support/smtp';

const mailSecret = 'a-secret-of-this-test-and-of-no-other';
const clock = new FixedClock(new Date('2026-11-24T09:58:00Z'));

let test: TestDatabase;
let running: TestApp;
let superuser: pg.Pool;
let server: SmtpStand;
let carrier: SmtpCarrier;
let browser: Browser;
let clinic: StaffActor;

beforeAll(async () => {
  test = await testDatabase();
  [running, server, browser] = await Promise.all([
    testApp(test, { clock, config: { mailSecret }, listen: true }),
    smtpStand(),
    launchBrowser(),
  ]);
  const options = { url: server.url, from: 'post@messages.example', secret: mailSecret, publicUrl: () => 'https://go.example' };
  carrier = new SmtpCarrier(options, clock);
  superuser = new pg.Pool({ connectionString: test.superuserUrl });
  clinic = { kind: 'staff', organisationId: newId(), accountId: newId(), role: 'receptionist' };
  await superuser.query(
    `insert into organisations.organisations (id, name, zone, created_at) values ($1, 'Marlowe Road', 'Europe/London', now())`,
    [clinic.organisationId],
  );
}, 120_000);

afterAll(async () => {
  carrier?.close();
  await server?.close();
  await browser?.close();
  await superuser?.end();
  await running?.close();
  await test?.close();
});

/** Written, queued, handed to a mail server and read back. */
const aMail = async (safety: 'private' | 'shared', reads: string): Promise<TakenMail> => {
  const text = composePatientMessage({
    words: unreviewed,
    kind: 'confirmed',
    channel: 'email',
    safety,
    reads: [reads],
    facts: {
      clinicName: 'Marlowe Road', siteName: 'Riverside Health Centre', address: '14 Mill Lane, Eastport', room: 'Room 6',
      startsAt: new Date('2026-12-03T14:30:00Z'), zone: 'Europe/London', interpreterName: 'Hiba', modality: 'in-person',
    },
    link: { url: 'https://go.example/p/AbCdEfGhIjKlMnOpQrStUv', behindCode: safety === 'shared' },
  });
  if (!text) throw new Error('nothing may be sent');
  const message = await running.app.get(Database).transaction(clinic, async (tx) => {
    const id = await running.app.get(Messages).queue(tx, {
      organisationId: clinic.organisationId, intentId: newId(), attempt: 1, bookingId: newId(), kind: 'confirmed', sendBefore: null,
      recipient: { kind: 'patient', id: newId(), name: 'Amna Idris Osman' }, channel: 'email', address: 'amna@example.org', text,
    });
    return tx.findOneByOrFail(Message, { id: id ?? '' });
  });
  await carrier.send(message, AbortSignal.timeout(10_000));
  const taken = server.taken.at(-1);
  if (!taken) throw new Error('nothing arrived');
  return taken;
};

const phone = async (): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 });
  return context.newPage();
};

it.each([['private', 'apd'], ['shared', 'apd'], ['private', 'tir'], ['shared', 'eng']] as const)(
  'a %s mail to a reader of %s is large and plain, and asks nothing of any other machine',
  async (safety, reads) => {
    const { mail } = await aMail(safety, reads);
    const page = await phone();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    // As a mail program shows it: below a heading of its own.
    await page.setContent(String(mail.html).replace(/<body[^>]*>/, `$&<title>mail</title><main><h1>${mail.subject}</h1>`), { waitUntil: 'load' });
    await look(page, `mail-${safety}-${reads}`);
    expect(asked).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.context().close();
  },
);

it('a person who follows the address that stops mail is asked, and told that it is done', async () => {
  const { source } = await aMail('shared', 'apd');
  const [, path = ''] = /<https:\/\/go\.example(\/u\/[\w-]+)>/.exec(source) ?? [];
  const page = await phone();
  await page.goto(`${running.url}${path}`);
  await look(page, 'mail-stop-question');
  await page.getByRole('button', { name: 'نعم' }).click();
  await page.getByRole('heading', { name: 'لن تصل رسائل أخرى إلى هذا العنوان.' }).waitFor();
  await look(page, 'mail-stopped');
  const { rows } = await superuser.query('select address from messaging.opt_outs');
  expect(rows).toEqual([{ address: 'amna@example.org' }]);
  await page.context().close();
});
