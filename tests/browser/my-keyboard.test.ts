import type { BrowserContext, Page } from 'playwright-core';
import { takePicture } from '../support/browser';
import { type ConsoleStand, consoleStand, widths } from '../support/console';
import { aRequest, until } from '../support/desk';
import { look } from '../support/looks';
import { signInByCode } from '../support/my-phone';

let stand: ConsoleStand;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  stand = await consoleStand();
  context = await stand.browser.newContext({ ...widths.desktop, locale: 'en-GB', timezoneId: 'Europe/London', reducedMotion: 'reduce', colorScheme: 'dark' });
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
}, 120_000);

afterAll(async () => {
  await context?.close();
  await stand?.close();
});

const nameOfFocused = () =>
  page.evaluate(() => {
    const { activeElement: focused } = document;
    const label = focused instanceof HTMLInputElement || focused instanceof HTMLSelectElement || focused instanceof HTMLTextAreaElement ? focused.labels?.[0]?.innerText : undefined;
    return (focused?.getAttribute('aria-label') ?? label ?? focused?.textContent ?? '').trim();
  });

/** Goes on with Tab until it is there; nobody would go round more than once. */
const tabTo = async (name: RegExp) => {
  const met: string[] = [];
  for (let steps = 0; steps < 60; steps++) {
    await page.keyboard.press('Tab');
    const focused = await nameOfFocused();
    if (name.test(focused)) return;
    met.push(focused);
  }
  throw new Error(`Tab never came to ${name}; it met ${met.join(' | ')}`);
};

const press = async (name: RegExp, key = 'Enter') => {
  await tabTo(name);
  await page.keyboard.press(key);
};

it('an interpreter’s day and week, by keyboard alone and in the dark', async () => {
  const [site, patient] = [await stand.desk.addSite({ name: 'Northgate Surgery' }), await stand.desk.addPatient()];
  const hiba = await stand.desk.addInterpreter();
  const { id } = await stand.desk.book({ ...aRequest(patient, site, { date: '2026-11-24', time: '11:30' }), offerTo: [hiba.id] });
  try {
    await page.goto(`${stand.server.url}/my`);
    await tabTo(/Your mobile number or email/);
    await signInByCode(page, stand.desk, hiba.phone);
    await page.getByText('One offer').waitFor();
    await press(/24 November/);
    await page.getByRole('heading', { name: 'Offer' }).waitFor();
    await look(page, 'dark-my-1-offer');
    await press(/^Accept$/);
    await page.getByText('All that you need is here.').waitFor();
    await press(/^My jobs$/);
    await page.getByRole('button', { name: 'Check in: I am here' }).waitFor();
    await look(page, 'dark-my-2-day');
    await press(/^Running late$/);
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await press(/^Check in: I am here$/);
    await page.getByText(/You arrived at/).waitFor();
    await until(async () => (await stand.desk.request<{ marks: unknown[] }>('GET', `/api/bookings/${id}/attendance`)).marks.length === 1, 'the arrival to be told');

    await press(/^My week$/);
    await page.getByRole('button', { name: 'Monday 09:00 to 10:00' }).waitFor();
    await press(/^Monday 09:00 to 10:00$/, 'ArrowRight');
    expect(await nameOfFocused()).toBe('Tuesday 09:00 to 10:00');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await press(/^Save my week$/);
    await page.getByText('Saved. New offers follow it.').waitFor();
    expect(await page.getByRole('button', { name: 'Tuesday 10:00 to 11:00' }).getAttribute('aria-pressed')).toBe('false');
    await look(page, 'dark-my-3-week');
    await press(/^Me$/);
    await press(/^Sign out$/);
    await page.getByRole('dialog').waitFor();
    await press(/^Sign out$/);
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  } catch (error) {
    await takePicture(page, 'failed-my-keyboard').catch(() => undefined);
    throw error;
  }
}, 120_000);
