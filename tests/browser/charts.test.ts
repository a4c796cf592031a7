import type { Interpreter, VersionedPolicy } from '@dragoman/contracts';
import type { Page } from 'playwright-core';
import { takePicture } from '../support/browser';
import { type ConsoleStand, consoleStand, signIn, widths } from '../support/console';
import { aPhone, aRequest, until } from '../support/desk';
import { look } from '../support/looks';

let stand: ConsoleStand;
let interpreter: Interpreter;

beforeAll(async () => {
  stand = await consoleStand();
  const { desk } = stand;
  const { version, policy } = await desk.request<VersionedPolicy>('GET', '/api/organisation/policy');
  await desk.request('PUT', '/api/organisation/policy', { version, policy: { ...policy, spending: { monthlyCap: 50, pricePerPart: 0.041, pricePerCall: 0.1, currency: 'GBP' } } });
  interpreter = await desk.addInterpreter();
  const [site, patient] = [await desk.addSite(), await desk.addPatient({ channels: [{ channel: 'sms', address: aPhone(), safety: 'private', isConfirmed: true }] })];
  for (const time of ['12:00', '12:45', '14:00', '16:00']) await desk.book(aRequest(patient, site, { date: '2026-11-24', time, length: 30, topic: 'general' }));
  const { id } = await desk.book(aRequest(patient, site));
  await desk.request('POST', `/api/bookings/${id}/assignment`, { interpreterId: interpreter.id, agreed: 'by-phone' });
  await until(async () => (await desk.booking(id)).timeline.some(({ message }) => message?.to === 'patient'), 'the patient to be told');
}, 120_000);

afterAll(() => stand?.close());

/** Booked with the interpreter. @returns where the clinic says what became of it. */
const aJob = async (time: string): Promise<string> => {
  const { desk } = stand;
  const { id } = await desk.book(aRequest(await desk.addPatient(), await desk.addSite(), { date: '2026-11-24', time, length: 20, modality: 'phone' }));
  await desk.request('POST', `/api/bookings/${id}/assignment`, { interpreterId: interpreter.id, agreed: 'by-phone' });
  return `/api/bookings/${id}`;
};

/** What only listeners hear must not make a page wider for those who look. */
const isNoWiderThanTheScreen = async (page: Page): Promise<void> => {
  const { wide, seen } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth, seen: screen.width }));
  expect(wide).toBeLessThanOrEqual(seen);
};

const tableSays = (page: Page, caption: string) => page.getByRole('table', { name: caption });

describe.each([
  ['desktop', 'light'],
  ['desktop', 'dark'],
  ['phone', 'dark'],
] as const)('what is rather looked at than read, on a %s, %s', (width, colorScheme) => {
  it('stands there as a picture, and as a table for whoever does not see it', async () => {
    const context = await stand.browser.newContext({ ...widths[width], locale: 'en-GB', timezoneId: 'Europe/London', reducedMotion: 'reduce', colorScheme });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    try {
      await page.goto(stand.server.url);
      await signIn(page, stand.sign);
      const day = page.getByRole('region', { name: 'The day by the hour' });
      await day.getByText('Nobody is booked yet for any of 4.').waitFor();
      await tableSays(page, 'Appointments today by the hour in which they begin').getByRole('row', { name: '12:00 0 2' }).waitFor();
      await isNoWiderThanTheScreen(page);
      await look(page, `${width}-${colorScheme}-charts-1-today`);
      await page.goto(`${stand.server.url}/messages`);
      await tableSays(page, 'What text messages and calls cost, by day').getByRole('row', { name: /^Tuesday 24 November 2026 £0\.\d\d £0\.00$/ }).waitFor();
      await isNoWiderThanTheScreen(page);
      await look(page, `${width}-${colorScheme}-charts-2-spending`);
      await page.goto(`${stand.server.url}/interpreters/${interpreter.id}`);
      await page.getByText('No job with you is over yet.').waitFor();
      await look(page, `${width}-${colorScheme}-charts-3-no-job`);
    } catch (error) {
      await takePicture(page, `failed-charts-${width}-${colorScheme}`).catch(() => undefined);
      throw error;
    } finally {
      await context.close();
    }
  }, 60_000);
});

describe('an interpreter’s months', () => {
  it('say what became of their jobs, those without any too', async () => {
    const [kept, missed] = [await aJob('11:00'), await aJob('11:30')];
    await stand.goOnAt('2026-11-24T12:10:00Z');
    for (const kind of ['started', 'finished']) await stand.desk.request('POST', `${kept}/attendance`, { kind });
    await stand.desk.request('POST', `${missed}/interpreter-absence`, {});
    for (const [width, colorScheme] of [['desktop', 'light'], ['phone', 'light'], ['phone', 'dark']] as const) {
      const context = await stand.browser.newContext({ ...widths[width], locale: 'en-GB', timezoneId: 'Europe/London', reducedMotion: 'reduce', colorScheme });
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      try {
        await page.goto(`${stand.server.url}/interpreters/${interpreter.id}`);
        await signIn(page, stand.sign);
        await page.getByText('Of 2 jobs in twelve months: 1 kept, 1 not come to.').waitFor();
        const table = tableSays(page, 'What became of their jobs with you, by the month in which they began');
        await table.getByRole('row', { name: 'November 2026 1 0 0 1' }).waitFor();
        await table.getByRole('row', { name: 'December 2025 0 0 0 0' }).waitFor();
        expect(await table.getByRole('row').count()).toBe(13);
        await isNoWiderThanTheScreen(page);
        await look(page, `${width}-${colorScheme}-charts-4-months`);
      } catch (error) {
        await takePicture(page, 'failed-charts-months').catch(() => undefined);
        throw error;
      } finally {
        await context.close();
      }
    }
  }, 90_000);
});
