import { Patients, type PatientInput } from '@dragoman/patients';
import type { Clinic } from '../../../tests/support/clinic';
import { aPatient, aPhone, until } from '../../../tests/support/desk';
import { type RemindersStand, remindersStand } from '../../../tests/support/reminders';
import { PrintQueue } from './print-queue.service';

let stand: RemindersStand;
let clinic: Clinic;

beforeAll(async () => {
  stand = await remindersStand();
  clinic = await stand.aClinic();
});

beforeEach(() => stand.startAgain());

afterAll(() => stand.close());

const post = { lines: ['1 Quay Street', 'London E1 6AN'], country: null, safety: 'private' as const };
const phone = () => [{ channel: 'sms' as const, address: aPhone(), safety: 'private' as const, isConfirmed: true }];

type Profile = Partial<PatientInput>;

const aBooking = async (profile: Profile, date = '2026-12-03') => {
  const patientId = await stand.aPatient(clinic, { post, ...profile } as Partial<ReturnType<typeof aPatient>>);
  const bookingId = await stand.aConfirmedBooking(clinic, { patientId, date });
  await stand.settle();
  return { patientId, bookingId };
};

const rewrite = (patientId: string, profile: Profile) =>
  stand.nest.get(Patients, { strict: false }).update(clinic.staff, patientId, { ...aPatient(), post, ...profile } as PatientInput);

const queue = () => stand.nest.get(PrintQueue, { strict: false });

const letters = async (bookingId: string) =>
  (
    await stand.superuser.query(
      `select id, kind, state, neutral, content->>'layout' as layout, content->'to' as to, withdrawn_because as because from letters.letters where booking_id = $1 order by queued_at, id`,
      [bookingId],
    )
  ).rows as { id: string; kind: string; state: string; neutral: boolean; layout: string; to: string[]; because: string | null }[];

const toPatient = async (bookingId: string) => (await stand.messages(bookingId)).filter(({ to }) => to !== 'interpreter');
const said = async (bookingId: string) => Object.fromEntries((await stand.intents(bookingId)).filter(({ kind }) => kind === 'confirmed' || kind.startsWith('reminder')).map(({ kind, state }) => [kind, state]));
const sendAll = async (bookingId: string) => {
  const ids = (await letters(bookingId)).filter(({ state }) => state === 'to-print').map(({ id }) => id);
  await queue().mark(clinic.staff, ids, { from: 'to-print', to: 'printed' });
  await queue().mark(clinic.staff, ids, { from: 'printed', to: 'posted' });
};

