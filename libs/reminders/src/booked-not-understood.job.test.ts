import { Changes, Reviews, Understandings } from '@dragoman/bookings';
import type { Clinic } from '../../../tests/support/clinic';
import { type RemindersStand, remindersStand } from '../../../tests/support/reminders';
import { accept, type Session, type Sessions, sessionsOf } from '../../../tests/support/sessions';

let stand: RemindersStand;
let clinic: Clinic;
let sessions: Sessions;

beforeAll(async () => {
  stand = await remindersStand();
  clinic = await stand.aClinic();
  sessions = sessionsOf(stand, () => clinic);
});
afterAll(() => stand.close());
beforeEach(() => stand.startAgain());

const service = <T>(token: new (...args: never[]) => T): T => stand.nest.get<T>(token, { strict: false });
const said = (booking: string, understood: boolean) =>
  service(Understandings).patientSaid(clinic.staff, booking, { understood, askedHow: 'another-interpreter' });
const openReview = async (patientId: string): Promise<string> => {
  const { rows } = await stand.superuser.query('select id from bookings.lowered_pairs where patient_id = $1 and outcome is null', [patientId]);
  return String(rows[0]?.id);
};
const close = async (patientId: string, outcome: 'keep' | 'restore') =>
  service(Reviews).close(clinic.staff, await openReview(patientId), { outcome, reason: 'other-dialect' });
const tasks = async () => (await stand.openTasks(clinic)).filter(({ kind }) => kind === 'booked-not-understood');
const bookingsToChange = async () => (await tasks()).map(({ bookingId }) => bookingId);

/** Two sessions ahead with the interpreter of the first, one with somebody else, one that nobody has accepted. */
const withLater = async (way: 'exact' | 'close') => {
  const first = await sessions[way]();
  const later = await sessions[way]({ ...first, date: '2026-12-10' });
  const latest = await sessions[way]({ ...first, date: '2026-12-17' });
  return { first, later, latest };
};
const sayNo = async ({ booking }: Session): Promise<void> => {
  await stand.goTo('2026-12-03T15:30:00Z');
  await said(booking, false);
  await stand.settle();
};

describe('a booking that was confirmed before they did not understand each other', () => {
  it('is handed to a person, each by itself, where the same interpreter is booked', async () => {
    const { first, later, latest } = await withLater('exact');
    await sessions.exact({ patientId: first.patientId, date: '2026-12-18' });
    await stand.aBooking(clinic, { patientId: first.patientId, date: '2026-12-19' });
    await sessions.exact({ interpreter: first.interpreter, date: '2026-12-20' });
    await sayNo(first);
    expect((await bookingsToChange()).sort()).toEqual([later.booking, latest.booking].sort());
    expect((await tasks())[0]?.sentence).toMatch(/did not understand .+ in an earlier appointment, and .+ is booked/);
  });

  it('is handed over where another interpreter of the same close variety is booked', async () => {
    const { first } = await withLater('close');
    const other = await sessions.close({ patientId: first.patientId, date: '2026-12-21' });
    await sayNo(first);
    expect(await bookingsToChange()).toContain(other.booking);
    expect((await tasks())[0]?.sentence).toContain('Egyptian Arabic');
  });

  it('is one task, however often it is said and by both, and stays done when a person has dealt with it', async () => {
    const { first, later } = await withLater('exact');
    await sayNo(first);
    await service(Understandings).interpreterSaid({ kind: 'interpreter', interpreterId: first.interpreter }, first.offerId, false);
    await stand.settle();
    expect(await tasks()).toHaveLength(2);
    const task = (await tasks()).find(({ bookingId }) => bookingId === later.booking);
    await stand.tasks.done(clinic.staff, task?.id ?? '');
    await said(first.booking, false);
    await stand.settle();
    expect(await bookingsToChange()).not.toContain(later.booking);
  });

  it('is one task when another session ends in a no while it is open, and after a review that kept it', async () => {
    const { first, later, latest } = await withLater('exact');
    await sayNo(first);
    await close(first.patientId, 'keep');
    await stand.goTo('2026-12-10T15:30:00Z');
    await said(later.booking, false);
    await stand.settle();
    expect((await bookingsToChange()).filter((id) => id === latest.booking)).toHaveLength(1);
  });

  it('is done when it is cancelled, and the others are not', async () => {
    const { first, later, latest } = await withLater('exact');
    await sayNo(first);
    await stand.cancellations.cancel(clinic.staff, later.booking, 'clinic', 'Another interpreter.');
    await stand.settle();
    expect(await bookingsToChange()).toEqual([latest.booking]);
  });

  it('is done when it is cancelled at the moment the pair is lowered', async () => {
    const { first, later, latest } = await withLater('exact');
    await stand.goTo('2026-12-03T15:30:00Z');
    await Promise.all([said(first.booking, false), stand.cancellations.cancel(clinic.staff, later.booking, 'clinic', 'Another interpreter.')]);
    await stand.settle();
    expect(await bookingsToChange()).toEqual([latest.booking]);
  });

  it('is done when its language changes, which frees the interpreter', async () => {
    const languages = ['apd', 'arz'].map((varietyId) => ({ varietyId, role: 'speaks', enoughForDoctor: true, learntHow: 'self' }) as const);
    const patientId = await stand.aPatient(clinic, { languages });
    const first = await sessions.exact({ patientId });
    const later = await sessions.exact({ ...first, date: '2026-12-10' });
    await sayNo(first);
    expect(await bookingsToChange()).toEqual([later.booking]);
    await service(Changes).change(clinic.staff, later.booking, { varietyId: 'arz' }, { revision: 'whatever-it-is' });
    await stand.settle();
    expect(await tasks()).toEqual([]);
  });

  it('is done when the review gives the pair back, and when the answer is corrected; not when the review keeps it', async () => {
    for (const [end, left] of [['restore', 0], ['correction', 0], ['keep', 2]] as const) {
      await stand.startAgain();
      const { first } = await withLater('exact');
      await sayNo(first);
      await (end === 'correction' ? said(first.booking, true) : close(first.patientId, end));
      await stand.settle();
      expect([end, (await tasks()).length]).toEqual([end, left]);
    }
  });
});

