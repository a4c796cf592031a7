import { randomUUID } from 'node:crypto';
import { Lateness } from '@dragoman/attendance';
import { Changes, GivingBack, Replacement } from '@dragoman/bookings';
import type { Clinic } from '../../../tests/support/clinic';
import { aPhone } from '../../../tests/support/desk';
import { type RemindersStand, remindersStand } from '../../../tests/support/reminders';

type BookingChange = Parameters<Changes['change']>[2];
type PatientChanges = NonNullable<Parameters<RemindersStand['aPatient']>[1]>;

const MOVED = 'The appointment was moved after they were told when it is. Call with an interpreter.';
const readsEnglish: PatientChanges = {
  languages: [
    { varietyId: 'apd', role: 'speaks', enoughForDoctor: true, learntHow: 'self' },
    { varietyId: 'eng', role: 'reads', enoughForDoctor: false, learntHow: 'self' },
  ],
};

let stand: RemindersStand;
let clinic: Clinic;

beforeAll(async () => {
  stand = await remindersStand();
}, 60_000);
beforeEach(async () => {
  await stand.startAgain();
  clinic = await stand.aClinic();
});
afterAll(() => stand?.close());

interface Told {
  bookingId: string;
  interpreterId: string;
}

/** Confirmed, and told. */
const told = async (patient: PatientChanges = readsEnglish): Promise<Told> => {
  const patientId = await stand.aPatient(clinic, patient);
  const interpreterId = await stand.anInterpreter(clinic);
  const bookingId = await stand.aBooking(clinic, { patientId, offerTo: [interpreterId] });
  await accept(bookingId, interpreterId);
  await stand.goTo('2026-11-24T10:00:00Z');
  return { bookingId, interpreterId };
};
const accept = async (bookingId: string, interpreterId: string): Promise<void> => {
  const offer = (await stand.offersOf(bookingId)).find((one) => one.interpreterId === interpreterId && one.state === 'open');
  await stand.acceptance.accept({ kind: 'interpreter', interpreterId }, offer?.id ?? randomUUID());
};
const change = async (bookingId: string, to: BookingChange): Promise<void> => {
  await stand.nest.get(Changes, { strict: false }).change(clinic.staff, bookingId, to, { revision: 'whatever-it-is' });
  await stand.settle();
};
const giveBack = async ({ bookingId, interpreterId }: Told): Promise<void> => {
  const offer = (await stand.offersOf(bookingId)).find((one) => one.interpreterId === interpreterId && one.state === 'accepted');
  await stand.nest.get(GivingBack, { strict: false }).giveBack({ kind: 'interpreter', interpreterId }, offer?.id ?? '', 'I am ill');
  await stand.settle();
};
const offerAndAccept = async (bookingId: string, interpreterId: string): Promise<void> => {
  await stand.bookings.offer(clinic.staff, bookingId, [interpreterId]);
  await accept(bookingId, interpreterId);
  await stand.settle();
};
const toPatient = async (bookingId: string): Promise<string[]> =>
  (await stand.messages(bookingId)).filter(({ to, state }) => to === 'patient' && state === 'delivered').map(({ kind, body }) => `${kind}: ${body.split('\n')[0]}`);
const calls = async (): Promise<string[]> => (await stand.openTasks(clinic)).filter(({ kind }) => kind === 'call-patient').map(({ sentence }) => sentence);

