import type { BrowserContext, Page } from 'playwright-core';
import { takePicture } from '../support/browser';
import { type ConsoleStand, consoleStand, signIn, widths } from '../support/console';
import { aRequest } from '../support/desk';

let stand: ConsoleStand;
let needed: (time: string, date?: string) => Promise<unknown>;

beforeAll(async () => {
  stand = await consoleStand();
  const { desk } = stand;
  const [site, patient] = [await desk.addSite(), await desk.addPatient({ name: 'Zahra Karim' })];
  needed = (time, date = '2026-11-25') => desk.book(aRequest(patient, site, { date, time }));
  for (let jobs = 0; jobs < 20; jobs++) await needed(`${9 + Math.floor(jobs / 2)}:${jobs % 2 === 0 ? '00' : '30'}`.padStart(5, '0'));
}, 120_000);

afterAll(() => stand?.close());

describe.each(Object.entries(widths))('the first rows of what needs somebody, on a %s', (width, device) => {
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    context = await stand.browser.newContext({ ...device, locale: 'en-GB', timezoneId: 'Europe/London', reducedMotion: 'reduce' });
    page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(stand.server.url);
    await signIn(page, stand.sign);
    // Under a mouse, rows that arrive would wait.
    await page.mouse.move(0, 0);
  }, 60_000);

  afterAll(() => context?.close());

  it('are more at a press, and leave the place and the focus with whoever asked for more while another arrives', async () => {
    const queue = page.getByRole('region', { name: 'Needs you now' });
    const rows = queue.locator('ul > li');
    const more = queue.getByRole('button', { name: /^Show \d+ more$/ });
    const focused = rows.filter({ has: page.locator(':focus') });
    const booking = () => page.evaluate(() => document.activeElement?.getAttribute('href'));
    const top = () => focused.evaluate((row) => row.getBoundingClientRect().top);
    try {
      await more.waitFor();
      const ninth = await rows.count();
      await more.press('Enter');
      await rows.nth(ninth).locator(':focus').waitFor();
      await focused.evaluate((row) => row.scrollIntoView({ block: 'center', behavior: 'instant' }));
      const [seen, place] = [await booking(), await top()];

      // So soon that it stands above all of them.
      await needed(width === 'desktop' ? '17:30' : '17:00', '2026-11-24');
      await rows.nth(ninth + 1).locator(':focus').waitFor();
      expect(await booking()).toBe(seen);
      expect(Math.abs((await top()) - place)).toBeLessThanOrEqual(1);

      await queue.getByRole('button', { name: 'Show the 8 most urgent' }).press('Enter');
      await more.and(page.locator(':focus')).waitFor();
    } catch (error) {
      await takePicture(page, `failed-first-rows-${width}`).catch(() => undefined);
      throw error;
    }
  }, 60_000);
});
