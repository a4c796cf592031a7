import type { Board, BoardJudgements } from '@dragoman/contracts';
import { FixedClock } from '@dragoman/kernel';
import pg from 'pg';
import { type TestApp, testApp } from '../support/app';
import { aRequest, Desk } from '../support/desk';
import { aDesk } from '../support/installation';
import { type TestDatabase, testDatabase } from '../support/postgres';

const croydon = { latitude: 51.37, longitude: -0.1 };

let database: TestDatabase;
let running: TestApp;
let desk: Desk;
let other: Desk;
/** What goes to the database; set before there is a connection, for each takes its way of asking when it is made. */
let sent: jest.SpiedFunction<typeof pg.Client.prototype.query>;

beforeEach(async () => {
  sent = jest.spyOn(pg.Client.prototype, 'query');
  database = await testDatabase();
  running = await testApp(database, { listen: true, clock: new FixedClock(new Date('2026-11-24T09:42:00Z')) });
  desk = await aDesk(running.url, database);
  other = await aDesk(running.url, database);
}, 60_000);

afterEach(async () => {
  await running?.close();
  await database?.close();
  sent.mockRestore();
});

const board = (query = '', by = desk) => by.request<Board>('GET', `/api/board?date=2026-12-03${query}`);
const judge = (bookingId: string, query = '') => desk.request<BoardJudgements>('GET', `/api/board/judgements?date=2026-12-03&bookingId=${bookingId}${query}`);

const booked = async (by: Desk, interpreter: { id: string }, site: { id: string }, time: string, length = 45) => {
  const patient = await by.addPatient({ name: `Patient at ${time}` });
  const booking = await by.book(aRequest(patient, site, { time, length }));
  await by.request('POST', `/api/bookings/${booking.id}/assignment`, { interpreterId: interpreter.id, agreed: 'by-phone', conflict: 'none' });
  return booking;
};

const rowOf = (page: Board, name: string) => page.rows.find(({ displayName }) => displayName === name);

