import type { PhoneNow } from '@dragoman/contracts';
import type { BrowserContext, Page } from 'playwright-core';
import { takePicture } from '../support/browser';
import { type ConsoleStand, consoleStand, signIn, widths } from '../support/console';
import { until } from '../support/desk';
import { look } from '../support/looks';

let stand: ConsoleStand;

beforeAll(async () => {
  stand = await consoleStand();
}, 120_000);

afterAll(() => stand?.close());

describe.each(Object.entries(widths))('somebody on the phone now, on a %s', (width, device) => {
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    context = await stand.browser.newContext({ ...device, locale: 'en-GB', timezoneId: 'America/Vancouver', reducedMotion: 'reduce' });
    page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(stand.server.url);
    await signIn(page, stand.sign);
    await page.getByRole('heading', { name: 'Today', exact: true }).waitFor();
  }, 90_000);

  afterAll(async () => {
    await context?.close();
  });

  it('is called one after the other: a no brings the next at once, and the first yes is shown with name and number', async () => {
    const sites = await stand.desk.request<{ items: unknown[] }>('GET', '/api/sites');
    if (sites.items.length === 0) await stand.desk.addSite();
    const name = `Maha ${width}`;
    await stand.desk.addPatient({ name, languages: [{ varietyId: 'apd', role: 'speaks', enoughForDoctor: true, learntHow: 'self' }] });
    for (const displayName of ['Amna Idris', 'Hiba Osman']) await stand.desk.addInterpreter({ displayName: `${displayName} ${width}` });
    try {
      await page.goto(stand.server.url);
      await page.getByRole('link', { name: 'Phone interpreter now' }).click();
      await page.getByRole('combobox', { name: 'Patient' }).fill(name);
      await page.getByRole('option', { name: new RegExp(`^${name}`) }).first().click();
      await page.getByRole('button', { name: 'Call somebody now' }).waitFor();
      await look(page, `${width}-phone-now-1-wanted`);
      await page.getByRole('button', { name: 'Call somebody now' }).dblclick();
      await page.getByRole('region', { name: 'Who is being called' }).waitFor();
      await look(page, `${width}-phone-now-2-calling`);

      const bookingId = page.url().split('/').at(-1) ?? '';
      const round = () => stand.desk.request<PhoneNow>('GET', `/api/phone-now/${bookingId}`);
      const ringing = async () => (await round()).turns.find(({ outcome }) => outcome === 'calling')?.interpreter.phone;
      const press = async (body: string) => {
        const address = (await ringing()) ?? '';
        const rung = async () => (await stand.desk.phones()).phones.some((phone) => phone.address === address && phone.kind === 'voice');
        await until(rung, 'a phone that rings');
        await stand.desk.request('POST', '/api/phones/replies', { kind: 'voice', address, body });
      };
      await press('2');
      await page.getByRole('region', { name: 'Who was called' }).getByText('Cannot now').waitFor();
      await page.getByRole('region', { name: 'Who is being called' }).waitFor();
      await press('1');
      await page.getByRole('region', { name: 'Who was found' }).getByText('Said yes').waitFor();
      await look(page, `${width}-phone-now-3-found`);
      const { state, found, turns } = await round();
      expect([state, turns.map(({ outcome }) => outcome)]).toEqual(['found', ['no', 'yes']]);
      expect(found?.id).toBe(turns[1]?.interpreter.id);
    } catch (error) {
      await takePicture(page, `failed-phone-now-${width}`).catch(() => undefined);
      throw error;
    }
  }, 120_000);

  it('where nobody is free says so, and what else can be done', async () => {
    const name = `Zuhur ${width}`;
    await stand.desk.addPatient({ name, languages: [{ varietyId: 'aii', role: 'speaks', enoughForDoctor: true, learntHow: 'self' }] });
    try {
      await page.goto(`${stand.server.url}/phone-now`);
      await page.getByRole('combobox', { name: 'Patient' }).fill(name);
      await page.getByRole('option', { name: new RegExp(`^${name}`) }).first().click();
      await page.getByRole('button', { name: 'Call somebody now' }).click();
      await page.getByText('by phone is free this minute').waitFor();
      await look(page, `${width}-phone-now-4-nobody`);
      await page.getByRole('link', { name: 'What else can be done' }).click();
      await page.getByRole('heading', { name }).waitFor();
    } catch (error) {
      await takePicture(page, `failed-phone-now-nobody-${width}`).catch(() => undefined);
      throw error;
    }
  }, 120_000);
});
