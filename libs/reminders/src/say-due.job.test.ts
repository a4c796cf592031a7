import type { Clinic } from '../../../tests/support/clinic';
import { type RemindersStand, remindersStand } from '../../../tests/support/reminders';
import { PatientMessages } from './patient-messages.service';

let stand: RemindersStand;
let clinic: Clinic;

beforeAll(async () => {
  stand = await remindersStand();
  clinic = await stand.aClinic();
});

beforeEach(() => stand.startAgain());

afterAll(() => stand.close());

const toInterpreters = async (bookingId: string) =>
  (await stand.messages(bookingId)).filter(({ to }) => to === 'interpreter');
const readsNothingWeWrite = [
  { varietyId: 'apd', role: 'speaks', enoughForDoctor: true, learntHow: 'self' },
] as const;

describe('interpreters', () => {
  it('get each offer by SMS and email, with a link and without the patient’s name', async () => {
    const [hiba, rasha] = [await stand.anInterpreter(clinic), await stand.anInterpreter(clinic, { displayName: 'Rasha' })];
    const bookingId = await stand.aBooking(clinic, { offerTo: [hiba, rasha] });
    await stand.settle();
    const offers = await toInterpreters(bookingId);
    expect(offers.map(({ kind, channel, state }) => `${kind} ${channel} ${state}`)).toEqual([
      'offer sms delivered',
      'offer email delivered',
      'offer sms delivered',
      'offer email delivered',
    ]);
    for (const { body } of offers) {
      expect(body).toMatch(/https:\/\/go\.example\/i\/[\w-]{22}/);
      expect(body).not.toContain('Amna');
    }
  });

  it('hear who won and who did not; an offer that was never sent is not closed with a message', async () => {
    const [hiba, rasha] = [await stand.anInterpreter(clinic), await stand.anInterpreter(clinic, { displayName: 'Rasha' })];
    const bookingId = await stand.aBooking(clinic, { offerTo: [hiba, rasha] });
    await stand.settle();
    const [offer] = (await stand.offersOf(bookingId)).filter(({ interpreterId }) => interpreterId === hiba);
    await stand.acceptance.accept({ kind: 'interpreter', interpreterId: hiba }, offer?.id ?? '');
    await stand.settle();
    expect((await toInterpreters(bookingId)).slice(4).map(({ kind }) => kind).sort()).toEqual([
      'job-confirmed',
      'job-confirmed',
      'offer-closed',
      'offer-closed',
    ]);

    const unsent = await stand.aBooking(clinic, { offerTo: [rasha], date: '2026-12-04' });
    await stand.cancellations.cancel(clinic.staff, unsent, 'clinic', 'Booked by mistake');
    await stand.settle();
    expect(await toInterpreters(unsent)).toEqual([]);
  });

  it('who cannot be reached about an offer by either way become a task', async () => {
    const lost = await stand.anInterpreter(clinic, { phone: '+447700900000', email: 'hiba@nobody.example' });
    const bookingId = await stand.aBooking(clinic, { offerTo: [lost] });
    await stand.settle();
    expect(await stand.openTasks(clinic)).toEqual([
      expect.objectContaining({
        kind: 'message-failed',
        bookingId,
        sentence: 'Hiba Elamin could not be reached by text or email about the offer. Call them.',
      }),
    ]);
  });
});

describe('another organisation', () => {
  it('sees no plan and no task, also when the query forgets its where', async () => {
    const patientId = await stand.aPatient(clinic, { languages: [...readsNothingWeWrite] });
    await stand.aConfirmedBooking(clinic, { patientId });
    await stand.settle();
    const other = await stand.aClinic();
    for (const table of ['intents', 'tasks']) {
      const all = `select * from reminders.${table}`;
      expect(await stand.database.read(other.staff, (tx) => tx.query(all))).toEqual([]);
      expect(await stand.database.read(clinic.staff, (tx) => tx.query(all))).not.toEqual([]);
    }
    expect(await stand.database.read(other.staff, (tx) => stand.tasks.open(tx))).toEqual([]);
  });

  it('cannot finish a task or send a message of ours', async () => {
    const patientId = await stand.aPatient(clinic, { languages: [...readsNothingWeWrite] });
    const bookingId = await stand.aConfirmedBooking(clinic, { patientId });
    await stand.settle();
    const other = await stand.aClinic();
    const [task] = await stand.openTasks(clinic);
    await expect(stand.tasks.done(other.staff, task?.id ?? '')).rejects.toMatchObject({ code: 'no-such-task' });
    const planned = (await stand.intents(bookingId)).find(({ state }) => state === 'planned');
    await expect(stand.reminders.sendNow(other.staff, bookingId, planned?.id ?? '')).rejects.toMatchObject({
      code: 'no-such-message',
    });
  });
});

