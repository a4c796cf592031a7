import { Matching } from '@dragoman/matching';
import type { InterpreterActor } from '@dragoman/platform';
import { type Clinic, type ClinicStand, clinicStand } from '../../../tests/support/clinic';
import { Changes } from './changes.service';
import type { BookingChange } from './change.policy';

let stand: ClinicStand;
let clinic: Clinic;
let changes: Changes;

beforeAll(async () => {
  stand = await clinicStand();
  clinic = await stand.aClinic();
  changes = stand.nest.get(Changes, { strict: false });
});
afterAll(() => stand.close());
beforeEach(() => stand.clock.set(new Date('2026-11-24T09:42:00Z')));
afterEach(() => jest.restoreAllMocks());

const as = (interpreterId: string): InterpreterActor => ({ kind: 'interpreter', interpreterId });
const change = (booking: string, to: BookingChange, revision: number | 'whatever-it-is' = 'whatever-it-is') =>
  changes.change(clinic.staff, booking, to, { revision });
const row = async (booking: string) => (await stand.superuser.query('select * from bookings.bookings where id = $1', [booking])).rows[0];
const offersOf = async (booking: string) =>
  (await stand.offersOf(booking)).map(({ interpreterId, state }) => `${interpreterId} ${state}`);
const busy = (interpreter: string) => stand.count('interpreters.commitments where interpreter_id = $1', [interpreter]);
const accept = async (booking: string, interpreter: string) => {
  const offers = await stand.offersOf(booking);
  const open = offers.find(({ interpreterId, state }) => interpreterId === interpreter && state === 'open');
  await stand.acceptance.accept(as(interpreter), open?.id ?? '');
};
const booked = async (changesTo: Parameters<ClinicStand['anInterpreter']>[1] = {}) => {
  const hiba = await stand.anInterpreter(clinic, changesTo);
  const booking = await stand.aBooking(clinic, { offerTo: [hiba] });
  await accept(booking, hiba);
  return { hiba, booking };
};

describe('an appointment that is moved after somebody accepted', () => {
  it('frees them, asks them again for the new time, and keeps no yes of before', async () => {
    const { hiba, booking } = await booked();
    expect(await change(booking, { time: '16:00' })).toEqual(['when']);
    expect(await row(booking)).toMatchObject({ state: 'offering', interpreter_id: null, local_start: '2026-12-03T16:00' });
    expect(await offersOf(booking)).toEqual([`${hiba} released`, `${hiba} open`]);
    expect(await busy(hiba)).toBe(0);
    await accept(booking, hiba);
    expect(await row(booking)).toMatchObject({ state: 'confirmed', interpreter_id: hiba });
    expect(await stand.count('interpreters.commitments where interpreter_id = $1 and starts_at = $2', [hiba, new Date('2026-12-03T16:00:00Z')])).toBe(1);
  });

  it('does not ask whoever cannot at the new time, and waits for a person', async () => {
    const { hiba, booking } = await booked({ hours: [{ weekday: 4, from: '12:00', to: '16:00' }] });
    await change(booking, { date: '2026-12-04' });
    await stand.runJobs();
    expect(await row(booking)).toMatchObject({ state: 'requested', interpreter_id: null });
    expect(await offersOf(booking)).toEqual([`${hiba} released`]);
    expect(await busy(hiba)).toBe(0);
  });

  it('is moved even where whoever was asked again is taken elsewhere in the same moment', async () => {
    const { hiba, booking } = await booked();
    const matching = stand.nest.get(Matching, { strict: false });
    const judged = matching.check.bind(matching);
    let times = 0;
    jest.spyOn(matching, 'check').mockImplementation(async (tx, request, interpreterId) => {
      const verdict = await judged(tx, request, interpreterId);
      if (times++ === 0) return verdict;
      return { eligible: false, interpreterId, displayName: 'Hiba Elamin', level: 'exact', varietyId: 'apd', code: 'interpreter-busy', sentence: 'booked elsewhere', refusals: [] };
    });
    await change(booking, { time: '16:00' });
    expect(await row(booking)).toMatchObject({ local_start: '2026-12-03T16:00', interpreter_id: null });
    expect(await busy(hiba)).toBe(0);
  });

  it('forgets the patient’s answer, which was about the time of before, and keeps it where only the room changes', async () => {
    const { booking } = await booked();
    const patient = { kind: 'job', job: 'answer' } as const;
    await stand.superuser.query(`update bookings.bookings set patient_answer = 'coming', patient_answered_at = now() where id = $1`, [booking]);
    await change(booking, { room: 'Room 2' });
    expect(await row(booking)).toMatchObject({ state: 'confirmed', room: 'Room 2', patient_answer: 'coming' });
    await change(booking, { time: '16:00' });
    expect(await row(booking)).toMatchObject({ patient_answer: null, patient_answered_at: null });
    expect(patient.kind).toBe('job');
  });
});

