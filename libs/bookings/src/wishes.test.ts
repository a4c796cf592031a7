import { Patients } from '@dragoman/patients';
import type { InterpreterActor } from '@dragoman/platform';
import { type Clinic, type ClinicStand, clinicStand } from '../../../tests/support/clinic';
import { aPatient, until } from '../../../tests/support/desk';
import { Changes } from './changes.service';
import { DirectBooking } from './direct-booking.service';
import { InterpreterSearch } from './search.service';

let stand: ClinicStand;
let clinic: Clinic;
let patients: Patients;

beforeAll(async () => {
  stand = await clinicStand();
  clinic = await stand.aClinic();
  patients = stand.nest.get(Patients, { strict: false });
});
afterAll(() => stand.close());
beforeEach(() => stand.clock.set(new Date('2026-11-24T09:42:00Z')));

const as = (interpreterId: string): InterpreterActor => ({ kind: 'interpreter', interpreterId });
const wishing = (more: object) => ({ ...aPatient(), interpreterWishes: { ...aPatient().interpreterWishes, ...more } });
const offerTo = async (bookingId: string, interpreterId: string): Promise<string> =>
  (await stand.offersOf(bookingId)).find((offer) => offer.interpreterId === interpreterId)?.id ?? '';

describe('an interpreter whom the patient refuses', () => {
  it('is never offered, booked by staff or found possible, and staff see why', async () => {
    const interpreter = await stand.anInterpreter(clinic);
    const patientId = await stand.aPatient(clinic, wishing({ refused: [interpreter] }));
    await expect(stand.aBooking(clinic, { patientId, offerTo: [interpreter] })).rejects.toMatchObject({
      code: 'interpreter-not-possible',
      details: { reason: 'refused-by-patient' },
    });
    const booking = await stand.aBooking(clinic, { patientId });
    await expect(
      stand.nest.get(DirectBooking, { strict: false }).assign(clinic.staff, booking, { interpreterId: interpreter, agreed: 'by-phone', conflict: 'not-asked' }),
    ).rejects.toMatchObject({ details: { reason: 'refused-by-patient' } });
    const { possible, notPossible } = await stand.nest.get(InterpreterSearch, { strict: false }).forBooking(clinic.staff, booking);
    expect(possible.map(({ interpreterId }) => interpreterId)).not.toContain(interpreter);
    expect(notPossible.find(({ interpreterId }) => interpreterId === interpreter)?.code).toBe('refused-by-patient');
  });

  it('who is being asked loses the offer at once, and the booking asks for somebody else', async () => {
    const interpreter = await stand.anInterpreter(clinic);
    const patientId = await stand.aPatient(clinic);
    const booking = await stand.aBooking(clinic, { patientId, offerTo: [interpreter] });
    await patients.refuse(clinic.staff, patientId, interpreter);
    await stand.runJobs();
    expect((await stand.offersOf(booking)).map(({ state }) => state)).toEqual(['withdrawn']);
    expect(await stand.count(`bookings.bookings where id = $1 and state = 'requested'`, [booking])).toBe(1);
  });

  it('who accepts before that is done is not booked, and cannot tell that it was about them', async () => {
    const interpreter = await stand.anInterpreter(clinic);
    const patientId = await stand.aPatient(clinic);
    const booking = await stand.aBooking(clinic, { patientId, offerTo: [interpreter] });
    await stand.superuser.query(
      `insert into bookings.interpreter_wishes select id, organisation_id, $2, 'refused' from bookings.bookings where id = $1`,
      [booking, interpreter],
    );
    await expect(stand.acceptance.accept(as(interpreter), await offerTo(booking, interpreter))).rejects.toMatchObject({
      code: 'offer-withdrawn',
      message: 'The clinic has taken this offer back.',
    });
  });

  it('is kept with who wrote it down and nothing else; another organisation, other interpreters see nothing of it', async () => {
    const [refused, other] = [await stand.anInterpreter(clinic), await stand.anInterpreter(clinic)];
    const patientId = await stand.aPatient(clinic);
    const booking = await stand.aBooking(clinic, { patientId, offerTo: [other] });
    await patients.refuse(clinic.staff, patientId, refused);
    await patients.refuse(clinic.staff, patientId, refused);
    await stand.runJobs();
    const { rows } = await stand.superuser.query('select * from patients.interpreter_wishes where patient_id = $1', [patientId]);
    expect(rows).toEqual([
      {
        organisation_id: clinic.staff.organisationId,
        patient_id: patientId,
        interpreter_id: refused,
        wish: 'refused',
        recorded_by: clinic.staff.accountId,
        recorded_at: stand.clock.now(),
      },
    ]);
    const wishesSeenBy = (actor: Parameters<typeof stand.database.read>[0]) =>
      stand.database.read(actor, (tx) => tx.query('select interpreter_id from bookings.interpreter_wishes where booking_id = $1', [booking]));
    expect(await wishesSeenBy(clinic.staff)).toEqual([{ interpreter_id: refused }]);
    expect(await wishesSeenBy(as(other))).toEqual([]);
    const elsewhere = await stand.aClinic();
    expect(await wishesSeenBy(elsewhere.staff)).toEqual([]);
    expect(await stand.database.read(elsewhere.staff, (tx) => tx.query('select * from patients.interpreter_wishes'))).toEqual([]);
    await expect(stand.database.read(as(other), (tx) => tx.query('select * from patients.interpreter_wishes'))).rejects.toThrow(/permission denied/);
  });

  it('cannot be wanted at the same time', async () => {
    const interpreter = await stand.anInterpreter(clinic);
    await expect(stand.aPatient(clinic, wishing({ wanted: [interpreter], refused: [interpreter] }))).rejects.toMatchObject({
      code: 'wanted-and-refused',
    });
  });
});

