import type { BrowserContext, Page } from 'playwright-core';
import { takePicture } from '../support/browser';
import { type ConsoleStand, consoleStand, widths } from '../support/console';
import { aRequest, until } from '../support/desk';
import { look } from '../support/looks';
import { signInByCode, workerReady } from '../support/my-phone';

interface Marks {
  marks: { kind: string; side: string; at: string }[];
}

let stand: ConsoleStand;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  stand = await consoleStand();
}, 120_000);

afterAll(() => stand?.close());

beforeEach(async () => {
  context = await stand.browser.newContext({ ...widths.phone, locale: 'en-GB', timezoneId: 'Europe/London', reducedMotion: 'reduce' });
  page = await opened();
}, 60_000);

afterEach(() => context?.close());

const opened = async (path = '/my'): Promise<Page> => {
  const tab = await context.newPage();
  tab.setDefaultTimeout(15_000);
  await tab.goto(`${stand.server.url}${path}`);
  return tab;
};

const button = (name: string | RegExp, on = page) => on.getByRole('button', { name });
const screen = (name: string | RegExp, on = page) => on.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name }).click();
const attendanceOf = (bookingId: string) => stand.desk.request<Marks>('GET', `/api/bookings/${bookingId}/attendance`).then(({ marks }) => marks.filter(({ side }) => side === 'interpreter'));
const timeline = async (bookingId: string, words: RegExp) => (await stand.desk.booking(bookingId)).timeline.filter(({ title }) => words.test(title));

/** Two presses within the same second are a finger that tapped twice, and the second is ignored: whoever is as fast as a test presses again. */
const stepped = (name: string, said: RegExp) =>
  until(async () => {
    if (await button(name).isVisible()) await button(name).click();
    return page.getByText(said).isVisible();
  }, name);

const withPicture = async (name: string, work: () => Promise<void>) => {
  try {
    await work();
  } catch (error) {
    await takePicture(page, `failed-my-${name}`).catch(() => undefined);
    throw error;
  }
};

/** Asked for a job at each of these times. */
const asked = async (displayName: string, ...times: { date: string; time: string }[]) => {
  const site = await stand.desk.addSite({ name: `Northgate ${displayName}` });
  const interpreter = await stand.desk.addInterpreter({ displayName });
  const bookings: string[] = [];
  for (const when of times) bookings.push((await stand.desk.book({ ...aRequest(await stand.desk.addPatient(), site, when), offerTo: [interpreter.id] })).id);
  return { phone: interpreter.phone, bookings };
};

