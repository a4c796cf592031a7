import { randomUUID } from 'node:crypto';
import type { BookingRequest, Interpreter, InterpreterInput, MyJob, MyJobs, MyOffer, MyOffers, PatientInput, Site } from '@dragoman/contracts';
import { StillComing } from '@dragoman/attendance';
import pg from 'pg';
import { aRequest, type Desk } from '../support/desk';
import { signedInPhone } from '../support/my';
import { MY_OPENING, type MyStand, myStand } from '../support/my-stand';

let world: MyStand;
let site: Site;
let counted = 0;
const { query } = pg.Client.prototype;

beforeAll(async () => {
  // Before there are connections: each keeps the way to ask that it finds.
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    counted++;
    return Reflect.apply(query, this, given);
  } as typeof query;
  world = await myStand();
  site = await world.ruth.addSite({ name: 'Riverside Health Centre', address: '14 Mill Lane, Eastport' });
}, 120_000);

afterAll(async () => {
  pg.Client.prototype.query = query;
  await world.close();
});

beforeEach(async () => {
  world.at(MY_OPENING);
  await world.superuser.query('truncate access.sign_in_attempts');
});

interface Asked {
  interpreter: Interpreter;
  phone: Desk;
  bookingId: string;
  offerId: string;
}

const asked = async (more: Partial<BookingRequest> = {}, who: { interpreter?: Partial<InterpreterInput>; patient?: Partial<PatientInput>; known?: Pick<Asked, 'interpreter' | 'phone'> } = {}): Promise<Asked> => {
  const interpreter = who.known?.interpreter ?? (await world.ruth.addInterpreter(who.interpreter));
  const booking = await world.ruth.book(aRequest(await world.ruth.addPatient(who.patient), site, { date: '2026-11-24', time: '11:30', offerTo: [interpreter.id], ...more }));
  const phone = who.known?.phone ?? (await signedInPhone(world, interpreter));
  return { interpreter, phone, bookingId: booking.id, offerId: booking.offers[0]?.id ?? '' };
};
const accept = ({ phone, offerId }: Pick<Asked, 'phone' | 'offerId'>, body: object = {}): Promise<MyJob> => phone.request('POST', `/api/my/offers/${offerId}/accept`, body);
const booked = async (...given: Parameters<typeof asked>): Promise<Asked> => {
  const offer = await asked(...given);
  await accept(offer);
  return offer;
};
const offersOf = async ({ phone }: Pick<Asked, 'phone'>): Promise<MyOffer[]> => (await phone.request<MyOffers>('GET', '/api/my/offers')).items;
const job = ({ phone, offerId }: Asked): Promise<MyJob> => phone.request('GET', `/api/my/jobs/${offerId}`);
const say = ({ phone, offerId }: Asked, what: string, body: object, key: string = randomUUID()): Promise<MyJob> =>
  phone.request('POST', `/api/my/jobs/${offerId}/${what}`, body, { 'idempotency-key': key });
const marked = async ({ bookingId }: Asked): Promise<string[]> =>
  (
    await world.superuser.query(
      `select kind || ' ' || to_char(at at time zone 'UTC', 'HH24:MI') || ' noted ' || to_char(noted_at at time zone 'UTC', 'HH24:MI') as said
         from attendance.marks where booking_id = $1 and voided_by is null order by at, id`,
      [bookingId],
    )
  ).rows.map(({ said }) => said);