describe('an appointment that is moved after the patient was told', () => {
  it('is told at once to whoever reads a text that is approved, and again with who comes when somebody does', async () => {
    const { bookingId, interpreterId } = await told();
    await change(bookingId, { time: '16:00' });
    expect(await toPatient(bookingId)).toEqual([
      expect.stringContaining('confirmed: '),
      expect.stringMatching(/^moved: Your appointment at .+ has changed\. It is now: Thursday 3 December 2026, 16:00/),
    ]);
    await stand.goTo('2026-11-24T11:00:00Z');
    await accept(bookingId, interpreterId);
    await stand.settle();
    expect((await toPatient(bookingId)).slice(2)).toEqual([expect.stringMatching(/^confirmed: .+16:00/)]);
    expect(await calls()).toEqual([]);
  });

  it('is told by a person where the text is a draft, and what was planned and what waits for the old time never leaves', async () => {
    const { bookingId } = await told({});
    await change(bookingId, { date: '2026-12-10' });
    expect(await calls()).toEqual([MOVED]);
    await stand.goTo('2026-12-02T10:00:00Z');
    expect(await toPatient(bookingId)).toEqual([expect.stringContaining('confirmed: ')]);
    expect((await stand.intents(bookingId)).filter(({ version, state }) => version === 2 && state === 'planned')).toEqual([]);
  });

  it('says the new time and nothing else on a shared phone', async () => {
    const { bookingId } = await told({ ...readsEnglish, channels: [{ channel: 'sms', address: aPhone(), safety: 'shared' }] });
    await change(bookingId, { time: '16:00' });
    expect((await toPatient(bookingId)).slice(1)).toEqual([expect.stringMatching(/^moved: Your appointment has a new time: Thursday 3 December 2026, 16:00 \([a-z]+\)$/)]);
  });

  it('changes the entry in the calendar that the mail had put there', async () => {
    const { bookingId } = await told({ ...readsEnglish, channels: [{ channel: 'email', address: `${randomUUID()}@example.org`, safety: 'private' }] });
    await change(bookingId, { time: '16:00' });
    const { rows } = await stand.superuser.query<{ uid: string; sequence: number; at: string }>(
      `select calendar->>'uid' as uid, (calendar->>'sequence')::int as sequence, calendar->>'startsAt' as at from messaging.messages
        where booking_id = $1 and recipient_kind = 'patient' order by queued_at, id`,
      [bookingId],
    );
    expect(rows.map(({ uid, at }) => [uid, at])).toEqual([[bookingId, '2026-12-03T14:30:00.000Z'], [bookingId, '2026-12-03T16:00:00.000Z']]);
    expect(rows[1]?.sequence).toBeGreaterThan(rows[0]?.sequence ?? Infinity);
  });

  it('is said once however often it is moved, with the last time, and a call that nobody made is asked for anew', async () => {
    const { bookingId } = await told({});
    await change(bookingId, { time: '16:00' });
    await change(bookingId, { time: '17:00' });
    expect(await calls()).toEqual([MOVED]);
    const interpreterId = await stand.anInterpreter(clinic);
    await offerAndAccept(bookingId, interpreterId);
    expect(await calls()).toEqual([MOVED]);
  });

  it('is told by a person at an hour at which nobody is written to, before it would have begun', async () => {
    const { bookingId } = await told();
    stand.clock.set(new Date('2026-12-02T22:30:00Z'));
    await change(bookingId, { time: '09:00' });
    expect((await toPatient(bookingId)).filter((line) => line.startsWith('moved'))).toEqual([]);
    expect(await calls()).toEqual([MOVED]);
  });
});

describe('a place that changes after the patient was told', () => {
  it('is told where to come, on a phone of their own', async () => {
    const { bookingId } = await told();
    await change(bookingId, { room: 'Room 9' });
    const [, news = ''] = (await stand.messages(bookingId)).filter(({ to, state }) => to === 'patient' && state === 'delivered').map(({ body }) => body);
    expect(news).toContain('Room 9');
    expect(await calls()).toEqual([]);
  });

  it('is told by a person where others read, who would hear only of a new time', async () => {
    const { bookingId } = await told({ ...readsEnglish, channels: [{ channel: 'sms', address: aPhone(), safety: 'shared' }] });
    await change(bookingId, { room: 'Room 9' });
    expect(await toPatient(bookingId)).toHaveLength(1);
    expect(await calls()).toEqual(['The place, the room or how the interpreter takes part changed after they were told. Call with an interpreter.']);
  });

  it('is not told where it is nothing that they were told of', async () => {
    const { bookingId } = await told();
    await change(bookingId, { topic: 'mental-health' });
    expect(await toPatient(bookingId)).toHaveLength(1);
    expect(await calls()).toEqual([]);
  });
});