describe('one side of a relay that is held', () => {
  const skill = (varietyId: string, otherId: string) => ({ varietyId, otherId, credential: null, credentialExpiresOn: null });

  it('is handed over at once, and is done when the relay comes to nothing', async () => {
    const patientId = await stand.aPatient(clinic, { languages: [{ varietyId: 'fvr', role: 'speaks', enoughForDoctor: true, learntHow: 'self' }] });
    const patientSideId = await stand.anInterpreter(clinic, { skills: [skill('fvr', 'apd')] });
    const clinicSideId = await stand.anInterpreter(clinic, { skills: [skill('apd', 'eng')] });
    const relay = { pivotId: 'apd', pairs: [{ patientSideId, clinicSideId }] };
    const first = await stand.aBooking(clinic, { patientId, varietyId: 'fvr', relay });
    for (const interpreter of [patientSideId, clinicSideId]) await accept(stand, first, interpreter);
    await stand.goTo('2026-12-03T15:30:00Z');
    const later = await stand.aBooking(clinic, { patientId, varietyId: 'fvr', date: '2026-12-10', relay });
    await accept(stand, later, patientSideId);

    await said(first, false);
    await stand.settle();
    expect(await bookingsToChange()).toEqual([later]);
    const other = (await stand.offersOf(later)).find(({ interpreterId }) => interpreterId === clinicSideId);
    await stand.acceptance.decline({ kind: 'interpreter', interpreterId: clinicSideId }, other?.id ?? '');
    await stand.settle();
    expect(await bookingsToChange()).toEqual([]);
  });
});

describe('a review that waits for a coordinator', () => {
  it('says after how many sessions it was said', async () => {
    const { first, later } = await withLater('exact');
    await sayNo(first);
    await stand.goTo('2026-12-10T15:30:00Z');
    await said(later.booking, false);
    await stand.settle();
    const reviews = (await stand.openTasks(clinic)).filter(({ kind }) => kind === 'understanding-review');
    expect(reviews).toMatchObject([{ bookingId: first.booking, sentence: expect.stringContaining('after 2 sessions') }]);
    await said(later.booking, true);
    await stand.settle();
    const [left] = (await stand.openTasks(clinic)).filter(({ kind }) => kind === 'understanding-review');
    expect(left?.sentence).not.toContain('sessions');
  });

  it('outlives its booking: cancelling it leaves it on the list until it is closed', async () => {
    const first = await sessions.exact();
    await sayNo(first);
    await stand.goTo('2026-12-04T09:00:00Z');
    await stand.cancellations.cancel(clinic.staff, first.booking, 'clinic', 'Booked twice.');
    await stand.settle();
    expect((await stand.openTasks(clinic)).map(({ kind }) => kind)).toContain('understanding-review');
    await close(first.patientId, 'keep');
    await stand.settle();
    expect((await stand.openTasks(clinic)).map(({ kind }) => kind)).not.toContain('understanding-review');
  });
});
