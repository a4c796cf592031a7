import { newId } from '@dragoman/kernel';
import type { Clinic } from '../../../tests/support/clinic';
import { type RemindersStand, remindersStand } from '../../../tests/support/reminders';
import { type Approval, Reviews } from './reviews.service';
import { Wordbooks } from './wordbooks.service';
import { catalogOf } from './catalogs/catalogs';

let stand: RemindersStand;
let reviews: Reviews;
let wordbooks: Wordbooks;
let here: Clinic;
let there: Clinic;

beforeAll(async () => {
  stand = await remindersStand();
  reviews = stand.nest.get(Reviews, { strict: false });
  wordbooks = stand.nest.get(Wordbooks, { strict: false });
});
beforeEach(async () => {
  await stand.startAgain();
  [here, there] = [await stand.aClinic(), await stand.aClinic()];
});
afterAll(() => stand.close());

const draft = catalogOf('ar').short['confirmed.private'];
const address = { language: 'ar', form: 'short', key: 'confirmed.private' } as const;
const decision = { ...address, reviewerName: 'R.', reviewerRole: 'who reads it', reviewedOn: '2026-11-24', note: null, seen: null };
const approval = (changes: Partial<Approval> = {}): Approval => ({ ...decision, pattern: draft.pattern, version: draft.version, confirmed: [], ...changes });
const history = ({ staff }: Clinic, by = staff) => stand.database.read(by, (tx) => reviews.history(tx, staff.organisationId, address));
const said = ({ staff }: Clinic) => stand.database.read(staff, async (tx) => (await wordbooks.of(tx, staff.organisationId)).said('ar', 'short', 'confirmed.private'));
const newestOf = async (clinic: Clinic): Promise<string | null> => (await history(clinic))[0]?.id ?? null;

const confirmation = async (): Promise<unknown> => {
  const patientId = await stand.aPatient(here);
  const bookingId = await stand.aConfirmedBooking(here, { patientId });
  await stand.settle();
  const { rows } = await stand.superuser.query(`select review_state as "reviewState", reviewed_by as "reviewedBy", lang, kind from messaging.messages where booking_id = $1 and kind = 'confirmed'`, [bookingId]);
  return rows[0];
};

it('the next booking is confirmed in the approved words, and after the approval is withdrawn in the draft again', async () => {
  expect(await confirmation()).toMatchObject({ lang: 'ar', reviewState: 'draft' });
  await reviews.approve(here.staff, approval());
  expect(await confirmation()).toMatchObject({ lang: 'ar', reviewState: 'reviewed', reviewedBy: 'R. (who reads it), 24 November 2026' });
  await reviews.withdraw(here.staff, { ...decision, seen: await newestOf(here) });
  expect(await confirmation()).toMatchObject({ lang: 'ar', reviewState: 'draft', reviewedBy: null });
});

it('what one clinic approved, another does not say or see, and cannot forge', async () => {
  await reviews.approve(here.staff, approval());
  expect([(await said(here))?.reviewState, (await said(there))?.reviewState]).toEqual(['reviewed', 'draft']);
  expect(await history(here, there.staff)).toEqual([]);
  const forged = `insert into words.reviews select organisation_id, 2, gen_random_uuid(), language, form, key, pattern, version, state, reviewer_name, reviewer_role, reviewed_on, note, recorded_by, recorded_at
    from (select $1::uuid as organisation_id, 'ar' as language, 'short' as form, 'x' as key, 'x' as pattern, 1 as version, 'approved' as state, 'x' as reviewer_name, 'x' as reviewer_role, date '2026-11-24' as reviewed_on, null as note, $1::uuid as recorded_by, now() as recorded_at) r`;
  await expect(stand.database.transaction(there.staff, (tx) => tx.query(forged, [here.staff.organisationId]))).rejects.toThrow(/row-level security/);
  await expect(stand.database.transaction(here.staff, (tx) => tx.query('delete from words.reviews'))).rejects.toThrow(/permission denied/);
});

it('who approved and who withdrew stays on record, newest first, and in the audit trail', async () => {
  await reviews.approve(here.staff, approval());
  await reviews.withdraw(here.staff, { ...decision, seen: await newestOf(here), note: 'a reader disagreed' });
  expect(await history(here)).toMatchObject([
    { number: 2, state: 'withdrawn', note: 'a reader disagreed', recordedBy: here.staff.accountId },
    { number: 1, state: 'approved', reviewerName: 'R.', reviewerRole: 'who reads it', reviewedOn: '2026-11-24', pattern: draft.pattern },
  ]);
  expect(await stand.count('audit.entries where organisation_id = $1 and action like $2', [here.staff.organisationId, 'text.%'])).toBe(2);
});

it('a double click approves once', async () => {
  await Promise.all([reviews.approve(here.staff, approval()), reviews.approve(here.staff, approval())]);
  expect(await history(here)).toHaveLength(1);
});

it('of two reviewers at once the second is told to look at what the first decided', async () => {
  const outcomes = await Promise.allSettled([reviews.approve(here.staff, approval()), reviews.approve(here.staff, approval({ reviewerName: 'Q.' }))]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'reviewed-meanwhile' } });
  expect(await history(here)).toHaveLength(1);
});

it('an approval of an older version of a text counts no more', async () => {
  await reviews.approve(here.staff, approval());
  await stand.superuser.query('update words.reviews set version = version - 1, id = $2 where organisation_id = $1', [here.staff.organisationId, newId()]);
  expect((await said(here))?.reviewState).toBe('draft');
});

it.each([
  ['a text that lost the time of the appointment', { pattern: draft.pattern.replaceAll('{when}', '') }, 'text-has-errors'],
  ['a text that cannot be read', { pattern: '{' }, 'text-has-errors'],
  ['a text that nobody has', { key: 'nothing' }, 'no-such-text'],
  ['a text that has changed since', { version: draft.version + 1 }, 'text-changed'],
  ['English, of which the others are made,', { language: 'en' as const }, 'english-is-the-source'],
])('%s is not approved', async (_, changes, code) => {
  await expect(reviews.approve(here.staff, approval(changes))).rejects.toMatchObject({ code });
  expect(await history(here)).toEqual([]);
});

it('what the linter only doubts is approved once the reviewer confirms it', async () => {
  const twice = catalogOf('ar').long.assurance;
  const doubtful = { form: 'long', key: 'assurance', version: twice.version, pattern: `${twice.pattern} ${twice.pattern}` } as const;
  await expect(reviews.approve(here.staff, approval(doubtful))).rejects.toMatchObject({ code: 'confirm-warnings' });
  await reviews.approve(here.staff, approval({ ...doubtful, confirmed: ['said-twice'] }));
});
