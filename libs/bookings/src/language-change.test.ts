import type { InterpreterActor } from '@dragoman/platform';
import { type Clinic, type ClinicStand, clinicStand } from '../../../tests/support/clinic';
import { Changes } from './changes.service';

let stand: ClinicStand;
let clinic: Clinic;
let language: Changes;

beforeAll(async () => {
  stand = await clinicStand();
  clinic = await stand.aClinic();
  language = stand.nest.get(Changes, { strict: false });
});
afterAll(() => stand.close());
beforeEach(() => stand.clock.set(new Date('2026-11-24T09:42:00Z')));

const as = (interpreterId: string): InterpreterActor => ({ kind: 'interpreter', interpreterId });
const speaks = (varietyId: string) => ({ varietyId, role: 'speaks' as const, enoughForDoctor: true, learntHow: 'self' as const });
const skill = (varietyId: string, otherId = 'eng') => ({ varietyId, otherId, credential: null, credentialExpiresOn: null });
const both = () => stand.aPatient(clinic, { languages: [speaks('fvr'), speaks('tir')] });
const toTigrinya = (booking: string) => language.change(clinic.staff, booking, { varietyId: 'tir' }, { revision: 'whatever-it-is' });
const bookingRow = async (booking: string) =>
  (await stand.superuser.query('select state, variety_id as variety, pivot_id as pivot from bookings.bookings where id = $1', [booking])).rows[0];
const answer = async (booking: string, interpreterId: string, how: 'accept' | 'decline') => {
  const offer = (await stand.offersOf(booking)).find((one) => one.interpreterId === interpreterId);
  await stand.acceptance[how](as(interpreterId), offer?.id ?? '');
};

const aRelay = async () => {
  const near = await stand.anInterpreter(clinic, { skills: [skill('fvr', 'apd')] });
  const far = await stand.anInterpreter(clinic, { skills: [skill('apd')] });
  const relay = { pivotId: 'apd', pairs: [{ patientSideId: near, clinicSideId: far }] };
  return { near, far, booking: await stand.aBooking(clinic, { patientId: await both(), varietyId: 'fvr', relay }) };
};

describe('the language of a booking filled by a relay', () => {
  it('stays while somebody is asked for a side, holds one, or both are booked', async () => {
    const { booking, near, far } = await aRelay();
    const refused = { code: 'relay-under-way', message: expect.stringContaining('asked or booked for a relay') };
    await expect(toTigrinya(booking)).rejects.toMatchObject(refused);
    await answer(booking, near, 'accept');
    await expect(toTigrinya(booking)).rejects.toMatchObject(refused);
    await answer(booking, far, 'accept');
    await expect(toTigrinya(booking)).rejects.toMatchObject(refused);
    expect(await bookingRow(booking)).toEqual({ state: 'confirmed', variety: 'fvr', pivot: 'apd' });
  });

  it('changes when the relay has come to nothing, and one interpreter can fill it', async () => {
    const { booking, near, far } = await aRelay();
    await answer(booking, near, 'accept');
    await answer(booking, far, 'decline');
    await stand.runJobs();
    await toTigrinya(booking);
    expect(await bookingRow(booking)).toEqual({ state: 'requested', variety: 'tir', pivot: null });
    const direct = await stand.anInterpreter(clinic, { skills: [skill('tir')] });
    await stand.bookings.offer(clinic.staff, booking, [direct]);
    await answer(booking, direct, 'accept');
    expect(await bookingRow(booking)).toMatchObject({ state: 'confirmed', variety: 'tir' });
  });
});

describe('the language of a booking that is over', () => {
  it('stays, and the refusal says what the booking is, also where it was a relay', async () => {
    const { booking, near, far } = await aRelay();
    await answer(booking, near, 'accept');
    await answer(booking, far, 'accept');
    await stand.cancellations.cancel(clinic.staff, booking, 'clinic', 'The doctor is ill');
    await expect(toTigrinya(booking)).rejects.toMatchObject({ code: 'booking-state', message: 'This booking was cancelled. Nothing was changed.' });
  });

  it('stays once the appointment has begun', async () => {
    const booking = await stand.aBooking(clinic, { patientId: await both(), varietyId: 'fvr' });
    stand.clock.set(new Date('2026-12-03T14:30:00Z'));
    await expect(toTigrinya(booking)).rejects.toMatchObject({ code: 'appointment-over' });
    expect(await bookingRow(booking)).toMatchObject({ state: 'requested', variety: 'fvr' });
  });
});
