import { randomUUID } from 'node:crypto';
import type { InterpreterActor } from '@dragoman/platform';
import { type Clinic, type ClinicStand, clinicStand } from '../../../tests/support/clinic';
import { bookingFacts } from './booking.queries';
import { Changes } from './changes.service';
import { DirectBooking } from './direct-booking.service';
import { GivingBack } from './giving-back.service';
import { offerFacts } from './offer.queries';
import { Places } from './places.service';
import { Relays } from './relays.service';
import { Replacement } from './replacement.service';
import { InterpreterSearch } from './search.service';

let stand: ClinicStand;
let clinic: Clinic;
const at = <T>(type: new (...args: never[]) => T): T => stand.nest.get(type, { strict: false });

beforeAll(async () => {
  stand = await clinicStand();
  clinic = await stand.aClinic();
});
afterAll(() => stand.close());
beforeEach(() => stand.clock.set(new Date('2026-11-24T09:42:00Z')));

const as = (interpreterId: string): InterpreterActor => ({ kind: 'interpreter', interpreterId });
const people = (count: number): Promise<string[]> => Promise.all(Array.from({ length: count }, () => stand.anInterpreter(clinic)));
const row = async (booking: string) =>
  (
    await stand.superuser.query(
      `select state, version, interpreter_id as lead, team_ids as team, array_remove(interpreter_id || team_ids, null) as booked from bookings.bookings where id = $1`,
      [booking],
    )
  ).rows[0];
const offerOf = async (booking: string, interpreter: string) =>
  (await stand.offersOf(booking)).filter(({ interpreterId }) => interpreterId === interpreter).at(-1)?.id ?? '';
const stateOf = async (booking: string, interpreter: string) =>
  (await stand.offersOf(booking)).filter(({ interpreterId }) => interpreterId === interpreter).at(-1)?.state;
const accept = async (booking: string, interpreter: string): Promise<void> => stand.acceptance.accept(as(interpreter), await offerOf(booking, interpreter));
const times = async (booking: string) =>
  (
    await stand.superuser.query(
      `select interpreter_id as who, to_char(starts_at at time zone 'UTC', 'HH24:MI') || '–' || to_char(ends_at at time zone 'UTC', 'HH24:MI') as time
         from interpreters.commitments where booking_id = $1 order by starts_at, interpreter_id`,
      [booking],
    )
  ).rows;
const heard = (interpreterId: string) => ({ interpreterId, agreed: 'by-phone' as const, conflict: 'not-asked' as const });
const teamOf = (size: number, more: object = {}) => stand.aBooking(clinic, { staffing: { kind: 'team', size }, ...more });
/** From 14:30 for two hours; the second takes over at 15:30. */
const handover = (more: object = {}) => stand.aBooking(clinic, { length: 120, staffing: { kind: 'handover', minutes: [60] }, ...more });