describe('an interpreter who gives a job back after the patient was told', () => {
  it('is told as looked for again, and whoever comes then by name', async () => {
    const seen = await told();
    await giveBack(seen);
    expect((await toPatient(seen.bookingId)).slice(1)).toEqual(['interpreter-lost: Your interpreter cannot come. We are looking for another.']);
    await stand.goTo('2026-11-24T11:00:00Z');
    await offerAndAccept(seen.bookingId, await stand.anInterpreter(clinic, { displayName: 'Rasha Abdelrahim' }));
    expect((await toPatient(seen.bookingId)).slice(2)).toEqual(expect.arrayContaining(['interpreter-changed: You have a new interpreter: Rasha Abdelrahim']));
    expect(await calls()).toEqual([]);
  });

  it('is no news on a phone that others read, which never named one', async () => {
    const seen = await told({ ...readsEnglish, channels: [{ channel: 'sms', address: aPhone(), safety: 'shared' }] });
    await giveBack(seen);
    expect(await toPatient(seen.bookingId)).toHaveLength(1);
    expect(await calls()).toEqual([]);
  });

  it('is told by a person where the text is a draft', async () => {
    const seen = await told({});
    await giveBack(seen);
    expect(await calls()).toEqual(['The interpreter they were told of cannot come, and another is looked for. Call with an interpreter.']);
  });

  it('is not told any more when somebody else was found before it was said', async () => {
    const seen = await told();
    const offer = (await stand.offersOf(seen.bookingId)).find(({ state }) => state === 'accepted');
    await stand.nest.get(GivingBack, { strict: false }).giveBack({ kind: 'interpreter', interpreterId: seen.interpreterId }, offer?.id ?? '', 'I am ill');
    await offerAndAccept(seen.bookingId, await stand.anInterpreter(clinic, { displayName: 'Rasha Abdelrahim' }));
    expect((await toPatient(seen.bookingId)).map((line) => line.split(':')[0]).sort()).toEqual(['confirmed', 'confirmed', 'interpreter-changed']);
  });

  it('nobody is told who was not told before', async () => {
    const patientId = await stand.aPatient(clinic, readsEnglish);
    const bookingId = await stand.aBooking(clinic, { patientId });
    await change(bookingId, { time: '16:00' });
    expect([await toPatient(bookingId), await calls()]).toEqual([[], []]);
  });
});

describe('an interpreter who is swapped for another in one step', () => {
  it('is told with the new name, and whoever was booked hears that the job is off', async () => {
    const { bookingId, interpreterId } = await told();
    const other = await stand.anInterpreter(clinic, { displayName: 'Rasha Abdelrahim' });
    await stand.nest.get(Replacement, { strict: false }).swap(clinic.staff, bookingId, interpreterId, { interpreterId: other, agreed: 'by-phone', conflict: 'none' });
    await stand.settle();
    expect(await toPatient(bookingId)).toEqual(expect.arrayContaining(['interpreter-changed: You have a new interpreter: Rasha Abdelrahim']));
    const { rows } = await stand.superuser.query(`select recipient_id as id from reminders.intents where booking_id = $1 and kind = 'job-off'`, [bookingId]);
    expect(rows).toEqual([{ id: interpreterId }]);
  });
});

describe('a clinic that is late', () => {
  const late = async (bookingId: string, minutes: number): Promise<void> => {
    await stand.nest.get(Lateness, { strict: false }).clinicIsLate(clinic.staff, bookingId, minutes);
    await stand.settle();
  };

  it('tells whoever reads a text that is approved, by the time at which it begins now, and again when that changes', async () => {
    const { bookingId } = await told();
    await stand.goTo('2026-12-03T13:30:00Z');
    await late(bookingId, 20);
    await late(bookingId, 20);
    await late(bookingId, 50);
    const said = (await stand.messages(bookingId)).filter(({ to, kind }) => to === 'patient' && kind === 'running-late').map(({ body }) => body);
    expect(said).toEqual([expect.stringContaining('14:50'), expect.stringContaining('15:20')]);
    expect(await calls()).toEqual([]);
  });

  it('is told by a person where the text is a draft, once for what is so now', async () => {
    const { bookingId } = await told({});
    await stand.goTo('2026-12-03T13:30:00Z');
    await late(bookingId, 20);
    await late(bookingId, 50);
    expect(await calls()).toEqual([expect.stringMatching(/^The clinic is about 50 minutes late\. .*Call with an interpreter\.$/)]);
  });

  it('is told by a person once it would have begun', async () => {
    const { bookingId } = await told();
    await stand.goTo('2026-12-03T14:35:00Z');
    await late(bookingId, 30);
    expect(await toPatient(bookingId)).not.toContainEqual(expect.stringContaining('running-late'));
    expect(await calls()).toEqual([expect.stringContaining('about 30 minutes late')]);
  });
});
