import { Changes } from '@dragoman/bookings';
import { Patients } from '@dragoman/patients';
import type { Clinic } from '../../../tests/support/clinic';
import { aPatient } from '../../../tests/support/desk';
import { type RemindersStand, remindersStand } from '../../../tests/support/reminders';
import { accept, interpreting } from '../../../tests/support/sessions';

let stand: RemindersStand;
let clinic: Clinic;
let patients: Patients;

beforeAll(async () => {
  stand = await remindersStand();
  clinic = await stand.aClinic();
  patients = stand.nest.get(Patients, { strict: false });
});
afterAll(() => stand.close());
beforeEach(() => stand.startAgain());

type Wishes = Partial<Pick<ReturnType<typeof aPatient>, 'genderWish'>> & { refused?: string[] };

const speaks = (varietyId: string) => ({ varietyId, role: 'speaks' as const, enoughForDoctor: true, learntHow: 'self' as const });
const languages = [speaks('apd'), speaks('tir'), { ...speaks('arb'), role: 'reads' as const }];
const aWoman = { gender: 'woman', strength: 'required' } as const;

/** What was so when they were booked: no wish at all, and Musa Bakri for Sudanese Arabic. */
const booked = async () => {
  const patientId = await stand.aPatient(clinic, { languages });
  const musa = await stand.anInterpreter(clinic, { gender: 'man', displayName: 'Musa Bakri' });
  const bookingId = await stand.aBooking(clinic, { patientId, date: '2026-12-17', offerTo: [musa] });
  await accept(stand, bookingId, musa);
  await stand.settle();
  return { patientId, musa, bookingId };
};
const wish = async (patientId: string, { refused = [], genderWish = null }: Wishes) => {
  const known = aPatient();
  await patients.update(clinic.staff, patientId, {
    ...known, languages, genderWish, interpreterWishes: { ...known.interpreterWishes, refused },
  });
  await stand.settle();
};
const change = async (bookingId: string, to = 'tir') => {
  await stand.nest.get(Changes, { strict: false }).change(clinic.staff, bookingId, { varietyId: to }, { revision: 'whatever-it-is' });
  await stand.settle();
};
const asked = async () => (await stand.openTasks(clinic)).map(({ sentence }) => sentence);
const refusedSentence = 'They do not want Musa Bakri, who is booked. Do not ask why. Call with another interpreter, or cancel and book again.';
const genderSentence = expect.stringContaining('They now require a woman, and Musa Bakri was booked');

describe('whoever is booked against a wish', () => {
  it('is a task for each wish until the language changes, which frees them; whoever is confirmed next is not named in it', async () => {
    const { patientId, musa, bookingId } = await booked();
    await wish(patientId, { refused: [musa], genderWish: aWoman });
    expect((await asked()).sort()).toEqual([refusedSentence, genderSentence]);
    await change(bookingId);
    expect(await asked()).toEqual([]);
    const hiba = await stand.anInterpreter(clinic, interpreting('tir'));
    await stand.bookings.offer(clinic.staff, bookingId, [hiba]);
    await accept(stand, bookingId, hiba);
    await stand.settle();
    expect(await asked()).toEqual([expect.stringContaining('Another interpreter is booked than they were told')]);
  });

  it('is no task any longer when the appointment is cancelled', async () => {
    const { patientId, musa, bookingId } = await booked();
    await wish(patientId, { refused: [musa], genderWish: aWoman });
    await stand.cancellations.cancel(clinic.staff, bookingId, 'patient', 'Another day.');
    await stand.settle();
    expect(await asked()).toEqual([]);
  });

  it('is no task any longer when the patient lifts the wish, and one again when they wish it again', async () => {
    const { patientId, musa } = await booked();
    await wish(patientId, { refused: [musa], genderWish: aWoman });
    await wish(patientId, { refused: [musa] });
    expect(await asked()).toEqual([refusedSentence]);
    await wish(patientId, {});
    expect(await asked()).toEqual([]);
    await wish(patientId, { refused: [musa], genderWish: aWoman });
    expect((await asked()).sort()).toEqual([refusedSentence, genderSentence]);
  });

  it('stays done when a person has dealt with it, whatever else changes in the profile', async () => {
    const { patientId, musa } = await booked();
    await wish(patientId, { refused: [musa] });
    for (const { id } of await stand.openTasks(clinic)) await stand.tasks.done(clinic.staff, id);
    await wish(patientId, { refused: [musa], genderWish: { gender: 'woman', strength: 'preferred' } });
    await wish(patientId, {});
    await wish(patientId, { refused: [musa] });
    expect(await asked()).toEqual([]);
  });

  it('is handed over where the wish is heard of only after they are confirmed', async () => {
    const patientId = await stand.aPatient(clinic, { languages });
    const musa = await stand.anInterpreter(clinic, { gender: 'man', displayName: 'Musa Bakri' });
    const bookingId = await stand.aBooking(clinic, { patientId, offerTo: [musa] });
    await stand.settle();
    // The acceptance runs before the job that would have taken the offer back.
    await patients.refuse(clinic.staff, patientId, musa);
    await accept(stand, bookingId, musa);
    await stand.settle();
    expect(await asked()).toEqual([refusedSentence]);
  });
});

describe('a call about an earlier confirmation', () => {
  const aSpeaker = () => stand.aPatient(clinic, { languages: [speaks('apd'), speaks('tir')] });
  const unwritten = async (patientId?: string) =>
    stand.aConfirmedBooking(clinic, { patientId: patientId ?? (await aSpeaker()), date: '2026-12-17' });

  it('is not asked for any longer when the language changes, and once when another interpreter is confirmed', async () => {
    const bookingId = await unwritten();
    await stand.settle();
    expect(await asked()).toEqual([expect.stringContaining('Call with an interpreter')]);
    await change(bookingId);
    expect(await asked()).toEqual([]);
    const hiba = await stand.anInterpreter(clinic, interpreting('tir'));
    await stand.bookings.offer(clinic.staff, bookingId, [hiba]);
    await accept(stand, bookingId, hiba);
    await stand.settle();
    expect(await asked()).toEqual([expect.stringContaining('Call with an interpreter')]);
    await change(bookingId, 'apd');
    expect(await asked()).toEqual([]);
  });

  it('is not asked for any longer where no hour before the start was right, nor where the message failed', async () => {
    for (const changes of [
      { languages, safeHours: { from: '21:00', to: '22:00' } },
      { languages, channels: [{ channel: 'sms' as const, address: '+447700900000', safety: 'private' as const, isConfirmed: true }] },
    ]) {
      const bookingId = await stand.aConfirmedBooking(clinic, { patientId: await stand.aPatient(clinic, changes) });
      await stand.settle();
      expect((await stand.openTasks(clinic)).map((task) => task.bookingId)).toEqual([bookingId]);
      await change(bookingId);
      expect(await asked()).toEqual([]);
    }
  });

  it('stays where the patient asked for it', async () => {
    const patientId = await aSpeaker();
    const bookingId = await unwritten(patientId);
    await stand.settle();
    const { organisationId } = clinic.staff;
    await stand.bookings.answer({ kind: 'patient', organisationId, bookingId, patientId }, { bookingId, answer: 'call-me', via: 'page' });
    await stand.settle();
    await change(bookingId);
    expect(await asked()).toEqual(['They asked to be called. Call with an interpreter.']);
  });
});
