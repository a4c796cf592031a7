import { GivingBack } from '@dragoman/bookings';
import { Interpreters } from '@dragoman/interpreters';
import { newId } from '@dragoman/kernel';
import type { Clinic } from '../../../tests/support/clinic';
import { type LaddersStand, laddersStand } from '../../../tests/support/ladders';
import { writeAgain } from '../../../tests/support/second-row';
import { LadderCourse } from './ladder-course.service';

let stand: LaddersStand;
let clinic: Clinic;

beforeAll(async () => {
  stand = await laddersStand();
});
beforeEach(async () => {
  stand.clock.set(new Date('2026-11-24T09:42:00Z'));
  clinic = await stand.aClinic();
  const all = (await stand.superuser.query<{ id: string; version: number }>('select id, version from interpreters.interpreters where active')).rows;
  for (const { id, version } of all) await stand.nest.get(Interpreters, { strict: false }).setActive(clinic.staff, id, { active: false, version });
});
afterAll(() => stand.close());

/** Thursday 3 December, 14:30, in person, asked for nine days before. */
const unfilled = (changes: Parameters<LaddersStand['aBooking']>[1] = {}) => stand.aBooking(clinic, changes);
const entries = async (bookingId: string) =>
  (
    await stand.superuser.query<{ what: string; actor: string }>(
      `select detail->>'what' as what, actor_kind as actor from bookings.entries where booking_id = $1 and kind = 'ladder' order by at, id`,
      [bookingId],
    )
  ).rows.map(({ what, actor }) => `${what} by ${actor}`);
const openOffers = async (bookingId: string) => (await stand.offersOf(bookingId)).filter(({ state }) => state === 'open').map(({ interpreterId }) => interpreterId);
const byPhone = { modalities: ['phone' as const] };
const byVideo = { modalities: ['video' as const] };

