import type { Clinic } from '../../../tests/support/clinic';
import { aPhone } from '../../../tests/support/desk';
import { type RemindersStand, remindersStand } from '../../../tests/support/reminders';

let stand: RemindersStand;
let clinic: Clinic;
let phone: string;
let interpreterId: string;

beforeAll(async () => {
  stand = await remindersStand();
});

beforeEach(async () => {
  await stand.startAgain();
  clinic = await stand.aClinic();
  phone = aPhone();
  interpreterId = await stand.anInterpreter(clinic, { phone });
});

afterAll(() => stand.close());

const offerTo = async (interpreterIds: string[], changes: Parameters<RemindersStand['aBooking']>[1] = {}) => {
  const bookingId = await stand.aBooking(clinic, { offerTo: interpreterIds, ...changes });
  await stand.settle();
  return { bookingId, codes: await codesOf(bookingId) };
};

/** In the order of the interpreters asked. */
const codesOf = async (bookingId: string): Promise<string[]> => {
  const { rows } = await stand.superuser.query('select reply_code as code from bookings.offers where booking_id = $1 order by created_at, id', [bookingId]);
  return rows.map(({ code }) => code);
};

const write = async (body: string, from = phone): Promise<string | undefined> => {
  const before = await textsTo(from);
  await stand.simulator.reply(clinic.staff, { address: from, body });
  await stand.settle();
  return (await textsTo(from)).slice(before.length).find((text) => !text.startsWith('The job is yours'));
};

const textsTo = async (address: string): Promise<string[]> => {
  const { rows } = await stand.superuser.query(
    `select body from messaging.simulator_messages where address = $1 and direction = 'out' order by at, id`,
    [address],
  );
  return rows.map(({ body }) => body);
};

const statesOf = async (bookingId: string): Promise<string[]> => (await stand.offersOf(bookingId)).map(({ state }) => state);
const tasks = () => stand.openTasks(clinic);

