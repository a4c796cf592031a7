import pg from 'pg';
import type { BookingDetail, BookingRequest } from '@dragoman/contracts';
import { aPhone, aRequest, Desk, offerLinks, pressAccept, Refused, until } from '../support/desk';
import { aDesk, type Administrator, firstAdministrator } from '../support/installation';
import { type TestDatabase, testDatabase } from '../support/postgres';
import { type ServerProcess, startServer } from '../support/server';

let database: TestDatabase;
let server: ServerProcess;
let superuser: pg.Client;
let sign: Administrator;
let ours: Desk;
let theirs: Desk;

beforeAll(async () => {
  database = await testDatabase();
  server = await startServer({ database, env: { CLOCK_STARTS_AT: '2026-11-24T09:42:00Z' } });
  superuser = new pg.Client({ connectionString: database.superuserUrl });
  await superuser.connect();
  sign = await firstAdministrator(database, 'St Aldate’s Hospital');
  ours = new Desk(server.url);
  await ours.signIn(sign.email, sign.password);
  theirs = await aDesk(server.url, database, 'Northgate Hospital');
}, 120_000);

afterAll(async () => {
  await superuser?.end();
  await server?.stop();
  await database?.close();
});

const refusal = async (call: Promise<unknown>): Promise<Refused> => {
  const error = await call.then(
    () => undefined,
    (caught: unknown) => caught,
  );
  if (!(error instanceof Refused)) throw new Error(`was not refused: ${String(error)}`);
  return error;
};

/** A patient and a site of their own, so that nothing but the interpreter is shared. */
const book = async (desk: Desk, more: Partial<BookingRequest>, place: { latitude?: number } = {}) =>
  desk.book(aRequest(await desk.addPatient(), await desk.addSite(place), more));

/** Asks somebody and takes the newest link that reaches them. */
const offered = async (desk: Desk, phone: string, count: number): Promise<string> =>
  (await offerLinks(desk, phone, count)).at(-1) ?? '';

const commitments = async (interpreterId: string): Promise<number> =>
  Number((await superuser.query('select count(*) from interpreters.commitments where interpreter_id = $1', [interpreterId])).rows[0].count);

const bookedAt = async (desk: Desk, interpreter: { id: string; phone: string }, more: Partial<BookingRequest>, place = {}) => {
  const booking = await book(desk, { ...more, offerTo: [interpreter.id] }, place);
  expect((await pressAccept(await offered(desk, interpreter.phone, 1))).status).toBe(303);
  return booking;
};

const messagesOn = async (desk: Desk, address: string): Promise<string[]> =>
  (await desk.phones()).phones.filter((phone) => phone.address === address).flatMap(({ messages }) => messages.map(({ body }) => body));

const BUSY = 'Busy or travelling then.';
const CROYDON = { latitude: 51.37 };

