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
let patientId: string;
let phones: Record<string, string>;

beforeAll(async () => {
  browser = await launchBrowser();
  database = await testDatabase();
  server = await startServer({ database, env: { DEMO: '0', CLOCK_STARTS_AT: '2026-11-24T10:42:00Z' } });
  desk = await aDesk(server.url, database);
  await desk.addSite();
  const speaks = { varietyId: 'apd', role: 'speaks', enoughForDoctor: true, learntHow: 'self' } as const;
  patientId = (await desk.addPatient({ name: 'Amna Idris Osman', languages: [speaks] })).id;
  phones = {};
  for (const displayName of ['Hiba Elamin', 'Rasha Abdelrahim']) phones[displayName] = (await desk.addInterpreter({ displayName })).phone;
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

const seeAt = async (name: string): Promise<void> => {
  await look(page, `team-desktop-${name}`);
  await page.setViewportSize(phone);
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
  await look(page, `team-phone-${name}`);
  await page.setViewportSize(desktop);
};

const begin = async (date: string, start: string, length: string): Promise<void> => {
  await page.goto(`${server.url}/book?patient=${patientId}`);
  for (const [field, value] of [['Date', date], ['Start', start], ['Length, minutes', length]] as const) {
    await page.getByRole('textbox', { name: field }).fill(value);
    await page.keyboard.press('Tab');
  }
};
const take = async (choice: string): Promise<void> => {
  await page.getByRole('combobox', { name: 'Interpreters' }).click();
  await page.getByRole('option', { name: choice, exact: true }).click();
};
const card = () => page.getByRole('region', { name: 'Team' });

/** On their own phone, the newest offer: what it says of the others, then yes. */
const acceptOn = async (name: string, says: string, seen: ReadonlySet<string>, picture: string): Promise<string> => {
  const address = phones[name] ?? '';
  const link = await until(async () => (await linksOn(desk, address)).filter((one) => one.includes('/i/') && !seen.has(one)).at(-1), `an offer to ${name}`);
  const ownPhone = await browser.newContext({ viewport: phone, hasTouch: true, isMobile: true });
  const theirs = await ownPhone.newPage();
  await theirs.goto(link);
  await theirs.getByText(says).waitFor();
  await look(theirs, `team-offer-${picture}`);
  await theirs.getByRole('button', { name: 'Accept' }).click();
  await theirs.getByText(/It’s yours|Your time is held/).waitFor();
  await look(theirs, `team-answered-${picture}`);
  await ownPhone.close();
  return link;
};

it('is booked as two who work together: asked for at the desk, accepted on two phones, and one is never enough', async () => {
  await begin('3 Dec 2026', '14:30', '90');
  await take('Two together');
  await page.getByText('The first two to accept get the job.').waitFor();
  await seeAt('book');
  await page.getByRole('button', { name: 'Offer to first two' }).click();
  await card().getByText('Not answered yet').first().waitFor();
  await seeAt('asked');
  const says = 'You work together with another interpreter, all of the time.';
  await acceptOn('Hiba Elamin', says, new Set(), 'together');
  await card().getByText('Accepted, waits until all are found').waitFor();
  await page.getByText('1 of 2 found').waitFor();
  await seeAt('held');
  await acceptOn('Rasha Abdelrahim', says, new Set(), 'complete');
  await page.getByText('All interpreters confirmed').waitFor();
  await seeAt('confirmed');
  await desk.addInterpreter({ displayName: 'Nagwa Tambal' });
  await page.reload();
  await card().getByRole('button', { name: 'Somebody else instead of Rasha Abdelrahim' }).click();
  await page.getByRole('dialog').getByRole('checkbox', { name: /Nagwa Tambal/ }).check();
  await page.getByRole('button', { name: 'Nagwa Tambal said yes' }).click();
  await look(page, 'team-desktop-instead');
  await page.getByRole('button', { name: /^Book Nagwa Tambal/ }).click();
  await card().getByText('Nagwa Tambal').waitFor();
  await card().getByText('Hiba Elamin').waitFor();
  await seeAt('replaced');
}, 120_000);

it('is booked as two of whom one takes over; where the second is not found, the first does it without', async () => {
  const seen = new Set(await linksOn(desk, phones['Hiba Elamin'] ?? ''));
  await begin('8 Dec 2026', '10:00', '120');
  await take('Two, one after the other');
  await page.getByText('at 11:00', { exact: true }).waitFor();
  await seeAt('book-handover');
  await page.getByRole('button', { name: 'Offer to first three' }).click();
  await card().getByText('10:00–11:00').waitFor();
  await card().getByText('11:00–12:00').waitFor();
  await acceptOn('Hiba Elamin', 'You take turns with another interpreter. The time above is your part.', seen, 'handover');
  await card().getByText('Accepted, waits until all are found').waitFor();
  await seeAt('handover');
  await card().getByRole('button', { name: /go ahead without/ }).click();
  await card().getByText('Done without').waitFor();
  await page.getByText('One interpreter fewer').waitFor();
  await card().getByText('Booked', { exact: true }).waitFor();
  await seeAt('without');
}, 120_000);
