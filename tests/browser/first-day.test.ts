import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { widths } from '../support/console';
import { type Hand, keyboard, pointer } from '../support/hands';
import { firstAdministrator } from '../support/installation';
import { look } from '../support/looks';
import { type TestDatabase, testDatabase } from '../support/postgres';
import { type ServerProcess, startServer } from '../support/server';
import { stepsOf } from '../support/steps';

const roster = [
  'email,display_name,gender,phone,zone,latitude,longitude,modalities,hourly_rate,weekly_hours,language,language_name,other_language,credential,credential_expires_on',
  'hiba.elamin@roster.example,Hiba Elamin,woman,07700 900301,Europe/London,51.51,-0.11,in-person; video; phone,38,Mon-Fri 09:00-17:00,apd,Sudanese Arabic,eng,DPSI Health,2027-12-15',
].join('\n');

const ways: [string, (typeof widths)[keyof typeof widths], (page: Page) => Hand][] = [
  ['desktop', widths.desktop, pointer],
  ['phone', widths.phone, pointer],
  ['keyboard', widths.desktop, keyboard],
];

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser?.close());

describe.each(ways)('an administrator’s first day, from nothing to a booking (%s)', (way, device, handOf) => {
  let context: BrowserContext;
  let page: Page;
  let hand: Hand;
  let database: TestDatabase;
  let server: ServerProcess;

  const see = (what: string) => look(page, `first-day-${way}-${what}`);
  const step = stepsOf(`first-day-${way}`, () => [page], 120_000);
  const field = (label: string | RegExp, within: Page | Locator = page): Locator => {
    const named = { name: label, exact: true };
    return within.getByRole('textbox', named).or(within.getByRole('combobox', named));
  };
  const button = (name: string | RegExp, within: Page | Locator = page): Locator => within.getByRole('button', { name, exact: typeof name === 'string' });
  const dialog = (name: string): Locator => page.getByRole('dialog', { name });
  const steps = (): Locator => page.getByRole('region', { name: 'First steps' });
  const section = (name: string): Locator => page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name, exact: true });
  const isTicked = (title: string): Promise<void> => steps().getByRole('listitem').filter({ hasText: title }).getByLabel('Done').waitFor();
  /** From wherever one is, back to the list of steps. */
  const toToday = async (): Promise<void> => {
    const menu = button('Menu');
    if (await menu.isVisible()) await hand.press(menu);
    await hand.press(page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Today' }));
    await page.getByRole('heading', { name: 'Today', exact: true }).waitFor();
  };
  const begin = (action: string): Promise<void> => hand.press(steps().getByRole('link', { name: action, exact: true }));

  beforeAll(async () => {
    database = await testDatabase();
    server = await startServer({ database, env: { DEMO: '0', CLOCK_STARTS_AT: '2026-11-24T10:42:00Z' } });
    context = await browser.newContext({ ...device, locale: 'en-GB', timezoneId: 'Europe/London', reducedMotion: 'reduce' });
    page = await context.newPage();
    page.setDefaultTimeout(15_000);
    hand = handOf(page);
  }, 120_000);

  afterAll(async () => {
    await context?.close();
    await server?.stop();
    await database?.close();
  });

  step('signs in with what the command line said, and finds the steps, which can be put away and come back', async () => {
    const { email, password } = await firstAdministrator(database, 'Marlowe Road');
    await page.goto(server.url);
    await hand.write(field('Email'), email);
    await hand.write(page.getByLabel('Password', { exact: true }), password);
    await hand.press(button('Sign in'));
    await steps().getByText('0 of 8').waitFor();
    await see('01-today');
    await hand.press(button('Put away'));
    await steps().waitFor({ state: 'detached' });
    await page.goto(`${server.url}/settings`);
    await hand.press(button('Show on Today again'));
    await see('02-settings');
    await toToday();
    await steps().waitFor();
  });

  step('says where patients call', async () => {
    await begin('Write it down');
    const form = dialog('Organisation');
    await hand.write(field('Telephone for patients', form), 'not a number');
    await hand.press(button('Save', form));
    await form.getByText('This is not a phone number.').first().waitFor();
    await see('03-organisation-with-errors');
    await hand.write(field('Telephone for patients', form), '020 7946 0123');
    await hand.press(button('Save', form));
    await form.waitFor({ state: 'hidden' });
    await toToday();
    await isTicked('Say where patients call you');
  });

  step('adds a site by the link that a map gives', async () => {
    await begin('Add a site');
    const form = dialog('Add a site');
    await hand.write(field('Name', form), 'Marlowe Road Clinic');
    await hand.write(field('Address', form), '14 Marlowe Road, London');
    await hand.write(field('Position on the map', form), 'https://maps.app.goo.gl/abc');
    await hand.press(button('Add site', form));
    await form.getByText('A short link does not say where it leads.').waitFor();
    await see('04-site-with-errors');
    await hand.write(field('Position on the map', form), 'https://www.google.com/maps/place/Marlowe+Road/@51.6,-0.2,17z/data=!3m1!4b1!3d51.5010!4d-0.1000');
    await form.getByText('Read as 51.5010° north, 0.1000° west').waitFor();
    await see('05-site');
    await hand.press(button('Add site', form));
    await form.waitFor({ state: 'hidden' });
    await toToday();
    await isTicked('Add your first site');
  });

  step('reads the rules, and names whoever is on duty', async () => {
    await begin('Read the rules');
    await page.getByRole('region', { name: 'Offers and bookings' }).waitFor();
    await page.waitForFunction(() => document.activeElement?.textContent === 'Offers and bookings');
    await hand.press(section('On the day'));
    const rules = page.getByRole('region', { name: 'On the day' });
    await page.waitForFunction(() => document.activeElement?.textContent === 'On the day');
    await hand.press(button('Somebody on duty', rules));
    await hand.write(field('Who is on duty', rules), 'Ruth Adeyemi');
    await hand.write(field('Email', rules), 'ruth@clinic.example');
    await hand.press(button('Save these rules', rules));
    await rules.getByText('Saved. It holds from now on.').waitFor();
    await toToday();
    await isTicked('Read the rules that you start with');
  });

  step('invites a colleague', async () => {
    await begin('Invite somebody');
    const form = dialog('Invite somebody');
    await hand.write(field('Name', form), 'Sam Okafor');
    await hand.write(field('Email', form), 'sam@clinic.example');
    await hand.press(button('Send invitation', form));
    await form.waitFor({ state: 'hidden' });
    await page.getByText('The invitation has arrived.').waitFor();
    await toToday();
    await isTicked('Invite your colleagues');
  });

  step('sends a message to herself, and sees it arrive', async () => {
    await begin('Send one');
    const form = dialog('Send a message to myself');
    await see('06-test-message');
    await hand.press(button('Send', form));
    await form.waitFor({ state: 'hidden' });
    await page.getByRole('region', { name: 'Test messages' }).getByText('It has arrived.').waitFor();
    await see('07-test-arrived');
    await toToday();
    await isTicked('Send a message to yourself');
  });

  step('brings in her interpreters from a spreadsheet', async () => {
    await begin('Bring them in');
    await hand.write(field('Or paste it'), roster);
    await hand.press(button('Check'));
    await page.getByText('Nothing is wrong: 1 new.').waitFor();
    await hand.press(button(/^Import/));
    await page.getByRole('link', { name: 'Hiba Elamin' }).waitFor();
    await toToday();
    await isTicked('Bring in your interpreters');
    await steps().getByText('6 of 8').waitFor();
    await see('08-six-of-eight');
  });

  step('registers her first patient', async () => {
    await begin('Register a patient');
    await hand.write(page.getByRole('textbox', { name: 'Name', exact: true }), 'Amna Idris Osman');
    await hand.choose(field('Language'), /^Sudanese Arabic/, 'Sudanese Arabic');
    await hand.choose(field('A language they read'), /Standard Arabic/, 'Standard Arabic');
    await hand.write(field('Mobile number'), '07700 900482');
    await hand.choose(field('Who sees it?'), /^Private/);
    await hand.tick(page.getByRole('checkbox', { name: 'They said that this number is theirs' }));
    await hand.press(button('Save and book'));
    await page.getByRole('heading', { name: 'Book an interpreter' }).waitFor();
  });

  step('books the first appointment, and the steps are done', async () => {
    await page.getByText('Amna Idris Osman').first().waitFor();
    await hand.write(field('Date'), '3 Dec 2026');
    await page.keyboard.press('Tab');
    await hand.write(field(/^Start/), '14:30');
    await page.keyboard.press('Tab');
    await hand.choose(field('Place'), /^Marlowe Road Clinic/);
    await hand.tick(page.getByRole('checkbox', { name: 'Hiba Elamin' }));
    await hand.press(button(/^Offer to/));
    await page.getByRole('region', { name: 'Timeline' }).getByText('Offered to one').waitFor();
    await see('09-offered');
    await toToday();
    await page.getByRole('region', { name: 'Needs you now' }).waitFor();
    await steps().waitFor({ state: 'detached' });
    await page.goto(`${server.url}/settings`);
    await page.getByRole('region', { name: 'How you work' }).waitFor();
    expect(await steps().count()).toBe(0);
  });
});