describe('the board of a day', () => {
  it('shows who works, their jobs, the way between them and their hours; above it what is open, and what happens next', async () => {
    const [site, far] = [await desk.addSite(), await desk.addSite({ ...croydon, name: 'Croydon' })];
    const hiba = await desk.addInterpreter({ hours: [{ weekday: 4, from: '09:00', to: '17:00' }] });
    await desk.addInterpreter({ displayName: 'Mondays Only', hours: [{ weekday: 1, from: '09:00', to: '17:00' }] });
    await booked(desk, hiba, site, '09:30');
    await booked(desk, hiba, far, '12:00');
    const patient = await desk.addPatient({ name: 'Open Patient' });
    const open = await desk.book(aRequest(patient, site, { time: '15:00' }));
    const before = await board();
    expect(before).toMatchObject({ zone: 'Europe/London', date: '2026-12-03', span: 'day', next: null });
    expect(before.unassigned).toMatchObject([{ id: open.id, patientName: 'Open Patient', asked: [], isOver: false, next: { words: 'Nobody is asked, tries video', at: '2026-12-02T15:00:00.000Z' } }]);
    expect(before.rows.map(({ displayName }) => displayName)).toEqual(['Hiba Elamin']);
    expect(before.rows[0]).toMatchObject({
      languages: ['Sudanese Arabic'],
      jobs: [{ patientName: 'Patient at 09:30' }, { patientName: 'Patient at 12:00', site: 'Croydon', room: 'Room 6' }],
      busy: [],
      journeys: [{ startsAt: '2026-12-03T10:47:00.000Z', endsAt: '2026-12-03T12:00:00.000Z', minutes: 73, isTooShort: false }],
      working: [{ startsAt: '2026-12-03T09:00:00.000Z', endsAt: '2026-12-03T17:00:00.000Z' }],
    });
    const { offers } = await desk.offer(open.id, [hiba.id]);
    expect((await board()).unassigned).toMatchObject([{ asked: [hiba.id], next: { words: 'Answer due', at: offers[0]?.expiresAt } }]);
  });

  it('shows of a handover, in each row, the part that they work; what nobody has yet stands above', async () => {
    const site = await desk.addSite();
    const [hiba, rasha] = [await desk.addInterpreter(), await desk.addInterpreter({ displayName: 'Rasha Abdelrahim' })];
    const booking = await desk.book({ ...aRequest(await desk.addPatient(), site, { time: '10:00', length: 120 }), staffing: { kind: 'handover', minutes: [75] } });
    const take = (interpreterId: string) => desk.request('POST', `/api/bookings/${booking.id}/assignment`, { interpreterId, agreed: 'by-phone', conflict: 'none' });
    const partsOf = (page: Board) => ['Hiba Elamin', 'Rasha Abdelrahim'].flatMap((name) => rowOf(page, name)?.jobs.map(({ startsAt, endsAt }) => [name, startsAt.slice(11, 16), endsAt.slice(11, 16)]) ?? []);
    await take(hiba.id);
    expect([partsOf(await board()), (await board()).unassigned.map(({ id }) => id)]).toEqual([[['Hiba Elamin', '10:00', '11:15']], [booking.id]]);
    await take(rasha.id);
    expect([partsOf(await board()), (await board()).unassigned]).toEqual([[['Hiba Elamin', '10:00', '11:15'], ['Rasha Abdelrahim', '11:15', '12:00']], []]);
  });

  it('shows another organisation’s job as time that is taken, to the half hour, and nothing more', async () => {
    const hiba = await desk.addInterpreter();
    const theirs = await booked(other, hiba, await other.addSite({ ...croydon, name: 'Elsewhere' }), '10:10', 40);
    const row = rowOf(await board(), 'Hiba Elamin');
    expect(row).toMatchObject({ jobs: [], journeys: [], busy: [{ startsAt: '2026-12-03T10:00:00.000Z', endsAt: '2026-12-03T11:00:00.000Z' }] });
    expect(JSON.stringify(await board())).not.toMatch(new RegExp(`${theirs.id}|Elsewhere|Patient at|51\\.37`));
    const site = await desk.addSite();
    const open = await desk.book(aRequest(await desk.addPatient(), site, { time: '11:00' }));
    expect((await judge(open.id)).rows).toEqual([
      { interpreterId: hiba.id, verdict: 'conflict', short: null, sentence: 'Busy or travelling then.' },
    ]);
  });

  it('leaves out who is away all day, who agreed to no hours here, and whoever is not looked for', async () => {
    const away = { kind: 'away' as const, fromDate: '2026-12-01', toDate: '2026-12-05', from: null, to: null };
    await desk.addInterpreter({ displayName: 'Away All Week', exceptions: [away] });
    await desk.addInterpreter({ displayName: 'Never Here', organisationHours: [] });
    await desk.addInterpreter({ displayName: 'Speaks Dari', skills: [{ varietyId: 'prs', credential: 'DPSI Health', credentialExpiresOn: '2030-01-01' }] });
    await desk.addInterpreter({ displayName: 'Zahra Nur' });
    const names = async (query = '') => (await board(query)).rows.map(({ displayName }) => displayName);
    expect(await names()).toEqual(['Speaks Dari', 'Zahra Nur']);
    expect(await names('&language=prs')).toEqual(['Speaks Dari']);
    expect(await names('&search=zahra%20arabic')).toEqual(['Zahra Nur']);
  });

  it('begins a week on its Monday', async () => {
    await desk.addInterpreter({ displayName: 'Sundays Only', hours: [{ weekday: 7, from: '09:00', to: '17:00' }] });
    const week = await board('&span=week');
    expect(week).toMatchObject({ date: '2026-11-30', span: 'week' });
    expect(rowOf(week, 'Sundays Only')?.working).toEqual([{ startsAt: '2026-12-06T09:00:00.000Z', endsAt: '2026-12-06T17:00:00.000Z' }]);
  });
});

