import { randomUUID } from 'node:crypto';
import { newId } from '@dragoman/kernel';
import { type Letter, newestLetters } from '@dragoman/letters';
import { Patients, type PatientInput } from '@dragoman/patients';
import type { Actor, StaffActor } from '@dragoman/platform';
import { Accounts } from '@dragoman/access';
import type { Clinic } from '../../../tests/support/clinic';
import { aPatient } from '../../../tests/support/desk';
import { type RemindersStand, remindersStand } from '../../../tests/support/reminders';
import { LettersWaiting } from './letters-waiting.job';
import { PrintQueue } from './print-queue.service';

let stand: RemindersStand;
let clinic: Clinic;
let queue: PrintQueue;
let colleague: StaffActor;

const post = { lines: ['1 Quay Street', 'London E1 6AN'], country: null, safety: 'private' as const };

beforeAll(async () => {
  stand = await remindersStand();
  clinic = await stand.aClinic();
  queue = stand.nest.get(PrintQueue, { strict: false });
  const { id } = await stand.nest.get(Accounts, { strict: false }).create({ kind: 'installation', by: 'test' }, {
    organisationId: clinic.staff.organisationId, name: 'Sam Blake', email: `${randomUUID()}@clinic.example`, role: 'receptionist', password: 'correct horse battery',
  });
  colleague = { ...clinic.staff, accountId: id, role: 'receptionist' };
});

beforeEach(() => stand.startAgain());

afterAll(() => stand.close());

const aBooking = async (changes: Partial<PatientInput> = {}) => {
  const patientId = await stand.aPatient(clinic, { post, ...changes } as Partial<ReturnType<typeof aPatient>>);
  const bookingId = await stand.aConfirmedBooking(clinic, { patientId });
  await stand.settle();
  return { patientId, bookingId };
};

const aLetter = async (changes: Partial<PatientInput> = {}) => {
  const about = await aBooking(changes);
  const id = await queue.post(clinic.staff, about.bookingId, undefined);
  const letter = (await inHand()).find((one) => one.id === id);
  if (!letter) throw new Error('the letter is not in hand');
  return { ...about, letter };
};

const rewrite = (patientId: string, changes: Partial<PatientInput>) =>
  stand.nest.get(Patients, { strict: false }).update(clinic.staff, patientId, { ...aPatient(), post, ...changes } as PatientInput);

const inHand = async (actor: Actor = clinic.staff): Promise<Letter[]> =>
  (await stand.database.read(actor, (tx) => queue.list(tx, { show: 'in-hand' }))).items.map(({ letter }) => letter);
const posted = async (): Promise<Letter[]> => (await stand.database.read(clinic.staff, (tx) => queue.list(tx, { show: 'posted' }))).items.map(({ letter }) => letter);

const codeOf = (done: Promise<unknown>): Promise<unknown> => done.then(() => 'done', (error: { code?: string }) => error.code ?? error);
const printed = { from: 'to-print', to: 'printed' } as const;
const putInPost = { from: 'printed', to: 'posted' } as const;

