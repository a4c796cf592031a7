import type { InterpreterActor } from '@dragoman/platform';
import { type Clinic, type ClinicStand, clinicStand } from '../../../tests/support/clinic';
import { GivingBack } from './giving-back.service';
import { Replacement } from './replacement.service';

let stand: ClinicStand;
let clinic: Clinic;
let givingBack: GivingBack;
let replacement: Replacement;

beforeAll(async () => {
  stand = await clinicStand();
  clinic = await stand.aClinic();
  givingBack = stand.nest.get(GivingBack, { strict: false });
  replacement = stand.nest.get(Replacement, { strict: false });
});
afterAll(() => stand.close());
beforeEach(() => stand.clock.set(new Date('2026-11-24T09:42:00Z')));

const as = (interpreterId: string): InterpreterActor => ({ kind: 'interpreter', interpreterId });
const row = async (booking: string) =>
  (await stand.superuser.query('select state, interpreter_id as "interpreterId", version from bookings.bookings where id = $1', [booking])).rows[0];
const offerOf = async (booking: string, interpreter: string) =>
  (await stand.offersOf(booking)).find(({ interpreterId }) => interpreterId === interpreter)?.id ?? '';
const busy = (interpreter: string) => stand.count('interpreters.commitments where interpreter_id = $1', [interpreter]);
const entries = async (booking: string, kind: string) =>
  (await stand.superuser.query('select actor_kind as "by", detail from bookings.entries where booking_id = $1 and kind = $2', [booking, kind])).rows;
const booked = async () => {
  const hiba = await stand.anInterpreter(clinic);
  const booking = await stand.aBooking(clinic, { offerTo: [hiba] });
  const offer = await offerOf(booking, hiba);
  await stand.acceptance.accept(as(hiba), offer);
  return { hiba, booking, offer };
};

describe('an accepted job that is given back', () => {
  it('frees the interpreter and asks for a person again, in good time without a word', async () => {
    const { hiba, booking, offer } = await booked();
    await givingBack.giveBack(as(hiba), offer, null);
    expect(await row(booking)).toMatchObject({ state: 'requested', interpreterId: null });
    expect(await busy(hiba)).toBe(0);
    expect(await entries(booking, 'given-back')).toEqual([{ by: 'interpreter', detail: { interpreterId: hiba, offerId: offer, isLate: false } }]);
    const other = await stand.anInterpreter(clinic);
    await stand.bookings.offer(clinic.staff, booking, [other]);
    await stand.acceptance.accept(as(other), await offerOf(booking, other));
    expect(await row(booking)).toMatchObject({ state: 'confirmed', interpreterId: other });
  });

  it('close to the appointment wants a word for the coordinator, which only the timeline keeps', async () => {
    const { hiba, booking, offer } = await booked();
    stand.clock.set(new Date('2026-12-01T14:31:00Z'));
    await expect(givingBack.giveBack(as(hiba), offer, null)).rejects.toMatchObject({ code: 'reason-needed' });
    expect(await row(booking)).toMatchObject({ state: 'confirmed' });
    await givingBack.giveBack(as(hiba), offer, 'My child is in hospital');
    expect(await entries(booking, 'given-back')).toMatchObject([{ detail: { isLate: true, reason: 'My child is in hospital' } }]);
    expect(await stand.count(`audit.entries where details::text like '%hospital%'`)).toBe(0);
  });

  it('before the others heard that it was filled leaves them asked, and the booking is being offered', async () => {
    const [hiba, other] = [await stand.anInterpreter(clinic), await stand.anInterpreter(clinic)];
    const booking = await stand.aBooking(clinic, { offerTo: [hiba, other] });
    const offer = await offerOf(booking, hiba);
    await stand.acceptance.accept(as(hiba), offer);
    await givingBack.giveBack(as(hiba), offer, null);
    await stand.runJobs();
    expect(await row(booking)).toMatchObject({ state: 'offering', interpreterId: null });
    await stand.acceptance.accept(as(other), await offerOf(booking, other));
    expect(await row(booking)).toMatchObject({ state: 'confirmed', interpreterId: other });
  });

  it('twice is once, also both at the same moment', async () => {
    const { hiba, booking, offer } = await booked();
    await Promise.all([givingBack.giveBack(as(hiba), offer, null), givingBack.giveBack(as(hiba), offer, null)]);
    await givingBack.giveBack(as(hiba), offer, null);
    expect(await entries(booking, 'given-back')).toHaveLength(1);
  });

  it('is nobody else’s to give back, and not once it has begun', async () => {
    const { hiba, booking, offer } = await booked();
    const other = await stand.anInterpreter(clinic);
    await expect(givingBack.giveBack(as(other), offer, null)).rejects.toMatchObject({ code: 'offer-not-found' });
    stand.clock.set(new Date('2026-12-03T14:30:00Z'));
    await expect(givingBack.giveBack(as(hiba), offer, 'Late')).rejects.toMatchObject({ code: 'appointment-over' });
    expect(await row(booking)).toMatchObject({ state: 'confirmed', interpreterId: hiba });
  });

  it('of one side of a relay frees the other side too, for nobody is booked alone', async () => {
    const skill = (varietyId: string, otherId = 'eng') => ({ varietyId, otherId, credential: null, credentialExpiresOn: null });
    const near = await stand.anInterpreter(clinic, { skills: [skill('fvr', 'apd')] });
    const far = await stand.anInterpreter(clinic, { skills: [skill('apd')] });
    const patientId = await stand.aPatient(clinic, { languages: [{ varietyId: 'fvr', role: 'speaks', enoughForDoctor: true, learntHow: 'self' }] });
    const booking = await stand.aBooking(clinic, {
      patientId, varietyId: 'fvr', relay: { pivotId: 'apd', pairs: [{ patientSideId: near, clinicSideId: far }] },
    });
    for (const one of [near, far]) await stand.acceptance.accept(as(one), await offerOf(booking, one));
    await givingBack.giveBack(as(near), await offerOf(booking, near), null);
    await stand.runJobs();
    expect(await row(booking)).toMatchObject({ state: 'requested', interpreterId: null });
    expect((await busy(near)) + (await busy(far))).toBe(0);
  });
});

