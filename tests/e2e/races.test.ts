import { readFileSync } from 'node:fs';
import pg from 'pg';
import { aRequest, type Desk, offerLinks, pressAccept } from '../support/desk';
import { aDesk } from '../support/installation';
import { type TestDatabase, testDatabase } from '../support/postgres';
import { type ServerProcess, startServer } from '../support/server';

const RACERS = 50;

let database: TestDatabase;
let server: ServerProcess;
let superuser: pg.Client;
let desk: Desk;

beforeAll(async () => {
  database = await testDatabase();
  server = await startServer({ database, env: { CLOCK_STARTS_AT: '2026-11-24T09:42:00Z' } });
  superuser = new pg.Client({ connectionString: database.superuserUrl });
  await superuser.connect();
  desk = await aDesk(server.url, database);
}, 120_000);

afterAll(async () => {
  await superuser?.end();
  await server?.stop();
  await database?.close();
});

const count = async (from: string, values: unknown[] = []): Promise<number> =>
  Number((await superuser.query(`select count(*) from ${from}`, values)).rows[0].count);

const deadlocks = (): number =>
  readFileSync(database.log, 'utf8')
    .split('\n')
    .filter((line) => line.includes('40P01') && line.includes(database.name)).length;

/** A slow machine tells some to come back in a moment, which nothing was done for; they do. */
const pressUntilAnswered = async (link: string): ReturnType<typeof pressAccept> => {
  const answer = await pressAccept(link);
  return answer.status === 503 ? pressUntilAnswered(link) : answer;
};

describe('fifty at once, through HTTP', () => {
  it('accepts on one booking: one winner, the others are told kindly', async () => {
    const before = deadlocks();
    const site = await desk.addSite();
    const patient = await desk.addPatient();
    const interpreters = await Promise.all(
      Array.from({ length: RACERS }, (_, n) => desk.addInterpreter({ displayName: `Racer ${n}`, phone: `+447700900${100 + n}` })),
    );
    const booking = await desk.book(aRequest(patient, site, { offerTo: interpreters.map(({ id }) => id) }));
    const links = await Promise.all(interpreters.map(({ phone }) => offerLinks(desk, phone, 1)));
    const answers = await Promise.all(links.map(([link = '']) => pressUntilAnswered(link)));

    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    const losers = answers.filter(({ status }) => status === 409);
    expect(losers).toHaveLength(RACERS - 1);
    for (const { page } of losers) expect(page).toContain('Somebody else accepted first');
    expect(await count('bookings.assignments where booking_id = $1', [booking.id])).toBe(1);
    expect(await count('interpreters.commitments where booking_id = $1', [booking.id])).toBe(1);
    expect(await count(`bookings.offers where booking_id = $1 and state = 'accepted'`, [booking.id])).toBe(1);
    expect((await desk.booking(booking.id)).state).toBe('confirmed');
    expect(deadlocks()).toBe(before);
  }, 120_000);

  it('bookings accepted by one interpreter, all at the same time: one is hers, forty-nine are refused', async () => {
    const before = deadlocks();
    const site = await desk.addSite();
    const interpreter = await desk.addInterpreter({ displayName: 'Hiba Elamin', phone: '+447700900201' });
    const patients = await Promise.all(Array.from({ length: RACERS }, (_, n) => desk.addPatient({ name: `Patient ${n}` })));
    const bookings = [];
    for (const patient of patients) bookings.push(await desk.book(aRequest(patient, site, { date: '2026-12-04', offerTo: [interpreter.id] })));
    const links = await offerLinks(desk, '+447700900201', RACERS);
    const answers = await Promise.all(links.map(pressUntilAnswered));

    expect(answers.map(({ status }) => status).sort()).toEqual([303, ...Array<number>(RACERS - 1).fill(409)]);

    expect(await count('interpreters.commitments where interpreter_id = $1', [interpreter.id])).toBe(1);
    const states = await Promise.all(bookings.map(async ({ id }) => (await desk.booking(id)).state));
    expect(states.filter((state) => state === 'confirmed')).toHaveLength(1);
    expect(await count(`bookings.assignments where interpreter_id = $1`, [interpreter.id])).toBe(1);
    expect(deadlocks()).toBe(before);
  }, 120_000);
});
