import { randomUUID } from 'node:crypto';
import { Accounts } from '@dragoman/access';
import { Alternatives, Consents, Changes } from '@dragoman/bookings';
import type { StaffActor } from '@dragoman/platform';
import type { Clinic } from '../../../tests/support/clinic';
import { type RemindersStand, remindersStand } from '../../../tests/support/reminders';
import { accept, interpreting } from '../../../tests/support/sessions';

let stand: RemindersStand;
let clinic: Clinic;
let coordinator: StaffActor;

beforeAll(async () => {
  stand = await remindersStand();
  clinic = await stand.aClinic();
  const { organisationId } = clinic.staff;
  const account = await service(Accounts).create({ kind: 'installation', by: 'test' }, {
    organisationId, name: 'Omar Haddad', email: `${randomUUID()}@clinic.example`, role: 'coordinator', password: 'correct horse battery',
  });
  coordinator = { kind: 'staff', organisationId, accountId: account.id, role: 'coordinator' };
});
afterAll(() => stand.close());
beforeEach(() => stand.startAgain());

const service = <T>(token: new (...args: never[]) => T): T => stand.nest.get<T>(token, { strict: false });
const tasks = async () => (await stand.openTasks(clinic)).filter(({ kind }) => kind === 'agree-last-resort');
const said = (alternativesId: string) => ({ interpreterVariety: 'arz', how: 'exact-interpreter', alternativesId, standing: false }) as const;
const speaks = (varietyId: string) => ({ varietyId, role: 'speaks', enoughForDoctor: true, learntHow: 'self' }) as const;

/** A patient of Sudanese Arabic, said to the desk to agree to an Egyptian interpreter. */
const waiting = async (): Promise<string> => {
  const patientId = await stand.aPatient(clinic, { languages: [speaks('apd'), speaks('som')] });
  const booking = await stand.aBooking(clinic, { patientId, varietyId: 'apd' });
  const { alternativesId } = await service(Alternatives).forBooking(clinic.staff, booking, 'arz');
  await service(Consents).take(clinic.staff, booking, said(alternativesId));
  await stand.settle();
  return booking;
};
const idsOf = async (bookingId: string) => {
  const { rows } = await stand.superuser.query('select id from bookings.language_consents where booking_id = $1', [bookingId]);
  return { bookingId, consentId: String(rows[0]?.id) };
};

describe('a last resort that a coordinator has not decided', () => {
  it('is on the list, and says why nobody is asked', async () => {
    const booking = await waiting();
    expect(await tasks()).toEqual([expect.objectContaining({
      bookingId: booking,
      sentence: expect.stringMatching(/^They agreed to Egyptian Arabic as a last resort\. Nobody is asked until a coordinator agrees too/),
    })]);
  });

  it('is on the list when it came with the booking', async () => {
    const patientId = await stand.aPatient(clinic, { languages: [speaks('apd')] });
    const appointment = { date: '2026-12-03', time: '14:30', length: 40, modality: 'in-person', room: null, topic: 'general', siteId: clinic.siteId } as const;
    const { alternativesId } = await service(Alternatives).forAppointment(clinic.staff, { ...appointment, patientId, varietyId: 'apd' }, 'arz');
    const booking = await stand.aBooking(clinic, { patientId, varietyId: 'apd', consents: [said(alternativesId)] });
    await stand.settle();
    expect((await tasks()).map(({ bookingId }) => bookingId)).toEqual([booking]);
  });

  it('cannot be ticked off', async () => {
    await waiting();
    const [task] = await tasks();
    await expect(stand.tasks.done(coordinator, task?.id ?? '')).rejects.toMatchObject({ code: 'last-resort-undecided' });
    expect(await tasks()).toHaveLength(1);
  });

  it.each([
    ['a coordinator agrees', async (booking: string) => service(Consents).decide(coordinator, await idsOf(booking), 'yes')],
    ['a coordinator does not agree', async (booking: string) => service(Consents).decide(coordinator, await idsOf(booking), 'no')],
    ['the patient takes it back', async (booking: string) => service(Consents).withdraw(clinic.staff, await idsOf(booking))],
    ['the booking is cancelled', async (booking: string) => stand.cancellations.cancel(clinic.staff, booking, 'clinic', 'Not needed.')],
    ['the language of the booking changes', async (booking: string) => service(Changes).change(clinic.staff, booking, { varietyId: 'som' }, { revision: 'whatever-it-is' })],
    ['an interpreter of the patient’s own variety is booked', async (booking: string) => {
      const interpreter = await stand.anInterpreter(clinic, interpreting('apd'));
      await stand.bookings.offer(clinic.staff, booking, [interpreter]);
      await accept(stand, booking, interpreter);
    }],
  ])('is off the list when %s', async (_, end) => {
    const booking = await waiting();
    await end(booking);
    await stand.settle();
    expect(await tasks()).toEqual([]);
  });

  it('is on the list again when the language of the booking is what it was', async () => {
    const booking = await waiting();
    for (const varietyId of ['som', 'apd']) {
      await service(Changes).change(clinic.staff, booking, { varietyId: varietyId }, { revision: 'whatever-it-is' });
      await stand.settle();
    }
    expect((await tasks()).map(({ bookingId }) => bookingId)).toEqual([booking]);
  });

  it('is not asked about where a close variety needs the patient’s word alone', async () => {
    const patientId = await stand.aPatient(clinic, { languages: [speaks('apc')] });
    const booking = await stand.aBooking(clinic, { patientId, varietyId: 'apc' });
    const { alternativesId } = await service(Alternatives).forBooking(clinic.staff, booking, 'arz');
    await service(Consents).take(clinic.staff, booking, said(alternativesId));
    await stand.settle();
    expect(await tasks()).toEqual([]);
  });
});