describe('whoever wishes to be told by letter', () => {
  it('gets one, which waits for the desk, and nobody is asked to call', async () => {
    const { bookingId } = await aBooking({ formats: ['large-print', 'sms'], channels: phone() });
    expect(await letters(bookingId)).toEqual([expect.objectContaining({ kind: 'confirmed', state: 'to-print', neutral: false, layout: 'large-print', to: ['Amna Idris Osman', ...post.lines] })]);
    expect(await said(bookingId)).toMatchObject({ confirmed: 'queued' });
    expect(await toPatient(bookingId)).toEqual([]);
    expect(await stand.openTasks(clinic)).toEqual([]);
  });

  it('gets one that names nobody where others open the post', async () => {
    const { bookingId } = await aBooking({ formats: ['letter'], post: { ...post, safety: 'unknown' } });
    expect(await letters(bookingId)).toEqual([expect.objectContaining({ neutral: true })]);
    const { rows } = await stand.superuser.query('select content::text || english::text as all from letters.letters where booking_id = $1', [bookingId]);
    expect(rows[0].all).not.toMatch(/Clinic|Marlowe|Hiba/);
  });

  it('is told in the next way where it would come too late or the post is not safe, and by a person where there is none', async () => {
    const late = await aBooking({ formats: ['letter', 'sms'], channels: phone() }, '2026-11-30');
    const unsafe = await aBooking({ formats: ['letter', 'sms'], channels: phone(), post: { ...post, safety: 'unsafe' } });
    for (const { bookingId } of [late, unsafe]) {
      expect(await letters(bookingId)).toEqual([]);
      expect(await toPatient(bookingId)).toEqual([expect.objectContaining({ channel: 'sms', kind: 'confirmed' })]);
    }
    expect(await stand.openTasks(clinic)).toEqual([]);
    const { bookingId } = await aBooking({ formats: ['letter'], channels: phone() }, '2026-11-30');
    expect(await stand.openTasks(clinic)).toEqual([expect.objectContaining({ kind: 'call-patient', bookingId, sentence: expect.stringContaining('too late') })]);
  });

  it('is reminded by letter while there is time, and by nobody again when there is not: the letter before said it', async () => {
    const { bookingId } = await aBooking({ formats: ['letter'], channels: phone() });
    await sendAll(bookingId);
    await stand.goTo('2026-11-26T10:00:00Z');
    expect((await letters(bookingId)).map(({ kind, state }) => [kind, state])).toEqual([['confirmed', 'posted'], ['reminder-7-days', 'to-print']]);
    await sendAll(bookingId);
    await stand.goTo('2026-12-01T10:00:00Z');
    await stand.goTo('2026-12-02T10:00:00Z');
    expect(await said(bookingId)).toEqual({ confirmed: 'queued', 'reminder-7-days': 'queued', 'reminder-2-days': 'dropped', 'reminder-day-before': 'dropped' });
    expect(await letters(bookingId)).toHaveLength(2);
    expect(await stand.openTasks(clinic)).toEqual([]);
  });

  it('is reminded by text when there is no time for a letter, if they wish that too', async () => {
    const { bookingId } = await aBooking({ formats: ['letter', 'sms'], channels: phone() });
    await sendAll(bookingId);
    await stand.goTo('2026-12-01T10:00:00Z');
    expect((await toPatient(bookingId)).map(({ kind, channel }) => [kind, channel])).toEqual([['reminder-2-days', 'sms']]);
  });

  it('does not get a second letter while one that says the same waits, whoever asked for it', async () => {
    const { bookingId, patientId } = await aBooking({ formats: ['sms'], channels: phone() });
    const asked = await queue().post(clinic.staff, bookingId, 'standard');
    await rewrite(patientId, { formats: ['letter'] });
    await stand.goTo('2026-11-26T10:00:00Z');
    expect(await letters(bookingId)).toEqual([expect.objectContaining({ id: asked, state: 'to-print' })]);
    expect(await queue().post(clinic.staff, bookingId, 'standard')).toBe(asked);
  });

  it('does not get a second letter when somebody asks for one in the moment in which it is written by itself', async () => {
    stand.clock.set(new Date('2026-11-24T04:00:00Z'));
    const { bookingId } = await aBooking({ formats: ['letter'], channels: phone() });
    expect(await letters(bookingId)).toEqual([]);
    stand.clock.set(new Date('2026-11-24T09:42:00Z'));
    const waiting = () => stand.count(`pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
    const inTheWay = await stand.superuser.connect();
    // Whoever writes is held back there, so that both have surely looked whether one waits.
    await inTheWay.query('begin; lock table letters.letters in share mode');
    const byItself = stand.due.sweep();
    await until(async () => (await waiting()) === 1, 'the one to be written by itself');
    const asked = queue().post(clinic.staff, bookingId, 'standard');
    await until(async () => (await waiting()) === 2, 'the other to be asked for');
    await inTheWay.query('commit');
    inTheWay.release();
    await byItself;
    expect(await letters(bookingId)).toEqual([expect.objectContaining({ id: await asked, state: 'to-print' })]);
  });

  it('gets another one to the new address when they move before it is posted', async () => {
    const { bookingId, patientId } = await aBooking({ formats: ['letter'], channels: phone() });
    await rewrite(patientId, { formats: ['letter'], post: { ...post, lines: ['2 Other Street'] } });
    await stand.settle();
    expect(await letters(bookingId)).toEqual([
      expect.objectContaining({ state: 'withdrawn', because: 'address-changed' }),
      expect.objectContaining({ state: 'to-print', to: ['Amna Idris Osman', '2 Other Street'] }),
    ]);
    expect(await stand.openTasks(clinic)).toEqual([]);
  });

  it('is told otherwise when the post is not safe any more before it is posted', async () => {
    const { bookingId, patientId } = await aBooking({ formats: ['letter', 'sms'], channels: phone() });
    await rewrite(patientId, { formats: ['letter', 'sms'], channels: phone(), post: { ...post, safety: 'monitored' } });
    await stand.settle();
    expect(await letters(bookingId)).toEqual([expect.objectContaining({ state: 'withdrawn' })]);
    expect(await toPatient(bookingId)).toEqual([expect.objectContaining({ channel: 'sms', kind: 'confirmed' })]);
  });

  it('gets a letter after all where the text before it in their order did not arrive', async () => {
    const { bookingId } = await aBooking({ formats: ['sms', 'letter'], channels: [{ channel: 'sms', address: '+447700900000', safety: 'private', isConfirmed: true }] });
    await stand.settle();
    expect(await letters(bookingId)).toEqual([expect.objectContaining({ kind: 'confirmed', state: 'to-print' })]);
    expect((await stand.openTasks(clinic)).map(({ kind }) => kind)).not.toContain('message-failed');
  });

  it('is called about a cancellation, for a letter would come too late; the one that waits is withdrawn', async () => {
    const { bookingId } = await aBooking({ formats: ['letter'], channels: phone() });
    await stand.cancellations.cancel(clinic.staff, bookingId, 'clinic', 'The clinic is closed');
    await stand.settle();
    expect(await letters(bookingId)).toEqual([expect.objectContaining({ state: 'withdrawn', because: 'appointment-changed' })]);
    expect(await stand.openTasks(clinic)).toEqual([expect.objectContaining({ kind: 'call-patient', sentence: expect.stringContaining('The appointment was cancelled') })]);
  });
});