describe('a message that cannot be written', () => {
  afterEach(() => jest.restoreAllMocks());

  it('does not silence the others, is tried again, and then becomes a task', async () => {
    const [broken, fine] = [await stand.aConfirmedBooking(clinic), await stand.aConfirmedBooking(clinic)];
    await stand.runJobs();
    const patients = stand.nest.get(PatientMessages, { strict: false });
    const say = patients.say.bind(patients);
    jest.spyOn(patients, 'say').mockImplementation((tx, intents) =>
      intents.some(({ bookingId }) => bookingId === broken)
        ? Promise.reject(new Error('a table of date words is incomplete'))
        : say(tx, intents),
    );
    await stand.settle();
    expect((await stand.messages(fine)).filter(({ to }) => to === 'patient')).toHaveLength(1);
    expect(await stand.openTasks(clinic)).toEqual([]);
    await stand.goTo('2026-11-24T09:44:00Z');
    await stand.goTo('2026-11-24T09:48:00Z');
    expect(await stand.openTasks(clinic)).toEqual([
      expect.objectContaining({ kind: 'message-failed', bookingId: broken }),
    ]);
    expect((await stand.intents(broken))[0]).toMatchObject({ kind: 'confirmed', state: 'task' });
  });
});

describe('a job that runs twice', () => {
  it('says nothing twice', async () => {
    const hiba = await stand.anInterpreter(clinic);
    const bookingId = await stand.aBooking(clinic, { offerTo: [hiba] });
    const { rows: jobs } = await stand.superuser.query<{ task: string; payload: unknown }>(
      `select t.identifier as task, j.payload from graphile_worker._private_jobs j
         join graphile_worker._private_tasks t on t.id = j.task_id`,
    );
    await stand.settle();
    for (const { task, payload } of jobs) await stand.runJob(task, payload);
    await stand.settle();
    expect((await toInterpreters(bookingId)).map(({ channel }) => channel)).toEqual(['sms', 'email']);
  });

  it('does not close the task that it opened', async () => {
    const bookingId = await stand.aConfirmedBooking(clinic);
    await stand.settle();
    const { organisationId } = clinic.staff;
    const { rows } = await stand.superuser.query('select patient_id as id, version from bookings.bookings where id = $1', [bookingId]);
    stand.clock.set(new Date('2026-11-24T09:50:00Z'));
    const patient = { kind: 'patient', organisationId, bookingId, patientId: rows[0].id } as const;
    await stand.bookings.answer(patient, { bookingId, answer: 'cannot-come', via: 'page' });
    stand.clock.set(new Date('2026-11-24T09:51:00Z'));
    await stand.settle();
    await stand.runJob('act-on-answer', { organisationId, bookingId, answer: 'cannot-come' });
    expect((await stand.openTasks(clinic)).map(({ kind }) => kind)).toEqual(['cannot-come']);

    stand.clock.set(new Date('2026-11-24T09:52:00Z'));
    await stand.cancellations.cancel(clinic.staff, bookingId, 'clinic', 'As agreed');
    stand.clock.set(new Date('2026-11-24T09:53:00Z'));
    await stand.settle();
    await stand.runJob('stop-reminders', { organisationId, bookingId, version: rows[0].version + 1, interpreterId: null });
    expect((await stand.openTasks(clinic)).map(({ sentence }) => sentence)).toEqual([
      expect.stringContaining('The appointment was cancelled'),
    ]);
  });
});
