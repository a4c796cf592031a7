import { newId } from '@dragoman/kernel';
import type { ClinicianActor, InterpreterActor } from '@dragoman/platform';
import { type Clinic, type ClinicStand, clinicStand } from '../../../tests/support/clinic';
import { writeAgain } from '../../../tests/support/second-row';
import { Attendance } from './attendance.service';
import { ClinicianLinks } from './clinician-links.service';
import { StillComing } from './still-coming.job';

interface Job {
  bookingId: string;
  offerId: string;
  interpreter: InterpreterActor;
}

describe('what both sides attest', () => {
  let stand: ClinicStand;
  let attendance: Attendance;
  let links: ClinicianLinks;
  let clinic: Clinic;

  beforeAll(async () => {
    stand = await clinicStand();
    attendance = stand.nest.get(Attendance, { strict: false });
    links = stand.nest.get(ClinicianLinks, { strict: false });
  });

  afterAll(() => stand.close());

  beforeEach(async () => {
    stand.clock.set(new Date('2026-11-24T09:42:00Z'));
    clinic = await stand.aClinic();
  });

  const at = (time: string): Date => new Date(`2026-12-03T${time}:00Z`);
  const goTo = (time: string): void => stand.clock.set(at(time));

  const aJob = async (): Promise<Job> => {
    const interpreterId = await stand.anInterpreter(clinic);
    const bookingId = await stand.aBooking(clinic, { offerTo: [interpreterId] });
    const [offer] = await stand.offersOf(bookingId);
    const offerId = offer?.id ?? '';
    const interpreter = { kind: 'interpreter', interpreterId } as const;
    await stand.acceptance.accept(interpreter, offerId);
    return { bookingId, offerId, interpreter };
  };

  const stateOf = async ({ bookingId }: Job): Promise<string> =>
    (await stand.superuser.query('select state from bookings.bookings where id = $1', [bookingId])).rows[0].state;

  const marks = async ({ bookingId }: Job): Promise<string[]> =>
    (
      await stand.superuser.query(
        `select side || ' ' || kind || ' ' || to_char(at at time zone 'UTC', 'HH24:MI') || case when voided_by is null then '' else ' void' end as said
           from attendance.marks where booking_id = $1 order by noted_at, id`,
        [bookingId],
      )
    ).rows.map(({ said }) => said);

  const interpreterSays = (job: Job, kind: 'arrived' | 'started' | 'finished' | 'patient-absent', when: string | null = null) =>
    attendance.interpreterSays(job.interpreter, job.offerId, { kind, at: when });
  const clinicSays = (job: Job, kind: 'arrived' | 'started' | 'finished' | 'patient-absent' | 'interpreter-absent', when: string | null = null) =>
    attendance.clinicSays(clinic.staff, job.bookingId, { kind, at: when });

  const clinician = async (job: Job): Promise<ClinicianActor> => links.holderOf((await links.issue(clinic.staff, job.bookingId)).token);

  it('carries a session from arrival to its end, attested by the interpreter and by the clinic', async () => {
    const job = await aJob();
    goTo('14:22');
    await interpreterSays(job, 'arrived');
    expect(await stateOf(job)).toBe('confirmed');
    goTo('14:33');
    await clinicSays(job, 'started');
    expect(await stateOf(job)).toBe('in-progress');
    goTo('14:35');
    await interpreterSays(job, 'started');
    goTo('15:08');
    await interpreterSays(job, 'finished');
    expect(await stateOf(job)).toBe('completed');
    await clinicSays(job, 'finished');
    expect(await marks(job)).toEqual([
      'interpreter arrived 14:22', 'clinic started 14:33', 'interpreter started 14:35', 'interpreter finished 15:08', 'clinic finished 15:08',
    ]);
  });

  it('takes a double tap for one, and two tabs at once as well', async () => {
    const job = await aJob();
    goTo('14:33');
    await Promise.all([clinicSays(job, 'started'), clinicSays(job, 'started'), clinicSays(job, 'started')]);
    goTo('14:36');
    await clinicSays(job, 'started');
    expect(await marks(job)).toEqual(['clinic started 14:33']);
  });

  it('is said once by each side, whoever writes: the database refuses', async () => {
    const job = await aJob();
    goTo('14:33');
    await clinicSays(job, 'started');
    await expect(writeAgain(stand.superuser, 'attendance.marks', job.bookingId, { id: newId() })).rejects.toMatchObject({ constraint: 'a_side_says_it_once' });
  });

  it('asks once whether somebody still comes, and misses them once, whoever writes: the database refuses', async () => {
    const job = await aJob();
    const coming = stand.nest.get(StillComing, { strict: false });
    goTo('13:00');
    await coming.ask();
    await expect(writeAgain(stand.superuser, 'attendance.checks', job.bookingId)).rejects.toMatchObject({
      constraint: 'an_interpreter_is_asked_once_whether_they_come',
    });
    goTo('14:50');
    await coming.noticeAbsence();
    await expect(writeAgain(stand.superuser, 'attendance.missed_arrivals', job.bookingId)).rejects.toMatchObject({ constraint: 'an_arrival_is_missed_once' });
  });

  it('keeps what was said when a time is corrected', async () => {
    const job = await aJob();
    goTo('14:40');
    await clinicSays(job, 'started');
    await clinicSays(job, 'started', '14:31');
    expect(await marks(job)).toEqual(['clinic started 14:40 void', 'clinic started 14:31']);
  });

  it('takes a mark back that was a slip, and the booking is as before', async () => {
    const job = await aJob();
    goTo('14:40');
    await clinicSays(job, 'started');
    const { rows } = await stand.superuser.query('select id from attendance.marks where booking_id = $1', [job.bookingId]);
    await attendance.takeBack(clinic.staff, job.bookingId, rows[0].id);
    await attendance.takeBack(clinic.staff, job.bookingId, rows[0].id);
    expect(await stateOf(job)).toBe('confirmed');
    expect(await marks(job)).toEqual(['clinic started 14:40 void', 'clinic taken-back 14:40']);
    await clinicSays(job, 'started');
    expect(await stateOf(job)).toBe('in-progress');
  });

  it('does not take back what the interpreter says', async () => {
    const job = await aJob();
    goTo('14:22');
    await interpreterSays(job, 'arrived');
    const { rows } = await stand.superuser.query('select id from attendance.marks where booking_id = $1', [job.bookingId]);
    await expect(attendance.takeBack(clinic.staff, job.bookingId, rows[0].id)).rejects.toMatchObject({ code: 'mark-not-found' });
  });

  it('keeps the start while somebody says that it finished', async () => {
    const job = await aJob();
    goTo('15:00');
    await clinicSays(job, 'started', '14:31');
    await clinicSays(job, 'finished');
    const { rows } = await stand.superuser.query(`select id from attendance.marks where booking_id = $1 and kind = 'started'`, [job.bookingId]);
    await expect(attendance.takeBack(clinic.staff, job.bookingId, rows[0].id)).rejects.toMatchObject({ code: 'mark-carries-others' });
  });

  it('marks a patient absent once the time is over, and takes it back where they came after all', async () => {
    const job = await aJob();
    goTo('14:44');
    await expect(interpreterSays(job, 'patient-absent')).rejects.toMatchObject({ code: 'too-early-to-say' });
    expect(await stateOf(job)).toBe('confirmed');
    goTo('14:46');
    await clinicSays(job, 'patient-absent');
    expect(await stateOf(job)).toBe('patient-absent');
    goTo('14:50');
    await interpreterSays(job, 'started');
    expect(await stateOf(job)).toBe('in-progress');
    expect(await marks(job)).toEqual(['clinic patient-absent 14:46', 'interpreter started 14:50']);
  });

  it('lets nobody mark a job that is another interpreter’s', async () => {
    const [job, other] = [await aJob(), await aJob()];
    goTo('14:22');
    await expect(attendance.interpreterSays(other.interpreter, job.offerId, { kind: 'arrived', at: null })).rejects.toMatchObject({ code: 'offer-not-found' });
    expect(await marks(job)).toEqual([]);
  });

  it('lets nobody of another clinic mark anything', async () => {
    const job = await aJob();
    const other = await stand.aClinic();
    goTo('14:33');
    await expect(attendance.clinicSays(other.staff, job.bookingId, { kind: 'started', at: null })).rejects.toMatchObject({ code: 'booking-not-found' });
  });

  describe('behind the clinician’s link', () => {
    it('is attested with one tap, and the booking follows', async () => {
      const job = await aJob();
      const actor = await clinician(job);
      goTo('14:33');
      await attendance.clinicSays(actor, job.bookingId, { kind: 'started', at: null });
      await stand.runJobs();
      expect(await stateOf(job)).toBe('in-progress');
      goTo('15:09');
      await attendance.clinicSays(actor, job.bookingId, { kind: 'finished', at: null });
      await stand.runJobs();
      expect(await stateOf(job)).toBe('completed');
      expect(await marks(job)).toEqual(['clinic started 14:33', 'clinic finished 15:09']);
    });

    it('shows the session, and nothing of the patient', async () => {
      const job = await aJob();
      const actor = await clinician(job);
      const brief = await links.brief(actor);
      expect(brief).toMatchObject({ room: 'Room 6', varietyName: 'Sudanese Arabic', interpreterName: 'Hiba Elamin', servesBy: null, understood: null });
      const seen = await stand.database.read(actor, (tx) => tx.query('select count(*)::int as n from patients.patients'));
      expect(seen).toEqual([{ n: 0 }]);
    });

    it('says nothing for the desk, and nothing about another booking', async () => {
      const [job, other] = [await aJob(), await aJob()];
      const actor = await clinician(job);
      goTo('14:50');
      await expect(attendance.clinicSays(actor, job.bookingId, { kind: 'patient-absent', at: null })).rejects.toMatchObject({ code: 'not-for-clinicians' });
      await expect(attendance.clinicSays(actor, other.bookingId, { kind: 'started', at: null })).rejects.toMatchObject({ code: 'booking-not-found' });
    });

    it('ends a day after the appointment', async () => {
      const job = await aJob();
      const { token } = await links.issue(clinic.staff, job.bookingId);
      stand.clock.set(new Date('2026-12-04T15:09:00Z'));
      await links.holderOf(token);
      stand.clock.set(new Date('2026-12-04T15:10:00Z'));
      await expect(links.holderOf(token)).rejects.toMatchObject({ code: 'link-ended' });
      await expect(links.issue(clinic.staff, job.bookingId)).rejects.toMatchObject({ code: 'appointment-over' });
    });

    it('leaves a patient’s link without any right to what both sides attest', async () => {
      const job = await aJob();
      goTo('14:33');
      await clinicSays(job, 'started');
      const { rows } = await stand.superuser.query('select patient_id as id from bookings.bookings where id = $1', [job.bookingId]);
      const patient = { kind: 'patient', organisationId: clinic.staff.organisationId, bookingId: job.bookingId, patientId: rows[0].id } as const;
      const seen = await stand.database.read(patient, (tx) => tx.query('select count(*)::int as n from attendance.marks'));
      expect(seen).toEqual([{ n: 0 }]);
    });
  });
});
