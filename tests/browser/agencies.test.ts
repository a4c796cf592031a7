import type { BookingAgencies } from '@dragoman/contracts';
import type { BrowserContext, Page } from 'playwright-core';
import { takePicture } from '../support/browser';
import { type ConsoleStand, consoleStand, signIn, widths } from '../support/console';
import { aPhone, aRequest, until } from '../support/desk';
import { look } from '../support/looks';

let stand: ConsoleStand;

beforeAll(async () => {
  stand = await consoleStand();
}, 120_000);

afterAll(() => stand?.close());

/** As the agency reads it in its mailbox. */
const linkIn = (mailbox: string): Promise<string> =>
  until(async () => {
    const { phones } = await stand.desk.phones();
    const theirs = phones.filter(({ address }) => address === mailbox).flatMap(({ messages }) => messages);
    return theirs.flatMap(({ body }) => /https?:\/\/\S+\/a\/[\w-]+/.exec(body) ?? []).at(-1);
  }, 'a mail with a link');

describe.each(Object.entries(widths))('passing a booking to an agency, on a %s', (width, device) => {
  let context: BrowserContext;
  let page: Page;
  const name = `Northern Voices ${width}`;
  const mailbox = `desk-${width}@northern.example`;

  beforeAll(async () => {
    context = await stand.browser.newContext({ ...device, locale: 'en-GB', timezoneId: 'America/Vancouver', reducedMotion: 'reduce' });
    page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(stand.server.url);
    await signIn(page, stand.sign);
    await page.getByRole('heading', { name: 'Today', exact: true }).waitFor();
  }, 90_000);

  afterAll(async () => {
    await context?.close();
  });

  it('goes from the settings to the agency’s own page and back to a booking that is filled', async () => {
    const [site, patient] = [await stand.desk.addSite(), await stand.desk.addPatient({ name: `Maha ${width}` })];
    const { id: bookingId } = await stand.desk.book(aRequest(patient, site));
    try {
      await page.goto(`${stand.server.url}/settings/agencies`);
      await page.getByRole('button', { name: 'Add an agency' }).click();
      const adding = page.getByRole('dialog', { name: 'Add an agency' });
      await adding.getByRole('textbox', { name: 'Name' }).fill(name);
      await adding.getByRole('textbox', { name: 'Email' }).fill(mailbox);
      await adding.getByRole('combobox', { name: 'Languages they say they cover' }).fill('Sudanese');
      await page.getByRole('option', { name: 'Sudanese Arabic' }).click();
      // Its list closes with the focus gone.
      await adding.getByRole('textbox', { name: 'Email' }).focus();
      await page.getByRole('option', { name: 'Sudanese Arabic' }).waitFor({ state: 'detached' });
      await look(page, `${width}-agencies-1-adding`);
      await adding.getByRole('button', { name: 'Add agency' }).click();
      await page.getByRole('table', { name: 'Agencies' }).getByText(name).waitFor();
      await look(page, `${width}-agencies-2-settings`);

      await page.goto(`${stand.server.url}/bookings/${bookingId}`);
      await page.getByRole('button', { name: 'Pass to an agency' }).click();
      const passing = page.getByRole('dialog', { name: 'Pass to which agency?' });
      await passing.getByText('covers Sudanese Arabic').first().waitFor();
      await look(page, `${width}-agencies-3-passing`);
      await passing.getByRole('button', { name: `Pass to ${name}` }).dblclick();
      await passing.getByRole('button', { name: `Pass to ${name}` }).waitFor({ state: 'detached' });
      await passing.getByRole('button', { name: 'Done' }).click();
      await page.getByRole('region', { name: 'Agencies' }).getByText('Not answered yet').waitFor();
      await page.getByText(`Passed to ${name}`).waitFor();
      await page.getByRole('heading', { name: 'An agency was asked' }).waitFor();
      expect(await page.getByText(`${name} has not answered yet.`).count()).toBe(1);
      await look(page, `${width}-agencies-4-passed`);

      const theirs = await context.newPage();
      theirs.setDefaultTimeout(20_000);
      await theirs.goto(await linkIn(mailbox));
      await theirs.getByText('Sudanese Arabic, exactly that').first().waitFor();
      await look(theirs, `${width}-agencies-5-asked`);
      await theirs.getByLabel('Interpreter’s name').fill('Samira Osman');
      await theirs.getByLabel('Mobile number').fill(aPhone());
      await theirs.getByLabel('Credential or registration').fill('NRPSI 12345');
      for (const term of await theirs.getByRole('checkbox').all()) await term.check();
      await theirs.getByRole('button', { name: 'Confirm' }).click();
      await theirs.getByText('Samira Osman is booked').waitFor();
      await look(theirs, `${width}-agencies-6-booked`);
      await theirs.close();

      await page.getByRole('region', { name: 'Agencies' }).getByText(`${name} says:`).waitFor();
      await page.getByText('Samira Osman confirmed').waitFor();
      await look(page, `${width}-agencies-7-filled`);
      const { requests } = await stand.desk.request<BookingAgencies>('GET', `/api/bookings/${bookingId}/agencies`);
      expect(requests.map(({ state, statement }) => [state, statement?.name])).toEqual([['confirmed', 'Samira Osman']]);
    } catch (error) {
      await takePicture(page, `failed-agencies-${width}`).catch(() => undefined);
      throw error;
    }
  }, 120_000);
});
