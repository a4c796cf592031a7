import type { BrowserContext, Locator, Page } from 'playwright-core';
import { takePicture } from '../support/browser';
import { type ConsoleStand, consoleStand, signIn, widths } from '../support/console';

let stand: ConsoleStand;

beforeAll(async () => {
  stand = await consoleStand();
  const { desk } = stand;
  // Two, so that nothing is chosen for anybody.
  for (const name of ['Marlowe Road Clinic', 'Croydon Health Centre']) await desk.addSite({ name });
  for (const displayName of ['Hiba Elamin', 'Rasha Abdelrahim', 'Salma Bashir']) await desk.addInterpreter({ displayName });
}, 120_000);

afterAll(() => stand?.close());

/** As many as a receptionist has patience for, from Today to offers that are on their way. */
const MOST_ACTIONS = 12;

it.each(Object.entries(widths))('a known patient is booked in twelve actions, nothing being filled in beforehand, on a %s', async (width, device) => {
  const { name } = await stand.desk.addPatient({ name: `Amna Idris ${width}` });
  const context: BrowserContext = await stand.browser.newContext({ ...device, locale: 'en-GB', reducedMotion: 'reduce' });
  const page: Page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(stand.server.url);
  await signIn(page, stand.sign);
  await page.getByRole('heading', { name: 'Today', exact: true }).waitFor();

  let actions = 0;
  const press = async (what: Locator): Promise<void> => {
    actions++;
    await what.click();
  };
  const type = async (field: Locator, text: string): Promise<void> => {
    actions++;
    await field.fill(text);
  };
  const field = (label: string | RegExp): Locator => page.getByRole('textbox', { name: label, exact: true }).or(page.getByRole('combobox', { name: label, exact: true }));
  const choose = async (label: string, option: string): Promise<void> => {
    await press(field(label));
    await press(page.getByRole('option', { name: option, exact: true }));
  };

  try {
    await press(page.getByRole('main').getByRole('link', { name: /^Book/ }).first());
    await type(field('Patient'), name);
    await press(page.getByRole('option', { name: new RegExp(name) }).first());
    await type(field('Date'), '3 Dec 2026');
    await type(field(/^Start/), '14:30');
    await type(field('Length, minutes'), '30');
    await choose('Place', 'Marlowe Road Clinic');
    await choose('What is it about?', 'A routine visit');
    await press(page.getByRole('button', { name: /^Offer to/ }));
    await page.getByRole('region', { name: 'Timeline' }).getByText(/^Offered to/).waitFor();
    expect(actions).toBeLessThanOrEqual(MOST_ACTIONS);
  } catch (error) {
    await takePicture(page, `failed-few-actions-${width}`).catch(() => undefined);
    throw error;
  } finally {
    await context.close();
  }
}, 60_000);
