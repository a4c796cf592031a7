import type { BrowserContext, Page } from 'playwright-core';
import { takePicture } from '../support/browser';
import { type ConsoleStand, consoleStand, signIn, widths } from '../support/console';
import { aPhone, aRequest, until } from '../support/desk';
import { look } from '../support/looks';

let stand: ConsoleStand;
let context: BrowserContext;
let first: Page;
let second: Page;

beforeAll(async () => {
  stand = await consoleStand();
  context = await stand.browser.newContext({ ...widths.desktop, locale: 'en-GB', reducedMotion: 'reduce' });
  first = await context.newPage();
  await first.goto(`${stand.server.url}/messages?tab=outbox`);
  await signIn(first, stand.sign);
  await first.getByRole('heading', { name: 'Messages', exact: true }).waitFor();
  second = await context.newPage();
  for (const page of [first, second]) page.setDefaultTimeout(15_000);
}, 120_000);

afterAll(async () => {
  await context?.close();
  await stand?.close();
});

/** A confirmed appointment whose reminders both tabs show. */
const planned = async (name: string): Promise<string> => {
  const [site, hiba] = [await stand.desk.addSite(), await stand.desk.addInterpreter()];
  const patient = await stand.desk.addPatient({ name, channels: [{ channel: 'sms', address: aPhone(), safety: 'private' }] });
  const { id } = await stand.desk.book(aRequest(patient, site));
  await stand.desk.request('POST', `/api/bookings/${id}/assignment`, { interpreterId: hiba.id, agreed: 'by-phone' });
  await until(async () => (await stand.desk.booking(id)).timeline.some(({ message }) => message?.to === 'patient' && message.state === 'delivered'), 'the patient to be told');
  for (const page of [first, second]) {
    await page.goto(`${stand.server.url}/messages?tab=outbox`);
    await reminder(page, name).waitFor();
  }
  return id;
};

const reminder = (page: Page, name: string) =>
  page.getByRole('region', { name: 'Planned and sent', exact: true }).getByRole('listitem').filter({ hasText: name }).filter({ hasText: 'Two days before' });
const button = (page: Page, name: string, word: RegExp) => reminder(page, name).getByRole('button', { name: word });
const paused = async (id: string) => (await stand.desk.booking(id)).next.filter((next) => next.paused).length;
const watched = async (work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    for (const [n, page] of [first, second].entries()) await takePicture(page, `failed-pausing-${n + 1}`).catch(() => undefined);
    throw error;
  }
};

describe('a reminder that two people look at', () => {
  it('is paused once when both press Pause at once, and both see by whom', () =>
    watched(async () => {
      const id = await planned('Amna at once');
      await Promise.all([first, second].map((page) => button(page, 'Amna at once', /^Pause/).click()));
      for (const page of [first, second]) await reminder(page, 'Amna at once').getByText(/^Paused by Ruth Adeyemi, /).waitFor();
      expect(await paused(id)).toBe(1);
      for (const page of [first, second]) expect(await page.getByRole('alert').count()).toBe(0);
    }), 90_000);

  it('is let go again in one tab and paused no more in the other', () =>
    watched(async () => {
      const id = await planned('Amna let go');
      await button(first, 'Amna let go', /^Pause/).click();
      await button(second, 'Amna let go', /^Resume/).click();
      for (const page of [first, second]) await button(page, 'Amna let go', /^Pause/).waitFor();
      expect(await paused(id)).toBe(0);
    }), 90_000);

  it('that was sent in one tab says so in the other, where somebody still wanted to pause it', () =>
    watched(async () => {
      const id = await planned('Amna sent');
      await second.route('**/api/live', (route) => route.abort());
      await second.reload();
      await reminder(second, 'Amna sent').waitFor();
      await button(first, 'Amna sent', /^Send now/).click();
      await reminder(first, 'Amna sent').waitFor({ state: 'detached' });
      await button(second, 'Amna sent', /^Pause/).click();
      await reminder(second, 'Amna sent').getByRole('alert').getByText('Not paused. This message is not waiting any more. Nothing was changed.').waitFor();
      await second.unroute('**/api/live');
      expect(await paused(id)).toBe(0);
    }), 90_000);
});

describe('on the list of what is planned', () => {
  it('the second press of a double click does not take back what the first one did', () =>
    watched(async () => {
      const id = await planned('Amna twice');
      await button(first, 'Amna twice', /^Pause/).click();
      await button(first, 'Amna twice', /^Resume/).dispatchEvent('click', { detail: 2 });
      await button(first, 'Amna twice', /^Pause/).waitFor({ state: 'detached' });
      expect(await paused(id)).toBe(1);
      await button(first, 'Amna twice', /^Resume/).dblclick();
      await button(first, 'Amna twice', /^Pause/).waitFor();
      expect(await paused(id)).toBe(0);
    }), 90_000);

  it('a lost network says that nobody knows, keeps the list, and all goes on when it is back', () =>
    watched(async () => {
      const id = await planned('Amna offline');
      await context.setOffline(true);
      await button(first, 'Amna offline', /^Pause/).click();
      await reminder(first, 'Amna offline').getByRole('alert').getByText('It is not known whether it was done. The server cannot be reached. Press again: it is never done twice.').waitFor();
      await look(first, 'desktop-messages-offline');
      await context.setOffline(false);
      expect(await paused(id)).toBe(0);
      await button(first, 'Amna offline', /^Pause/).click();
      await reminder(first, 'Amna offline').getByText(/^Paused by Ruth Adeyemi, /).waitFor();
      expect(await first.getByRole('alert').count()).toBe(0);
      await first.getByText('Live', { exact: true }).first().waitFor();
      expect(await paused(id)).toBe(1);
    }), 90_000);
});
