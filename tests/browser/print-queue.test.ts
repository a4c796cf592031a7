import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { takePicture } from '../support/browser';
import { type ConsoleStand, consoleStand, signIn, widths } from '../support/console';
import { aRequest } from '../support/desk';
import { look } from '../support/looks';
import { readPdfs } from '../support/pdf';

let stand: ConsoleStand;
const folder = mkdtempSync(join(tmpdir(), 'dragoman-print-'));

beforeAll(async () => {
  stand = await consoleStand();
}, 120_000);

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await stand?.close();
});

const aBooking = async (name: string, date: string, safety: 'private' | 'shared' = 'private'): Promise<string> => {
  const { desk } = stand;
  const post = { lines: ['1 Quay Street', 'London E1 6AN'], country: null, safety };
  const patient = await desk.addPatient({ name, post, formats: ['large-print', 'sms'] });
  const [site, hiba] = [await desk.addSite(), await desk.addInterpreter()];
  const { id } = await desk.book(aRequest(patient, site, { date }));
  await desk.request('POST', `/api/bookings/${id}/assignment`, { interpreterId: hiba.id, agreed: 'by-phone' });
  return id;
};

const rowOf = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });

it.each(['desktop', 'phone'] as const)('a letter is printed: asked for on the booking, printed and posted from the queue, and everybody sees by whom (%s)', async (width) => {
  const dates = width === 'desktop' ? ['2026-12-10', '2026-12-11'] : ['2026-12-14', '2026-12-15'];
  const [amna, selam] = [`Amna on ${width}`, `Selam on ${width}`];
  const id = await aBooking(amna, dates[0] ?? '');
  const withdrawn = await aBooking(selam, dates[1] ?? '', 'shared');
  await stand.desk.request('POST', `/api/bookings/${withdrawn}/letters`, {});

  const context = await stand.browser.newContext({ ...widths[width], locale: 'en-GB', reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  try {
    await page.goto(`${stand.server.url}/bookings/${id}`);
    await signIn(page, stand.sign);
    await page.getByRole('button', { name: 'Print a letter', exact: true }).click();
    await page.getByText('It is posted').click();
    await page.getByText(`To ${amna}, 1 Quay Street, London E1 6AN.`).waitFor();
    await page.getByRole('button', { name: 'Add to print queue' }).click();
    await page.getByText('Date and time waits to be printed').waitFor();
    await look(page, `${width}-print-queue-1-booking`);

    await page.goto(`${stand.server.url}/messages?tab=print`);
    const row = rowOf(page, amna);
    await row.getByText('To print', { exact: true }).waitFor();
    await look(page, `${width}-print-queue-2-waiting`);
    const address = await page.getByRole('link', { name: 'Open all 2 to print' }).getAttribute('href');
    const response = await context.request.get(`${stand.server.url}${address}`);
    expect(response.headers()['content-type']).toBe('application/pdf');
    const file = join(folder, `${width}.pdf`);
    writeFileSync(file, await response.body());
    const text = readPdfs([file])[0]?.pages.flatMap(({ lines }) => lines).join('\n') ?? '';
    for (const said of [amna, selam, '1 Quay Street']) expect(text).toContain(said);

    await page.getByRole('button', { name: 'All 2 are printed' }).click();
    await row.getByText('Printed by Ruth Adeyemi').waitFor();
    await rowOf(page, selam).getByText('Printed by Ruth Adeyemi').waitFor();
    await stand.desk.request('POST', `/api/bookings/${withdrawn}/cancellation`, { by: 'clinic', reason: 'The clinic is closed' });
    await rowOf(page, selam).getByText('Take it out of the post and destroy it.').waitFor();
    await look(page, `${width}-print-queue-3-do-not-post`);
    await page.emulateMedia({ colorScheme: 'dark' });
    await look(page, `${width}-print-queue-3-do-not-post-dark`);
    await page.emulateMedia({ colorScheme: 'light' });
    await row.getByRole('button', { name: /^It is posted/ }).dblclick();
    await row.waitFor({ state: 'detached' });
    await rowOf(page, selam).getByRole('button', { name: /^It is destroyed/ }).click();
    await page.getByText('Nothing to print.').waitFor();

    await page.reload();
    await page.getByText('Posted', { exact: true }).click();
    await rowOf(page, amna).getByText('Posted by Ruth Adeyemi').waitFor();
    expect(await rowOf(page, selam).count()).toBe(0);
    await page.getByRole('button', { name: `Show text` }).first().click();
    await look(page, `${width}-print-queue-4-posted`);

    await page.goto(`${stand.server.url}/bookings/${id}`);
    await page.getByText('Date and time posted').waitFor();
    await look(page, `${width}-print-queue-5-timeline`);
  } catch (error) {
    await takePicture(page, `failed-print-queue-${width}`).catch(() => undefined);
    throw error;
  } finally {
    await context.close();
  }
}, 120_000);
