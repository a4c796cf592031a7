import type { VersionedPolicy } from '@dragoman/contracts';
import pg from 'pg';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser, takePicture } from '../support/browser';
import { signIn, widths } from '../support/console';
import { aRequest, Desk, offerLinks, pressAccept, until } from '../support/desk';
import { firstAdministrator } from '../support/installation';
import { look } from '../support/looks';
import { type TestDatabase, testDatabase } from '../support/postgres';
import { type ServerProcess, startServer } from '../support/server';

let browser: Browser;
let database: TestDatabase;
let server: ServerProcess;
let superuser: pg.Pool;
let desk: Desk;
let sign: { email: string; password: string };

beforeAll(async () => {
  browser = await launchBrowser();
  database = await testDatabase();
  server = await startServer({ database, env: { DEMO: '0', CLOCK_STARTS_AT: '2026-11-24T10:42:00Z' } });
  superuser = new pg.Pool({ connectionString: database.superuserUrl, max: 1 });
  sign = await firstAdministrator(database, 'Marlowe Road');
  desk = new Desk(server.url);
  await desk.signIn(sign.email, sign.password);
  const { version, policy } = await desk.request<VersionedPolicy>('GET', '/api/organisation/policy');
  const steps = [{ to: 'video' as const, hoursBefore: 26 }, { to: 'phone' as const, hoursBefore: 25 }, { to: 'rebook' as const, hoursBefore: 2 }];
  await desk.request('PUT', '/api/organisation/policy', { version, policy: { ...policy, ladder: { isOn: true, steps, restMinutes: 60 } } });
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await superuser?.end();
  await server?.stop();
  await database?.close();
});

/** As if that much time had gone by for whoever was asked. */
const waited = (bookingId: string) =>
  superuser.query(
    `with a as (update bookings.bookings set created_at = created_at - interval '3 hours' where id = $1),
          b as (update ladders.ladders set asks_since = asks_since - interval '3 hours' where booking_id = $1)
     update ladders.rungs set taken_at = taken_at - interval '3 hours' where booking_id = $1`,
    [bookingId],
  );

describe.each(Object.entries(widths))('an appointment that nobody accepts, on a %s', (width, device) => {
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    context = await browser.newContext({ ...device, locale: 'en-GB', timezoneId: 'America/Vancouver', reducedMotion: 'reduce' });
    page = await context.newPage();
    page.setDefaultTimeout(25_000);
    await page.goto(server.url);
    await signIn(page, sign);
    await page.getByRole('heading', { name: 'Today', exact: true }).waitFor();
  }, 60_000);

  afterAll(async () => {
    await context?.close();
  });

  it('comes down to video and the telephone, is held back in between, alerts everybody, and is accepted by phone', async () => {
    const [site, patient] = [await desk.addSite(), await desk.addPatient({ name: `Maha ${width}`, genderWish: { gender: 'woman', strength: 'required' } })];
    const interpreter = await desk.addInterpreter({ displayName: 'Hiba Elamin', modalities: ['phone'] });
    await desk.addInterpreter({ displayName: 'Omar Adam', gender: 'man', modalities: ['phone'] });
    const booking = await desk.book(aRequest(patient, site, { date: '2026-11-25', time: '10:30' }));
    await page.goto(`${server.url}/bookings/${booking.id}`);
    try {
      const card = page.getByRole('region', { name: 'If nobody accepts' });
      await card.getByText(/^If nobody accepts by Tue 24 Nov 11:4\d, video is tried\.$/).waitFor();
      await card.getByText(/^If nobody accepts by Tue 24 Nov 12:4\d, the telephone is tried\.$/).waitFor();
      await look(page, `${width}-ladder-1-beforehand`);

      await card.getByRole('button', { name: 'Stop the fallback' }).dblclick();
      await card.getByText(/^Stopped by .+ Nothing is tried until somebody lets it go on\.$/).waitFor();
      await page.getByText('Fallback stopped').waitFor();
      await look(page, `${width}-ladder-2-stopped`);
      await waited(booking.id);

      const bar = page.getByRole('region', { name: 'Alerts', exact: true });
      await bar.getByRole('link', { name: booking.reference }).waitFor();
      await look(page, `${width}-ladder-3-alert`);
      await bar.getByRole('button', { name: `I am seeing to it, ${booking.reference}` }).press('Enter');
      await bar.getByRole('link', { name: booking.reference }).waitFor({ state: 'detached' });
      expect((await desk.booking(booking.id)).modality).toBe('in-person');

      await card.getByRole('button', { name: 'Let the fallback go on' }).click();
      await page.getByText('Nobody had accepted: video is tried').waitFor();
      await card.getByText(/^Video was tried/).waitFor();
      await look(page, `${width}-ladder-4-video`);
      await waited(booking.id);
      await page.getByText('Nobody had accepted: the telephone is tried').waitFor();
      await look(page, `${width}-ladder-5-phone`);

      const [link = ''] = await offerLinks(desk, interpreter.phone ?? '', 1);
      expect((await pressAccept(link)).status).toBe(303);
      await until(async () => (await desk.booking(booking.id)).state === 'confirmed', 'a confirmed booking');
      await card.waitFor({ state: 'detached' });
      await look(page, `${width}-ladder-6-confirmed`);
      const { modality, offers } = await desk.booking(booking.id);
      expect([modality, offers.map(({ displayName }) => displayName)]).toEqual(['phone', ['Hiba Elamin']]);
    } catch (error) {
      await takePicture(page, `failed-ladder-${width}`).catch(() => undefined);
      throw error;
    }
  }, 180_000);
});
