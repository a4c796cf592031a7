import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { type Desk, linksOn, until } from '../support/desk';
import { aDesk } from '../support/installation';
import { look } from '../support/looks';
import { type TestDatabase, testDatabase } from '../support/postgres';
import { type ServerProcess, startServer } from '../support/server';

const desktop = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

let browser: Browser;
let context: BrowserContext;
let page: Page;
let database: TestDatabase;
let server: ServerProcess;
let desk: Desk;

beforeAll(async () => {
  browser = await launchBrowser();
  database = await testDatabase();
  server = await startServer({ database, env: { DEMO: '0', CLOCK_STARTS_AT: '2026-11-24T10:42:00Z' } });
  desk = await aDesk(server.url, database);
  context = await browser.newContext({ viewport: desktop, locale: 'en-GB' });
  const [name = '', ...value] = desk.cookies.split('=');
  await context.addCookies([{ name, value: value.join('='), url: server.url }]);
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await database?.close();
});

const skill = (varietyId: string, otherId = 'eng') => ({ varietyId, otherId, credential: null, credentialExpiresOn: null });

const seeAt = async (name: string, where: Page = page): Promise<void> => {
  await where.setViewportSize(desktop);
  await look(where, `relay-desktop-${name}`);
  await where.setViewportSize(phone);
  // The bar with the decision lies over what is behind it until one has scrolled to the end.
  await where.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
  await look(where, `relay-phone-${name}`);
  await where.setViewportSize(desktop);
};

/** On the interpreter's own phone: reads, answers the question, accepts. */
const acceptOn = async (address: string, picture: string | null): Promise<void> => {
  const link = await until(async () => (await linksOn(desk, address)).filter((one) => one.includes('/i/')).at(-1), `an offer on ${address}`);
  const ownPhone = await browser.newContext({ viewport: phone, hasTouch: true, isMobile: true });
  const theirs = await ownPhone.newPage();
  await theirs.goto(link);
  await theirs.getByText('With a second interpreter').waitFor();
  if (picture !== null) await look(theirs, `relay-offer-${picture}`);
  await theirs.getByRole('checkbox', { name: 'No, I know of no reason' }).check();
  await theirs.getByRole('button', { name: 'Accept' }).click();
  await theirs.getByText(/It’s yours|Your time is held/).waitFor();
  if (picture !== null) await look(theirs, `relay-answered-${picture}`);
  await ownPhone.close();
};

it('books two interpreters through a third language: found, offered to both, accepted on two phones, confirmed', async () => {
  await desk.addSite();
  const near = await desk.addInterpreter({ displayName: 'Adam Nur', skills: [skill('fvr', 'apd')] });
  const far = await desk.addInterpreter({ displayName: 'Hiba Elamin', skills: [skill('apd')] });
  const patient = await desk.addPatient({
    name: 'Halima Abakar',
    languages: [{ varietyId: 'fvr', role: 'speaks', enoughForDoctor: true, learntHow: 'self' }],
    interpreterWishes: { wanted: [], refused: [], avoidsLocalArea: false, avoidsCommunity: true, roleBeside: 'advocate' },
  });

  await page.goto(`${server.url}/book?patient=${patient.id}`);
  await page.getByRole('textbox', { name: 'Date' }).fill('3 Dec 2026');
  await page.keyboard.press('Tab');
  await page.getByRole('textbox', { name: 'Start' }).fill('14:30');
  await page.keyboard.press('Tab');
  const relays = page.getByRole('region', { name: 'Through a third language (relay)' });
  await relays.getByRole('checkbox', { name: 'Adam Nur and Hiba Elamin' }).check();
  await seeAt('book');
  await page.getByRole('button', { name: 'Offer to both' }).click();

  const card = page.getByRole('region', { name: 'Relay' });
  await card.getByText('Not answered yet').first().waitFor();
  await acceptOn(near.phone, 'first');
  await card.getByText('Accepted, waits for the other side').waitFor();
  await seeAt('held');
  await acceptOn(far.phone, null);
  await page.getByText('Both interpreters confirmed').waitFor();
  await look(page, 'relay-desktop-confirmed');

  await page.getByRole('button', { name: 'Patient wants somebody else' }).click();
  await page.getByRole('button', { name: 'Don’t offer Adam Nur to this patient again' }).click();
  await page.getByText('Not offered again').waitFor();
  await look(page, 'relay-desktop-refused');
  await page.goto(`${server.url}/patients/${patient.id}`);
  await page.getByRole('button', { name: 'Remove Adam Nur' }).waitFor();
  await seeAt('wishes');
}, 90_000);
