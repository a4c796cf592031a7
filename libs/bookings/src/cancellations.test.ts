import { newId } from '@dragoman/kernel';
import type { StaffActor } from '@dragoman/platform';
import { type Clinic, type ClinicStand, clinicStand } from '../../../tests/support/clinic';
import { writeAgain } from '../../../tests/support/second-row';
import { Cancellations } from './cancellations.service';

let stand: ClinicStand;
let clinic: Clinic;
let cancellations: Cancellations;

beforeAll(async () => {
  stand = await clinicStand();
  clinic = await stand.aClinic();
  cancellations = stand.nest.get(Cancellations, { strict: false });
});
afterAll(() => stand.close());
beforeEach(() => stand.clock.set(new Date('2026-11-24T09:42:00Z')));

const rows = async (booking: string) =>
  (await stand.superuser.query('select by, reason, notice_minutes as "notice", is_late as "isLate", void_reason as "voided" from bookings.cancellations where booking_id = $1 order by at', [booking])).rows;
const row = async (booking: string) => (await stand.superuser.query('select state, version from bookings.bookings where id = $1', [booking])).rows[0];
const busy = (interpreter: string) => stand.count('interpreters.commitments where interpreter_id = $1', [interpreter]);
const booked = async () => {
  const hiba = await stand.anInterpreter(clinic);
  const booking = await stand.aBooking(clinic, { offerTo: [hiba] });
  const [offer] = await stand.offersOf(booking);
  await stand.acceptance.accept({ kind: 'interpreter', interpreterId: hiba }, offer?.id ?? '');
  return { hiba, booking };
};
const cancel = (booking: string, by: 'clinic' | 'patient' = 'clinic', reason = 'The doctor is ill') => cancellations.cancel(clinic.staff, booking, by, reason);

describe('a cancellation', () => {
  it('says whose it was, why, how long before, and that it was in good time', async () => {
    const { hiba, booking } = await booked();
    await cancel(booking);
    expect(await rows(booking)).toEqual([{ by: 'clinic', reason: 'The doctor is ill', notice: 13_248, isLate: false, voided: null }]);
    expect(await busy(hiba)).toBe(0);
  });

  it.each([
    ['2026-12-02T14:30:00.000Z', false],
    ['2026-12-02T14:30:00.001Z', true],
  ])('at %s, a day before, is late: %s, as the policy says', async (now, isLate) => {
    const { booking } = await booked();
    stand.clock.set(new Date(now));
    await cancel(booking);
    expect(await rows(booking)).toMatchObject([{ isLate }]);
  });

  it('is made once: a second one, or another reason for it, is refused and changes nothing', async () => {
    const { booking } = await booked();
    await cancel(booking);
    await expect(cancel(booking, 'patient', 'It was them')).rejects.toMatchObject({ code: 'booking-state' });
    expect(await rows(booking)).toMatchObject([{ by: 'clinic', reason: 'The doctor is ill' }]);
  });

  it('of two at once is one', async () => {
    const { booking } = await booked();
    const both = await Promise.allSettled([cancel(booking), cancel(booking, 'patient', 'It was them')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await rows(booking)).toHaveLength(1);
  });

  it('stands alone, whoever writes another: the database refuses', async () => {
    const { booking } = await booked();
    await cancel(booking);
    await expect(writeAgain(stand.superuser, 'bookings.cancellations', booking, { id: newId() })).rejects.toMatchObject({
      constraint: 'a_booking_is_cancelled_once_at_a_time',
    });
  });

  it.each([`by = 'patient'`, `reason = 'another'`, 'is_late = true', `at = now()`, 'notice_minutes = 0'])(
    'is not relabelled by anybody, the owner of the tables included: %s',
    async (set) => {
      const { booking } = await booked();
      await cancel(booking);
      await expect(stand.superuser.query(`update bookings.cancellations set ${set} where booking_id = $1`, [booking])).rejects.toMatchObject({
        constraint: 'a_cancellation_is_not_relabelled',
      });
    },
  );

  it('can be written by the program’s own role, and never be changed or taken out by it', async () => {
    const { booking } = await booked();
    await cancel(booking);
    const asStaff = (sql: string) => stand.database.transaction(clinic.staff, (tx) => tx.query(sql, [booking]));
    await expect(asStaff(`update bookings.cancellations set by = 'patient' where booking_id = $1`)).rejects.toMatchObject({ driverError: { code: '42501' } });
    await expect(asStaff('delete from bookings.cancellations where booking_id = $1')).rejects.toMatchObject({ driverError: { code: '42501' } });
  });
});

describe('a cancellation that was none', () => {
  it('is voided by what stays beside it; the booking asks for a person again, and nobody is booked', async () => {
    const { hiba, booking } = await booked();
    await cancel(booking);
    await cancellations.void(clinic.staff, booking, 'The wrong appointment');
    await cancellations.void(clinic.staff, booking, 'Pressed twice');
    expect(await row(booking)).toMatchObject({ state: 'requested' });
    expect(await rows(booking)).toMatchObject([{ reason: 'The doctor is ill', voided: 'The wrong appointment' }]);
    expect(await busy(hiba)).toBe(0);
    await cancel(booking, 'patient', 'She is away');
    expect(await rows(booking)).toMatchObject([{ by: 'clinic', voided: 'The wrong appointment' }, { by: 'patient', voided: null }]);
  });

  it('is not for the desk alone, nor once its time has come, nor where there is none', async () => {
    const { booking } = await booked();
    await expect(cancellations.void(clinic.staff, booking, 'None')).rejects.toMatchObject({ code: 'not-cancelled' });
    await cancel(booking);
    const receptionist: StaffActor = { ...clinic.staff, role: 'receptionist' };
    await expect(cancellations.void(receptionist, booking, 'Mine')).rejects.toMatchObject({ code: 'not-this-role' });
    stand.clock.set(new Date('2026-12-03T14:30:00Z'));
    await expect(cancellations.void(clinic.staff, booking, 'Late')).rejects.toMatchObject({ code: 'appointment-over' });
    expect(await rows(booking)).toMatchObject([{ voided: null }]);
  });

  it('may be voided once only: what was written then stays too', async () => {
    const { booking } = await booked();
    await cancel(booking);
    await cancellations.void(clinic.staff, booking, 'The wrong appointment');
    await expect(stand.superuser.query(`update bookings.cancellations set void_reason = 'another' where booking_id = $1`, [booking])).rejects.toMatchObject({
      constraint: 'a_cancellation_is_not_relabelled',
    });
  });
});
