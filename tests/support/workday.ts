import { randomUUID } from 'node:crypto';
import type { NewInvitation } from '@dragoman/contracts';
import type { Locator, Page } from 'playwright-core';
import { takePicture } from './browser';
import { widths } from './console';
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

/** A journey is made of steps that follow from each other: what cannot be reached any more says so, and a picture shows where it was stuck. */
export const stepsOf = (journey: string, page: () => Page) => {
  let stuck: string | undefined;
  return (name: string, work: () => Promise<void>): void => {
    it(
      name,
      async () => {
        if (stuck !== undefined) throw new Error(`not reached: stuck at “${stuck}”`);
        stuck = name;
        await work().catch(async (error: unknown) => {
          await takePicture(page(), `failed-${journey}`).catch(() => undefined);
          throw error;
        });
        stuck = undefined;
      },
      120_000,
    );
  };
};
