import { Acceptance } from '@dragoman/bookings';
import { Patients } from '@dragoman/patients';
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

const skill = (varietyId: string, otherId = 'eng') => ({ varietyId, otherId, credential: null, credentialExpiresOn: null });
const aRelay = async () => {
  const near = await stand.anInterpreter(clinic, { displayName: 'Adam Nur', skills: [skill('fvr', 'apd')] });
  const far = await stand.anInterpreter(clinic, { displayName: 'Hiba Elamin', skills: [skill('apd')] });
  const patientId = await stand.aPatient(clinic, {
    languages: [{ varietyId: 'fvr', role: 'speaks', enoughForDoctor: true, learntHow: 'self' }],
  });
  const bookingId = await stand.aBooking(clinic, {
    patientId,
    varietyId: 'fvr',
    relay: { pivotId: 'apd', pairs: [{ patientSideId: near, clinicSideId: far }] },
  });
  await stand.settle();
  return { near, far, patientId, bookingId };
};
const answer = async (how: 'accept' | 'decline', bookingId: string, interpreterId: string): Promise<void> => {
  const offer = (await stand.offersOf(bookingId)).find((one) => one.interpreterId === interpreterId);
  await stand.nest.get(Acceptance, { strict: false })[how]({ kind: 'interpreter', interpreterId }, offer?.id ?? '');
  await stand.settle();
};
const textsTo = async (bookingId: string, kind: string): Promise<string[]> =>
  (await stand.messages(bookingId)).filter((one) => one.kind === kind && one.channel === 'sms').map(({ body }) => body);

describe('two interpreters of a relay', () => {
  it('are told which side they are asked for, and that a second interpreter works with them', async () => {
    const { bookingId } = await aRelay();
    const offers = await textsTo(bookingId, 'offer');
    expect(offers.filter((text) => text.includes('Fur and Sudanese Arabic, together with a second interpreter (Sudanese Arabic and English)'))).toHaveLength(1);
    expect(offers.filter((text) => text.includes('Sudanese Arabic and English, together with a second interpreter (Fur and Sudanese Arabic)'))).toHaveLength(1);
  });

  it('both hear that the job is theirs when both have accepted, and the patient hears only then', async () => {
    const { near, far, bookingId } = await aRelay();
    await answer('accept', bookingId, near);
    expect(await textsTo(bookingId, 'job-confirmed')).toEqual([]);
    expect(await stand.count(`reminders.intents where booking_id = $1 and recipient_kind = 'patient'`, [bookingId])).toBe(0);
    await answer('accept', bookingId, far);
    expect(await textsTo(bookingId, 'job-confirmed')).toHaveLength(2);
    expect(await stand.count(`reminders.intents where booking_id = $1 and recipient_kind = 'patient'`, [bookingId])).toBeGreaterThan(0);
    await stand.cancellations.cancel(clinic.staff, bookingId, 'clinic', 'The doctor is ill');
    await stand.settle();
    expect(await textsTo(bookingId, 'job-cancelled')).toHaveLength(2);
  });

  it('the one who waited in vain hears that they are free, not that a job is cancelled', async () => {
    const { near, far, bookingId } = await aRelay();
    await answer('accept', bookingId, near);
    await answer('decline', bookingId, far);
    const [told, ...more] = await textsTo(bookingId, 'leg-released');
    expect(told).toMatch(/^The second interpreter was not found, you are free again: /);
    expect(more).toEqual([]);
    expect(await textsTo(bookingId, 'job-cancelled')).toEqual([]);
  });

  it('who is refused after being booked stays until a person has spoken to the patient, on either side', async () => {
    const { near, far, patientId, bookingId } = await aRelay();
    await answer('accept', bookingId, near);
    await answer('accept', bookingId, far);
    await stand.nest.get(Patients, { strict: false }).refuse(clinic.staff, patientId, far);
    await stand.settle();
    const tasks = (await stand.openTasks(clinic)).map(({ sentence }) => sentence);
    expect(tasks).toContain('They do not want Hiba Elamin, who is booked. Do not ask why. Call with another interpreter, or cancel and book again.');
    expect(await stand.count(`bookings.bookings where id = $1 and state = 'confirmed'`, [bookingId])).toBe(1);
  });
});