describe('a team', () => {
  it('of two is booked when two of those who were asked have accepted; whoever was third hears that it is filled', async () => {
    const [a = '', b = '', c = ''] = await people(3);
    const booking = await teamOf(2, { offerTo: [a, b, c] });
    await accept(booking, b);
    await stand.runJobs();
    expect([await row(booking), await stateOf(booking, a), await stateOf(booking, c)]).toMatchObject([{ state: 'offering', lead: null }, 'open', 'open']);
    await accept(booking, c);
    await stand.runJobs();
    expect(await row(booking)).toMatchObject({ state: 'confirmed', lead: b, team: [c] });
    expect(await stateOf(booking, a)).toBe('closed');
    const { interpreterName, teamIds } = await stand.database.read(clinic.staff, (tx) => bookingFacts(tx, booking));
    expect([interpreterName?.split(', ').length, teamIds]).toEqual([2, [c]]);
    await expect(accept(booking, a)).rejects.toMatchObject({ code: 'already-filled' });
  });

  it('of three among twelve who accept at the same moment has three different people, and nobody else is taken', async () => {
    const asked = await people(12);
    const booking = await teamOf(3, { offerTo: asked });
    const answers = await Promise.allSettled(asked.map((one) => accept(booking, one)));
    await stand.runJobs();
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    expect(answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason.code] : []))).toEqual(Array.from({ length: 9 }, () => 'already-filled'));
    const { state, booked } = await row(booking);
    expect([state, new Set(booked).size, (await times(booking)).length]).toEqual(['confirmed', 3, 3]);
  });

  it('has nobody twice, not even where somebody hears their yes by telephone again', async () => {
    const [a = '', b = ''] = await people(2);
    const booking = await teamOf(2);
    await at(DirectBooking).assign(clinic.staff, booking, heard(a));
    await at(DirectBooking).assign(clinic.staff, booking, heard(a));
    expect([await row(booking), await times(booking)]).toMatchObject([{ lead: null }, [{ who: a }]]);
    await stand.bookings.offer(clinic.staff, booking, [a, b]);
    expect((await stand.offersOf(booking)).map(({ interpreterId, state }) => [interpreterId, state])).toEqual([[a, 'accepted'], [b, 'open']]);
    const free = `(select id from bookings.slots where booking_id = $1 and interpreter_id is null)`;
    const twice = stand.superuser.query(
      `insert into bookings.assignments (id, slot_id, booking_id, organisation_id, interpreter_id, assigned_at) values (gen_random_uuid(), ${free}, $1, $2, $3, now())`,
      [booking, clinic.staff.organisationId, a],
    );
    await expect(twice).rejects.toMatchObject({ constraint: 'nobody_has_two_places_of_a_booking' });
  });

  it('that was asked for by a form which had gone through for one is not taken for that booking', async () => {
    const [patientId, requestKey] = [await stand.aPatient(clinic), randomUUID()];
    const booking = await stand.aBooking(clinic, { patientId, requestKey });
    await expect(teamOf(2, { patientId, requestKey })).rejects.toMatchObject({ code: 'already-booked', details: { bookingId: booking } });
    expect(await stand.aBooking(clinic, { patientId, requestKey })).toBe(booking);
  });

  it('whose last answer is a no asks for a person again, and whoever said yes keeps their place', async () => {
    const [a = '', b = ''] = await people(2);
    const booking = await teamOf(2, { offerTo: [a, b] });
    await accept(booking, a);
    await stand.acceptance.decline(as(b), await offerOf(booking, b));
    await stand.runJobs();
    expect([await row(booking), await stateOf(booking, a), await times(booking)]).toMatchObject([{ state: 'requested' }, 'accepted', [{ who: a }]]);
  });

  it('of which one gives the job back keeps the other, and is booked again when somebody takes the place', async () => {
    const [a = '', b = '', c = ''] = await people(3);
    const booking = await teamOf(2, { offerTo: [a, b] });
    await accept(booking, a);
    await accept(booking, b);
    await at(GivingBack).giveBack(as(a), await offerOf(booking, a), null);
    await stand.runJobs();
    expect([await row(booking), await times(booking)]).toMatchObject([{ state: 'requested', lead: null, team: [] }, [{ who: b }]]);
    await stand.bookings.offer(clinic.staff, booking, [c]);
    await accept(booking, c);
    expect(await row(booking)).toMatchObject({ state: 'confirmed', lead: c, team: [b] });
  });

  it('of which one gives their place back before all are found goes on asking the others', async () => {
    const [a = '', b = '', c = ''] = await people(3);
    const booking = await teamOf(2, { offerTo: [a, b, c] });
    await accept(booking, a);
    await stand.runJobs();
    await at(GivingBack).giveBack(as(a), await offerOf(booking, a), null);
    await stand.runJobs();
    expect([await row(booking), await times(booking)]).toMatchObject([{ state: 'offering' }, []]);
    await accept(booking, b);
    await accept(booking, c);
    expect(await row(booking)).toMatchObject({ state: 'confirmed' });
  });

  it('has one replaced in one step, and the others stay', async () => {
    const [a = '', b = '', c = ''] = await people(3);
    const booking = await teamOf(2, { offerTo: [a, b] });
    await accept(booking, a);
    await accept(booking, b);
    await at(Replacement).swap(clinic.staff, booking, a, heard(c));
    expect([await row(booking), await stateOf(booking, b)]).toMatchObject([{ state: 'confirmed', lead: c, team: [b] }, 'accepted']);
  });

  it('goes ahead with fewer when nobody else is looked for: whoever was asked is told, and it is booked', async () => {
    const [a = '', b = ''] = await people(2);
    const booking = await teamOf(2, { offerTo: [a, b] });
    await accept(booking, a);
    await stand.runJobs();
    const { rows } = await stand.superuser.query('select id, interpreter_id as who from bookings.slots where booking_id = $1 order by position', [booking]);
    const [taken, free] = [rows.find(({ who }) => who === a).id, rows.find(({ who }) => who === null).id];
    await expect(at(Places).giveUp(clinic.staff, booking, taken)).rejects.toMatchObject({ code: 'place-filled' });
    await at(Places).giveUp(clinic.staff, booking, free);
    await at(Places).giveUp(clinic.staff, booking, free);
    await stand.runJobs();
    expect([await row(booking), await stateOf(booking, b)]).toMatchObject([{ state: 'confirmed', booked: [a] }, 'withdrawn']);
    const alone = await stand.aBooking(clinic, {});
    const { rows: only } = await stand.superuser.query('select id from bookings.slots where booking_id = $1', [alone]);
    await expect(at(Places).giveUp(clinic.staff, alone, only[0].id)).rejects.toMatchObject({ code: 'last-place' });
  });

  it('is free altogether when the booking is cancelled, and is never asked through a relay', async () => {
    const [a = '', b = ''] = await people(2);
    const booking = await teamOf(2, { offerTo: [a, b] });
    const relay = at(Relays).offer(clinic.staff, booking, { pivotId: 'arz', pairs: [{ patientSideId: a, clinicSideId: b }] });
    await expect(relay).rejects.toMatchObject({ code: 'several-interpreters' });
    await accept(booking, a);
    await accept(booking, b);
    await stand.cancellations.cancel(clinic.staff, booking, 'clinic', 'Doctor ill');
    expect([await row(booking), await times(booking)]).toMatchObject([{ state: 'cancelled' }, []]);
  });

  it('shows whoever has a place no more among those who might be asked', async () => {
    const [a = '', b = ''] = await people(2);
    const booking = await teamOf(2, { offerTo: [a] });
    await accept(booking, a);
    const ids = (await at(InterpreterSearch).forBooking(clinic.staff, booking)).possible.map(({ interpreterId }) => interpreterId);
    expect([ids.includes(a), ids.includes(b)]).toEqual([false, true]);
  });
});

