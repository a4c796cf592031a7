import type { InterpreterActor } from '@dragoman/platform';
import { type Clinic, type ClinicStand, clinicStand } from '../../../tests/support/clinic';
import { interpreting, type Session, type Sessions, sessionsOf } from '../../../tests/support/sessions';
import type { ReviewOutcome } from './lowered-pair.entity';
import { Reviews } from './reviews.service';
import { afterSession } from './understanding.queries';
import { Understandings } from './understandings.service';

let stand: ClinicStand;
let clinic: Clinic;
let sessions: Sessions;
let understandings: Understandings;
let reviews: Reviews;
const afterwards = new Date('2026-12-03T15:30:00Z');

beforeAll(async () => {
  stand = await clinicStand();
  clinic = await stand.aClinic();
  sessions = sessionsOf(stand, () => clinic);
  understandings = stand.nest.get(Understandings, { strict: false });
  reviews = stand.nest.get(Reviews, { strict: false });
});
afterAll(() => stand.close());
beforeEach(() => stand.clock.set(new Date('2026-11-24T09:42:00Z')));

const as = (interpreterId: string): InterpreterActor => ({ kind: 'interpreter', interpreterId });
const refusal = (code: string) => expect.objectContaining({ code });
const patientSaid = (booking: string, understood: boolean) =>
  understandings.patientSaid(clinic.staff, booking, { understood, askedHow: 'another-interpreter' });
const close = (reviewId: string, outcome: ReviewOutcome) => reviews.close(clinic.staff, reviewId, { outcome, reason: 'other-dialect' });
const reviewsOf = async (patientId: string): Promise<{ id: string; outcome: string | null; reason: string | null }[]> =>
  (await stand.superuser.query('select id, outcome, reason from bookings.lowered_pairs where patient_id = $1 order by lowered_at, id', [patientId]))
    .rows;
const outcomes = async (patientId: string) => (await reviewsOf(patientId)).map(({ outcome }) => outcome);
const openOf = async (patientId: string): Promise<string> => (await reviewsOf(patientId)).find(({ outcome }) => outcome === null)?.id ?? '';
const restsOn = async (reviewId: string): Promise<string[]> =>
  (await stand.superuser.query('select booking_id as id from bookings.review_grounds where review_id = $1', [reviewId])).rows.map(({ id }) => id);
const seenAt = (id: string) =>
  stand.database.read(clinic.staff, (tx) => afterSession(tx, { organisationId: clinic.staff.organisationId, id }));
const isPossible = async ({ patientId, interpreter }: Session, varietyId = 'apd'): Promise<boolean> => {
  const booking = await stand.aBooking(clinic, { patientId, varietyId, date: '2027-01-12' });
  return stand.bookings.offer(clinic.staff, booking, [interpreter]).then(
    () => true,
    (error: { details?: { reason?: string } }) => {
      expect(error.details?.reason).toBe('understanding-failed');
      return false;
    },
  );
};

/** The same patient and interpreter, twice; both were confirmed before anybody was asked. */
const twice = async (): Promise<[Session, Session]> => {
  const first = await sessions.exact();
  const second = await sessions.exact({ ...first, date: '2026-12-02' });
  stand.clock.set(afterwards);
  return [first, second];
};

