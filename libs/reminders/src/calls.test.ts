import { Messages } from '@dragoman/messaging';
import type { Clinic } from '../../../tests/support/clinic';
import { aPatient, aPhone } from '../../../tests/support/desk';
import { type RemindersStand, remindersStand } from '../../../tests/support/reminders';

let stand: RemindersStand;
let clinic: Clinic;

beforeAll(async () => {
  stand = await remindersStand();
  clinic = await stand.aClinic();
}, 120_000);
beforeEach(() => stand.startAgain());
afterAll(() => stand?.close());

type Channel = ReturnType<typeof aPatient>['channels'][number];
const voice = (changes: Partial<Channel> = {}): Channel => ({ channel: 'voice', address: aPhone(), safety: 'private', isConfirmed: true, voicemail: false, ...changes });

const anAppointment = async (channels: Channel[], languages = aPatient().languages): Promise<string> => {
  const bookingId = await stand.aConfirmedBooking(clinic, { patientId: await stand.aPatient(clinic, { channels, languages }) });
  await stand.settle();
  return bookingId;
};
const told = async (bookingId: string) => (await stand.messages(bookingId)).filter(({ to }) => to === 'patient');
const press = (address: string, key: string) => stand.simulator.reply(clinic.staff, { kind: 'voice', address, body: key });
const answerOf = async (bookingId: string) => (await stand.superuser.query('select patient_answer from bookings.bookings where id = $1', [bookingId])).rows[0].patient_answer;
const tasks = async () => (await stand.openTasks(clinic)).map(({ kind }) => kind);

/** What a carrier says of the last message. */
const unheard = async (bookingId: string, failure = 'Nobody answered the call.') => {
  const { rows } = await stand.superuser.query(`select id from messaging.messages where booking_id = $1 and recipient_kind = 'patient' order by attempt desc limit 1`, [bookingId]);
  await stand.superuser.query(`update messaging.messages set state = 'sent', delivered_at = null where id = $1`, [rows[0].id]);
  await stand.database.transaction({ kind: 'job', job: 'test' }, (tx) =>
    stand.nest.get(Messages, { strict: false }).acknowledge(tx, { messageId: rows[0].id, outcome: 'undelivered', failure, after: 'later' }),
  );
  await stand.runJobs();
};

