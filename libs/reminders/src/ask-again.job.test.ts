import { Patients } from '@dragoman/patients';
import type { Clinic } from '../../../tests/support/clinic';
import { aPatient, aPhone } from '../../../tests/support/desk';
import { type RemindersStand, remindersStand } from '../../../tests/support/reminders';
import { AskAgain } from './ask-again.job';

/** The simulator refuses it. */
const DEAD = '+447700900000';

let stand: RemindersStand;
let clinic: Clinic;
let patients: Patients;
let askAgain: AskAgain;

beforeAll(async () => {
  stand = await remindersStand();
  patients = stand.nest.get(Patients, { strict: false });
  askAgain = stand.nest.get(AskAgain, { strict: false });
}, 120_000);

beforeEach(async () => {
  await stand.startAgain();
  clinic = await stand.aClinic();
});

afterAll(() => stand?.close());

/** Asked a minute before anything else happens. */
const aPatientAt = async (address: string): Promise<string> => {
  const patientId = await stand.aPatient(clinic, { channels: [{ channel: 'sms', address, safety: 'private', isConfirmed: true }] });
  stand.clock.set(new Date('2026-11-24T09:43:00Z'));
  return patientId;
};
const asked = async () => (await stand.openTasks(clinic)).filter(({ kind }) => kind === 'ask-again');
const asking = (patientId: string) => stand.database.read(clinic.staff, (tx) => askAgain.asking(tx, patientId));
const stillRight = (patientId: string) => patients.confirmUnchanged(clinic.staff, patientId);

describe('when a message to a patient failed', () => {
  it('they are asked again how they want to be told, by one task, however many fail', async () => {
    const patientId = await aPatientAt(DEAD);
    await stand.aConfirmedBooking(clinic, { patientId });
    await stand.aConfirmedBooking(clinic, { patientId, date: '2026-12-10' });
    await stand.settle();
    expect((await stand.openTasks(clinic)).map(({ kind }) => kind).sort()).toEqual(['ask-again', 'message-failed', 'message-failed']);
    expect(await asked()).toMatchObject([{ patientId, bookingId: null, sentence: expect.stringMatching(/^A message to them did not arrive .* whether they need an interpreter\. Nobody has to be called/) }]);
    expect((await asking(patientId)).because).toBe('message-failed');
  });

  it('two at once are one task', async () => {
    const patientId = await aPatientAt(DEAD);
    for (const date of ['2026-12-03', '2026-12-10']) await stand.aConfirmedBooking(clinic, { patientId, date });
    await stand.runJobs();
    await stand.due.sweep();
    await Promise.all([stand.sender.sweep(), stand.sender.sweep()]);
    const bookings = (await stand.superuser.query('select id, patient_id from bookings.bookings where patient_id = $1', [patientId])).rows;
    const failed = bookings.map(({ id }) => ({ organisationId: clinic.staff.organisationId, messageId: id, intentId: id, bookingId: id, outcome: 'failed', after: 'another-channel' }));
    await Promise.all(failed.map((payload) => stand.runJob('ask-again', payload)));
    expect(await asked()).toHaveLength(1);
    await stand.settle();
    expect(await asked()).toHaveLength(1);
  });

  it('and somebody went through the profile since, nothing is asked', async () => {
    const patientId = await aPatientAt(DEAD);
    await stand.aConfirmedBooking(clinic, { patientId });
    await stand.runJobs();
    await stand.due.sweep();
    await stand.sender.sweep();
    stand.clock.set(new Date('2026-11-24T09:44:00Z'));
    await stillRight(patientId);
    await stand.settle();
    expect(await asked()).toEqual([]);
    expect((await asking(patientId)).because).toBeNull();
  });

  it('to an interpreter, the patient is not asked about it', async () => {
    const lost = await stand.anInterpreter(clinic, { phone: DEAD, email: 'hiba@nobody.example' });
    await stand.aBooking(clinic, { offerTo: [lost] });
    await stand.settle();
    expect((await stand.openTasks(clinic)).map(({ kind }) => kind)).toEqual(['message-failed']);
  });
});

