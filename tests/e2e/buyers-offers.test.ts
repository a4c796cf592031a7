import pg from 'pg';
import type { BookingRequest, Interpreter, VersionedPolicy } from '@dragoman/contracts';
import { aPhone, aRequest, Desk, offerLinks, pressAccept, Refused, until } from '../support/desk';
import { firstAdministrator } from '../support/installation';
import { type TestDatabase, testDatabase } from '../support/postgres';
import { type ServerProcess, startServer } from '../support/server';

let database: TestDatabase;
let server: ServerProcess;
let superuser: pg.Client;
let desk: Desk;
let sign: { email: string; password: string };

/** The same installation, later: the clock of a server is set when it starts, and a session does not last that long. */
const start = async (at: string): Promise<void> => {
  await server?.stop();
  server = await startServer({ database, env: { CLOCK_STARTS_AT: at } });
  desk = new Desk(server.url);
  await desk.signIn(sign.email, sign.password);
};

beforeAll(async () => {
  database = await testDatabase();
  sign = await firstAdministrator(database, 'St Aldate’s Hospital');
  await start('2026-11-24T09:42:00Z');
  superuser = new pg.Client({ connectionString: database.superuserUrl });
  await superuser.connect();
}, 120_000);

afterAll(async () => {
  await superuser?.end();
  await server?.stop();
  await database?.close();
});

const book = async (more: Partial<BookingRequest>) => desk.book(aRequest(await desk.addPatient(), await desk.addSite(), more));
const count = async (from: string, values: unknown[]): Promise<number> =>
  Number((await superuser.query(`select count(*) from ${from}`, values)).rows[0].count);
const people = (count: number): Promise<Interpreter[]> =>
  Promise.all(Array.from({ length: count }, (_, n) => desk.addInterpreter({ displayName: `Interpreter ${n}`, phone: aPhone() })));

const codeOn = (address: string): Promise<string> =>
  until(async () => {
    const { phones } = await desk.phones();
    const texts = phones.find((phone) => phone.address === address)?.messages ?? [];
    return texts.map(({ body }) => /Reply YES (\d{4})/.exec(body)?.[1]).find((code) => code !== undefined);
  }, `a code on ${address}`);

const statusOf = (call: Promise<unknown>): Promise<number> =>
  call.then(
    () => 200,
    (error: unknown) => (error instanceof Refused ? error.status : 0),
  );

describe('what buyers test of offers', () => {
  it('10: three say yes at once, behind the link, by text and to the desk on the phone: one has the job', async () => {
    const [byLink, byText, byPhone] = await people(3);
    if (!byLink || !byText || !byPhone) throw new Error('three people');
    const booking = await book({ offerTo: [byLink.id, byText.id, byPhone.id] });
    const [[link = ''], code] = [await offerLinks(desk, byLink.phone, 1), await codeOn(byText.phone)];
    const [pressed, written] = await Promise.all([
      pressAccept(link),
      statusOf(desk.request('POST', `/api/bookings/${booking.id}/assignment`, { interpreterId: byPhone.id, agreed: 'by-phone' })),
      desk.replyFrom(byText.phone, `YES ${code}`),
    ]);
    const { interpreter, offers, state } = await until(async () => {
      const now = await desk.booking(booking.id);
      return now.offers.every((offer) => offer.state !== 'open') && now;
    }, 'every offer to be answered or closed');
    expect(state).toBe('confirmed');
    expect(offers.map((offer) => offer.state).sort()).toEqual(['accepted', 'closed', 'closed']);
    expect(offers.find((offer) => offer.state === 'accepted')?.interpreterId).toBe(interpreter?.id);
    expect(pressed.status).toBe(interpreter?.id === byLink.id ? 303 : 409);
    expect(written).toBe(interpreter?.id === byPhone.id ? 200 : 409);
    expect(await count('bookings.assignments where booking_id = $1', [booking.id])).toBe(1);
    expect(await count('interpreters.commitments where booking_id = $1', [booking.id])).toBe(1);
  }, 60_000);

  it('15: offers expire after 24, 72 and 90 hours, as configured for appointments so far ahead', async () => {
    const read = await desk.request<VersionedPolicy>('GET', '/api/organisation/policy');
    const offerHours = [{ leadHours: 0, hours: 24 }, { leadHours: 168, hours: 72 }, { leadHours: 720, hours: 90 }];
    await desk.request('PUT', '/api/organisation/policy', { ...read, policy: { ...read.policy, offerHours } });
    const [hiba] = await people(1);
    const offerTo = [hiba?.id ?? ''];
    const dates = ['2026-11-30', '2026-12-04', '2026-12-28'];
    const bookings: string[] = [];
    for (const date of dates) bookings.push((await book({ date, offerTo })).id);
    const states = async () => Promise.all(bookings.map(async (id) => (await desk.booking(id)).offers[0]?.state));
    const become = (expected: string[]) => until(async () => JSON.stringify(await states()) === JSON.stringify(expected), `offers to be ${expected.join(', ')}`);

    const asked = Date.parse('2026-11-24T09:42:00Z');
    const hours = await Promise.all(bookings.map(async (id) => (Date.parse((await desk.booking(id)).offers[0]?.expiresAt ?? '') - asked) / 3_600_000));
    expect(hours.map(Math.floor)).toEqual([24, 72, 90]);

    await start('2026-11-25T09:55:00Z');
    await become(['expired', 'open', 'open']);
    await start('2026-11-27T09:55:00Z');
    await become(['expired', 'expired', 'open']);
    await start('2026-11-28T03:55:00Z');
    await become(['expired', 'expired', 'expired']);
  }, 120_000);

  it('9: silence is no acceptance: who was asked by themselves, and by a search, and never answered, is not booked', async () => {
    const [quiet] = await people(1);
    // So far ahead that no ladder begins meanwhile, which would ask others at once.
    const [asked, searched] = [await book({ date: '2026-12-15', offerTo: [quiet?.id ?? ''] }), await book({ date: '2026-12-09', fill: 'waves' })];
    const [link = ''] = await offerLinks(desk, quiet?.phone ?? '', 1);
    await until(async () => (await desk.booking(searched.id)).offers.length > 0, 'the search to ask somebody');
    await start('2026-12-07T20:00:00Z');
    for (const { id } of [asked, searched]) {
      const { interpreter, offers } = await until(async () => {
        const now = await desk.booking(id);
        return now.offers.some((offer) => offer.state === 'expired') && now;
      }, 'silence to be over');
      expect(interpreter).toBeNull();
      expect(offers.filter((offer) => offer.state === 'accepted')).toEqual([]);
      expect(await count('interpreters.commitments where booking_id = $1', [id])).toBe(0);
    }
    await until(async () => (await desk.booking(asked.id)).state === 'requested', 'the booking to ask for a person again');
    const late = await pressAccept(link.replace(/^https?:\/\/[^/]+/, server.url));
    expect(late.status).toBe(409);
    expect(late.page).toContain('The time to answer is over');
    expect((await desk.booking(asked.id)).interpreter).toBeNull();
  }, 120_000);
});
