import type { BrowserContext, Locator, Page } from 'playwright-core';
import { takePicture } from '../support/browser';
import { type ConsoleStand, consoleStand, signIn, widths } from '../support/console';
import { until } from '../support/desk';
import { aColleague } from '../support/installation';
import { look } from '../support/looks';

const SAM = { email: 'sam@clinic.example', password: 'seven lamps behind the piano' };

const sections: [string, string][] = [
  ['organisation', 'Organisation'],
  ['sites', 'Sites'],
  ['people', 'People'],
  ['agencies', 'Agencies'],
  ['policies', 'Offers and bookings'],
  ['matching', 'Who comes first'],
  ['messages', 'Messages'],
  ['day', 'On the day'],
  ['encounters', 'Who may interpret for whom'],
  ['texts', 'Texts'],
  ['recordings', 'Recordings'],
];

let stand: ConsoleStand;

beforeAll(async () => {
  stand = await consoleStand();
  await aColleague(stand.desk, stand.server.url, { name: 'Sam Okafor', role: 'receptionist', ...SAM });
}, 120_000);

afterAll(() => stand?.close());

const settings = (page: Page): Locator => page.getByRole('navigation', { name: 'Settings' });
const isSeen = async (what: Locator, within: Locator): Promise<boolean> => {
  const [inner, outer] = [await what.boundingBox(), await within.boundingBox()];
  return inner !== null && outer !== null && inner.x >= outer.x && inner.x + inner.width <= outer.x + outer.width;
};
const hasFocus = (page: Page, heading: string) => page.waitForFunction((text) => document.activeElement?.tagName === 'H1' && document.activeElement.textContent === text, heading);

/** Places to fill that no word of their sentence stands beside: their accessible names. */
const loneFields = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const hasWords = (element: Element): boolean => [...element.childNodes].some(({ nodeType, textContent }) => nodeType === Node.TEXT_NODE && textContent?.trim());
    const sentenceOf = (element: Element | null): Element | null => (element === null || element.tagName === 'FIELDSET' || hasWords(element) ? element : sentenceOf(element.parentElement));
    const linesOf = (sentence: Element): DOMRect[] =>
      [...sentence.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE).flatMap((text) => {
        const range = document.createRange();
        range.selectNode(text);
        return [...range.getClientRects()].filter(({ width }) => width > 6);
      });
    return [...document.querySelectorAll('fieldset input[aria-label]:not([type=checkbox], [type=radio])')]
      .filter((field) => {
        const sentence = sentenceOf(field.parentElement);
        const { top, bottom } = field.getBoundingClientRect();
        return sentence !== null && sentence.tagName !== 'FIELDSET' && !linesOf(sentence).some((line) => line.top < bottom && line.bottom > top);
      })
      .map((field) => field.getAttribute('aria-label') ?? '');
  });

describe.each(Object.entries(widths))('the settings, section by section, on a %s', (width, device) => {
  let context: BrowserContext;
  let page: Page;

  const opened = async (colorScheme: 'light' | 'dark', who: { email: string; password: string }, path: string): Promise<void> => {
    context = await stand.browser.newContext({ ...device, locale: 'en-GB', timezoneId: 'Europe/London', reducedMotion: 'reduce', colorScheme });
    page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(`${stand.server.url}${path}`);
    await signIn(page, who);
  };
  const journey = async (steps: () => Promise<void>): Promise<void> => {
    try {
      await steps();
    } catch (error) {
      await takePicture(page, `failed-settings-${width}`).catch(() => undefined);
      throw error;
    } finally {
      await context.close();
    }
  };

  it('each has an address of its own, and whoever listens hears where they are', async () => {
    await opened('dark', stand.sign, '/settings');
    await journey(async () => {
      await page.getByRole('link', { name: 'Organisation', exact: true }).click();
      for (const [path, name] of sections) {
        await settings(page).getByRole('link', { name, exact: true }).click();
        await page.waitForURL(`${stand.server.url}/settings/${path}`);
        await page.getByRole('heading', { name, level: 1, exact: true }).waitFor();
        if (path !== 'organisation') await hasFocus(page, name);
        const here = settings(page).locator('[aria-current="page"]');
        expect(await here.textContent()).toBe(name);
        // Where the row is longer than the screen, it was moved so that one sees where one is.
        await until(() => isSeen(here, settings(page)), `${name} to be seen in the row`);
        await page.waitForFunction(() => document.querySelector('[aria-label^="Loading"]') === null);
        const { wide, seen } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth, seen: innerWidth }));
        expect(wide).toBeLessThanOrEqual(seen);
        expect(await loneFields(page)).toEqual([]);
        await look(page, `${width}-settings-dark-${path}`);
      }
    });
  }, 120_000);

  it('addresses that somebody kept lead to where it went, dialogs too', async () => {
    await opened('light', stand.sign, '/settings?open=site');
    await journey(async () => {
      await page.getByRole('dialog', { name: 'Add a site' }).waitFor();
      expect(new URL(page.url()).pathname).toBe('/settings/sites');
      for (const [open, path, dialog] of [['organisation', 'organisation', 'Organisation'], ['people', 'people', 'Invite somebody'], ['test', 'messages', 'Send a message to myself']]) {
        await page.goto(`${stand.server.url}/settings?open=${open}`);
        await page.getByRole('dialog', { name: dialog }).waitFor();
        expect(new URL(page.url()).pathname).toBe(`/settings/${path}`);
      }
      await page.goto(`${stand.server.url}/settings?open=rules`);
      await page.waitForURL((url) => url.pathname === '/settings/policies' && url.search === '');
    });
  }, 60_000);

  it('whoever may not look at a section is told so, and is not led there', async () => {
    await opened('light', SAM, '/settings/people');
    await journey(async () => {
      await page.getByText('This is not part of your work here.').waitFor();
      expect(await settings(page).getByRole('link', { name: 'People', exact: true }).count()).toBe(0);
      await look(page, `${width}-settings-not-yours`);
      await settings(page).getByRole('link', { name: 'Sites', exact: true }).click();
      await page.getByRole('region', { name: 'Sites' }).waitFor();
      expect(await page.getByRole('button', { name: 'Add a site' }).count()).toBe(0);
      await page.keyboard.press('ControlOrMeta+k');
      await page.getByRole('textbox', { name: 'Find a patient, booking, interpreter or screen' }).fill('on the day');
      await page.getByText('Lateness, absence').click();
      await hasFocus(page, 'On the day');
    });
  }, 60_000);
});
