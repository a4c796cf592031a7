import type { Agency, BookingAgencies, BookingDetail } from '@dragoman/contracts';
import { aPhone, aRequest, type Desk, until } from '../support/desk';
import { aDesk } from '../support/installation';
import { type TestDatabase, testDatabase } from '../support/postgres';
import { type ServerProcess, startServer } from '../support/server';

let database: TestDatabase;
let server: ServerProcess;
let desk: Desk;
let agency: Agency;

beforeAll(async () => {
  database = await testDatabase();
  server = await startServer({ database, env: { CLOCK_STARTS_AT: '2026-11-24T09:42:00Z' } });
  desk = await aDesk(server.url, database);
  agency = await desk.request('POST', '/api/agencies', { name: 'Northern Voices', email: 'Desk@Northern.example', phone: '020 7946 0012', varietyIds: ['apd'] });
}, 120_000);

afterAll(async () => {
  await server?.stop();
  await database?.close();
});

const passed = async (): Promise<{ booking: BookingDetail; link: string; requestId: string }> => {
  const booking = await desk.book(aRequest(await desk.addPatient({ name: 'Amna Idris Osman' }), await desk.addSite()));
  const before = (await links()).length;
  const { requests } = await desk.request<BookingAgencies>('POST', `/api/bookings/${booking.id}/agencies`, { agencyId: agency.id });
  const link = await until(async () => {
    const known = await links();
    return known.length > before ? known.at(-1) : undefined;
  }, 'a mail with a link');
  return { booking, link, requestId: requests[0]?.id ?? '' };
};
const links = async (): Promise<string[]> => {
  const { phones } = await desk.phones();
  const theirs = phones.filter(({ address }) => address === 'desk@northern.example').flatMap(({ messages }) => messages);
  return theirs.flatMap(({ body }) => /Confirm or decline: (\S+)/.exec(body)?.[1] ?? []);
};
const post = async (url: string, fields: [string, string][] = []) => {
  const response = await fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
  return { status: response.status, page: await response.text() };
};
const whole = (): [string, string][] => [
  ['name', 'Samira Osman'], ['phone', aPhone()], ['credential', 'NRPSI 12345'], ['word', 'agreed'], ['word', 'language'],
];
const stateOf = async ({ id }: { id: string }) => (await desk.booking(id)).state;

describe('the page behind an agency’s link', () => {
  it('shows all that is needed and nothing about the patient; looking changes nothing', async () => {
    const { booking, link } = await passed();
    for (let times = 0; times < 2; times++) {
      const response = await fetch(link);
      const page = await response.text();
      expect(response.status).toBe(200);
      expect(page).toContain('Sudanese Arabic, exactly that');
      expect(page).toContain(booking.reference);
      expect(page).not.toMatch(/Amna|Idris|<script/);
    }
    expect(await stateOf(booking)).toBe('requested');
  }, 60_000);

  it('books on a whole form, keeps what was typed on half of one, and says so when it is sent again', async () => {
    const { booking, link } = await passed();
    const half = await post(`${link}/confirm`, [['name', 'Samira Osman'], ['word', 'agreed']]);
    expect([half.status, half.page]).toEqual([400, expect.stringContaining('value="Samira Osman"')]);
    const form = whole();
    expect((await post(`${link}/confirm`, form)).status).toBe(303);
    expect((await post(`${link}/confirm`, form)).status).toBe(303);
    expect(await (await fetch(link)).text()).toContain('Samira Osman is booked');
    const { state, interpreter, timeline } = await desk.booking(booking.id);
    expect([state, interpreter?.displayName]).toEqual(['confirmed', 'Samira Osman']);
    expect(timeline.find(({ kind }) => kind === 'confirmed')?.detail).toContain('their agency gave its word');
    expect(JSON.stringify(timeline)).not.toMatch(/\/a\/[\w-]{8,}/);
  }, 60_000);

  it('tells the second of two that somebody else was first, and a no is thanked for', async () => {
    const { booking, link } = await passed();
    const interpreter = await desk.addInterpreter();
    await desk.request('POST', `/api/bookings/${booking.id}/assignment`, { interpreterId: interpreter.id, agreed: 'by-phone' });
    const late = await post(`${link}/confirm`, whole());
    expect([late.status, late.page]).toEqual([409, expect.stringContaining('Somebody else accepted first')]);
    const other = await passed();
    expect((await post(`${other.link}/decline`)).status).toBe(303);
    expect(await (await fetch(other.link)).text()).toContain('Thank you for telling us');
  }, 60_000);

  it('is closed when the clinic takes it back; a link that is none says so', async () => {
    const { booking, link, requestId } = await passed();
    await desk.request('POST', `/api/bookings/${booking.id}/agencies/${requestId}/withdrawal`, {});
    expect(await (await fetch(link)).text()).toContain('No longer needed');
    const none = await fetch(`${server.url}/a/abcdefghijklmnopqrstuv`);
    expect([none.status, await none.text()]).toEqual([404, expect.stringContaining('This link no longer works')]);
  }, 60_000);
});
