import type { BrowserContext, Page } from 'playwright-core';
import type { Patient } from '@dragoman/contracts';
import { takePicture } from '../support/browser';
import { type ConsoleStand, consoleStand, signIn, widths } from '../support/console';
import { aPhone } from '../support/desk';
import { look } from '../support/looks';

let stand: ConsoleStand;

beforeAll(async () => {
  stand = await consoleStand();
  await stand.desk.addSite({ name: 'Harbour Health Centre', address: '3 Quay Street, London' });
}, 120_000);

afterAll(() => stand?.close());

describe.each(Object.entries(widths))('what a profile would bring about, while it is filled in on a %s', (width, device) => {
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    context = await stand.browser.newContext({ ...device, locale: 'en-GB', timezoneId: 'Europe/London', reducedMotion: 'reduce' });
    page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(stand.server.url);
    await signIn(page, stand.sign);
    await page.getByRole('heading', { name: 'Today', exact: true }).waitFor();
  }, 60_000);

  afterAll(async () => {
    await context?.close();
  });

  const journey = async (steps: () => Promise<void>): Promise<void> => {
    try {
      await steps();
    } catch (error) {
      await takePicture(page, `failed-profile-preview-${width}`).catch(() => undefined);
      throw error;
    }
  };

  it('a shared phone shows the neutral text without the clinic; said to be private and confirmed, all of it; nothing is saved', () =>
    journey(async () => {
      const { id } = await stand.desk.addPatient({ channels: [{ channel: 'sms', address: aPhone(), safety: 'unsafe' }] });
      await page.goto(`${stand.server.url}/patients/${id}`);
      const preview = page.getByRole('region', { name: 'What they would receive' });
      await preview.getByText('Nothing, ever. Nobody writes or calls here.').waitFor();
      const says = async (safety: RegExp) => {
        await page.getByRole('combobox', { name: 'Who sees it?' }).click();
        await page.getByRole('option', { name: safety }).click();
      };

      await says(/^Shared/);
      await preview.getByText('موعدك').waitFor();
      await preview.getByText('An example, nobody’s appointment: Tuesday 1 December 2026, 10:00, at Harbour Health Centre.').waitFor();
      await preview.getByText('no name, clinic, interpreter or language is mentioned').waitFor();
      expect(await preview.getByText('Marlowe Road').count()).toBe(0);
      expect(await preview.getByText('Quay Street').count()).toBe(0);
      await look(page, `${width}-profile-preview-1-shared`);

      await says(/^Private/);
      await preview.getByText('The number is not confirmed').waitFor();
      expect(await preview.getByText('Quay Street').count()).toBe(0);
      await page.getByRole('checkbox', { name: 'They said that this number is theirs' }).press('Space');
      await preview.getByText('Quay Street').first().waitFor();
      expect(await preview.getByText('Marlowe Road').count()).toBeGreaterThan(0);
      await look(page, `${width}-profile-preview-2-private`);

      await says(/^Monitored/);
      await preview.getByText('Nothing, unless they choose the exact words.').waitFor();
      await page.getByRole('textbox', { name: 'The exact words, if they chose some' }).fill('الطرد جاهز');
      await preview.getByText('الطرد جاهز').waitFor();
      expect((await stand.desk.request<Patient>('GET', `/api/patients/${id}`)).channels[0]?.safety).toBe('unsafe');
    }), 90_000);

  it('a postal address shows the letter that goes there, neutral while nobody knows who opens the post, and is kept', () =>
    journey(async () => {
      const { id } = await stand.desk.addPatient({ channels: [], formats: ['large-print'] });
      await page.goto(`${stand.server.url}/patients/${id}`);
      const preview = page.getByRole('region', { name: 'What they would receive' });
      await page.getByRole('switch', { name: 'Has a postal address' }).press('Space');
      await page.getByRole('textbox', { name: 'Postal address' }).fill('c/o Harbour House\n1 Quay Street\nLondon E1 6AN');
      await preview.getByText('Use a plain envelope without a sender').waitFor();
      expect(await preview.getByText('Marlowe Road').count()).toBe(0);
      await look(page, `${width}-profile-preview-3-post`);

      await page.getByRole('combobox', { name: 'Who opens the post?' }).click();
      await page.getByRole('option', { name: /^Private/ }).click();
      await preview.getByText('Marlowe Road').first().waitFor();
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.getByText('will be spoken to as written here').waitFor();
      await page.reload();
      expect(await page.getByRole('textbox', { name: 'Postal address' }).inputValue()).toBe('c/o Harbour House\n1 Quay Street\nLondon E1 6AN');
      const { post } = await stand.desk.request<Patient>('GET', `/api/patients/${id}`);
      expect(post).toEqual({ lines: ['c/o Harbour House', '1 Quay Street', 'London E1 6AN'], country: null, safety: 'private' });
    }), 90_000);
});
