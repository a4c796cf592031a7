import { randomUUID } from 'node:crypto';
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

const appointment = (patientId: string, more: object = {}) => ({
  patientId,
  siteId: clinic.siteId,
  room: 'Room 6',
  date: '2026-12-03',
  time: '14:30',
  length: 40,
  modality: 'in-person' as const,
  varietyId: 'apd',
  topic: 'general' as const,
  ...more,
});

const preview = (patientId: string, more: object = {}) =>
  stand.database.read(clinic.staff, (tx) => stand.reminders.preview(tx, appointment(patientId, more)));

describe('a preview', () => {
  it('shows what the patient would get, with the parts of a real message, and when', async () => {
    const phone = aPhone();
    const patientId = await stand.aPatient(clinic, { channels: [{ channel: 'sms', address: phone, safety: 'shared' }] });
    const { draft, callInstead, plan } = await preview(patientId);
    expect(callInstead).toBeNull();
    expect(draft).toMatchObject({ channel: 'sms', address: phone, lang: 'ar', dir: 'rtl', neutral: true, reviewState: 'draft' });
    expect(draft?.segments?.encoding).toBe('UCS-2');
    expect(plan.map(({ kind, sentence }) => `${kind}: ${sentence}`)).toEqual([
      'confirmed: As soon as an interpreter accepts',
      'reminder-7-days: Seven days before',
      'reminder-2-days: Two days before',
      'reminder-day-before: Day before',
    ]);
  });

  it('says from when it may be sent', async () => {
    const patientId = await stand.aPatient(clinic, { safeHours: { from: '10:00', to: '16:00' } });
    expect((await preview(patientId)).plan[0]?.sentence).toBe('As soon as an interpreter accepts, not before 10:00');
    stand.clock.set(new Date('2026-11-24T21:00:00Z'));
    expect((await preview(patientId)).plan[0]?.sentence).toBe('As soon as an interpreter accepts, not before Wednesday 10:00');
  });

  it('shows that there is a link, and not a link that works', async () => {
    const { draft } = await preview(await stand.aPatient(clinic));
    expect(draft?.body).toContain('https://go.example/p/…');
  });

  it('shows the letter where they wish to be told by post, and the next way where it would come too late', async () => {
    const post = { lines: ['1 Quay Street', 'London'], country: null, safety: 'private' as const };
    const patientId = await stand.aPatient(clinic, { formats: ['easy-read', 'sms'], post });
    expect(await preview(patientId)).toMatchObject({ draft: null, callInstead: null, letter: { layout: 'easy-read', neutral: false, to: ['Amna Idris Osman', ...post.lines] } });
    expect(await preview(patientId, { date: '2026-11-30' })).toMatchObject({ draft: { channel: 'sms' }, letter: null, callInstead: null });
  });

  it('says why nobody can write, and who tells them', async () => {
    const patientId = await stand.aPatient(clinic, { channels: [] });
    const { draft, callInstead } = await preview(patientId);
    expect([draft, callInstead]).toEqual([null, 'No phone number or email address is recorded. Nothing was sent.']);
  });

  it('refuses a time that does not exist', async () => {
    const patientId = await stand.aPatient(clinic);
    await expect(preview(patientId, { date: '2027-03-28', time: '01:30' })).rejects.toMatchObject({ code: 'time-does-not-exist' });
  });
});

const nextOf = (bookingId: string) => stand.database.read(clinic.staff, (tx) => stand.reminders.planned(tx, bookingId));

describe('what happens next', () => {
  it('is listed with how it will be said, and without what was said', async () => {
    const bookingId = await stand.aConfirmedBooking(clinic);
    await stand.settle();
    expect((await nextOf(bookingId)).map(({ sentence }) => sentence)).toEqual([
      'Seven days before: text in Arabic',
      'Two days before: text in Arabic',
      'Day before: text in Arabic',
    ]);
  });

  it('says why a confirmation waits, and for whom', async () => {
    stand.clock.set(new Date('2026-11-24T22:30:00Z'));
    const atNight = await stand.aConfirmedBooking(clinic);
    const patientId = await stand.aPatient(clinic, { safeHours: { from: '10:00', to: '12:00' } });
    const notSafe = await stand.aConfirmedBooking(clinic, { patientId });
    await stand.settle();
    expect((await nextOf(atNight))[0]?.sentence).toBe('Date and time: text in Arabic, held until quiet hours end');
    expect((await nextOf(notSafe))[0]?.sentence).toBe('Date and time: text in Arabic, held until the patient’s safe hours');
    expect((await nextOf(atNight))[1]?.sentence).toBe('Seven days before: text in Arabic');
  });

  it('promises no call to somebody whom it is not safe to call', async () => {
    stand.clock.set(new Date('2026-11-24T22:30:00Z'));
    const patientId = await stand.aPatient(clinic, { channels: [{ channel: 'sms', address: aPhone(), safety: 'monitored' }] });
    const bookingId = await stand.aConfirmedBooking(clinic, { patientId });
    await stand.settle();
    for (const { sentence } of await nextOf(bookingId)) {
      expect(sentence).toContain('no safe way to write or call, so tell them in person');
      expect(sentence).not.toContain('a person calls');
    }
  });

  it('can be sent now, at once and only once', async () => {
    const bookingId = await stand.aConfirmedBooking(clinic);
    await stand.settle();
    const [next] = await nextOf(bookingId);
    const intentId = next?.intentId ?? '';
    const twice = await Promise.allSettled([
      stand.reminders.sendNow(clinic.staff, bookingId, intentId),
      stand.reminders.sendNow(clinic.staff, bookingId, intentId),
    ]);
    expect(twice.map((result) => (result.status === 'rejected' ? result.reason.code : 'sent')).sort()).toEqual([
      'already-sent',
      'sent',
    ]);
    await stand.settle();
    expect((await stand.messages(bookingId)).filter(({ to }) => to === 'patient').map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'confirmed delivered',
      'reminder-7-days delivered',
    ]);
  });

  it('is sent now also in the clinic’s quiet hours, if staff say so', async () => {
    stand.clock.set(new Date('2026-11-24T21:00:00Z'));
    const bookingId = await stand.aConfirmedBooking(clinic);
    await stand.settle();
    const [confirmation] = await nextOf(bookingId);
    await stand.reminders.sendNow(clinic.staff, bookingId, confirmation?.intentId ?? '');
    await stand.settle();
    expect((await stand.messages(bookingId)).filter(({ to }) => to === 'patient').map(({ state }) => state)).toEqual(['delivered']);
  });

  it('is never sent outside the patient’s safe hours, whoever says so', async () => {
    const patientId = await stand.aPatient(clinic, { safeHours: { from: '10:00', to: '16:00' } });
    const bookingId = await stand.aConfirmedBooking(clinic, { patientId });
    await stand.settle();
    const [next] = await nextOf(bookingId);
    await expect(stand.reminders.sendNow(clinic.staff, bookingId, next?.intentId ?? '')).rejects.toMatchObject({
      code: 'outside-safe-hours',
    });
    expect(await stand.messages(bookingId)).not.toContainEqual(expect.objectContaining({ to: 'patient' }));
  });

  it('cannot be sent for another booking, or when there is no such message', async () => {
    const bookingId = await stand.aConfirmedBooking(clinic);
    await stand.settle();
    await expect(stand.reminders.sendNow(clinic.staff, bookingId, randomUUID())).rejects.toMatchObject({ code: 'no-such-message' });
  });
});
