import { randomUUID } from 'node:crypto';
import type { BookingDetail } from '@dragoman/contracts';
import { aRequest, type Desk, offerLinks, pressAccept, until } from '../support/desk';
import { aDesk } from '../support/installation';
import { type TestDatabase, testDatabase } from '../support/postgres';
import { type ServerProcess, startServer } from '../support/server';

let database: TestDatabase;
let server: ServerProcess;
let desk: Desk;

beforeAll(async () => {
  database = await testDatabase();
  server = await startServer({ database, env: { CLOCK_STARTS_AT: '2026-11-24T09:42:00Z' } });
  desk = await aDesk(server.url, database);
}, 120_000);

afterAll(async () => {
  await server?.stop();
  await database?.close();
});

const booked = async () => {
  const [site, patient, hiba] = [await desk.addSite(), await desk.addPatient(), await desk.addInterpreter()];
  const { id } = await desk.book({ ...aRequest(patient, site), offerTo: [hiba.id] });
  const [link = ''] = await offerLinks(desk, hiba.phone, 1);
  expect((await pressAccept(link)).status).toBe(303);
  return { id, hiba, link };
};
const ask = (id: string, headers: Record<string, string>, body: unknown = { room: 'Room 2' }) =>
  fetch(`${server.url}/api/bookings/${id}/changes`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: desk.cookies, 'x-dragoman': '1', 'idempotency-key': randomUUID(), ...headers },
    body: JSON.stringify(body),
  });

describe('a change through HTTP', () => {
  it('needs to say which revision was seen, and never overwrites another in silence', async () => {
    const { id } = await booked();
    expect(await (await ask(id, {})).json()).toMatchObject({ status: 428, code: 'if-match-missing' });
    expect((await ask(id, { 'if-match': 'yesterday' })).status).toBe(400);
    const shown = await fetch(`${server.url}/api/bookings/${id}`, { headers: { cookie: desk.cookies } });
    const tag = shown.headers.get('etag') ?? '';
    expect(tag).toBe(`"${((await shown.json()) as BookingDetail).revision}"`);
    const [first, second] = [await ask(id, { 'if-match': tag }), await ask(id, { 'if-match': tag }, { room: 'Room 3' })];
    expect([first.status, second.status]).toEqual([200, 412]);
    expect(first.headers.get('etag')).not.toBe(tag);
    expect(await second.json()).toMatchObject({ code: 'changed-meanwhile' });
    expect((await desk.booking(id)).room).toBe('Room 2');
  }, 60_000);

  it('that moves it asks whoever was booked again, and tells the timeline what it was', async () => {
    const { id, hiba } = await booked();
    const moved = await desk.change(id, { date: '2026-12-04', time: '10:00' });
    expect(moved).toMatchObject({ state: 'offering', interpreter: null, date: '2026-12-04', time: '10:00' });
    expect(moved.timeline.find(({ kind }) => kind === 'changed')).toMatchObject({
      title: 'Time changed', detail: expect.stringMatching(/03\/12\/2026 14:30 → 04\/12\/2026 10:00 · Hiba Elamin is free again/),
    });
    const [first = '', again = ''] = await offerLinks(desk, hiba.phone, 2);
    const old = await pressAccept(first);
    expect([old.status, old.page]).toEqual([409, expect.stringContaining('no longer yours')]);
    expect((await pressAccept(again)).status).toBe(303);
    expect((await desk.booking(id)).interpreter?.displayName).toBe('Hiba Elamin');
  }, 60_000);

  it('swaps whoever is booked in one step', async () => {
    const { id, hiba } = await booked();
    const rasha = await desk.addInterpreter({ displayName: 'Rasha Abdelrahim' });
    const swapped = await desk.request<BookingDetail>('POST', `/api/bookings/${id}/swap`, { outgoingId: hiba.id, interpreterId: rasha.id, agreed: 'by-phone' });
    expect(swapped).toMatchObject({ state: 'confirmed', interpreter: { displayName: 'Rasha Abdelrahim' } });
    expect(swapped.timeline.find(({ kind }) => kind === 'replaced')?.title).toBe('Rasha Abdelrahim instead of Hiba Elamin');
    await until(async () => {
      const texts = (await desk.phones()).phones.filter(({ address }) => address === hiba.phone).flatMap(({ messages }) => messages);
      return texts.some(({ body }) => body.startsWith('No longer yours, please do not go'));
    }, 'a word to whoever was replaced');
  }, 60_000);
});

describe('giving a job back by its link', () => {
  const give = (link: string, reason?: string) =>
    fetch(`${link}/give-back`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(reason === undefined ? {} : { reason }),
    });

  it('asks once, then the search begins again; looking changes nothing', async () => {
    const { id, link } = await booked();
    const page = await (await fetch(`${link}/give-back`)).text();
    expect(page).toContain('Give this job back?');
    expect(page).not.toContain('<textarea');
    expect((await desk.booking(id)).state).toBe('confirmed');
    expect([(await give(link)).status, (await give(link)).status]).toEqual([303, 303]);
    const after = await desk.booking(id);
    expect(after).toMatchObject({ state: 'requested', interpreter: null });
    expect(after.timeline.filter(({ kind }) => kind === 'given-back')).toMatchObject([{ title: 'Hiba Elamin gave the job back' }]);
    expect(await (await fetch(link)).text()).toContain('You gave this job back');
  }, 60_000);
});
