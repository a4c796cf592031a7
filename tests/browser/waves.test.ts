import type { Interpreter, PatientInput } from '@dragoman/contracts';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser, takePicture } from '../support/browser';
import { signIn, widths } from '../support/console';
import { Desk, offerLinks, pressAccept } from '../support/desk';
import { firstAdministrator } from '../support/installation';
import { look } from '../support/looks';
import { type TestDatabase, testDatabase } from '../support/postgres';
import { type ServerProcess, startServer } from '../support/server';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser?.close());

describe.each(['desktop', 'phone'] as const)('a booking that is let run, on a %s', (width) => {
  let database: TestDatabase;
  let server: ServerProcess;
  let desk: Desk;
  let context: BrowserContext;
  let page: Page;
  let sign: { email: string; password: string };
  let people: Interpreter[];
  let bookingId: string;

  /** The same installation, later: the clock of a server is set when it starts. */
  const start = async (at: string): Promise<void> => {
    await server?.stop();
    server = await startServer({ database, env: { DEMO: '0', CLOCK_STARTS_AT: at } });
    desk = desk ? desk.at(server.url) : new Desk(server.url);
  };
  const open = async (): Promise<void> => {
    context = await browser.newContext({ ...widths[width], locale: 'en-GB', reducedMotion: 'reduce' });
    page = await context.newPage();
    page.setDefaultTimeout(15_000);
  };
  const watched = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      await takePicture(page, `failed-waves-${width}`).catch(() => undefined);
      throw error;
    }
  };
  const asked = async (): Promise<string[]> => (await desk.booking(bookingId)).offers.filter(({ state }) => state === 'open').map(({ displayName }) => displayName).sort();
  const field = (name: string | RegExp) => page.getByRole('textbox', { name }).or(page.getByRole('combobox', { name }));
  const card = () => page.getByRole('region', { name: 'Finding somebody', exact: true });

  beforeAll(async () => {
    database = await testDatabase();
    await start('2026-11-24T10:42:00Z');
    sign = await firstAdministrator(database, 'Marlowe Road');
    await desk.signIn(sign.email, sign.password);
    await desk.addSite();
    const speaks: PatientInput['languages'] = [{ varietyId: 'apd', role: 'speaks', enoughForDoctor: true, learntHow: 'self' }];
    const patient = await desk.addPatient({ name: 'Amna Idris Osman', languages: speaks });
    people = [];
    for (const [n, displayName] of ['Hiba Elamin', 'Rasha Abdelrahim', 'Nagwa Tambal', 'Osama Khalil', 'Selma Bakri'].entries())
      people.push(await desk.addInterpreter({ displayName, home: { latitude: 51.51 + n * 0.02, longitude: -0.11 } }));
    await open();
    await page.goto(`${server.url}/book?patient=${patient.id}`);
    await signIn(page, sign);
  }, 120_000);

  afterAll(async () => {
    await context?.close();
    await server?.stop();
    await database?.close();
  });

  it('asks the best three, and says so on their phones and on the booking', () =>
    watched(async () => {
      await field('Date').fill('3 Dec 2026');
      await field('Date').press('Tab');
      await field(/^Start/).fill('14:30');
      await field(/^Start/).press('Tab');
      await page.getByRole('checkbox', { name: 'Hiba Elamin' }).waitFor();
      await page.getByText('Let it run asks the best 3 now, then the next.').first().waitFor({ state: width === 'desktop' ? 'visible' : 'attached' });
      await look(page, `${width}-waves-1-book`);
      await page.getByRole('button', { name: 'Let it run' }).click();
      await card().getByText(/^Wave 1: three were asked at 10:4\d, none has answered yet\.$/).waitFor();
      await card().getByText(/^The next are asked at 14:4\d, sooner if all say no\.$/).waitFor();
      bookingId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
      expect(await asked()).toEqual(['Hiba Elamin', 'Nagwa Tambal', 'Rasha Abdelrahim']);
      await page.getByText('Wave 1: offered to three').waitFor();
      await page.getByText('until somebody accepts, by Ruth Adeyemi').waitFor();
      await look(page, `${width}-waves-2-first-wave`);
      await offerLinks(desk, people[0]?.phone ?? '', 1);
      await page.goto(`${server.url}/phones?phone=${encodeURIComponent(`sms:${people[0]?.phone ?? ''}`)}`);
      await page.getByText(/Reply Y/i).first().waitFor();
    }), 120_000);

  it('asks the next when the time is over and nobody has answered', () =>
    watched(async () => {
      await start('2026-11-24T14:45:00Z');
      await page.goto(`${server.url}/bookings/${bookingId}`);
      await card().getByText(/^Wave 2: two were asked at 14:4\d, neither has answered yet\.$/).waitFor();
      expect(await asked()).toHaveLength(5);
      await page.getByText('Wave 2: offered to two').waitFor();
      await look(page, `${width}-waves-3-second-wave`);
    }), 120_000);

  it('is held back in one press and let go again', () =>
    watched(async () => {
      await card().getByRole('button', { name: 'Pause the search' }).dblclick();
      await card().getByText('Nobody more is asked.', { exact: false }).waitFor();
      await look(page, `${width}-waves-4-paused`);
      await card().getByRole('button', { name: 'Go on' }).click();
      await card().getByRole('button', { name: 'Pause the search' }).waitFor();
    }), 90_000);

  it('gives the job to the first who accepts, and asks nobody more', () =>
    watched(async () => {
      const [link = ''] = await offerLinks(desk, people[4]?.phone ?? '', 1);
      expect((await pressAccept(link)).status).toBe(303);
      await page.getByText('Selma Bakri confirmed').waitFor();
      await card().waitFor({ state: 'detached' });
      expect(await asked()).toEqual([]);
      await look(page, `${width}-waves-5-found`);
    }), 120_000);
});
