import { newId } from '@dragoman/kernel';
import { type Clinic, type ClinicStand, clinicStand } from '../../../tests/support/clinic';
import { reliabilityOf } from './reliability.queries';

let stand: ClinicStand;
let clinic: Clinic;

beforeAll(async () => {
  stand = await clinicStand();
});
afterAll(() => stand.close());
beforeEach(async () => {
  stand.clock.set(new Date('2026-11-24T09:42:00Z'));
  clinic = await stand.aClinic();
});

const taken = async (interpreterId: string, date: string, by = clinic): Promise<string> => {
  const booking = await stand.aBooking(by, { date, offerTo: [interpreterId] });
  await stand.acceptance.accept({ kind: 'interpreter', interpreterId }, (await stand.offersOf(booking)).find((offer) => offer.interpreterId === interpreterId)?.id ?? '');
  return booking;
};
const became = (booking: string, state: string) => stand.superuser.query('update bookings.bookings set state = $1 where id = $2', [state, booking]);
const released = (booking: string, why: string) => stand.superuser.query(`update bookings.offers set state = 'released', released_why = $1 where booking_id = $2`, [why, booking]);
const shown = (interpreterId: string, by = clinic, until = '2027-02-01T00:00:00Z') =>
  stand.database.read(by.staff, (tx) =>
    reliabilityOf(tx, { organisationId: by.staff.organisationId, interpreterId, from: new Date('2026-12-01T00:00:00Z'), until: new Date(until), zone: 'Europe/London' }),
  );

it('counts by month what was kept, late, given back and missed, and nothing that is still to come or was called off', async () => {
  const hiba = await stand.anInterpreter(clinic);
  const [kept, late, back, absent, cancelled, , lonely] = [
    await taken(hiba, '2026-12-03'), await taken(hiba, '2026-12-04'), await taken(hiba, '2026-12-07'), await taken(hiba, '2026-12-08'),
    await taken(hiba, '2026-12-09'), await taken(hiba, '2026-12-10'), await taken(hiba, '2027-01-14'),
  ];
  for (const booking of [kept, late]) await became(booking, 'completed');
  await became(lonely, 'patient-absent');
  await stand.superuser.query(
    `insert into attendance.delays (id, booking_id, organisation_id, side, interpreter_id, minutes, said_at, by_kind, by_id) values ($1, $2, $3, 'interpreter', $4, 15, now(), 'staff', $5)`,
    [newId(), late, clinic.staff.organisationId, hiba, clinic.staff.accountId],
  );
  await released(back, 'given-back');
  await released(absent, 'absent');
  await stand.cancellations.cancel(clinic.staff, cancelled, 'clinic', 'Moved');
  expect(await shown(hiba)).toEqual([
    { month: '2026-12', kept: 1, late: 1, givenBack: 1, absent: 1 },
    { month: '2027-01', kept: 1, late: 0, givenBack: 0, absent: 0 },
  ]);
  expect(await shown(hiba, clinic, '2026-12-05T00:00:00Z')).toEqual([{ month: '2026-12', kept: 1, late: 1, givenBack: 0, absent: 0 }]);
});

it('shows an organisation its own jobs only, and each interpreter theirs', async () => {
  const [hiba, idris, other] = [await stand.anInterpreter(clinic), await stand.anInterpreter(clinic), await stand.aClinic()];
  await became(await taken(hiba, '2026-12-03'), 'completed');
  await became(await taken(hiba, '2026-12-04', other), 'completed');
  expect(await shown(hiba)).toEqual([{ month: '2026-12', kept: 1, late: 0, givenBack: 0, absent: 0 }]);
  expect(await shown(idris)).toEqual([]);
});
