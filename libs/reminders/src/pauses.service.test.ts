import { randomUUID } from 'node:crypto';
import type { Clinic } from '../../../tests/support/clinic';
import { type RemindersStand, remindersStand } from '../../../tests/support/reminders';
import { Pauses } from './pauses.service';

let stand: RemindersStand;
let clinic: Clinic;
let pauses: Pauses;

beforeAll(async () => {
  stand = await remindersStand();
  clinic = await stand.aClinic();
  pauses = stand.nest.get(Pauses, { strict: false });
});
beforeEach(() => stand.startAgain());
afterAll(() => stand.close());

const NIGHT = new Date('2026-11-24T22:30:00Z');

const toPatient = async (bookingId: string): Promise<string[]> =>
  (await stand.messages(bookingId)).filter(({ to }) => to === 'patient').map(({ kind }) => kind);
const planned = (bookingId: string) => stand.database.read(clinic.staff, (tx) => stand.reminders.planned(tx, bookingId));
const idOf = async (bookingId: string, kind: string): Promise<string> =>
  (await planned(bookingId)).find((next) => next.kind === kind)?.intentId ?? '';

/** A booking that was confirmed in the morning; or at night, so that its confirmation waits. */
const booked = async (at?: Date): Promise<string> => {
  if (at) stand.clock.set(at);
  const bookingId = await stand.aConfirmedBooking(clinic);
  await stand.settle();
  return bookingId;
};

describe('a paused message', () => {
  it('is not sent when its time comes, and stays in view with who paused it and when', async () => {
    const bookingId = await booked();
    const pausedAt = stand.clock.now();
    await pauses.pause(clinic.staff, bookingId, await idOf(bookingId, 'reminder-2-days'));
    await stand.goTo('2026-12-02T08:30:00Z');
    expect(await toPatient(bookingId)).not.toContain('reminder-2-days');
    expect(await planned(bookingId)).toContainEqual(
      expect.objectContaining({ kind: 'reminder-2-days', paused: { by: clinic.staff.accountId, at: pausedAt, resumes: 'never' } }),
    );
  });

  it('silences no other: what is due later says it all and goes', async () => {
    const bookingId = await booked(NIGHT);
    await pauses.pause(clinic.staff, bookingId, await idOf(bookingId, 'confirmed'));
    await stand.goTo('2026-12-02T10:05:00Z');
    expect(await toPatient(bookingId)).toContain('reminder-day-before');
  });

  it('goes at its time if it is resumed before', async () => {
    const bookingId = await booked();
    const intentId = await idOf(bookingId, 'reminder-2-days');
    await pauses.pause(clinic.staff, bookingId, intentId);
    await pauses.resume(clinic.staff, bookingId, intentId);
    expect((await planned(bookingId)).map(({ paused }) => paused)).toEqual([null, null, null]);
    await stand.goTo('2026-12-01T10:05:00Z');
    expect((await toPatient(bookingId)).filter((kind) => kind === 'reminder-2-days')).toHaveLength(1);
  });

  it('is never sent stale: a reminder resumed after its time is dropped, and the next one still goes', async () => {
    const bookingId = await booked();
    const intentId = await idOf(bookingId, 'reminder-2-days');
    await pauses.pause(clinic.staff, bookingId, intentId);
    await stand.goTo('2026-12-02T08:30:00Z');
    await pauses.resume(clinic.staff, bookingId, intentId);
    await stand.settle();
    expect(await stand.intents(bookingId)).toContainEqual(expect.objectContaining({ kind: 'reminder-2-days', state: 'dropped' }));
    await stand.goTo('2026-12-02T15:00:00Z');
    expect(await toPatient(bookingId)).toEqual(['confirmed', 'reminder-7-days', 'reminder-day-before']);
  });

  it('still goes on its own day', async () => {
    const bookingId = await booked();
    const intentId = await idOf(bookingId, 'reminder-2-days');
    await pauses.pause(clinic.staff, bookingId, intentId);
    await stand.goTo('2026-12-01T15:00:00Z');
    expect((await planned(bookingId)).find((next) => next.intentId === intentId)?.paused?.resumes).toBe('soon');
    await pauses.resume(clinic.staff, bookingId, intentId);
    await stand.goTo('2026-12-01T15:02:00Z');
    expect(await toPatient(bookingId)).toEqual(['confirmed', 'reminder-7-days', 'reminder-2-days']);
  });

  it('is replaced by a later reminder where the day before was held back too long', async () => {
    const bookingId = await booked();
    const intentId = await idOf(bookingId, 'reminder-day-before');
    await pauses.pause(clinic.staff, bookingId, intentId);
    await stand.goTo('2026-12-02T22:00:00Z');
    await pauses.resume(clinic.staff, bookingId, intentId);
    expect((await planned(bookingId)).map(({ kind }) => kind)).toEqual(['reminder-hours']);
  });

  it('is still said if it is the first word about the appointment, once the hours allow', async () => {
    const bookingId = await booked(NIGHT);
    const intentId = await idOf(bookingId, 'confirmed');
    await pauses.pause(clinic.staff, bookingId, intentId);
    await stand.goTo('2026-11-25T22:00:00Z');
    await pauses.resume(clinic.staff, bookingId, intentId);
    await stand.settle();
    expect(await toPatient(bookingId)).toEqual([]);
    await stand.goTo('2026-11-26T08:05:00Z');
    expect(await toPatient(bookingId)).toContain('confirmed');
  });

  it('says nothing after the appointment began or was cancelled', async () => {
    const [begun, cancelled] = [await booked(NIGHT), await booked(NIGHT)];
    const ids = [await idOf(begun, 'confirmed'), await idOf(cancelled, 'confirmed')] as const;
    await pauses.pause(clinic.staff, begun, ids[0]);
    await pauses.pause(clinic.staff, cancelled, ids[1]);
    await stand.cancellations.cancel(clinic.staff, cancelled, 'clinic', 'The doctor is ill');
    await stand.settle();
    await expect(pauses.resume(clinic.staff, cancelled, ids[1])).rejects.toMatchObject({ code: 'already-sent' });
    await stand.goTo('2026-12-03T14:31:00Z');
    await pauses.resume(clinic.staff, begun, ids[0]);
    await stand.settle();
    expect((await toPatient(begun)).filter((kind) => kind === 'confirmed')).toEqual([]);
    expect(await toPatient(cancelled)).toEqual([]);
  });

  it('can be sent now all the same, which ends the pause', async () => {
    const bookingId = await booked();
    const intentId = await idOf(bookingId, 'reminder-2-days');
    await pauses.pause(clinic.staff, bookingId, intentId);
    await stand.reminders.sendNow(clinic.staff, bookingId, intentId);
    await stand.settle();
    expect(await toPatient(bookingId)).toContain('reminder-2-days');
  });
});

