import type { Page } from 'playwright-core';
import { takePicture } from '../support/browser';
import { type ConsoleStand, consoleStand, signIn, widths } from '../support/console';
import { aPhone, aRequest, until } from '../support/desk';
import { look } from '../support/looks';

/** The simulator's carrier takes it, and its receipt says that nothing arrived. */
const NEVER_ARRIVES = '+447700900999';

let stand: ConsoleStand;

beforeAll(async () => {
  stand = await consoleStand();
}, 120_000);
afterAll(() => stand?.close());

/** An appointment that an interpreter has said yes to, so that the patient is written to. */
const confirmed = async (name: string, address: string): Promise<string> => {
  const [site, hiba] = [await stand.desk.addSite(), await stand.desk.addInterpreter()];
  const patient = await stand.desk.addPatient({ name, channels: [{ channel: 'sms', address, safety: 'private' }] });
  const { id } = await stand.desk.book(aRequest(patient, site));
  await stand.desk.request('POST', `/api/bookings/${id}/assignment`, { interpreterId: hiba.id, agreed: 'by-phone' });
  return id;
};

const told = async (name: string, address: string): Promise<string> => {
  const id = await confirmed(name, address);
  await until(async () => (await stand.desk.booking(id)).timeline.some(({ message }) => message?.to === 'patient' && message.state === 'delivered'), 'the patient to be told');
  return id;
};

const watched = async (page: Page, work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    await takePicture(page, 'failed-messages').catch(() => undefined);
    throw error;
  } finally {
    await page.context().close();
  }
};

const opened = async (device: (typeof widths)[keyof typeof widths], colorScheme: 'light' | 'dark' = 'light'): Promise<Page> => {
  const context = await stand.browser.newContext({ ...device, locale: 'en-GB', reducedMotion: 'reduce', colorScheme });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(`${stand.server.url}/messages`);
  await signIn(page, stand.sign);
  await page.getByRole('heading', { name: 'Messages', exact: true }).waitFor();
  return page;
};

const tab = (page: Page, name: RegExp) => page.getByRole('tab', { name });
const rows = (page: Page, list: string) => page.getByRole('region', { name: list, exact: true }).getByRole('listitem');

const done = (page: Page, about: string) => page.getByRole('button', { name: new RegExp(`^Done ?, ${about}$`) });

/** As people do: Done, and yes to the question. */
const tickOff = async (page: Page, about: string): Promise<void> => {
  await done(page, about).click();
  await page.getByRole('dialog', { name: 'Is it dealt with?' }).getByRole('button', { name: 'Yes, it is done' }).click();
};

it('teaches what will be here while nothing is', async () => {
  const page = await opened(widths.desktop);
  await watched(page, async () => {
    await page.getByText('Nobody has written back yet.').waitFor();
    await look(page, 'desktop-messages-empty');
    await tab(page, /^Replies/).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByText('Every message got through.').waitFor();
    await page.keyboard.press('ArrowRight');
    await page.getByText('Nothing to print.').waitFor();
    await page.keyboard.press('ArrowRight');
    await page.getByText('Nothing is planned.').waitFor();
  });
}, 60_000);

describe.each(Object.entries(widths))('the messages on a %s', (width, device) => {
  it('show an answer that arrives while the receptionist looks, and say so', async () => {
    const name = `Amna Idris Osman ${width}`;
    const phone = aPhone();
    await told(name, phone);
    const page = await opened(device);
    await watched(page, async () => {
      await page.getByText('Live', { exact: true }).first().waitFor();
      await page.mouse.move(0, 0);
      await stand.desk.replyFrom(phone, 'هل يمكن ابنتي أن تأتي معي؟');
      await page.getByRole('status').getByText(`New reply from ${name}.`).waitFor({ state: 'attached' });
      const reply = rows(page, 'Replies').filter({ hasText: name });
      const words = reply.locator('[lang="ar"][dir="rtl"]');
      await words.waitFor();
      expect(await words.textContent()).toBe('هل يمكن ابنتي أن تأتي معي؟');
      await reply.getByText('Not clear beyond doubt. A person reads it.').waitFor();
      await done(page, name).waitFor();
      await look(page, `${width}-messages-replies`);
      await tickOff(page, name);
      await reply.getByText('Dealt with by Ruth Adeyemi.').waitFor();
      await page.waitForFunction(() => document.activeElement?.hasAttribute('data-page-heading'));
    });
  }, 90_000);

  it('turn a failed message into a task, which is closed here', async () => {
    const name = `Selam Haile ${width}`;
    const page = await opened(device);
    await watched(page, async () => {
      await tab(page, /^Failed/).click();
      const bookingId = await confirmed(name, NEVER_ARRIVES);
      const failure = rows(page, 'Failed').filter({ hasText: name });
      await failure.getByText('The carrier says that it did not arrive.').first().waitFor();
      await tab(page, /^Failed ?, 1 waiting$/).waitFor();
      await failure.getByText('No channel is left to try. Call with an interpreter.').waitFor();
      await failure.getByRole('button', { name: 'Show text' }).click();
      await failure.locator('[lang="ar"]').first().waitFor();
      await failure.getByText('In English').waitFor();
      await look(page, `${width}-messages-failed`);
      expect(await page.content()).not.toMatch(/\/p\/[\w-]{8}/);
      expect((await stand.desk.booking(bookingId)).tasks).toHaveLength(1);
      await tickOff(page, name);
      await failure.getByText('Dealt with by Ruth Adeyemi.').waitFor();
      await tab(page, /^Failed$/).waitFor();
      expect((await stand.desk.booking(bookingId)).tasks).toEqual([]);
    });
  }, 90_000);

  it('hold a planned message back and let it go again', async () => {
    const name = `Rahma Yusuf ${width}`;
    await told(name, aPhone());
    const page = await opened(device);
    await watched(page, async () => {
      await tab(page, /^Planned & sent$/).click();
      const reminder = rows(page, 'Planned and sent').filter({ hasText: name }).filter({ hasText: 'Two days before' });
      await reminder.getByRole('button', { name: /^Pause/ }).click();
      await reminder.getByText(/^Paused by Ruth Adeyemi, /).waitFor();
      await look(page, `${width}-messages-planned`);
      await reminder.getByRole('button', { name: /^Resume/ }).click();
      await reminder.getByRole('button', { name: /^Pause/ }).waitFor();
      await page.getByRole('combobox', { name: 'Show' }).click();
      await page.getByRole('option', { name: 'Sent', exact: true }).click();
      await rows(page, 'Planned and sent').filter({ hasText: name }).filter({ hasText: 'Date and time' }).waitFor();
      await look(page, `${width}-messages-sent`);
    });
  }, 90_000);
});

it('is read by arrow keys from row to row, also in the dark', async () => {
  const page = await opened(widths.desktop, 'dark');
  await watched(page, async () => {
    await rows(page, 'Replies').nth(1).waitFor();
    const names = await rows(page, 'Replies').getByRole('link').filter({ hasText: /^Amna/ }).allTextContents();
    expect(names.length).toBeGreaterThan(1);
    await rows(page, 'Replies').first().getByRole('link').first().focus();
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    expect(await focused()).toBe(names[0]);
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(names[1]);
    await page.keyboard.press('ArrowUp');
    expect(await focused()).toBe(names[0]);
    await look(page, 'desktop-dark-messages');
  });
}, 60_000);