describe('an open offer', () => {
  it('shows every fact before one decides, and no word about the patient', async () => {
    const offer = await asked({ topic: 'maternity', length: 60 }, { patient: { name: 'Amna Idris Osman', genderWish: { gender: 'woman', strength: 'required' } } });
    const [seen] = await offersOf(offer);
    expect(seen).toMatchObject({
      offerId: offer.offerId,
      startsAt: '2026-11-24T11:30:00.000Z',
      endsAt: '2026-11-24T12:30:00.000Z',
      zone: 'Europe/London',
      date: '2026-11-24',
      lengthMinutes: 60,
      modality: 'in-person',
      place: { name: 'Riverside Health Centre', address: '14 Mill Lane, Eastport', mapUrl: 'https://www.openstreetmap.org/search?query=14%20Mill%20Lane%2C%20Eastport' },
      travel: { minutes: 16, leaveBy: '2026-11-24T11:14:00.000Z', from: { kind: 'home' } },
      language: { name: 'Sudanese Arabic', other: 'English', caveat: null },
      topic: 'maternity',
      pay: { pence: 3800, currency: 'GBP' },
      team: null,
      partner: null,
      wish: 'woman',
      asksConflict: false,
    });
    expect(Date.parse(seen?.answerBy ?? '')).toBeGreaterThan(Date.parse(MY_OPENING));
    expect(JSON.stringify(seen)).not.toMatch(/Amna|Idris|Diabetes|Room 6/);
  });

  it('says when to leave from the job before, on the same day', async () => {
    const far = await world.ruth.addSite({ name: 'Northgate Surgery', latitude: 51.37, longitude: -0.1 });
    const first = await asked({ time: '10:30', length: 30, siteId: far.id });
    await accept(first);
    const next = await asked({ time: '13:30' }, { known: first });
    const [seen] = await offersOf(next);
    expect(seen?.travel).toMatchObject({ from: { kind: 'job', name: 'Northgate Surgery', endsAt: '2026-11-24T11:00:00.000Z' } });
    expect(seen?.travel?.minutes).toBeGreaterThan(45);
    const other = await asked({ date: '2026-11-25', time: '13:30' }, { known: first });
    expect((await offersOf(other)).find(({ offerId }) => offerId === other.offerId)?.travel?.from).toEqual({ kind: 'home' });
  });

  it('is accepted once, however often it is tapped, and is a job then', async () => {
    const offer = await asked();
    expect(await accept(offer)).toMatchObject({ offerId: offer.offerId, state: 'booked', room: 'Room 6', told: { heading: 'It’s yours' } });
    expect((await accept(offer)).state).toBe('booked');
    expect(await offersOf(offer)).toEqual([]);
  });

  it('is declined without a reason, and gone', async () => {
    const offer = await asked();
    await offer.phone.request('POST', `/api/my/offers/${offer.offerId}/decline`, {});
    expect(await offersOf(offer)).toEqual([]);
    await expect(job(offer)).rejects.toMatchObject({ status: 404, code: 'job-not-found' });
  });

  it('asks first whether anything stands against it, where the patient wants nobody from their community', async () => {
    const wishes = { wanted: [], refused: [], avoidsLocalArea: false, avoidsCommunity: true, roleBeside: null };
    const offer = await asked({}, { patient: { interpreterWishes: wishes } });
    expect((await offersOf(offer))[0]?.asksConflict).toBe(true);
    await expect(accept(offer)).rejects.toMatchObject({ status: 409, code: 'conflict-unanswered' });
    expect((await accept(offer, { conflict: 'none' })).state).toBe('booked');
  });

  it('is over when its time is over: silence accepts nothing', async () => {
    const offer = await asked();
    const [seen] = await offersOf(offer);
    world.at(seen?.answerBy ?? '');
    expect(await offersOf(offer)).toEqual([]);
    await expect(accept(offer)).rejects.toMatchObject({ status: 409, code: 'offer-expired' });
  });

  it('of somebody else cannot be seen, answered or told from one that never was', async () => {
    const theirs = await asked();
    const { phone } = await asked();
    for (const offerId of [theirs.offerId, randomUUID()]) {
      await expect(accept({ phone, offerId })).rejects.toMatchObject({ status: 404, code: 'offer-not-found' });
      await expect(phone.request('GET', `/api/my/jobs/${offerId}`)).rejects.toMatchObject({ status: 404, code: 'job-not-found' });
    }
    expect((await offersOf({ phone })).map(({ offerId }) => offerId)).not.toContain(theirs.offerId);
  });
});

