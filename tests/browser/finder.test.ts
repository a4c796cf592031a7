import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { launchBrowser, takePicture } from '../support/browser';
import { signIn, widths } from '../support/console';
import { aRequest, Desk } from '../support/desk';
import { firstAdministrator } from '../support/installation';
import { look } from '../support/looks';
import { type TestDatabase, testDatabase } from '../support/postgres';
import { type ServerProcess, startServer } from '../support/server';
import { stepsOf } from '../support/steps';

let browser: Browser;
let database: TestDatabase;
let server: ServerProcess;

beforeAll(async () => {
  browser = await launchBrowser();
  database = await testDatabase();
  server = await startServer({ database, env: { DEMO: '0', CLOCK_STARTS_AT: '2026-11-24T10:42:00Z' } });
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await database?.close();
});

describe.each(Object.entries(widths))('a language is found together with whoever speaks it, on a %s', (width, device) => {
  let context: BrowserContext;
  let page: Page;
  let desk: Desk;
  let site: { id: string };

  const see = (what: string) => look(page, `${width}-finder-${what}`);
  const step = stepsOf(`finder-${width}`, () => [page]);
  const finder = (): Locator => page.getByRole('dialog', { name: 'Find the language' });
  const opener = (): Locator => page.getByRole('button', { name: 'They can point at it: find the language' });
  const card = (name: string | RegExp): Locator => finder().getByRole('list').getByRole('button', { name });
  const howInForm = (): Locator => page.getByRole('main').getByRole('combobox', { name: 'How do we know?' });
  const newPatient = async (name: string): Promise<void> => {
    await page.goto(`${server.url}/patients/new?name=${encodeURIComponent(name)}`);
    await page.getByRole('heading', { name: 'New patient' }).waitFor();
  };
  const saved = async (button: string): Promise<Record<string, unknown> & { id: string }> => {
    const answered = page.waitForResponse((response) => response.request().method() !== 'GET' && response.url().includes('/api/patients'));
    await page.getByRole('button', { name: button, exact: true }).click();
    const answer = await answered;
    return answer.json();
  };

  beforeAll(async () => {
    const { email, password } = await firstAdministrator(database);
    desk = new Desk(server.url);
    await desk.signIn(email, password);
    site = await desk.addSite();
    context = await browser.newContext({ ...device, locale: 'en-GB', timezoneId: 'America/Vancouver', reducedMotion: 'reduce' });
    page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(`${server.url}/patients/new`);
    await signIn(page, { email, password });
    await page.getByRole('heading', { name: 'New patient' }).waitFor();
  }, 60_000);

  afterAll(async () => {
    await context?.close();
  });

  step('by pointing: the country brings theirs first and hides none, and a name of several asks which', async () => {
    await newPatient('Amna Idris');
    await opener().click();
    await card(/Tigrinya/).first().waitFor();
    const everything = await card(/./).count();
    await takePicture(page, `${width}-finder-01-cards`);
    await finder().getByRole('combobox', { name: 'Where are they from?' }).fill('Sudan');
    await page.getByRole('option', { name: 'Sudan', exact: true }).click();
    await finder().locator('li:nth-child(-n+6)', { hasText: 'Sudanese Arabic' }).waitFor();
    const first = card(/Sudanese Arabic/);
    expect(await card(/./).count()).toBe(everything);
    const autonym = first.locator('bdi');
    expect([await autonym.getAttribute('lang'), await autonym.getAttribute('dir')]).toEqual(['ar-SD', 'rtl']);
    expect((await first.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await see('02-sudan-first');
    await card(/Arabic \(variety not stated\)/).click();
    const which = finder().getByRole('region', { name: /^Which Arabic/ });
    await which.waitFor();
    await see('03-which-arabic');
    await which.getByRole('button', { name: /Sudanese Arabic/ }).click();
    await finder().waitFor({ state: 'detached' });
    expect(await howInForm().inputValue()).toBe('They pointed at it');
    expect(await saved('Save')).toMatchObject({ languages: [{ varietyId: 'apd', role: 'speaks', learntHow: 'pointed' }] });
  });

  step('by a misspelt name, and by keyboard alone', async () => {
    await newPatient('Selam Tekeste');
    await opener().focus();
    await page.keyboard.press('Enter');
    await finder().getByRole('textbox', { name: 'What do they call it?' }).and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Escape');
    await finder().waitFor({ state: 'detached' });
    await opener().and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Enter');
    await finder().getByRole('textbox', { name: 'What do they call it?' }).and(page.locator(':focus')).waitFor();
    await page.keyboard.type('xqzwxq');
    await finder().getByText('No language by that name.').waitFor();
    await see('04-no-such-name');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Tigrinia');
    await card(/./).first().filter({ hasText: 'Tigrinya' }).waitFor();
    await see('05-misspelt');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
    await card(/./).first().and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Enter');
    await finder().waitFor({ state: 'detached' });
    await opener().and(page.locator(':focus')).waitFor();
    expect(await howInForm().inputValue()).toBe('They told us');
    expect(await saved('Save')).toMatchObject({ languages: [{ varietyId: 'tir', learntHow: 'self' }], unidentified: null });
  });

  step('by unknown: the desk is asked to find it, and nobody can be booked until then', async () => {
    await newPatient('Yohannes');
    await opener().click();
    await finder().getByRole('button', { name: 'Nobody here knows' }).click();
    await finder().getByRole('combobox', { name: 'Where are they from?' }).fill('Eritrea');
    await page.getByRole('option', { name: 'Eritrea', exact: true }).click();
    await finder().getByRole('textbox', { name: 'What do they call it, or which town?' }).fill('Blin');
    await see('06-nobody-knows');
    await finder().getByRole('button', { name: 'Record that it is not known' }).click();
    await page.getByText('Language not known yet: from Eritrea, they say “Blin”.').waitFor();
    await see('07-not-known-yet');
    const patient = await saved('Save and book');
    expect(patient).toMatchObject({ languages: [], unidentified: { country: 'ER', hint: 'Blin' } });
    await page.getByText('Their language is not known yet.').waitFor();
    expect(await page.getByRole('button', { name: 'Offer to chosen' }).isDisabled()).toBe(true);
    expect(await page.getByRole('button', { name: 'Save without offering' }).isDisabled()).toBe(true);
    await expect(desk.book(aRequest(patient, site, { varietyId: 'tir' }))).rejects.toMatchObject({ code: 'language-unknown' });
    await see('08-nobody-to-book');
    await page.goto(server.url);
    await page.getByText('Nobody knows yet which language they speak, so nobody can be booked.').waitFor();
    await see('09-today');
  });

  step('is found from Today, and then is no task any more', async () => {
    await page.getByRole('link', { name: 'Find it together' }).click();
    await finder().waitFor();
    await card(/Bilen|Blin/).first().click();
    await finder().waitFor({ state: 'detached' });
    expect(await page.getByText('Language not known yet').count()).toBe(0);
    expect(await saved('Save')).toMatchObject({ languages: [{ learntHow: 'pointed' }], unidentified: null });
    await page.goto(server.url);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByText('Nobody knows yet which language they speak').waitFor({ state: 'detached' });
  });

  step('says so when the languages do not come, and comes back', async () => {
    await page.route('**/api/varieties/finder*', (route) => route.abort());
    await newPatient('Rukia');
    await opener().click();
    await finder().getByText('The languages could not be loaded.').waitFor();
    await see('10-not-loaded');
    await page.unroute('**/api/varieties/finder*');
    await finder().getByRole('button', { name: 'Try again' }).click();
    await card(/Tigrinya/).first().waitFor();
  });
});
