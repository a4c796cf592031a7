import { randomUUID } from 'node:crypto';
import { type Clinic } from '../../../tests/support/clinic';
import { aPhone } from '../../../tests/support/desk';
import { type RemindersStand, remindersStand } from '../../../tests/support/reminders';

const CALL = 'The appointment was cancelled, and they were told that it takes place. Call with an interpreter.';
const readsEnglish = [
  { varietyId: 'apd', role: 'speaks', enoughForDoctor: true, learntHow: 'self' },
  { varietyId: 'eng', role: 'reads', enoughForDoctor: false, learntHow: 'self' },
] as const;

let stand: RemindersStand;
let clinic: Clinic;

beforeAll(async () => {
  stand = await remindersStand();
}, 60_000);
beforeEach(async () => {
  await stand.startAgain();
  clinic = await stand.aClinic();
});
afterAll(() => stand?.close());

const cancelledFor = async (patient: Parameters<RemindersStand['aPatient']>[1], at?: string): Promise<string> => {
  const patientId = await stand.aPatient(clinic, patient);
  const bookingId = await stand.aConfirmedBooking(clinic, { patientId });
  await stand.settle();
  if (at !== undefined) stand.clock.set(new Date(at));
  await stand.cancellations.cancel(clinic.staff, bookingId, 'clinic', 'The doctor is ill');
  await stand.settle();
  return bookingId;
};

const told = async (bookingId: string): Promise<string[]> =>
  (await stand.messages(bookingId)).filter(({ to, kind }) => to === 'patient' && kind === 'cancelled').map(({ body, state }) => `${state}: ${body}`);

const calls = async (): Promise<string[]> => (await stand.openTasks(clinic)).map(({ sentence }) => sentence);

describe('an appointment that was confirmed and is cancelled', () => {
  it('is told to somebody whose text is approved, once, and nobody has to call', async () => {
    const bookingId = await cancelledFor({ languages: [...readsEnglish] });
    expect(await told(bookingId)).toEqual([expect.stringMatching(/^delivered: Your appointment at .+ will not take place: Thursday 3 December 2026/)]);
    expect(await calls()).toEqual([]);
    await stand.runJob('stop-reminders', { bookingId, organisationId: clinic.staff.organisationId, version: 3, interpreterId: null });
    await stand.settle();
    expect(await told(bookingId)).toHaveLength(1);
  });

  it('says neither clinic nor place nor link on a shared phone', async () => {
    const bookingId = await cancelledFor({ languages: [...readsEnglish], channels: [{ channel: 'sms', address: aPhone(), safety: 'shared' }] });
    expect(await told(bookingId)).toEqual([expect.stringMatching(/^delivered: This appointment will not take place: Thursday 3 December 2026, \d\d:\d\d \([a-z]+\)$/)]);
  });

  it('takes the appointment out of the calendar that the mail had put it into', async () => {
    const address = `${randomUUID()}@example.org`;
    const bookingId = await cancelledFor({ languages: [...readsEnglish], channels: [{ channel: 'email', address, safety: 'private' }] });
    const { rows } = await stand.superuser.query<{ kind: string; entry: { isCancelled: boolean; sequence: number; uid: string } }>(
      `select kind, calendar as entry from messaging.messages where booking_id = $1 and recipient_kind = 'patient' order by queued_at, id`,
      [bookingId],
    );
    const [before, after] = rows.map(({ entry }) => entry);
    expect(rows.map(({ kind }) => kind)).toEqual(['confirmed', 'cancelled']);
    expect([before?.isCancelled, after?.isCancelled, after?.uid === before?.uid]).toEqual([false, true, true]);
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? Infinity);
  });

  it('is told by a person where the text is a draft', async () => {
    const bookingId = await cancelledFor({});
    expect(await told(bookingId)).toEqual([]);
    expect(await calls()).toEqual([CALL]);
  });

  it('is told by a person at an hour at which nobody is written to', async () => {
    const bookingId = await cancelledFor({ languages: [...readsEnglish] }, '2026-12-02T22:30:00Z');
    expect(await told(bookingId)).toEqual([]);
    expect(await calls()).toEqual([CALL]);
  });

  it('is told by a person, who hears why, where the text does not arrive', async () => {
    await cancelledFor({ languages: [...readsEnglish], channels: [{ channel: 'sms', address: '+447700900999', safety: 'private', isConfirmed: true }] });
    expect(await calls()).toEqual([expect.stringMatching(/^The appointment was cancelled, and they were told that it takes place\. .+/)]);
  });

  it('is not told to whoever cancelled it', async () => {
    const patientId = await stand.aPatient(clinic, { languages: [...readsEnglish] });
    const bookingId = await stand.aConfirmedBooking(clinic, { patientId });
    await stand.settle();
    await stand.cancellations.cancel(clinic.staff, bookingId, 'patient', 'They called');
    await stand.settle();
    expect(await told(bookingId)).toEqual([]);
    expect(await calls()).toEqual([]);
  });
});