describe('my jobs', () => {
  it('stand by day, past ones too, and nobody else’s', async () => {
    const first = await booked();
    await booked({ date: '2026-11-26', time: '09:00' }, { known: first });
    await booked({ date: '2026-11-26', time: '15:00' }, { known: first });
    await booked();
    const { from, to, days } = await first.phone.request<MyJobs>('GET', '/api/my/jobs');
    expect([from, to]).toEqual(['2026-11-24', '2026-12-08']);
    expect(days.map(({ date, jobs }) => [date, jobs.length])).toEqual([['2026-11-24', 1], ['2026-11-26', 2]]);
    world.at('2026-11-27T09:00:00Z');
    expect((await first.phone.request<MyJobs>('GET', '/api/my/jobs')).days).toEqual([]);
    const past = await first.phone.request<MyJobs>('GET', '/api/my/jobs?from=2026-11-24&to=2026-11-26');
    expect(past.days.flatMap(({ jobs }) => jobs.map(({ state }) => state))).toEqual(['over', 'over', 'over']);
    await expect(first.phone.request('GET', '/api/my/jobs?from=2026-11-24&to=2027-11-24')).rejects.toMatchObject({ status: 422 });
  });

  it('say beforehand from when on what can be said, so that a phone without network knows', async () => {
    const mine = await booked();
    const { may } = await job(mine);
    expect(may).toEqual({
      attend: { from: '2026-11-24T09:30:00.000Z', until: '2026-11-27T12:10:00.000Z' },
      patientAbsent: { from: '2026-11-24T11:45:00.000Z', until: '2026-11-24T12:10:00.000Z' },
      late: { from: '2026-11-24T07:30:00.000Z', until: '2026-11-24T12:10:00.000Z', said: null },
      stillComing: null,
      giveBack: { until: '2026-11-24T11:30:00.000Z', reasonFrom: expect.any(String) },
      concern: true,
      understood: { from: '2026-11-24T12:10:00.000Z', said: null },
    });
  });

  it('say that one was cancelled until its day is over, and let nothing be said of it any more', async () => {
    const mine = await booked();
    await world.ruth.request('POST', `/api/bookings/${mine.bookingId}/cancellation`, { by: 'clinic', reason: 'The clinic is closed' });
    const cancelled = await job(mine);
    expect(cancelled).toMatchObject({ state: 'cancelled', told: { heading: 'This appointment was cancelled' }, may: { attend: null, giveBack: null, concern: false } });
    expect((await mine.phone.request<MyJobs>('GET', '/api/my/jobs')).days).toHaveLength(1);
    world.at('2026-11-25T09:42:00Z');
    expect((await mine.phone.request<MyJobs>('GET', '/api/my/jobs?from=2026-11-24')).days).toEqual([]);
  });

  it('are given back with a word to the coordinator when it is close', async () => {
    const mine = await booked();
    await expect(say(mine, 'give-back', {})).rejects.toMatchObject({ status: 422, code: 'reason-needed' });
    expect(await say(mine, 'give-back', { reason: 'I am ill' })).toMatchObject({ state: 'released', told: { heading: 'You gave this job back' } });
    expect((await mine.phone.request<MyJobs>('GET', '/api/my/jobs')).days).toEqual([]);
  });

  it('take a concern, a delay, and whether one still comes', async () => {
    const mine = await booked();
    await world.superuser.query(`update bookings.offers set answered_at = '2026-11-23T09:00:00Z' where id = $1`, [mine.offerId]);
    await world.running.app.get(StillComing, { strict: false }).ask();
    expect((await job(mine)).may.stillComing).toEqual({ answer: null, until: '2026-11-24T11:30:00.000Z' });
    expect((await say(mine, 'still-coming', { answer: 'coming' })).may.stillComing?.answer).toBe('coming');
    expect((await say(mine, 'late', { minutes: 20 })).may.late?.said).toBe(20);
    expect((await say(mine, 'concern', { code: 'access', words: 'The lift is broken.' })).state).toBe('booked');
    expect((await say(mine, 'concern', { code: 'safety', stays: false })).state).toBe('released');
  });

  it('ask afterwards whether they understood each other', async () => {
    const mine = await booked();
    await expect(say(mine, 'understood', { understood: true })).rejects.toMatchObject({ status: 409, code: 'session-not-over' });
    world.at('2026-11-24T12:10:00Z');
    expect((await say(mine, 'understood', { understood: true })).may.understood?.said).toBe(true);
  });
});

