import { randomUUID } from 'node:crypto';
import { alertSentence } from '@dragoman/alerts';
import { Changes } from '@dragoman/bookings';
import { Interpreters } from '@dragoman/interpreters';
import { newId } from '@dragoman/kernel';
import type { Clinic } from '../../../tests/support/clinic';
import { aPhone } from '../../../tests/support/desk';
import { type RemindersStand, remindersStand } from '../../../tests/support/reminders';
import { writeAgain } from '../../../tests/support/second-row';
import { Agencies } from './agencies.service';
import { AgencyAnswers } from './agency-answers.service';
import { AgencyRequests } from './agency-requests.service';
import { AgencyUpkeep } from './agency-upkeep.job';
import type { SentByAgency } from './agency-word.service';

let stand: RemindersStand;
let clinic: Clinic;
let agencies: Agencies;
let requests: AgencyRequests;
let answers: AgencyAnswers;
let upkeep: AgencyUpkeep;

beforeAll(async () => {
  stand = await remindersStand();
  clinic = await stand.aClinic();
  agencies = stand.nest.get(Agencies, { strict: false });
  requests = stand.nest.get(AgencyRequests, { strict: false });
  answers = stand.nest.get(AgencyAnswers, { strict: false });
  upkeep = stand.nest.get(AgencyUpkeep, { strict: false });
});
afterAll(() => stand?.close());
beforeEach(() => stand.startAgain());


const anAgency = (by = clinic, changes: { email?: string } = {}): Promise<string> =>
  agencies.add(by.staff, { name: `Agency ${randomUUID()}`, email: `${randomUUID()}@agency.example`, phone: null, varietyIds: ['apd'], ...changes });

const everyTerm = ['agreed', 'language', 'gender', 'not-local', 'no-conflict'];
const sent = (changes: Partial<SentByAgency> = {}): SentByAgency => ({
  name: 'Samira Osman', phone: aPhone(), credential: 'NRPSI 12345', word: everyTerm, ...changes,
});

const confirm = async (requestId: string, said = sent(), by = clinic): Promise<void> =>
  answers.confirm(await answers.actorOf(by.staff.organisationId, requestId), requestId, said);
const decline = async (requestId: string): Promise<void> => answers.decline(await answers.actorOf(clinic.staff.organisationId, requestId), requestId);

const stateOf = async (requestId: string): Promise<string> =>
  (await stand.superuser.query('select state from agencies.requests where id = $1', [requestId])).rows[0].state;
const booked = async (bookingId: string): Promise<string | null> =>
  (await stand.superuser.query('select interpreter_id from bookings.bookings where id = $1', [bookingId])).rows[0].interpreter_id;
const mails = async (bookingId: string) => (await stand.messages(bookingId)).filter(({ to }) => to === 'agency');
const tasksAbout = async (booking: string) =>
  (await stand.openTasks(clinic)).filter(({ kind, bookingId }) => kind === 'agency-silent' && bookingId === booking);
const filledOnce = async (bookingId: string): Promise<void> => {
  expect(await stand.count('bookings.assignments where booking_id = $1 and released_at is null', [bookingId])).toBe(1);
  expect(await stand.count('interpreters.commitments where booking_id = $1', [bookingId])).toBe(1);
};