describe('an offer on an interpreter’s phone', () => {
  it('says by which code it is answered, and the yes with it books them', async () => {
    const { bookingId, codes: [code] } = await offerTo([interpreterId]);
    expect((await textsTo(phone))[0]).toContain(`Reply YES ${code} or NO ${code}, or use this link: https://go.example/i/`);
    expect(await write(`Yes ${code}`)).toBe('Accepted: Sudanese Arabic, Thursday 3 December 2026, 14:30. Thank you.');
    expect(await statesOf(bookingId)).toEqual(['accepted']);
    expect(await textsTo(phone)).toContainEqual(expect.stringMatching(/^The job is yours/));
    expect(await tasks()).toEqual([]);
  });

  it('is declined by its code, without a reason', async () => {
    const { bookingId, codes: [code] } = await offerTo([interpreterId]);
    expect(await write(`NO ${code}`)).toBe('Declined: Sudanese Arabic, Thursday 3 December 2026, 14:30. Thank you for answering.');
    expect(await statesOf(bookingId)).toEqual(['declined']);
  });

  it('is one of several, which the code tells apart', async () => {
    const first = await offerTo([interpreterId]);
    const second = await offerTo([interpreterId], { date: '2026-12-04' });
    expect(await write(`YES ${second.codes[0]}`)).toContain('Friday 4 December 2026');
    expect(await statesOf(first.bookingId)).toEqual(['open']);
    expect(await statesOf(second.bookingId)).toEqual(['accepted']);
  });

  it.each(['YES', 'yes!', 'no', 'Accept'])('is not answered by %j alone, though it is the only one: it is told how', async (bare) => {
    const { bookingId, codes: [code] } = await offerTo([interpreterId]);
    expect(await write(bare)).toBe(
      `Nothing was changed yet. To answer the offer Sudanese Arabic, Thursday 3 December 2026, 14:30, reply YES ${code} or NO ${code}, or use its link.`,
    );
    expect(await statesOf(bookingId)).toEqual(['open']);
    expect(await tasks()).toEqual([]);
  });

  it('is not answered by its code alone, nor by a yes while there are several', async () => {
    const first = await offerTo([interpreterId]);
    const second = await offerTo([interpreterId], { date: '2026-12-04' });
    expect(await write('YES')).toMatch(/^Nothing was changed\. Clinic .* offers you 2 jobs: reply YES or NO and the code/);
    expect(await write(`${first.codes[0]}`)).toContain(`reply YES ${first.codes[0]} or NO ${first.codes[0]}`);
    expect([await statesOf(first.bookingId), await statesOf(second.bookingId)]).toEqual([['open'], ['open']]);
  });

  it('goes to one of two who accept by text at once, and the other is told kindly', async () => {
    const other = aPhone();
    const { bookingId, codes } = await offerTo([interpreterId, await stand.anInterpreter(clinic, { phone: other })]);
    const offers = await stand.offersOf(bookingId);
    const codeOf = (id: string): string => codes[offers.findIndex((offer) => (offer.interpreterId === interpreterId) === (id === interpreterId))] ?? '';
    await stand.simulator.reply(clinic.staff, { address: phone, body: `YES ${codeOf(interpreterId)}` });
    await stand.simulator.reply(clinic.staff, { address: other, body: `YES ${codeOf('other')}` });
    const { rows } = await stand.superuser.query('select id as "inboundId", organisation_id as "organisationId" from messaging.inbound');
    await Promise.all(rows.map((payload) => stand.runJob('act-on-reply', payload)));
    await stand.settle();
    expect((await statesOf(bookingId)).sort()).toEqual(['accepted', 'closed']);
    expect(await stand.count('bookings.assignments where booking_id = $1 and released_at is null', [bookingId])).toBe(1);
    const answers = (await stand.messages(bookingId)).filter(({ kind }) => kind === 'offer-reply').map(({ body }) => body).sort();
    expect(answers).toEqual([
      'Accepted: Sudanese Arabic, Thursday 3 December 2026, 14:30. Thank you.',
      'Somebody else accepted first. Thank you for answering. (Sudanese Arabic, Thursday 3 December 2026, 14:30)',
    ]);
  });

  it('is told to be over when its time has passed', async () => {
    const { bookingId, codes: [code] } = await offerTo([interpreterId]);
    await stand.superuser.query(`update bookings.offers set expires_at = $2 where booking_id = $1`, [bookingId, new Date('2026-11-24T09:41:00Z')]);
    expect(await write(`YES ${code}`)).toBe('The time to answer is over. Nothing was booked. (Sudanese Arabic, Thursday 3 December 2026, 14:30)');
    expect(await statesOf(bookingId)).toEqual(['open']);
  });

  it('is told to be taken back', async () => {
    const { bookingId, codes: [code] } = await offerTo([interpreterId]);
    await stand.cancellations.cancel(clinic.staff, bookingId, 'clinic', 'The doctor is ill');
    await stand.settle();
    expect(await write(`YES ${code}`)).toMatch(/^The clinic has taken this offer back\./);
  });

  it('is judged again by every hard rule, as behind its link', async () => {
    const { codes: [code] } = await offerTo([interpreterId]);
    const overlapping = await offerTo([interpreterId], { time: '14:40' });
    await write(`YES ${overlapping.codes[0]}`);
    const answer = await write(`YES ${code}`);
    expect(answer).not.toMatch(/^Accepted/);
    expect(answer).toContain('Thursday 3 December 2026, 14:30');
    expect(await stand.count(`bookings.offers where state = 'accepted' and interpreter_id = $1`, [interpreterId])).toBe(1);
  });

  it('is answered by its link where a question is asked first', async () => {
    const { bookingId } = await offerTo([interpreterId]);
    await stand.superuser.query('update bookings.bookings set asks_conflict = true where id = $1', [bookingId]);
    const [code] = await codesOf(bookingId);
    expect(await write(`YES ${code}`)).toMatch(/^Nothing was booked: this offer asks you a question first\. Please answer by its link/);
    expect(await statesOf(bookingId)).toEqual(['open']);
  });
});

