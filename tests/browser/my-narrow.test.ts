import { consoleStand, type ConsoleStand } from '../support/console';
import { aRequest } from '../support/desk';
import { look } from '../support/looks';
import { signInByCode } from '../support/my-phone';

let stand: ConsoleStand;
beforeAll(async () => {
  stand = await consoleStand();
}, 120_000);
afterAll(() => stand?.close());

it('everything fits on a phone of 320 pixels', async () => {
  const [site, patient, hiba] = [await stand.desk.addSite(), await stand.desk.addPatient(), await stand.desk.addInterpreter()];
  await stand.desk.book({ ...aRequest(patient, site, { date: '2026-11-24', time: '11:30' }), offerTo: [hiba.id] });
  const page = await stand.browser.newPage({ viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true, locale: 'en-GB', reducedMotion: 'reduce' });
  page.setDefaultTimeout(15_000);
  const widths: string[] = [];
  const see = async (name: string) => {
    await look(page, `narrow-my-${name}`);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > 320) widths.push(`${name} ${width}`);
  };
  await page.goto(`${stand.server.url}/my`);
  await see('sign-in');
  await signInByCode(page, stand.desk, hiba.phone);
  await page.getByText('One offer').waitFor();
  await see('offers');
  await page.getByRole('link', { name: /24 November/ }).click();
  await see('offer');
  await page.getByRole('button', { name: 'Accept' }).click();
  await page.getByText('All that you need is here.').waitFor();
  await page.goto(`${stand.server.url}/my/jobs`);
  await page.getByRole('button', { name: 'Running late' }).waitFor();
  await see('jobs');
  await page.getByRole('button', { name: 'Running late' }).click();
  await see('late');
  await page.goto(`${stand.server.url}/my/week`);
  await page.getByRole('button', { name: 'Add days off' }).click();
  await see('week');
  await page.goto(`${stand.server.url}/my/me/documents`);
  await page.getByRole('button', { name: 'Add a document' }).click();
  await see('documents');
  await page.close();
  expect(widths).toEqual([]);
}, 120_000);
