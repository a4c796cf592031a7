import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takePicture } from '../support/browser';
import { type ConsoleStand, consoleStand, signIn, widths } from '../support/console';
import { aRequest } from '../support/desk';
import { look } from '../support/looks';
import { readPdfs } from '../support/pdf';

let stand: ConsoleStand;
const folder = mkdtempSync(join(tmpdir(), 'dragoman-letter-'));

beforeAll(async () => {
  stand = await consoleStand();
}, 120_000);

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await stand?.close();
});

it.each(['desktop', 'phone'] as const)('the desk reads what a letter says, and opens it to print (%s)', async (width) => {
  const { desk } = stand;
  const patient = await desk.addPatient({ name: `Nadia on ${width}`, formats: ['easy-read', 'sms'] });
  const [site, hiba] = [await desk.addSite(), await desk.addInterpreter()];
  const { id } = await desk.book(aRequest(patient, site, { date: width === 'desktop' ? '2026-11-30' : '2026-12-01' }));
  await desk.request('POST', `/api/bookings/${id}/assignment`, { interpreterId: hiba.id, agreed: 'by-phone' });

  const context = await stand.browser.newContext({ ...widths[width], locale: 'en-GB', reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  try {
    await page.goto(`${stand.server.url}/bookings/${id}`);
    await signIn(page, stand.sign);
    await page.getByRole('button', { name: 'Print a letter', exact: true }).click();
    await page.getByText('The place is Marlowe Road').waitFor();
    expect(await page.getByRole('radio', { name: 'Easy read' }).isChecked()).toBe(true);
    await look(page, `${width}-letters-1-by-hand`);

    const address = await page.getByRole('link', { name: 'Open to print' }).getAttribute('href');
    const response = await context.request.get(`${stand.server.url}${address}`);
    expect(response.headers()['content-type']).toBe('application/pdf');
    const file = join(folder, `${width}.pdf`);
    writeFileSync(file, await response.body());
    expect(readPdfs([file])[0]?.pages.flatMap(({ lines }) => lines).join('\n')).toContain('14 Marlowe Road');

    await page.getByText('It is posted').click();
    await page.getByText('Use a plain envelope without a sender').waitFor();
    expect(await page.getByRole('dialog').textContent()).not.toContain('Marlowe');
    await look(page, `${width}-letters-2-by-post`);
  } catch (error) {
    await takePicture(page, `failed-letters-${width}`).catch(() => undefined);
    throw error;
  } finally {
    await context.close();
  }
}, 90_000);