describe('the task to ask again', () => {
  it('is closed by “still right”, and not by whatever else changes in the profile', async () => {
    const patientId = await aPatientAt(DEAD);
    await stand.aConfirmedBooking(clinic, { patientId });
    await stand.settle();
    await patients.refuse(clinic.staff, patientId, await stand.anInterpreter(clinic));
    await stand.settle();
    expect(await asked()).toHaveLength(1);
    stand.clock.set(new Date('2026-11-24T10:00:00Z'));
    await stillRight(patientId);
    await stand.settle();
    expect(await asked()).toEqual([]);
    expect(await asking(patientId)).toEqual({ lastAskedAt: new Date('2026-11-24T10:00:00Z'), monthsAgo: 0, because: null });
  });

  it('is closed by a profile that was filled in anew', async () => {
    const patientId = await aPatientAt(DEAD);
    await stand.aConfirmedBooking(clinic, { patientId });
    await stand.settle();
    stand.clock.set(new Date('2026-11-24T10:00:00Z'));
    await patients.update(clinic.staff, patientId, { ...aPatient(), channels: [{ channel: 'sms', address: aPhone(), safety: 'private', isConfirmed: true }] });
    await stand.settle();
    expect(await asked()).toEqual([]);
  });

  it('cannot be ticked off: asking is what does it', async () => {
    await stand.aConfirmedBooking(clinic, { patientId: await aPatientAt(DEAD) });
    await stand.settle();
    const [task] = await asked();
    await expect(stand.tasks.done(clinic.staff, task?.id ?? '')).rejects.toMatchObject({ code: 'not-asked-again', message: expect.stringContaining('Still right') });
    expect(await asked()).toHaveLength(1);
  });
});

describe('a year after a patient was last asked', () => {
  /** They were asked on a leap day; an appointment is ten days ahead. */
  const aYearAgo = async () => {
    stand.clock.set(new Date('2028-02-29T12:00:00Z'));
    const patientId = await stand.aPatient(clinic);
    stand.clock.set(new Date('2029-02-28T11:59:59Z'));
    return patientId;
  };
  const aDayAhead = (patientId: string, date = '2029-03-10') => stand.aBooking(clinic, { patientId, date });

  it('they are asked again, from that moment on, and once however many workers look', async () => {
    const patientId = await aYearAgo();
    await aDayAhead(patientId);
    await askAgain.sweep();
    expect(await asked()).toEqual([]);
    stand.clock.set(new Date('2029-02-28T12:00:00Z'));
    await Promise.all([askAgain.sweep(), askAgain.sweep(), askAgain.sweep()]);
    await askAgain.sweep();
    expect(await asked()).toMatchObject([{ patientId, sentence: expect.stringContaining('more than a year ago') }]);
    await stillRight(patientId);
    await stand.runJobs();
    expect(await asked()).toEqual([]);
    expect((await asking(patientId)).because).toBeNull();
  });

  it('nobody is asked who has no appointment ahead, though the screen says it; and it waits for the next one', async () => {
    const patientId = await aYearAgo();
    stand.clock.set(new Date('2029-03-01T09:00:00Z'));
    await askAgain.sweep();
    expect(await asked()).toEqual([]);
    expect((await asking(patientId)).because).toBe('a-year-ago');
    await aDayAhead(patientId);
    await askAgain.sweep();
    expect(await asked()).toHaveLength(1);
    stand.clock.set(new Date('2029-03-10T15:00:00Z'));
    await askAgain.sweep();
    expect(await asked()).toEqual([]);
    await aDayAhead(patientId, '2029-03-20');
    await askAgain.sweep();
    expect(await asked()).toHaveLength(1);
  });
});

it('looking at one patient after the other, and at everybody at once, comes to the same', async () => {
  stand.clock.set(new Date('2025-11-01T09:00:00Z'));
  const [longAgo, longAgoAndAway] = [await stand.aPatient(clinic), await stand.aPatient(clinic)];
  stand.clock.set(new Date('2026-11-24T09:42:00Z'));
  const [fine, unreached, unreachedBefore] = [await aPatientAt(aPhone()), await aPatientAt(DEAD), await aPatientAt(DEAD)];
  stand.clock.set(new Date('2026-11-24T09:45:00Z'));
  for (const patientId of [longAgo, fine, unreached, unreachedBefore]) await stand.aConfirmedBooking(clinic, { patientId });
  await stand.settle();
  stand.clock.set(new Date('2026-11-24T09:50:00Z'));
  await stillRight(unreachedBefore);
  const { organisationId } = clinic.staff;
  for (const patientId of [longAgo, longAgoAndAway, fine, unreached, unreachedBefore]) await askAgain.sweep({ organisationId, patientId });
  const oneByOne = (await asked()).map(({ patientId, sentence }) => `${patientId} ${sentence}`).sort();
  expect(oneByOne.map((line) => line.split(' ')[0])).toEqual([longAgo, unreached].sort());
  await stand.superuser.query('truncate reminders.tasks');
  await askAgain.sweep();
  expect((await asked()).map(({ patientId, sentence }) => `${patientId} ${sentence}`).sort()).toEqual(oneByOne);
});