describe('what nobody accepts', () => {
  it('comes down from in person to video, the telephone, a relay and another day, each at its hour and once', async () => {
    const bookingId = await unfilled();
    const seen = [];
    for (const at of ['2026-12-02T14:29:00Z', '2026-12-02T14:30:00Z', '2026-12-02T14:31:00Z', '2026-12-03T02:30:00Z', '2026-12-03T08:30:00Z', '2026-12-03T10:30:00Z', '2026-12-03T14:00:00Z']) {
      await stand.climbAt(at);
      seen.push((await stand.bookingOf(bookingId)).modality);
    }
    expect(seen).toEqual(['in-person', 'video', 'video', 'phone', 'phone', 'phone', 'phone']);
    expect(await stand.tried(bookingId)).toEqual(['video', 'phone', 'relay: nobody', 'rebook']);
    expect(await entries(bookingId)).toEqual(['video by job', 'phone by job', 'relay by job', 'rebook by job']);
    expect((await stand.openTasks(clinic)).filter(({ kind }) => kind === 'rebook')).toMatchObject([
      { bookingId, sentence: expect.stringContaining('agree another time') },
    ]);
    expect(await stand.count(`alerts.alerts where booking_id = $1 and kind = 'rebook'`, [bookingId])).toBe(1);
    expect((await stand.superuser.query(`select local_start as at from bookings.bookings where id = $1`, [bookingId])).rows[0].at).toContain('2026-12-03T14:30');
  });

  it('asks whoever works that way, and somebody who was asked before once more where they do', async () => {
    const [inPerson, both, phone] = [
      await stand.anInterpreter(clinic, { modalities: ['in-person'] }),
      await stand.anInterpreter(clinic, { modalities: ['in-person', 'phone'] }),
      await stand.anInterpreter(clinic, byPhone),
    ];
    const bookingId = await unfilled({ offerTo: [inPerson, both] });
    await stand.policyOf(clinic, { ladder: { steps: [{ to: 'phone', hoursBefore: 12 }] }, offerHours: [{ leadHours: 0, hours: 300 }] });
    await stand.climbAt('2026-12-03T02:30:00Z');
    expect(new Set(await openOffers(bookingId))).toEqual(new Set([both, phone]));
    await stand.climbAt('2026-12-03T02:31:00Z');
    expect(await openOffers(bookingId)).toHaveLength(2);
  });

  it('stops coming down once somebody accepts', async () => {
    const interpreterId = await stand.anInterpreter(clinic, byVideo);
    const bookingId = await unfilled();
    await stand.climbAt('2026-12-02T14:30:00Z');
    const [offer] = await stand.offersOf(bookingId);
    await stand.acceptance.accept({ kind: 'interpreter', interpreterId }, offer?.id ?? '');
    await stand.climbAt('2026-12-03T10:30:00Z');
    expect(await stand.bookingOf(bookingId)).toMatchObject({ state: 'confirmed', modality: 'video' });
    expect(await stand.tried(bookingId)).toEqual(['video']);
  });

  it('keeps the gender that the patient requires on each rung', async () => {
    const woman = await stand.anInterpreter(clinic, { ...byPhone, gender: 'woman' });
    const man = await stand.anInterpreter(clinic, { ...byPhone, gender: 'man' });
    const patientId = await stand.aPatient(clinic, { genderWish: { gender: 'woman', strength: 'required' } });
    const bookingId = await unfilled({ patientId });
    for (const at of ['2026-12-02T14:30:00Z', '2026-12-03T02:30:00Z']) {
      await stand.climbAt(at);
      expect(await stand.bookingOf(bookingId)).toMatchObject({ gender: 'woman' });
    }
    expect(await openOffers(bookingId)).toEqual([woman]);
    expect(await openOffers(bookingId)).not.toContain(man);
  });

  it('tries a relay through a third language with the best pair, and ends what was asked directly', async () => {
    const skill = (varietyId: string, otherId = 'eng') => ({ varietyId, otherId, credential: null, credentialExpiresOn: null });
    const near = await stand.anInterpreter(clinic, { skills: [skill('fvr', 'apd')] });
    const far = await stand.anInterpreter(clinic, { skills: [skill('apd')] });
    const direct = await stand.anInterpreter(clinic, { skills: [skill('fvr')] });
    const patientId = await stand.aPatient(clinic, { languages: [{ varietyId: 'fvr', role: 'speaks', enoughForDoctor: true, learntHow: 'self' }] });
    await stand.policyOf(clinic, { ladder: { steps: [{ to: 'relay', hoursBefore: 6 }] }, offerHours: [{ leadHours: 0, hours: 300 }] });
    const bookingId = await unfilled({ patientId, varietyId: 'fvr', offerTo: [direct] });
    await stand.climbAt('2026-12-03T08:30:00Z');
    expect(await stand.tried(bookingId)).toEqual(['relay']);
    expect(await stand.bookingOf(bookingId)).toMatchObject({ isRelay: true, state: 'offering', modality: 'in-person' });
    const asked = await openOffers(bookingId);
    expect(asked).not.toContain(direct);
    expect(new Set(asked)).toEqual(new Set([near, far]));
  });
});

describe('a rung', () => {
  it('is taken once by two workers at once', async () => {
    const bookingId = await unfilled();
    stand.clock.set(new Date('2026-12-02T14:30:00Z'));
    const course = stand.nest.get(LadderCourse, { strict: false });
    await Promise.all([course.climb(bookingId), course.climb(bookingId), course.climb(bookingId)]);
    expect(await stand.tried(bookingId)).toEqual(['video']);
    expect((await stand.bookingOf(bookingId)).version).toBe(2);
  });

  it('is taken once, whoever writes: the database refuses', async () => {
    const bookingId = await unfilled();
    await stand.climbAt('2026-12-02T14:30:00Z');
    await expect(writeAgain(stand.superuser, 'ladders.rungs', bookingId, { id: newId() })).rejects.toMatchObject({ constraint: 'a_rung_is_taken_once' });
  });

  it('of a process that dies half way is not taken at all, and taken by the next', async () => {
    const bookingId = await unfilled();
    stand.clock.set(new Date('2026-12-02T14:30:00Z'));
    const course = stand.nest.get(LadderCourse, { strict: false });
    await stand.superuser.query(`create function ladders.dies() returns trigger language plpgsql as $$ begin raise exception 'killed'; end $$;
      create trigger dies before insert on ladders.rungs for each row execute function ladders.dies()`);
    await expect(course.climb(bookingId)).rejects.toThrow('killed');
    expect(await stand.bookingOf(bookingId)).toMatchObject({ modality: 'in-person', version: 1 });
    await stand.superuser.query('drop function ladders.dies() cascade');
    await course.climb(bookingId);
    expect(await stand.bookingOf(bookingId)).toMatchObject({ modality: 'video' });
  });
});

