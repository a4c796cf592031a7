import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { signIn, widths } from '../support/console';
import { Desk, until } from '../support/desk';
import { askInterpreter, type Shot, shots } from '../support/gallery';
import { look } from '../support/looks';
import { codeOn } from '../support/my';
import { type TestDatabase, testDatabase } from '../support/postgres';
import { type ServerProcess, startServer } from '../support/server';

/** `npm run pictures`: the pictures are those of the README and of docs/gallery.md. */
const isKept = process.env.DRAGOMAN_PICTURES === 'keep';
const folder = join(import.meta.dirname, '../../docs/pictures');
const administrator = { email: 'admin@riverside.example', password: 'dragoman-demo' };

let database: TestDatabase;
let server: ServerProcess;
let browser: Browser;
let desk: Desk;
/** Of somebody who has an offer. */
let interpreter: { name: string; value: string };

beforeAll(async () => {
  database = await testDatabase();
  [server, browser] = await Promise.all([startServer({ database, env: { DEMO: '1', CLOCK_STARTS_AT: '2026-11-26T10:00:00Z' } }), launchBrowser()]);
  desk = new Desk(server.url);
  await desk.signIn(administrator.email, administrator.password);
  interpreter = await interpreterCookie(await askInterpreter(desk));
  if (isKept) mkdirSync(folder, { recursive: true });
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await database?.close();
});

/** Signed in with the code that arrives on the simulated phone. */
const interpreterCookie = async (to: string): Promise<{ name: string; value: string }> => {
  const phone = new Desk(server.url);
  await phone.request('POST', '/api/my/codes', { to });
  const code = await until(() => codeOn({ ruth: desk }, to), 'the code', 120);
  await phone.request('POST', '/api/my/session', { to, code });
  const [name = '', value = ''] = phone.cookies.split('=');
  return { name, value };
};

/** What is named stands there, and nothing is still to come. */
const settled = async (page: Page): Promise<void> => {
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-label^="Loading"]') === null);
};

const isIn = (page: Page, scheme: 'light' | 'dark') => page.locator(`html[data-mantine-color-scheme="${scheme}"]`);

/** What has a dark side, as it stands, without coming anew; patients' pages have none. */
const lookInTheDark = async (page: Page, name: string): Promise<void> => {
  if ((await isIn(page, 'light').count()) === 0) return;
  await page.emulateMedia({ colorScheme: 'dark' });
  await isIn(page, 'dark').waitFor();
  await look(page, name);
  await page.emulateMedia({ colorScheme: 'light' });
  await isIn(page, 'light').waitFor();
};

describe.each(Object.entries(widths) as ['desktop' | 'phone', (typeof widths)['desktop' | 'phone']][])('with the demonstration, on a %s', (width, device) => {
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    context = await browser.newContext({ ...device, locale: 'en-GB', timezoneId: 'Europe/London', reducedMotion: 'reduce' });
    page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(server.url);
    await signIn(page, administrator);
    await page.getByRole('heading', { name: 'Today', exact: true }).waitFor();
    await context.addCookies([{ ...interpreter, url: server.url }]);
  }, 60_000);

  afterAll(() => context?.close());

  it.each(shots.filter(({ on }) => on.includes(width)).map((shot) => [shot.name, shot] as [string, Shot]))('%s is whole', async (name, { path, open, on }) => {
    const wrong: string[] = [];
    const hear = (text: string) => void wrong.push(text);
    page.on('pageerror', (error) => hear(error.message));
    await page.goto(`${server.url}${await path(desk)}`);
    await settled(page);
    await open?.(page);
    expect(await page.getByRole('alert').allTextContents()).toEqual([]);
    if (isKept) await page.screenshot({ path: join(folder, `${name}-${width}.jpg`), type: 'jpeg', quality: 72, animations: 'disabled' });
    await look(page, `gallery-${name}-${width}`);
    if (on[0] === width) await lookInTheDark(page, `gallery-${name}-${width}-dark`);
    page.removeAllListeners('pageerror');
    expect(wrong).toEqual([]);
  }, 60_000);
});

it('has a picture of every screen of the console', () => {
  const routes = [...readFileSync(join(import.meta.dirname, '../../apps/web/src/routes.tsx'), 'utf8').matchAll(/screen\('([^']+)'\)/g)].map(([, route = '']) => route);
  // Of a call that is under way there is one only while it is.
  const shown = [...new Set(shots.flatMap(({ route }) => route ?? [])), '/phone-now/$bookingId'];
  expect(shown.sort()).toEqual(routes.sort());
});

const row = ({ name, caption, on }: Shot): string =>
  `## ${caption}\n\n${on.map((width) => `<img src="pictures/${name}-${width}.jpg" width="${width === 'desktop' ? 640 : 220}" alt="${caption}, on a ${width}">`).join('\n')}\n`;

it('tells in docs/gallery.md what there is to see', () => {
  const text = `# Gallery\n\nThe demonstration as it is, by \`npm run pictures\`. Texts in other languages are drafts written by a machine; people, clinics and fees are made up.\n\n${shots.map(row).join('\n')}`;
  const file = join(import.meta.dirname, '../../docs/gallery.md');
  if (isKept) writeFileSync(file, text);
  expect(readFileSync(file, 'utf8')).toBe(text);
});