describe('what buyers test', () => {
  it('1: an interpreter booked until 15:10 is not offered, nor can be asked, for 15:00', async () => {
    const hiba = await ours.addInterpreter();
    await bookedAt(ours, hiba, { time: '14:30', length: 40 });
    const other = await book(ours, { time: '15:00', length: 30 });
    const { possible, notPossible } = await ours.candidates(other.id);
    expect(possible.map(({ interpreterId }) => interpreterId)).not.toContain(hiba.id);
    expect(notPossible.find(({ interpreterId }) => interpreterId === hiba.id)).toMatchObject({ sentence: BUSY });
    expect(await refusal(ours.offer(other.id, [hiba.id]))).toMatchObject({ status: 409, code: 'interpreter-not-possible' });
    expect((await ours.booking(other.id)).offers).toEqual([]);
    expect(await commitments(hiba.id)).toBe(1);
  });

  it('2: whoever ends across town at 10:30 is not possible at 10:45, and is as soon as the journey fits', async () => {
    const hiba = await ours.addInterpreter({ displayName: 'Rasha Abdelrahim' });
    await bookedAt(ours, hiba, { time: '09:30', length: 60 }, CROYDON);
    const soon = await book(ours, { time: '10:45', length: 30 });
    expect(await ours.whyNot(soon.id, hiba.id)).toMatchObject({ eligible: false, reasons: [{ code: 'interpreter-busy', sentence: BUSY }] });
    expect(await refusal(ours.offer(soon.id, [hiba.id]))).toMatchObject({ status: 409, code: 'interpreter-not-possible' });
    const later = await book(ours, { time: '11:45', length: 30 });
    expect(await ours.whyNot(later.id, hiba.id)).toMatchObject({ eligible: true });
  });

  it('7: two hospitals want the one interpreter of a rare language: one has her, the other learns only that she is busy', async () => {
    const rare = { varietyId: 'mam', credential: null, credentialExpiresOn: null };
    const only = await ours.addInterpreter({ displayName: 'Petrona Ramírez', skills: [rare] });
    const languages = [{ varietyId: 'mam', role: 'speaks' as const, enoughForDoctor: true, learntHow: 'self' as const }];
    const want = async (desk: Desk) =>
      desk.book(aRequest(await desk.addPatient({ languages }), await desk.addSite(), { varietyId: 'mam', offerTo: [only.id] }));
    const [here, there] = [await want(ours), await want(theirs)];
    const links = [...(await offerLinks(ours, only.phone, 1)), ...(await offerLinks(theirs, only.phone, 1))];
    const answers = await Promise.all(links.map(pressAccept));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(await commitments(only.id)).toBe(1);

    const isOurs = (await ours.booking(here.id)).interpreter !== null;
    const [loser, lost, winner] = isOurs ? ([theirs, there, here] as const) : ([ours, here, there] as const);
    expect((await loser.booking(lost.id)).interpreter).toBeNull();
    const answer = await loser.whyNot(lost.id, only.id);
    expect(answer).toMatchObject({ eligible: false, reasons: [{ code: 'interpreter-busy', sentence: BUSY }] });
    const list = await loser.candidates(lost.id);
    expect(list.notPossible.find(({ interpreterId }) => interpreterId === only.id)).toMatchObject({ code: 'interpreter-busy', sentence: BUSY });
    for (const secret of [winner.id, winner.reference, winner.site.name, isOurs ? 'Aldate' : 'Northgate'])
      expect(JSON.stringify([answer, list])).not.toContain(secret);
  });

  it('11: an offer accepted after an overlap appeared is refused, and the appointment stays open', async () => {
    const hiba = await ours.addInterpreter({ displayName: 'Nagwa Tambal' });
    const first = await book(ours, { time: '11:00', length: 60, offerTo: [hiba.id] });
    const firstLink = await offered(ours, hiba.phone, 1);
    const second = await book(ours, { time: '11:30', length: 60, offerTo: [hiba.id] });
    const secondLink = (await offerLinks(ours, hiba.phone, 2)).find((link) => link !== firstLink) ?? '';
    expect((await pressAccept(secondLink)).status).toBe(303);
    const late = await pressAccept(firstLink);
    expect(late.status).toBe(409);
    expect(late.page).toContain('Busy or travelling then');
    expect(await ours.booking(first.id)).toMatchObject({ interpreter: null, state: 'offering' });
    expect(await ours.booking(second.id)).toMatchObject({ interpreter: { id: hiba.id }, state: 'confirmed' });
    expect(await commitments(hiba.id)).toBe(1);
  });

  it('12: a language changed after somebody is booked finds somebody anew: whoever was booked is free, told, and cannot be kept', async () => {
    const hiba = await ours.addInterpreter({ displayName: 'Hiba Elamin' });
    const tigrinya = await ours.addInterpreter({ displayName: 'Selam Tesfay', skills: [{ varietyId: 'tir', credential: null, credentialExpiresOn: null }] });
    const speaks = (varietyId: string) => ({ varietyId, role: 'speaks' as const, enoughForDoctor: true, learntHow: 'self' as const });
    const patient = await ours.addPatient({ languages: [speaks('apd'), speaks('tir')] });
    const booking = await ours.book(aRequest(patient, await ours.addSite(), { date: '2026-12-07', offerTo: [hiba.id] }));
    expect((await pressAccept(await offered(ours, hiba.phone, 1))).status).toBe(303);
    expect(await refusal(ours.changeLanguage(booking.id, 'som'))).toMatchObject({ status: 422, code: 'not-the-patients-language' });
    expect(await ours.booking(booking.id)).toMatchObject({ state: 'confirmed', interpreter: { id: hiba.id } });

    const changed = await ours.changeLanguage(booking.id, 'tir');
    expect(changed).toMatchObject({ state: 'requested', interpreter: null, language: { varietyId: 'tir' } });
    expect(changed.timeline.map(({ title }) => title)).toContain('Language changed');
    expect(await commitments(hiba.id)).toBe(0);
    expect(await ours.whyNot(booking.id, hiba.id)).toMatchObject({ eligible: false, code: 'language-not-matched' });
    expect((await refusal(ours.offer(booking.id, [hiba.id]))).code).toBe('interpreter-not-possible');
    await until(async () => (await messagesOn(ours, hiba.phone)).some((body) => /please do not go/.test(body)), 'Hiba to hear that this job is off');

    await ours.offer(booking.id, [tigrinya.id]);
    expect((await pressAccept(await offered(ours, tigrinya.phone, 1))).status).toBe(303);
    expect(await ours.booking(booking.id)).toMatchObject({ state: 'confirmed', interpreter: { id: tigrinya.id } });
    await ours.request('POST', `/api/bookings/${booking.id}/cancellation`, { by: 'clinic', reason: 'The doctor is ill' });
    expect(await refusal(ours.changeLanguage(booking.id, 'apd'))).toMatchObject({ status: 409, code: 'booking-state' });
  }, 60_000);

  it('14: a cancellation is not relabelled: whose it was, why and that it was late stay, whatever is tried; a void is written beside it', async () => {
    const hiba = await ours.addInterpreter();
    const booking = await bookedAt(ours, hiba, { date: '2026-11-25', time: '08:00' });
    const path = `/api/bookings/${booking.id}/cancellation`;
    const late = { by: 'clinic', reason: 'The doctor is ill', isLate: true };
    expect(await ours.request('POST', path, { by: 'clinic', reason: 'The doctor is ill' })).toMatchObject({ state: 'cancelled', cancellation: late });
    expect(await refusal(ours.request('POST', path, { by: 'patient', reason: 'They did not come' }))).toMatchObject({ status: 409, code: 'booking-state' });
    expect(await refusal(ours.change(booking.id, { date: '2026-12-25' }))).toMatchObject({ status: 409, code: 'booking-state' });
    await expect(superuser.query(`update bookings.cancellations set by = 'patient', is_late = false where booking_id = $1`, [booking.id])).rejects.toThrow('a cancellation is voided once, and never changed');
    expect((await ours.booking(booking.id)).cancellation).toMatchObject(late);
    const voided = await ours.request<BookingDetail>('POST', `${path}/void`, { reason: 'The wrong appointment' });
    expect(voided).toMatchObject({ state: 'requested', cancellation: null, interpreter: null });
    expect(voided.timeline.map(({ title, detail }) => [title, detail])).toEqual(
      expect.arrayContaining([
        ['Cancelled by the clinic', expect.stringMatching(/^The doctor is ill, 22 h before, late, recorded by /)],
        ['The cancellation was voided', '“The wrong appointment”'],
      ]),
    );
  }, 60_000);
});

