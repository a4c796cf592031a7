import pg from 'pg';
import { aPhone, aRequest, Desk, offerLinks, pressAccept, until } from '../support/desk';
import { firstAdministrator } from '../support/installation';
import { type TestDatabase, testDatabase } from '../support/postgres';
import { type ServerProcess, startServer } from '../support/server';

/** A session that an interpreter accepted. */
interface Session {
  id: string;
  link: string;
}

let database: TestDatabase;
let server: ServerProcess;
let superuser: pg.Client;
let desk: Desk;
let early: { status: number; page: string };
const made: Record<'yes' | 'no' | 'twice' | 'cancelled' | 'expired', Session> = {} as never;

const press = async (link: string, body: string): Promise<{ status: number; page: string; to: string | null }> => {
  const { pathname } = new URL(link);
  const answer = await fetch(`${server.url}${pathname}/understood`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: server.url, 'content-type': 'application/x-www-form-urlencoded' },
    body,
  });
  return { status: answer.status, page: await answer.text(), to: answer.headers.get('location') };
};
const say = (link: string, understood: string) => press(link, `understood=${understood}`);
const answersOf = async (session: Session) => (await desk.booking(session.id)).understanding.answers.map(({ side, understood }) => ({ side, understood }));

/** Booked on the Tuesday before; the server then comes up again when all of them are over. */
beforeAll(async () => {
  database = await testDatabase();
  superuser = new pg.Client({ connectionString: database.superuserUrl });
  await superuser.connect();
  server = await startServer({ database, env: { CLOCK_STARTS_AT: '2026-11-24T09:42:00Z' } });
  const { email, password } = await firstAdministrator(database);
  desk = new Desk(server.url);
  await desk.signIn(email, password);
  for (const name of ['yes', 'no', 'twice', 'cancelled', 'expired'] as const) {
    const interpreter = await desk.addInterpreter({ phone: aPhone() });
    const booking = await desk.book(aRequest(await desk.addPatient(), await desk.addSite(), { date: '2026-11-25', offerTo: [interpreter.id] }));
    const [link = ''] = await offerLinks(desk, interpreter.phone, 1);
    expect((await pressAccept(link)).status).toBe(303);
    made[name] = { id: booking.id, link };
  }
  early = await say(made.yes.link, 'yes');
  await desk.request('POST', `/api/bookings/${made.cancelled.id}/cancellation`, { by: 'clinic', reason: 'Booked twice.' });
  await server.stop();
  server = await startServer({ database, env: { CLOCK_STARTS_AT: '2026-11-25T16:30:00Z' } });
  desk = new Desk(server.url);
  await desk.signIn(email, password);
}, 180_000);

afterAll(async () => {
  await superuser?.end();
  await server?.stop();
  await database?.close();
});

describe('what the interpreter says behind the link after the session', () => {
  it('is refused before it is over, and says when to come back', () => {
    expect(early.status).toBe(409);
    expect(early.page).toContain('The appointment is not over yet. Ask afterwards.');
  });

  it('is kept when they understood each other, and leads back to the page', async () => {
    const { id, link } = made.yes;
    expect(await answersOf(made.yes)).toEqual([]);
    expect(await say(link, 'yes')).toMatchObject({ status: 303, to: new URL(link).pathname });
    const { understanding } = await desk.booking(id);
    expect(understanding).toMatchObject({ answers: [{ side: 'interpreter', understood: true }], reviews: [] });
  });

  it('lowers the pair when they did not, opens a review and puts it on the list', async () => {
    const { id, link } = made.no;
    expect((await say(link, 'no')).status).toBe(303);
    const row = await until(
      async () => (await desk.today()).queue.find(({ kind, bookingId }) => kind === 'understanding-review' && bookingId === id),
      'the review on the list of today',
    );
    expect(row).toMatchObject({ sentence: expect.stringContaining('is not for this patient until a coordinator closes the review') });
    const { understanding, tasks } = await desk.booking(id);
    expect(understanding.reviews).toMatchObject([{ outcome: null, sessions: [{ bookingId: id, side: 'interpreter' }] }]);
    expect(tasks.map(({ isTicked }) => isTicked)).toEqual([false]);
    await expect(desk.request('POST', `/api/tasks/${row.taskId}/done`)).rejects.toMatchObject({ status: 409, code: 'review-open' });
  });

  it('is said once when it is pressed twice at once, and may be corrected', async () => {
    const { id, link } = made.twice;
    const [first, second] = await Promise.all([say(link, 'no'), say(link, 'no')]);
    expect([first.status, second.status]).toEqual([303, 303]);
    expect(await answersOf(made.twice)).toEqual([{ side: 'interpreter', understood: false }]);
    await until(async () => (await desk.booking(id)).understanding.reviews.length === 1, 'the review');
    expect((await say(link, 'yes')).status).toBe(303);
    await until(async () => (await desk.booking(id)).understanding.reviews[0]?.outcome === 'restore', 'the pair to be given back');
    expect((await desk.booking(id)).understanding.reviews).toHaveLength(1);
  });

  it.each(['', 'understood=perhaps'])('is nothing where the form says “%s”: it leads back to the page', async (body) => {
    expect((await press(made.cancelled.link, body)).status).toBe(303);
    expect(await answersOf(made.cancelled)).toEqual([]);
  });

  it('is refused where the booking was cancelled', async () => {
    const answer = await say(made.cancelled.link, 'no');
    expect(answer.status).toBe(409);
    expect(answer.page).toContain('This appointment was cancelled');
    expect(await answersOf(made.cancelled)).toEqual([]);
  });

  it('is nothing behind a link that is wrong or has expired, and both look the same', async () => {
    const { link } = made.expired;
    const wrong = await say(`${link.slice(0, -4)}AAAA`, 'no');
    await superuser.query(`update access.links set expires_at = '2026-11-25T16:00:00Z' where subject_id in (select id from bookings.offers where booking_id = $1)`, [
      made.expired.id,
    ]);
    const expired = await say(link, 'no');
    expect([wrong.status, expired.status]).toEqual([404, 404]);
    expect(expired.page).toBe(wrong.page);
    expect(await answersOf(made.expired)).toEqual([]);
  });
});
