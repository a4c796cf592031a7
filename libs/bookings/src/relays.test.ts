import { readFileSync } from 'node:fs';
import { addDays } from '@dragoman/kernel';
import { Patients } from '@dragoman/patients';
import type { InterpreterActor } from '@dragoman/platform';
import { type Clinic, type ClinicStand, clinicStand } from '../../../tests/support/clinic';
import { DirectBooking } from './direct-booking.service';
import { OfferUpkeep } from './offer-upkeep.job';
import { Relays } from './relays.service';

let stand: ClinicStand;
let clinic: Clinic;
let relays: Relays;

beforeAll(async () => {
  stand = await clinicStand();
  clinic = await stand.aClinic();
  relays = stand.nest.get(Relays, { strict: false });
});
afterAll(() => stand.close());
beforeEach(() => stand.clock.set(new Date('2026-11-24T09:42:00Z')));

const as = (interpreterId: string): InterpreterActor => ({ kind: 'interpreter', interpreterId });
const skill = (varietyId: string, otherId = 'eng') => ({ varietyId, otherId, credential: null, credentialExpiresOn: null });
const furToArabic = (more: object = {}) => stand.anInterpreter(clinic, { skills: [skill('fvr', 'apd')], ...more });
const arabicToEnglish = (more: object = {}) => stand.anInterpreter(clinic, { skills: [skill('apd')], ...more });
const furPatient = (more: object = {}) =>
  stand.aPatient(clinic, { languages: [{ varietyId: 'fvr', role: 'speaks', enoughForDoctor: true, learntHow: 'self' }], ...more });

interface Asked {
  booking: string;
  near: string[];
  far: string[];
}

const people = async (pairs: number): Promise<Omit<Asked, 'booking'>> => ({
  near: await Promise.all(Array.from({ length: pairs }, () => furToArabic())),
  far: await Promise.all(Array.from({ length: pairs }, () => arabicToEnglish())),
});

const asking = async ({ pairs = 1, patientId = '', date = '2026-12-03', among = undefined as Omit<Asked, 'booking'> | undefined } = {}): Promise<Asked> => {
  const { near, far } = among ?? (await people(pairs));
  const booking = await stand.aBooking(clinic, {
    patientId: patientId || (await furPatient()),
    varietyId: 'fvr',
    date,
    relay: { pivotId: 'apd', pairs: near.map((patientSideId, n) => ({ patientSideId, clinicSideId: far[n] ?? '' })) },
  });
  return { booking, near, far };
};
const offerTo = async (booking: string, interpreterId: string): Promise<string> =>
  (await stand.offersOf(booking)).filter((offer) => offer.interpreterId === interpreterId).at(-1)?.id ?? '';
const accept = async (booking: string, interpreterId: string): Promise<void> =>
  stand.acceptance.accept(as(interpreterId), await offerTo(booking, interpreterId));
const decline = async (booking: string, interpreterId: string): Promise<void> =>
  stand.acceptance.decline(as(interpreterId), await offerTo(booking, interpreterId));
const stateOf = async (booking: string): Promise<string> =>
  (await stand.superuser.query('select state from bookings.bookings where id = $1', [booking])).rows[0].state;
const offerState = async (booking: string, interpreterId: string): Promise<string | undefined> =>
  (await stand.offersOf(booking)).filter((offer) => offer.interpreterId === interpreterId).at(-1)?.state;
const held = async (booking: string) => ({
  commitments: await stand.count('interpreters.commitments where booking_id = $1', [booking]),
  assignments: await stand.count('bookings.assignments where booking_id = $1 and released_at is null', [booking]),
  slots: await stand.count('bookings.slots where booking_id = $1 and interpreter_id is not null', [booking]),
});
const both = { commitments: 2, assignments: 2, slots: 2 };
const one = { commitments: 1, assignments: 1, slots: 1 };
const none = { commitments: 0, assignments: 0, slots: 0 };

