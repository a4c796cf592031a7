import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './browser';
import { Desk } from './desk';
import { firstAdministrator } from './installation';
import { testDatabase } from './postgres';
import { type ServerProcess, startServer } from './server';

/** Where the console is looked at: a desk and a phone. */
export const widths = {
  desktop: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
} as const;

/** Through the form, as people do, on a page that asks for it; the caller waits for what comes then. */
export const signIn = async (page: Page, { email, password }: { email: string; password: string }): Promise<void> => {
  await page.getByRole('textbox', { name: 'Email' }).fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
};

/** One clinic of its own on a server of its own, and a browser; its administrator is signed in at the desk, not in the browser. */
export interface ConsoleStand {
  browser: Browser;
  server: ServerProcess;
  desk: Desk;
  sign: { email: string; password: string };
  /** The server of that address comes up again, at another instant. */
  goOnAt(instant: string): Promise<void>;
  close(): Promise<void>;
}

export const consoleStand = async (): Promise<ConsoleStand> => {
  const browser = await launchBrowser();
  const database = await testDatabase();
  const serverAt = (instant: string, env: Record<string, string> = {}) => startServer({ database, env: { DEMO: '0', CLOCK_STARTS_AT: instant, ...env } });
  let server = await serverAt('2026-11-24T10:42:00Z');
  const sign = await firstAdministrator(database, 'Marlowe Road');
  const desk = new Desk(server.url);
  await desk.signIn(sign.email, sign.password);
  return {
    browser, desk, sign,
    get server() {
      return server;
    },
    goOnAt: async (instant) => {
      await server.stop();
      server = await serverAt(instant, { PORT: new URL(server.url).port });
    },
    close: async () => {
      await browser.close();
      await server.stop();
      await database.close();
    },
  };
};
