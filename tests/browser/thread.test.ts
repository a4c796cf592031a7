import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { widths } from '../support/console';
import { firstAdministrator } from '../support/installation';
import { look } from '../support/looks';
import { type TestDatabase, testDatabase } from '../support/postgres';
import { type ServerProcess, startServer } from '../support/server';
import { stepsOf } from '../support/steps';

const PATIENT_PHONE = '07700 900482';
const INTERPRETER_PHONE = '07700 900301';

let browser: Browser;
let context: BrowserContext;
let page: Page;
let database: TestDatabase;
let server: ServerProcess;

beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser?.close());

const go = async (screen: string): Promise<void> => {
  const menu = page.getByRole('button', { name: 'Menu', exact: true });
  if (await menu.isVisible()) await menu.click();
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: screen }).click();
};

/** A field by its label, whichever of the two roles its kind of input has. */
const field = (label: string | RegExp, within: Page | Locator = page): Locator => {
  const named = { name: label, exact: true };
  return within.getByRole('textbox', named).or(within.getByRole('combobox', named));
};

const pick = async (label: string, typed: string, option: RegExp): Promise<void> => {
  await field(label).fill(typed);
  await page.getByRole('option', { name: option }).first().click();
};

const choose = async (label: string, option: string): Promise<void> => {
  await field(label).click();
  await page.getByRole('option', { name: option }).first().click();
};

/** A second window, as when somebody follows a link from the simulated phone. */
const follow = async (link: ReturnType<Page['getByRole']>): Promise<Page> => {
  const opened = context.waitForEvent('page');
  await link.click();
  const other = await opened;
  await other.waitForLoadState('networkidle');
  return other;
};