describe('somebody who holds it back', () => {
  it('is named, nothing is tried meanwhile, and what fell due is tried when it goes on', async () => {
    const bookingId = await unfilled();
    await stand.ladders.stop(clinic.staff, bookingId);
    await stand.ladders.stop(clinic.staff, bookingId);
    await stand.climbAt('2026-12-02T14:30:00Z');
    expect(await stand.bookingOf(bookingId)).toMatchObject({ modality: 'in-person' });
    const held = await stand.ladders.show(clinic.staff, bookingId);
    expect(held).toMatchObject({ stopped: { by: clinic.staff.accountId, at: new Date('2026-11-24T09:42:00Z') }, tried: [], isAsking: true });
    expect(held.planned.map(({ to }) => to)).toEqual(['video', 'phone', 'relay', 'rebook']);
    await stand.ladders.resume(clinic.staff, bookingId);
    await stand.climbAt('2026-12-02T14:31:00Z');
    expect(await stand.bookingOf(bookingId)).toMatchObject({ modality: 'video' });
    expect(await entries(bookingId)).toEqual(['stopped by staff', 'resumed by staff', 'video by job']);
  });

  it('is nobody of another clinic', async () => {
    const bookingId = await unfilled();
    const other = await stand.aClinic();
    await expect(stand.ladders.stop(other.staff, bookingId)).rejects.toMatchObject({ code: 'booking-not-found' });
    await expect(stand.ladders.show(other.staff, bookingId)).rejects.toMatchObject({ code: 'booking-not-found' });
  });
});

describe('a ladder begins anew', () => {
  it('when whoever was booked gives the job back: they who are asked have time, and each rung counts again', async () => {
    const interpreterId = await stand.anInterpreter(clinic);
    const bookingId = await unfilled({ offerTo: [interpreterId] });
    const [offer] = await stand.offersOf(bookingId);
    await stand.acceptance.accept({ kind: 'interpreter', interpreterId }, offer?.id ?? '');
    await stand.settle();
    stand.clock.set(new Date('2026-12-03T02:00:00Z'));
    await stand.nest.get(GivingBack, { strict: false }).giveBack({ kind: 'interpreter', interpreterId }, offer?.id ?? '', 'ill');
    await stand.settle();
    await stand.climbAt('2026-12-03T02:29:00Z');
    expect(await stand.tried(bookingId)).toEqual([]);
    await stand.climbAt('2026-12-03T02:30:00Z');
    expect(await stand.tried(bookingId)).toEqual(['video']);
  });
});

describe('what is tried next', () => {
  it('is told of many bookings at once, and of none that is held back, filled, or has come to its end', async () => {
    const interpreter = await stand.anInterpreter(clinic);
    const [plain, held, ended] = [await unfilled(), await unfilled(), await unfilled({ date: '2026-11-24', time: '10:30' })];
    const filled = await unfilled({ offerTo: [interpreter] });
    const [offer] = await stand.offersOf(filled);
    await stand.acceptance.accept({ kind: 'interpreter', interpreterId: interpreter }, offer?.id ?? '');
    await stand.ladders.stop(clinic.staff, held);
    stand.clock.set(new Date('2026-11-24T10:40:00Z'));
    const next = await stand.database.read(clinic.staff, (tx) => stand.ladders.nextOf(tx, [plain, held, ended, filled]));
    expect([...next]).toEqual([[plain, expect.objectContaining({ to: 'video', at: new Date('2026-12-02T14:30:00Z') })]]);
  });
});
