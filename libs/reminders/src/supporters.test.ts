import { Patients, type SupporterInput, Supporters } from '@dragoman/patients';
import type { Clinic } from '../../../tests/support/clinic';
import { aPatient, aPhone, aSupporter } from '../../../tests/support/desk';
import { type RemindersStand, remindersStand } from '../../../tests/support/reminders';

let stand: RemindersStand;
let clinic: Clinic;
let supporters: Supporters;

beforeAll(async () => {
  stand = await remindersStand();
  supporters = stand.nest.get(Supporters, { strict: false });
  clinic = await stand.aClinic();
}, 120_000);

beforeEach(() => stand.startAgain());

afterAll(() => stand?.close());

const add = (patientId: string, changes: Partial<SupporterInput> = {}) => supporters.add(clinic.staff, patientId, { ...aSupporter(), ...changes });

/** Somebody who asked to be told through a friend, who may be told who, when and where. */
const aSupported = async ({ formats = ['supporter'], ...changes }: Partial<SupporterInput> & { formats?: ('supporter' | 'sms')[] } = {}) => {
  const [own, phone] = [aPhone(), aPhone()];
  const described = { ...aPatient(), channels: [{ channel: 'sms', address: own, safety: 'private', isConfirmed: true }], formats } as const;
  const patientId = await stand.aPatient(clinic, { ...described, channels: [...described.channels] });
  await add(patientId, { address: phone, mayBeTold: 'who-when-where', ...changes });
  return { patientId, own, phone, described: { ...described, channels: [...described.channels] } };
};

const told = async (bookingId: string) => (await stand.messages(bookingId)).filter(({ to }) => to !== 'interpreter');
const brief = async (bookingId: string) => (await told(bookingId)).map(({ to, address, state }) => `${to} ${address} ${state}`);
const remove = async (patientId: string): Promise<void> => {
  const { organisationId } = clinic.staff;
  const [supporter] = await stand.database.read(clinic.staff, (tx) => supporters.of(tx, { organisationId, patientId }));
  await supporters.remove(clinic.staff, patientId, supporter?.id ?? '');
};
/** Queued, and with no carrier yet. */
const queueOnly = async () => {
  await stand.runJobs();
  await stand.due.sweep();
};

describe('a patient who is told through a supporter', () => {
  it('has them told who, when and where, once for each thing to say, with no link, no interpreter and nothing to answer', async () => {
    const { patientId, phone } = await aSupported();
    const bookingId = await stand.aConfirmedBooking(clinic, { patientId });
    await stand.settle();
    expect(await brief(bookingId)).toEqual([`supporter ${phone} delivered`]);
    const [{ body = '', neutral } = {}] = await told(bookingId);
    expect(neutral).toBe(false);
    for (const fact of ['Amna Idris Osman', 'Marlowe Road', '14:30']) expect(body).toContain(fact);
    expect(body).not.toMatch(/https?:|Hiba|^[1-6][\s\u00a0]/m);
    expect(await stand.count('access.links')).toBe(await stand.count(`access.links where purpose <> 'appointment'`));
    await stand.goTo('2026-12-02T10:05:00Z');
    expect((await told(bookingId)).map(({ kind }) => kind)).toEqual(['confirmed', 'reminder-day-before']);
  });

  it('has only the time said where they agreed to no more', async () => {
    const { patientId } = await aSupported({ mayBeTold: 'when' });
    const bookingId = await stand.aConfirmedBooking(clinic, { patientId });
    await stand.settle();
    const [message] = await told(bookingId);
    expect(message).toMatchObject({ to: 'supporter', neutral: true });
    expect(message?.body).not.toMatch(/Marlowe|Room|Hiba|Amna|Clinic|https?:/);
  });

  it('is reached past them by the next way, or by a person, when it does not arrive', async () => {
    const { patientId, own } = await aSupported({ address: '+447700900000', formats: ['supporter', 'sms'] });
    const bookingId = await stand.aConfirmedBooking(clinic, { patientId });
    await stand.settle();
    expect(await brief(bookingId)).toEqual(['supporter +447700900000 failed', `patient ${own} delivered`]);
    const alone = await aSupported({ address: '+447700900000' });
    await stand.aConfirmedBooking(clinic, { patientId: alone.patientId, date: '2026-12-04' });
    await stand.settle();
    expect(await stand.openTasks(clinic)).toMatchObject([{ kind: 'message-failed', sentence: expect.stringContaining('Their supporter could not be reached. Call with an interpreter.') }]);
  });

  it('is called where nobody has their consent', async () => {
    const patientId = await stand.aPatient(clinic, { formats: ['supporter'] });
    const bookingId = await stand.aConfirmedBooking(clinic, { patientId });
    await stand.settle();
    expect(await told(bookingId)).toEqual([]);
    expect(await stand.openTasks(clinic)).toMatchObject([{ kind: 'call-patient', sentence: expect.stringContaining('nobody has their consent now') }]);
  });
});

