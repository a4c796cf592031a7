import { randomUUID } from 'node:crypto';
import type { InterpreterActor } from '@dragoman/platform';
import { type Clinic, type ClinicStand, clinicStand } from '../../../tests/support/clinic';

let stand: ClinicStand;
let clinic: Clinic;

beforeAll(async () => {
  stand = await clinicStand();
  clinic = await stand.aClinic();
});
afterAll(() => stand.close());
beforeEach(() => stand.clock.set(new Date('2026-11-24T09:42:00Z')));

const as = (interpreterId: string): InterpreterActor => ({ kind: 'interpreter', interpreterId });
const accept = async (bookingId: string, interpreterId: string): Promise<void> => {
  const offer = (await stand.offersOf(bookingId)).find((one) => one.interpreterId === interpreterId);
  await stand.acceptance.accept(as(interpreterId), offer?.id ?? randomUUID());
};
const refusal = (code: string) => expect.objectContaining({ code });

describe('booking', () => {
  it('twice with one key books once: a double click', async () => {
    const patientId = await stand.aPatient(clinic);
    const requestKey = randomUUID();
    const ids = await Promise.all([1, 2, 3].map(() => stand.aBooking(clinic, { patientId, requestKey })));
    expect(new Set(ids).size).toBe(1);
    expect(await stand.count('bookings.bookings where patient_id = $1', [patientId])).toBe(1);
  });

  it('does not take an edited form for the one that was booked before its answer was lost', async () => {
    const patientId = await stand.aPatient(clinic);
    const requestKey = randomUUID();
    await stand.aBooking(clinic, { patientId, requestKey });
    await expect(stand.aBooking(clinic, { patientId, requestKey, time: '16:30' })).rejects.toMatchObject({
      code: 'already-booked',
      message: expect.stringMatching(/as D-\d+/),
    });
    expect(await stand.count('bookings.bookings where patient_id = $1', [patientId])).toBe(1);
  });

  it('keeps what it is about, and a blank as a blank; a topic nobody knows is refused by the database', async () => {
    const [said, blank] = [await stand.aBooking(clinic, { topic: 'maternity' }), await stand.aBooking(clinic, { topic: null })];
    const { rows } = await stand.superuser.query('select topic from bookings.bookings where id = any($1) order by topic', [[said, blank]]);
    expect(rows).toEqual([{ topic: 'maternity' }, { topic: null }]);
    await expect(stand.superuser.query(`update bookings.bookings set topic = 'anything' where id = $1`, [said])).rejects.toMatchObject({
      constraint: 'a_topic_is_known',
    });
  });

  it('does not take a booking about something else for the same one', async () => {
    const patientId = await stand.aPatient(clinic);
    const requestKey = randomUUID();
    await stand.aBooking(clinic, { patientId, requestKey });
    await expect(stand.aBooking(clinic, { patientId, requestKey, topic: 'safeguarding' })).rejects.toEqual(refusal('already-booked'));
  });

  it('refuses a time that has passed', async () => {
    await expect(stand.aBooking(clinic, { date: '2026-11-24', time: '09:42' })).rejects.toEqual(refusal('starts-in-the-past'));
  });

  it('refuses a year that was typed wrong, instead of keeping an appointment that no screen can show', async () => {
    for (const date of ['2062-12-03', '9999-12-31'])
      await expect(stand.aBooking(clinic, { date })).rejects.toEqual(refusal('starts-too-far-ahead'));
  });

  it('asks what is meant on the nights when the clocks change', async () => {
    await expect(stand.aBooking(clinic, { date: '2027-03-28', time: '01:30' })).rejects.toEqual(refusal('time-does-not-exist'));
    await expect(stand.aBooking(clinic, { date: '2027-10-31', time: '01:30' })).rejects.toEqual(refusal('time-happens-twice'));
    const later = await stand.aBooking(clinic, { date: '2027-10-31', time: '01:30', fold: 'later' });
    const { rows } = await stand.superuser.query('select starts_at from bookings.bookings where id = $1', [later]);
    expect(rows[0].starts_at.toISOString()).toBe('2027-10-31T01:30:00.000Z');
  });

  it('refuses a language that the patient did not declare', async () => {
    await expect(stand.aBooking(clinic, { varietyId: 'apc' })).rejects.toEqual(refusal('not-the-patients-language'));
  });

  it('refuses a patient whose language nobody knows yet, and says so', async () => {
    const patientId = await stand.aPatient(clinic, { languages: [], unidentified: { country: 'ER', hint: null } });
    await expect(stand.aBooking(clinic, { patientId })).rejects.toEqual(refusal('language-unknown'));
  });

  it('books nothing at all when one of those to be asked is not possible', async () => {
    const patientId = await stand.aPatient(clinic);
    const fits = await stand.anInterpreter(clinic);
    const speaksEgyptian = await stand.anInterpreter(clinic, {
      skills: [{ varietyId: 'arz', credential: null, credentialExpiresOn: null }],
    });
    await expect(stand.aBooking(clinic, { patientId, offerTo: [fits, speaksEgyptian] })).rejects.toEqual(
      refusal('interpreter-not-possible'),
    );
    expect(await stand.count('bookings.bookings where patient_id = $1', [patientId])).toBe(0);
  });
});