describe('passing a booking to an outside agency', () => {
  it('writes to the agency with all that it needs and nothing about the patient, and leaves the booking unfilled', async () => {
    const patientId = await stand.aPatient(clinic, { name: 'Amna Idris Osman' });
    const booking = await stand.aBooking(clinic, { patientId });
    await requests.pass(clinic.staff, booking, await anAgency());
    const [mail] = await mails(booking);
    expect(mail).toMatchObject({ kind: 'agency-asked', channel: 'email' });
    for (const fact of ['Sudanese Arabic, exactly that: another', '14:30', '40 minutes', 'in person', 'General health', '/a/'])
      expect(mail?.body).toContain(fact);
    expect(mail?.body).not.toMatch(/Amna|Idris|Osman/);
    expect(await stand.count(`bookings.bookings where id = $1 and state = 'requested'`, [booking])).toBe(1);
  });

  it('twice is once: a double click', async () => {
    const [booking, agency] = [await stand.aBooking(clinic), await anAgency()];
    const [first, second] = await Promise.all([requests.pass(clinic.staff, booking, agency), requests.pass(clinic.staff, booking, agency)]);
    expect(first).toBe(second);
    expect(await mails(booking)).toHaveLength(1);
  });

  it('is open once at a time with each agency, whoever writes: the database refuses', async () => {
    const booking = await stand.aBooking(clinic);
    await requests.pass(clinic.staff, booking, await anAgency());
    await expect(writeAgain(stand.superuser, 'agencies.requests', booking, { id: newId() })).rejects.toMatchObject({
      constraint: 'an_agency_is_asked_once_at_a_time',
    });
  });

  it('is refused once somebody is booked, and by an agency that is not used any more', async () => {
    const booking = await stand.aConfirmedBooking(clinic);
    await expect(requests.pass(clinic.staff, booking, await anAgency())).rejects.toMatchObject({ code: 'nothing-to-pass' });
    const retired = await anAgency();
    await agencies.setActive(clinic.staff, retired, { active: false, version: 1 });
    await expect(requests.pass(clinic.staff, await stand.aBooking(clinic), retired)).rejects.toMatchObject({ code: 'agency-inactive' });
  });

  it('fills one place of a team, and is not asked for a part of which it could be told the wrong time', async () => {
    const team = await stand.aBooking(clinic, { staffing: { kind: 'team', size: 2 } });
    await requests.pass(clinic.staff, team, await anAgency());
    const handover = await stand.aBooking(clinic, { length: 120, staffing: { kind: 'handover', minutes: [60] } });
    await expect(requests.pass(clinic.staff, handover, await anAgency())).rejects.toMatchObject({ code: 'nothing-to-pass' });
  });

  it('books whom the agency names, keeps its word, and tells the interpreter by text and the agency by mail', async () => {
    const [booking, agency] = [await stand.aBooking(clinic), await anAgency()];
    const request = await requests.pass(clinic.staff, booking, agency);
    const said = sent();
    await confirm(request, said);
    await stand.settle();
    await filledOnce(booking);
    expect(await stateOf(request)).toBe('confirmed');
    expect(await stand.count(`bookings.bookings where id = $1 and state = 'confirmed'`, [booking])).toBe(1);
    expect(await stand.count(`interpreters.interpreters where id = $1 and agency_id = $2 and latitude is null`, [await booked(booking), agency])).toBe(1);
    expect((await mails(booking)).map(({ kind }) => kind)).toEqual(['agency-asked', 'agency-confirmed']);
    expect((await stand.messages(booking)).find(({ to, channel }) => to === 'interpreter' && channel === 'sms')?.address).toBe(said.phone);
    const { rows } = await stand.superuser.query('select statement from agencies.requests where id = $1', [request]);
    expect(rows[0].statement.says).toEqual([expect.stringContaining('said yes'), expect.stringContaining('Sudanese Arabic, exactly that')]);
    expect(await stand.count(`audit.entries where actor_kind = 'agency' and actor_id = $1 and action = 'booking.confirmed'`, [agency])).toBe(1);
  });

  it('twice is once: the agency presses the button again, also at the same moment', async () => {
    const booking = await stand.aBooking(clinic);
    const request = await requests.pass(clinic.staff, booking, await anAgency());
    const said = sent();
    await Promise.all([confirm(request, said), confirm(request, said)]);
    await confirm(request, said);
    await filledOnce(booking);
  });

  it('books nobody while a sentence is not true', async () => {
    const booking = await stand.aBooking(clinic);
    const request = await requests.pass(clinic.staff, booking, await anAgency());
    await expect(confirm(request, sent({ word: ['agreed'] }))).rejects.toMatchObject({ code: 'word-not-given' });
    expect(await booked(booking)).toBeNull();
    expect(await stateOf(request)).toBe('open');
  });

  it('asks for a required gender, and for nothing against it, as the agency’s own word', async () => {
    const patientId = await stand.aPatient(clinic, { genderWish: { gender: 'woman', strength: 'required' } });
    const booking = await stand.aBooking(clinic, { patientId });
    const request = await requests.pass(clinic.staff, booking, await anAgency());
    await expect(confirm(request, sent({ word: ['agreed', 'language'] }))).rejects.toMatchObject({ code: 'word-not-given' });
    await confirm(request, sent());
    expect(await stand.count(`interpreters.interpreters where id = $1 and 'woman' = any(serves_requests)`, [await booked(booking)])).toBe(1);
  });
});

