import type { EncounterDetail } from '@dragoman/contracts';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { signIn } from '../support/console';
import { Desk } from '../support/desk';
import { aColleague, type Administrator, firstAdministrator } from '../support/installation';
import { look } from '../support/looks';
import { type TestDatabase, testDatabase } from '../support/postgres';
import { type ServerProcess, startServer } from '../support/server';

const password = 'correct horse battery';

let browser: Browser;
let database: TestDatabase;
let server: ServerProcess;
let ruth: Administrator;
let desk: Desk;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  [browser, database] = await Promise.all([launchBrowser(), testDatabase()]);
  server = await startServer({ database });
  ruth = await firstAdministrator(database);
  desk = new Desk(server.url);
  await desk.signIn(ruth.email, ruth.password);
  await aColleague(desk, server.url, { name: 'Sam Okafor', email: 'sam@clinic.example', role: 'coordinator', password });
}, 120_000);

afterAll(async () => {
  for (const context of contexts) await context.close();
  await browser?.close();
  await server?.stop();
  await database?.close();
});

const signedIn = async (email: string, secret: string): Promise<Page> => {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 } });
  contexts.push(context);
  const page = await context.newPage();
  await page.goto(`${server.url}/settings/encounters`);
  await signIn(page, { email, password: secret });
  await page.getByRole('heading', { name: 'Who may interpret for whom' }).waitFor();
  return page;
};

const lookAtBothWidths = async (page: Page, name: string): Promise<void> => {
  await look(page, `${name}-1440`);
  await page.setViewportSize({ width: 390, height: 844 });
  await look(page, `${name}-390`);
  const { wide, seen } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth, seen: innerWidth }));
  expect(wide).toBeLessThanOrEqual(seen);
  await page.setViewportSize({ width: 1440, height: 900 });
};

const section = (page: Page, name: string): Locator => page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name, exact: true });