describe('a letter that the desk posts', () => {
  it('waits to be printed, addressed, in the words of that moment', async () => {
    const { letter } = await aLetter({ formats: ['sms', 'large-print'] });
    expect(letter).toMatchObject({ state: 'to-print', languageName: 'Arabic', neutral: false, printBy: new Date('2026-11-25T16:00:00Z'), queuedBy: clinic.staff.accountId });
    expect(letter.content).toMatchObject({ layout: 'large-print', to: ['Amna Idris Osman', ...post.lines], sender: { name: expect.any(String) } });
    expect((await inHand()).map(({ id }) => id)).toEqual([letter.id]);
  });

  it('names nobody where others open the post, and is not written at all where the post is watched or not safe', async () => {
    const { letter } = await aLetter({ post: { ...post, safety: 'unknown' } });
    expect(letter).toMatchObject({ neutral: true, content: { sender: null } });
    expect(JSON.stringify([letter.content.said, letter.english])).not.toMatch(/Clinic|Marlowe/);
    for (const safety of ['monitored', 'unsafe'] as const) {
      const { bookingId } = await aBooking({ post: { ...post, safety } });
      expect(await codeOf(queue.post(clinic.staff, bookingId, undefined))).toBe('post-not-safe');
    }
    const { bookingId } = await aBooking({ post: null });
    expect(await codeOf(queue.post(clinic.staff, bookingId, undefined))).toBe('no-address');
  });

  it('is not posted where it could come after the appointment', async () => {
    const { bookingId } = await aBooking();
    stand.clock.set(new Date('2026-11-27T09:00:00Z'));
    expect(await codeOf(queue.post(clinic.staff, bookingId, undefined))).toBe('too-late-for-post');
  });

  it('is there once, however often and by however many it is asked for', async () => {
    const { bookingId } = await aBooking();
    const asked = await Promise.all([clinic.staff, clinic.staff, colleague].map((actor) => queue.post(actor, bookingId, undefined)));
    expect(new Set(asked).size).toBe(1);
    expect(await inHand()).toHaveLength(1);
  });

  it('is printed and posted, and says by whom and when', async () => {
    const { letter } = await aLetter();
    await queue.mark(clinic.staff, [letter.id], printed);
    stand.clock.set(new Date('2026-11-24T10:00:00Z'));
    await queue.mark(colleague, [letter.id], putInPost);
    expect(await inHand()).toEqual([]);
    expect(await posted()).toEqual([expect.objectContaining({
      printedBy: clinic.staff.accountId, printedAt: new Date('2026-11-24T09:42:00Z'), postedBy: colleague.accountId, postedAt: new Date('2026-11-24T10:00:00Z'),
    })]);
  });

  it('is what the day’s list knows of its appointment, until it is withdrawn', async () => {
    const { bookingId, letter } = await aLetter();
    const known = async () => (await stand.database.read(clinic.staff, (tx) => newestLetters(tx, clinic.staff.organisationId, [bookingId]))).get(bookingId);
    await queue.mark(clinic.staff, [letter.id], printed);
    await queue.mark(clinic.staff, [letter.id], putInPost);
    expect(await known()).toBe('posted');
    const next = await queue.post(clinic.staff, bookingId, undefined);
    expect(await known()).toBe('to-print');
    await stand.superuser.query(`update letters.letters set state = 'withdrawn', withdrawn_at = now(), withdrawn_because = 'appointment-over' where id = $1`, [next]);
    expect(await known()).toBe('posted');
  });

  it('is not marked from a state that somebody no longer sees; a double click changes nothing', async () => {
    const { letter } = await aLetter();
    await queue.mark(clinic.staff, [letter.id], printed);
    await queue.mark(clinic.staff, [letter.id], printed);
    expect(await codeOf(queue.mark(colleague, [letter.id], printed))).toBe('letter-changed');
    expect(await codeOf(queue.mark(colleague, [letter.id], { from: 'to-print', to: 'posted' }))).toBe('letter-changed');
    expect((await inHand())[0]).toMatchObject({ state: 'printed', printedBy: clinic.staff.accountId });
  });

  it('is printed by one of two who press at once, and all of a pile are marked or none', async () => {
    const [one, other] = [await aLetter(), await aLetter()];
    const both = [one.letter.id, other.letter.id];
    const results = await Promise.all([codeOf(queue.mark(clinic.staff, both, printed)), codeOf(queue.mark(colleague, [...both].reverse(), printed))]);
    expect([...results].sort()).toEqual(['done', 'letter-changed']);
    const letters = await inHand();
    expect(new Set(letters.map(({ printedBy }) => printedBy)).size).toBe(1);
    await queue.mark(clinic.staff, [one.letter.id], { from: 'printed', to: 'to-print' });
    expect(await codeOf(queue.mark(clinic.staff, both, putInPost))).toBe('letter-changed');
    expect((await inHand()).map(({ state }) => state).sort()).toEqual(['printed', 'to-print']);
  });

  it('of another organisation is nobody’s: not listed, not marked, not opened', async () => {
    const { letter } = await aLetter();
    const { staff } = await stand.aClinic();
    expect(await inHand(staff)).toEqual([]);
    expect(await codeOf(queue.mark(staff, [letter.id], printed))).toBe('no-such-letter');
    expect(await codeOf(queue.pdf(staff, [letter.id]))).toBe('no-such-letter');
    expect(await codeOf(queue.putAside(staff, letter.id))).toBe('no-such-letter');
    expect(await codeOf(queue.mark(clinic.staff, [newId()], printed))).toBe('no-such-letter');
    const behindLink = { kind: 'patient', organisationId: clinic.staff.organisationId, bookingId: letter.bookingId, patientId: letter.patientId } as const;
    await expect(stand.database.read(behindLink, (tx) => tx.query('select * from letters.letters'))).rejects.toThrow('permission denied');
  });
});