describe('a patient who wants calls', () => {
  it('is called in a voice they understand, with the clinic and the place, and nobody at the desk has to', async () => {
    const bookingId = await anAppointment([voice()]);
    const [call] = await told(bookingId);
    expect(call).toMatchObject({ channel: 'voice', state: 'delivered', neutral: false, lang: 'ar' });
    expect(call?.body).toContain('Marlowe Road');
    expect(await tasks()).toEqual([]);
  });

  it('is called with the time alone where somebody else may answer, and until the number is known to be theirs', async () => {
    for (const changes of [{ safety: 'shared' }, { safety: 'unknown' }, { isConfirmed: false }] as const) {
      const [call] = await told(await anAppointment([voice(changes)]));
      expect(call).toMatchObject({ channel: 'voice', neutral: true });
      expect(call?.body).not.toContain('Marlowe');
    }
  });

  it('is called by a person where no voice speaks their language', async () => {
    const bookingId = await anAppointment([voice()], [
      { varietyId: 'apd', role: 'speaks', enoughForDoctor: true, learntHow: 'self' },
      { varietyId: 'tir', role: 'reads', enoughForDoctor: false, learntHow: 'self' },
    ]);
    expect(await told(bookingId)).toEqual([]);
    expect(await tasks()).toEqual(['call-patient']);
  });

  it.each([['1', 'coming'], ['2', 'cannot-come'], ['3', 'call-me']])('answers with the key %s, and it is their answer', async (key, answer) => {
    const channel = voice();
    const bookingId = await anAppointment([channel]);
    await press(channel.address, key);
    await stand.settle();
    expect(await answerOf(bookingId)).toBe(answer);
  });

  it('who presses a key that was not offered has a person listen', async () => {
    const channel = voice({ safety: 'shared' });
    const bookingId = await anAppointment([channel]);
    await press(channel.address, '5');
    await stand.settle();
    expect([await answerOf(bookingId), await tasks()]).toEqual([null, ['reply-to-read']]);
  });

  it('who presses 9 is not called any more, by machine or by the desk for the next reminder', async () => {
    const channel = voice();
    const bookingId = await anAppointment([channel]);
    await press(channel.address, '9');
    await stand.settle();
    await stand.goTo('2026-12-02T10:05:00Z');
    expect(await told(bookingId)).toHaveLength(1);
    const sentences = (await stand.openTasks(clinic)).map(({ sentence }) => sentence);
    expect(sentences.join(' ')).toContain('nothing is sent to this address any more');
    expect(sentences.join(' ')).not.toContain('They asked to be called');
  });

  it('who does not pick up is called again hours later, three times in all, and then by a person', async () => {
    const bookingId = await anAppointment([voice()]);
    await unheard(bookingId);
    expect((await stand.intents(bookingId))[0]).toMatchObject({ state: 'planned', due: '2026-11-24 11:42' });
    expect(await tasks()).toEqual([]);
    await stand.goTo('2026-11-24T11:42:30Z');
    await unheard(bookingId);
    await stand.goTo('2026-11-24T13:43:30Z');
    expect(await told(bookingId)).toHaveLength(3);
    await unheard(bookingId);
    expect((await tasks()).sort()).toEqual(['ask-again', 'message-failed']);
    expect((await stand.openTasks(clinic)).find(({ kind }) => kind === 'message-failed')?.sentence).toContain('Nobody answered the call.');
  });

  it('who does not pick up in the evening is not called again before it is day', async () => {
    stand.clock.set(new Date('2026-11-24T19:00:00Z'));
    const bookingId = await anAppointment([voice()]);
    await unheard(bookingId);
    expect((await stand.intents(bookingId))[0]).toMatchObject({ state: 'planned', due: '2026-11-25 08:00' });
  });

  it('is texted instead where calls came to nothing and texts come next', async () => {
    const text: Channel = { channel: 'sms', address: aPhone(), safety: 'private', isConfirmed: true };
    const bookingId = await anAppointment([voice({ address: '+447700900000' }), text]);
    await stand.settle();
    expect((await told(bookingId)).map(({ channel, state }) => `${channel} ${state}`)).toEqual(['voice failed', 'sms delivered']);
  });
});

it('a landline that takes no texts is called', async () => {
  const landline: Channel = { channel: 'sms', address: aPhone(), safety: 'private', isConfirmed: true };
  await stand.superuser.query(
    `insert into messaging.suppressions (organisation_id, channel, address, reason, takes_calls, at) values ($1, 'sms', $2, 'This number is a landline, which takes no texts.', true, now())`,
    [clinic.staff.organisationId, landline.address],
  );
  const bookingId = await anAppointment([landline]);
  expect(await told(bookingId)).toMatchObject([{ channel: 'voice', address: landline.address, state: 'delivered' }]);
  await press(landline.address, '1');
  await stand.settle();
  expect(await answerOf(bookingId)).toBe('coming');
});

it('a call that waits is not made once the number is not safe any more, or may leave no message any more', async () => {
  for (const change of [`safety = 'unsafe'`, 'voicemail = false']) {
    await stand.startAgain();
    const channel = voice({ voicemail: true });
    const bookingId = await stand.aConfirmedBooking(clinic, { patientId: await stand.aPatient(clinic, { channels: [channel] }) });
    await stand.runJobs();
    await stand.due.sweep();
    await stand.superuser.query(`update patients.channels set ${change} where address = $1`, [channel.address]);
    await stand.sender.sweep();
    expect((await told(bookingId)).map(({ state }) => state)).toEqual(['withdrawn']);
  }
});
