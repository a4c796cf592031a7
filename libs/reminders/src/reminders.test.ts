import { randomUUID } from 'node:crypto';
import type { Clinic } from '../../../tests/support/clinic';
import { Patients } from '@dragoman/patients';
import { aPatient, aPhone } from '../../../tests/support/desk';
import { type RemindersStand, remindersStand } from '../../../tests/support/reminders';
import { Plans } from './plans.service';

let stand: RemindersStand;
let clinic: Clinic;

beforeAll(async () => {
  stand = await remindersStand();
  clinic = await stand.aClinic();
});

beforeEach(() => stand.startAgain());

afterAll(() => stand.close());

const toPatient = async (bookingId: string) => (await stand.messages(bookingId)).filter(({ to }) => to === 'patient');
const planOf = async (bookingId: string) =>
  (await stand.intents(bookingId)).map(({ due, kind, state }) => `${due} ${kind} ${state}`);
const arabicReader = [
  { varietyId: 'apd', role: 'speaks', enoughForDoctor: true, learntHow: 'self' },
  { varietyId: 'arb', role: 'reads', enoughForDoctor: false, learntHow: 'self' },
] as const;

describe('when an interpreter is found', () => {
  it('the patient is told in a language they read, and reminders are planned', async () => {
    const bookingId = await stand.aConfirmedBooking(clinic, { date: '2026-12-17' });
    await stand.settle();
    expect(await planOf(bookingId)).toEqual([
      '2026-11-24 09:42 confirmed queued',
      '2026-12-10 10:00 reminder-7-days planned',
      '2026-12-15 10:00 reminder-2-days planned',
      '2026-12-16 10:00 reminder-day-before planned',
    ]);
    const [message, ...others] = await toPatient(bookingId);
    expect(others).toEqual([]);
    expect(message).toMatchObject({ kind: 'confirmed', channel: 'sms', state: 'delivered', lang: 'ar', neutral: false });
    expect(message?.body).toMatch(/https:\/\/go\.example\/p\/[\w-]{22}/);
  });

  it('each reminder goes at its time, once, also when two workers look at the same moment', async () => {
    const bookingId = await stand.aConfirmedBooking(clinic, { date: '2026-12-17' });
    await stand.settle();
    stand.clock.set(new Date('2026-12-10T10:00:00Z'));
    await Promise.all([stand.due.sweep(), stand.due.sweep()]);
    await Promise.all([stand.sender.sweep(), stand.sender.sweep()]);
    expect((await toPatient(bookingId)).map(({ kind }) => kind)).toEqual(['confirmed', 'reminder-7-days']);
    expect(await stand.count('messaging.simulator_messages s join messaging.messages m on m.id = s.message_id where m.kind = $1', ['reminder-7-days'])).toBe(1);
  });

  it('planning again when nothing changed writes nothing', async () => {
    const bookingId = await stand.aConfirmedBooking(clinic, { date: '2026-12-17' });
    await stand.settle();
    const versions = () => stand.superuser.query('select id, xmin from reminders.intents order by id');
    const { rows: before } = await versions();
    stand.clock.set(new Date('2026-11-25T10:00:00Z'));
    await stand.database.transaction({ kind: 'job', job: 'test' }, (tx) =>
      stand.nest.get(Plans, { strict: false }).recompute(tx, bookingId),
    );
    expect((await versions()).rows).toEqual(before);
  });

  it('at night the patient hears of it in the morning', async () => {
    stand.clock.set(new Date('2026-11-24T22:15:00Z'));
    const bookingId = await stand.aConfirmedBooking(clinic);
    await stand.settle();
    expect(await toPatient(bookingId)).toEqual([]);
    await stand.goTo('2026-11-25T07:59:00Z');
    expect(await toPatient(bookingId)).toEqual([]);
    await stand.goTo('2026-11-25T08:00:00Z');
    expect((await toPatient(bookingId)).map(({ kind }) => kind)).toEqual(['confirmed']);
  });

  it('a message that waited for a worker until it was quiet waits until the morning', async () => {
    stand.clock.set(new Date('2026-11-24T19:59:00Z'));
    const bookingId = await stand.aConfirmedBooking(clinic);
    await stand.runJobs();
    await stand.due.sweep();
    expect((await toPatient(bookingId)).map(({ state }) => state)).toEqual(['queued']);
    await stand.goTo('2026-11-24T20:30:00Z');
    expect((await toPatient(bookingId)).map(({ state }) => state)).toEqual(['withdrawn']);
    await stand.goTo('2026-11-25T08:00:00Z');
    expect((await toPatient(bookingId)).map(({ state }) => state)).toEqual(['withdrawn', 'delivered']);
  });

  it('safe hours hold it too', async () => {
    const patientId = await stand.aPatient(clinic, { safeHours: { from: '11:00', to: '12:00' } });
    const bookingId = await stand.aConfirmedBooking(clinic, { patientId });
    await stand.settle();
    expect((await planOf(bookingId))[0]).toBe('2026-11-24 11:00 confirmed planned');
    await stand.goTo('2026-11-24T11:00:00Z');
    expect(await toPatient(bookingId)).toHaveLength(1);
  });

  it('after a pause, what is due at once is said once', async () => {
    const bookingId = await stand.aConfirmedBooking(clinic, { date: '2026-12-17' });
    await stand.settle();
    await stand.goTo('2026-12-16T10:05:00Z');
    expect((await toPatient(bookingId)).map(({ kind }) => kind)).toEqual(['confirmed', 'reminder-day-before']);
    expect((await stand.intents(bookingId)).map(({ state }) => state)).toEqual(['queued', 'dropped', 'dropped', 'queued']);
  });
});

