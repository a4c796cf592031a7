import { type Actor, type InterpreterActor, Worker } from '@dragoman/platform';
import { type Clinic, type ClinicStand, clinicStand } from '../../../tests/support/clinic';
import { until } from '../../../tests/support/desk';
import { accept, interpreting, type Sessions, sessionsOf } from '../../../tests/support/sessions';
import { Reviews } from './reviews.service';
import { Understandings } from './understandings.service';
import type { UnderstandingAskedWay } from './understanding.entity';

let stand: ClinicStand;
let clinic: Clinic;
let sessions: Sessions;
let understandings: Understandings;
let reviews: Reviews;
let worker: Worker;
const morning = new Date('2026-11-24T09:42:00Z');
const afterwards = new Date('2026-12-03T15:30:00Z');

beforeAll(async () => {
  stand = await clinicStand();
  clinic = await stand.aClinic();
  sessions = sessionsOf(stand, () => clinic);
  reviews = stand.nest.get(Reviews, { strict: false });
  understandings = stand.nest.get(Understandings, { strict: false });
  worker = stand.nest.get(Worker, { strict: false });
  await worker.start();
});
afterAll(async () => {
  await worker?.stop();
  await stand.close();
});
beforeEach(() => stand.clock.set(morning));

const as = (interpreterId: string): InterpreterActor => ({ kind: 'interpreter', interpreterId });
const refusal = (code: string) => expect.objectContaining({ code });

const patientSaid = (booking: string, understood: boolean, askedHow: UnderstandingAskedWay = 'another-interpreter') =>
  understandings.patientSaid(clinic.staff, booking, { understood, askedHow });
const lowered = async (patientId: string) =>
  (
    await stand.superuser.query(
      `select id, interpreter_variety as variety, interpreter_id as interpreter, outcome from bookings.lowered_pairs where patient_id = $1 order by lowered_at`,
      [patientId],
    )
  ).rows;
const copyOn = async (booking: string) =>
  (await stand.superuser.query('select lowered, not_understood from bookings.bookings where id = $1', [booking])).rows[0];
const possibleFor = async (booking: string, interpreter: string): Promise<string> =>
  stand.bookings.offer(clinic.staff, booking, [interpreter]).then(
    () => 'possible',
    (error: { details?: { reason?: string } }) => error.details?.reason ?? String(error),
  );

describe('a patient who did not understand', () => {
  it('lowers that interpreter for that patient where the variety was exact, also on what is booked already', async () => {
    const { patientId, interpreter, booking } = await sessions.exact();
    const later = await stand.aBooking(clinic, { patientId, date: '2026-12-10' });
    const somebodyElse = await stand.aBooking(clinic, { date: '2026-12-11' });
    stand.clock.set(afterwards);
    await patientSaid(booking, false);
    expect(await copyOn(later)).toEqual({ lowered: [], not_understood: [interpreter] });
    expect(await possibleFor(later, interpreter)).toBe('understanding-failed');
    expect(await possibleFor(somebodyElse, interpreter)).toBe('possible');
    const next = await stand.aBooking(clinic, { patientId, date: '2026-12-12' });
    expect(await possibleFor(next, interpreter)).toBe('understanding-failed');
  });

  it('lowers the variety for that patient where it was close, whoever interprets in it', async () => {
    const { patientId, booking } = await sessions.close();
    const another = await stand.anInterpreter(clinic, interpreting('arz'));
    const later = await stand.aBooking(clinic, { patientId, varietyId: 'apc', date: '2026-12-10' });
    stand.clock.set(afterwards);
    await patientSaid(booking, false);
    expect(await copyOn(later)).toEqual({ lowered: ['arz'], not_understood: [] });
    expect(await possibleFor(later, another)).toBe('understanding-failed');
  });

  it('stops an offer that is open already from being accepted', async () => {
    const { patientId, interpreter, booking } = await sessions.exact();
    const later = await stand.aBooking(clinic, { patientId, date: '2026-12-10', offerTo: [interpreter] });
    await stand.superuser.query(`update bookings.offers set expires_at = '2026-12-10' where booking_id = $1`, [later]);
    stand.clock.set(afterwards);
    await patientSaid(booking, false);
    await expect(accept(stand, later, interpreter)).rejects.toEqual(refusal('understanding-failed'));
  });

  it('is one review however often and by how many at once it is said', async () => {
    const { patientId, interpreter, booking, offerId } = await sessions.exact();
    stand.clock.set(afterwards);
    await Promise.all([
      patientSaid(booking, false),
      patientSaid(booking, false),
      understandings.interpreterSaid(as(interpreter), offerId, false),
    ]);
    expect(await lowered(patientId)).toMatchObject([{ interpreter, variety: null, outcome: null }]);
    expect(await stand.count(`bookings.entries where booking_id = $1 and kind = 'pair-lowered'`, [booking])).toBe(1);
  });
});

