import type { BrowserContext, Page } from 'playwright-core';
import { takePicture } from '../support/browser';
import { type ConsoleStand, consoleStand, signIn, widths } from '../support/console';
import { aRequest } from '../support/desk';
import { look } from '../support/looks';

let stand: ConsoleStand;

beforeAll(async () => {
  stand = await consoleStand();
}, 120_000);

afterAll(() => stand?.close());

const offeredToTwo = async (name: string) => {
  const [site, patient] = [await stand.desk.addSite(), await stand.desk.addPatient({ name })];
  const interpreters = [await stand.desk.addInterpreter({ displayName: 'Amna Idris' }), await stand.desk.addInterpreter({ displayName: 'Hiba Osman' })];
  const booking = await stand.desk.book({ ...aRequest(patient, site), offerTo: interpreters.map(({ id }) => id) });
  return booking.id;
};

describe.each(Object.entries(widths))('taking an offer back, on a %s', (width, device) => {
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

  it('is done one by one, and seen on the timeline; after a lost network it is asked again', async () => {
    const bookingId = await offeredToTwo(`Maha ${width}`);
    await page.goto(`${stand.server.url}/bookings/${bookingId}`);
    try {
      await page.getByRole('button', { name: 'Withdraw an offer' }).click();
      const dialog = page.getByRole('dialog', { name: 'Whose offer is withdrawn?' });
      const theirs = dialog.getByRole('button', { name: 'Withdraw the offer to Amna Idris' });
      await theirs.waitFor();
      await look(page, `${width}-withdraw-1-asked`);

      await context.setOffline(true);
      await theirs.press('Enter');
      await dialog.getByRole('alert').getByText('It is not known whether it was done. The server cannot be reached. Press again: it is never done twice.').waitFor();
      await look(page, `${width}-withdraw-2-offline`);
      await context.setOffline(false);
      await theirs.dblclick();
      await dialog.getByText('Withdrawn', { exact: true }).waitFor();
      await look(page, `${width}-withdraw-3-one`);
      await dialog.getByRole('button', { name: 'Done' }).click();
      await page.getByText('Offer to Amna Idris withdrawn').waitFor();
      await look(page, `${width}-withdraw-4-timeline`);
      expect((await stand.desk.booking(bookingId)).offers.map(({ displayName, state }) => [displayName, state]).sort()).toEqual([
        ['Amna Idris', 'withdrawn'],
        ['Hiba Osman', 'open'],
      ]);
    } catch (error) {
      await takePicture(page, `failed-withdraw-${width}`).catch(() => undefined);
      throw error;
    }
  }, 60_000);
});
