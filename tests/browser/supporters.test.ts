import type { BrowserContext, Page } from 'playwright-core';
import type { Patient, Supporter } from '@dragoman/contracts';
import { takePicture } from '../support/browser';
import { type ConsoleStand, consoleStand, signIn, widths } from '../support/console';
import { aPhone } from '../support/desk';
import { look } from '../support/looks';

let stand: ConsoleStand;

beforeAll(async () => {
  stand = await consoleStand();
}, 120_000);

afterAll(() => stand?.close());

const supportersOf = async ({ id }: Pick<Patient, 'id'>): Promise<Supporter[]> =>
  (await stand.desk.request<{ items: Supporter[] }>('GET', `/api/patients/${id}/supporters`)).items;

describe.each(Object.entries(widths))('whom a patient wants to be told in their place, on a %s', (width, device) => {
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

  it('is written down after a private conversation, also after a lost network, and removed without a word', async () => {
    const patient = await stand.desk.addPatient({ name: `Amna ${width}`, formats: ['supporter'] });
    await page.goto(`${stand.server.url}/patients/${patient.id}`);
    const card = page.getByRole('region', { name: 'Supporters' });
    const profilesSaved: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'PUT') profilesSaved.push(request.url());
    });
    try {
      await card.getByText('Nobody is agreed: the desk is asked to call the patient.').waitFor();
      await card.getByRole('button', { name: 'Add a supporter' }).press('Enter');
      const dialog = page.getByRole('dialog', { name: 'Add a supporter' });
      await dialog.getByRole('button', { name: 'Add supporter' }).click();
      await dialog.getByText('How did you ask?').waitFor();
      await look(page, `${width}-supporters-1-asked`);

      await dialog.getByRole('radio', { name: 'This person interpreted' }).check();
      await dialog.getByRole('textbox', { name: 'Name' }).fill('Rashid Bakri');
      await dialog.getByRole('textbox', { name: 'Mobile number' }).fill(aPhone());
      await dialog.getByRole('combobox', { name: 'Language they read' }).fill('Arabic');
      await page.getByRole('option', { name: /^Modern Standard Arabic/ }).click();
      await dialog.getByText('They read').waitFor();
      await dialog.getByRole('button', { name: 'Add supporter' }).click();
      await dialog.getByText('Nobody is added: the patient could not say no').waitFor();
      expect(await supportersOf(patient)).toEqual([]);

      await dialog.getByRole('radio', { name: 'Alone, through an interpreter' }).check();
      await look(page, `${width}-supporters-2-filled`);
      await context.setOffline(true);
      await dialog.getByRole('textbox', { name: 'Name' }).press('Enter');
      await dialog.getByRole('alert').getByText('The server cannot be reached. What you wrote is still here.').waitFor();
      await context.setOffline(false);
      await dialog.getByRole('button', { name: 'Add supporter' }).dblclick();
      await dialog.waitFor({ state: 'detached' });
      await card.getByText('Rashid Bakri, friend').waitFor();
      await card.getByText('Nobody has spoken with them on this number').waitFor();
      expect(await supportersOf(patient)).toMatchObject([{ name: 'Rashid Bakri', mayBeTold: 'when', askedHow: 'interpreter', isConfirmed: false }]);
      await look(page, `${width}-supporters-3-agreed`);

      await card.getByRole('button', { name: 'Ask again about Rashid Bakri' }).press('Enter');
      const again = page.getByRole('dialog', { name: 'Ask again about Rashid Bakri' });
      await again.getByRole('radio', { name: 'Alone, in a language' }).check();
      await again.getByRole('radio', { name: 'Whose appointment, when and where' }).check();
      await again.getByRole('checkbox', { name: 'Somebody has spoken with them on this number' }).check();
      await again.getByRole('button', { name: 'Save the new answer' }).click();
      await card.getByText('May be told: whose appointment, when and where.').waitFor();
      expect(await supportersOf(patient)).toMatchObject([{ mayBeTold: 'who-when-where', askedHow: 'shared-language', isConfirmed: true }]);

      await card.getByRole('button', { name: 'Remove Rashid Bakri' }).press('Enter');
      const question = page.getByRole('group', { name: 'Remove Rashid Bakri?' });
      await question.getByText('They are not told.').waitFor();
      await look(page, `${width}-supporters-4-remove`);
      await question.getByRole('button', { name: 'Remove' }).press('Enter');
      await card.getByText('Nobody is agreed').waitFor();
      await page.waitForFunction(() => document.activeElement?.textContent === 'Supporters');
      expect(await supportersOf(patient)).toEqual([]);
      expect(profilesSaved).toEqual([]);
    } catch (error) {
      await takePicture(page, `failed-supporters-${width}`).catch(() => undefined);
      throw error;
    }
  }, 90_000);
});
