import { Changes } from '@dragoman/bookings';
import type { Clinic } from '../../../tests/support/clinic';
import { type RemindersStand, remindersStand } from '../../../tests/support/reminders';

let stand: RemindersStand;
let clinic: Clinic;

beforeAll(async () => {
  stand = await remindersStand();
  clinic = await stand.aClinic();
});
afterAll(() => stand.close());
beforeEach(() => stand.startAgain());

const speaks = (varietyId: string) => ({ varietyId, role: 'speaks' as const, enoughForDoctor: true, learntHow: 'self' as const });
const tigrinya = { varietyId: 'tir', credential: null, credentialExpiresOn: null };
const change = async (bookingId: string) => {
  await stand.nest.get(Changes, { strict: false }).change(clinic.staff, bookingId, { varietyId: 'tir' }, { revision: 'whatever-it-is' });
  await stand.settle();
};
/** By text; interpreters get each as an email too. */
const kindsTo = async (bookingId: string, to: string) =>
  (await stand.messages(bookingId)).filter((one) => one.to === to && one.channel === 'sms').map(({ kind }) => kind);
const planned = async (bookingId: string) => (await stand.intents(bookingId)).filter(({ state }) => state === 'planned');

describe('a booking whose language changes after the patient was told', () => {
  it('is said to whoever was booked, not to the patient: reminders stop, and a person calls once somebody is confirmed', async () => {
    const patientId = await stand.aPatient(clinic, { languages: [speaks('apd'), speaks('tir'), { ...speaks('arb'), role: 'reads' }] });
    const bookingId = await stand.aConfirmedBooking(clinic, { patientId, date: '2026-12-17' });
    await stand.settle();
    await change(bookingId);
    expect(await kindsTo(bookingId, 'patient')).toEqual(['confirmed']);
    expect(await kindsTo(bookingId, 'interpreter')).toEqual(['job-confirmed', 'job-off']);
    expect([await planned(bookingId), await stand.openTasks(clinic)]).toEqual([[], []]);

    const interpreterId = await stand.anInterpreter(clinic, { skills: [tigrinya] });
    await stand.bookings.offer(clinic.staff, bookingId, [interpreterId]);
    const offer = (await stand.offersOf(bookingId)).find((one) => one.interpreterId === interpreterId);
    await stand.acceptance.accept({ kind: 'interpreter', interpreterId }, offer?.id ?? '');
    await stand.settle();
    expect(await stand.openTasks(clinic)).toMatchObject([{ kind: 'call-patient', bookingId, sentence: expect.stringContaining('Another interpreter is booked than they were told') }]);
    expect((await planned(bookingId)).map(({ kind }) => kind)).toContain('reminder-7-days');
  });
});

describe('a booking whose language changes while interpreters are asked', () => {
  it('is said to each of them, and to the patient nothing', async () => {
    const patientId = await stand.aPatient(clinic, { languages: [speaks('apd'), speaks('tir')] });
    const asked = [await stand.anInterpreter(clinic), await stand.anInterpreter(clinic)];
    const bookingId = await stand.aBooking(clinic, { patientId, offerTo: asked });
    await stand.settle();
    await change(bookingId);
    expect((await stand.offersOf(bookingId)).map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn']);
    expect((await kindsTo(bookingId, 'interpreter')).sort()).toEqual(['offer', 'offer', 'offer-closed', 'offer-closed']);
    expect(await kindsTo(bookingId, 'patient')).toEqual([]);
  });
});

describe('a patient who answered that they cannot come', () => {
  it('is still a task, which names nobody as booked any longer', async () => {
    const patientId = await stand.aPatient(clinic, { languages: [speaks('apd'), speaks('tir'), { ...speaks('arb'), role: 'reads' }] });
    const bookingId = await stand.aConfirmedBooking(clinic, { patientId, date: '2026-12-17' });
    const { organisationId } = clinic.staff;
    await stand.bookings.answer({ kind: 'patient', organisationId, bookingId, patientId }, { bookingId, answer: 'cannot-come', via: 'page' });
    await stand.settle();
    expect(await stand.openTasks(clinic)).toMatchObject([{ kind: 'cannot-come', sentence: expect.stringContaining('Hiba Elamin is still booked') }]);
    await change(bookingId);
    expect(await stand.openTasks(clinic)).toMatchObject([
      { kind: 'cannot-come', sentence: 'They answered that they cannot come. Nobody is booked yet.' },
    ]);
  });
});

describe('an interpreter whose job changes', () => {
  const textsTo = async (bookingId: string, kind: string) =>
    (await stand.messages(bookingId)).filter((one) => one.to === 'interpreter' && one.channel === 'sms' && one.kind === kind).map(({ body }) => body);
  const changeTo = async (bookingId: string, change: Parameters<Changes['change']>[2]) => {
    await stand.nest.get(Changes, { strict: false }).change(clinic.staff, bookingId, change, { revision: 'whatever-it-is' });
    await stand.settle();
  };

  it('reads by the time of before that it is off, and is offered the new one', async () => {
    const bookingId = await stand.aConfirmedBooking(clinic, { date: '2026-12-17' });
    await stand.settle();
    await changeTo(bookingId, { date: '2026-12-18', time: '09:00' });
    const [off] = await textsTo(bookingId, 'job-off');
    expect(off).toContain('Thursday 17 December 2026, 14:30');
    expect(off).not.toContain('09:00');
    expect((await textsTo(bookingId, 'offer')).at(-1)).toContain('Friday 18 December 2026, 09:00');
  });

  it('reads that a new room is all that is new, once for each change', async () => {
    const bookingId = await stand.aConfirmedBooking(clinic, { date: '2026-12-17' });
    await stand.settle();
    await changeTo(bookingId, { room: 'Room 2' });
    await changeTo(bookingId, { room: 'Room 3' });
    expect(await textsTo(bookingId, 'job-updated')).toEqual([expect.stringContaining('Room 2'), expect.stringContaining('Room 3')]);
    expect(await textsTo(bookingId, 'job-off')).toEqual([]);
  });
});