/** The program comes up again at another moment, with all that it knew. */
const comesUpAt = async (instant: string): Promise<void> => {
  await server.stop();
  server = await startServer({ database, env: { CLOCK_STARTS_AT: instant } });
  ours = new Desk(server.url);
  await ours.signIn(sign.email, sign.password);
};

/** Reads English, in which every text is approved. */
const readingEnglish = (phone: string) => ({
  languages: [
    { varietyId: 'apd', role: 'speaks' as const, enoughForDoctor: true, learntHow: 'self' as const },
    { varietyId: 'eng', role: 'reads' as const, enoughForDoctor: false, learntHow: 'self' as const },
  ],
  channels: [{ channel: 'sms' as const, address: phone, safety: 'private' as const, isConfirmed: true, voicemail: true }],
});

const toldAt = async (phone: string, more: Partial<BookingRequest>, patient: Parameters<Desk['addPatient']>[0] = readingEnglish(phone)) => {
  const interpreter = await ours.addInterpreter();
  const booking = await ours.book(aRequest(await ours.addPatient(patient), await ours.addSite(), { ...more, offerTo: [interpreter.id] }));
  expect((await pressAccept(await offered(ours, interpreter.phone, 1))).status).toBe(303);
  await until(async () => (await messagesOn(ours, phone)).length === 1, 'the patient to be told');
  return { booking, interpreter };
};