describe('a phone', () => {
  it('that is shared gets the time and nothing else: no clinic, no place, no name, no language, no link', async () => {
    const channels = [{ channel: 'sms', address: aPhone(), safety: 'shared' }] as const;
    const patientId = await stand.aPatient(clinic, { channels: [...channels] });
    const bookingId = await stand.aConfirmedBooking(clinic, { patientId });
    await stand.settle();
    const [message] = await toPatient(bookingId);
    expect(message).toMatchObject({ neutral: true, state: 'delivered' });
    expect(message?.body).not.toMatch(/Marlowe|Room|Hiba|Amna|Clinic|https?:|Arabic/);
    expect(message?.body).toContain('14:30');
  });

  it('that nobody confirmed tells no detail until the patient answers from it', async () => {
    const phone = aPhone();
    const patientId = await stand.aPatient(clinic, { channels: [{ channel: 'sms', address: phone, safety: 'private' }] });
    const bookingId = await stand.aConfirmedBooking(clinic, { patientId });
    await stand.settle();
    const [first] = await toPatient(bookingId);
    expect(first?.neutral).toBe(true);
    expect(first?.body).not.toMatch(/Marlowe|Room|Hiba|Amna|Clinic|https?:|Arabic/);
    const plan = () => stand.database.read(clinic.staff, (tx) => stand.reminders.planned(tx, bookingId));
    expect((await plan())[0]?.sentence).toContain('neutral wording because the number is not confirmed');
    await stand.simulator.reply(clinic.staff, { address: phone, body: '1' });
    await stand.settle();
    await stand.goTo('2026-12-01T10:05:00Z');
    expect((await toPatient(bookingId)).at(-1)?.neutral).toBe(false);
  });

  it('that is monitored gets the patient’s own words to the letter, once for each thing to say, and nothing once they are gone', async () => {
    const channel = { channel: 'sms', address: aPhone(), safety: 'monitored', ownWords: { text: 'الطرد جاهز', varietyId: 'arb' } } as const;
    const patientId = await stand.aPatient(clinic, { channels: [channel], pageCode: '4711' });
    const bookingId = await stand.aConfirmedBooking(clinic, { patientId });
    await stand.settle();
    const [message, ...more] = await toPatient(bookingId);
    expect(more).toEqual([]);
    expect(message).toMatchObject({ body: 'الطرد جاهز', state: 'delivered', neutral: true });
    const written = await stand.superuser.query('select own_words_by as by from patients.channels where patient_id = $1', [patientId]);
    expect(written.rows).toEqual([{ by: clinic.staff.accountId }]);
    const { rows } = await stand.superuser.query('select sender, subject, lang, dir from messaging.messages where booking_id = $1 and recipient_kind = $2', [bookingId, 'patient']);
    expect(rows).toEqual([{ sender: null, subject: null, lang: 'arb', dir: 'rtl' }]);
    await stand.nest.get(Patients, { strict: false }).update(clinic.staff, patientId, { ...aPatient(), channels: [{ ...channel, ownWords: null }] });
    await stand.goTo('2026-12-01T10:05:00Z');
    expect(await toPatient(bookingId)).toHaveLength(1);
  });

  it('gets nothing where they asked for large print first: a person prints it', async () => {
    const patientId = await stand.aPatient(clinic, { formats: ['large-print', 'sms'] });
    const bookingId = await stand.aConfirmedBooking(clinic, { patientId });
    await stand.settle();
    expect(await toPatient(bookingId)).toEqual([]);
    expect((await stand.openTasks(clinic)).map(({ sentence }) => sentence)).toContainEqual(expect.stringMatching(/^They asked for large print: print it large/));
  });

  it('that is shared gets a link only to a page that asks for the patient’s own code', async () => {
    const channels = [{ channel: 'sms', address: aPhone(), safety: 'shared' }] as const;
    const patientId = await stand.aPatient(clinic, { channels: [...channels], pageCode: '4711' });
    const bookingId = await stand.aConfirmedBooking(clinic, { patientId });
    await stand.settle();
    expect((await toPatient(bookingId))[0]?.body).toMatch(/https:\/\/go\.example\/p\//);
  });

  it('that became unsafe while a message waited never gets it', async () => {
    const channels = [
      { channel: 'sms', address: aPhone(), safety: 'private', isConfirmed: true },
      { channel: 'email', address: 'amna@example.org', safety: 'private' },
    ] as const;
    const patientId = await stand.aPatient(clinic, { channels: [...channels] });
    const bookingId = await stand.aConfirmedBooking(clinic, { patientId });
    await stand.runJobs();
    await stand.due.sweep();
    await stand.superuser.query(`update patients.channels set safety = 'unsafe' where patient_id = $1 and channel = 'sms'`, [patientId]);
    await stand.settle();
    expect((await toPatient(bookingId)).map(({ channel, state }) => `${channel} ${state}`)).toEqual([
      'sms withdrawn',
      'email delivered',
    ]);
    expect(await stand.count('messaging.simulator_messages where address = $1', [channels[0].address])).toBe(0);
  });

  it('that is out of service: the next safe channel is tried', async () => {
    const channels = [
      { channel: 'sms', address: '+447700900000', safety: 'private', isConfirmed: true },
      { channel: 'email', address: 'amna@example.org', safety: 'shared' },
    ] as const;
    const patientId = await stand.aPatient(clinic, { channels: [...channels] });
    const bookingId = await stand.aConfirmedBooking(clinic, { patientId });
    await stand.settle();
    expect((await toPatient(bookingId)).map(({ channel, state, neutral }) => ({ channel, state, neutral }))).toEqual([
      { channel: 'sms', state: 'failed', neutral: false },
      { channel: 'email', state: 'delivered', neutral: true },
    ]);
    expect(await stand.openTasks(clinic)).toEqual([]);
  });

  it('that is out of service and the only one becomes a task, once, with the reason', async () => {
    const channels = [{ channel: 'sms', address: '+447700900000', safety: 'private', isConfirmed: true }] as const;
    const patientId = await stand.aPatient(clinic, { channels: [...channels] });
    const bookingId = await stand.aConfirmedBooking(clinic, { patientId });
    await stand.settle();
    expect(await stand.openTasks(clinic)).toEqual([
      expect.objectContaining({
        kind: 'message-failed',
        bookingId,
        sentence: 'The number is not in service. No channel is left to try. Call with an interpreter.',
      }),
    ]);
  });
});

describe('what a person is asked to do', () => {
  const open = () => stand.database.read(clinic.staff, (tx) => stand.tasks.open(tx));
  const ofBooking = (id: string) =>
    stand.database.read(clinic.staff, (tx) => stand.tasks.ofBooking(tx, { organisationId: clinic.staff.organisationId, id }));

  it('never rings the patient because an interpreter could not be reached', async () => {
    const unreachable = await stand.anInterpreter(clinic, { phone: '+447700900000', email: `${randomUUID()}@nobody.example` });
    const bookingId = await stand.aBooking(clinic, { offerTo: [unreachable] });
    await stand.settle();
    const [task] = await open();
    expect(task).toMatchObject({ kind: 'message-failed', bookingId, interpreterName: 'Hiba Elamin', phone: '+447700900000' });
  });

  it('never rings a phone that is not safe, whatever happened', async () => {
    const patientId = await stand.aPatient(clinic, { channels: [{ channel: 'sms', address: aPhone(), safety: 'unsafe' }] });
    const bookingId = await stand.aConfirmedBooking(clinic, { patientId });
    await stand.settle();
    stand.clock.set(new Date('2026-11-24T10:42:00Z'));
    await stand.cancellations.cancel(clinic.staff, bookingId, 'clinic', 'The doctor is ill');
    await stand.settle();
    const [task] = await open();
    expect(task).toMatchObject({ kind: 'call-patient', bookingId, phone: null });
    expect(task?.sentence).toContain('Do not call');
    expect((await ofBooking(bookingId)).map(({ sentence }) => sentence)).toEqual([task?.sentence]);
  });

  it('hears of a required wish that whoever is booked already does not meet, once', async () => {
    const patientId = await stand.aPatient(clinic);
    const interpreterId = await stand.anInterpreter(clinic, { gender: 'man', displayName: 'Musa Bakri' });
    const bookingId = await stand.aBooking(clinic, { patientId, offerTo: [interpreterId] });
    const [offer] = await stand.offersOf(bookingId);
    await stand.acceptance.accept({ kind: 'interpreter', interpreterId }, offer?.id ?? '');
    await stand.settle();
    const patients = stand.nest.get(Patients, { strict: false });
    for (const strength of ['preferred', 'required', 'required'] as const) {
      await patients.update(clinic.staff, patientId, { ...aPatient(), genderWish: { gender: 'woman', strength } });
      await stand.settle();
    }
    expect((await open()).map(({ kind, sentence }) => [kind, sentence])).toEqual([
      [
        'call-patient',
        'They now require a woman, and Musa Bakri was booked before they said so. Call with an interpreter, or cancel and book again.',
      ],
    ]);
  });

  it('names the hours in which a call is safe', async () => {
    const safeHours = { from: '09:00', to: '12:00' };
    const patientId = await stand.aPatient(clinic, {
      safeHours,
      channels: [{ channel: 'voice', address: aPhone(), safety: 'private', isConfirmed: true }],
      languages: [{ varietyId: 'apd', role: 'speaks', enoughForDoctor: true, learntHow: 'self' }],
    });
    const bookingId = await stand.aConfirmedBooking(clinic, { patientId });
    await stand.settle();
    expect((await open())[0]?.sentence).toContain('It is safe to call only from 09:00 to 12:00.');
    expect((await ofBooking(bookingId))[0]?.sentence).toContain('It is safe to call only from 09:00 to 12:00.');
  });
});

describe('never silence', () => {
  it('a patient who reads nothing we write is called, and one open call is enough for several reminders', async () => {
    const patientId = await stand.aPatient(clinic, { languages: [arabicReader[0]] });
    const bookingId = await stand.aConfirmedBooking(clinic, { patientId });
    await stand.settle();
    expect(await toPatient(bookingId)).toEqual([]);
    expect(await stand.openTasks(clinic)).toEqual([expect.objectContaining({ kind: 'call-patient', bookingId })]);
    await stand.goTo('2026-12-01T10:00:00Z');
    expect(await stand.openTasks(clinic)).toHaveLength(1);
  });

  it('and is called again for the next reminder once the first call is done', async () => {
    const patientId = await stand.aPatient(clinic, { languages: [arabicReader[0]] });
    await stand.aConfirmedBooking(clinic, { patientId });
    await stand.settle();
    const [call] = await stand.openTasks(clinic);
    await stand.tasks.done(clinic.staff, call?.id ?? '');
    await stand.tasks.done(clinic.staff, call?.id ?? '');
    await stand.goTo('2026-12-01T10:00:00Z');
    const [next, ...others] = await stand.openTasks(clinic);
    expect(others).toEqual([]);
    expect(next?.id).not.toBe(call?.id);
  });

  it('where no hour before the start is both safe and not quiet, a person is asked', async () => {
    const patientId = await stand.aPatient(clinic, { safeHours: { from: '21:00', to: '22:00' } });
    const bookingId = await stand.aConfirmedBooking(clinic, { patientId });
    await stand.settle();
    expect(await stand.intents(bookingId)).toEqual([]);
    expect(await stand.openTasks(clinic)).toEqual([expect.objectContaining({ kind: 'call-patient', bookingId })]);
  });

  it('an outcome that nobody knows is asked about by a person and not sent again on another channel', async () => {
    const channels = [
      { channel: 'sms', address: aPhone(), safety: 'private', isConfirmed: true },
      { channel: 'email', address: 'amna@example.org', safety: 'private' },
    ] as const;
    const patientId = await stand.aPatient(clinic, { channels: [...channels] });
    const bookingId = await stand.aConfirmedBooking(clinic, { patientId });
    await stand.runJobs();
    await stand.due.sweep();
    const { rows } = await stand.superuser.query(
      `update messaging.messages set state = 'unknown', failure = 'Nobody can say.' where recipient_kind = 'patient'
       returning id, intent_id as "intentId", organisation_id as "organisationId", booking_id as "bookingId"`,
    );
    const { id: messageId, ...ids } = rows[0];
    await stand.runJob('say-it-elsewhere', { messageId, ...ids, outcome: 'unknown' });
    await stand.runJob('say-it-elsewhere', { messageId, ...ids, outcome: 'unknown' });
    expect(await toPatient(bookingId)).toHaveLength(1);
    expect(await stand.openTasks(clinic)).toEqual([expect.objectContaining({ kind: 'message-failed', bookingId })]);
  });
});
