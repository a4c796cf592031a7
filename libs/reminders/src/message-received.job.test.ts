import { Bookings } from '@dragoman/bookings';
import { aPhone } from '../../../tests/support/desk';
import type { Clinic } from '../../../tests/support/clinic';
import { type RemindersStand, remindersStand } from '../../../tests/support/reminders';

let stand: RemindersStand;
let clinic: Clinic;

beforeAll(async () => {
  stand = await remindersStand();
  clinic = await stand.aClinic();
});

beforeEach(() => stand.startAgain());

afterAll(() => stand.close());

const aPatientAt = (address: string, more: Parameters<RemindersStand['aPatient']>[1] = {}): Promise<string> =>
  stand.aPatient(clinic, { channels: [{ channel: 'sms', address, safety: 'private', isConfirmed: true, voicemail: true }], ...more });

const write = async (address: string, body: string): Promise<void> => {
  await stand.simulator.reply(clinic.staff, { address, body });
  await stand.settle();
};

const answerOf = async (bookingId: string): Promise<string | null> => {
  const { rows } = await stand.superuser.query('select patient_answer as answer from bookings.bookings where id = $1', [bookingId]);
  return rows[0].answer;
};

const lastInbound = async (): Promise<unknown> => {
  const { rows } = await stand.superuser.query(
    'select id as "inboundId", organisation_id as "organisationId" from messaging.inbound order by received_at desc, id desc limit 1',
  );
  return rows[0];
};

const openRows = () => stand.database.read(clinic.staff, (tx) => stand.tasks.open(tx));

describe('a reply', () => {
  let phone: string;
  let bookingId: string;

  beforeEach(async () => {
    phone = aPhone();
    bookingId = await stand.aConfirmedBooking(clinic, { patientId: await aPatientAt(phone) });
    await stand.settle();
  });

  it('of 1, in any numerals, means that the patient is coming', async () => {
    await write(phone, '١');
    expect(await answerOf(bookingId)).toBe('coming');
    expect(await openRows()).toEqual([]);
    const { rows } = await stand.superuser.query('select meaning, booking_id as "bookingId", lang, dir from messaging.inbound');
    expect(rows).toEqual([{ meaning: 'coming', bookingId, lang: 'und', dir: 'ltr' }]);
  });

  it('that the patient cannot come opens a task that says what is safe, and stops the reminders', async () => {
    await write(phone, 'لا أستطيع');
    expect(await answerOf(bookingId)).toBe('cannot-come');
    expect(await openRows()).toEqual([
      expect.objectContaining({
        kind: 'cannot-come',
        bookingId,
        patientName: 'Amna Idris Osman',
        language: 'Sudanese Arabic',
        sentence: 'They answered that they cannot come. Hiba Elamin is still booked and can be released.',
        phone,
      }),
    ]);
    expect((await stand.intents(bookingId)).filter(({ state }) => state === 'planned')).toEqual([]);
  });

  it('that takes it back closes the task and plans the reminders again', async () => {
    await write(phone, '2');
    stand.clock.set(new Date('2026-11-24T09:50:00Z'));
    await write(phone, '1');
    expect(await answerOf(bookingId)).toBe('coming');
    expect(await openRows()).toEqual([]);
    expect((await stand.intents(bookingId)).map(({ state }) => state)).toEqual(['queued', 'planned', 'planned', 'planned']);
  });

  it('that asks for a call is a task with the number', async () => {
    await write(phone, '3');
    expect(await openRows()).toEqual([expect.objectContaining({ kind: 'call-patient', phone, bookingId })]);
  });

  it.each([
    ['٤', 'another-time'],
    ['5', 'another-interpreter'],
    ['፮', 'wrong-language'],
  ])('of %s, which the text to a private phone offered, is a task for what it stands for', async (digit, kind) => {
    await write(phone, digit);
    expect((await openRows()).map((task) => task.kind)).toEqual([kind]);
  });

  it('in the patient’s own words is read by a person, in the original', async () => {
    await write(phone, 'هل ستكون نفس المترجمة؟');
    expect(await answerOf(bookingId)).toBeNull();
    expect(await openRows()).toEqual([
      expect.objectContaining({
        kind: 'reply-to-read',
        bookingId,
        original: { text: 'هل ستكون نفس المترجمة؟', lang: 'ar', dir: 'rtl' },
        dueAt: new Date('2026-11-24T10:42:00Z'),
      }),
    ]);
  });

  it('is acted on once, however often the job runs', async () => {
    await stand.simulator.reply(clinic.staff, { address: phone, body: '?' });
    const { rows } = await stand.superuser.query('select id as "inboundId", organisation_id as "organisationId" from messaging.inbound');
    await stand.runJob('act-on-reply', rows[0]);
    await stand.settle();
    expect(await openRows()).toHaveLength(1);
  });

  it('is on the timeline before the appointment says that they answered, and is acted on once it can be', async () => {
    const failing = jest.spyOn(stand.nest.get(Bookings, { strict: false }), 'answer').mockRejectedValueOnce(new Error('the process was killed'));
    await stand.simulator.reply(clinic.staff, { address: phone, body: '1' });
    const { rows } = await stand.superuser.query('select id as "inboundId", organisation_id as "organisationId" from messaging.inbound');
    await expect(stand.runJob('act-on-reply', rows[0])).rejects.toThrow('killed');
    failing.mockRestore();
    const about = async () => (await stand.superuser.query('select booking_id as "bookingId" from messaging.inbound')).rows;
    expect([await about(), await answerOf(bookingId)]).toEqual([[{ bookingId }], null]);
    await stand.runJob('act-on-reply', rows[0]);
    expect(await answerOf(bookingId)).toBe('coming');
  });

  it('after the appointment is cancelled changes nothing and is read by a person', async () => {
    await stand.goTo('2026-11-24T10:00:00Z');
    await stand.cancellations.cancel(clinic.staff, bookingId, 'patient', 'She is away');
    await write(phone, '1');
    expect(await answerOf(bookingId)).toBeNull();
    expect(await openRows()).toEqual([expect.objectContaining({ kind: 'reply-to-read', bookingId: null })]);
  });

  it('of STOP silences that number at once, and somebody asks how else', async () => {
    await write(phone, 'STOP');
    expect(await openRows()).toEqual([expect.objectContaining({ kind: 'reply-to-read', patientName: 'Amna Idris Osman' })]);
    const before = await stand.count('messaging.simulator_messages where direction = $1 and address = $2', ['out', phone]);
    await stand.goTo('2026-12-02T10:00:00Z');
    expect(await stand.count('messaging.simulator_messages where direction = $1 and address = $2', ['out', phone])).toBe(before);
    expect((await openRows()).map(({ kind }) => kind).sort()).toEqual(['call-patient', 'reply-to-read']);
  });

  it('of STOP while a message waits stops that one too', async () => {
    await stand.goTo('2026-12-01T09:59:00Z');
    stand.clock.set(new Date('2026-12-01T10:00:00Z'));
    await stand.due.sweep();
    await stand.simulator.reply(clinic.staff, { address: phone, body: 'STOP' });
    await stand.settle();
    expect((await stand.messages(bookingId)).filter(({ kind }) => kind === 'reminder-2-days')).toEqual([
      expect.objectContaining({ state: 'failed' }),
    ]);
  });
});

