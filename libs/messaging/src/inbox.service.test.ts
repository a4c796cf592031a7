import { newId } from '@dragoman/kernel';
import type { StaffActor } from '@dragoman/platform';
import { allCatalogs, carrierWords } from '@dragoman/words';
import { type MessagingStand, messagingStand } from '../../../tests/support/messaging';
import type { Inbound } from './inbound.entity';
import type { Incoming } from './inbox.service';
import { messageFailed, messageReceived } from './messaging.events';

const phone = '+447700900482';
let stand: MessagingStand;
let clinic: StaffActor;

beforeAll(async () => {
  stand = await messagingStand();
  stand.events.subscribe(messageReceived, 'heard-reply', () => Promise.resolve());
  stand.events.subscribe(messageFailed, 'heard-failed', () => Promise.resolve());
});

beforeEach(async () => {
  await stand.superuser.query('truncate graphile_worker._private_jobs');
  clinic = await stand.organisation();
});

afterAll(() => stand.close());

const receive = (body: string, more: Partial<Incoming> = {}): Promise<Inbound> =>
  stand.database.transaction({ kind: 'job', job: 'webhook' }, (tx) =>
    stand.inbox.receive(tx, { organisationId: clinic.organisationId, channel: 'sms', from: phone, body, ...more }),
  );

it('keeps a reply as it was written, with the language that was sent to its number', async () => {
  await stand.queue(clinic);
  expect(await receive('هل ستكون نفس المترجمة؟')).toMatchObject({ meaning: null, lang: 'ar', dir: 'rtl' });
  expect(await receive('Will it be her?')).toMatchObject({ meaning: null, lang: 'und', dir: 'ltr' });
  expect((await stand.published()).map(({ task }) => task)).toEqual(['heard-reply', 'heard-reply']);
});

it('takes a reply once, however often the carrier’s webhook repeats it', async () => {
  const providerId = newId();
  const first = await receive('1', { providerId });
  expect((await receive('1', { providerId })).id).toBe(first.id);
  expect(await stand.published()).toHaveLength(1);
});

it('obeys STOP at once: what waits for that number fails, other numbers and organisations are not touched', async () => {
  const elsewhere = await stand.organisation();
  const [waiting, other, theirs] = [
    await stand.queue(clinic),
    await stand.queue(clinic, { address: '+447700900483' }),
    await stand.queue(elsewhere),
  ];
  await receive('Stop');
  await receive('STOP');
  await stand.sender().sweep();
  expect(await stand.stateOf(waiting)).toMatchObject({ state: 'failed' });
  expect(await stand.stateOf(other)).toMatchObject({ state: 'sent' });
  expect(await stand.stateOf(theirs)).toMatchObject({ state: 'sent' });
  expect((await stand.published()).map(({ task }) => task)).toEqual(['heard-failed', 'heard-reply', 'heard-reply']);
});

const stopWords = [{ language: 'carriers', replyWords: carrierWords }, ...allCatalogs].flatMap(({ language, replyWords }) =>
  replyWords.stop.map((word) => ({ language, word })),
);

it.each(stopWords)('obeys $word ($language) at once, on the phone and in the mailbox where it was written, and nowhere else', async ({ word }) => {
  const mailbox = { channel: 'email', address: 'amna@mail.example' } as const;
  const [text, email] = [await stand.queue(clinic), await stand.queue(clinic, mailbox)];
  await receive(word);
  expect([await stand.stateOf(text), await stand.stateOf(email)]).toMatchObject([{ state: 'failed' }, { state: 'queued' }]);
  await receive(word, { channel: 'email', from: mailbox.address });
  expect(await stand.stateOf(email)).toMatchObject({ state: 'failed', failure: 'They wrote STOP: nothing may be sent there.' });
  expect((await stand.published()).map(({ task }) => task).sort()).toEqual(['heard-failed', 'heard-failed', 'heard-reply', 'heard-reply']);
});

it('sends nothing to a number that wrote STOP earlier, and says so', async () => {
  await receive('STOP');
  const id = await stand.queue(clinic);
  await stand.sender().sweep();
  expect(await stand.stateOf(id)).toMatchObject({ state: 'failed', failure: 'They wrote STOP: nothing may be sent there.' });
  const { organisationId } = clinic;
  const asked = { organisationId, channel: 'sms', address: phone } as const;
  const silenced = await stand.database.read({ kind: 'job', job: 'test' }, (tx) =>
    stand.messages.silenced(tx, [asked, { ...asked, address: '+447700900483' }, { ...asked, organisationId: newId() }]),
  );
  expect(silenced).toEqual([{ ...asked, reason: 'They wrote STOP: nothing may be sent there.', takesCalls: false }]);
});

it('shows staff that a message held a link, and not a link that would let them answer as the patient', async () => {
  const bookingId = newId();
  const body = 'Your appointment\nhttps://go.example:3000/p/AbCdEfGhIjKlMnOpQrStUv';
  await stand.queue(clinic, {
    bookingId,
    text: {
      senderName: null, subject: null, body, english: body, lang: 'en', dir: 'ltr', languageName: 'English',
      neutral: false, version: 1, reviewState: 'source',
    },
  });
  const [message] = await stand.database.read(clinic, (tx) => stand.messages.ofBooking(tx, bookingId));
  expect([message?.body, message?.english]).toEqual(Array(2).fill('Your appointment\nhttps://go.example:3000/p/…'));
});
