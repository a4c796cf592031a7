import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { type Administrator, firstAdministrator } from '../support/installation';
import { type TestDatabase, testDatabase } from '../support/postgres';
import { type ServerProcess, startServer } from '../support/server';

let browser: Browser;
let database: TestDatabase;
let server: ServerProcess;
let ruth: Administrator;

beforeAll(async () => {
  [browser, database] = await Promise.all([launchBrowser(), testDatabase()]);
  server = await startServer({ database });
  ruth = await firstAdministrator(database);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await database?.close();
});

const signIn = async (page: Page): Promise<void> => {
  await page.goto(server.url);
  await page.getByRole('textbox', { name: 'Email' }).fill(ruth.email);
  await page.getByLabel('Password', { exact: true }).fill(ruth.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
};

it('shows no patient to the next person at the desk: signing out in one tab closes the others', async () => {
  const context = await browser.newContext({ locale: 'en-GB' });
  const [one, other] = [await context.newPage(), await context.newPage()];
  await signIn(one);
  await one.getByText('Live', { exact: true }).first().waitFor();
  await other.goto(server.url);
  await other.getByRole('button', { name: /^Account of/ }).click();
  await other.getByRole('menuitem', { name: 'Sign out' }).click();
  await one.getByRole('button', { name: 'Sign in' }).waitFor({ timeout: 15_000 });
  await context.close();
}, 60_000);
