import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { launchBrowser, takePicture } from '../support/browser';
import { signIn, widths } from '../support/console';
import { Desk } from '../support/desk';
import { firstAdministrator } from '../support/installation';
import { look } from '../support/looks';
import { type TestDatabase, testDatabase } from '../support/postgres';
import { type ServerProcess, startServer } from '../support/server';

let browser: Browser;
let database: TestDatabase;
let server: ServerProcess;
let patientId: string;
let administrator: { email: string; password: string };

beforeAll(async () => {
  browser = await launchBrowser();
  database = await testDatabase();
  server = await startServer({ database, env: { CLOCK_STARTS_AT: '2026-11-24T10:42:00Z' } });
  administrator = await firstAdministrator(database, 'Marlowe Road');
  const desk = new Desk(server.url);
  await desk.signIn(administrator.email, administrator.password);
  await desk.addSite({ name: 'Marlowe Road Clinic' });
  patientId = (await desk.addPatient({ genderWish: { gender: 'woman', strength: 'required' } })).id;
  await desk.addInterpreter();
  await desk.addInterpreter({ displayName: 'Rasha Abdelrahim', hourlyRate: 4200, home: { latitude: 51.47, longitude: -0.12 } });
  // Two rules refuse him, so that there is more to open; the table does not know Polish for her, so that no list shows it.
  await desk.addInterpreter({ displayName: 'Osman Bakri', gender: 'man', modalities: ['phone'] });
  await desk.addInterpreter({
    displayName: 'Zofia Kowalska',
    modalities: ['phone'],
    skills: [{ varietyId: 'pol', credential: null, credentialExpiresOn: null }],
  });
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await database?.close();
});

describe.each(Object.entries(widths))('why this one and why not that one, on a %s', (width, device) => {
  let context: BrowserContext;
  let page: Page;
  const see = (what: string) => look(page, `${width}-why-${what}`);

  beforeAll(async () => {
    context = await browser.newContext({ ...device, locale: 'en-GB', timezoneId: 'Europe/London' });
    page = await context.newPage();
    page.setDefaultTimeout(15_000);
  });
  afterAll(() => context?.close());

  const field = (label: string | RegExp): Locator => {
    const named = { name: label, exact: true };
    return page.getByRole('textbox', named).or(page.getByRole('combobox', named));
  };

  it('shows what makes a match, every reason against somebody, and finds anybody by name, with the keyboard', async () => {
    try {
      await page.goto(`${server.url}/book?patient=${patientId}`);
      await signIn(page, administrator);
      await page.getByRole('heading', { level: 1 }).filter({ hasNotText: 'Sign in' }).waitFor();
      await page.goto(`${server.url}/book?patient=${patientId}`);
      await field('Date').fill('3 Dec 2026');
      await page.keyboard.press('Tab');
      await field(/^Start/).fill('14:30');
      await page.keyboard.press('Tab');
      await page.getByRole('checkbox', { name: 'Hiba Elamin' }).waitFor();

      const why = page.getByRole('button', { name: /^Why \d+\? Hiba Elamin/ });
      await why.focus();
      await page.keyboard.press('Enter');
      const table = page.getByRole('table', { name: /for Hiba Elamin/ });
      await table.getByRole('rowheader', { name: 'Fair share' }).waitFor();
      const match = Number(/\d+/.exec((await why.textContent()) ?? '')?.[0]);
      const added = await table.locator('tbody td:nth-last-child(2)').allTextContents();
      expect(Math.abs(added.reduce((sum, text) => sum + Number(text), 0) - match)).toBeLessThan(1);
      expect(await page.getByRole('checkbox', { name: 'Hiba Elamin' }).isChecked()).toBe(true);
      await see('1-breakdown');

      const refused = page.getByRole('region', { name: 'Not possible' });
      await refused.getByText('Works by phone, not in person.').waitFor();
      await refused.getByRole('button', { name: /more reasons, Osman Bakri/ }).press('Enter');
      await refused.getByText('The patient requires a woman, and only they can lift that.').waitFor();

      const search = page.getByRole('combobox', { name: 'Why not somebody else?' });
      await search.fill('Zofia');
      await page.getByRole('option', { name: /Zofia Kowalska/ }).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      const answer = page.getByRole('region', { name: 'Why not somebody else?' });
      await answer.getByText('Speaks Polish, which is not a reviewed match for Sudanese Arabic.').waitFor();
      await answer.getByText('Works by phone, not in person.').waitFor();
      await see('2-not-possible');

      await search.fill('Rasha');
      await page.getByRole('option', { name: /Rasha Abdelrahim/ }).click();
      await answer.getByText(/Rasha Abdelrahim is possible, with a match of \d+/).waitFor();
      await see('3-possible');

      // The bar with the decision lies over the end of the screen: a field that is reached by keyboard must not stay behind it.
      const isSeen = await search.evaluate((input) => {
        input.blur();
        window.scrollBy(0, input.getBoundingClientRect().bottom - window.innerHeight);
        input.focus();
        const { left, top, width: wide, height } = input.getBoundingClientRect();
        return document.elementFromPoint(left + wide / 2, top + height / 2) === input;
      });
      expect(isSeen).toBe(true);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    } catch (error) {
      await takePicture(page, `failed-why-not-${width}`);
      throw error;
    }
  }, 90_000);
});
