import type { Clinic } from '../../../tests/support/clinic';
import { type RemindersStand, remindersStand } from '../../../tests/support/reminders';

let stand: RemindersStand;
let clinic: Clinic;

beforeAll(async () => {
  stand = await remindersStand();
  clinic = await stand.aClinic();
});

beforeEach(() => stand.startAgain());

afterAll(() => stand.close());

const toPatient = async (bookingId: string) => (await stand.messages(bookingId)).filter(({ to }) => to === 'patient');

/** In UTC, as nobody’s clock shows it. */
const dues = async (bookingId: string): Promise<string[]> => {
  const { rows } = await stand.superuser.query(
    `select kind, due_at as due from reminders.intents where booking_id = $1 and recipient_kind = 'patient' order by due_at`,
    [bookingId],
  );
  return rows.map(({ kind, due }) => `${due.toISOString().slice(0, 16)} ${kind}`);
};

describe('a patient in another zone than the clinic', () => {
  it('hears of an appointment when it is morning where they live, by the clock of the place they come to', async () => {
    const patientId = await stand.aPatient(clinic, { zone: 'America/New_York' });
    const bookingId = await stand.aConfirmedBooking(clinic, { patientId });
    await stand.settle();
    expect(await dues(bookingId)).toEqual([
      '2026-11-24T13:00 confirmed',
      '2026-11-26T15:00 reminder-7-days',
      '2026-12-01T15:00 reminder-2-days',
      '2026-12-02T15:00 reminder-day-before',
    ]);
    await stand.goTo('2026-11-24T12:59:00Z');
    expect(await toPatient(bookingId)).toEqual([]);
    await stand.goTo('2026-11-24T13:00:00Z');
    const [confirmation] = await toPatient(bookingId);
    expect(confirmation?.state).toBe('delivered');
    expect(confirmation?.body).toContain('14:30');
  });

  it('is written to late at the clinic, while it is afternoon where they live', async () => {
    stand.clock.set(new Date('2026-11-24T22:15:00Z'));
    const patientId = await stand.aPatient(clinic, { zone: 'America/New_York' });
    const bookingId = await stand.aConfirmedBooking(clinic, { patientId });
    await stand.settle();
    expect((await toPatient(bookingId)).map(({ state }) => state)).toEqual(['delivered']);
  });

  it('does not get what waited for a worker until it was night where they live', async () => {
    stand.clock.set(new Date('2026-11-25T00:59:00Z'));
    const patientId = await stand.aPatient(clinic, { zone: 'America/New_York' });
    const bookingId = await stand.aConfirmedBooking(clinic, { patientId });
    await stand.runJobs();
    await stand.due.sweep();
    expect((await toPatient(bookingId)).map(({ state }) => state)).toEqual(['queued']);
    await stand.goTo('2026-11-25T09:30:00Z');
    expect((await toPatient(bookingId)).map(({ state }) => state)).toEqual(['withdrawn']);
    await stand.goTo('2026-11-25T13:00:00Z');
    expect((await toPatient(bookingId)).map(({ state }) => state)).toEqual(['withdrawn', 'delivered']);
  });

  it('has safe hours and days to avoid by their own calendar, and staff who send now are held to them', async () => {
    const patientId = await stand.aPatient(clinic, {
      zone: 'Asia/Kabul',
      safeHours: { from: '11:00', to: '12:00' },
      daysToAvoid: { weekdays: [], spans: [{ from: '2026-11-25', to: '2026-11-25' }] },
    });
    const bookingId = await stand.aConfirmedBooking(clinic, { patientId });
    await stand.settle();
    // 09:42 in London is 14:12 in Kabul, an hour of the day that is not safe.
    expect((await dues(bookingId))[0]).toBe('2026-11-26T06:30 confirmed');
    const [planned] = await stand.intents(bookingId);
    const sent = stand.reminders.sendNow(clinic.staff, bookingId, planned?.id ?? '');
    await expect(sent).rejects.toMatchObject({ code: 'outside-safe-hours', message: expect.stringContaining('from 11:00 to 12:00, on their clock') });
  });

  it('is planned for anew when they move', async () => {
    const patientId = await stand.aPatient(clinic);
    const bookingId = await stand.aConfirmedBooking(clinic, { patientId });
    await stand.settle();
    const { rows } = await stand.superuser.query(
      `update patients.patients set zone = 'America/New_York' where id = $1 returning id as "patientId", organisation_id as "organisationId"`,
      [patientId],
    );
    await stand.runJob('replan-for-patient', rows[0]);
    expect((await dues(bookingId)).slice(1)).toEqual([
      '2026-11-26T15:00 reminder-7-days',
      '2026-12-01T15:00 reminder-2-days',
      '2026-12-02T15:00 reminder-day-before',
    ]);
  });
});

describe('the clock-change week', () => {
  it.each([
    ['go back', '2026-10-19T09:00:00Z', '2026-10-27', ['2026-10-20T09:00', '2026-10-25T10:00', '2026-10-26T10:00']],
    ['go forward', '2027-03-22T09:00:00Z', '2027-03-30', ['2027-03-23T10:00', '2027-03-28T09:00', '2027-03-29T09:00']],
  ])('clocks %s: each reminder goes at ten on the wall, and says the hour that the wall shows', async (_, from, date, at) => {
    stand.clock.set(new Date(from));
    const bookingId = await stand.aConfirmedBooking(clinic, { date, time: '11:15' });
    await stand.settle();
    expect((await dues(bookingId)).slice(1)).toEqual([`${at[0]} reminder-7-days`, `${at[1]} reminder-2-days`, `${at[2]} reminder-day-before`]);
    for (const [n, instant] of at.entries()) {
      await stand.goTo(new Date(new Date(`${instant}:00Z`).getTime() - 60_000).toISOString());
      expect(await toPatient(bookingId)).toHaveLength(n + 1);
      await stand.goTo(`${instant}:00Z`);
      expect(await toPatient(bookingId)).toHaveLength(n + 2);
    }
    for (const { body, state } of await toPatient(bookingId)) {
      expect(state).toBe('delivered');
      expect(body).toContain('11:15');
    }
  });

  it('what was confirmed in the night the clocks change is told at eight on the wall', async () => {
    stand.clock.set(new Date('2027-03-27T22:15:00Z'));
    const spring = await stand.aConfirmedBooking(clinic, { date: '2027-04-20' });
    await stand.settle();
    expect((await dues(spring))[0]).toBe('2027-03-28T07:00 confirmed');
    stand.clock.set(new Date('2026-10-24T21:15:00Z'));
    const autumn = await stand.aConfirmedBooking(clinic, { date: '2026-11-20' });
    await stand.settle();
    expect((await dues(autumn))[0]).toBe('2026-10-25T08:00 confirmed');
  });
});