describe('an interpreter’s text', () => {
  it('with a code that is none changes nothing, and after some of them a person reads on', async () => {
    const { bookingId, codes: [code] } = await offerTo([interpreterId]);
    const wrong = code === '1234' ? '1235' : '1234';
    for (let tries = 0; tries < 5; tries++) expect(await write(`YES ${wrong}`)).toMatch(new RegExp(`^No offer from .* to you has the code ${wrong}\\.`));
    expect(await write(`YES ${code}`)).toBeUndefined();
    expect(await statesOf(bookingId)).toEqual(['open']);
    expect(await tasks()).toEqual([
      expect.objectContaining({ kind: 'reply-to-read', sentence: expect.stringContaining('too often with codes that are none') }),
    ]);
    stand.clock.set(new Date('2026-11-24T10:43:00Z'));
    expect(await write(`YES ${code}`)).toMatch(/^Accepted/);
  });

  it('cannot take another interpreter’s offer', async () => {
    const other = await stand.anInterpreter(clinic, { phone: aPhone() });
    await offerTo([interpreterId]);
    const theirs = await offerTo([other], { date: '2026-12-04' });
    expect(await write(`YES ${theirs.codes[0]}`)).toMatch(/^No offer from/);
    expect(await statesOf(theirs.bookingId)).toEqual(['open']);
  });

  it('that takes a yes back frees nobody, and a person calls', async () => {
    const { bookingId, codes: [code] } = await offerTo([interpreterId]);
    await write(`YES ${code}`);
    expect(await write(`NO ${code}`)).toMatch(/^You have already accepted this job\./);
    expect(await statesOf(bookingId)).toEqual(['accepted']);
    expect(await tasks()).toEqual([
      expect.objectContaining({ kind: 'reply-to-read', bookingId, sentence: 'Hiba Elamin wrote NO about a job they had accepted, and is still booked. Call them.' }),
    ]);
  });

  it('in their own words is read by a person', async () => {
    const { bookingId, codes: [code] } = await offerTo([interpreterId]);
    await write(`YES ${code} but only by video`);
    expect(await statesOf(bookingId)).toEqual(['open']);
    expect(await tasks()).toEqual([expect.objectContaining({ sentence: expect.stringContaining('Hiba Elamin, an interpreter') })]);
  });

  it('from a phone that a patient has too is a person’s to tell apart, unless it has a code', async () => {
    const patientId = await stand.aPatient(clinic, { channels: [{ channel: 'sms', address: phone, safety: 'private' }] });
    const theirs = await stand.aConfirmedBooking(clinic, { patientId, date: '2026-12-10' });
    await stand.settle();
    const { bookingId, codes: [code] } = await offerTo([interpreterId]);
    await write('yes');
    const { rows } = await stand.superuser.query('select patient_answer as answer from bookings.bookings where id = $1', [theirs]);
    expect(rows).toEqual([{ answer: null }]);
    expect(await statesOf(bookingId)).toEqual(['open']);
    expect(await tasks()).toEqual([expect.objectContaining({ patientId: null, sentence: expect.stringContaining('An interpreter and a patient have this number') })]);
    expect(await write(`yes ${code}`)).toMatch(/^Accepted/);
  });

  it('whose answer could not be delivered is followed up by a person', async () => {
    const { bookingId } = await offerTo([interpreterId]);
    await stand.simulator.reply(clinic.staff, { address: phone, body: 'YES' });
    await stand.runJob('act-on-reply', (await stand.superuser.query('select id as "inboundId", organisation_id as "organisationId" from messaging.inbound')).rows[0]);
    stand.clock.set(new Date('2026-11-24T10:13:00Z'));
    await stand.settle();
    expect(await tasks()).toEqual([
      expect.objectContaining({ kind: 'reply-to-read', bookingId, sentence: 'They wrote, and our answer did not arrive: It could not be sent in time. Read it and call them.' }),
    ]);
  });

  it('is answered once, however often the job runs', async () => {
    const { bookingId, codes: [code] } = await offerTo([interpreterId]);
    await write(`YES ${code}`);
    const { rows } = await stand.superuser.query('select id as "inboundId", organisation_id as "organisationId" from messaging.inbound');
    await stand.runJob('act-on-reply', rows[0]);
    await stand.settle();
    expect((await stand.messages(bookingId)).filter(({ kind }) => kind === 'offer-reply')).toHaveLength(1);
  });
});

it('an open offer never shares its code with another to the same interpreter, whoever asks', async () => {
  const { codes: [code] } = await offerTo([interpreterId]);
  const elsewhere = await stand.aClinic();
  const bookingId = await stand.aBooking(elsewhere, { offerTo: [interpreterId], date: '2026-12-04' });
  await expect(stand.superuser.query('update bookings.offers set reply_code = $1 where booking_id = $2', [code, bookingId])).rejects.toThrow(
    'an_open_offer_is_known_by_its_code',
  );
});
