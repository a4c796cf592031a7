import type { OrganisationDetails, PeopleList, Site } from '@dragoman/contracts';
import type { BrowserContext, Locator, Page, Route } from 'playwright-core';
import { takePicture } from '../support/browser';
import { type ConsoleStand, consoleStand, signIn, widths } from '../support/console';
import { linksOn, until } from '../support/desk';
import { aColleague } from '../support/installation';
import { look } from '../support/looks';

let stand: ConsoleStand;

beforeAll(async () => {
  stand = await consoleStand();
}, 120_000);

afterAll(() => stand?.close());

/** The server hears of it and does it; that it did so is lost on the way back. */
const losingTheAnswer = (route: Route) => (route.request().method() === 'GET' ? route.fallback() : route.fetch().then(() => route.abort()));

describe.each(Object.entries(widths))('the network is cut in the middle of saving, on a %s', (width, device) => {
  let context: BrowserContext;
  let page: Page;
  const sam = { name: `Sam ${width}`, email: `sam-${width}@clinic.example`, password: 'seven lamps behind the piano' };

  beforeAll(async () => {
    await aColleague(stand.desk, stand.server.url, { ...sam, role: 'receptionist' });
    await stand.desk.addSite({ name: `Eastgate ${width}` });
    context = await stand.browser.newContext({ ...device, locale: 'en-GB', timezoneId: 'Europe/London', reducedMotion: 'reduce' });
    page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(`${stand.server.url}/settings/organisation`);
    await signIn(page, stand.sign);
    await page.getByRole('button', { name: 'Change', exact: true }).waitFor();
  }, 60_000);

  afterAll(() => context?.close());

  const field = (within: Locator | Page, name: string): Locator => within.getByRole('textbox', { name, exact: true });
  /** Twice in vain, once with the answer lost and once without a network, and then once more. */
  const saveInSpite = async (what: string, save: Locator, kept: Locator): Promise<void> => {
    const typed = await kept.inputValue();
    const isKept = async (): Promise<void> => {
      const lost = page.waitForEvent('requestfailed', (request) => request.method() !== 'GET');
      await save.click();
      await lost;
      await page.getByRole('alert').getByText('It is not known whether it was saved. The server cannot be reached. What you wrote is still here. Press again: it is never done twice.').waitFor();
      expect(await kept.inputValue()).toBe(typed);
    };
    try {
      await page.route('**/api/**', losingTheAnswer);
      await isKept();
      await page.unroute('**/api/**', losingTheAnswer);
      await context.setOffline(true);
      await isKept();
      await look(page, `${width}-lost-answer-${what}`);
      await context.setOffline(false);
      await save.click();
      await page.getByRole('alert').getByText('It is not known').waitFor({ state: 'detached' });
    } catch (error) {
      await takePicture(page, `failed-lost-answer-${width}`).catch(() => undefined);
      throw error;
    }
  };

  it('what the organisation says of itself is still there', async () => {
    const number = width === 'phone' ? '020 7946 0500' : '020 7946 0700';
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Organisation' });
    await field(dialog, 'Telephone for patients').fill(number);
    await saveInSpite('organisation', dialog.getByRole('button', { name: 'Save' }), field(dialog, 'Telephone for patients'));
    await dialog.waitFor({ state: 'detached' });
    expect((await stand.desk.request<OrganisationDetails>('GET', '/api/organisation')).phone).toBe(number);
  }, 60_000);

  it('a rule is still there, and nobody is told that somebody else has changed it', async () => {
    await page.goto(`${stand.server.url}/settings/policies`);
    const hours = field(page, 'A cancellation is late from, in hours before');
    await hours.fill(width === 'phone' ? '20' : '30');
    await saveInSpite('rules', page.getByRole('button', { name: 'Save these rules' }), hours);
    await page.getByText('Saved. It holds from now on.').waitFor();
  }, 60_000);

  it('a new site is still there, and is added once', async () => {
    await page.goto(`${stand.server.url}/settings/sites`);
    await page.getByRole('button', { name: 'Add a site' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add a site' });
    await field(dialog, 'Name').fill(`Quay Street ${width}`);
    await field(dialog, 'Address').fill('1 Quay Street, London');
    await field(dialog, 'Position on the map').fill('51.51, -0.02');
    await saveInSpite('new-site', dialog.getByRole('button', { name: 'Add site' }), field(dialog, 'Name'));
    await dialog.waitFor({ state: 'detached' });
    const { items } = await stand.desk.request<{ items: Site[] }>('GET', '/api/sites');
    expect(items.filter(({ name }) => name === `Quay Street ${width}`)).toHaveLength(1);
  }, 60_000);

  it('a site that is corrected is still there, and nobody is told that somebody else was faster', async () => {
    await page.getByRole('button', { name: `Change Eastgate ${width}` }).click();
    const dialog = page.getByRole('dialog', { name: `Eastgate ${width}` });
    await field(dialog, 'Address').fill('15 Marlowe Road, London');
    await saveInSpite('site', dialog.getByRole('button', { name: 'Save' }), field(dialog, 'Address'));
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('row', { name: new RegExp(`Eastgate ${width}`) }).getByText('15 Marlowe Road, London').waitFor();
  }, 60_000);

  it('what a colleague is called is still there, and they get one mail', async () => {
    await page.goto(`${stand.server.url}/settings/people`);
    const mails = async (): Promise<number> => (await stand.desk.phones()).phones.filter(({ address }) => address === sam.email).flatMap(({ messages }) => messages).length;
    const before = await until(async () => (await linksOn(stand.desk, sam.email)).length > 0 && (await mails()), 'the invitation');
    await page.getByRole('button', { name: `Change ${sam.name}` }).click();
    const dialog = page.getByRole('dialog', { name: sam.name });
    await field(dialog, 'Name').fill(`${sam.name} Okafor`);
    await saveInSpite('colleague', dialog.getByRole('button', { name: 'Save name and email' }), field(dialog, 'Name'));
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('table', { name: 'People' }).getByText(`${sam.name} Okafor`).waitFor();
    const { people } = await stand.desk.request<PeopleList>('GET', '/api/people');
    expect(people.filter(({ email }) => email === sam.email).map(({ name }) => name)).toEqual([`${sam.name} Okafor`]);
    await until(async () => (await mails()) > before, 'the mail about it');
    expect(await mails()).toBe(before + 1);
  }, 60_000);

  /** One press whose answer is lost; the list shows what became of it only once that was seen. */
  const pressInVain = async (what: string, button: Locator): Promise<void> => {
    let isSeen = (): void => undefined;
    const seen = new Promise<void>((resolve) => (isSeen = resolve));
    const losing = async (route: Route): Promise<void> => {
      if (route.request().method() === 'GET') return seen.then(() => route.fallback());
      await losingTheAnswer(route);
    };
    await page.route('**/api/people**', losing);
    await button.click();
    await page.getByRole('alert').getByText('It is not known whether it was done. The server cannot be reached. Press again: it is never done twice.').waitFor();
    await look(page, `${width}-lost-answer-${what}`);
    isSeen();
    await page.unroute('**/api/people**', losing);
  };

  it('a colleague who was deactivated, or let in again, is not said to be as before, and is soon shown as they are', async () => {
    const dialog = page.getByRole('dialog', { name: `${sam.name} Okafor` });
    const deactivatedAt = async () => (await stand.desk.request<PeopleList>('GET', '/api/people')).people.find(({ email }) => email === sam.email)?.deactivatedAt;
    await page.getByRole('button', { name: `Change ${sam.name} Okafor` }).click();
    await dialog.getByRole('button', { name: `Deactivate ${sam.name} Okafor` }).click();
    await pressInVain('deactivated', dialog.getByRole('button', { name: 'Deactivate', exact: true }));
    await dialog.getByRole('button', { name: 'Let in again' }).waitFor();
    expect(await deactivatedAt()).toEqual(expect.any(String));
    await pressInVain('let-in-again', dialog.getByRole('button', { name: 'Let in again' }));
    await dialog.getByRole('button', { name: `Deactivate ${sam.name} Okafor` }).waitFor();
    expect(await deactivatedAt()).toBeNull();
  }, 60_000);
});
