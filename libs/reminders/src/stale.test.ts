import { randomUUID } from 'node:crypto';
import type { Clinic } from '../../../tests/support/clinic';
import { aPhone } from '../../../tests/support/desk';
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
const planOf = async (bookingId: string) =>
  (await stand.intents(bookingId)).map(({ due, kind, state }) => `${due} ${kind} ${state}`);
const callsDue = async (bookingId: string): Promise<string[]> => {
  const { rows } = await stand.superuser.query(
    `select due_at as due from reminders.tasks where booking_id = $1 and kind = 'call-patient' and state = 'open' order by due_at`,
    [bookingId],
  );
  return rows.map(({ due }) => due.toISOString());
};

describe('nothing stale after a change', () => {
  it('a cancelled booking takes back what waits, forgets what was planned, and asks for a call to whoever was told', async () => {
    const bookingId = await stand.aConfirmedBooking(clinic);
    await stand.settle();
    await stand.goTo('2026-11-24T10:00:00Z');
    await stand.cancellations.cancel(clinic.staff, bookingId, 'clinic', 'The doctor is ill');
    await stand.settle();
    expect((await stand.intents(bookingId)).map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'confirmed queued',
      'cancelled task',
      'reminder-7-days superseded',
      'reminder-2-days superseded',
      'reminder-day-before superseded',
    ]);
    expect(await stand.openTasks(clinic)).toEqual([expect.objectContaining({ kind: 'call-patient', bookingId })]);
    await stand.goTo('2026-12-02T10:00:00Z');
    expect((await toPatient(bookingId)).map(({ kind }) => kind)).toEqual(['confirmed']);
  });

  it('a message that waits when the booking is cancelled never leaves, whoever is faster', async () => {
    const bookingId = await stand.aConfirmedBooking(clinic);
    await stand.runJobs();
    await stand.due.sweep();
    await stand.cancellations.cancel(clinic.staff, bookingId, 'clinic', 'The doctor is ill');
    await stand.sender.sweep();
    expect((await toPatient(bookingId)).map(({ state }) => state)).toEqual(['withdrawn']);
    await stand.settle();
    expect((await toPatient(bookingId)).map(({ state }) => state)).toEqual(['withdrawn']);
  });

  it('at 16:50 tomorrow at 08:00 is cancelled: no reminder leaves, and the call is due before it would have begun', async () => {
    const bookingId = await stand.aConfirmedBooking(clinic, { date: '2026-11-25', time: '08:00' });
    await stand.settle();
    stand.clock.set(new Date('2026-11-24T16:50:00Z'));
    await stand.cancellations.cancel(clinic.staff, bookingId, 'clinic', 'The doctor is ill');
    await stand.goTo('2026-11-25T07:59:00Z');
    expect((await toPatient(bookingId)).map(({ kind }) => kind)).toEqual(['confirmed']);
    expect(await stand.count(`reminders.tasks where booking_id = $1 and kind = 'call-patient' and state = 'open' and due_at < '2026-11-25T08:00Z'`, [bookingId])).toBe(1);
  });

  it('moved at 16:50 from tomorrow at 08:00: nothing about the old time leaves on any channel, the new one is told before it is quiet, and a person calls by then', async () => {
    stand.clock.set(new Date('2026-11-20T09:42:00Z'));
    const [phone, mailbox] = [aPhone(), `${randomUUID()}@example.org`];
    const patientId = await stand.aPatient(clinic, {
      channels: [
        { channel: 'sms', address: phone, safety: 'private', isConfirmed: true },
        { channel: 'email', address: mailbox, safety: 'private' },
      ],
    });
    const old = await stand.aConfirmedBooking(clinic, { patientId, date: '2026-11-25', time: '08:00' });
    await stand.settle();
    await stand.goTo('2026-11-23T10:00:00Z');
    stand.clock.set(new Date('2026-11-24T10:00:00Z'));
    await stand.due.sweep();
    stand.clock.set(new Date('2026-11-24T16:50:00Z'));
    await stand.cancellations.cancel(clinic.staff, old, 'clinic', 'The doctor is ill');
    const moved = await stand.aConfirmedBooking(clinic, { patientId, date: '2026-11-26', time: '09:00' });
    await stand.settle();
    expect((await toPatient(old)).map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'confirmed delivered',
      'reminder-2-days delivered',
      'reminder-day-before withdrawn',
    ]);
    expect((await toPatient(moved)).map(({ kind, state, address }) => `${kind} ${state} ${address}`)).toEqual([`confirmed delivered ${phone}`]);
    expect(await callsDue(old)).toEqual(['2026-11-24T20:00:00.000Z']);
    await stand.goTo('2026-11-25T07:59:00Z');
    expect((await toPatient(old)).filter(({ state }) => state !== 'withdrawn')).toHaveLength(2);
  });

  it('cancelled an hour before the patient’s safe hours end, for tomorrow: the call is due within that hour', async () => {
    const patientId = await stand.aPatient(clinic, { safeHours: { from: '09:00', to: '17:30' } });
    const bookingId = await stand.aConfirmedBooking(clinic, { patientId, date: '2026-11-25', time: '08:00' });
    await stand.settle();
    stand.clock.set(new Date('2026-11-24T16:30:00Z'));
    await stand.cancellations.cancel(clinic.staff, bookingId, 'clinic', 'The doctor is ill');
    await stand.settle();
    expect(await callsDue(bookingId)).toEqual(['2026-11-24T17:30:00.000Z']);
  });

  it('cancelled two hours before, at night: nobody is woken by a text, and a person decides about the call', async () => {
    const bookingId = await stand.aConfirmedBooking(clinic, { date: '2026-11-25', time: '07:00' });
    await stand.settle();
    stand.clock.set(new Date('2026-11-25T05:00:00Z'));
    const before = await toPatient(bookingId);
    await stand.cancellations.cancel(clinic.staff, bookingId, 'clinic', 'The doctor is ill');
    await stand.settle();
    expect(await toPatient(bookingId)).toEqual(before);
    expect(await stand.openTasks(clinic)).toEqual([expect.objectContaining({ kind: 'call-patient', bookingId })]);
  });

  it('a number that changed while a message waited never gets it; the new one does', async () => {
    const [old, fresh] = [aPhone(), aPhone()];
    const patientId = await stand.aPatient(clinic, { channels: [{ channel: 'sms', address: old, safety: 'private' }] });
    const bookingId = await stand.aConfirmedBooking(clinic, { patientId });
    await stand.runJobs();
    await stand.due.sweep();
    await stand.superuser.query('update patients.channels set address = $2 where patient_id = $1', [patientId, fresh]);
    await stand.settle();
    expect((await toPatient(bookingId)).map(({ address, state }) => `${address} ${state}`)).toEqual([`${old} withdrawn`, `${fresh} delivered`]);
    expect(await stand.count('messaging.simulator_messages where address = $1', [old])).toBe(0);
  });

  it('whoever cancelled need not be called about it', async () => {
    const bookingId = await stand.aConfirmedBooking(clinic);
    await stand.settle();
    await stand.goTo('2026-11-24T10:00:00Z');
    await stand.cancellations.cancel(clinic.staff, bookingId, 'patient', 'She is away');
    await stand.settle();
    expect(await stand.openTasks(clinic)).toEqual([]);
  });

  it('safe hours that change move what is planned', async () => {
    const bookingId = await stand.aConfirmedBooking(clinic);
    await stand.settle();
    const { rows } = await stand.superuser.query(
      `update patients.patients set safe_from = '15:00', safe_to = '16:00'
        where id = (select patient_id from bookings.bookings where id = $1)
        returning id as "patientId", organisation_id as "organisationId"`,
      [bookingId],
    );
    await stand.runJob('replan-for-patient', rows[0]);
    expect(await planOf(bookingId)).toEqual([
      '2026-11-24 09:42 confirmed queued',
      '2026-11-26 15:00 reminder-7-days planned',
      '2026-12-01 15:00 reminder-2-days planned',
      '2026-12-02 15:00 reminder-day-before planned',
    ]);
  });
});