describe('acceptance', () => {
  it('of the first wins; the second is told kindly', async () => {
    const [first, second] = [await stand.anInterpreter(clinic), await stand.anInterpreter(clinic)];
    const booking = await stand.aBooking(clinic, { offerTo: [first, second] });
    await accept(booking, first);
    await expect(accept(booking, second)).rejects.toEqual(refusal('already-filled'));
  });

  it('twice by the same interpreter is acceptance once', async () => {
    const interpreter = await stand.anInterpreter(clinic);
    const booking = await stand.aBooking(clinic, { offerTo: [interpreter] });
    await accept(booking, interpreter);
    await accept(booking, interpreter);
    expect(await stand.count('bookings.assignments where booking_id = $1', [booking])).toBe(1);
  });

  it('by 20 at once has one winner, one assignment, one commitment', async () => {
    const interpreters = await Promise.all(Array.from({ length: 20 }, () => stand.anInterpreter(clinic)));
    const booking = await stand.aBooking(clinic, { offerTo: interpreters });
    const results = await Promise.allSettled(interpreters.map((id) => accept(booking, id)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await stand.count('bookings.assignments where booking_id = $1', [booking])).toBe(1);
    expect(await stand.count('interpreters.commitments where booking_id = $1', [booking])).toBe(1);
  });

  it('after the offer expired is refused, also before the sweep wrote it down: silence never accepts', async () => {
    const interpreter = await stand.anInterpreter(clinic);
    const booking = await stand.aBooking(clinic, { offerTo: [interpreter] });
    stand.clock.set(new Date('2026-11-25T09:42:00Z'));
    await expect(accept(booking, interpreter)).rejects.toEqual(refusal('offer-expired'));
  });

  it('after an overlap appeared in another organisation is refused without saying where', async () => {
    const elsewhere = await stand.aClinic();
    const interpreter = await stand.anInterpreter(clinic);
    const here = await stand.aBooking(clinic, { offerTo: [interpreter] });
    const there = await stand.aBooking(elsewhere, { offerTo: [interpreter], time: '14:50' });
    await accept(there, interpreter);
    await expect(accept(here, interpreter)).rejects.toEqual(
      expect.objectContaining({ message: expect.not.stringContaining('Clinic') }),
    );
    expect(await stand.count('interpreters.commitments where interpreter_id = $1', [interpreter])).toBe(1);
  });

  it('across town with ten minutes between is refused, also when both are accepted at once', async () => {
    const elsewhere = await stand.aClinic();
    await stand.superuser.query('update organisations.sites set latitude = 51.65 where id = $1', [elsewhere.siteId]);
    const interpreter = await stand.anInterpreter(clinic);
    const first = await stand.aBooking(clinic, { offerTo: [interpreter], time: '14:30', length: 40 });
    const next = await stand.aBooking(elsewhere, { offerTo: [interpreter], time: '15:20', length: 40 });
    const results = await Promise.allSettled([accept(first, interpreter), accept(next, interpreter)]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('of an offer that was made to somebody else is not found', async () => {
    const [asked, other] = [await stand.anInterpreter(clinic), await stand.anInterpreter(clinic)];
    const booking = await stand.aBooking(clinic, { offerTo: [asked] });
    const [offer] = await stand.offersOf(booking);
    await expect(stand.acceptance.accept(as(other), offer?.id ?? '')).rejects.toEqual(refusal('offer-not-found'));
  });
});

describe('the database itself', () => {
  it('refuses to put an interpreter in two places, whoever asks', async () => {
    const interpreter = await stand.anInterpreter(clinic);
    const insert = () =>
      stand.superuser.query(
        `insert into interpreters.commitments (id, interpreter_id, during, booking_id, modality)
         values ($1, $2, tstzrange('2027-01-01 10:00Z', '2027-01-01 11:00Z'), $3, 'phone')`,
        [randomUUID(), interpreter, randomUUID()],
      );
    await insert();
    await expect(insert()).rejects.toMatchObject({ code: '23P01', constraint: 'an_interpreter_is_in_one_place_at_a_time' });
  });

  it('refuses two winners of one slot', async () => {
    const interpreter = await stand.anInterpreter(clinic);
    const booking = await stand.aBooking(clinic, { offerTo: [interpreter] });
    await accept(booking, interpreter);
    await expect(
      stand.superuser.query(
        `insert into bookings.assignments select $2, slot_id, booking_id, organisation_id, interpreter_id, null, now(), null
           from bookings.assignments where booking_id = $1`,
        [booking, randomUUID()],
      ),
    ).rejects.toMatchObject({ code: '23505', constraint: 'a_slot_is_filled_once' });
  });
});

describe('cancelling', () => {
  it('frees the interpreter at once and withdraws what is still offered', async () => {
    const [winner, other] = [await stand.anInterpreter(clinic), await stand.anInterpreter(clinic)];
    const booking = await stand.aBooking(clinic, { offerTo: [winner, other] });
    await accept(booking, winner);
    await stand.cancellations.cancel(clinic.staff, booking, 'clinic', 'The doctor is ill');
    expect(await stand.count('interpreters.commitments where booking_id = $1', [booking])).toBe(0);
    expect((await stand.offersOf(booking)).map(({ state }) => state).sort()).toEqual(['accepted', 'withdrawn']);
    await expect(accept(booking, other)).rejects.toMatchObject({ kind: 'conflict' });
  });

  it('at the moment of an acceptance leaves nobody booked, whichever comes first', async () => {
    const interpreters = await Promise.all(Array.from({ length: 10 }, () => stand.anInterpreter(clinic)));
    for (const interpreter of interpreters) {
      const booking = await stand.aBooking(clinic, { offerTo: [interpreter] });
      await Promise.allSettled([
        accept(booking, interpreter),
        stand.cancellations.cancel(clinic.staff, booking, 'clinic', 'The doctor is ill'),
      ]);
      expect(await stand.count(`bookings.bookings where id = $1 and state = 'cancelled'`, [booking])).toBe(1);
      expect(await stand.count('interpreters.commitments where booking_id = $1', [booking])).toBe(0);
      expect(await stand.count('bookings.assignments where booking_id = $1 and released_at is null', [booking])).toBe(0);
    }
  });

  it('twice is refused the second time, and says what the booking is', async () => {
    const booking = await stand.aBooking(clinic);
    await stand.cancellations.cancel(clinic.staff, booking, 'patient', 'Moved away');
    await expect(stand.cancellations.cancel(clinic.staff, booking, 'clinic', 'again')).rejects.toMatchObject({
      code: 'booking-state',
      message: expect.stringContaining('was cancelled'),
    });
  });
});

describe('who sees what', () => {
  it('an interpreter sees the bookings offered to them and no others, also without a where', async () => {
    const [asked, other] = [await stand.anInterpreter(clinic), await stand.anInterpreter(clinic)];
    const booking = await stand.aBooking(clinic, { offerTo: [asked] });
    const seenBy = (id: string) => stand.database.read(as(id), (tx) => tx.query('select id from bookings.bookings'));
    expect(await seenBy(asked)).toEqual([{ id: booking }]);
    expect(await seenBy(other)).toEqual([]);
    await expect(stand.database.read(as(asked), (tx) => tx.query('select * from patients.patients'))).rejects.toThrow(
      /permission denied/,
    );
  });

  it('a patient’s link sees one booking', async () => {
    const patientId = await stand.aPatient(clinic);
    const mine = await stand.aBooking(clinic, { patientId });
    await stand.aBooking(clinic, { patientId, time: '16:00' });
    const { organisationId } = clinic.staff;
    const seen = await stand.database.read({ kind: 'patient', organisationId, bookingId: mine, patientId }, (tx) =>
      tx.query('select id from bookings.bookings'),
    );
    expect(seen).toEqual([{ id: mine }]);
  });

  it('nobody but staff and jobs reads a timeline, where staff write in their own words', async () => {
    const interpreter = await stand.anInterpreter(clinic);
    const patientId = await stand.aPatient(clinic);
    const bookingId = await stand.aBooking(clinic, { patientId, offerTo: [interpreter] });
    const { organisationId } = clinic.staff;
    for (const actor of [as(interpreter), { kind: 'patient', organisationId, bookingId, patientId } as const])
      await expect(stand.database.read(actor, (tx) => tx.query('select * from bookings.entries'))).rejects.toThrow(
        /permission denied/,
      );
  });

  it('another organisation sees nothing, also without a where', async () => {
    await stand.aBooking(clinic);
    const other = await stand.aClinic();
    for (const table of ['bookings', 'offers', 'slots', 'assignments', 'entries'])
      expect(await stand.database.read(other.staff, (tx) => tx.query(`select * from bookings.${table}`))).toEqual([]);
  });
});

describe('a patient’s answer', () => {
  it('is kept once however often it is sent, and may be changed until the appointment ends', async () => {
    const patientId = await stand.aPatient(clinic);
    const bookingId = await stand.aBooking(clinic, { patientId });
    const { organisationId } = clinic.staff;
    const patient = { kind: 'patient', organisationId, bookingId, patientId } as const;
    for (const answer of ['coming', 'coming', 'cannot-come'] as const)
      await stand.bookings.answer(patient, { bookingId, answer, via: 'page' });
    expect(await stand.count(`bookings.entries where booking_id = $1 and kind = 'answered'`, [bookingId])).toBe(2);
    stand.clock.set(new Date('2026-12-03T15:10:00Z'));
    await expect(stand.bookings.answer(patient, { bookingId, answer: 'coming', via: 'page' })).rejects.toEqual(
      refusal('appointment-over'),
    );
  });
});