describe('somebody else in one step', () => {
  const heard = (interpreterId: string) => ({ interpreterId, agreed: 'by-phone' as const, conflict: 'not-asked' as const });

  it('books one and frees the other, and the booking stays confirmed all the time', async () => {
    const { hiba, booking } = await booked();
    const rasha = await stand.anInterpreter(clinic);
    const { version } = await row(booking);
    await replacement.swap(clinic.staff, booking, hiba, heard(rasha));
    await replacement.swap(clinic.staff, booking, hiba, heard(rasha));
    expect(await row(booking)).toMatchObject({ state: 'confirmed', interpreterId: rasha, version: version + 1 });
    expect([await busy(hiba), await busy(rasha)]).toEqual([0, 1]);
    expect(await entries(booking, 'replaced')).toHaveLength(1);
  });

  it('does nothing where the other one cannot: whoever is booked stays booked', async () => {
    const { hiba, booking } = await booked();
    const never = await stand.anInterpreter(clinic, { hours: [] });
    await expect(replacement.swap(clinic.staff, booking, hiba, heard(never))).rejects.toMatchObject({ code: 'interpreter-not-possible' });
    expect(await row(booking)).toMatchObject({ state: 'confirmed', interpreterId: hiba });
    expect(await busy(hiba)).toBe(1);
  });

  it('of two bookings that trade interpreters at once never deadlocks', async () => {
    const [one, two] = [await booked(), await stand.anInterpreter(clinic)];
    const later = await stand.aBooking(clinic, { time: '17:30', offerTo: [two] });
    await stand.acceptance.accept(as(two), await offerOf(later, two));
    await Promise.all([
      replacement.swap(clinic.staff, one.booking, one.hiba, heard(two)),
      replacement.swap(clinic.staff, later, two, heard(one.hiba)),
    ]);
    expect([(await row(one.booking)).interpreterId, (await row(later)).interpreterId]).toEqual([two, one.hiba]);
  });
});
