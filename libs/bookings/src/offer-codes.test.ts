import { newId } from '@dragoman/kernel';
import type { Clinic, ClinicStand } from '../../../tests/support/clinic';
import { clinicStand } from '../../../tests/support/clinic';
import { Offer } from './offer.entity';
import { insertOffer } from './offer.queries';

let stand: ClinicStand;

beforeAll(async () => {
  stand = await clinicStand();
});

afterAll(() => stand.close());

const tryCode = async (clinic: Clinic, interpreterId: string, code: string): Promise<boolean> => {
  const bookingId = await stand.aBooking(clinic);
  const { rows } = await stand.superuser.query('select id from bookings.slots where booking_id = $1', [bookingId]);
  const now = stand.clock.now();
  return stand.database.transaction(clinic.staff, (tx) => {
    const { organisationId } = clinic.staff;
    const offer = tx.create(Offer, {
      id: newId(), bookingId, organisationId, interpreterId, slotId: rows[0].id, state: 'open', expiresAt: new Date('2027-01-01T00:00:00Z'), createdAt: now,
    });
    return insertOffer(tx, offer, code);
  });
};

it('a code that the interpreter is being asked under is not given again, though it is another organisation’s and cannot be seen', async () => {
  const [clinic, elsewhere] = [await stand.aClinic(), await stand.aClinic()];
  const interpreterId = await stand.anInterpreter(clinic);
  const another = await stand.anInterpreter(clinic);
  expect(await tryCode(clinic, interpreterId, '4821')).toBe(true);
  expect(await tryCode(elsewhere, interpreterId, '4821')).toBe(false);
  expect(await tryCode(elsewhere, interpreterId, '4822')).toBe(true);
  expect(await tryCode(elsewhere, another, '4821')).toBe(true);
  await stand.superuser.query(`update bookings.offers set state = 'expired', answered_at = now() where reply_code = '4821'`);
  expect(await tryCode(elsewhere, interpreterId, '4821')).toBe(true);
});

it('every offer has four digits that begin with no zero', async () => {
  const clinic = await stand.aClinic();
  const bookingId = await stand.aBooking(clinic, { offerTo: [await stand.anInterpreter(clinic), await stand.anInterpreter(clinic)] });
  const { rows } = await stand.superuser.query('select reply_code as code from bookings.offers where booking_id = $1', [bookingId]);
  for (const { code } of rows) expect(code).toMatch(/^[1-9]\d{3}$/);
  expect(rows).toHaveLength(2);
});