it('the door says what is wrong with a code, and whoever has nothing yet is told what will be there', () =>
  withPicture('door', async () => {
    const { phone } = await asked('Hiba Door');
    await page.getByRole('textbox', { name: 'Your mobile number or email' }).fill(phone);
    await button('Send me a code').click();
    const digits = page.getByRole('textbox', { name: 'The six digits' });
    await digits.fill('12');
    await button('Sign in').click();
    await page.getByRole('alert').getByText('The code has six digits.').waitFor();
    await look(page, 'phone-my-30-code-short');
    // No code begins with a nought that is nothing but noughts.
    await digits.fill('000000');
    await button('Sign in').click();
    await page.getByRole('alert').getByText(/code/i).waitFor();
    await look(page, 'phone-my-31-code-wrong');
    // Of two codes the newer one counts, so the first has to be there before another is asked for.
    await until(async () => (await stand.desk.phones()).phones.some(({ address, messages }) => address === phone && messages.some(({ body }) => /#\d{6}/.test(body))), 'the first code');
    await button('Use another number or address').click();
    await signInByCode(page, stand.desk, phone);
    await page.getByText('No offers now').waitFor();
    await look(page, 'phone-my-32-no-offers');
    await screen('My jobs');
    await page.getByText('No jobs ahead').waitFor();
    await button('Earlier jobs').click();
    await page.getByText('No jobs in the 90 days before today.').waitFor();
    await look(page, 'phone-my-33-no-jobs');
  }), 60_000);

it('an offer is declined without a reason, and a newer version of the app is taken when one wants to', () =>
  withPicture('decline', async () => {
    const { phone, bookings: [bookingId = ''] } = await asked('Hiba Decline', { date: '2026-12-04', time: '14:30' });
    await signInByCode(page, stand.desk, phone);
    await page.getByRole('link', { name: /4 December/ }).click();
    await button('Decline').click();
    await page.getByText('You declined. No reason is needed').waitFor();
    await page.getByText('No offers now').waitFor();
    await look(page, 'phone-my-34-declined');
    expect((await stand.desk.booking(bookingId)).offers.map(({ state }) => state)).toEqual(['declined']);

    await workerReady(page);
    await page.reload();
    await page.getByText('No offers now').waitFor();
    expect(await page.getByText('A newer version is ready.').count()).toBe(0);
    // As the next build would: another script for the same place.
    await page.evaluate(() => navigator.serviceWorker.register('/my/worker.js?newer', { scope: '/my' }).then(() => undefined));
    await page.getByText('A newer version is ready.').waitFor();
    await look(page, 'phone-my-35-newer-version');
    await page.evaluate(() => Object.assign(window, { stillTheSame: true }));
    // The older script, asked for by the page that begins anew, would be one more version to offer.
    await context.addInitScript(() => {
      const places = navigator.serviceWorker;
      const register = places.register.bind(places);
      places.register = async (script, options) => {
        const registration = await register(`${String(script)}?newer`, options);
        Object.assign(window, { asked: true });
        return registration;
      };
    });
    await button('Use it now').click();
    await page.waitForFunction(() => !('stillTheSame' in window));
    await page.getByText('No offers now').waitFor();
    await page.waitForFunction(() => 'asked' in window);
    expect(await page.evaluate(() => navigator.serviceWorker.getRegistration('/my').then((at) => [at?.installing, at?.waiting]))).toEqual([null, null]);
    expect(await page.getByText('A newer version is ready.').count()).toBe(0);
    expect(await page.evaluate(() => navigator.serviceWorker.controller?.scriptURL)).toContain('?newer');
  }), 60_000);

it('two tabs that come back from no network at once leave one effect of each tap', () =>
  withPicture('two-tabs', async () => {
    const { phone, bookings: [bookingId = ''] } = await asked('Hiba Twice', { date: '2026-11-24', time: '11:00' });
    await signInByCode(page, stand.desk, phone);
    await page.getByRole('link', { name: /24 November/ }).click();
    await button('Accept').click();
    await page.getByText('All that you need is here.').waitFor();
    await screen('My jobs');
    await button('Check in: I am here').waitFor();
    await workerReady(page);
    const second = await opened('/my/jobs');
    await button('Check in: I am here', second).waitFor();

    await context.setOffline(true);
    await button('Check in: I am here').click();
    await page.getByText(/You arrived at.*waits for network/).waitFor();
    // The other tab finds on the phone what this one keeps there, and would send it, too.
    await second.reload();
    await second.getByText(/You arrived at.*waits for network/).waitFor();
    await button('It has started', second).click();
    await second.getByText('2 things you tapped wait for network.').waitFor();
    await page.reload();
    await page.getByText('2 things you tapped wait for network.').waitFor();
    await context.setOffline(false);
    for (const tab of [page, second]) {
      await tab.getByText('wait for network').waitFor({ state: 'detached' });
      await button('It has finished', tab).waitFor();
    }
    expect((await attendanceOf(bookingId)).map(({ kind }) => kind).sort()).toEqual(['arrived', 'started']);
    for (const step of [/says: .*arrived/, /says: it started/]) expect([step, await timeline(bookingId, step)]).toEqual([step, [expect.anything()]]);
  }), 60_000);

it('on the day they say that they still come, mend a late tap, tell how well it went, and find it among earlier jobs', () =>
  withPicture('whole-day', async () => {
    const { phone, bookings: [bookingId = ''] } = await asked('Hiba Whole', { date: '2026-11-24', time: '16:00' });
    await signInByCode(page, stand.desk, phone);
    await page.getByRole('link', { name: /24 November/ }).click();
    await button('Accept').click();
    await page.getByText('All that you need is here.').waitFor();
    const job = page.url();

    await stand.goOnAt('2026-11-24T13:20:00Z');
    const question = page.getByRole('region', { name: 'Are you still coming?' });
    await until(async () => {
      await page.goto(job);
      await page.getByText('All that you need is here.').waitFor();
      return (await question.count()) > 0;
    }, 'the question of the day', 60);
    await look(page, 'phone-my-36-still-coming');
    await question.getByRole('button', { name: 'Yes, I am coming' }).click();
    await question.getByText('You said: yes. Thank you.').waitFor();
    await look(page, 'phone-my-37-said-coming');

    await stand.goOnAt('2026-11-24T16:06:00Z');
    await page.goto(job);
    await button('Check in: I am here').click();
    await page.getByText(/^You arrived at 16:0\d$/).waitFor();
    await button('It was earlier').click();
    const sheet = page.getByRole('dialog', { name: 'It was earlier' });
    await sheet.getByLabel('At, on the clinic’s clock').fill('17:00');
    await sheet.getByRole('button', { name: 'Save this time' }).click();
    await sheet.getByRole('alert').getByText('That is not earlier than what you said.').waitFor();
    await look(page, 'phone-my-38-it-was-earlier');
    await sheet.getByLabel('At, on the clinic’s clock').fill('15:55');
    await sheet.getByRole('button', { name: 'Save this time' }).click();
    await page.getByText('You arrived at 15:55', { exact: true }).waitFor();
    await until(async () => (await attendanceOf(bookingId)).some(({ kind, at }) => kind === 'arrived' && at === '2026-11-24T15:55:00.000Z'), 'the earlier time to be told');

    await stepped('It has started', /^It started at 16:0\d$/);
    await stepped('It has finished', /^It finished at 16:0\d$/);
    const understood = page.getByRole('region', { name: 'Did you and the patient understand each other?' });
    await understood.getByRole('button', { name: 'No', exact: true }).click();
    await understood.getByText('You said: no. You can correct it within a day.').waitFor();
    await look(page, 'phone-my-39-understood');
    await understood.getByRole('button', { name: 'Yes', exact: true }).click();
    await understood.getByText('You said: yes. You can correct it within a day.').waitFor();
    expect((await stand.desk.booking(bookingId)).understanding.answers).toMatchObject([{ side: 'interpreter', understood: true }]);

    await stand.goOnAt('2026-11-25T09:00:00Z');
    await page.goto(`${stand.server.url}/my/jobs`);
    await page.getByText('No jobs ahead').waitFor();
    await button('Earlier jobs').click();
    await page.getByRole('article', { name: /^16:00–16:40, Northgate Hiba Whole$/ }).waitFor();
    await look(page, 'phone-my-40-earlier');
    await page.getByRole('link', { name: /^All about this job, 16:00/ }).click();
    await page.getByText('This job is over').waitFor();
  }), 120_000);
