import type { BrowserContext, Page } from 'playwright-core';
import type { ConsentQuestion } from '@dragoman/contracts';
import { takePicture } from '../support/browser';
import { type ConsoleStand, consoleStand, signIn, widths } from '../support/console';
import { aRequest } from '../support/desk';
import { look } from '../support/looks';

let stand: ConsoleStand;

beforeAll(async () => {
  stand = await consoleStand();
}, 120_000);

afterAll(() => stand?.close());

const saidRundi = async (name: string): Promise<string> => {
  const site = await stand.desk.addSite();
  const patient = await stand.desk.addPatient({ name, languages: [{ varietyId: 'kin', role: 'speaks', enoughForDoctor: true, learntHow: 'self' }] });
  const wanted = aRequest(patient, site, { varietyId: 'kin' });
  const { offerTo: _, purpose: __, requestKey: ___, consents: ____, ...appointment } = wanted;
  const asked = { ...appointment, interpreterVariety: 'run' };
  const { alternativesId } = await stand.desk.request<ConsentQuestion>('POST', '/api/consent-questions', asked);
  await stand.desk.book({ ...wanted, consents: [{ interpreterVariety: 'run', how: 'own-recording', alternativesId, standing: true }] });
  return patient.id;
};

describe.each(Object.entries(widths))('what a patient agreed to for good, on a %s', (width, device) => {
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    context = await stand.browser.newContext({ ...device, locale: 'en-GB', timezoneId: 'America/Vancouver', reducedMotion: 'reduce' });
    page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(stand.server.url);
    await signIn(page, stand.sign);
    await page.getByRole('heading', { name: 'Today', exact: true }).waitFor();
  }, 60_000);

  afterAll(async () => {
    await context?.close();
  });

  it('is seen in the profile, and withdrawn by keyboard after a lost network', async () => {
    const patientId = await saidRundi(`Claudine ${width}`);
    await page.goto(`${stand.server.url}/patients/${patientId}`);
    const card = page.getByRole('region', { name: 'Agreements that stand' });
    try {
      await card.getByText('Recorded by Ruth Adeyemi on').waitFor();
      await card.getByText(/^Stands until .*24 Nov/).waitFor();
      await look(page, `${width}-standing-1-profile`);

      await card.getByRole('button', { name: /^The patient no longer agrees/ }).press('Enter');
      const question = page.getByRole('group', { name: 'No longer Kirundi?' });
      await question.getByText('Bookings that exist keep it').waitFor();
      await look(page, `${width}-standing-2-asked`);

      await context.setOffline(true);
      await question.getByRole('button', { name: 'Withdraw it' }).press('Enter');
      await question.getByRole('alert').getByText('It is not known whether it was done. The server cannot be reached. Press again: it is never done twice.').waitFor();
      await context.setOffline(false);
      await question.getByRole('button', { name: 'Withdraw it' }).press('Enter');
      await card.getByText('None. A patient agrees').waitFor();
      await page.waitForFunction(() => document.activeElement?.textContent === 'Agreements that stand');
      await look(page, `${width}-standing-3-withdrawn`);
      expect(await stand.desk.request('GET', `/api/patients/${patientId}/accepted-varieties`)).toEqual({ items: [] });
    } catch (error) {
      await takePicture(page, `failed-standing-${width}`).catch(() => undefined);
      throw error;
    }
  }, 60_000);
});
