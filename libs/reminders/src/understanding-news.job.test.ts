import { Alternatives, Consents, Changes, Reviews, Understandings } from '@dragoman/bookings';
import type { Clinic } from '../../../tests/support/clinic';
import { type RemindersStand, remindersStand } from '../../../tests/support/reminders';
import { taskKinds } from './task.entity';

let stand: RemindersStand;
let clinic: Clinic;

beforeAll(async () => {
  stand = await remindersStand();
  clinic = await stand.aClinic();
});
afterAll(() => stand.close());
beforeEach(() => stand.startAgain());

const service = <T>(token: new (...args: never[]) => T): T => stand.nest.get<T>(token, { strict: false });

/** Levantine Arabic by an Egyptian interpreter, with the patient's consent, accepted. */
const closeBooking = async ({ alsoSpeaks = [] as string[] } = {}) => {
  const languages = ['apc', ...alsoSpeaks].map((varietyId) => ({ varietyId, role: 'speaks', enoughForDoctor: true, learntHow: 'self' }) as const);
  const patientId = await stand.aPatient(clinic, { languages });
  const skills = [{ varietyId: 'arz', credential: null, credentialExpiresOn: null }];
  const interpreterId = await stand.anInterpreter(clinic, { displayName: 'Huda Farouk', skills });
  const bookingId = await stand.aBooking(clinic, { patientId, varietyId: 'apc' });
  const { alternativesId } = await service(Alternatives).forBooking(clinic.staff, bookingId, 'arz');
  await service(Consents).take(clinic.staff, bookingId, { interpreterVariety: 'arz', how: 'own-recording', alternativesId, standing: false });
  await stand.bookings.offer(clinic.staff, bookingId, [interpreterId]);
  const [offer] = await stand.offersOf(bookingId);
  await stand.acceptance.accept({ kind: 'interpreter', interpreterId }, offer?.id ?? '');
  const { rows } = await stand.superuser.query('select id from bookings.language_consents where booking_id = $1', [bookingId]);
  return { bookingId, consentId: String(rows[0].id) };
};

const openOf = async (kind: string) => (await stand.openTasks(clinic)).filter((task) => task.kind === kind);

it('hands a person a booking whose patient no longer agrees to the variety that is booked', async () => {
  const ids = await closeBooking();
  await service(Consents).withdraw(clinic.staff, ids);
  await stand.settle();
  expect(await openOf('consent-withdrawn')).toMatchObject([
    { sentence: expect.stringMatching(/no longer agree to Egyptian Arabic, and Huda Farouk is booked in it\. Cancel and book/) },
  ]);
});

it('takes it back when the language of the booking changes, which frees whoever was booked', async () => {
  const ids = await closeBooking({ alsoSpeaks: ['tir'] });
  await service(Consents).withdraw(clinic.staff, ids);
  await stand.settle();
  expect(await openOf('consent-withdrawn')).toHaveLength(1);
  await service(Changes).change(clinic.staff, ids.bookingId, { varietyId: 'tir' }, { revision: 'whatever-it-is' });
  await stand.settle();
  expect(await openOf('consent-withdrawn')).toEqual([]);
});

it('hands a coordinator the review after a no, once, and takes it back when the review is closed', async () => {
  const { bookingId } = await closeBooking();
  await stand.goTo('2026-12-03T15:30:00Z');
  const said = { understood: false, askedHow: 'another-interpreter' } as const;
  await service(Understandings).patientSaid(clinic.staff, bookingId, said);
  await stand.settle();
  await service(Understandings).patientSaid(clinic.staff, bookingId, said);
  await stand.settle();
  expect(await openOf('understanding-review')).toMatchObject([{ sentence: expect.stringContaining('Egyptian Arabic is not for this patient until') }]);
  const { rows } = await stand.superuser.query('select id from bookings.lowered_pairs where booking_id = $1', [bookingId]);
  await service(Reviews).close(clinic.staff, String(rows[0].id), { outcome: 'keep', reason: 'not-understood' });
  await stand.settle();
  expect(await openOf('understanding-review')).toEqual([]);
});

it('lets nobody tick the review off, and it stays on the list until it is closed', async () => {
  const { bookingId } = await closeBooking();
  await stand.goTo('2026-12-03T15:30:00Z');
  await service(Understandings).patientSaid(clinic.staff, bookingId, { understood: false, askedHow: 'another-interpreter' });
  await stand.settle();
  const [task] = (await openOf('understanding-review')).filter((one) => one.bookingId === bookingId);
  await expect(stand.tasks.done(clinic.staff, task?.id ?? '')).rejects.toMatchObject({ code: 'review-open' });
  expect((await openOf('understanding-review')).map(({ id }) => id)).toContain(task?.id);
});

it('knows in the database the kinds of task that the code knows, all of them and no other', async () => {
  const { rows } = await stand.superuser.query<{ kind: string }>(
    `select unnest(regexp_matches(pg_get_constraintdef(oid), '[a-z]+(?:-[a-z]+)*', 'g')) as kind
       from pg_constraint where conname = 'a_task_kind_is_known'`,
  );
  const words = ['kind', 'text'];
  expect(rows.map(({ kind }) => kind).filter((kind) => !words.includes(kind)).sort()).toEqual([...taskKinds].sort());
});
