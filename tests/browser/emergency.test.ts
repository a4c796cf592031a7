import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser, takePicture } from '../support/browser';
import { signIn, widths } from '../support/console';
import { aRequest, Desk, linksOn, offerLinks, pressAccept, until } from '../support/desk';
import { firstAdministrator } from '../support/installation';
import { look } from '../support/looks';
import { type TestDatabase, testDatabase } from '../support/postgres';
import { type ServerProcess, startServer } from '../support/server';

/** Booked nine days before; the day itself is a server that came up then. */
const days = { booked: '2026-11-24T10:42:00Z', after: '2026-12-03T14:46:00Z' };

interface Job {
  bookingId: string;
  offer: string;
  patient: string;
}

let browser: Browser;
let database: TestDatabase;
let server: ServerProcess;
let desk: Desk;
let sign: { email: string; password: string };
let attended: Job;
let missed: Job;
let left: Job;
let other: { phone: string };

const comeUpAt = async (instant: string): Promise<void> => {
  await server?.stop();
  server = await startServer({ database, env: { DEMO: '0', CLOCK_STARTS_AT: instant } });
  desk = new Desk(server.url);
  await desk.signIn(sign.email, sign.password);
};

/** The same page at wherever the program is now. */
const here = (link: string): string => `${server.url}${new URL(link).pathname}`;

const aJob = async (name: string): Promise<Job> => {
  const [site, patient] = [await desk.addSite(), await desk.addPatient({ name })];
  const interpreter = await desk.addInterpreter({ displayName: `Nuru ${name}` });
  const { id: bookingId } = await desk.book({ ...aRequest(patient, site), offerTo: [interpreter.id] });
  const [offer = ''] = await offerLinks(desk, interpreter.phone, 1);
  await pressAccept(offer);
  const address = patient.channels[0]?.address ?? '';
  const [page = ''] = await until(async () => {
    const links = (await linksOn(desk, address)).filter((link) => link.includes('/p/'));
    return links.length > 0 && links;
  }, `a link on ${address}`, 60);
  return { bookingId, offer, patient: page };
};

beforeAll(async () => {
  browser = await launchBrowser();
  database = await testDatabase();
  sign = await firstAdministrator(database, 'Marlowe Road');
  await comeUpAt(days.booked);
  attended = await aJob('Amna Idris');
  missed = await aJob('Maha Osman');
  left = await aJob('Halima Adam');
  other = await desk.addInterpreter({ displayName: 'Samia Adam' });
  await comeUpAt(days.after);
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await database?.close();
});

