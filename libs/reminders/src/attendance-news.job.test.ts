import { Absence, Attendance, EmergencyReplacement, Lateness, StillComing } from '@dragoman/attendance';
import type { Clinic } from '../../../tests/support/clinic';
import { aPhone } from '../../../tests/support/desk';
import { type RemindersStand, remindersStand } from '../../../tests/support/reminders';

describe('on the day of an appointment', () => {
  let stand: RemindersStand;
  let clinic: Clinic;
  let attendance: Attendance;
  let lateness: Lateness;
  let stillComing: StillComing;

  beforeAll(async () => {
    stand = await remindersStand();
    attendance = stand.nest.get(Attendance, { strict: false });
    lateness = stand.nest.get(Lateness, { strict: false });
    stillComing = stand.nest.get(StillComing, { strict: false });
  });

  afterAll(() => stand.close());

  beforeEach(async () => {
    await stand.startAgain();
    clinic = await stand.aClinic();
  });

  const goTo = (time: string): Promise<void> => stand.goTo(`2026-12-03T${time}:00Z`);
  const kinds = async (): Promise<string[]> => (await stand.openTasks(clinic)).map(({ kind }) => kind);
  const texts = async (bookingId: string, kind: string): Promise<string[]> =>
    (await stand.messages(bookingId)).filter((message) => message.kind === kind).map(({ body }) => body);

  const alerts = async (of: Clinic = clinic): Promise<string[]> =>
    (
      await stand.superuser.query(`select kind || ' ' || state as said from alerts.alerts where organisation_id = $1 order by raised_at, id`, [
        of.staff.organisationId,
      ])
    ).rows.map(({ said }) => said);

  const aJob = async (phone = aPhone()) => {
    const interpreterId = await stand.anInterpreter(clinic, { phone });
    const bookingId = await stand.aBooking(clinic, { offerTo: [interpreterId] });
    const [offer] = await stand.offersOf(bookingId);
    const offerId = offer?.id ?? '';
    const interpreter = { kind: 'interpreter', interpreterId } as const;
    await stand.acceptance.accept(interpreter, offerId);
    await stand.settle();
    return { bookingId, offerId, interpreter, phone };
  };

  const sweep = async (): Promise<void> => {
    await stillComing.ask();
    await stillComing.noticeSilence();
    await stillComing.noticeAbsence();
    await stand.settle();
  };

  const reply = async (address: string, body: string): Promise<void> => {
    await stand.simulator.reply(clinic.staff, { address, body });
    await stand.settle();
  };

  it('asks an interpreter three hours before whether they still come, once, and takes YES and the code for an answer', async () => {
    const job = await aJob();
    await goTo('11:29');
    await sweep();
    expect(await texts(job.bookingId, 'still-coming')).toEqual([]);
    await goTo('11:31');
    await sweep();
    await sweep();
    const [text = '', ...more] = await texts(job.bookingId, 'still-coming');
    expect(more).toEqual([]);
    const code = /YES (\d{4})/.exec(text)?.[1] ?? '';
    await reply(job.phone, `Yes ${code}`);
    expect((await texts(job.bookingId, 'offer-reply')).at(-1)).toContain('Noted, you are coming');
    await goTo('12:30');
    await sweep();
    expect(await kinds()).toEqual([]);
  });

  it('hands silence to a person and cancels nothing', async () => {
    const job = await aJob();
    await goTo('11:31');
    await sweep();
    await goTo('12:17');
    await sweep();
    await sweep();
    expect(await stand.openTasks(clinic)).toMatchObject([{ kind: 'check-unanswered', bookingId: job.bookingId }]);
    expect(await stand.count(`bookings.bookings where id = $1 and state = 'confirmed'`, [job.bookingId])).toBe(1);
    expect(await alerts()).toEqual(['still-coming-silent open']);
    await stillComing.answer(job.interpreter, job.offerId, 'coming');
    await stand.settle();
    expect(await kinds()).toEqual([]);
    expect(await alerts()).toEqual(['still-coming-silent settled']);
  });

  it('asks for somebody else when an interpreter says that they cannot come, until they say otherwise', async () => {
    const job = await aJob();
    await goTo('11:31');
    await sweep();
    await stillComing.answer(job.interpreter, job.offerId, 'cannot-come');
    await stand.settle();
    expect(await stand.openTasks(clinic)).toMatchObject([{ kind: 'check-unanswered', sentence: expect.stringContaining('cannot come after all, and is still booked') }]);
    await stillComing.answer(job.interpreter, job.offerId, 'coming');
    await stand.settle();
    expect(await kinds()).toEqual([]);
  });

  it('alerts a person fifteen minutes after the start where nobody has said that the interpreter is here', async () => {
    const job = await aJob();
    await goTo('14:44');
    await sweep();
    expect(await kinds()).not.toContain('not-arrived');
    await goTo('14:45');
    await sweep();
    expect(await kinds()).toContain('not-arrived');
    expect(await alerts()).toContain('interpreter-absent open');
    await attendance.interpreterSays(job.interpreter, job.offerId, { kind: 'arrived', at: '14:31' });
    await stand.settle();
    expect(await kinds()).not.toContain('not-arrived');
    expect(await alerts()).toContain('interpreter-absent settled');
  });

  it('asks a person to look where the two sides do not say the same, until they do', async () => {
    const job = await aJob();
    await goTo('15:00');
    await attendance.interpreterSays(job.interpreter, job.offerId, { kind: 'started', at: '14:31' });
    await attendance.clinicSays(clinic.staff, job.bookingId, { kind: 'started', at: '14:50' });
    await stand.settle();
    expect(await stand.openTasks(clinic)).toMatchObject([
      { kind: 'attendance-differs', sentence: 'The clinic says started at 14:50, the interpreter at 14:31. Ask both.' },
    ]);
    await attendance.clinicSays(clinic.staff, job.bookingId, { kind: 'started', at: '14:33' });
    await stand.settle();
    expect(await kinds()).toEqual([]);
  });

  it('asks somebody to call a patient who did not come, and how they are, without a reproach', async () => {
    const job = await aJob();
    await goTo('14:50');
    await attendance.clinicSays(clinic.staff, job.bookingId, { kind: 'patient-absent', at: null });
    await stand.settle();
    expect(await stand.openTasks(clinic)).toMatchObject([{ kind: 'patient-absent', sentence: expect.stringContaining('ask how they are and what got in the way') }]);
  });

  it('asks somebody to say sorry and agree another day where an interpreter did not come, and calls nobody about them any more', async () => {
    const job = await aJob();
    await goTo('14:46');
    await sweep();
    expect(await kinds()).toContain('not-arrived');
    await stand.nest.get(Absence, { strict: false }).end(clinic.staff, job.bookingId);
    await stand.settle();
    expect(await stand.openTasks(clinic)).toMatchObject([{ kind: 'rebook', sentence: expect.stringContaining('say sorry, and agree another time') }]);
    expect(await alerts()).toEqual(['interpreter-absent settled']);
    expect((await stand.messages(job.bookingId)).filter(({ kind }) => kind === 'interpreter-lost' || kind === 'cancelled')).toEqual([]);
  });

  it('does not take what was said of whoever had to leave for a sign of whoever is to come instead', async () => {
    const job = await aJob();
    const other = await stand.anInterpreter(clinic, { displayName: 'Samia Adam' });
    await goTo('14:31');
    await attendance.clinicSays(clinic.staff, job.bookingId, { kind: 'started', at: null });
    await stand.nest.get(EmergencyReplacement, { strict: false }).replace(clinic.staff, job.bookingId, { why: 'lost', modality: 'in-person' });
    const offerId = (await stand.offersOf(job.bookingId)).find(({ interpreterId }) => interpreterId === other)?.id ?? '';
    await stand.acceptance.accept({ kind: 'interpreter', interpreterId: other }, offerId);
    await stand.settle();
    await goTo('14:50');
    await sweep();
    expect(await kinds()).toContain('not-arrived');
    expect(await alerts()).toContain('interpreter-absent open');
  });

  it('tells the interpreter that the clinic is late, and warns the clinic of their next job without a word about whose it is', async () => {
    const job = await aJob();
    const other = await stand.aClinic();
    const next = await stand.aBooking(other, { offerTo: [job.interpreter.interpreterId], time: '15:45', modality: 'phone' });
    const [offer] = await stand.offersOf(next);
    await stand.acceptance.accept(job.interpreter, offer?.id ?? '');
    await goTo('14:20');
    await lateness.clinicIsLate(clinic.staff, job.bookingId, 20);
    await stand.settle();
    expect(await texts(job.bookingId, 'clinic-late')).toEqual([expect.stringContaining('about 20 minutes late')]);
    expect((await stand.openTasks(other)).map(({ kind }) => kind)).not.toContain('next-job-late');
    await lateness.clinicIsLate(clinic.staff, job.bookingId, 50);
    await stand.settle();
    const [warned] = (await stand.openTasks(other)).filter(({ kind }) => kind === 'next-job-late');
    expect(await alerts(other)).toEqual(['next-job-at-risk open']);
    expect(await stand.openTasks(clinic)).toMatchObject([{ kind: 'call-patient', sentence: expect.stringContaining('about 50 minutes late') }]);
    expect(warned).toMatchObject({ bookingId: next, sentence: 'Hiba Elamin may be about 15 minutes late: the job before this one runs late.' });
  });

  it('shows the desk first that an interpreter is late', async () => {
    const job = await aJob();
    await goTo('14:10');
    await lateness.interpreterIsLate(job.interpreter, job.offerId, 20);
    await stand.settle();
    expect(await stand.openTasks(clinic)).toMatchObject([{ kind: 'interpreter-late', sentence: expect.stringContaining('about 20 minutes late') }]);
    expect(await alerts()).toEqual(['interpreter-late open']);
  });
});
