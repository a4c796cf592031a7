import type { Interpreter, MyCalendar, MyCalendarMade, Site } from '@dragoman/contracts';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { aRequest, type Desk } from '../support/desk';
import { signedInPhone } from '../support/my';
import { MY_OPENING, type MyStand, myStand } from '../support/my-stand';

let world: MyStand;
let site: Site;

beforeAll(async () => {
  world = await myStand();
  site = await world.ruth.addSite({ name: 'Riverside Health Centre; north, wing', address: `14 Mill Lane, ${'Upper Eastport by the Sea, '.repeat(4)}Kent` });
}, 120_000);

afterAll(() => world.close());

beforeEach(async () => {
  world.at(MY_OPENING);
  await world.superuser.query('truncate access.sign_in_attempts');
});

interface Reader {
  interpreter: Interpreter;
  phone: Desk;
  url: string;
}

const reader = async (): Promise<Reader> => {
  const interpreter = await world.ruth.addInterpreter();
  const phone = await signedInPhone(world, interpreter);
  const { url } = await phone.request<MyCalendarMade>('POST', '/api/my/calendar');
  // The address says where the world reaches us; the test listens elsewhere.
  return { interpreter, phone, url: `${world.url}${new URL(url).pathname}` };
};
const book = async ({ interpreter, phone }: Reader, when: { date: string; time: string }) => {
  const booking = await world.ruth.book(aRequest(await world.ruth.addPatient({ name: 'Amna Idris Osman' }), site, { ...when, offerTo: [interpreter.id] }));
  await phone.request('POST', `/api/my/offers/${booking.offers[0]?.id}/accept`, {});
  return booking;
};
const read = async (url: string): Promise<string> => (await fetch(url)).text();
const byIcalJs = (text: string) => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
const byNodeIcal = (text: string) => Object.values(nodeIcal.sync.parseICS(text)).flatMap((part) => (part?.type === 'VEVENT' ? [part] : []));

describe('the address that a calendar program reads', () => {
  it('shows one’s jobs to the minute on both sides of a clock change, as two programs read it', async () => {
    const mine = await reader();
    // On 28 March 2027 clocks go forward in London.
    await book(mine, { date: '2027-03-27', time: '14:30' });
    await book(mine, { date: '2027-03-29', time: '14:30' });
    const text = await read(mine.url);
    const times = ['2027-03-27T14:30:00.000Z 2027-03-27T15:10:00.000Z', '2027-03-29T13:30:00.000Z 2027-03-29T14:10:00.000Z'];
    expect(byIcalJs(text).map(({ startDate, endDate }) => `${startDate.toJSDate().toISOString()} ${endDate.toJSDate().toISOString()}`)).toEqual(times);
    expect(byNodeIcal(text).map(({ start, end }) => `${new Date(start).toISOString()} ${new Date(end ?? 0).toISOString()}`)).toEqual(times);
  });

  it('says where, and neither for whom nor what about', async () => {
    const mine = await reader();
    await book(mine, { date: '2026-12-03', time: '14:30' });
    const text = await read(mine.url);
    const [event] = byIcalJs(text);
    expect([event?.summary, event?.location]).toEqual(['Interpreting', expect.stringMatching(/^Riverside Health Centre; north, wing, 14 Mill Lane, Upper Eastport .* Kent$/)]);
    expect(byNodeIcal(text)[0]?.location).toBe(event?.location);
    expect(text).not.toMatch(/Amna|Idris|Diabetes|Arabic|Room 6/);
  });

  it('is folded at 75 octets and ends its lines as the standard says', async () => {
    const mine = await reader();
    await book(mine, { date: '2026-12-03', time: '14:30' });
    const text = await read(mine.url);
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  });

  it('is sent again only when something changed', async () => {
    const mine = await reader();
    await book(mine, { date: '2026-12-03', time: '14:30' });
    const first = await fetch(mine.url);
    expect([first.headers.get('content-type'), first.headers.get('cache-control')]).toEqual(['text/calendar; charset=utf-8', 'private, no-cache']);
    const tag = first.headers.get('etag') ?? '';
    const again = () => fetch(mine.url, { headers: { 'if-none-match': tag } });
    world.at('2026-11-24T10:42:00Z');
    expect((await again()).status).toBe(304);
    await book(mine, { date: '2026-12-04', time: '14:30' });
    expect((await again()).status).toBe(200);
  });

  it('loses what was cancelled', async () => {
    const mine = await reader();
    const { id } = await book(mine, { date: '2026-12-03', time: '14:30' });
    expect(byIcalJs(await read(mine.url))).toHaveLength(1);
    await world.ruth.request('POST', `/api/bookings/${id}/cancellation`, { by: 'clinic', reason: 'The clinic is closed' });
    expect(byIcalJs(await read(mine.url))).toEqual([]);
  });

  it('stops when it is made anew, when it is removed, and when its owner does not work any more', async () => {
    const mine = await reader();
    const { url: newer } = await mine.phone.request<MyCalendarMade>('POST', '/api/my/calendar');
    const here = `${world.url}${new URL(newer).pathname}`;
    const status = async (url: string): Promise<number> => (await fetch(url)).status;
    expect([await status(mine.url), await status(here)]).toEqual([404, 200]);
    for (let times = 0; times < 2; times++) await mine.phone.request('DELETE', '/api/my/calendar');
    expect(await status(here)).toBe(404);
    const other = await reader();
    await world.ruth.request('PUT', `/api/interpreters/${other.interpreter.id}/activity`, { active: false, version: other.interpreter.version });
    expect(await status(other.url)).toBe(404);
    expect(await status(`${world.url}/calendar/${'x'.repeat(22)}.ics`)).toBe(404);
  });

  it('is told once, kept as a hash, and shows when it was read last', async () => {
    const mine = await reader();
    const about = () => mine.phone.request<MyCalendar>('GET', '/api/my/calendar');
    expect(await about()).toEqual({ since: new Date(MY_OPENING).toISOString(), lastReadAt: null });
    await read(mine.url);
    expect((await about()).lastReadAt).toBe(new Date(MY_OPENING).toISOString());
    const token = /([\w-]{22})\.ics$/.exec(mine.url)?.[1] ?? '';
    const { rows } = await world.superuser.query('select f::text as row from access.calendar_feeds f where interpreter_id = $1', [mine.interpreter.id]);
    expect(rows[0].row).not.toContain(token);
  });
});
