import { join } from 'node:path';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { signIn, widths } from '../support/console';
import { Desk } from '../support/desk';
import { firstAdministrator } from '../support/installation';
import { look } from '../support/looks';
import { type TestDatabase, testDatabase } from '../support/postgres';
import { type ServerProcess, startServer } from '../support/server';
import { stepsOf } from '../support/steps';

const header = 'email,display_name,gender,phone,zone,latitude,longitude,modalities,hourly_rate,weekly_hours,language,language_name,other_language,credential,credential_expires_on';
const person = (name: string, phone: string, language: string, rest = 'eng,,'): string =>
  `${name.toLowerCase().replace(' ', '.')}@roster.example,${name},woman,${phone},Europe/London,51.51,-0.11,in-person; video; phone,38,Mon-Fri 09:00-17:00,${language},${rest}`;
const bad = [
  header,
  person('Hiba Elamin', '07700 900301', 'apd,Sudanese Arabic', 'eng,DPSI Health,2026-12-15'),
  person('Rukia Adam', '07700 900302', 'kru,Kru'),
].join('\n');
const mended = bad.replace('kru,Kru,eng', 'fvr,Fur,apd');

let browser: Browser;
let folder: string;

beforeAll(async () => {
  browser = await launchBrowser();
  folder = mkdtempSync(join(tmpdir(), 'roster-'));
}, 60_000);
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(Object.entries(widths))('interpreters come from a spreadsheet and are looked after, on a %s', (width, device) => {
  let context: BrowserContext;
  let page: Page;
  let database: TestDatabase;
  let server: ServerProcess;
  let desk: Desk;

  const see = (what: string) => look(page, `${width}-roster-${what}`);
  const step = stepsOf(`roster-${width}`, () => [page]);
  const field = (label: string | RegExp, within: Page | Locator = page): Locator => {
    const named = { name: label, exact: true };
    return within.getByRole('textbox', named).or(within.getByRole('combobox', named));
  };
  const choose = async (label: string, option: string): Promise<void> => {
    await field(label).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };
  const save = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved', { exact: true }).last().waitFor();
  };

  beforeAll(async () => {
    database = await testDatabase();
    server = await startServer({ database, env: { DEMO: '0', CLOCK_STARTS_AT: '2026-11-24T10:42:00Z' } });
    const { email, password } = await firstAdministrator(database, 'Marlowe Road');
    desk = new Desk(server.url);
    await desk.signIn(email, password);
    context = await browser.newContext({ ...device, locale: 'en-GB', timezoneId: 'America/Vancouver' });
    page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(`${server.url}/interpreters/import`);
    await signIn(page, { email, password });
  }, 120_000);

  afterAll(async () => {
    await context?.close();
    await server?.stop();
    await database?.close();
  });

  step('chooses a file with a bad line, and nothing can be imported', async () => {
    await page.getByRole('heading', { name: 'Import interpreters' }).waitFor();
    await see('01-import');
    const file = join(folder, `${width}.csv`);
    writeFileSync(file, bad);
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByText('One line is wrong.').waitFor();
    await page.getByText('“kru” is Kurukh, not Kru.').waitFor();
    expect(await page.getByRole('button', { name: /^Import/ }).count()).toBe(0);
    await see('02-one-line-wrong');
  });

  step('mends it, checks it again and imports both', async () => {
    await field('Or paste it').fill(mended);
    expect(await page.getByRole('button', { name: /^Import/ }).count()).toBe(0);
    await page.getByRole('button', { name: 'Check' }).click();
    await page.getByText('Nothing is wrong: 2 new.').waitFor();
    await see('03-mended');
    await page.getByRole('button', { name: 'Import all 2' }).click();
    await page.getByRole('link', { name: 'Rukia Adam' }).waitFor();
    await page.getByText('Lapses in 21 days').waitFor();
    await see('04-list');
  });

  step('finds whose credential lapses, and who speaks a language on the other side', async () => {
    await choose('Credentials that', 'Lapse within 60 days');
    await page.getByRole('link', { name: 'Rukia Adam' }).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Hiba Elamin' }).waitFor();
    await choose('Credentials that', 'Any or none');
    await field('Language, either side').fill('Sudanese');
    await page.getByRole('option', { name: 'Sudanese Arabic', exact: true }).click();
    await page.getByRole('link', { name: 'Rukia Adam' }).waitFor();
    await see('05-filtered');
  });

  step('writes what was agreed, time away and what the credential covers', async () => {
    await page.getByRole('link', { name: 'Hiba Elamin' }).click();
    await page.getByRole('heading', { name: 'Hiba Elamin' }).waitFor();
    await page.getByRole('checkbox', { name: 'Mental health' }).check();
    await field('Given by, Sudanese Arabic').fill('CIOL Qualifications');
    await field('At most, hours a day').fill('6');
    const agreed = page.getByRole('region', { name: 'Hours agreed with us' });
    await agreed.getByRole('switch', { name: /^Other hours for us/ }).check({ force: true });
    await agreed.getByRole('button', { name: 'Remove Friday 09:00' }).click();
    await page.getByRole('button', { name: 'Add time away' }).click();
    await field('First day, Away 1').fill('21 Dec 2026');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    await see('06-interpreter');
  });

  step('is asked before leaving without saving, stays and saves', async () => {
    await page.getByRole('link', { name: 'Interpreters' }).first().click();
    const asked = page.getByRole('dialog', { name: 'Leave without saving?' });
    await asked.waitFor();
    await see('07-leave');
    await asked.getByRole('button', { name: 'Stay' }).click();
    await save();
    const { items } = await desk.request<{ items: { id: string }[] }>('GET', '/api/interpreters?search=hiba');
    expect(await desk.request('GET', `/api/interpreters/${items[0]?.id}`)).toMatchObject({
      dailyCapMinutes: 360,
      skills: [{ credentialBody: 'CIOL Qualifications', scope: ['mental-health'] }],
      organisationHours: { length: 4 },
      exceptions: [{ kind: 'away', fromDate: '2026-12-21', toDate: '2026-12-21', from: null }],
    });
  });

  step('is told that somebody else changed her meanwhile, and loses nothing in silence', async () => {
    const { items } = await desk.request<{ items: { id: string }[] }>('GET', '/api/interpreters?search=hiba');
    const path = `/api/interpreters/${items[0]?.id}`;
    const { active: _, ...theirs } = await desk.request<{ active: boolean; version: number }>('GET', path);
    await field('Name shown').fill('Hiba E.');
    await desk.request('PUT', path, { ...theirs, displayName: 'Hiba Elamin Osman' });
    await page.getByText('Somebody changed this interpreter just now.').waitFor();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Somebody else changed this interpreter while you were writing.').waitFor();
    await see('08-overtaken');
    await page.getByRole('alert').getByRole('button', { name: 'Show what is there now' }).click();
    await page.getByRole('heading', { name: 'Hiba Elamin Osman' }).waitFor();
    await page.getByText('What you see is older.').waitFor({ state: 'detached' });
    expect(await field('Name shown').inputValue()).toBe('Hiba Elamin Osman');
  });

  step('takes her out of the search, asked once, and back', async () => {
    await page.getByRole('button', { name: 'Deactivate' }).click();
    const asked = page.getByRole('dialog', { name: 'Deactivate Hiba Elamin Osman?' });
    await asked.getByText('No job with you is ahead.').waitFor();
    await see('09-deactivate');
    await asked.getByRole('button', { name: 'Deactivate' }).click();
    await page.getByText('Not active', { exact: true }).waitFor();
    await see('10-not-active');
    await page.getByRole('button', { name: 'Activate' }).click();
    await page.getByRole('button', { name: 'Deactivate' }).waitFor();
  });
});