describe('looking for a relay', () => {
  it('finds pairs through a third language, each leg by the rules of a direct one', async () => {
    const [near, far] = [await furToArabic(), await arabicToEnglish()];
    const man = await furToArabic({ gender: 'man', servesRequests: ['man'] });
    const away = await arabicToEnglish({ hours: [] });
    const patientId = await furPatient({ genderWish: { gender: 'woman', strength: 'required' } });
    const booking = await stand.aBooking(clinic, { patientId, varietyId: 'fvr' });
    const { pairs, pivots } = await relays.forBooking(clinic.staff, booking);
    expect(pivots).toMatchObject([{ pivotId: 'apd', name: 'Sudanese Arabic' }]);
    const people = pairs.flatMap(({ patientSide, clinicSide }) => [patientSide.interpreterId, clinicSide.interpreterId]);
    expect(people).toEqual(expect.arrayContaining([near]));
    expect(people).not.toContain(man);
    expect(people).not.toContain(away);
    await expect(
      relays.offer(clinic.staff, booking, { pivotId: 'apd', pairs: [{ patientSideId: man, clinicSideId: far }] }),
    ).rejects.toMatchObject({ code: 'interpreter-not-possible', details: { reason: 'gender-required' } });
  });

  it('never takes a close variety on the clinic’s side, nor a pair of level 3 on either', async () => {
    const near = await furToArabic();
    const egyptian = await stand.anInterpreter(clinic, { skills: [skill('arz')] });
    const sudanese = await arabicToEnglish();
    const booking = await stand.aBooking(clinic, { patientId: await furPatient(), varietyId: 'fvr' });
    const wrongFar = relays.offer(clinic.staff, booking, { pivotId: 'apd', pairs: [{ patientSideId: near, clinicSideId: egyptian }] });
    await expect(wrongFar).rejects.toMatchObject({ code: 'interpreter-not-possible' });
    const wrongNear = relays.offer(clinic.staff, booking, { pivotId: 'apd', pairs: [{ patientSideId: sudanese, clinicSideId: near }] });
    await expect(wrongNear).rejects.toMatchObject({ code: 'interpreter-not-possible' });
    expect(await stand.offersOf(booking)).toEqual([]);
  });

  it('asks nobody for both sides', async () => {
    const person = await stand.anInterpreter(clinic, { skills: [skill('fvr', 'apd'), skill('apd')] });
    const booking = await stand.aBooking(clinic, { patientId: await furPatient(), varietyId: 'fvr' });
    const { pairs } = await relays.forBooking(clinic.staff, booking);
    expect(pairs.every(({ patientSide, clinicSide }) => patientSide.interpreterId !== clinicSide.interpreterId)).toBe(true);
    await expect(
      relays.offer(clinic.staff, booking, { pivotId: 'apd', pairs: [{ patientSideId: person, clinicSideId: person }] }),
    ).rejects.toMatchObject({ code: 'one-person-on-both-sides' });
  });

  it('does not mix with asking directly', async () => {
    const { booking } = await asking();
    const direct = await stand.anInterpreter(clinic, { skills: [skill('fvr')] });
    await expect(stand.bookings.offer(clinic.staff, booking, [direct])).rejects.toMatchObject({ code: 'relay-under-way' });
    await expect(
      stand.nest.get(DirectBooking, { strict: false }).assign(clinic.staff, booking, { interpreterId: direct, agreed: 'by-phone', conflict: 'not-asked' }),
    ).rejects.toMatchObject({ code: 'relay-under-way' });
  });
});

