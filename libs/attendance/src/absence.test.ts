import type { InterpreterActor } from '@dragoman/platform';
import { type Clinic, type ClinicStand, clinicStand } from '../../../tests/support/clinic';
import { Absence } from './absence.service';
import { Attendance } from './attendance.service';
import { ClinicianLinks } from './clinician-links.service';
import { EmergencyReplacement } from './emergency-replacement.service';

interface Job {
  bookingId: string;
  offerId: string;
  interpreter: InterpreterActor;
}

describe('when an interpreter does not come, or has to leave', () => {
  let stand: ClinicStand;
  let absence: Absence;
  let attendance: Attendance;
  let emergency: EmergencyReplacement;
  let clinic: Clinic;

  beforeAll(async () => {
    stand = await clinicStand();
    absence = stand.nest.get(Absence, { strict: false });
    attendance = stand.nest.get(Attendance, { strict: false });
    emergency = stand.nest.get(EmergencyReplacement, { strict: false });
  });

  afterAll(() => stand.close());

  beforeEach(async () => {
    stand.clock.set(new Date('2026-11-24T09:42:00Z'));
    clinic = await stand.aClinic();
    // Those of other tests would be free, too.
    await stand.superuser.query('update interpreters.interpreters set active = false');
    await stand.superuser.query('select interpreters.refresh_candidates(array(select id from interpreters.interpreters))');
  });

  const goTo = (time: string): void => stand.clock.set(new Date(`2026-12-03T${time}:00Z`));

  const aJob = async (): Promise<Job> => {
    const interpreterId = await stand.anInterpreter(clinic, { displayName: 'Nuru Bekele' });
    const bookingId = await stand.aBooking(clinic, { offerTo: [interpreterId] });
    return { bookingId, ...(await accepted(bookingId, interpreterId)) };
  };

  const accepted = async (bookingId: string, interpreterId: string): Promise<Omit<Job, 'bookingId'>> => {
    const offerId = (await stand.offersOf(bookingId)).find((offer) => offer.interpreterId === interpreterId && offer.state === 'open')?.id ?? '';
    const interpreter = { kind: 'interpreter', interpreterId } as const;
    await stand.acceptance.accept(interpreter, offerId);
    return { offerId, interpreter };
  };

  const stateOf = async ({ bookingId }: Job): Promise<string> =>
    (await stand.superuser.query('select state from bookings.bookings where id = $1', [bookingId])).rows[0].state;
  const says = (job: Job, kind: 'arrived' | 'started' | 'finished' | 'patient-absent', when: string | null = null) =>
    attendance.clinicSays(clinic.staff, job.bookingId, { kind, at: when });

  it('ends it after the minutes of the policy, marks them absent and frees them, however often it is pressed', async () => {
    const job = await aJob();
    goTo('14:44');
    await expect(absence.end(clinic.staff, job.bookingId)).rejects.toMatchObject({ code: 'too-early-to-say' });
    goTo('14:46');
    await Promise.all([absence.end(clinic.staff, job.bookingId), absence.end(clinic.staff, job.bookingId)]);
    expect(await stateOf(job)).toBe('interpreter-absent');
    expect(await stand.count(`attendance.marks where booking_id = $1 and kind = 'interpreter-absent' and interpreter_id = $2`, [job.bookingId, job.interpreter.interpreterId])).toBe(1);
    expect(await stand.count('interpreters.commitments where booking_id = $1', [job.bookingId])).toBe(0);
    expect((await stand.offersOf(job.bookingId)).map(({ state }) => state)).toEqual(['released']);
    expect(await stand.count(`bookings.entries where booking_id = $1 and kind = 'not-met'`, [job.bookingId])).toBe(1);
  });

  it('ends it also when somebody else was looked for in vain, and nobody who was asked can take it any more', async () => {
    const job = await aJob();
    const other = await stand.anInterpreter(clinic, { displayName: 'Hiba Elamin' });
    goTo('14:46');
    await emergency.replace(clinic.staff, job.bookingId, { why: 'absent', modality: 'phone' });
    const open = (await stand.offersOf(job.bookingId)).find(({ state }) => state === 'open')?.id ?? '';
    await absence.end(clinic.staff, job.bookingId);
    expect(await stateOf(job)).toBe('interpreter-absent');
    await expect(stand.acceptance.accept({ kind: 'interpreter', interpreterId: other }, open)).rejects.toMatchObject({ name: 'Conflict' });
    expect((await stand.offersOf(job.bookingId)).map(({ state }) => state).sort()).toEqual(['released', 'withdrawn']);
    expect(await stateOf(job)).toBe('interpreter-absent');
  });

  it('can be written down after the hour has passed', async () => {
    const job = await aJob();
    goTo('17:30');
    await absence.end(clinic.staff, job.bookingId);
    expect(await stateOf(job)).toBe('interpreter-absent');
  });

  it.each([
    ['it has begun', 'has-begun', (job: Job) => says(job, 'started')],
    ['the clinic said that they are here', 'arrived-already', (job: Job) => says(job, 'arrived')],
    ['the patient did not come', 'booking-state', (job: Job) => says(job, 'patient-absent')],
    ['it was cancelled', 'nobody-booked', (job: Job) => stand.cancellations.cancel(clinic.staff, job.bookingId, 'clinic', 'Closed')],
  ] as const)('is refused with a sentence where %s', async (_why, code, before) => {
    const job = await aJob();
    goTo('14:46');
    await before(job);
    const was = await stateOf(job);
    await expect(absence.end(clinic.staff, job.bookingId)).rejects.toMatchObject({ code, message: expect.stringMatching(/Nothing was (saved|changed)\./) });
    expect(await stateOf(job)).toBe(was);
    expect(await stand.count(`attendance.marks where booking_id = $1 and kind = 'interpreter-absent'`, [job.bookingId])).toBe(0);
  });

  it('is refused where nobody was booked', async () => {
    const bookingId = await stand.aBooking(clinic);
    goTo('14:46');
    await expect(absence.end(clinic.staff, bookingId)).rejects.toMatchObject({ code: 'nobody-absent' });
  });

  it('whoever has to leave a session that has begun is replaced in one step, and whoever comes begins anew', async () => {
    const job = await aJob();
    const other = await stand.anInterpreter(clinic, { displayName: 'Hiba Elamin' });
    goTo('14:31');
    await says(job, 'started');
    await attendance.interpreterSays(job.interpreter, job.offerId, { kind: 'started', at: null });
    goTo('14:36');
    expect(await emergency.replace(clinic.staff, job.bookingId, { why: 'lost', modality: 'phone' })).toBe(1);
    expect(await stateOf(job)).toBe('offering');
    const next = { bookingId: job.bookingId, ...(await accepted(job.bookingId, other)) };
    expect(await stateOf(job)).toBe('confirmed');

    goTo('14:40');
    await attendance.interpreterSays(next.interpreter, next.offerId, { kind: 'arrived', at: null });
    expect(await stateOf(job)).toBe('confirmed');
    await says(job, 'started');
    expect(await stateOf(job)).toBe('in-progress');
    goTo('15:08');
    await attendance.interpreterSays(next.interpreter, next.offerId, { kind: 'finished', at: null });
    expect(await stateOf(job)).toBe('completed');
    const { rows } = await stand.superuser.query(
      `select side || ' ' || kind || ' ' || to_char(at at time zone 'UTC', 'HH24:MI') || ' ' || coalesce(i.display_name, 'session') as said
         from attendance.marks m left join interpreters.interpreters i on i.id = m.interpreter_id
        where booking_id = $1 and voided_by is null order by at, side`,
      [job.bookingId],
    );
    expect(rows.map(({ said }) => said)).toEqual([
      'clinic started 14:31 Nuru Bekele', 'interpreter started 14:31 Nuru Bekele', 'clinic started 14:40 session', 'interpreter arrived 14:40 Hiba Elamin',
      'interpreter finished 15:08 Hiba Elamin',
    ]);
  });

  it('a session that was replaced a moment after the clinician said that it started asks for somebody, and is not carried on by what was said', async () => {
    const job = await aJob();
    await stand.anInterpreter(clinic, { displayName: 'Hiba Elamin' });
    const links = stand.nest.get(ClinicianLinks, { strict: false });
    const clinician = await links.holderOf((await links.issue(clinic.staff, job.bookingId)).token);
    goTo('14:32');
    await attendance.clinicSays(clinician, job.bookingId, { kind: 'started', at: null });
    await emergency.replace(clinic.staff, job.bookingId, { why: 'lost', modality: 'phone' });
    await stand.runJobs();
    expect(await stateOf(job)).toBe('offering');
    expect((await links.brief(clinician)).marks).toEqual([]);
  });

  it('whoever replaced somebody in a session and does not come either may be called absent', async () => {
    const job = await aJob();
    const other = await stand.anInterpreter(clinic, { displayName: 'Hiba Elamin' });
    goTo('14:31');
    await says(job, 'started');
    await emergency.replace(clinic.staff, job.bookingId, { why: 'lost', modality: 'phone' });
    await accepted(job.bookingId, other);
    goTo('14:50');
    await absence.end(clinic.staff, job.bookingId);
    expect(await stateOf(job)).toBe('interpreter-absent');
  });
});