describe.each(Object.entries(widths))('one booking from an empty installation to “she is coming”, on a %s', (width, device) => {
  const step = stepsOf(`thread-${width}`, () => context.pages());
  const see = (what: string, where: Page = page) => look(where, `${width}-${what}`);

  beforeAll(async () => {
    database = await testDatabase();
    server = await startServer({ database, env: { DEMO: '0', CLOCK_STARTS_AT: '2026-11-24T10:42:00Z' } });
    context = await browser.newContext({ ...device, locale: 'en-GB', timezoneId: 'America/Vancouver' });
    page = await context.newPage();
    page.setDefaultTimeout(15_000);
  }, 120_000);

  afterAll(async () => {
    await context?.close();
    await server?.stop();
    await database?.close();
  });

  step('signs in, and says so kindly when the password is wrong', async () => {
    const { email, password } = await firstAdministrator(database, 'Marlowe Road');
    await page.goto(server.url);
    await page.getByRole('textbox', { name: 'Email' }).fill(email);
    await page.getByLabel('Password', { exact: true }).fill('not the password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').first().waitFor();
    await see('01-sign-in-refused');
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Today', exact: true }).waitFor();
    await page.getByText('First steps to the first booking').waitFor();
    await see('02-first-steps');
  });

  step('adds the first site', async () => {
    await go('Settings');
    await page.getByRole('link', { name: 'Sites', exact: true }).click();
    await page.getByRole('button', { name: 'Add a site' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add a site' });
    await dialog.getByRole('button', { name: 'Add site' }).click();
    await see('03-site-with-errors');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Marlowe Road Clinic');
    await dialog.getByRole('textbox', { name: 'Address' }).fill('14 Marlowe Road, London');
    await dialog.getByRole('textbox', { name: 'Position on the map' }).fill('51.5010, -0.1000');
    await field('Rooms', dialog).fill('Room 6');
    await page.keyboard.press('Enter');
    await see('04-site');
    await dialog.getByRole('button', { name: 'Add site' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('Marlowe Road Clinic').first().waitFor();
    await see('05-settings');
  });

  step('adds an interpreter of Sudanese Arabic', async () => {
    await go('Interpreters');
    await see('06-no-interpreters');
    await page.getByRole('link', { name: 'New interpreter' }).first().click();
    await page.getByRole('textbox', { name: 'Name shown' }).fill('Hiba Elamin');
    await choose('Gender', 'Woman');
    await page.getByRole('textbox', { name: 'Mobile number' }).fill(INTERPRETER_PHONE);
    await page.getByRole('textbox', { name: 'Email' }).fill('hiba.elamin@interpreters.example');
    await pick('Language', 'Sudanese Arabic', /^Sudanese Arabic/);
    await page.getByRole('textbox', { name: 'Home position' }).fill('51.5100, -0.1100');
    await field('Rate an hour, £').fill('38');
    await see('07-new-interpreter');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('heading', { name: 'Hiba Elamin' }).waitFor();
    await go('Interpreters');
    await page.getByRole('link', { name: 'Hiba Elamin' }).waitFor();
  });

  step('registers a patient who speaks Sudanese Arabic; “Arabic” alone asks which', async () => {
    await go('Patients');
    await page.getByRole('link', { name: 'New patient' }).first().click();
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Amna Idris Osman');
    await pick('Language', 'Arabic', /^Arabic \(variety not stated\)/);
    const which = page.getByRole('region', { name: /^Which Arabic/ });
    await which.waitFor();
    await see('08-which-arabic');
    await which.getByRole('button', { name: /^Sudanese Arabic/ }).click();
    await pick('A language they read', 'Standard Arabic', /Standard Arabic/);
    await field('Mobile number').fill(PATIENT_PHONE);
    await choose('Who sees it?', 'Private');
    await page.getByRole('checkbox', { name: 'They said that this number is theirs' }).check();
    await see('09-new-patient');
    await page.getByRole('button', { name: 'Save and book' }).click();
    await page.getByRole('heading', { name: 'Book an interpreter' }).waitFor();
  });

  step('books Hiba, with her reasons and the patient’s message in view', async () => {
    await page.getByText('Amna Idris Osman').first().waitFor();
    await field('Date').fill('3 Dec 2026');
    await page.keyboard.press('Tab');
    await field(/^Start/).fill('14:30');
    await page.keyboard.press('Tab');
    await choose('Place', 'Marlowe Road Clinic');
    await page.getByRole('checkbox', { name: 'Hiba Elamin' }).waitFor();
    await page.locator('[lang="ar"]').first().waitFor();
    await see('10-book');
    await page.getByRole('checkbox', { name: 'Hiba Elamin' }).check();
    await page.getByRole('button', { name: /^Offer to/ }).click();
    await page.getByRole('region', { name: 'Timeline' }).getByText('Offered to one').waitFor();
    await see('11-offered');
  });

  step('opens the interpreter’s phone in a second window, and she accepts while the first one watches', async () => {
    const desk = page;
    page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(`${server.url}/phones`);
    await page.getByRole('button', { name: /Hiba Elamin.*\+447700900301/ }).click();
    await see('12-interpreter-phone');
    const offer = await follow(page.getByRole('link', { name: /\/i\// }).last());
    await see('13-offer', offer);
    expect(await offer.content()).not.toContain('Amna');
    await offer.getByRole('button', { name: 'Accept' }).click();
    await offer.getByText('It’s yours').waitFor();
    await see('14-accepted', offer);
    await offer.close();
    // Without reloading: the live stream brought it.
    await desk.getByText('Hiba Elamin confirmed').waitFor();
    await look(desk, `${width}-15-confirmed-live`);
  });

  step('shows the confirmation in Arabic on the patient’s phone, and a reminder when one is sent', async () => {
    const [desk, phones] = context.pages() as [Page, Page];
    page = phones;
    await page.goto(`${server.url}/phones`);
    await page.getByRole('button', { name: /Amna Idris Osman/ }).click();
    await page.locator('[lang="ar"][dir="rtl"]').first().waitFor();
    await see('16-confirmation');
    // By its name: the first in the list may still be the confirmation that has just left.
    await desk.getByRole('button', { name: /^Send now.*Seven days before/ }).click();
    await desk.getByText(/^Reminder.* sent$/).first().waitFor();
    await page.locator('[lang="ar"][dir="rtl"]').nth(1).waitFor();
    await see('17-reminder');
  });

  step('lets her answer from her own page, in Arabic and right to left, without JavaScript', async () => {
    const [desk] = context.pages() as [Page];
    const link = await page.getByRole('link', { name: /\/p\// }).last().getAttribute('href');
    const plain = await browser.newContext({ ...widths.phone, javaScriptEnabled: false });
    const patient = await plain.newPage();
    await patient.goto(link ?? '');
    expect(await patient.locator('html').getAttribute('dir')).toBe('rtl');
    expect(await patient.locator('html').getAttribute('lang')).toBe('ar');
    await patient.screenshot({ path: `.artifacts/screenshots/${width}-18-patient.png`, fullPage: true });
    await patient.getByRole('button').first().click();
    await patient.screenshot({ path: `.artifacts/screenshots/${width}-19-patient-answered.png`, fullPage: true });
    await plain.close();
    await desk.getByText('The patient is coming').first().waitFor();
    await look(desk, `${width}-20-coming`);
    const withScript = await context.newPage();
    await withScript.goto(link ?? '');
    await see('21-patient-axe', withScript);
    await withScript.close();
  });

  step('shows the day on Today, also with the menus open', async () => {
    const [desk] = context.pages() as [Page];
    page = desk;
    await go('Today');
    await page.getByRole('heading', { name: 'Today', exact: true }).waitFor();
    await page.getByText('Live', { exact: true }).first().waitFor();
    await see('22-today');
    await page.keyboard.press('Control+K');
    await page.getByLabel('Find a patient, booking, interpreter or screen').fill('Amna');
    await page.getByText('Amna Idris Osman').last().waitFor();
    await see('23-search');
    await page.keyboard.press('Escape');
  });

  step('writes in Tigrinya once she says that this is what she reads', async () => {
    const [desk, phones] = context.pages() as [Page, Page];
    page = desk;
    await go('Patients');
    await page.getByRole('link', { name: 'Amna Idris Osman' }).click();
    await page.getByRole('button', { name: /^Cannot read Modern Standard Arabic/ }).click();
    await pick('A language they read', 'Tigrinya', /^Tigrinya \(Eritrea\)/);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('will be spoken to as written here').waitFor();
    await page.keyboard.press('Control+K');
    await page.getByLabel('Find a patient, booking, interpreter or screen').fill('D-20001');
    await page.getByRole('button', { name: /D-20001/ }).click();
    await page.getByRole('button', { name: /^Send now/ }).first().click();
    page = phones;
    await page.locator('[lang="ti"]').first().waitFor();
    await see('24-reminder-in-tigrinya');
    const link = await page.getByRole('link', { name: /\/p\// }).last().getAttribute('href');
    const hers = await context.newPage();
    await hers.goto(link ?? '');
    expect(await hers.locator('html').getAttribute('lang')).toBe('ti');
    await see('25-patient-in-tigrinya', hers);
    await hers.close();
  });

  step('asks before it cancels, and tells what was lost', async () => {
    const [desk] = context.pages() as [Page];
    page = desk;
    await page.getByRole('button', { name: /^Account of/ }).or(page.getByRole('button', { name: 'Menu', exact: true })).first().click();
    await see('26-menu');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Cancel booking/ }).click();
    const dialog = page.getByRole('dialog', { name: /^Cancel booking/ });
    await see('27-cancel');
    await field('Reason', dialog).fill('The doctor is ill');
    await dialog.getByRole('button', { name: /^Cancel/ }).last().click();
    await page.getByText('Cancelled by the clinic').first().waitFor();
    await see('28-cancelled');
    await go('Today');
    // A draft may not carry a cancellation, so a person has to call: never silence.
    await page.getByRole('region', { name: 'Needs you now' }).getByText('Amna Idris Osman').first().waitFor();
    await see('29-call-task');
  });
});