describe('a handover', () => {
  it('takes of each only their own part, and tells them when that is', async () => {
    const [a = '', b = ''] = await people(2);
    const booking = await handover({ offerTo: [a, b] });
    const facts = await Promise.all([a, b].map(async (one) => stand.database.read(as(one), async (tx) => offerFacts(tx, await offerOf(booking, one)))));
    expect(facts.map(({ startsAt, endsAt, lengthMinutes, team }) => [startsAt.toISOString(), endsAt.toISOString(), lengthMinutes, team])).toEqual([
      ['2026-12-03T14:30:00.000Z', '2026-12-03T15:30:00.000Z', 60, { others: 1, kind: 'handover' }],
      ['2026-12-03T15:30:00.000Z', '2026-12-03T16:30:00.000Z', 60, { others: 1, kind: 'handover' }],
    ]);
    await accept(booking, b);
    await accept(booking, a);
    expect(await row(booking)).toMatchObject({ state: 'confirmed', lead: a, team: [b] });
    expect(await times(booking)).toEqual([{ who: a, time: '14:30–15:30' }, { who: b, time: '15:30–16:30' }]);
  });

  it('asks whoever is busy during one part for the other', async () => {
    const [a = '', b = ''] = await people(2);
    const earlier = await stand.aBooking(clinic, { offerTo: [a], length: 60 });
    await accept(earlier, a);
    const booking = await handover({ offerTo: [a, b] });
    await accept(booking, a);
    await accept(booking, b);
    expect(await times(booking)).toEqual([{ who: b, time: '14:30–15:30' }, { who: a, time: '15:30–16:30' }]);
  });

  it('does not give the second part to whoever lost the first', async () => {
    const [a = '', b = '', c = ''] = await people(3);
    const booking = await handover({ offerTo: [a, b, c] });
    const first = [];
    for (const one of [a, b, c]) {
      const facts = await stand.database.read(as(one), async (tx) => offerFacts(tx, await offerOf(booking, one)));
      if (facts.startsAt.toISOString() === '2026-12-03T14:30:00.000Z') first.push(one);
    }
    const [winner = '', loser = ''] = first;
    await accept(booking, winner);
    await stand.runJobs();
    expect([await stateOf(booking, loser), (await row(booking)).state]).toEqual(['closed', 'offering']);
  });

  it('moves with the appointment, and stands against ending before the second has begun', async () => {
    const [a = '', b = ''] = await people(2);
    const booking = await handover({ offerTo: [a, b] });
    await accept(booking, a);
    await accept(booking, b);
    await at(Changes).change(clinic.staff, booking, { time: '10:00' }, { revision: 'whatever-it-is' });
    await accept(booking, a);
    await accept(booking, b);
    expect((await times(booking)).map(({ time }: { time: string }) => time)).toEqual(['10:00–11:00', '11:00–12:00']);
    await expect(at(Changes).change(clinic.staff, booking, { length: 60 }, { revision: 'whatever-it-is' })).rejects.toMatchObject({ code: 'handover-outside' });
    await expect(stand.aBooking(clinic, { length: 60, staffing: { kind: 'handover', minutes: [60] } })).rejects.toMatchObject({ code: 'handover-outside' });
  });
});