describe('an interpreter who was not understood', () => {
  it('says so behind the offer, and the pair is lowered by a job', async () => {
    const { patientId, interpreter, offerId } = await sessions.close();
    stand.clock.set(afterwards);
    await understandings.interpreterSaid(as(interpreter), offerId, false);
    await until(async () => (await lowered(patientId)).length === 1, 'the pair to be lowered');
    expect(await lowered(patientId)).toMatchObject([{ variety: 'arz', interpreter: null }]);
  });

  it('can say it of no session but their own', async () => {
    const { booking, offerId } = await sessions.exact();
    const other = await stand.anInterpreter(clinic);
    stand.clock.set(afterwards);
    await expect(understandings.interpreterSaid(as(other), offerId, false)).rejects.toEqual(refusal('offer-not-found'));
    const insert = (actor: Actor, side: string) =>
      stand.database.transaction(actor, (tx) =>
        tx.query(
          `insert into bookings.understandings (booking_id, organisation_id, side, interpreter_id, understood, first_said_at, said_at)
           values ($1, $2, $3, $4, false, now(), now())`,
          [booking, clinic.staff.organisationId, side, other],
        ),
      );
    await expect(insert(as(other), 'interpreter')).rejects.toThrow(/row-level security/);
    await expect(insert(as(other), 'patient')).rejects.toThrow(/row-level security|violates/);
  });
});

describe('asking', () => {
  it('waits until the session is over, and needs somebody who interpreted', async () => {
    const { booking, interpreter, offerId } = await sessions.exact();
    await expect(patientSaid(booking, true)).rejects.toEqual(refusal('session-not-over'));
    await expect(understandings.interpreterSaid(as(interpreter), offerId, true)).rejects.toEqual(refusal('session-not-over'));
    const nobody = await stand.aBooking(clinic);
    stand.clock.set(afterwards);
    await expect(patientSaid(nobody, true)).rejects.toEqual(refusal('nobody-interpreted'));
  });

  it('takes a correction within the day, which gives the pair back, and none later', async () => {
    const { patientId, booking } = await sessions.exact();
    stand.clock.set(afterwards);
    await patientSaid(booking, false);
    stand.clock.set(new Date('2026-12-04T10:00:00Z'));
    await patientSaid(booking, true);
    expect(await lowered(patientId)).toMatchObject([{ outcome: 'restore' }]);
    stand.clock.set(new Date('2026-12-05T10:00:00Z'));
    await expect(patientSaid(booking, false)).rejects.toEqual(refusal('understanding-settled'));
  });
});

describe('a review', () => {
  const reviewed = async () => {
    const session = await sessions.exact();
    stand.clock.set(afterwards);
    await patientSaid(session.booking, false);
    const [{ id: reviewId }] = await lowered(session.patientId);
    const next = await stand.aBooking(clinic, { patientId: session.patientId, date: '2026-12-10' });
    return { ...session, reviewId: String(reviewId), next };
  };

  it('that keeps it low leaves the pair refused', async () => {
    const { reviewId, next, interpreter } = await reviewed();
    await reviews.close(clinic.staff, reviewId, { outcome: 'keep', reason: 'other-dialect' });
    expect(await possibleFor(next, interpreter)).toBe('understanding-failed');
  });

  it('that restores it lets them be booked again, once, and another way is refused', async () => {
    const { reviewId, next, interpreter, booking } = await reviewed();
    const restore = () => reviews.close(clinic.staff, reviewId, { outcome: 'restore', reason: 'sound-or-place' });
    await restore();
    await restore();
    expect(await possibleFor(next, interpreter)).toBe('possible');
    await expect(reviews.close(clinic.staff, reviewId, { outcome: 'keep', reason: 'not-understood' })).rejects.toEqual(
      refusal('review-closed'),
    );
    expect(await stand.count(`bookings.entries where booking_id = $1 and kind = 'review-closed'`, [booking])).toBe(1);
  });

  it('of another organisation is not found', async () => {
    const { reviewId } = await reviewed();
    const other = await stand.aClinic();
    await expect(
      reviews.close(other.staff, reviewId, { outcome: 'restore', reason: 'patient-asked' }),
    ).rejects.toEqual(refusal('review-not-found'));
  });
});
