import type { Clinic } from '../../../tests/support/clinic';
import { aPhone } from '../../../tests/support/desk';
import { type RemindersStand, remindersStand } from '../../../tests/support/reminders';

let stand: RemindersStand;
let clinic: Clinic;
let phone: string;

beforeAll(async () => {
  stand = await remindersStand();
});

beforeEach(async () => {
  await stand.startAgain();
  clinic = await stand.aClinic();
  phone = aPhone();
});

afterAll(() => stand.close());

const aTold = async (changes: Parameters<RemindersStand['aPatient']>[1] = {}): Promise<string> => {
  const patientId = await stand.aPatient(clinic, { channels: [{ channel: 'sms', address: phone, safety: 'private', isConfirmed: true }], ...changes });
  const bookingId = await stand.aConfirmedBooking(clinic, { patientId });
  await stand.settle();
  return bookingId;
};

const write = async (body: string): Promise<void> => {
  await stand.simulator.reply(clinic.staff, { address: phone, body });
  await stand.settle();
};

const answers = async (bookingId: string) => (await stand.messages(bookingId)).filter(({ kind }) => kind === 'help');
const theirTask = { kind: 'reply-to-read', sentence: 'They asked for help. Find out what they need.' };

it.each(['HELP', 'info', 'ساعدوني', 'допоможіть'])('%s on a private phone is told who wrote, and a person finds out what is needed', async (word) => {
  const bookingId = await aTold();
  await write(word);
  expect(await answers(bookingId)).toEqual([
    expect.objectContaining({ state: 'delivered', lang: 'ar', neutral: false, body: expect.stringMatching(/هذه الرسالة من.*This message is from/s) }),
  ]);
  expect(await stand.openTasks(clinic)).toEqual([expect.objectContaining(theirTask)]);
});

it('where others read it, no more is said than that the message arrived', async () => {
  const bookingId = await aTold({ channels: [{ channel: 'sms', address: phone, safety: 'unknown' }] });
  await write('HELP');
  expect(await answers(bookingId)).toEqual([expect.objectContaining({ neutral: true, body: 'وصلت رسالتك.' })]);
});

it('is answered once a day, and each time a person hears of it', async () => {
  const bookingId = await aTold();
  await write('HELP');
  await write('help');
  expect(await answers(bookingId)).toHaveLength(1);
  expect(await stand.openTasks(clinic)).toHaveLength(2);
  stand.clock.set(new Date('2026-11-25T09:43:00Z'));
  await write('HELP');
  expect(await answers(bookingId)).toHaveLength(2);
});

const silent: readonly (readonly [string, (bookingId: string) => Promise<unknown>])[] = [
  ['has become unsafe', () => stand.superuser.query(`update patients.channels set safety = 'unsafe' where address = $1`, [phone])],
  ['has become monitored', () => stand.superuser.query(`update patients.channels set safety = 'monitored' where address = $1`, [phone])],
  ['is not safe at this hour', () => stand.superuser.query(`update patients.patients set safe_from = '18:00', safe_to = '20:00' where id in (select patient_id from patients.channels where address = $1)`, [phone])],
  ['wrote STOP before', () => write('STOP')],
  ['said that it is not their language', () => write('ليست لغتي')],
  ['two patients share', () => stand.aPatient(clinic, { name: 'Hassan Osman', channels: [{ channel: 'sms', address: phone, safety: 'private' }] })],
];

it.each(silent)('a phone that %s gets no answer, and a person still hears of it', async (_, change) => {
  const bookingId = await aTold();
  await change(bookingId);
  await write('HELP');
  expect(await answers(bookingId)).toEqual([]);
  expect(await stand.openTasks(clinic)).toContainEqual(expect.objectContaining(theirTask));
});

it('a phone that becomes unsafe while the answer waits does not get it', async () => {
  const bookingId = await aTold();
  await stand.simulator.reply(clinic.staff, { address: phone, body: 'HELP' });
  await stand.runJob('act-on-reply', (await stand.superuser.query('select id as "inboundId", organisation_id as "organisationId" from messaging.inbound')).rows[0]);
  await stand.superuser.query(`update patients.channels set safety = 'unsafe' where address = $1`, [phone]);
  await stand.settle();
  expect(await answers(bookingId)).toEqual([expect.objectContaining({ state: 'withdrawn' })]);
});
