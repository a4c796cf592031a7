import { readFileSync } from 'node:fs';
import { addDays } from '@dragoman/kernel';
import type { InterpreterActor } from '@dragoman/platform';
import fc from 'fast-check';
import { type Clinic, type ClinicStand, clinicStand } from '../../../tests/support/clinic';
import { DirectBooking } from './direct-booking.service';

let stand: ClinicStand;
let clinics: Clinic[];
let patients: { sudanese: string; fur: string }[];
let near: string[];
let far: string[];

const as = (interpreterId: string): InterpreterActor => ({ kind: 'interpreter', interpreterId });
const skill = (varietyId: string, otherId = 'eng') => ({ varietyId, otherId, credential: null, credentialExpiresOn: null });
const speaks = (varietyId: string) => ({
  languages: [{ varietyId, role: 'speaks' as const, enoughForDoctor: true, learntHow: 'self' as const }],
});

/** Two interpreters from Fur to Arabic and two from Arabic to English serve two clinics: everybody wants the same few. */
beforeAll(async () => {
  stand = await clinicStand();
  clinics = [await stand.aClinic(), await stand.aClinic()];
  const [first] = clinics;
  if (!first) throw new Error('no clinic');
  patients = await Promise.all(
    clinics.map(async (clinic) => ({ sudanese: await stand.aPatient(clinic), fur: await stand.aPatient(clinic, speaks('fvr')) })),
  );
  near = await Promise.all([1, 2].map(() => stand.anInterpreter(first, { skills: [skill('fvr', 'apd')] })));
  far = await Promise.all([1, 2].map(() => stand.anInterpreter(first, { skills: [skill('apd')] })));
  await stand.runJobs();
});
afterAll(() => stand.close());

const wish = fc.record({
  clinic: fc.nat(1),
  isRelay: fc.boolean(),
  /** In steps of twenty minutes from nine o'clock: close enough together that most of them collide. */
  start: fc.nat(6),
  length: fc.constantFrom(30, 45, 60),
  modality: fc.constantFrom('phone' as const, 'in-person' as const),
});
type Wish = typeof wish extends fc.Arbitrary<infer T> ? T : never;

const act = fc.record({
  booking: fc.nat(5),
  person: fc.nat(3),
  what: fc.constantFrom('accept' as const, 'accept' as const, 'accept' as const, 'book' as const, 'decline' as const, 'cancel' as const),
});
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

const fromNine = (steps: number): string =>
  `${String(9 + Math.floor(steps / 3)).padStart(2, '0')}:${String((steps % 3) * 20).padStart(2, '0')}`;

const wanted = async (date: string, { clinic, isRelay, start, length, modality }: Wish) => {
  const [at, { sudanese = '', fur = '' } = {}] = [clinics[clinic], patients[clinic]];
  if (!at) throw new Error('no clinic');
  const pairs = near.map((patientSideId, n) => ({ patientSideId, clinicSideId: far[n] ?? '' }));
  const how = isRelay ? { patientId: fur, varietyId: 'fvr', relay: { pivotId: 'apd', pairs } } : { patientId: sudanese, offerTo: far };
  const id = await stand.aBooking(at, { ...how, date, time: fromNine(start), length, modality });
  return { id, staff: at.staff, offers: await stand.offersOf(id) };
};

/** @returns what the act came to: done, or the code of its refusal. */
const carryOut = async ({ id, staff, offers }: Awaited<ReturnType<typeof wanted>>, { person, what }: Act): Promise<string> => {
  const offer = offers[person % offers.length];
  if (!offer) throw new Error('nobody was asked');
  const { interpreterId } = offer;
  const direct = stand.nest.get(DirectBooking, { strict: false });
  const doing = {
    accept: () => stand.acceptance.accept(as(interpreterId), offer.id),
    decline: () => stand.acceptance.decline(as(interpreterId), offer.id),
    book: () => direct.assign(staff, id, { interpreterId, agreed: 'by-phone', conflict: 'not-asked' }),
    cancel: () => stand.cancellations.cancel(staff, id, 'clinic', 'The doctor is ill'),
  }[what];
  return doing().then(() => what, ({ code, details }) => String(details?.reason ?? code));
};

/** Read from the appointments themselves, and nothing that the program or its constraints work out. */
const overlaps = `
  (select a.interpreter_id
   from bookings.assignments a
   join bookings.bookings mine on mine.id = a.booking_id
   join bookings.assignments b on b.interpreter_id = a.interpreter_id and b.id > a.id and b.released_at is null
   join bookings.bookings other on other.id = b.booking_id
   where a.released_at is null and mine.starts_at < other.ends_at and other.starts_at < mine.ends_at) overlapping`;
const overlappingTimes = `
  interpreters.commitments a join interpreters.commitments b
    on b.interpreter_id = a.interpreter_id and b.id > a.id and a.during && b.during`;
/** One side knows of a job that the other does not. */
const unlike = `
  (select interpreter_id, booking_id from bookings.assignments where released_at is null) held
  full join interpreters.commitments kept using (interpreter_id, booking_id)
  where kept.id is null or held.booking_id is null`;

const deadlocks = (): string[] =>
  readFileSync(stand.test.log, 'utf8').split('\n').filter((line) => line.includes('40P01') && line.includes(stand.test.name));

describe('whoever accepts, is booked and is cancelled at the same moment, in every which way', () => {
  it('no two jobs of one interpreter overlap, the calendar agrees with the bookings, and nobody deadlocks', async () => {
    const outcomes = new Map<string, number>();
    let day = 0;
    const worlds = fc.tuple(fc.array(wish, { minLength: 4, maxLength: 6 }), fc.array(act, { minLength: 12, maxLength: 20 }));
    await fc.assert(
      fc.asyncProperty(worlds, async ([wishes, acts]) => {
        const date = addDays('2026-12-03', day++);
        const bookings = await Promise.all(wishes.map((one) => wanted(date, one)));
        const results = await Promise.all(
          acts.flatMap((one) => {
            const booking = bookings[one.booking % bookings.length];
            return booking ? [carryOut(booking, one)] : [];
          }),
        );
        for (const result of results) outcomes.set(result, (outcomes.get(result) ?? 0) + 1);
        expect(await Promise.all([overlaps, overlappingTimes, unlike].map((from) => stand.count(from)))).toEqual([0, 0, 0]);
      }),
      { numRuns: 25, seed: 20_261_124, endOnFailure: true },
    );
    expect(deadlocks()).toEqual([]);
    for (const seen of ['accept', 'book', 'cancel', 'interpreter-busy', 'already-filled']) expect([...outcomes.keys()]).toContain(seen);
    expect(await stand.count('bookings.bookings where second_interpreter_id is not null')).toBeGreaterThan(0);
  }, 60_000);
});
