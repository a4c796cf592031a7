import { randomUUID } from 'node:crypto';
import type { NewInvitation } from '@dragoman/contracts';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { type ConsoleStand, widths } from './console';
import type { Desk } from './desk';
import { type Hand, keyboard, pointer } from './hands';
import { aColleague } from './installation';

/** The same day is gone through in each of these ways. */
export const ways = {
  desktop: { device: widths.desktop, handOf: pointer },
  phone: { device: widths.phone, handOf: pointer },
  keyboard: { device: widths.desktop, handOf: keyboard },
} as const;
export type Way = keyof typeof ways;

/** Somebody at the screen, who does all that they do with one kind of hand. */
export class Worker {
  readonly hand: Hand;

  constructor(
    readonly page: Page,
    readonly way: Way,
  ) {
    page.setDefaultTimeout(15_000);
    this.hand = ways[way].handOf(page);
  }

  field(label: string | RegExp, within: Page | Locator = this.page): Locator {
    const named = { name: label, exact: true };
    return within.getByRole('textbox', named).or(within.getByRole('combobox', named));
  }

  button(name: string | RegExp, within: Page | Locator = this.page): Locator {
    return within.getByRole('button', { name, exact: typeof name === 'string' });
  }

  dialog(name: string | RegExp): Locator {
    return this.page.getByRole('dialog', { name });
  }

  region(name: string | RegExp): Locator {
    return this.page.getByRole('region', { name, exact: typeof name === 'string' });
  }

  /** On a phone the screens are behind a button. */
  async openMenu(): Promise<void> {
    if (this.way === 'phone') await this.hand.press(this.button('Menu'));
  }

  async closeMenu(): Promise<void> {
    if (this.way === 'phone') await this.hand.press(this.button('Close menu'));
  }

  /** Wherever they are: to a screen of the console, whose heading then has the focus. */
  async goTo(screen: string): Promise<void> {
    await this.openMenu();
    await this.hand.press(this.page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: new RegExp(`^${screen}`) }));
    await this.arrive();
  }

  /** Where a link or a button led: what has the focus is its heading. */
  async arrive(heading: string | RegExp = /./): Promise<void> {
    const title = this.page.getByRole('heading', { level: 1, name: heading });
    await title.and(this.page.locator(':focus')).waitFor();
  }

  /** By Ctrl K where there are keys, by its button where there are none. */
  async openFinder(): Promise<Locator> {
    if (this.way === 'keyboard') await this.page.keyboard.press('ControlOrMeta+k');
    else await this.hand.press(this.button(/^Find patient/).and(this.page.locator(':visible')).first());
    return this.dialog('Find');
  }

  async signIn({ email, password }: Account): Promise<void> {
    await this.hand.write(this.field('Email'), email);
    await this.hand.write(this.page.getByLabel('Password', { exact: true }), password);
    await this.hand.press(this.button('Sign in'));
  }
}

export interface Account {
  email: string;
  password: string;
}

/** Whom an administrator has invited, and who has chosen a password. */
export const aWorker = async (administrator: Desk, url: string, name: string, role: NewInvitation['role']): Promise<Account> => {
  const account = { email: `${randomUUID()}@clinic.example`, password: 'long enough to be one' };
  await aColleague(administrator, url, { name, role, ...account });
  return account;
};

/** The screen of whoever works, and the phone of somebody else, whose pages need no scripts. */
export const screenAndPhone = async ({ browser }: ConsoleStand, way: Way): Promise<{ contexts: [BrowserContext, BrowserContext]; me: Worker; theirs: Page }> => {
  const contexts: [BrowserContext, BrowserContext] = [
    await browser.newContext({ ...ways[way].device, locale: 'en-GB', timezoneId: 'Europe/London', reducedMotion: 'reduce' }),
    await browser.newContext({ ...widths.phone, locale: 'en-GB', timezoneId: 'Europe/London', javaScriptEnabled: false }),
  ];
  const [mine, theirs] = [await contexts[0].newPage(), await contexts[1].newPage()];
  theirs.setDefaultTimeout(15_000);
  return { contexts, me: new Worker(mine, way), theirs };
};