describe('a second no about the same pair', () => {
  it('joins the open review, which tells of both sessions, and can be found from both', async () => {
    const [first, second] = await twice();
    await patientSaid(first.booking, false);
    await patientSaid(second.booking, false);
    const [review, ...more] = await reviewsOf(first.patientId);
    expect(more).toEqual([]);
    expect((await restsOn(review?.id ?? '')).sort()).toEqual([first.booking, second.booking].sort());
    for (const { booking } of [first, second]) {
      const { reviews: seen } = await seenAt(booking);
      expect(seen).toMatchObject([{ id: review?.id, outcome: null }]);
      expect(seen[0]?.grounds.map(({ bookingId, side }) => `${side} ${bookingId}`)).toEqual([
        `patient ${second.booking}`,
        `patient ${first.booking}`,
      ]);
    }
    expect(await stand.count(`bookings.entries where booking_id = $1 and kind = 'pair-lowered'`, [second.booking])).toBe(1);
  });

  it('of the other side of one session joins it too', async () => {
    const session = await sessions.exact();
    stand.clock.set(afterwards);
    await patientSaid(session.booking, false);
    await understandings.interpreterSaid(as(session.interpreter), session.offerId, false);
    await stand.runJobs();
    const { reviews: seen } = await seenAt(session.booking);
    expect(seen).toHaveLength(1);
    expect(seen[0]?.grounds.map(({ side }) => side)).toEqual(['interpreter', 'patient']);
  });

  it('opens a review again where an earlier one was closed, whichever way', async () => {
    for (const outcome of ['keep', 'restore'] as const) {
      stand.clock.set(new Date('2026-11-24T09:42:00Z'));
      const [first, second] = await twice();
      await patientSaid(first.booking, false);
      await close(await openOf(first.patientId), outcome);
      await patientSaid(second.booking, false);
      expect(await outcomes(first.patientId)).toEqual([outcome, null]);
      expect(await restsOn(await openOf(first.patientId))).toEqual([second.booking]);
      expect(await isPossible(first)).toBe(false);
    }
  });

  it('is one review with both in it when both are said at once', async () => {
    const [first, second] = await twice();
    await Promise.all([patientSaid(first.booking, false), patientSaid(second.booking, false)]);
    expect(await outcomes(first.patientId)).toEqual([null]);
    expect((await restsOn(await openOf(first.patientId))).sort()).toEqual([first.booking, second.booking].sort());
  });

  it('is not lost when the review is closed at the same moment', async () => {
    const [first, second] = await twice();
    await patientSaid(first.booking, false);
    const reviewId = await openOf(first.patientId);
    await Promise.all([close(reviewId, 'keep'), patientSaid(second.booking, false)]);
    const [judged] = await reviewsOf(first.patientId);
    expect(judged).toMatchObject({ id: reviewId, outcome: 'keep' });
    // Either the reviewer had it before them, or a new review is open for it.
    const open = await openOf(first.patientId);
    expect(await restsOn(open === '' ? reviewId : open)).toContain(second.booking);
  });
});

describe('two pairs of one patient that are lowered at once', () => {
  it('are both on what is booked', async () => {
    for (let round = 0; round < 5; round++) {
      stand.clock.set(new Date('2026-11-24T09:42:00Z'));
      const first = await sessions.exact();
      const second = await sessions.exact({ patientId: first.patientId, date: '2026-12-02' });
      const later = await stand.aBooking(clinic, { patientId: first.patientId, date: '2026-12-10' });
      stand.clock.set(afterwards);
      await Promise.all([patientSaid(first.booking, false), patientSaid(second.booking, false)]);
      const { rows } = await stand.superuser.query('select not_understood from bookings.bookings where id = $1', [later]);
      expect([...rows[0].not_understood].sort()).toEqual([first.interpreter, second.interpreter].sort());
    }
  });

  it('are on a booking that is made at the same moment', async () => {
    for (let round = 0; round < 5; round++) {
      stand.clock.set(new Date('2026-11-24T09:42:00Z'));
      const { patientId, booking, interpreter } = await sessions.exact();
      stand.clock.set(afterwards);
      const [later] = await Promise.all([stand.aBooking(clinic, { patientId, date: '2026-12-10' }), patientSaid(booking, false)]);
      const { rows } = await stand.superuser.query('select not_understood from bookings.bookings where id = $1', [later]);
      expect(rows[0].not_understood).toEqual([interpreter]);
    }
  });
});

describe('a no that is corrected', () => {
  it('does not give the pair back while the no after another session stands', async () => {
    const [first, second] = await twice();
    await patientSaid(first.booking, false);
    await patientSaid(second.booking, false);
    await patientSaid(first.booking, true);
    expect(await outcomes(first.patientId)).toEqual([null]);
    expect(await restsOn(await openOf(first.patientId))).toEqual([second.booking]);
    expect(await isPossible(first)).toBe(false);
    await patientSaid(second.booking, true);
    expect(await reviewsOf(first.patientId)).toMatchObject([{ outcome: 'restore', reason: 'recorded-by-mistake' }]);
    expect(await isPossible(first)).toBe(true);
  });

  it('does not give back what an earlier review kept', async () => {
    const [first, second] = await twice();
    await patientSaid(first.booking, false);
    await close(await openOf(first.patientId), 'keep');
    await patientSaid(second.booking, false);
    await patientSaid(second.booking, true);
    expect(await outcomes(first.patientId)).toEqual(['keep', 'restore']);
    expect(await isPossible(first)).toBe(false);
  });

  it('does not give the pair back while the other side of the session still says no', async () => {
    const [first] = await twice();
    await patientSaid(first.booking, false);
    await understandings.interpreterSaid(as(first.interpreter), first.offerId, false);
    await stand.runJobs();
    await patientSaid(first.booking, true);
    expect(await outcomes(first.patientId)).toEqual([null]);
  });
});