const opened = async (device: (typeof widths)[keyof typeof widths]): Promise<{ context: BrowserContext; page: Page }> => {
  const context = await browser.newContext({ ...device, locale: 'en-GB', timezoneId: 'Europe/London', reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  return { context, page };
};

const withPicture = async (page: Page, name: string, work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    await takePicture(page, `failed-${name}`).catch(() => undefined);
    throw error;
  }
};

it('arrival is said by the interpreter on a phone, by the clinician behind a link, and stands on the booking', async () => {
  const job = attended;
  const { context, page } = await opened(widths.phone);
  await withPicture(page, 'arrival', async () => {
    await page.goto(here(job.offer));
    await page.getByText('I will be late').click();
    await look(page, 'phone-arrival-0-before');
    await page.getByRole('button', { name: 'I have arrived' }).click();
    await page.getByText('You arrived at').waitFor();
    await look(page, 'phone-arrival-1-interpreter');
    await page.getByText('Something worries me').click();
    await look(page, 'phone-arrival-2-more');

    const { url } = await desk.request<{ url: string }>('POST', `/api/bookings/${job.bookingId}/clinician-link`);
    await page.goto(url);
    await look(page, 'phone-arrival-3-clinician');
    await page.getByRole('button', { name: 'It has started' }).dblclick();
    await page.getByText('It started at').waitFor();
    await page.getByRole('button', { name: 'It has finished' }).click();
    await page.getByRole('heading', { name: 'Did you understand each other?' }).waitFor();
    await page.getByRole('button', { name: 'Yes' }).click();
    await page.getByText('You said: yes.').waitFor();
    await look(page, 'phone-arrival-4-understood');
  });
  await context.close();

  const console = await opened(widths.desktop);
  await withPicture(console.page, 'arrival-console', async () => {
    await console.page.goto(`${server.url}/bookings/${job.bookingId}`);
    await signIn(console.page, sign);
    const card = console.page.getByRole('region', { name: 'On the day' });
    await card.getByRole('row', { name: /Interpreter arrived/ }).waitFor();
    await console.page.getByText('The clinician says: it started').waitFor();
    await console.page.getByText('Nuru Amna Idris says: arrived').waitFor();
    await look(console.page, 'desktop-arrival-5-console');
  });
  await console.context.close();
}, 240_000);

it('an interpreter who does not come is replaced in one step, and the patient’s page and the timeline say by whom', async () => {
  const job = missed;
  const { context, page } = await opened(widths.desktop);
  await withPicture(page, 'emergency', async () => {
    await page.goto(`${server.url}/bookings/${job.bookingId}`);
    await signIn(page, sign);
    await page.getByRole('button', { name: 'The interpreter did not come' }).click();
    const dialog = page.getByRole('dialog', { name: 'Find somebody now' });
    await dialog.getByText('Samia Adam', { exact: true }).waitFor();
    await dialog.getByRole('link', { name: other.phone }).waitFor();
    await look(page, 'desktop-emergency-1-who-is-free');
    await dialog.getByRole('button', { name: 'Ask Samia Adam now' }).dblclick();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('The clinic says: the interpreter did not come').waitFor();
    await look(page, 'desktop-emergency-2-asked');

    const links = await offerLinks(desk, other.phone, 1);
    await pressAccept(links.at(-1) ?? '');
    await page.getByText('Samia Adam confirmed').waitFor();
    await look(page, 'desktop-emergency-3-filled');
    await page.setViewportSize(widths.phone.viewport);
    await look(page, 'phone-emergency-4-filled');

    await page.goto(here(job.patient));
    await page.getByText('Samia Adam').first().waitFor();
    await look(page, 'phone-emergency-5-patient');
  });
  await context.close();
}, 240_000);

it('an interpreter who has to leave is replaced though it has begun, and where nobody comes the desk ends it with words for the patient', async () => {
  const { bookingId } = left;
  const next = await desk.addInterpreter({ displayName: 'Zahra Idris' });
  await desk.request('POST', `/api/bookings/${bookingId}/attendance`, { kind: 'started' });
  const { context, page } = await opened(widths.desktop);
  await withPicture(page, 'leaving', async () => {
    await page.goto(`${server.url}/bookings/${bookingId}`);
    await signIn(page, sign);
    await page.getByRole('button', { name: 'The interpreter has to leave' }).click();
    const dialog = page.getByRole('dialog', { name: 'Find somebody now' });
    await dialog.getByText('Zahra Idris', { exact: true }).waitFor();
    await dialog.getByRole('button', { name: /^Ask/ }).click();
    await dialog.waitFor({ state: 'hidden' });
    const links = await offerLinks(desk, next.phone, 1);
    await pressAccept(links.at(-1) ?? '');
    await page.getByText('Zahra Idris confirmed').waitFor();
    await look(page, 'desktop-leaving-1-somebody-else');

    await page.goto(server.url);
    await page.getByRole('button', { name: 'More about Halima Adam' }).click();
    await look(page, 'desktop-leaving-2-today');
    await page.getByRole('menuitem', { name: 'The interpreter did not come' }).click();
    await dialog.getByRole('button', { name: 'Nobody else can come: end the appointment' }).click();
    await dialog.getByText('Your interpreter did not come. We are sorry.').waitFor();
    await look(page, 'desktop-leaving-2-end');
    await page.setViewportSize(widths.phone.viewport);
    await look(page, 'phone-leaving-3-end');
    await dialog.getByRole('button', { name: 'End the appointment', exact: true }).dblclick();
    await page.getByText('Ended: the interpreter did not come').waitFor();
    await page.getByText('Interpreter absent').first().waitFor();
    await look(page, 'phone-leaving-4-ended');
    await until(async () => (await desk.today()).queue.some((row) => row.bookingId === bookingId && row.kind === 'rebook'), 'a task to agree another day');
  });
  await context.close();
}, 240_000);