describe('what needs no new match', () => {
  it('leaves whoever is booked where they are: a room', async () => {
    const { hiba, booking } = await booked();
    expect(await change(booking, { room: null })).toEqual(['room']);
    expect(await row(booking)).toMatchObject({ state: 'confirmed', interpreter_id: hiba, room: null });
    expect(await offersOf(booking)).toEqual([`${hiba} accepted`]);
  });

  it('changes nothing where everything is as it was', async () => {
    const { booking } = await booked();
    const { revision, version } = await row(booking);
    expect(await change(booking, { time: '14:30', length: 40, room: 'Room 6' })).toEqual([]);
    expect(await row(booking)).toMatchObject({ revision, version });
  });

  it('judges again: whoever does not fit a wish for a man is free, whoever fits stays', async () => {
    const { hiba, booking } = await booked();
    await change(booking, { gender: { gender: 'woman', strength: 'required' } });
    expect(await row(booking)).toMatchObject({ state: 'confirmed', interpreter_id: hiba, required_gender: 'woman' });
    await change(booking, { gender: { gender: 'man', strength: 'required' }, isPatientsWord: true });
    expect(await row(booking)).toMatchObject({ state: 'requested', interpreter_id: null, required_gender: 'man' });
    expect(await busy(hiba)).toBe(0);
  });

  it('lets nobody but the patient lift what they require', async () => {
    const { booking } = await booked();
    await change(booking, { gender: { gender: 'woman', strength: 'required' } });
    await expect(change(booking, { gender: null })).rejects.toMatchObject({ code: 'only-the-patient-lifts-it' });
    expect(await row(booking)).toMatchObject({ required_gender: 'woman' });
    await change(booking, { gender: null, isPatientsWord: true });
    expect(await row(booking)).toMatchObject({ required_gender: null });
  });
});

describe('two people who edit at once', () => {
  it('never overwrite each other: the second is told, and nothing of theirs is saved', async () => {
    const { booking } = await booked();
    const { revision } = await row(booking);
    const both = await Promise.allSettled([change(booking, { time: '16:00' }, revision), change(booking, { time: '17:00' }, revision)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'changed-meanwhile', kind: 'stale' } });
    expect(await stand.count(`bookings.entries where booking_id = $1 and kind = 'changed'`, [booking])).toBe(1);
  });

  it('are told apart also where the other only accepted', async () => {
    const hiba = await stand.anInterpreter(clinic);
    const booking = await stand.aBooking(clinic, { offerTo: [hiba] });
    const { revision } = await row(booking);
    await accept(booking, hiba);
    await expect(change(booking, { time: '16:00' }, revision)).rejects.toMatchObject({ code: 'changed-meanwhile' });
  });
});

describe('a change that cannot be', () => {
  it.each([
    [{ date: '2026-11-23' }, 'starts-in-the-past'],
    [{ date: '2031-11-23' }, 'starts-too-far-ahead'],
    [{ date: '2027-03-28', time: '01:30' }, 'time-does-not-exist'],
    [{ varietyId: 'tir' }, 'not-the-patients-language'],
  ])('%j is refused as %s, and nobody is freed', async (to, code) => {
    const { hiba, booking } = await booked();
    await expect(change(booking, to)).rejects.toMatchObject({ code });
    expect(await row(booking)).toMatchObject({ state: 'confirmed', interpreter_id: hiba });
    expect(await busy(hiba)).toBe(1);
  });

  it('is refused once the appointment has begun, or was cancelled', async () => {
    const { booking } = await booked();
    stand.clock.set(new Date('2026-12-03T14:30:00Z'));
    await expect(change(booking, { room: 'Room 2' })).rejects.toMatchObject({ code: 'appointment-over' });
    stand.clock.set(new Date('2026-12-03T10:30:00Z'));
    await stand.cancellations.cancel(clinic.staff, booking, 'clinic', 'The doctor is ill');
    await expect(change(booking, { room: 'Room 2' })).rejects.toMatchObject({ code: 'booking-state' });
  });
});

describe('a relay that is moved', () => {
  it('frees both sides and asks both again', async () => {
    const skill = (varietyId: string, otherId = 'eng') => ({ varietyId, otherId, credential: null, credentialExpiresOn: null });
    const near = await stand.anInterpreter(clinic, { skills: [skill('fvr', 'apd')] });
    const far = await stand.anInterpreter(clinic, { skills: [skill('apd')] });
    const patientId = await stand.aPatient(clinic, { languages: [{ varietyId: 'fvr', role: 'speaks', enoughForDoctor: true, learntHow: 'self' }] });
    const booking = await stand.aBooking(clinic, {
      patientId, varietyId: 'fvr', relay: { pivotId: 'apd', pairs: [{ patientSideId: near, clinicSideId: far }] },
    });
    await accept(booking, near);
    await accept(booking, far);
    await change(booking, { modality: 'phone' });
    expect(await row(booking)).toMatchObject({ state: 'offering', interpreter_id: null, second_interpreter_id: null, modality: 'phone', pivot_id: 'apd' });
    expect((await offersOf(booking)).sort()).toEqual([`${near} released`, `${near} open`, `${far} released`, `${far} open`].sort());
    expect((await busy(near)) + (await busy(far))).toBe(0);
  });
});

describe('a job, as the ladder does it', () => {
  it('changes the way of interpreting without a person, and the required gender survives', async () => {
    const { hiba, booking } = await booked();
    await change(booking, { gender: { gender: 'woman', strength: 'required' } });
    await changes.change({ kind: 'job', job: 'ladder' }, booking, { modality: 'video' }, { revision: 'whatever-it-is' });
    expect(await row(booking)).toMatchObject({ state: 'offering', modality: 'video', required_gender: 'woman' });
    expect(await offersOf(booking)).toEqual([`${hiba} released`, `${hiba} open`]);
  });
});