describe('whom an agency names', () => {
  it('is one person, named twice', async () => {
    const agency = await anAgency();
    const said = sent();
    const [monday, tuesday] = [await stand.aBooking(clinic), await stand.aBooking(clinic, { date: '2026-12-08' })];
    await confirm(await requests.pass(clinic.staff, monday, agency), said);
    await confirm(await requests.pass(clinic.staff, tuesday, agency), { ...said, name: ' samira OSMAN ' });
    expect(await booked(monday)).toBe(await booked(tuesday));
  });

  it('is never in two places, whichever agency and clinic books', async () => {
    const elsewhere = await stand.aClinic();
    const said = sent();
    await confirm(await requests.pass(clinic.staff, await stand.aBooking(clinic), await anAgency()), said);
    const other = await stand.aBooking(elsewhere, { time: '14:50' });
    const request = await requests.pass(elsewhere.staff, other, await anAgency(elsewhere));
    await expect(confirm(request, said, elsewhere)).rejects.toMatchObject({ code: 'agencys-not-possible' });
    expect(await booked(other)).toBeNull();
  });

  it('is not somebody else who has that number', async () => {
    const said = sent();
    await confirm(await requests.pass(clinic.staff, await stand.aBooking(clinic), await anAgency()), said);
    const booking = await stand.aBooking(clinic, { date: '2026-12-09' });
    await expect(confirm(await requests.pass(clinic.staff, booking, await anAgency()), { ...said, name: 'Huda Salih' })).rejects.toMatchObject({
      code: 'telephone-of-another',
    });
    expect(await booked(booking)).toBeNull();
  });

  it('is refused where the patient refuses them, and the agency is not told why', async () => {
    const agency = await anAgency();
    const said = sent();
    const before = await stand.aBooking(clinic);
    await confirm(await requests.pass(clinic.staff, before, agency), said);
    const booking = await stand.aBooking(clinic, { date: '2026-12-10' });
    await stand.superuser.query(
      `insert into bookings.interpreter_wishes (booking_id, organisation_id, interpreter_id, wish) values ($1, $2, $3, 'refused')`,
      [booking, clinic.staff.organisationId, await booked(before)],
    );
    await expect(confirm(await requests.pass(clinic.staff, booking, agency), said)).rejects.toMatchObject({
      code: 'agencys-not-possible', message: 'This interpreter cannot be booked for it. Please name another.',
    });
  });

  it('is offered nothing by any other path', async () => {
    const said = sent();
    const first = await stand.aBooking(clinic);
    await confirm(await requests.pass(clinic.staff, first, await anAgency()), said);
    const theirs = (await booked(first)) ?? '';
    const booking = await stand.aBooking(clinic, { date: '2026-12-11' });
    await expect(stand.bookings.offer(clinic.staff, booking, [theirs])).rejects.toMatchObject({ code: 'interpreter-not-possible' });
    expect(await stand.count('interpreters.candidate_facts where interpreter_id = $1', [theirs])).toBe(0);
    const listed = await stand.database.read(clinic.staff, (tx) => stand.nest.get(Interpreters, { strict: false }).list(tx, { search: 'Samira', limit: 500 }));
    expect(listed.items.map(({ id }) => id)).not.toContain(theirs);
  });
});

