import { aPhone } from '../../../tests/support/desk';
import type { Clinic } from '../../../tests/support/clinic';
import { type RemindersStand, remindersStand } from '../../../tests/support/reminders';

let stand: RemindersStand;
let clinic: Clinic;

beforeAll(async () => {
  stand = await remindersStand();
  clinic = await stand.aClinic();
});

beforeEach(() => stand.startAgain());

afterAll(() => stand.close());

const aPatientAt = (address: string, more: Parameters<RemindersStand['aPatient']>[1] = {}): Promise<string> =>
  stand.aPatient(clinic, { channels: [{ channel: 'sms', address, safety: 'private' }], ...more });

const write = async (address: string, body: string): Promise<void> => {
  await stand.simulator.reply(clinic.staff, { address, body });
  await stand.settle();
};

const answerOf = async (bookingId: string): Promise<string | null> => {
  const { rows } = await stand.superuser.query('select patient_answer as answer from bookings.bookings where id = $1', [bookingId]);
  return rows[0].answer;
};

const openRows = () => stand.database.read(clinic.staff, (tx) => stand.tasks.open(tx));

describe('a reply', () => {
  let phone: string;
  let bookingId: string;

  beforeEach(async () => {
    phone = aPhone();
    bookingId = await stand.aConfirmedBooking(clinic, { patientId: await aPatientAt(phone) });
    await stand.settle();
  });

  it('of 1, in any numerals, means that the patient is coming', async () => {
    await write(phone, '١');
    expect(await answerOf(bookingId)).toBe('coming');
    expect(await openRows()).toEqual([]);
    const { rows } = await stand.superuser.query('select meaning, booking_id as "bookingId", lang, dir from messaging.inbound');
    expect(rows).toEqual([{ meaning: 'coming', bookingId, lang: 'und', dir: 'ltr' }]);
  });

  it('that the patient cannot come opens a task that says what is safe, and stops the reminders', async () => {
    await write(phone, 'لا أستطيع');
    expect(await answerOf(bookingId)).toBe('cannot-come');
    expect(await openRows()).toEqual([
      expect.objectContaining({
        kind: 'cannot-come',
        bookingId,
        patientName: 'Amna Idris Osman',
        language: 'Sudanese Arabic',
        sentence: 'They answered that they cannot come. Hiba Elamin is still booked and can be released.',
        phone,
      }),
    ]);
    expect((await stand.intents(bookingId)).filter(({ state }) => state === 'planned')).toEqual([]);
  });

  it('that takes it back closes the task and plans the reminders again', async () => {
    await write(phone, '2');
    stand.clock.set(new Date('2026-11-24T09:50:00Z'));
    await write(phone, '1');
    expect(await answerOf(bookingId)).toBe('coming');
    expect(await openRows()).toEqual([]);
    expect((await stand.intents(bookingId)).map(({ state }) => state)).toEqual(['queued', 'planned', 'planned', 'planned']);
  });

  it('that asks for a call is a task with the number', async () => {
    await write(phone, '3');
    expect(await openRows()).toEqual([expect.objectContaining({ kind: 'call-patient', phone, bookingId })]);
  });

  it('in the patient’s own words is read by a person, in the original', async () => {
    await write(phone, 'هل ستكون نفس المترجمة؟');
    expect(await answerOf(bookingId)).toBeNull();
    expect(await openRows()).toEqual([
      expect.objectContaining({
        kind: 'reply-to-read',
        bookingId,
        original: { text: 'هل ستكون نفس المترجمة؟', lang: 'ar', dir: 'rtl' },
        dueAt: new Date('2026-11-24T10:42:00Z'),
      }),
    ]);
  });

  it('is acted on once, however often the job runs', async () => {
    await stand.simulator.reply(clinic.staff, { address: phone, body: '?' });
    const { rows } = await stand.superuser.query('select id as "inboundId", organisation_id as "organisationId" from messaging.inbound');
    await stand.runJob('act-on-reply', rows[0]);
    await stand.settle();
    expect(await openRows()).toHaveLength(1);
  });

  it('after the appointment is cancelled changes nothing and is read by a person', async () => {
    await stand.goTo('2026-11-24T10:00:00Z');
    await stand.bookings.cancel(clinic.staff, bookingId, 'patient', 'She is away');
    await write(phone, '1');
    expect(await answerOf(bookingId)).toBeNull();
    expect(await openRows()).toEqual([expect.objectContaining({ kind: 'reply-to-read', bookingId: null })]);
  });

  it('of STOP silences that number at once, and somebody asks how else', async () => {
    await write(phone, 'STOP');
    expect(await openRows()).toEqual([expect.objectContaining({ kind: 'reply-to-read', patientName: 'Amna Idris Osman' })]);
    const before = await stand.count('messaging.simulator_messages where direction = $1 and address = $2', ['out', phone]);
    await stand.goTo('2026-12-02T10:00:00Z');
    expect(await stand.count('messaging.simulator_messages where direction = $1 and address = $2', ['out', phone])).toBe(before);
    expect((await openRows()).map(({ kind }) => kind).sort()).toEqual(['call-patient', 'reply-to-read']);
  });

  it('of STOP while a message waits stops that one too', async () => {
    await stand.goTo('2026-12-01T09:59:00Z');
    stand.clock.set(new Date('2026-12-01T10:00:00Z'));
    await stand.due.sweep();
    await stand.simulator.reply(clinic.staff, { address: phone, body: 'STOP' });
    await stand.settle();
    expect((await stand.messages(bookingId)).filter(({ kind }) => kind === 'reminder-2-days')).toEqual([
      expect.objectContaining({ state: 'failed' }),
    ]);
  });
});

