import type { BrowserContext, Page } from 'playwright-core';
import { takePicture } from '../support/browser';
import { type ConsoleStand, consoleStand, signIn, widths } from '../support/console';
import { aRequest, until } from '../support/desk';
import { look } from '../support/looks';

let stand: ConsoleStand;

beforeAll(async () => {
  stand = await consoleStand();
}, 120_000);

afterAll(() => stand?.close());

const booked = async (name: string, time: string) => {
  const [site, patient, hiba] = [await stand.desk.addSite(), await stand.desk.addPatient({ name }), await stand.desk.addInterpreter({ displayName: `Hiba ${name}` })];
  const { id } = await stand.desk.book(aRequest(patient, site, { date: '2026-11-24', time }));
  await stand.desk.request('POST', `/api/bookings/${id}/assignment`, { interpreterId: hiba.id, agreed: 'by-phone' });
  return id;
};
const said = async (bookingId: string): Promise<string[]> => {
  const { marks } = await stand.desk.request<{ marks: { kind: string }[] }>('GET', `/api/bookings/${bookingId}/attendance`);
  return marks.map(({ kind }) => kind);
};

describe.each(Object.entries(widths))('the appointments of today, on a %s', (width, device) => {
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    context = await stand.browser.newContext({ ...device, locale: 'en-GB', timezoneId: 'Europe/London', reducedMotion: 'reduce' });
    page = await context.newPage();
    page.setDefaultTimeout(15_000);
  }, 60_000);

  afterAll(async () => {
    await context?.close();
  });

  it('are carried from who is here to the end, a tap each; a slip is taken back where it was made, and a double tap is one', async () => {
    const name = `Amna ${width}`;
    const id = await booked(name, '11:30');
    await booked(`Selam ${width}`, '15:20');
    const row = () => page.getByRole('row', { name: new RegExp(name) });
    const press = (words: string) => row().getByRole('button', { name: `${words}, ${name}` });
    const aside = (count: number) => page.getByRole('button', { name: `Show ${count} finished`, exact: true });
    try {
      await page.goto(stand.server.url);
      await signIn(page, stand.sign);
      await press('Interpreter is here').waitFor();
      await look(page, `${width}-today-1-before`);
      const over = Number((await page.getByRole('button', { name: /^Show \d+ finished$/ }).allTextContents())[0]?.match(/\d+/)?.[0] ?? 0);
      // Slow enough that the answer is there before the second click ends.
      await press('Interpreter is here').dblclick({ delay: 400 });
      await row().getByText('Interpreter here').waitFor();
      expect(await said(id)).toEqual(['arrived']);

      await page.getByRole('button', { name: `More about ${name}` }).click();
      await page.getByRole('menuitem', { name: 'We are running late' }).waitFor();
      expect(await page.getByRole('menuitem', { name: 'The patient did not come' }).count()).toBe(0);
      await look(page, `${width}-today-2-more`);
      await context.setOffline(true);
      await page.getByRole('menuitem', { name: 'We are running late' }).click();
      const dialog = page.getByRole('dialog', { name: 'How late are we?' });
      await page.waitForFunction(() => document.activeElement?.textContent === '10 min');
      await dialog.getByRole('button', { name: '20 min' }).click();
      await dialog.getByRole('button', { name: 'Tell them' }).click();
      await dialog.getByText('It is not known whether it was done. The server cannot be reached. Press again: it is never done twice.').waitFor();
      await look(page, `${width}-today-2-not-known`);
      await context.setOffline(false);
      await dialog.getByLabel('Minutes after the agreed start').fill('25');
      await dialog.getByRole('button', { name: 'Tell them' }).click();
      await dialog.waitFor({ state: 'hidden' });
      await until(async () => (await stand.desk.booking(id)).timeline.some(({ title }) => /25 min/.test(title)), 'the lateness to be told');

      await press('Started').press('Enter');
      await row().getByText('In progress').waitFor();
      await press('Finished').click();
      await row().getByText('Completed').waitFor();
      await look(page, `${width}-today-3-finished`);
      await row().getByRole('button', { name: `Take back “Finished”, ${name}` }).click();
      await row().getByText('In progress').waitFor();
      expect(await said(id)).toEqual(['arrived', 'started']);

      await context.setOffline(true);
      await press('Finished').click();
      await row().getByRole('alert').getByText('It is not known whether it was done. The server cannot be reached. Press again: it is never done twice.').waitFor();
      await context.setOffline(false);
      await press('Finished').click();
      await until(async () => (await said(id)).includes('finished'), 'the end to be saved');

      // It stays where it was ended, and is counted among the others once it is no longer there.
      await row().getByText('Completed').waitFor();
      expect(await aside(over + 1).count()).toBe(0);
      await page.reload();
      await aside(over + 1).waitFor();
      expect(await row().count()).toBe(0);
    } catch (error) {
      await takePicture(page, `failed-today-${width}`).catch(() => undefined);
      throw error;
    }
  }, 90_000);

  it('keep what needs somebody readable: what it is and what happens next never lie over each other', async () => {
    const name = `Olena ${width}`;
    await stand.desk.book(aRequest(await stand.desk.addPatient({ name }), await stand.desk.addSite(), { date: '2026-11-25', time: '20:00', modality: 'video' }));
    const row = page.getByRole('listitem').filter({ hasText: name });
    const [kind, next] = [row.getByText('Unfilled', { exact: true }), row.getByText('nobody is asked, tries the telephone tomorrow 08:00')];
    await next.waitFor();
    await look(page, `${width}-today-4-next`);
    const [left, right] = [await kind.boundingBox(), await next.boundingBox()];
    expect(left && right && (left.x + left.width <= right.x || left.y + left.height <= right.y)).toBe(true);
  }, 60_000);
});
