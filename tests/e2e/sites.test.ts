import type { Site } from '@dragoman/contracts';
import { type Desk, aRequest } from '../support/desk';
import { aColleague, aDesk } from '../support/installation';
import { type TestDatabase, testDatabase } from '../support/postgres';
import { type ServerProcess, startServer } from '../support/server';

let database: TestDatabase;
let server: ServerProcess;
let ruth: Desk;
let theirs: Desk;
let reception: Desk;

beforeAll(async () => {
  database = await testDatabase();
  server = await startServer({ database, env: { DEMO: '0', CLOCK_STARTS_AT: '2026-11-24T09:42:00Z' } });
  ruth = await aDesk(server.url, database, 'Marlowe Road');
  theirs = await aDesk(server.url, database, 'Northgate');
  reception = await aColleague(ruth, server.url, { name: 'Sam Okafor', email: 'sam@clinic.example', role: 'receptionist', password: 'seven lamps behind the piano' });
}, 120_000);

afterAll(async () => {
  await server?.stop();
  await database?.close();
});

const said = ({ name, address, zone, latitude, longitude, rooms }: Site) => ({ name, address, zone, latitude, longitude, rooms });
const change = (desk: Desk, site: Site, to: Partial<Site>, tag = `"${site.revision}"`): Promise<Site> =>
  desk.request<Site>('PUT', `/api/sites/${site.id}`, { ...said(site), ...to }, { 'if-match': tag });

it('a site is corrected by whoever says which revision they saw, and by nobody else', async () => {
  const site = await ruth.addSite();
  expect(await change(ruth, site, { address: '15 Marlowe Road' })).toMatchObject({ address: '15 Marlowe Road', revision: 2, closedAt: null });
  await expect(change(ruth, site, { name: 'Another' })).rejects.toMatchObject({ status: 412, code: 'site-changed' });
  await expect(ruth.request('PUT', `/api/sites/${site.id}`, said(site))).rejects.toMatchObject({ status: 428 });
  await expect(change(reception, site, { name: 'Another' }, '*')).rejects.toMatchObject({ status: 403 });
  await expect(change(theirs, site, { name: 'Another' }, '*')).rejects.toMatchObject({ status: 404, code: 'site-not-found' });
  await expect(change(ruth, site, { name: '' }, '*')).rejects.toMatchObject({ status: 422 });
});

it('of two tabs that save at once, one is told', async () => {
  const site = await ruth.addSite();
  const saved = await Promise.allSettled(['One', 'Two'].map((name) => change(ruth, site, { name: `${name} ${site.id}` })));
  expect(saved.map((one) => (one.status === 'fulfilled' ? 200 : one.reason.status)).sort()).toEqual([200, 412]);
});

it('a site where somebody is expected stays open; closed, it is not booked, and two presses close it once', async () => {
  const [site, patient] = [await ruth.addSite(), await ruth.addPatient()];
  const booking = await ruth.book(aRequest(patient, site));
  const close = (desk: Desk) => desk.request<Site>('POST', `/api/sites/${site.id}/closing`);
  await expect(close(ruth)).rejects.toMatchObject({ status: 409, code: 'site-has-appointments', message: expect.stringContaining(booking.reference) });
  await expect(close(reception)).rejects.toMatchObject({ status: 403 });
  await ruth.request('POST', `/api/bookings/${booking.id}/cancellation`, { by: 'clinic', reason: 'Moved' });
  const [one, other] = await Promise.all([close(ruth), close(ruth)]);
  expect(one.closedAt).not.toBeNull();
  expect(other.closedAt).toBe(one.closedAt);
  await expect(ruth.book(aRequest(patient, site))).rejects.toMatchObject({ status: 409, code: 'site-closed' });
  const { id } = await ruth.book(aRequest(patient, await ruth.addSite()));
  await expect(ruth.request('POST', `/api/bookings/${id}/changes`, { siteId: site.id }, { 'if-match': '*' })).rejects.toMatchObject({ status: 409, code: 'site-closed' });
  expect((await ruth.booking(booking.id)).site.name).toBe(site.name);
  await ruth.request('POST', `/api/sites/${site.id}/reopening`);
  expect((await ruth.book(aRequest(patient, site))).site.id).toBe(site.id);
});