describe('a reply that could mean two things', () => {
  it('changes neither appointment of a patient who has two, and names the patient', async () => {
    const phone = aPhone();
    const patientId = await aPatientAt(phone);
    const first = await stand.aConfirmedBooking(clinic, { patientId });
    const second = await stand.aConfirmedBooking(clinic, { patientId, date: '2026-12-04' });
    await stand.settle();
    await write(phone, '1');
    expect([await answerOf(first), await answerOf(second)]).toEqual([null, null]);
    expect(await openRows()).toEqual([
      expect.objectContaining({ kind: 'reply-to-read', bookingId: null, patientName: 'Amna Idris Osman' }),
    ]);
  });

  it('changes nothing on a phone that two patients share, and names neither', async () => {
    const phone = aPhone();
    await stand.aConfirmedBooking(clinic, { patientId: await aPatientAt(phone) });
    await stand.aConfirmedBooking(clinic, { patientId: await aPatientAt(phone, { name: 'Hassan Osman' }) });
    await stand.settle();
    await write(phone, '2');
    expect(await openRows()).toEqual([expect.objectContaining({ kind: 'reply-to-read', patientName: null, phone })]);
  });

  it('on a shared phone answers the one appointment that was written about', async () => {
    const phone = aPhone();
    await aPatientAt(phone, { name: 'Hassan Osman' });
    const bookingId = await stand.aConfirmedBooking(clinic, { patientId: await aPatientAt(phone) });
    await stand.settle();
    await write(phone, '1');
    expect(await answerOf(bookingId)).toBe('coming');
  });
});

describe('an interpreter who writes back', () => {
  it('is read by a person, for an offer is answered by its link', async () => {
    const phone = aPhone();
    const interpreterId = await stand.anInterpreter(clinic, { phone });
    const bookingId = await stand.aBooking(clinic, { offerTo: [interpreterId] });
    await stand.settle();
    await write(phone, 'yes');
    expect((await stand.offersOf(bookingId)).map(({ state }) => state)).toEqual(['open']);
    expect(await openRows()).toEqual([
      expect.objectContaining({ kind: 'reply-to-read', sentence: expect.stringContaining('Hiba Elamin, an interpreter') }),
    ]);
  });
});

it('a phone that nothing was ever sent to cannot reply', async () => {
  await expect(stand.simulator.reply(clinic.staff, { address: aPhone(), body: '1' })).rejects.toMatchObject({
    code: 'no-such-phone',
  });
});
