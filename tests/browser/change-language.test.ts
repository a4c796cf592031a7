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

const speaks = (varietyId: string, more: object = {}) => ({
  varietyId,
  role: 'speaks' as const,
  enoughForDoctor: true,
  learntHow: 'self' as const,
  ...more,
});

/** Booked with somebody, for a patient of two languages and one more that only a relative spoke of. */
const booked = async (name: string) => {
  const languages = [speaks('apd'), speaks('tir'), speaks('som', { learntHow: 'relative' })];
  const [site, patient, hiba] = [await stand.desk.addSite(), await stand.desk.addPatient({ name, languages }), await stand.desk.addInterpreter()];
  const { id } = await stand.desk.book(aRequest(patient, site));
  return stand.desk.request<{ id: string }>('POST', `/api/bookings/${id}/assignment`, { interpreterId: hiba.id, agreed: 'by-phone' });
};

describe.each(Object.entries(widths))('another language for a booking, on a %s', (width, device) => {
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

  const seen = async (journey: () => Promise<void>): Promise<void> => {
    try {
      await journey();
    } catch (error) {
      await takePicture(page, `failed-change-language-${width}`).catch(() => undefined);
      throw error;
    }
  };
  const opener = () => page.getByRole('button', { name: 'Change the language' });
  const dialog = () => page.getByRole('dialog', { name: /^Change the language of D-\d+\?$/ });

  it('is chosen from the profile, says what follows, and after a lost network and a double click is changed once', () =>
    seen(async () => {
      const { id } = await booked(`Maha ${width}`);
      await page.goto(`${stand.server.url}/bookings/${id}`);
      await opener().press('Enter');
      const field = dialog().getByRole('combobox', { name: 'Instead of Sudanese Arabic' });
      await field.waitFor();
      await dialog().getByRole('button', { name: 'Change language' }).click();
      await dialog().getByText('Choose a language.', { exact: true }).waitFor();
      await field.click();
      await page.getByRole('option', { name: /^Somali.*: a relative said so, ask the patient$/ }).waitFor();
      await look(page, `${width}-language-1-choices`);
      await page.getByRole('option', { name: 'Tigrinya' }).click();
      await dialog().getByText('Hiba Elamin is told that the job is off, and is free again.').waitFor();
      await dialog().getByText(`Maha ${width} gets no message about it. Their reminders stop`).waitFor();

      const change = dialog().getByRole('button', { name: 'Change to Tigrinya' });
      await context.setOffline(true);
      await change.press('Enter');
      await dialog().getByRole('alert').getByText('It is not known whether it was done. The server cannot be reached. Press again: it is never done twice.').waitFor();
      await look(page, `${width}-language-2-offline`);
      await context.setOffline(false);
      await change.dblclick();
      await dialog().waitFor({ state: 'detached' });
      await page.getByText('Sudanese Arabic → Tigrinya (side not stated) · Hiba Elamin is free again').waitFor();
      await page.getByRole('region', { name: 'Nobody is booked' }).getByText('No offer stands any more.').waitFor();
      await page.waitForFunction(() => document.activeElement?.textContent === 'Change the language');
      await look(page, `${width}-language-3-changed`);
      const { state, language, interpreter, timeline } = await stand.desk.booking(id);
      expect({ state, language: language.varietyId, interpreter }).toEqual({ state: 'requested', language: 'tir', interpreter: null });
      expect(timeline.filter(({ kind }) => kind === 'changed')).toHaveLength(1);
    }), 60_000);

  it('is refused in a sentence where somebody else was faster, and says what became of the booking', () =>
    seen(async () => {
      const { id } = await booked(`Asha ${width}`);
      // Whoever hears of it in time sees at once that it can no longer be changed.
      await page.route('**/api/live', (route) => route.abort());
      await page.goto(`${stand.server.url}/bookings/${id}`);
      await opener().click();
      await dialog().getByRole('combobox').click();
      await page.getByRole('option', { name: 'Tigrinya' }).click();
      await stand.desk.request('POST', `/api/bookings/${id}/cancellation`, { by: 'clinic', reason: 'The doctor is ill' });
      await dialog().getByRole('button', { name: 'Change to Tigrinya' }).click();
      await dialog().getByRole('alert').getByText('Not changed. This booking was cancelled.').waitFor();
      await dialog().getByText('Its language can no longer be changed: the booking is cancelled.').waitFor();
      await look(page, `${width}-language-4-refused`);
      await page.unroute('**/api/live');
      await page.keyboard.press('Escape');
      await dialog().waitFor({ state: 'detached' });
      // The button that opened it is gone.
      await page.waitForFunction(() => document.activeElement?.matches('[data-page-heading]'));
    }), 60_000);

  it('has to stand in the profile first, where there is only one', () =>
    seen(async () => {
      const [site, patient] = [await stand.desk.addSite(), await stand.desk.addPatient({ name: `Kaltuma ${width}` })];
      const { id } = await stand.desk.book(aRequest(patient, site));
      await page.goto(`${stand.server.url}/bookings/${id}`);
      await opener().click();
      await dialog().getByText('profile has no other language that an interpreter may be booked in').waitFor();
      await look(page, `${width}-language-5-only-one`);
      await page.keyboard.press('Escape');
      await dialog().waitFor({ state: 'detached' });
      await page.waitForFunction(() => document.activeElement?.textContent === 'Change the language');
      await opener().click();
      await dialog().getByRole('link', { name: 'Open their profile' }).click();
      await page.waitForURL(`${stand.server.url}/patients/${patient.id}`);
    }), 60_000);
});
