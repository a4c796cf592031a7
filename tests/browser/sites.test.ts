import type { BrowserContext, Locator, Page } from 'playwright-core';
import { takePicture } from '../support/browser';
import { type ConsoleStand, consoleStand, signIn, widths } from '../support/console';
import { aRequest } from '../support/desk';
import { look } from '../support/looks';

let stand: ConsoleStand;

beforeAll(async () => {
  stand = await consoleStand();
}, 120_000);

afterAll(() => stand?.close());

describe.each(Object.entries(widths))('a site is corrected, closed and opened again, on a %s', (width, device) => {
  let context: BrowserContext;
  let page: Page;
  const name = `Marlowe Road ${width}`;

  const rowOf = (site: string): Locator => page.getByRole('table', { name: 'Sites' }).getByRole('row', { name: new RegExp(site) });
  const journey = async (steps: () => Promise<void>): Promise<void> => {
    try {
      await steps();
    } catch (error) {
      await takePicture(page, `failed-sites-${width}`).catch(() => undefined);
      throw error;
    }
  };

  beforeAll(async () => {
    context = await stand.browser.newContext({ ...device, locale: 'en-GB', timezoneId: 'Europe/London', reducedMotion: 'reduce' });
    page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await stand.desk.addSite({ name: `${name} Clinc` });
    await page.goto(`${stand.server.url}/settings/sites`);
    await signIn(page, stand.sign);
  }, 60_000);

  afterAll(() => context?.close());

  it('is corrected, and whoever was faster is not written over', () =>
    journey(async () => {
      await rowOf('Clinc').getByRole('button', { name: `Change ${name} Clinc` }).click();
      const dialog = page.getByRole('dialog', { name: `${name} Clinc` });
      expect(await dialog.getByRole('textbox', { name: 'Position on the map' }).inputValue()).toBe('51.5, -0.1');
      const { items } = await stand.desk.request<{ items: { id: string; name: string }[] }>('GET', '/api/sites');
      const { id, ...seen } = items.find((site) => site.name === `${name} Clinc`) ?? { id: '' };
      await stand.desk.request('PUT', `/api/sites/${id}`, { ...seen, address: '15 Marlowe Road, London' }, { 'if-match': '"1"' });
      await dialog.getByRole('textbox', { name: 'Name' }).fill(`${name} Clinic`);
      await dialog.getByRole('button', { name: 'Save' }).click();
      await dialog.getByText('Somebody changed this site since you opened it.').waitFor();
      await look(page, `${width}-sites-1-overtaken`);
      await dialog.getByRole('button', { name: 'Show what it is now' }).click();
      await page.waitForFunction(() => [...document.querySelectorAll('input')].some(({ value }) => value === '15 Marlowe Road, London'));
      await dialog.getByRole('textbox', { name: 'Name' }).fill(`${name} Clinic`);
      await dialog.getByRole('button', { name: 'Save' }).click();
      await rowOf(`${name} Clinic`).getByText('15 Marlowe Road, London').waitFor();
    }), 60_000);

  it('is not closed while somebody is expected, then is, is not offered in Book, and is opened again', () =>
    journey(async () => {
      const [site, patient] = [await stand.desk.addSite({ name: `Eastgate ${width}` }), await stand.desk.addPatient()];
      const booking = await stand.desk.book(aRequest(patient, site));
      await page.reload();
      const row = rowOf(`Eastgate ${width}`);
      await row.getByRole('button', { name: `Close Eastgate ${width}` }).click();
      const question = page.getByRole('group', { name: `Close Eastgate ${width}?` });
      await question.getByRole('button', { name: 'Close it' }).click();
      await question.getByText(`1 appointment is still to come here: ${booking.reference} on Thursday 3 December 2026, 14:30.`).waitFor();
      await look(page, `${width}-sites-2-expected`);
      await stand.desk.request('POST', `/api/bookings/${booking.id}/cancellation`, { by: 'clinic', reason: 'Moved' });
      await question.getByRole('button', { name: 'Close it' }).dblclick();
      await rowOf(`Eastgate ${width}`).getByText('closed on Tuesday 24 November 2026').waitFor();
      await look(page, `${width}-sites-3-closed`);

      await page.goto(`${stand.server.url}/book`);
      await page.getByRole('combobox', { name: 'Place' }).or(page.getByRole('textbox', { name: 'Place' })).click();
      await page.getByRole('option', { name: `${name} Clinic` }).waitFor();
      expect(await page.getByRole('option', { name: `Eastgate ${width}` }).count()).toBe(0);
      await page.goto(`${stand.server.url}/bookings/${booking.id}`);
      await page.getByText(`Eastgate ${width}`).first().waitFor();

      await page.goto(`${stand.server.url}/settings/sites`);
      await rowOf(`Eastgate ${width}`).getByRole('button', { name: `Open Eastgate ${width} again` }).click();
      await rowOf(`Eastgate ${width}`).getByRole('button', { name: `Close Eastgate ${width}` }).waitFor();
    }), 90_000);
});
