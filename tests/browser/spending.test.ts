import type { BrowserContext, Page } from 'playwright-core';
import type { VersionedPolicy } from '@dragoman/contracts';
import { takePicture } from '../support/browser';
import { type ConsoleStand, consoleStand, signIn, widths } from '../support/console';
import { aPhone, aRequest, until } from '../support/desk';
import { look } from '../support/looks';

let stand: ConsoleStand;

beforeAll(async () => {
  stand = await consoleStand();
}, 120_000);

afterAll(() => stand?.close());

describe.each(Object.entries(widths))('what text messages and calls may cost, on a %s', (width, device) => {
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    context = await stand.browser.newContext({ ...device, locale: 'en-GB', timezoneId: 'Europe/London', reducedMotion: 'reduce' });
    page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(stand.server.url);
    await signIn(page, stand.sign);
    await page.getByRole('heading', { name: 'Today', exact: true }).waitFor();
  }, 60_000);

  afterAll(async () => {
    await context?.close();
  });

  const policyNow = () => stand.desk.request<VersionedPolicy>('GET', '/api/organisation/policy');

  const journey = async (steps: () => Promise<void>): Promise<void> => {
    try {
      await steps();
    } catch (error) {
      await takePicture(page, `failed-spending-${width}`).catch(() => undefined);
      throw error;
    }
  };

  it('is set in the settings, without a price that anybody made up, and what is spent stands on the messages screen', () =>
    journey(async () => {
      const { version, policy } = await policyNow();
      await stand.desk.request('PUT', '/api/organisation/policy', { version, policy: { ...policy, spending: null } });
      await page.goto(`${stand.server.url}/settings/messages`);
      const rules = page.getByRole('region', { name: 'Messages to patients' });
      await rules.getByRole('switch', { name: 'Text messages and calls have a limit' }).press('Space');
      expect(await rules.getByRole('textbox', { name: 'Most in a month' }).inputValue()).toBe('');
      await rules.getByRole('button', { name: 'Save these rules' }).click();
      await rules.getByText('Write a number.').first().waitFor();
      await rules.getByText('Three capital letters, such as GBP.').waitFor();
      await rules.getByRole('textbox', { name: 'Most in a month' }).fill('50');
      await rules.getByRole('textbox', { name: 'Currency, three letters' }).fill('gbp');
      await rules.getByRole('textbox', { name: 'Price of a part' }).fill('0.041');
      await rules.getByRole('textbox', { name: 'Price of a call' }).fill('0.1');
      await look(page, `${width}-spending-1-settings`);
      await rules.getByRole('button', { name: 'Save these rules' }).click();
      await rules.getByText('Saved. It holds from now on.').waitFor();
      expect((await policyNow()).policy.spending).toEqual({ monthlyCap: 50, pricePerPart: 0.041, pricePerCall: 0.1, currency: 'GBP' });
      await page.goto(`${stand.server.url}/messages`);
      await page.getByText(/^Text messages and calls have cost £\d+\.\d\d of £50\.00 this month\.$/).waitFor();
      await look(page, `${width}-spending-2-messages`);
    }), 90_000);

  it('is said loudly when it is nearly spent, and somebody is asked to look', () =>
    journey(async () => {
      const { version, policy } = await policyNow();
      await stand.desk.request('PUT', '/api/organisation/policy', { version, policy: { ...policy, spending: { monthlyCap: 0, pricePerPart: 0.041, pricePerCall: 0.1, currency: 'GBP' } } });
      const site = await stand.desk.addSite();
      const patient = await stand.desk.addPatient({ channels: [{ channel: 'sms', address: aPhone(), safety: 'private', isConfirmed: true }] });
      const interpreter = await stand.desk.addInterpreter();
      await stand.desk.book(aRequest(patient, site, { offerTo: [interpreter.id] }));
      await until(async () => (await stand.desk.today()).queue.find(({ kind }) => kind === 'spending-near-cap'), 'somebody to be asked');
      await page.goto(`${stand.server.url}/messages`);
      await page.getByText('people are told by email or by a person').waitFor();
      await look(page, `${width}-spending-3-near`);
      await page.goto(`${stand.server.url}`);
      await page.getByText('Spending limit').first().waitFor();
      await page.getByRole('link', { name: 'Open settings' }).first().waitFor();
      await look(page, `${width}-spending-4-today`);
    }), 90_000);
});