describe('a reply that could mean two things', () => {
  it('changes neither appointment of a patient who has two, and names the patient', async () => {
    const phone = aPhone();
    const patientId = await aPatientAt(phone);
    const first = await stand.aConfirmedBooking(clinic, { patientId });
    const second = await stand.aConfirmedBooking(clinic, { patientId, date: '2026-12-04' });
    await stand.settle();
    await write(phone, '1');
    expect([await answerOf(first), await answerOf(second)]).toEqual([null, null]);
    expect(await openRows()).toEqual([
      expect.objectContaining({ kind: 'reply-to-read', bookingId: null, patientName: 'Amna Idris Osman' }),
    ]);
  });

  it('changes nothing on a phone that two patients share, and names neither', async () => {
    const phone = aPhone();
    await stand.aConfirmedBooking(clinic, { patientId: await aPatientAt(phone) });
    await stand.aConfirmedBooking(clinic, { patientId: await aPatientAt(phone, { name: 'Hassan Osman' }) });
    await stand.settle();
    await write(phone, '2');
    expect(await openRows()).toEqual([expect.objectContaining({ kind: 'reply-to-read', patientName: null, phone })]);
  });

  it('of 5 on a shared phone, which no text there offers, is read by a person', async () => {
    const shared = aPhone();
    const patientId = await stand.aPatient(clinic, { channels: [{ channel: 'sms', address: shared, safety: 'shared', isConfirmed: true, voicemail: false }] });
    await stand.aConfirmedBooking(clinic, { patientId });
    await stand.settle();
    await write(shared, '5');
    expect((await openRows()).map(({ kind }) => kind)).toEqual(['reply-to-read']);
  });

  it('on a shared phone answers the one appointment that was written about', async () => {
    const phone = aPhone();
    await aPatientAt(phone, { name: 'Hassan Osman' });
    const bookingId = await stand.aConfirmedBooking(clinic, { patientId: await aPatientAt(phone) });
    await stand.settle();
    await write(phone, '1');
    expect(await answerOf(bookingId)).toBe('coming');
  });
});

