import type { Browser } from 'playwright-core';
import { launchBrowser, takePicture } from '../support/browser';
import { signIn, widths } from '../support/console';
import { aRequest, Desk, until } from '../support/desk';
import { firstAdministrator } from '../support/installation';
import { look } from '../support/looks';
import { type TestDatabase, testDatabase } from '../support/postgres';
import { type ServerProcess, startServer } from '../support/server';

let browser: Browser;
let database: TestDatabase;
let server: ServerProcess;
let desk: Desk;
let sign: { email: string; password: string };

beforeAll(async () => {
  browser = await launchBrowser();
  database = await testDatabase();
  server = await startServer({ database, env: { DEMO: '0', CLOCK_STARTS_AT: '2026-11-24T10:42:00Z' } });
  sign = await firstAdministrator(database, 'Marlowe Road');
  desk = new Desk(server.url);
  await desk.signIn(sign.email, sign.password);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await database?.close();
});

/** The patient was told of it before it was cancelled, so somebody has to call. */
const toBeCalled = async (): Promise<string> => {
  const [site, patient, hiba] = [await desk.addSite(), await desk.addPatient(), await desk.addInterpreter()];
  const { id } = await desk.book(aRequest(patient, site));
  await desk.request('POST', `/api/bookings/${id}/assignment`, { interpreterId: hiba.id, agreed: 'by-phone' });
  await until(async () => (await desk.booking(id)).timeline.some(({ message }) => message?.to === 'patient'), 'the patient to be told');
  await desk.request('POST', `/api/bookings/${id}/cancellation`, { by: 'clinic', reason: 'The doctor is ill' });
  await until(async () => (await desk.booking(id)).tasks.length > 0, 'the task to call');
  return id;
};

it('a task is ticked off after one question, which is announced by its own words and gives the focus back', async () => {
  const bookingId = await toBeCalled();
  const context = await browser.newContext({ ...widths.phone, locale: 'en-GB', reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(`${server.url}/bookings/${bookingId}`);
  await signIn(page, sign);
  try {
    const done = page.getByRole('button', { name: /^Done/ });
    await done.press('Enter');
    const question = page.getByRole('dialog', { name: 'Is it dealt with?', exact: true });
    await question.waitFor();
    await look(page, 'phone-task-done-asked');
    await question.getByRole('button', { name: 'Not yet' }).press('Enter');
    await question.waitFor({ state: 'detached' });
    await page.waitForFunction(() => document.activeElement?.textContent?.startsWith('Done, '));
    await done.press('Enter');
    await question.getByRole('button', { name: 'Yes, it is done' }).press('Enter');
    await done.waitFor({ state: 'detached' });
    expect((await desk.booking(bookingId)).tasks).toEqual([]);
  } catch (error) {
    await takePicture(page, 'failed-task-done').catch(() => undefined);
    throw error;
  }
}, 60_000);