describe('arrived, started and finished, tapped without network', () => {
  it('reach us hours later with the times at which they were tapped, and both times are kept', async () => {
    const mine = await booked();
    world.at('2026-11-24T14:05:00Z');
    await say(mine, 'attendance', { kind: 'arrived', at: '2026-11-24T11:21:00Z' });
    await say(mine, 'attendance', { kind: 'started', at: '2026-11-24T11:34:00Z' });
    const done = await say(mine, 'attendance', { kind: 'finished', at: '2026-11-24T12:08:00Z' });
    expect(done.marks.map(({ kind, at, notedAt }) => [kind, at.slice(11, 16), notedAt.slice(11, 16)])).toEqual([
      ['arrived', '11:21', '14:05'], ['started', '11:34', '14:05'], ['finished', '12:08', '14:05'],
    ]);
    expect(await marked(mine)).toEqual(['arrived 11:21 noted 14:05', 'started 11:34 noted 14:05', 'finished 12:08 noted 14:05']);
    expect(done.state).toBe('over');
  });

  it('sent again, under the same key or another, are said once', async () => {
    const mine = await booked();
    world.at('2026-11-24T11:40:00Z');
    const [tap, key] = [{ kind: 'arrived', at: '2026-11-24T11:21:00Z' }, randomUUID()];
    const first = await say(mine, 'attendance', tap, key);
    world.at('2026-11-24T11:43:00Z');
    const answers = [first, await say(mine, 'attendance', tap, key), await say(mine, 'attendance', tap)];
    expect(new Set(answers.map(({ marks }) => JSON.stringify(marks))).size).toBe(1);
    expect(await marked(mine)).toEqual(['arrived 11:21 noted 11:40']);
  });

  it('of two taps of one thing the first stands, in whatever order they come', async () => {
    const mine = await booked();
    world.at('2026-11-24T11:45:00Z');
    await say(mine, 'attendance', { kind: 'arrived', at: '2026-11-24T11:28:00Z' });
    await say(mine, 'attendance', { kind: 'arrived', at: '2026-11-24T11:21:00Z' });
    await say(mine, 'attendance', { kind: 'arrived', at: '2026-11-24T11:40:00Z' });
    await say(mine, 'attendance', { kind: 'arrived' });
    expect(await marked(mine)).toEqual(['arrived 11:21 noted 11:45']);
  });

  it('finished before anybody said that it started is not taken, and is once the start has come', async () => {
    const mine = await booked();
    world.at('2026-11-24T14:05:00Z');
    const finished = { kind: 'finished', at: '2026-11-24T12:08:00Z' };
    await expect(say(mine, 'attendance', finished)).rejects.toMatchObject({ status: 409, code: 'not-started' });
    await say(mine, 'attendance', { kind: 'started', at: '2026-11-24T11:34:00Z' });
    await say(mine, 'attendance', finished);
    expect(await marked(mine)).toEqual(['started 11:34 noted 14:05', 'finished 12:08 noted 14:05']);
  });

  it('what the clinic said meanwhile is no error', async () => {
    const mine = await booked();
    world.at('2026-11-24T11:40:00Z');
    await world.ruth.request('POST', `/api/bookings/${mine.bookingId}/attendance`, { kind: 'arrived', at: null });
    await world.ruth.request('POST', `/api/bookings/${mine.bookingId}/attendance`, { kind: 'started', at: null });
    const seen = await say(mine, 'attendance', { kind: 'arrived', at: '2026-11-24T11:21:00Z' });
    expect(seen.marks.map(({ kind }) => kind)).toEqual(['arrived']);
    expect(seen.others).toEqual(['The clinic says: arrived at 11:40.', 'The clinic says: started at 11:40.']);
  });

  it('of a job that was cancelled meanwhile is refused in words', async () => {
    const mine = await booked();
    await world.ruth.request('POST', `/api/bookings/${mine.bookingId}/cancellation`, { by: 'clinic', reason: 'The clinic is closed' });
    world.at('2026-11-24T11:40:00Z');
    await expect(say(mine, 'attendance', { kind: 'arrived', at: '2026-11-24T11:21:00Z' })).rejects.toMatchObject({
      status: 409, message: expect.stringContaining('This appointment was cancelled. Nothing was saved.'),
    });
  });

  it('is never taken for a time that lies ahead, or long before the start', async () => {
    const mine = await booked();
    world.at('2026-11-24T11:40:00Z');
    await expect(say(mine, 'attendance', { kind: 'arrived', at: '2026-11-24T11:50:00Z' })).rejects.toMatchObject({ status: 422, code: 'time-ahead' });
    await expect(say(mine, 'attendance', { kind: 'arrived', at: '2026-11-24T08:50:00Z' })).rejects.toMatchObject({ status: 422, code: 'time-too-early' });
    // Clocks of phones run ahead a little.
    await say(mine, 'attendance', { kind: 'arrived', at: '2026-11-24T11:40:30Z' });
    expect(await marked(mine)).toEqual(['arrived 11:40 noted 11:40']);
  });
});

it('asks the database as often for a day of many jobs as for one', async () => {
  const mine = await booked({ date: '2026-12-01', time: '09:00' });
  const count = async (): Promise<number> => {
    const before = counted;
    await mine.phone.request('GET', '/api/my/jobs?from=2026-12-01&to=2026-12-03');
    return counted - before;
  };
  await mine.phone.request('GET', '/api/my/jobs');
  const one = await count();
  for (const time of ['11:00', '13:00', '15:00']) await booked({ date: '2026-12-01', time }, { known: mine });
  expect(one).toBeGreaterThan(5);
  expect(await count()).toBe(one);
});