describe('a patient with one appointment', () => {
  let phone: string;
  let patientId: string;
  let bookingId: string;

  beforeEach(async () => {
    phone = aPhone();
    patientId = await aPatientAt(phone);
    bookingId = await stand.aConfirmedBooking(clinic, { patientId });
    await stand.settle();
  });

  it('who wants another time keeps the appointment and its reminders until somebody has moved it', async () => {
    await write(phone, '1');
    await write(phone, 'موعد آخر');
    expect(await answerOf(bookingId)).toBe('coming');
    expect(await openRows()).toEqual([
      expect.objectContaining({
        kind: 'another-time',
        sentence:
          'They asked for another time. The appointment stands until it is moved, and they are still reminded of it. Call with an interpreter.',
        phone,
      }),
    ]);
    expect((await stand.intents(bookingId)).filter(({ state }) => state === 'planned')).toHaveLength(3);
  });

  it('who cannot come and wants another time, or a call, still cannot come and is not reminded', async () => {
    await write(phone, '2');
    stand.clock.set(new Date('2026-11-24T09:50:00Z'));
    await write(phone, 'another time');
    await write(phone, '3');
    expect(await answerOf(bookingId)).toBe('cannot-come');
    expect((await openRows()).map(({ kind }) => kind).sort()).toEqual(['another-time', 'call-patient', 'cannot-come']);
    expect((await openRows()).find(({ kind }) => kind === 'another-time')?.sentence).not.toContain('reminded');
    expect((await stand.intents(bookingId)).filter(({ state }) => state === 'planned')).toEqual([]);
  });

  it('who wants another interpreter is heard without a reason, once, and is still coming', async () => {
    await write(phone, '1');
    await write(phone, 'ترجمان دیگر می‌خواهم');
    await write(phone, 'another interpreter');
    expect(await answerOf(bookingId)).toBe('coming');
    expect(await openRows()).toEqual([
      expect.objectContaining({ kind: 'another-interpreter', sentence: 'They asked for another interpreter. Hiba Elamin was booked then.', original: null }),
    ]);
    const { rows } = await stand.superuser.query(`select detail from bookings.entries where booking_id = $1 and kind = 'wished'`, [bookingId]);
    expect(rows[0]).toEqual({ detail: { wish: 'another-interpreter', via: 'sms' } });
  });

  it('who wants another interpreter is not forgotten over a later answer, and is over with the appointment', async () => {
    await write(phone, 'another interpreter');
    stand.clock.set(new Date('2026-11-24T09:50:00Z'));
    await write(phone, '2');
    stand.clock.set(new Date('2026-11-24T09:51:00Z'));
    await write(phone, '1');
    expect((await openRows()).map(({ kind }) => kind)).toEqual(['another-interpreter']);
    stand.clock.set(new Date('2026-11-24T09:55:00Z'));
    await stand.cancellations.cancel(clinic.staff, bookingId, 'patient', 'She is away');
    await stand.settle();
    expect(await openRows()).toEqual([]);
  });

  it('whose language it is not gets nothing more in it until somebody has asked which is', async () => {
    const second = await stand.aConfirmedBooking(clinic, { patientId, date: '2026-12-10' });
    await stand.settle();
    await stand.superuser.query(`update messaging.messages set state = 'failed' where booking_id = $1`, [second]);
    await write(phone, 'ليست لغتي');
    const [task] = await openRows();
    expect(task).toMatchObject({
      kind: 'wrong-language',
      sentence:
        'They answered that this is not their language. They were last written to in Arabic. Ask again which language they speak and which they read; nothing more is written to them until this is done.',
    });
    const sent = () => stand.count('messaging.simulator_messages where direction = $1 and address = $2', ['out', phone]);
    const before = await sent();
    await stand.goTo('2026-12-01T10:00:00Z');
    expect(await sent()).toBe(before);
    expect(await openRows()).toContainEqual(
      expect.objectContaining({ kind: 'call-patient', bookingId, sentence: expect.stringContaining('our texts are not in their language, so nothing was sent') }),
    );
    await stand.tasks.done(clinic.staff, task?.id ?? '');
    await stand.goTo('2026-12-02T10:00:00Z');
    expect(await sent()).toBeGreaterThan(before);
  });

  it('whose language it is not gets what was waiting no more', async () => {
    stand.clock.set(new Date('2026-12-01T10:00:00Z'));
    await stand.due.sweep();
    await stand.simulator.reply(clinic.staff, { address: phone, body: 'ليست لغتي' });
    await stand.runJob('act-on-reply', await lastInbound());
    await stand.runJob('act-on-wish', { bookingId, organisationId: clinic.staff.organisationId, wish: 'wrong-language', at: '2026-12-01T10:00:00.000Z' });
    await stand.sender.sweep();
    expect((await stand.messages(bookingId)).filter(({ kind }) => kind === 'reminder-2-days')).toEqual([
      expect.objectContaining({ state: 'withdrawn' }),
    ]);
  });

  it('who wrote START after STOP is asked by a person, for a text alone lifts nothing', async () => {
    await write(phone, 'STOP');
    await write(phone, 'START');
    expect(await stand.count('messaging.opt_outs where address = $1', [phone])).toBe(1);
    expect((await openRows()).map(({ sentence }) => sentence)).toContain(
      'They wrote START. Nothing was changed: whether texts are wanted and safe there again is for them to say to a person. Ask them.',
    );
  });

  it('whose words nobody knows is read by somebody who knows which language to look for', async () => {
    await write(phone, 'هل ستكون نفس المترجمة؟');
    await write(phone, 'Will it be the same one?');
    expect((await openRows()).map(({ sentence }) => sentence).sort()).toEqual([
      'They wrote back in their own words (in Latin letters). Read it with an interpreter and answer.',
      'They wrote back in their own words (probably Arabic). Read it with an interpreter and answer.',
    ]);
  });

  it('who answers an old message about an appointment that was moved since changes nothing', async () => {
    await stand.superuser.query(
      `update bookings.bookings set starts_at = starts_at + interval '1 day', ends_at = ends_at + interval '1 day', version = version + 1 where id = $1`,
      [bookingId],
    );
    await write(phone, '1');
    expect(await answerOf(bookingId)).toBeNull();
    expect(await openRows()).toEqual([
      expect.objectContaining({ kind: 'reply-to-read', bookingId: null, patientName: 'Amna Idris Osman', sentence: expect.stringContaining('not clear which appointment') }),
    ]);
  });

  it('who was told of another appointment and answers while the first is cancelled may mean either', async () => {
    stand.clock.set(new Date('2026-11-24T09:50:00Z'));
    const second = await stand.aConfirmedBooking(clinic, { patientId, date: '2026-12-04' });
    await stand.settle();
    stand.clock.set(new Date('2026-11-24T09:51:00Z'));
    await stand.cancellations.cancel(clinic.staff, bookingId, 'clinic', 'The doctor is ill');
    await write(phone, '1');
    expect(await answerOf(second)).toBeNull();
    expect(await openRows()).toContainEqual(expect.objectContaining({ kind: 'reply-to-read', bookingId: null }));
  });

  it('who answers after the next appointment was told means that one, and not the one that was cancelled before', async () => {
    stand.clock.set(new Date('2026-11-24T09:50:00Z'));
    await stand.cancellations.cancel(clinic.staff, bookingId, 'clinic', 'The doctor is ill');
    stand.clock.set(new Date('2026-11-24T09:51:00Z'));
    const second = await stand.aConfirmedBooking(clinic, { patientId, date: '2026-12-04' });
    await stand.settle();
    await write(phone, '1');
    expect(await answerOf(second)).toBe('coming');
  });

  const moveTo = (address: string, owner: string) =>
    stand.superuser.query('update patients.channels set address = $1 where patient_id = $2', [address, owner]);

  it('whose number is now a stranger’s is neither answered for nor named', async () => {
    await moveTo(aPhone(), patientId);
    await write(phone, '2');
    expect(await answerOf(bookingId)).toBeNull();
    expect(await openRows()).toEqual([expect.objectContaining({ kind: 'reply-to-read', bookingId: null, patientName: null })]);
  });

  it('whose number is now another patient’s is not answered for, and nor is that one while it could be either', async () => {
    await moveTo(aPhone(), patientId);
    const next = await aPatientAt(phone, { name: 'Hassan Osman' });
    const theirs = await stand.aConfirmedBooking(clinic, { patientId: next, date: '2026-12-04' });
    await stand.settle();
    await write(phone, '1');
    expect([await answerOf(bookingId), await answerOf(theirs)]).toEqual([null, null]);
    expect(await openRows()).toEqual([expect.objectContaining({ kind: 'reply-to-read', bookingId: null, patientName: 'Hassan Osman' })]);
  });
});

it('a phone that nothing was ever sent to cannot reply', async () => {
  await expect(stand.simulator.reply(clinic.staff, { address: aPhone(), body: '1' })).rejects.toMatchObject({
    code: 'no-such-phone',
  });
});