describe('a job held over the rows', () => {
  it('says of each who is best, who is possible, and why not the others, with the words of the rules', async () => {
    const [site, far] = [await desk.addSite(), await desk.addSite({ ...croydon, name: 'Croydon' })];
    const near = await desk.addInterpreter({ displayName: 'A Near', home: { latitude: 51.501, longitude: -0.101 } });
    const farther = await desk.addInterpreter({ displayName: 'B Farther', home: { latitude: 51.6, longitude: -0.1 } });
    const late = await desk.addInterpreter({ displayName: 'C Late' });
    const booked12 = await booked(desk, late, far, '12:00');
    const double = await desk.addInterpreter({ displayName: 'D Double' });
    await booked(desk, double, site, '13:30');
    const dari = await desk.addInterpreter({ displayName: 'E Dari', skills: [{ varietyId: 'prs', credential: 'DPSI Health', credentialExpiresOn: '2030-01-01' }] });
    const open = await desk.book(aRequest(await desk.addPatient(), site, { time: '13:30' }));
    const { best, rows } = await judge(open.id);
    expect(best).toEqual({ interpreterId: near.id, displayName: 'A Near' });
    const of = (interpreterId: string) => rows.find((row) => row.interpreterId === interpreterId);
    expect(of(near.id)).toMatchObject({ verdict: 'best', short: expect.stringMatching(/^\d+ min away$/) });
    expect(of(farther.id)).toMatchObject({ verdict: 'possible' });
    expect(of(late.id)).toEqual({
      interpreterId: late.id,
      verdict: 'conflict',
      short: '28 min short',
      sentence: 'Finishes at Croydon at 12:45. Travel takes 73 min, the gap is 45. Could start at 13:58.',
    });
    expect(of(double.id)).toMatchObject({ verdict: 'conflict', short: 'Other job', sentence: 'Booked 13:30–14:15 for Patient at 13:30.' });
    expect(of(dari.id)).toMatchObject({ verdict: 'ruled-out', short: null });
    expect(of(dari.id)?.sentence).toBe((await desk.whyNot(open.id, dari.id) as { sentence: string }).sentence);
    // What the rules said is what offering says, too.
    await expect(desk.offer(open.id, [late.id])).rejects.toMatchObject({ code: 'interpreter-not-possible' });
    await expect(desk.offer(open.id, [near.id])).resolves.toMatchObject({ state: 'offering' });
    expect(booked12.id).toBeDefined();
  });
});

describe('a job that is booked', () => {
  it('may go to somebody else instead, best to whoever is best beside the one who is booked', async () => {
    const site = await desk.addSite();
    const near = await desk.addInterpreter({ displayName: 'A Near', home: { latitude: 51.501, longitude: -0.101 } });
    const farther = await desk.addInterpreter({ displayName: 'B Farther', home: { latitude: 51.6, longitude: -0.1 } });
    const job = await booked(desk, near, site, '13:30');
    expect(rowOf(await board(), 'A Near')?.jobs).toMatchObject([{ id: job.id, maySwap: true }]);
    const { best, rows } = await judge(job.id);
    expect(best).toEqual({ interpreterId: farther.id, displayName: 'B Farther' });
    expect(rows.find(({ interpreterId }) => interpreterId === farther.id)).toMatchObject({ verdict: 'best' });
  });
});

describe('with many interpreters', () => {
  const statements = async (work: () => Promise<unknown>): Promise<number> => {
    const before = sent.mock.calls.length;
    await work();
    return sent.mock.calls.length - before;
  };

  it('comes in pages, those with jobs first and then by name, in as many statements as with one', async () => {
    const site = await desk.addSite();
    const open = await desk.book(aRequest(await desk.addPatient(), site));
    const [first] = [await desk.addInterpreter({ displayName: 'A 000' })];
    await booked(desk, first, site, '09:00');
    await board();
    await judge(open.id);
    const [shown, judged] = [await statements(() => board()), await statements(() => judge(open.id))];
    expect(shown).toBeGreaterThan(5);
    for (let n = 1; n <= 70; n++) {
      const one = await desk.addInterpreter({ displayName: `A ${String(n).padStart(3, '0')}` });
      if (n % 10 === 0) await booked(desk, one, site, '10:00');
    }
    expect(await statements(() => board())).toBe(shown);
    // Who is best of everybody is looked for forty at a time.
    expect(await statements(() => judge(open.id))).toBeLessThanOrEqual(judged + 1);
    const page = await board();
    expect(page.rows).toHaveLength(60);
    const rest = await board(`&after=${encodeURIComponent(page.next ?? '')}`);
    const names = [...page.rows, ...rest.rows].map(({ displayName }) => displayName);
    expect(names.slice(0, 10)).toEqual(['A 000', 'A 010', 'A 020', 'A 030', 'A 040', 'A 050', 'A 060', 'A 070', 'A 001', 'A 002']);
    expect(new Set(names).size).toBe(71);
    expect(rest.next).toBeNull();
    expect((await judge(open.id, `&after=${encodeURIComponent(page.next ?? '')}`)).rows).toHaveLength(11);
  }, 120_000);
});