describe('what buyers test, as the days go by', () => {
  it('6: at 16:50 tomorrow at 08:00 is cancelled: whoever reads the text has it at once, for others a call is due before 08:00, the interpreter is free and told, and no reminder leaves', async () => {
    const [phone, other] = [aPhone(), aPhone()];
    const { booking, interpreter } = await toldAt(phone, { date: '2026-11-25', time: '08:00' });
    const channels = readingEnglish(other).channels;
    const { booking: draft } = await toldAt(other, { date: '2026-11-25', time: '08:00' }, { channels });
    await comesUpAt('2026-11-24T16:50:00Z');
    for (const { id } of [booking, draft]) await ours.request('POST', `/api/bookings/${id}/cancellation`, { by: 'clinic', reason: 'The doctor is ill' });
    await until(async () => (await messagesOn(ours, phone)).some((body) => body.includes('will not take place: Wednesday 25 November 2026, 08:00')), 'the patient to hear that it is off');
    await until(async () => (await messagesOn(ours, interpreter.phone)).some((body) => /cancelled/i.test(body)), 'the interpreter to hear that it is off');
    expect(await commitments(interpreter.id)).toBe(0);
    const call = await until(async () => (await ours.today()).queue.find(({ kind, bookingId }) => kind === 'call-patient' && bookingId === draft.id), 'the call to the other patient');
    expect(call.dueAt < '2026-11-25T08:00:00Z').toBe(true);
    await comesUpAt('2026-11-25T09:30:00Z');
    const control = aPhone();
    await toldAt(control, { date: '2026-11-27', time: '08:00' });
    expect(await messagesOn(ours, phone)).toHaveLength(2);
    expect(await messagesOn(ours, other)).toHaveLength(1);
  }, 120_000);

  it('16: an appointment that was moved: the new time is told at once, and no reminder of the old one leaves, though that of another, at the old time, does', async () => {
    const [moved, kept] = [aPhone(), aPhone()];
    const { booking } = await toldAt(moved, { date: '2026-11-28', time: '10:00' });
    await toldAt(kept, { date: '2026-11-28', time: '10:00' });
    await ours.change(booking.id, { date: '2026-12-10' });
    await until(async () => (await messagesOn(ours, moved)).some((body) => body.includes('has changed. It is now: Thursday 10 December 2026, 10:00')), 'the patient to hear of the new time');
    await comesUpAt('2026-11-27T10:30:00Z');
    await until(async () => (await messagesOn(ours, kept)).some((body) => body.startsWith('Reminder')), 'the reminder of what was not moved');
    const said = await messagesOn(ours, moved);
    expect(said).toHaveLength(2);
    expect(said.filter((body) => body.includes('28 November'))).toHaveLength(1);
    expect(said.filter((body) => body.startsWith('Reminder'))).toEqual([]);
  }, 120_000);
});
