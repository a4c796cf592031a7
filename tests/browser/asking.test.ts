import type { BrowserContext, Page } from 'playwright-core';
import { takePicture } from '../support/browser';
import { type ConsoleStand, consoleStand, signIn, widths } from '../support/console';
import { aRequest, until } from '../support/desk';
import { look } from '../support/looks';

/** The simulator's carrier takes it, and its receipt says that nothing arrived. */
const NEVER_ARRIVES = '+447700900999';

let stand: ConsoleStand;

beforeAll(async () => {
  stand = await consoleStand();
}, 120_000);

afterAll(() => stand?.close());

const unreached = async (name: string) => {
  const [site, interpreter] = [await stand.desk.addSite(), await stand.desk.addInterpreter()];
  const patient = await stand.desk.addPatient({ name, channels: [{ channel: 'sms', address: NEVER_ARRIVES, safety: 'private', isConfirmed: true }] });
  const { id: bookingId } = await stand.desk.book(aRequest(patient, site));
  await stand.desk.request('POST', `/api/bookings/${bookingId}/assignment`, { interpreterId: interpreter.id, agreed: 'by-phone' });
  const isAsked = async () => (await stand.desk.today()).queue.some(({ kind, patientId }) => kind === 'ask-again' && patientId === patient.id);
  await until(isAsked, 'the task to ask again');
  return { patient, bookingId, isAsked };
};

describe.each(Object.entries(widths))('a patient to be asked again, on a %s', (width, device) => {
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    context = await stand.browser.newContext({ ...device, locale: 'en-GB', timezoneId: 'America/Vancouver', reducedMotion: 'reduce' });
    page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(stand.server.url);
    await signIn(page, stand.sign);
    await page.getByRole('heading', { name: 'Today', exact: true }).waitFor();
  }, 60_000);

  afterAll(async () => {
    await context?.close();
  });

  it('is found on Today, seen at the booking, and is done with once all is still right', async () => {
    const name = `Amna ${width}`;
    const { bookingId, isAsked } = await unreached(name);
    const words = page.getByText('A message to them did not arrive since they were last asked. Ask again how they want to be told');
    try {
      await page.goto(`${stand.server.url}/bookings/${bookingId}`);
      await words.waitFor();
      await look(page, `${width}-asking-1-booking`);
      await page.goto(stand.server.url);
      const row = page.getByRole('listitem').filter({ hasText: 'Ask again' }).filter({ hasText: name });
      await row.getByText('Nobody has to be called only for this.').waitFor();
      expect(await row.getByRole('button', { name: /^Done/ }).count()).toBe(0);
      await look(page, `${width}-asking-2-today`);
      await row.getByRole('link', { name: 'Open profile' }).press('Enter');
      await words.waitFor();
      await look(page, `${width}-asking-3-profile`);
      const still = page.getByRole('button', { name: 'Still right' });
      await context.setOffline(true);
      await still.press('Enter');
      await page.getByRole('alert').getByText('It is not known whether it was done. The server cannot be reached. Press again: it is never done twice.').waitFor();
      await context.setOffline(false);
      await still.press('Enter');
      await words.waitFor({ state: 'detached' });
      await until(async () => !(await isAsked()), 'the task to close');
    } catch (error) {
      await takePicture(page, `failed-asking-${width}`).catch(() => undefined);
      throw error;
    }
  }, 90_000);
});