const openPair = async (page: Page, search: string, name: RegExp): Promise<Locator> => {
  await page.getByRole('textbox', { name: 'Search languages' }).fill(search);
  await page.getByRole('button', { name }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Close' }).first().waitFor();
  return dialog;
};

it('is loosened by two people: whoever proposed it cannot approve it, and a colleague can', async () => {
  const one = await signedIn(ruth.email, ruth.password);
  await one.getByRole('textbox', { name: 'Search languages' }).fill('hazaragi');
  await one.getByRole('row').filter({ hasText: 'Hazaragi' }).first().waitFor();
  await lookAtBothWidths(one, 'encounters');
  const dialog = await openPair(one, 'acholi lango', /^Acholi\s*with an interpreter of\s*Lango/);
  await dialog.getByText('Draft, not reviewed').waitFor();
  await dialog.getByRole('button', { name: 'Propose loosening' }).click();
  await dialog.getByRole('button', { name: 'Propose to a colleague' }).click();
  await dialog.getByText('Write something here.').first().waitFor();
  await dialog.getByRole('textbox', { name: 'Why' }).fill('Our Acholi patients say that they follow Lango well');
  await dialog.getByRole('textbox', { name: 'Source' }).fill('Read-back checks in 14 appointments, 2026');
  await lookAtBothWidths(one, 'encounters-loosen');
  await dialog.getByRole('button', { name: 'Propose to a colleague' }).click();
  await dialog.getByText('A proposal for this pair is waiting for a second person.').waitFor();
  await one.keyboard.press('Escape');
  const mine = one.getByRole('button', { name: 'Approve: Acholi with an interpreter of Lango (Uganda)' });
  await one.getByText('You proposed this yourself, so somebody else has to approve it.').waitFor();
  expect(await mine.isDisabled()).toBe(true);

  const other = await signedIn('sam@clinic.example', password);
  await other.getByRole('button', { name: 'Approve: Acholi with an interpreter of Lango (Uganda)' }).waitFor();
  await lookAtBothWidths(other, 'encounters-proposal');
  await other.getByRole('button', { name: 'Approve: Acholi with an interpreter of Lango (Uganda)' }).click();
  await other.getByRole('region', { name: 'Proposals waiting for a second person' }).waitFor({ state: 'detached' });
  const after = await openPair(other, 'acholi lango', /^Acholi\s*with an interpreter of\s*Lango/);
  await after.getByText('Sam Okafor approved the proposal', { exact: false }).waitFor();
  await look(other, 'encounters-history-1440');
  expect(await desk.request<EncounterDetail>('GET', '/api/encounters/ach/laj')).toMatchObject({ inEffect: { level: 'close_consent' } });
}, 120_000);

it('is tightened by one person with the keyboard alone', async () => {
  const page = await signedIn(ruth.email, ruth.password);
  await page.getByRole('textbox', { name: 'Search languages' }).fill('hazaragi dari');
  const row = page.getByRole('button', { name: /^Hazaragi\s*with an interpreter of\s*Dari/ });
  await row.waitFor();
  await row.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Tighten', exact: true }).focus();
  await page.keyboard.press('Enter');
  await dialog.getByText('only when nobody better is found', { exact: false }).waitFor();
  await dialog.getByRole('textbox', { name: 'Why' }).focus();
  await page.keyboard.type('Two patients asked never to have it again');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Our own record');
  await page.keyboard.press('Enter');
  await dialog.getByText('Our own rule').waitFor();
  expect(await desk.request<EncounterDetail>('GET', '/api/encounters/haz/prs')).toMatchObject({ inEffect: { level: 'last_resort' } });
}, 60_000);

it('refuses a table whole and names the lines; the mended one says first what it does', async () => {
  const page = await signedIn(ruth.email, ruth.password);
  const header = 'patient_variety,patient_name,interpreter_variety,interpreter_name,level,confidence,not_for,reason,source,origin';
  const good = 'ces,Czech,slk,Slovak,last_resort,medium,,our patients say so,our record,';
  const file = (...lines: string[]) => ({ name: 'table.csv', mimeType: 'text/csv', buffer: Buffer.from([header, ...lines].join('\n')) });
  await page.getByRole('textbox', { name: 'Search languages' }).fill('czech slovak');
  await page.getByRole('button', { name: /^Czech\s*with an interpreter of\s*Slovak/ }).waitFor();
  await page.getByRole('button', { name: 'Import CSV' }).click();
  const dialog = page.getByRole('dialog');
  const choose = (given: ReturnType<typeof file>) => dialog.locator('input[type="file"]').setInputFiles(given);
  await choose(file(good, 'pat,Patois,eng,English,never_auto,high,,why,where,', 'slk,Slovak,ces,Czech,never_auto,high,,,where,'));
  const lines = dialog.getByRole('list', { name: 'Lines to mend' });
  await lines.waitFor();
  expect(await lines.getByRole('listitem').allInnerTexts()).toEqual([
    expect.stringMatching(/^Line 3 pat is not the id/),
    'Line 4 reason is empty.',
  ]);
  await lookAtBothWidths(page, 'encounters-import-refused');
  expect(await dialog.getByRole('button', { name: 'Import', exact: true }).isDisabled()).toBe(true);
  await choose(file(good, 'laj,Lango,ach,Acholi,close_consent,medium,,our patients say so,our record,'));
  await dialog.getByText('1 line tightens and would hold at once; 1 line would become a proposal', { exact: false }).waitFor();
  await look(page, 'encounters-import-1440');
  await dialog.getByRole('button', { name: 'Import 2 changes' }).click();
  await page.getByRole('button', { name: 'Approve: Lango (Uganda) with an interpreter of Acholi' }).waitFor();
  expect(await desk.request<EncounterDetail>('GET', '/api/encounters/ces/slk')).toMatchObject({ inEffect: { level: 'last_resort' } });
}, 90_000);

it('sets the policy in sentences, shows what fair share does, and does not write over somebody else', async () => {
  const page = await signedIn(ruth.email, ruth.password);
  await page.goto(`${server.url}/settings`);
  await lookAtBothWidths(page, 'settings');
  await page.getByRole('link', { name: 'Who comes first' }).click();
  await page.getByText('Selam comes first', { exact: false }).waitFor();
  await lookAtBothWidths(page, 'settings-matching');
  await page.getByRole('slider', { name: 'Fair share: how much it counts' }).press('End');
  await page.getByText('Yonas comes first', { exact: false }).waitFor();
  await section(page, 'Offers and bookings').click();
  await page.getByRole('dialog', { name: 'Leave without saving?' }).getByRole('button', { name: 'Stay' }).click();
  await page.getByRole('button', { name: 'Save these rules' }).click();
  await page.getByText('Saved. It holds from now on.').waitFor();
  await section(page, 'Offers and bookings').click();
  await page.getByRole('textbox', { name: 'An offer ends after, in hours' }).fill('36');
  await page.getByRole('button', { name: 'An offer ends after: another rule for appointments further away' }).click();
  await page.getByRole('textbox', { name: 'An offer ends after: from so many hours before, rule 1' }).fill('168');
  await page.getByRole('textbox', { name: 'An offer ends after, in hours, from 168 hours before' }).fill('72');
  await page.getByRole('combobox', { name: 'A booking made without offers' }).selectOption({ label: 'asks the best, then the next, until somebody accepts' });
  await page.getByRole('button', { name: 'Save these rules' }).click();
  await page.getByText('Saved. It holds from now on.').waitFor();
  expect(await desk.request('GET', '/api/organisation/policy')).toMatchObject({
    version: 3,
    policy: {
      offerHours: [{ leadHours: 0, hours: 36 }, { leadHours: 168, hours: 72 }],
      matching: { weights: { 'fair-share': 100 } },
      filling: { way: 'waves' },
    },
  });
  await lookAtBothWidths(page, 'settings-filling');
}, 60_000);