describe('a wish for somebody', () => {
  it('puts whom they want first', async () => {
    const others = [await stand.anInterpreter(clinic), await stand.anInterpreter(clinic)];
    const wanted = others[1] ?? '';
    const patientId = await stand.aPatient(clinic, wishing({ wanted: [wanted] }));
    const booking = await stand.aBooking(clinic, { patientId });
    const { possible } = await stand.nest.get(InterpreterSearch, { strict: false }).forBooking(clinic.staff, booking);
    expect(possible[0]?.interpreterId).toBe(wanted);
  });

  it('for nobody from near by refuses whoever lives around the corner', async () => {
    const neighbour = await stand.anInterpreter(clinic, { home: { latitude: 51.501, longitude: -0.101 } });
    const patientId = await stand.aPatient(clinic, wishing({ avoidsLocalArea: true }));
    await expect(stand.aBooking(clinic, { patientId, offerTo: [neighbour] })).rejects.toMatchObject({
      details: { reason: 'not-from-local-area' },
    });
  });

  it('for a role beside an interpreter stands on the booking, and is renewed with the profile', async () => {
    const patientId = await stand.aPatient(clinic, wishing({ roleBeside: 'advocate' }));
    const booking = await stand.aBooking(clinic, { patientId });
    const role = async () => (await stand.superuser.query('select role_beside from bookings.bookings where id = $1', [booking])).rows[0].role_beside;
    expect(await role()).toBe('advocate');
    await patients.update(clinic.staff, patientId, wishing({ roleBeside: null }));
    await stand.runJobs();
    expect(await role()).toBeNull();
  });
});

describe('a wish for a woman or a man that was said for one appointment', () => {
  const genders = async (booking: string) =>
    (await stand.superuser.query('select required_gender as required, preferred_gender as preferred from bookings.bookings where id = $1', [booking])).rows[0];

  it('survives a change of the profile that requires nothing, and gives way to one that does', async () => {
    const patientId = await stand.aPatient(clinic);
    const booking = await stand.aBooking(clinic, { patientId });
    const gender = { gender: 'woman', strength: 'required' } as const;
    await stand.nest.get(Changes, { strict: false }).change(clinic.staff, booking, { gender }, { revision: 'whatever-it-is' });
    await patients.update(clinic.staff, patientId, { ...aPatient(), name: 'Amna Idris' });
    await stand.runJobs();
    expect(await genders(booking)).toEqual({ required: 'woman', preferred: null });
    await patients.update(clinic.staff, patientId, { ...aPatient(), genderWish: { gender: 'man', strength: 'required' } });
    await stand.runJobs();
    expect(await genders(booking)).toEqual({ required: 'man', preferred: null });
  });
});

describe('a patient who wants nobody from their community', () => {
  const asking = async () => {
    const interpreter = await stand.anInterpreter(clinic);
    const patientId = await stand.aPatient(clinic, wishing({ avoidsCommunity: true }));
    const booking = await stand.aBooking(clinic, { patientId, offerTo: [interpreter] });
    return { interpreter, booking, offerId: await offerTo(booking, interpreter) };
  };

  it('gets nobody who was not asked whether anything stands against it', async () => {
    const { interpreter, booking, offerId } = await asking();
    await expect(stand.acceptance.accept(as(interpreter), offerId)).rejects.toMatchObject({ code: 'conflict-unanswered' });
    await expect(
      stand.nest.get(DirectBooking, { strict: false }).assign(clinic.staff, booking, { interpreterId: interpreter, agreed: 'by-phone', conflict: 'not-asked' }),
    ).rejects.toMatchObject({ code: 'conflict-unanswered' });
    expect(await stand.count('interpreters.commitments where booking_id = $1', [booking])).toBe(0);
  });

  it('keeps only that the question was answered, and when, however often it is sent', async () => {
    const { interpreter, booking, offerId } = await asking();
    await Promise.all([1, 2].map(() => stand.acceptance.accept(as(interpreter), offerId, 'none')));
    const { rows } = await stand.superuser.query('select state, no_conflict_at from bookings.offers where id = $1', [offerId]);
    expect(rows).toEqual([{ state: 'accepted', no_conflict_at: stand.clock.now() }]);
    expect(await stand.count('bookings.assignments where booking_id = $1', [booking])).toBe(1);
    await until(async () => (await stand.count('bookings.entries where booking_id = $1', [booking])) === 3, 'requested, offered, confirmed');
  });
});