describe('a letter about what is no longer so', () => {
  const cancel = async (bookingId: string) => {
    await stand.cancellations.cancel(clinic.staff, bookingId, 'clinic', 'The clinic is closed');
  };

  it('leaves the queue when the appointment is cancelled before it is printed', async () => {
    const { bookingId, letter } = await aLetter();
    await cancel(bookingId);
    await stand.settle();
    expect(await inHand()).toEqual([]);
    expect(await codeOf(queue.mark(clinic.staff, [letter.id], printed))).toBe('letter-withdrawn');
    expect(await codeOf(queue.pdf(clinic.staff, [letter.id]))).toBe('letter-withdrawn');
  });

  it('is shown as one not to post when it lies printed, until somebody has put it aside', async () => {
    const { bookingId, letter } = await aLetter();
    await queue.mark(clinic.staff, [letter.id], printed);
    await cancel(bookingId);
    await stand.settle();
    expect(await inHand()).toEqual([expect.objectContaining({ id: letter.id, state: 'withdrawn', withdrawnBecause: 'appointment-changed' })]);
    expect(await codeOf(queue.mark(clinic.staff, [letter.id], putInPost))).toBe('letter-withdrawn');
    await queue.putAside(clinic.staff, letter.id);
    await queue.putAside(colleague, letter.id);
    expect(await inHand()).toEqual([]);
    const { rows } = await stand.superuser.query('select put_aside_by from letters.letters where id = $1', [letter.id]);
    expect(rows[0].put_aside_by).toBe(clinic.staff.accountId);
  });

  it('is not posted although nobody has heard of the cancellation yet', async () => {
    const { bookingId, letter } = await aLetter();
    await queue.mark(clinic.staff, [letter.id], printed);
    await cancel(bookingId);
    expect(await codeOf(queue.mark(clinic.staff, [letter.id], putInPost))).toBe('letter-withdrawn');
    expect((await inHand())[0]).toMatchObject({ state: 'withdrawn' });
  });

  it('what was posted before stays posted, and can be seen again', async () => {
    const { bookingId, letter } = await aLetter();
    await queue.mark(clinic.staff, [letter.id], printed);
    await queue.mark(clinic.staff, [letter.id], putInPost);
    await cancel(bookingId);
    await stand.settle();
    expect((await posted()).map(({ id }) => id)).toEqual([letter.id]);
    expect(Buffer.from(await queue.pdf(clinic.staff, [letter.id])).subarray(0, 5).toString()).toBe('%PDF-');
    expect(await codeOf(queue.mark(clinic.staff, [letter.id], { from: 'posted', to: 'printed' }))).toBe('done');
  });

  it.each([
    ['they moved', { post: { ...post, lines: ['2 Other Street'] } }],
    ['others open the post now', { post: { ...post, safety: 'shared' as const } }],
    ['the post is not safe any more', { post: { ...post, safety: 'unsafe' as const } }],
    ['nothing is posted any more', { post: null }],
    ['they are called otherwise', { name: 'Amna Osman' }],
  ] as [string, Partial<PatientInput>][])('is withdrawn, and whoever asked for it sees it, when %s', async (_, changes) => {
    const { patientId, letter } = await aLetter();
    await rewrite(patientId, changes);
    await stand.settle();
    expect(await inHand()).toEqual([expect.objectContaining({ id: letter.id, withdrawnBecause: 'address-changed' })]);
  });

  it('stays where only something else of the profile changed, or the post became safer', async () => {
    const { patientId, letter } = await aLetter({ post: { ...post, safety: 'shared' } });
    await rewrite(patientId, { post: { ...post, safety: 'private' }, dawnClock: true });
    await stand.settle();
    expect(await inHand()).toEqual([expect.objectContaining({ id: letter.id, state: 'to-print' })]);
  });
});

describe('a letter that nobody prints', () => {
  const waiting = () => stand.nest.get(LettersWaiting, { strict: false });
  const asked = async () => (await stand.openTasks(clinic)).filter(({ kind }) => kind === 'letter-waiting');

  it('is asked for once it should have been posted, and no more once it is', async () => {
    const { letter } = await aLetter();
    await waiting().sweep();
    expect(await asked()).toEqual([]);
    stand.clock.set(new Date('2026-11-25T16:00:00Z'));
    await waiting().sweep();
    await waiting().sweep();
    expect(await asked()).toEqual([expect.objectContaining({ bookingId: letter.bookingId, sentence: expect.stringContaining('not printed yet') })]);
    await queue.mark(clinic.staff, [letter.id], printed);
    expect(await asked()).toHaveLength(1);
    await queue.mark(clinic.staff, [letter.id], putInPost);
    expect(await asked()).toEqual([]);
  });

  it('is withdrawn once the appointment has begun', async () => {
    const { letter } = await aLetter();
    await queue.mark(clinic.staff, [letter.id], printed);
    stand.clock.set(new Date('2026-12-03T14:30:00Z'));
    await waiting().sweep();
    expect((await inHand())[0]).toMatchObject({ state: 'withdrawn', withdrawnBecause: 'appointment-over' });
    expect(await asked()).toEqual([]);
  });
});
