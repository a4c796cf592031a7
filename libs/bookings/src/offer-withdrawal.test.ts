import type { InterpreterActor } from '@dragoman/platform';
import { type Clinic, type ClinicStand, clinicStand } from '../../../tests/support/clinic';
import { OfferWithdrawal } from './offer-withdrawal.service';

let stand: ClinicStand;
let clinic: Clinic;
let withdrawal: OfferWithdrawal;

beforeAll(async () => {
  stand = await clinicStand();
  clinic = await stand.aClinic();
  withdrawal = stand.nest.get(OfferWithdrawal, { strict: false });
});
afterAll(() => stand.close());

const as = (interpreterId: string): InterpreterActor => ({ kind: 'interpreter', interpreterId });
const offered = async (to: readonly string[]) => {
  const bookingId = await stand.aBooking(clinic, { offerTo: [...to] });
  const offers = await stand.offersOf(bookingId);
  const offerTo = (interpreterId: string): string => {
    const offer = offers.find((one) => one.interpreterId === interpreterId);
    if (!offer) throw new Error('not offered');
    return offer.id;
  };
  const withdraw = (interpreterId: string) => withdrawal.withdraw(clinic.staff, bookingId, offerTo(interpreterId));
  const accept = (interpreterId: string) => stand.acceptance.accept(as(interpreterId), offerTo(interpreterId));
  const decline = (interpreterId: string) => stand.acceptance.decline(as(interpreterId), offerTo(interpreterId));
  const stateOf = async () => {
    const { rows } = await stand.superuser.query('select state from bookings.bookings where id = $1', [bookingId]);
    return rows[0].state as string;
  };
  return { bookingId, offerTo, withdraw, accept, decline, stateOf };
};

describe('withdrawing an offer', () => {
  it('ends that offer and no other; it cannot be accepted any more', async () => {
    const [one, other] = [await stand.anInterpreter(clinic), await stand.anInterpreter(clinic)];
    const { withdraw, accept, stateOf } = await offered([one, other]);
    await withdraw(one);
    await stand.runJobs();
    await expect(accept(one)).rejects.toMatchObject({ code: 'offer-withdrawn' });
    expect(await stateOf()).toBe('offering');
    await accept(other);
    expect(await stateOf()).toBe('confirmed');
  });

  it('of the last one leaves a booking that asks for a person again', async () => {
    const one = await stand.anInterpreter(clinic);
    const { withdraw, stateOf } = await offered([one]);
    await withdraw(one);
    await stand.runJobs();
    expect(await stateOf()).toBe('requested');
  });

  it('twice is once, also at the same moment: one line on the timeline', async () => {
    const one = await stand.anInterpreter(clinic);
    const { bookingId, withdraw } = await offered([one]);
    await Promise.all([withdraw(one), withdraw(one), withdraw(one)]);
    await withdraw(one);
    expect(await stand.count(`bookings.entries where booking_id = $1 and kind = 'withdrawn'`, [bookingId])).toBe(1);
  });

  it('at the moment of its acceptance has one winner, and both are told the truth', async () => {
    const interpreters = await Promise.all(Array.from({ length: 10 }, () => stand.anInterpreter(clinic)));
    for (const interpreter of interpreters) {
      const { bookingId, withdraw, accept } = await offered([interpreter]);
      const [accepted, withdrawn] = await Promise.allSettled([accept(interpreter), withdraw(interpreter)]);
      const isBooked = (await stand.count('bookings.assignments where booking_id = $1 and released_at is null', [bookingId])) === 1;
      expect(accepted.status).toBe(isBooked ? 'fulfilled' : 'rejected');
      expect(withdrawn.status).toBe(isBooked ? 'rejected' : 'fulfilled');
      expect(accepted.status === 'rejected' ? accepted.reason : withdrawn.status === 'rejected' ? withdrawn.reason : null).toMatchObject({
        code: isBooked ? 'offer-accepted' : 'offer-withdrawn',
      });
      await stand.cancellations.cancel(clinic.staff, bookingId, 'clinic', 'So that the next may be booked');
    }
  });

  it('after it was declined changes nothing, and says so', async () => {
    const [one, other] = [await stand.anInterpreter(clinic), await stand.anInterpreter(clinic)];
    const { withdraw, decline } = await offered([one, other]);
    await decline(one);
    await expect(withdraw(one)).rejects.toMatchObject({ code: 'offer-not-open' });
  });

  it('of another booking, or of another clinic, is not found', async () => {
    const one = await stand.anInterpreter(clinic);
    const [mine, another] = [await offered([one]), await stand.aBooking(clinic, { date: '2026-12-04' })];
    await expect(withdrawal.withdraw(clinic.staff, another, mine.offerTo(one))).rejects.toMatchObject({ code: 'offer-not-found' });
    const { staff } = await stand.aClinic();
    await expect(withdrawal.withdraw(staff, mine.bookingId, mine.offerTo(one))).rejects.toMatchObject({ code: 'booking-not-found' });
  });
});