describe('a supporter who was removed', () => {
  it('gets nothing that waited for them, and hears of it from nobody; the patient is called instead', async () => {
    const { patientId, phone } = await aSupported();
    const bookingId = await stand.aConfirmedBooking(clinic, { patientId });
    await queueOnly();
    expect(await brief(bookingId)).toEqual([`supporter ${phone} queued`]);
    await remove(patientId);
    await stand.runJobs();
    expect(await brief(bookingId)).toEqual([`supporter ${phone} withdrawn`]);
    await stand.settle();
    expect(await brief(bookingId)).toEqual([`supporter ${phone} withdrawn`]);
    expect(await stand.count('messaging.simulator_messages where address = $1', [phone])).toBe(0);
    expect(await stand.openTasks(clinic)).toMatchObject([{ kind: 'call-patient', bookingId }]);
  });

  it('gets nothing either where the sender is faster than the job that withdraws it', async () => {
    const { patientId, phone } = await aSupported();
    const bookingId = await stand.aConfirmedBooking(clinic, { patientId });
    await queueOnly();
    await remove(patientId);
    await stand.sender.sweep();
    expect(await brief(bookingId)).toEqual([`supporter ${phone} withdrawn`]);
    expect(await stand.count('messaging.simulator_messages where address = $1', [phone])).toBe(0);
    await stand.settle();
    expect(await stand.openTasks(clinic)).toMatchObject([{ kind: 'call-patient', bookingId }]);
  });

  it('is passed over for the next one', async () => {
    const { patientId } = await aSupported();
    stand.clock.set(new Date('2026-11-24T09:43:00Z'));
    const second = aPhone();
    await add(patientId, { name: 'Salma', address: second });
    const bookingId = await stand.aConfirmedBooking(clinic, { patientId });
    await queueOnly();
    await remove(patientId);
    await stand.settle();
    expect((await brief(bookingId)).at(-1)).toBe(`supporter ${second} delivered`);
    expect(await stand.openTasks(clinic)).toEqual([]);
  });
});

describe('just before a message to a supporter leaves', () => {
  it('it is taken back if the consent ended while it waited', async () => {
    const { patientId, phone } = await aSupported({ months: 1 });
    stand.clock.set(new Date('2026-12-24T09:41:00Z'));
    const bookingId = await stand.aConfirmedBooking(clinic, { patientId, date: '2027-01-12' });
    await queueOnly();
    expect(await brief(bookingId)).toEqual([`supporter ${phone} queued`]);
    stand.clock.set(new Date('2026-12-24T09:42:00Z'));
    await stand.settle();
    expect(await brief(bookingId)).toEqual([`supporter ${phone} withdrawn`]);
    expect((await stand.openTasks(clinic)).filter(({ kind }) => kind === 'call-patient')).toMatchObject([{ bookingId }]);
  });

  it('it is taken back if the patient wishes to be told themselves by now', async () => {
    const { patientId, phone, own, described } = await aSupported();
    const bookingId = await stand.aConfirmedBooking(clinic, { patientId });
    await queueOnly();
    await stand.nest.get(Patients, { strict: false }).update(clinic.staff, patientId, { ...described, formats: ['sms'] });
    await stand.settle();
    expect(await brief(bookingId)).toEqual([`supporter ${phone} withdrawn`, `patient ${own} delivered`]);
  });
});

describe('a supporter who writes back', () => {
  it('cannot answer for the patient: a person reads it and asks them', async () => {
    const { patientId, phone } = await aSupported();
    const bookingId = await stand.aConfirmedBooking(clinic, { patientId });
    await stand.settle();
    await stand.simulator.reply(clinic.staff, { address: phone, body: '2' });
    await stand.settle();
    expect(await stand.count(`bookings.bookings where id = $1 and patient_answer is null and state = 'confirmed'`, [bookingId])).toBe(1);
    expect(await stand.openTasks(clinic)).toMatchObject([{ kind: 'reply-to-read', patientId, sentence: expect.stringContaining('cannot answer for them') }]);
  });

  it('and asks for silence gets nothing more, and the patient is told another way', async () => {
    const { patientId, phone } = await aSupported();
    const bookingId = await stand.aConfirmedBooking(clinic, { patientId });
    await stand.settle();
    await stand.simulator.reply(clinic.staff, { address: phone, body: 'STOP' });
    await stand.goTo('2026-12-02T10:05:00Z');
    expect(await brief(bookingId)).toEqual([`supporter ${phone} delivered`]);
    expect(await stand.openTasks(clinic)).toMatchObject([
      { kind: 'reply-to-read', patientId, sentence: expect.stringContaining('Their supporter wrote STOP') },
      { kind: 'call-patient', bookingId },
    ]);
  });
});
