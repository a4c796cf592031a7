import { Organisations } from '@dragoman/organisations';
import type { Clinic } from '../../../tests/support/clinic';
import { type RemindersStand, remindersStand } from '../../../tests/support/reminders';
import { keepBasis, lockUnlessPlanned } from './plan.queries';
import { Plans } from './plans.service';

const job = { kind: 'job', job: 'test' } as const;
let stand: RemindersStand;
let clinic: Clinic;

beforeAll(async () => {
  stand = await remindersStand();
  clinic = await stand.aClinic();
});

beforeEach(() => stand.startAgain());

afterAll(() => stand.close());

const plan = (bookingId: string) =>
  stand.database.transaction(job, (tx) => stand.nest.get(Plans, { strict: false }).recompute(tx, bookingId));
const isPlanned = (bookingId: string) =>
  stand.database.transaction(job, async (tx) => (await lockUnlessPlanned(tx, bookingId)) === null);

const aPlannedBooking = async (): Promise<string> => {
  const bookingId = await stand.aConfirmedBooking(clinic);
  await stand.settle();
  await plan(bookingId);
  expect(await isPlanned(bookingId)).toBe(true);
  return bookingId;
};

it('nothing is planned again while nothing has changed, whatever the time', async () => {
  const bookingId = await aPlannedBooking();
  const before = await stand.intents(bookingId);
  stand.clock.set(new Date('2026-11-25T21:00:00Z'));
  await plan(bookingId);
  expect(await stand.intents(bookingId)).toEqual(before);
});

it.each([
  ['the appointment', 'update bookings.bookings set room = room || $2 where id = $1'],
  ['the patient', 'update patients.patients set dawn_clock = not dawn_clock, name = name || $2 where id = (select patient_id from bookings.bookings where id = $1)'],
  ['the clinic’s rules', `update organisations.organisations set policy = policy || jsonb_build_object('quietFrom', '19:30', 'x', $2::text)
                           where id = (select organisation_id from bookings.bookings where id = $1)`],
  ['what is planned', 'update reminders.intents set tries = tries + length($2) where booking_id = $1'],
])('everything is looked at again when %s changed', async (_, change) => {
  const bookingId = await aPlannedBooking();
  await stand.superuser.query(change, [bookingId, '!']);
  expect(await isPlanned(bookingId)).toBe(false);
});

it('a reminder that somebody took out of the plan by hand is planned again', async () => {
  const bookingId = await aPlannedBooking();
  await stand.superuser.query(`delete from reminders.intents where booking_id = $1 and kind = 'reminder-2-days'`, [bookingId]);
  await plan(bookingId);
  expect((await stand.intents(bookingId)).map(({ kind }) => kind)).toContain('reminder-2-days');
});

it('safe hours that change while a plan is being made are planned for afterwards', async () => {
  const bookingId = await aPlannedBooking();
  await stand.superuser.query('update bookings.bookings set room = $2 where id = $1', [bookingId, 'Room 7']);
  await stand.database.transaction(job, async (tx) => {
    const basis = await lockUnlessPlanned(tx, bookingId);
    if (basis === null) throw new Error('the new room was not seen');
    await stand.superuser.query(
      `update patients.patients set safe_from = '12:00', safe_to = '13:00' where id = (select patient_id from bookings.bookings where id = $1)`,
      [bookingId],
    );
    await keepBasis(tx, bookingId, basis);
  });
  expect(await isPlanned(bookingId)).toBe(false);
  await plan(bookingId);
  expect((await stand.intents(bookingId)).filter(({ state }) => state === 'planned').map(({ due }) => due.slice(11))).toEqual(['12:00', '12:00', '12:00']);
});

it('new rules of a clinic reach what is planned', async () => {
  const other = await stand.aClinic();
  const bookingId = await stand.aConfirmedBooking(other);
  await stand.settle();
  const organisations = stand.nest.get(Organisations, { strict: false });
  await organisations.changePolicy(other.staff, { reminders: { sevenDays: false } }, 1);
  await plan(bookingId);
  const kinds = (await stand.intents(bookingId)).filter(({ state }) => state === 'planned').map(({ kind }) => kind);
  expect(kinds).toEqual(['reminder-2-days', 'reminder-day-before']);
});
