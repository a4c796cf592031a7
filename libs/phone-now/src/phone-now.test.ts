import { randomUUID } from 'node:crypto';
import { RaiseUnfilled } from '@dragoman/alerts';
import { DirectBooking } from '@dragoman/bookings';
import { newId } from '@dragoman/kernel';
import type { Clinic } from '../../../tests/support/clinic';
import { type RemindersStand, remindersStand } from '../../../tests/support/reminders';
import { writeAgain } from '../../../tests/support/second-row';
import { CallInTurn } from './calling.job';
import { roundOf, type RoundRow } from './round.queries';
import { Rounds } from './rounds.service';

let stand: RemindersStand;
let clinic: Clinic;
let rounds: Rounds;
let calls: CallInTurn;

beforeAll(async () => {
  stand = await remindersStand();
  rounds = stand.nest.get(Rounds, { strict: false });
  calls = stand.nest.get(CallInTurn, { strict: false });
});
afterAll(() => stand?.close());
beforeEach(async () => {
  await stand.startAgain();
  await stand.superuser.query('delete from interpreters.weekly_hours');
  await stand.superuser.query('truncate interpreters.candidate_facts');
  clinic = await stand.aClinic();
});

const wanted = async (changes: { varietyId?: string; patientId?: string } = {}) => ({
  patientId: changes.patientId ?? (await stand.aPatient(clinic)), siteId: clinic.siteId, length: 20, varietyId: changes.varietyId ?? 'apd', topic: 'general' as const, requestKey: randomUUID(),
});
const shown = (bookingId: string): Promise<RoundRow> => stand.database.read(clinic.staff, (tx) => roundOf(tx, bookingId));
const outcomes = async (bookingId: string) => (await shown(bookingId)).turns.map(({ outcome }) => outcome);
const rings = async (bookingId: string) => (await stand.messages(bookingId)).filter(({ channel, kind }) => channel === 'voice' && kind === 'phone-now');
const after = (seconds: number) => stand.clock.set(new Date(new Date('2026-11-24T09:42:00Z').getTime() + seconds * 1000));
const press = async (address: string, body: string) => {
  await stand.settle();
  await stand.simulator.reply(clinic.staff, { kind: 'voice', address, body });
  await stand.runJobs();
};

describe('somebody on the phone now', () => {
  it('is called at once, one and nobody else, by text and by a call that says what for and nothing about the patient', async () => {
    for (let n = 0; n < 3; n++) await stand.anInterpreter(clinic);
    const booking = await rounds.begin(clinic.staff, await wanted());
    await stand.settle();
    const { state, turns, left } = await shown(booking);
    expect([state, turns.length, left]).toEqual(['calling', 1, 2]);
    const [ring] = await rings(booking);
    expect(ring).toMatchObject({ address: turns[0]?.phone, body: expect.stringContaining('needs an interpreter on the phone now: Sudanese Arabic, about 20 minutes.') });
    expect(ring?.body).not.toMatch(/Amna|Idris/);
    expect((await stand.messages(booking)).filter(({ channel, to }) => channel === 'sms' && to === 'interpreter')).toHaveLength(1);
  });

  it('a double click books once and calls once', async () => {
    await stand.anInterpreter(clinic);
    await stand.anInterpreter(clinic);
    const asked = await wanted();
    const [one, two] = await Promise.all([rounds.begin(clinic.staff, asked), rounds.begin(clinic.staff, asked)]);
    expect(one).toBe(two);
    expect(await outcomes(one)).toEqual(['calling']);
  });

  it('whoever presses 1 is booked at once, and is the only one', async () => {
    await stand.anInterpreter(clinic);
    const booking = await rounds.begin(clinic.staff, await wanted());
    const [turn] = (await shown(booking)).turns;
    await press(turn?.phone ?? '', '1');
    const { state, found } = await shown(booking);
    expect([state, found]).toEqual(['found', { id: turn?.interpreterId, displayName: turn?.displayName, phone: turn?.phone }]);
    expect(await outcomes(booking)).toEqual(['yes']);
    expect(await stand.count(`bookings.bookings where id = $1 and state = 'confirmed' and modality = 'phone'`, [booking])).toBe(1);
  });

  it('after a 2 the next is called without waiting, and the booking never seems to have run out of people', async () => {
    await stand.anInterpreter(clinic);
    await stand.anInterpreter(clinic);
    const booking = await rounds.begin(clinic.staff, await wanted());
    await press((await shown(booking)).turns[0]?.phone ?? '', '2');
    expect(await outcomes(booking)).toEqual(['no', 'calling']);
    expect(await stand.count(`bookings.offers where booking_id = $1 and state = 'open'`, [booking])).toBe(1);
  });

  it('whoever is silent has their seconds, and then the next is called; a yes that comes too late books nobody', async () => {
    await stand.anInterpreter(clinic);
    await stand.anInterpreter(clinic);
    const booking = await rounds.begin(clinic.staff, await wanted());
    const [first] = (await shown(booking)).turns;
    await stand.settle();
    after(44);
    await calls.sweep();
    expect(await outcomes(booking)).toEqual(['calling']);
    after(45);
    await calls.sweep();
    expect(await outcomes(booking)).toEqual(['silent', 'calling']);
    await press(first?.phone ?? '', '1');
    expect(await outcomes(booking)).toEqual(['silent', 'calling']);
    expect((await shown(booking)).found).toBeNull();
  });

  it('when everybody was called it says that nobody is there; who is called again is asked anew', async () => {
    await stand.anInterpreter(clinic);
    const booking = await rounds.begin(clinic.staff, await wanted());
    after(45);
    await calls.sweep();
    await stand.settle();
    expect((await shown(booking)).state).toBe('nobody');
    expect(await stand.count(`bookings.bookings where id = $1 and state = 'requested'`, [booking])).toBe(1);
    await rounds.call(clinic.staff, booking);
    expect([(await shown(booking)).state, await outcomes(booking)]).toEqual(['calling', ['calling']]);
  });

  it('nobody is possible: says so at once, and nobody is called', async () => {
    const booking = await rounds.begin(clinic.staff, await wanted());
    expect((await shown(booking)).state).toBe('nobody');
    expect(await rings(booking)).toEqual([]);
  });

  it('a yes that a colleague heard on the phone ends the round', async () => {
    await stand.anInterpreter(clinic);
    await stand.anInterpreter(clinic);
    const booking = await rounds.begin(clinic.staff, await wanted());
    const interpreterId = (await shown(booking)).turns[0]?.interpreterId ?? '';
    await stand.nest.get(DirectBooking, { strict: false }).assign(clinic.staff, booking, { interpreterId, agreed: 'by-phone', conflict: 'not-asked' });
    await stand.runJobs();
    expect([(await shown(booking)).state, await outcomes(booking)]).toEqual(['found', ['yes']]);
  });

  it('stopped, nobody more is called, and what was sent counts no more', async () => {
    await stand.anInterpreter(clinic);
    await stand.anInterpreter(clinic);
    const booking = await rounds.begin(clinic.staff, await wanted());
    await rounds.stop(clinic.staff, booking);
    await rounds.stop(clinic.staff, booking);
    after(120);
    await calls.sweep();
    expect([(await shown(booking)).state, await outcomes(booking)]).toEqual(['stopped', ['stopped']]);
    expect(await stand.count(`bookings.offers where booking_id = $1 and state = 'open'`, [booking])).toBe(0);
  });

  it('is no alert while interpreters are rung one after the other, and one as soon as nobody rings any more', async () => {
    await stand.anInterpreter(clinic);
    const booking = await rounds.begin(clinic.staff, await wanted());
    const unfilled = async () => {
      await stand.nest.get(RaiseUnfilled, { strict: false }).sweep();
      return stand.count(`alerts.alerts where booking_id = $1 and kind = 'unfilled'`, [booking]);
    };
    after(40);
    expect(await unfilled()).toBe(0);
    await rounds.stop(clinic.staff, booking);
    expect(await unfilled()).toBe(1);
  });

  it('needs the patient’s consent to a close variety as any booking does', async () => {
    await stand.anInterpreter(clinic, { skills: [{ varietyId: 'arz', credential: null, credentialExpiresOn: null }] });
    const booking = await rounds.begin(clinic.staff, await wanted());
    expect((await shown(booking)).state).toBe('nobody');
  });
});

