import type { InterpreterActor } from '@dragoman/platform';
import { type Clinic, type ClinicStand, clinicStand } from '../../../tests/support/clinic';
import { DirectBooking } from './direct-booking.service';
import { Entry } from './entry.entity';

let stand: ClinicStand;
let clinic: Clinic;
let direct: DirectBooking;

beforeAll(async () => {
  stand = await clinicStand();
  clinic = await stand.aClinic();
  direct = stand.nest.get(DirectBooking, { strict: false });
});
afterAll(() => stand.close());
beforeEach(() => stand.clock.set(new Date('2026-11-24T09:42:00Z')));

const as = (interpreterId: string): InterpreterActor => ({ kind: 'interpreter', interpreterId });
const assign = (bookingId: string, interpreterId: string): Promise<void> =>
  direct.assign(clinic.staff, bookingId, { interpreterId, agreed: 'by-phone', conflict: 'not-asked' });
const states = async (bookingId: string) => (await stand.offersOf(bookingId)).map(({ state }) => state).sort();

describe('booking somebody who already said yes', () => {
  it('confirms at once and says on the timeline how it was heard and who wrote it down', async () => {
    const interpreter = await stand.anInterpreter(clinic);
    const booking = await stand.aBooking(clinic);
    await assign(booking, interpreter);
    expect(await stand.count(`bookings.bookings where id = $1 and state = 'confirmed' and interpreter_id = $2`, [booking, interpreter])).toBe(1);
    expect(await stand.count('interpreters.commitments where booking_id = $1', [booking])).toBe(1);
    const [entry] = await stand.database.read(clinic.staff, (tx) => tx.findBy(Entry, { bookingId: booking, kind: 'confirmed' }));
    expect(entry).toMatchObject({ actorKind: 'staff', actorId: clinic.staff.accountId, detail: { interpreterId: interpreter, agreed: 'by-phone' } });
    expect(await stand.count(`audit.entries where action = 'booking.confirmed' and subject_id = $1`, [booking])).toBe(1);
  });

  it('uses the offer they are being asked with, and leaves the others to be told that it is filled', async () => {
    const [asked, other] = [await stand.anInterpreter(clinic), await stand.anInterpreter(clinic)];
    const booking = await stand.aBooking(clinic, { offerTo: [asked, other] });
    await assign(booking, asked);
    expect(await states(booking)).toEqual(['accepted', 'open']);
    const offer = (await stand.offersOf(booking)).find(({ interpreterId }) => interpreterId === other);
    await expect(stand.acceptance.accept(as(other), offer?.id ?? '')).rejects.toMatchObject({ code: 'already-filled' });
  });

  it('twice is once: a double click', async () => {
    const interpreter = await stand.anInterpreter(clinic);
    const booking = await stand.aBooking(clinic);
    await Promise.all([assign(booking, interpreter), assign(booking, interpreter)]);
    expect(await stand.count('bookings.assignments where booking_id = $1', [booking])).toBe(1);
    expect(await states(booking)).toEqual(['accepted']);
  });

  it('is refused by the same rules as an acceptance, with the reason, and nothing is booked', async () => {
    const elsewhere = await stand.aClinic();
    const interpreter = await stand.anInterpreter(clinic);
    await direct.assign(elsewhere.staff, await stand.aBooking(elsewhere, { time: '14:50' }), {
      interpreterId: interpreter,
      agreed: 'in-house',
      conflict: 'not-asked',
    });
    const booking = await stand.aBooking(clinic);
    await expect(assign(booking, interpreter)).rejects.toMatchObject({ code: 'interpreter-not-possible', details: { reason: 'interpreter-busy' } });
    expect(await states(booking)).toEqual([]);
  });

  it('never books a pair of level 3', async () => {
    const moroccan = await stand.anInterpreter(clinic, { skills: [{ varietyId: 'ary', credential: null, credentialExpiresOn: null }] });
    const booking = await stand.aBooking(clinic);
    await expect(assign(booking, moroccan)).rejects.toMatchObject({
      code: 'interpreter-not-possible',
      details: { reason: 'language-not-matched' },
    });
    expect(await stand.count('interpreters.commitments where booking_id = $1', [booking])).toBe(0);
  });

  it('against an acceptance at the same moment has one winner, and the other is told that it is filled', async () => {
    for (let turn = 0; turn < 10; turn++) {
      const [asked, heard] = [await stand.anInterpreter(clinic), await stand.anInterpreter(clinic)];
      const booking = await stand.aBooking(clinic, { offerTo: [asked] });
      const [offer] = await stand.offersOf(booking);
      const results = await Promise.allSettled([stand.acceptance.accept(as(asked), offer?.id ?? ''), assign(booking, heard)]);
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const result of results)
        if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'already-filled' });
      expect(await stand.count('interpreters.commitments where booking_id = $1', [booking])).toBe(1);
    }
  });

  it('of a cancelled booking is refused', async () => {
    const interpreter = await stand.anInterpreter(clinic);
    const booking = await stand.aBooking(clinic);
    await stand.cancellations.cancel(clinic.staff, booking, 'clinic', 'The doctor is ill');
    await expect(assign(booking, interpreter)).rejects.toMatchObject({ code: 'booking-state' });
    expect(await stand.count('interpreters.commitments where booking_id = $1', [booking])).toBe(0);
  });
});