it('pausing what has left says so, a second time changes nothing, and each is written down once', async () => {
  const bookingId = await booked();
  const [, left] = await stand.intents(bookingId);
  const intentId = await idOf(bookingId, 'reminder-2-days');
  await stand.reminders.sendNow(clinic.staff, bookingId, left?.id ?? '');
  await expect(pauses.pause(clinic.staff, bookingId, left?.id ?? '')).rejects.toMatchObject({ code: 'already-sent' });
  await expect(pauses.pause(clinic.staff, bookingId, randomUUID())).rejects.toMatchObject({ code: 'no-such-message' });
  for (const _ of [1, 2]) await pauses.pause(clinic.staff, bookingId, intentId);
  for (const _ of [1, 2]) await pauses.resume(clinic.staff, bookingId, intentId);
  const { rows } = await stand.superuser.query(`select action from audit.entries where subject_id = $1 order by at, id`, [intentId]);
  expect(rows.map(({ action }) => action)).toEqual(['message.paused', 'message.resumed']);
});

it('another organisation cannot pause or resume', async () => {
  const bookingId = await booked();
  const intentId = await idOf(bookingId, 'reminder-2-days');
  const other = await stand.aClinic();
  await expect(pauses.pause(other.staff, bookingId, intentId)).rejects.toMatchObject({ code: 'no-such-message' });
  await pauses.pause(clinic.staff, bookingId, intentId);
  await expect(pauses.resume(other.staff, bookingId, intentId)).rejects.toThrow();
});