/** For whom there is one already, and over: what is looked at are the turns. */
const anotherOffer = async (bookingId: string): Promise<string> => {
  const id = newId();
  await writeAgain(stand.superuser, 'bookings.offers', bookingId, { id, state: 'declined', answered_at: '2026-11-24T09:43:00Z' });
  return id;
};

describe('a process that dies while it calls', () => {
  it('is followed by another that goes on where it was, and of many at once one calls', async () => {
    for (let n = 0; n < 3; n++) await stand.anInterpreter(clinic);
    const booking = await rounds.begin(clinic.staff, await wanted());
    after(45);
    await Promise.all(Array.from({ length: 8 }, () => calls.sweep()));
    expect(await outcomes(booking)).toEqual(['silent', 'calling']);
    await stand.settle();
    const called = await rings(booking);
    expect(new Set(called.map(({ address }) => address)).size).toBe(called.length);
  });

  it('calls one at a time and nobody twice, whoever writes: the database refuses', async () => {
    for (let n = 0; n < 2; n++) await stand.anInterpreter(clinic);
    const booking = await rounds.begin(clinic.staff, await wanted());
    const other = { offer_id: await anotherOffer(booking) };
    await expect(writeAgain(stand.superuser, 'phone_now.turns', booking, { ...other, attempt: 2 })).rejects.toMatchObject({ constraint: 'one_is_called_at_a_time' });
    await expect(writeAgain(stand.superuser, 'phone_now.turns', booking, { ...other, outcome: 'silent', ended_at: '2026-11-24T09:43:00Z' })).rejects.toMatchObject({
      constraint: 'nobody_is_called_twice_in_one_round',
    });
  });

  it('goes on also where only the round was written and nobody was called yet', async () => {
    await stand.anInterpreter(clinic);
    const booking = await stand.aBooking(clinic, { modality: 'phone' });
    const [interpreter] = (await stand.superuser.query('select id from interpreters.interpreters order by created_at desc, id desc limit 1')).rows;
    await stand.superuser.query(
      `insert into phone_now.rounds (booking_id, organisation_id, state, attempt, next_ids, seconds_each, started_by, started_at)
       values ($1, $2, 'calling', 1, array[$3::uuid], 45, $4, $5)`,
      [booking, clinic.staff.organisationId, interpreter.id, clinic.staff.accountId, stand.clock.now()],
    );
    await calls.sweep();
    expect(await outcomes(booking)).toEqual(['calling']);
  });
});