describe('a review that is closed', () => {
  it('is not opened again by the answers it was about, though their jobs run late or how they were asked is corrected', async () => {
    const session = await sessions.close();
    stand.clock.set(afterwards);
    await patientSaid(session.booking, false);
    await close(await openOf(session.patientId), 'restore');
    await stand.runJobs();
    await understandings.patientSaid(clinic.staff, session.booking, { understood: false, askedHow: 'same-interpreter' });
    await stand.runJobs();
    expect(await outcomes(session.patientId)).toEqual(['restore']);
  });

  it('tells every session it was about', async () => {
    const [first, second] = await twice();
    await patientSaid(first.booking, false);
    await patientSaid(second.booking, false);
    await close(await openOf(first.patientId), 'keep');
    for (const { booking } of [first, second])
      expect(await stand.count(`bookings.entries where booking_id = $1 and kind = 'review-closed'`, [booking])).toBe(1);
  });

  it('decides last, whatever an earlier one decided', async () => {
    for (const [earlier, later] of [['keep', 'restore'], ['restore', 'keep']] as const) {
      stand.clock.set(new Date('2026-11-24T09:42:00Z'));
      const [first, second] = await twice();
      await patientSaid(first.booking, false);
      await close(await openOf(first.patientId), earlier);
      stand.clock.set(new Date('2026-12-04T09:00:00Z'));
      await patientSaid(second.booking, false);
      await close(await openOf(first.patientId), later);
      expect(await isPossible(first)).toBe(later === 'restore');
    }
  });
});

describe('a session whose booking is cancelled afterwards', () => {
  it('leaves its review open and the pair lowered: what was learnt of the language outlives the booking', async () => {
    const session = await sessions.exact();
    stand.clock.set(afterwards);
    await patientSaid(session.booking, false);
    await stand.cancellations.cancel(clinic.staff, session.booking, 'clinic', 'Booked twice.');
    await stand.runJobs();
    expect(await outcomes(session.patientId)).toEqual([null]);
    expect(await isPossible(session)).toBe(false);
    await expect(close(await openOf(session.patientId), 'keep')).resolves.toBeUndefined();
  });

  it('lowers the variety in which it was interpreted, though the interpreter is released before the job looks', async () => {
    const session = await sessions.close();
    stand.clock.set(afterwards);
    await understandings.interpreterSaid(as(session.interpreter), session.offerId, false);
    await stand.cancellations.cancel(clinic.staff, session.booking, 'clinic', 'Booked twice.');
    await stand.runJobs();
    const { rows } = await stand.superuser.query(
      'select interpreter_variety as variety, interpreter_id as interpreter from bookings.lowered_pairs where patient_id = $1',
      [session.patientId],
    );
    expect(rows).toEqual([{ variety: 'arz', interpreter: null }]);
  });
});

describe('the database', () => {
  it('has one open review of a pair, and looks at an answer in one review', async () => {
    const session = await sessions.exact();
    stand.clock.set(afterwards);
    await patientSaid(session.booking, false);
    const again = (table: string, columns: string) =>
      stand.superuser.query(
        `insert into bookings.${table} (${columns}${table === 'lowered_pairs' ? ', id' : ''})
         select ${columns}${table === 'lowered_pairs' ? ', gen_random_uuid()' : ''} from bookings.${table} where booking_id = $1`,
        [session.booking],
      );
    await expect(
      again('lowered_pairs', 'organisation_id, patient_id, variety_id, interpreter_variety, interpreter_id, booking_id, lowered_at'),
    ).rejects.toThrow(/a_pair_has_one_open_review/);
    await expect(again('review_grounds', 'review_id, booking_id, organisation_id, side, interpreter_id')).rejects.toThrow(
      /an_answer_is_reviewed_once/,
    );
  });

  it('shows no organisation what the reviews of another rest on', async () => {
    const session = await sessions.exact({ interpreter: await stand.anInterpreter(clinic, interpreting('apd')) });
    stand.clock.set(afterwards);
    await patientSaid(session.booking, false);
    const other = await stand.aClinic();
    const seen = await stand.database.read(other.staff, (tx) => tx.query('select * from bookings.review_grounds'));
    expect(seen).toEqual([]);
    const reviewId = await openOf(session.patientId);
    await expect(reviews.close(other.staff, reviewId, { outcome: 'restore', reason: 'patient-asked' })).rejects.toEqual(
      refusal('review-not-found'),
    );
  });
});