describe('a relay', () => {
  it('is confirmed when both have accepted, and not before; the first one’s time is held', async () => {
    const { booking, near, far } = await asking();
    await accept(booking, near[0] ?? '');
    expect([await stateOf(booking), await held(booking)]).toEqual(['offering', one]);
    await accept(booking, far[0] ?? '');
    expect([await stateOf(booking), await held(booking)]).toEqual(['confirmed', both]);
    const { rows } = await stand.superuser.query('select interpreter_id, second_interpreter_id from bookings.bookings where id = $1', [booking]);
    expect(rows).toEqual([{ interpreter_id: near[0], second_interpreter_id: far[0] }]);
  });

  it('in the other order too: who is on the patient’s side does not depend on who was first', async () => {
    const { booking, near, far } = await asking();
    await accept(booking, far[0] ?? '');
    await accept(booking, near[0] ?? '');
    const { rows } = await stand.superuser.query('select interpreter_id from bookings.bookings where id = $1', [booking]);
    expect(rows).toEqual([{ interpreter_id: near[0] }]);
  });

  it('lets the first one go when nobody takes the other side, in one step', async () => {
    const { booking, near, far } = await asking({ pairs: 2 });
    await accept(booking, near[0] ?? '');
    await decline(booking, far[0] ?? '');
    await stand.runJobs();
    expect([await stateOf(booking), await held(booking)]).toEqual(['offering', one]);
    expect(await offerState(booking, near[1] ?? '')).toBe('closed');
    await decline(booking, far[1] ?? '');
    await stand.runJobs();
    expect([await stateOf(booking), await held(booking)]).toEqual(['requested', none]);
    expect(await offerState(booking, near[0] ?? '')).toBe('released');
  });

  it('has a deadline: when the other side’s offers expire, the first one is free', async () => {
    const { booking, near } = await asking();
    await accept(booking, near[0] ?? '');
    stand.clock.set(new Date('2026-11-25T09:43:00Z'));
    await stand.nest.get(OfferUpkeep, { strict: false }).expire();
    await stand.runJobs();
    expect([await stateOf(booking), await held(booking)]).toEqual(['requested', none]);
  });

  it('is let go by the sweep too, where the process died before its job ran', async () => {
    const { booking, near, far } = await asking();
    await accept(booking, near[0] ?? '');
    await decline(booking, far[0] ?? '');
    await stand.superuser.query('truncate graphile_worker._private_jobs');
    await stand.nest.get(OfferUpkeep, { strict: false }).settleHeld();
    expect([await stateOf(booking), await held(booking)]).toEqual(['requested', none]);
  });

  it('that is cancelled frees both, and one that is held by one frees that one', async () => {
    const whole = await asking();
    await accept(whole.booking, whole.near[0] ?? '');
    await accept(whole.booking, whole.far[0] ?? '');
    await stand.cancellations.cancel(clinic.staff, whole.booking, 'clinic', 'The doctor is ill');
    const half = await asking();
    await accept(half.booking, half.near[0] ?? '');
    await stand.cancellations.cancel(clinic.staff, half.booking, 'clinic', 'The doctor is ill');
    expect([await held(whole.booking), await held(half.booking)]).toEqual([none, none]);
  });

  it('that came to nothing can be tried again with others, or filled directly', async () => {
    const { booking, near, far } = await asking();
    await accept(booking, near[0] ?? '');
    await decline(booking, far[0] ?? '');
    await stand.runJobs();
    const other = await arabicToEnglish();
    await relays.offer(clinic.staff, booking, { pivotId: 'apd', pairs: [{ patientSideId: near[0] ?? '', clinicSideId: other }] });
    await decline(booking, other);
    await stand.runJobs();
    const direct = await stand.anInterpreter(clinic, { skills: [skill('fvr')] });
    await stand.bookings.offer(clinic.staff, booking, [direct]);
    await accept(booking, direct);
    expect([await stateOf(booking), await held(booking)]).toEqual(['confirmed', one]);
  });

  it('drops a side whose interpreter the patient refuses meanwhile, and with it the other', async () => {
    const patientId = await furPatient();
    const { booking, near, far } = await asking({ patientId });
    await accept(booking, near[0] ?? '');
    await stand.nest.get(Patients, { strict: false }).refuse(clinic.staff, patientId, near[0] ?? '');
    await stand.runJobs();
    expect([await stateOf(booking), await held(booking)]).toEqual(['requested', none]);
    expect(await offerState(booking, far[0] ?? '')).toBe('withdrawn');
  });

  it('is never confirmed with one, whoever writes: the database refuses', async () => {
    const { booking, near } = await asking();
    await expect(
      stand.superuser.query(`update bookings.bookings set state = 'confirmed', interpreter_id = $2 where id = $1`, [booking, near[0]]),
    ).rejects.toMatchObject({ constraint: 'a_relay_is_booked_with_both_or_none' });
  });
});

/** Mulberry32: the same shuffles every time. */
const dice = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};

describe('fifty relays whose two sides are answered at once, in every which way', () => {
  it('end with both booked or none, and nobody deadlocks', async () => {
    const random = dice(20_261_124);
    const upkeep = stand.nest.get(OfferUpkeep, { strict: false });
    const outcomes = new Map<string, number>();
    const [among, patientId] = [await people(2), await furPatient()];
    await stand.runJobs();
    for (let turn = 0; turn < 50; turn++) {
      stand.clock.set(new Date('2026-11-24T09:42:00Z'));
      const { booking, near, far } = await asking({ among, patientId, date: addDays('2026-12-03', turn) });
      const acts = [...near, ...far].flatMap((id) => {
        const luck = random();
        if (luck < 0.6) return [() => accept(booking, id)];
        return luck < 0.85 ? [() => decline(booking, id)] : [];
      });
      if (random() < 0.12) acts.push(() => stand.cancellations.cancel(clinic.staff, booking, 'clinic', 'The doctor is ill'));
      const expires = random() < 0.3;
      if (expires)
        acts.push(async () => {
          stand.clock.set(new Date('2026-11-25T09:43:00Z'));
          await upkeep.expire();
        });
      acts.push(() => upkeep.settleHeld());
      acts.sort(() => random() - 0.5);
      await Promise.allSettled(acts.map((act) => act()));
      await stand.runJobs();
      stand.clock.set(new Date('2026-11-25T09:44:00Z'));
      await upkeep.expire();
      await stand.runJobs();
      const state = await stateOf(booking);
      expect([turn, state, await held(booking)]).toEqual([turn, state, state === 'confirmed' ? both : none]);
      expect(['confirmed', 'requested', 'cancelled']).toContain(state);
      outcomes.set(state, (outcomes.get(state) ?? 0) + 1);
    }
    expect([...outcomes.keys()].sort()).toEqual(['cancelled', 'confirmed', 'requested']);
    expect(readFileSync(stand.test.log, 'utf8').split('\n').filter((line) => line.includes('40P01') && line.includes(stand.test.name))).toEqual([]);
  });
});
