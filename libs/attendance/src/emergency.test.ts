import type { InterpreterActor } from '@dragoman/platform';
import { type Clinic, type ClinicStand, clinicStand } from '../../../tests/support/clinic';
import { Concerns } from './concerns.service';
import { EmergencyReplacement } from './emergency-replacement.service';
import { Lateness } from './lateness.service';

interface Job {
  bookingId: string;
  offerId: string;
  interpreter: InterpreterActor;
}

describe('when an interpreter is lost within the hour', () => {
  let stand: ClinicStand;
  let emergency: EmergencyReplacement;
  let concerns: Concerns;
  let lateness: Lateness;
  let clinic: Clinic;

  beforeAll(async () => {
    stand = await clinicStand();
    emergency = stand.nest.get(EmergencyReplacement, { strict: false });
    concerns = stand.nest.get(Concerns, { strict: false });
    lateness = stand.nest.get(Lateness, { strict: false });
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

  const aJob = async (changes: Parameters<ClinicStand['aBooking']>[1] = {}, patientId?: string): Promise<Job> => {
    const interpreterId = await stand.anInterpreter(clinic, { displayName: 'Nuru Bekele' });
    const bookingId = await stand.aBooking(clinic, { offerTo: [interpreterId], ...(patientId && { patientId }), ...changes });
    const [offer] = await stand.offersOf(bookingId);
    const interpreter = { kind: 'interpreter', interpreterId } as const;
    await stand.acceptance.accept(interpreter, offer?.id ?? '');
    return { bookingId, offerId: offer?.id ?? '', interpreter };
  };

  const booking = async ({ bookingId }: Job): Promise<{ state: string; modality: string; interpreterId: string | null }> =>
    (await stand.superuser.query('select state, modality, interpreter_id as "interpreterId" from bookings.bookings where id = $1', [bookingId])).rows[0];

  it('marks them absent, frees them and asks everybody who is free by phone, in one step', async () => {
    const job = await aJob();
    const others = [await stand.anInterpreter(clinic, { displayName: 'Hiba Elamin' }), await stand.anInterpreter(clinic, { displayName: 'Samia Adam' })];
    goTo('14:46');
    const [byPhone] = await emergency.whoIsFree(clinic.staff, job.bookingId);
    expect([byPhone?.modality, byPhone?.free.map(({ displayName, phone, travelMinutes }) => [displayName, phone.startsWith('+44'), travelMinutes]).sort()]).toEqual([
      'phone',
      [['Hiba Elamin', true, null], ['Samia Adam', true, null]],
    ]);
    expect(await emergency.replace(clinic.staff, job.bookingId, { why: 'absent', modality: 'phone' })).toBe(2);
    expect(await booking(job)).toEqual({ state: 'offering', modality: 'phone', interpreterId: null });
    const offers = await stand.offersOf(job.bookingId);
    expect(offers.map(({ interpreterId, state }) => [interpreterId, state])).toEqual([
      [job.interpreter.interpreterId, 'released'],
      ...offers.filter(({ state }) => state === 'open').map(({ interpreterId }) => [interpreterId, 'open']),
    ]);
    expect(await stand.count('attendance.marks where booking_id = $1 and kind = $2', [job.bookingId, 'interpreter-absent'])).toBe(1);
    expect(await stand.count('interpreters.commitments where booking_id = $1', [job.bookingId])).toBe(0);

    const [first, second] = others.map((interpreterId) => ({ kind: 'interpreter', interpreterId }) as const);
    const offerTo = (actor?: InterpreterActor) => offers.find(({ interpreterId }) => interpreterId === actor?.interpreterId)?.id ?? '';
    if (!first || !second) throw new Error('nobody was asked');
    await stand.acceptance.accept(first, offerTo(first));
    await expect(stand.acceptance.accept(second, offerTo(second))).rejects.toMatchObject({ code: 'already-filled' });
    expect(await booking(job)).toEqual({ state: 'confirmed', modality: 'phone', interpreterId: first.interpreterId });
  });

  it('calls nobody absent before the time, but replaces whoever says that they cannot come', async () => {
    const job = await aJob();
    await stand.anInterpreter(clinic);
    goTo('13:50');
    await expect(emergency.replace(clinic.staff, job.bookingId, { why: 'absent', modality: 'phone' })).rejects.toMatchObject({ code: 'too-early-to-say' });
    expect(await booking(job)).toMatchObject({ state: 'confirmed', modality: 'in-person' });
    expect(await emergency.replace(clinic.staff, job.bookingId, { why: 'lost', modality: 'phone' })).toBe(1);
    expect(await stand.count('attendance.marks where booking_id = $1', [job.bookingId])).toBe(0);
  });

  it('asks everybody once, though it is pressed twice, and by another way those who are left', async () => {
    const job = await aJob();
    await stand.anInterpreter(clinic);
    goTo('14:46');
    const press = () => emergency.replace(clinic.staff, job.bookingId, { why: 'absent', modality: 'phone' });
    await Promise.all([press(), press()]);
    expect((await stand.offersOf(job.bookingId)).map(({ state }) => state).sort()).toEqual(['open', 'released']);
    expect(await stand.count('attendance.marks where booking_id = $1', [job.bookingId])).toBe(1);
  });

  it('keeps the patient’s wish for a woman', async () => {
    const patientId = await stand.aPatient(clinic, { genderWish: { gender: 'woman', strength: 'required' } });
    const job = await aJob({}, patientId);
    await stand.anInterpreter(clinic, { displayName: 'Idris Adam', gender: 'man' });
    goTo('14:46');
    const ways = await emergency.whoIsFree(clinic.staff, job.bookingId);
    expect(ways.flatMap(({ free }) => free)).toEqual([]);
    expect(await emergency.replace(clinic.staff, job.bookingId, { why: 'absent', modality: 'phone' })).toBe(0);
    expect(await booking(job)).toMatchObject({ state: 'requested' });
  });

  it('asks in person only whoever is there before half of it is over', async () => {
    const job = await aJob();
    await stand.anInterpreter(clinic, { displayName: 'Far Away', home: { latitude: 51.6, longitude: -0.3 }, radiusKm: 60 });
    await stand.anInterpreter(clinic, { displayName: 'Next Door', home: { latitude: 51.5, longitude: -0.1 }, radiusKm: 60 });
    goTo('14:30');
    const ways = await emergency.whoIsFree(clinic.staff, job.bookingId);
    expect(ways.find(({ modality }) => modality === 'in-person')?.free.map(({ displayName }) => displayName)).toEqual(['Next Door']);
    expect(ways.find(({ modality }) => modality === 'phone')?.free).toHaveLength(2);
  });

  it('is too late once it is over', async () => {
    const job = await aJob();
    goTo('15:10');
    await expect(emergency.replace(clinic.staff, job.bookingId, { why: 'absent', modality: 'phone' })).rejects.toMatchObject({ code: 'appointment-over' });
  });

  it('an interpreter who cannot go on says why, and is free at once', async () => {
    const job = await aJob();
    await concerns.raise(job.interpreter, job.offerId, { code: 'conflict-of-interest', words: 'I know the family.', stays: false });
    expect(await booking(job)).toMatchObject({ state: 'requested', interpreterId: null });
    expect(await concerns.ofBooking(clinic.staff, job.bookingId)).toMatchObject([{ code: 'conflict-of-interest', words: 'I know the family.', stays: false }]);
    const { rows } = await stand.superuser.query('select detail::text as d from bookings.entries where booking_id = $1', [job.bookingId]);
    expect(rows.map(({ d }) => d).join()).not.toContain('family');
  });

  it('an interpreter who is worried and goes on stays booked, however often they tap', async () => {
    const job = await aJob();
    const worried = () => concerns.raise(job.interpreter, job.offerId, { code: 'safety', words: null, stays: true });
    await worried();
    await worried();
    expect(await booking(job)).toMatchObject({ state: 'confirmed' });
    expect(await concerns.ofBooking(clinic.staff, job.bookingId)).toHaveLength(1);
  });

  it('tells once that the clinic is late, however often it is pressed, and anew when it is later still', async () => {
    const job = await aJob();
    goTo('14:20');
    for (const minutes of [20, 20, 30]) await lateness.clinicIsLate(clinic.staff, job.bookingId, minutes);
    expect(await stand.count('attendance.delays where booking_id = $1', [job.bookingId])).toBe(2);
  });
});