describe('the first yes wins, and silence is none', () => {
  it('of two agencies and an interpreter at once one is booked, and the others hear that it is filled', async () => {
    for (let turn = 0; turn < 5; turn++) {
      const interpreterId = await stand.anInterpreter(clinic);
      const booking = await stand.aBooking(clinic, { offerTo: [interpreterId] });
      const [offer] = await stand.offersOf(booking);
      const [one, two] = [await requests.pass(clinic.staff, booking, await anAgency()), await requests.pass(clinic.staff, booking, await anAgency())];
      const results = await Promise.allSettled([
        confirm(one), confirm(two), stand.acceptance.accept({ kind: 'interpreter', interpreterId }, offer?.id ?? ''),
      ]);
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const result of results) if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'already-filled' });
      await filledOnce(booking);
      await stand.settle();
      const states = [await stateOf(one), await stateOf(two)];
      expect(states.filter((state) => state === 'closed')).toHaveLength(results.slice(0, 2).filter(({ status }) => status === 'rejected').length);
      expect(await stand.count(`agencies.requests where booking_id = $1 and state = 'open'`, [booking])).toBe(0);
      expect((await mails(booking)).filter(({ kind }) => kind === 'agency-ended')).toHaveLength(states.filter((state) => state === 'closed').length);
    }
  });

  it('after the time to answer nothing is booked, the agency is told, and a person goes on looking', async () => {
    const booking = await stand.aBooking(clinic);
    const request = await requests.pass(clinic.staff, booking, await anAgency());
    stand.clock.set(new Date('2026-11-24T13:42:00Z'));
    await expect(confirm(request)).rejects.toMatchObject({ code: 'request-expired' });
    await upkeep.expire();
    await upkeep.expire();
    await stand.settle();
    expect(await stateOf(request)).toBe('expired');
    expect(await booked(booking)).toBeNull();
    expect((await mails(booking)).map(({ kind }) => kind)).toEqual(['agency-asked', 'agency-ended']);
    expect(await tasksAbout(booking)).toHaveLength(1);
  });

  it('a no needs no reason, and a person goes on looking', async () => {
    const booking = await stand.aBooking(clinic);
    const request = await requests.pass(clinic.staff, booking, await anAgency());
    await decline(request);
    await decline(request);
    await stand.settle();
    expect(await stateOf(request)).toBe('declined');
    expect(await tasksAbout(booking)).toHaveLength(1);
    await expect(confirm(request)).rejects.toMatchObject({ code: 'request-declined' });
  });

  it.each([
    ['far ahead', '2026-11-24T09:42:00Z', []],
    ['near', '2026-12-02T09:42:00Z', ['An agency that was asked sends nobody. It says that it cannot.']],
  ] as const)('alerts whoever is on duty only where the appointment is near: %s', async (_when, at, alerted) => {
    const booking = await stand.aBooking(clinic);
    stand.clock.set(new Date(at));
    const request = await requests.pass(clinic.staff, booking, await anAgency());
    await decline(request);
    await stand.runJobs();
    expect(await tasksAbout(booking)).toHaveLength(1);
    const { rows } = await stand.superuser.query<{ kind: 'agency-silent'; detail: string | null }>(`select kind, detail from alerts.alerts where booking_id = $1 and kind = 'agency-silent'`, [booking]);
    expect(rows.map(alertSentence)).toEqual(alerted);
  });

  it('what the clinic took back cannot be confirmed any more; against a yes at the same moment one of them wins', async () => {
    for (let turn = 0; turn < 5; turn++) {
      const booking = await stand.aBooking(clinic);
      const request = await requests.pass(clinic.staff, booking, await anAgency());
      const [yes, back] = await Promise.allSettled([confirm(request), requests.withdraw(clinic.staff, booking, request)]);
      expect([yes?.status, back?.status].sort()).toEqual(['fulfilled', 'rejected']);
      expect(await stateOf(request)).toBe(yes?.status === 'fulfilled' ? 'confirmed' : 'withdrawn');
      expect(await booked(booking)).toEqual(yes?.status === 'fulfilled' ? expect.any(String) : null);
    }
  });

  it('a mail that was not sent yet when the request was taken back never leaves', async () => {
    const booking = await stand.aBooking(clinic);
    const request = await requests.pass(clinic.staff, booking, await anAgency());
    await requests.withdraw(clinic.staff, booking, request);
    expect((await mails(booking)).map(({ kind, state }) => `${kind} ${state}`).sort()).toEqual(['agency-asked withdrawn', 'agency-ended queued']);
  });

  it('after a cancellation the agency is told that its interpreter must not go', async () => {
    const booking = await stand.aBooking(clinic);
    const request = await requests.pass(clinic.staff, booking, await anAgency());
    await confirm(request);
    await stand.settle();
    await stand.cancellations.cancel(clinic.staff, booking, 'clinic', 'The doctor is ill');
    await stand.settle();
    expect(await stateOf(request)).toBe('released');
    expect((await mails(booking)).map(({ kind }) => kind)).toEqual(['agency-asked', 'agency-confirmed', 'agency-released']);
  });
});

describe('a booking that changes', () => {
  it('ends what an agency was asked, and tells it so; a yes to what was no longer counts', async () => {
    const booking = await stand.aBooking(clinic);
    const request = await requests.pass(clinic.staff, booking, await anAgency());
    await stand.nest.get(Changes, { strict: false }).change(clinic.staff, booking, { time: '16:00' }, { revision: 'whatever-it-is' });
    await stand.settle();
    expect(await stateOf(request)).toBe('withdrawn');
    expect((await mails(booking)).at(-1)?.body).toContain('Something about this appointment changed');
    await expect(confirm(request)).rejects.toMatchObject({ code: 'request-withdrawn' });
  });

  it('frees whom the agency had named, and tells it that they must not go', async () => {
    const booking = await stand.aBooking(clinic);
    const request = await requests.pass(clinic.staff, booking, await anAgency());
    await confirm(request);
    await stand.settle();
    await stand.nest.get(Changes, { strict: false }).change(clinic.staff, booking, { date: '2026-12-14' }, { revision: 'whatever-it-is' });
    await stand.settle();
    expect(await booked(booking)).toBeNull();
    expect(await stateOf(request)).toBe('released');
    expect((await mails(booking)).filter(({ kind }) => kind === 'agency-released')).toHaveLength(1);
  });
});

describe('another organisation', () => {
  it('sees neither agencies nor what was passed to them', async () => {
    const elsewhere = await stand.aClinic();
    const booking = await stand.aBooking(clinic);
    const request = await requests.pass(clinic.staff, booking, await anAgency());
    await expect(requests.withdraw(elsewhere.staff, booking, request)).rejects.toMatchObject({ code: 'booking-not-found' });
    await expect(answers.actorOf(elsewhere.staff.organisationId, request)).rejects.toMatchObject({ code: 'request-not-found' });
    const other = await stand.aBooking(elsewhere);
    await expect(requests.pass(elsewhere.staff, other, await anAgency())).rejects.toMatchObject({ code: 'agency-not-found' });
  });
});
