import type { BrowserContext, Page } from 'playwright-core';
import { takePicture } from '../support/browser';
import { type ConsoleStand, consoleStand, signIn, widths } from '../support/console';
import { look } from '../support/looks';

let stand: ConsoleStand;

const speaks = (varietyId: string) => [{ varietyId, role: 'speaks' as const, enoughForDoctor: true, learntHow: 'self' as const }];

beforeAll(async () => {
  stand = await consoleStand();
  const { desk } = stand;
  for (const name of ['Almaz Kidane', 'Berhane Tesfay']) await desk.addPatient({ name, languages: speaks('tir') });
  await desk.addPatient({ name: 'Samia Adam', channels: [] });
  await desk.addInterpreter({ displayName: 'Hiba Elamin' });
  await desk.addInterpreter({ displayName: 'Farid Amiri', skills: [{ varietyId: 'prs', credential: 'DPSI Health', credentialExpiresOn: '2026-12-15' }] });
}, 120_000);

afterAll(() => stand?.close());

describe.each(Object.entries(widths))('lists, on a %s', (width, device) => {
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    context = await stand.browser.newContext({ ...device, locale: 'en-GB', reducedMotion: 'reduce' });
    page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(`${stand.server.url}/patients`);
    await signIn(page, stand.sign);
    await page.getByRole('heading', { name: 'Patients', exact: true }).waitFor();
  }, 60_000);

  afterAll(() => context?.close());

  const pictured = async (name: string, work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      await takePicture(page, `failed-lists-${width}-${name}`).catch(() => undefined);
      throw error;
    }
  };
  const names = (of: string): Promise<(string | null)[]> => page.getByRole('table', { name: of }).getByRole('row').getByRole('link').allTextContents();
  const select = async (label: string, option: string) => {
    await page.getByRole('combobox', { name: label }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };

  it('keeps a filter of patients under a name, and shows the same after a reload', () =>
    pictured('patients', async () => {
      await page.getByRole('combobox', { name: 'Speaks or reads' }).fill('Tigri');
      await page.getByRole('option', { name: 'Tigrinya (side not stated)', exact: true }).click();
      await page.getByRole('link', { name: 'Samia Adam' }).waitFor({ state: 'detached' });
      expect(await names('Patients')).toEqual(['Almaz Kidane', 'Berhane Tesfay']);
      await page.reload();
      await page.getByRole('link', { name: 'Almaz Kidane' }).waitFor();
      expect(await names('Patients')).toEqual(['Almaz Kidane', 'Berhane Tesfay']);
      await look(page, `${width}-lists-1-patients`);

      await page.getByRole('button', { name: 'Saved filters' }).click();
      await page.getByRole('menuitem', { name: 'Keep this filter…' }).waitFor();
      await look(page, `${width}-lists-2-menu`);
      await page.getByRole('menuitem', { name: 'Keep this filter…' }).click();
      const dialog = page.getByRole('dialog', { name: 'Keep this filter' });
      await dialog.getByRole('textbox', { name: 'What do you call it?' }).fill(`Tigrinya ${width}`);
      await look(page, `${width}-lists-3-name`);
      await dialog.getByRole('button', { name: 'Keep this filter' }).click();
      await page.getByRole('button', { name: `Tigrinya ${width}` }).click();
      await page.getByRole('menuitem', { name: 'Show everything' }).click();
      await page.getByRole('link', { name: 'Samia Adam' }).waitFor();

      await page.getByRole('button', { name: 'Saved filters' }).click();
      await page.getByRole('menuitem', { name: `Tigrinya ${width}` }).click();
      await page.getByRole('link', { name: 'Samia Adam' }).waitFor({ state: 'detached' });
      expect(page.url()).toContain('language=tir');
      await page.getByRole('button', { name: `Tigrinya ${width}` }).click();
      await page.getByRole('menuitem', { name: `Forget “Tigrinya ${width}”` }).click();
      await page.getByRole('button', { name: 'Saved filters' }).waitFor();
    }), 60_000);

  it('says what to do where nobody is found, and moves between rows by arrows', () =>
    pictured('keys', async () => {
      await page.goto(`${stand.server.url}/patients?contact=none&language=tir`);
      await page.getByText('Nobody is found with this filter.').waitFor();
      await look(page, `${width}-lists-4-nobody`);
      await page.goto(`${stand.server.url}/patients`);
      await page.getByRole('link', { name: 'Almaz Kidane' }).focus();
      await page.keyboard.press('ArrowDown');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Berhane Tesfay');
      await page.keyboard.press('End');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Samia Adam' }).waitFor();
    }), 60_000);

  it('gives what is shown as a file', () =>
    pictured('sheet', async () => {
      await page.goto(`${stand.server.url}/interpreters?credentials=lapsing`);
      await page.getByRole('link', { name: 'Hiba Elamin' }).waitFor({ state: 'detached' });
      await page.getByRole('link', { name: 'Farid Amiri' }).waitFor();
      await look(page, `${width}-lists-5-interpreters`);
      const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download as CSV' }).click()]);
      expect(file.suggestedFilename()).toBe('interpreters.csv');
      const text = (await (await file.createReadStream()).toArray()).join('');
      expect(text).toContain('Farid Amiri');
      expect(text).not.toContain('Hiba Elamin');
    }), 60_000);

  it('shows of the messages what was chosen, also after a reload', () =>
    pictured('messages', async () => {
      await page.goto(`${stand.server.url}/messages?tab=outbox`);
      await select('Show', 'Delivered');
      await page.getByRole('button', { name: 'Saved filters' }).waitFor();
      await page.reload();
      expect(await page.getByRole('combobox', { name: 'Show' }).inputValue()).toBe('Delivered');
      await look(page, `${width}-lists-6-messages`);
    }), 60_000);
});
