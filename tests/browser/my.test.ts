import type { ConcernsView } from '@dragoman/contracts';
import type { BrowserContext, Page, Route } from 'playwright-core';
import { takePicture } from '../support/browser';
import { type ConsoleStand, consoleStand, signIn, widths } from '../support/console';
import { aPatient, aRequest, until } from '../support/desk';
import { look } from '../support/looks';
import { signInByCode, workerReady } from '../support/my-phone';

interface Marks {
  marks: { kind: string; side: string; at: string; notedAt: string }[];
}

let stand: ConsoleStand;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  stand = await consoleStand();
}, 120_000);

afterAll(() => stand?.close());

beforeEach(async () => {
  context = await stand.browser.newContext({ ...widths.phone, locale: 'en-GB', timezoneId: 'Europe/London', reducedMotion: 'reduce', permissions: ['clipboard-read', 'clipboard-write'] });
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(`${stand.server.url}/my`);
}, 60_000);

afterEach(() => context?.close());

/** Somebody whom the clinic asks for one job today, and for one next week. */
const asked = async (name: string, time = '11:30') => {
  const site = await stand.desk.addSite({ name: `Northgate ${name}` });
  const wishes = { ...aPatient().interpreterWishes, avoidsCommunity: true };
  const [patient, careful] = [await stand.desk.addPatient(), await stand.desk.addPatient({ interpreterWishes: wishes })];
  const { id: interpreterId, phone } = await stand.desk.addInterpreter({ displayName: name });
  const today = await stand.desk.book({ ...aRequest(careful, site, { date: '2026-11-24', time }), offerTo: [interpreterId] });
  const later = await stand.desk.book({ ...aRequest(patient, site, { date: '2026-12-03', time: '14:30' }), offerTo: [interpreterId] });
  return { phone, interpreterId, today: today.id, later: later.id };
};

const marksOf = (bookingId: string) => stand.desk.request<Marks>('GET', `/api/bookings/${bookingId}/attendance`).then(({ marks }) => marks.filter(({ side }) => side === 'interpreter'));
const stateOf = async (bookingId: string) => (await stand.desk.booking(bookingId)).state;
const button = (name: string | RegExp) => page.getByRole('button', { name });
const heading = (name: string | RegExp) => page.getByRole('heading', { name, level: 1 });
const screen = (name: string | RegExp) => page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name }).click();

const withPicture = async (name: string, work: () => Promise<void>) => {
  try {
    await work();
  } catch (error) {
    await takePicture(page, `failed-my-${name}`).catch(() => undefined);
    throw error;
  }
};

/** A coordinator sees the document that was added, and that the interpreter has the app. */
const atTheDesk = async (interpreterId: string) => {
  const desk = await stand.browser.newPage({ ...widths.desktop, locale: 'en-GB', timezoneId: 'Europe/London', reducedMotion: 'reduce' });
  await desk.goto(`${stand.server.url}/interpreters/${interpreterId}`);
  await signIn(desk, stand.sign);
  await desk.getByText('DPSI Health', { exact: true }).waitFor();
  await desk.getByText(/Signed in on one phone, last on/).waitFor();
  await look(desk, 'desktop-my-25-interpreter');
  const loading = desk.waitForEvent('download');
  await desk.getByRole('link', { name: 'Open DPSI Health' }).click();
  expect((await loading).suggestedFilename()).toMatch(/\.pdf$/);
  await desk.close();
};

it('an interpreter accepts, arrives while the network is down, and finds it all told once it is back', () =>
  withPicture('day', async () => {
    const { phone, today, later } = await asked('Hiba Day');
    await look(page, 'phone-my-01-sign-in');
    await button('Send me a code').click();
    await page.getByText('Write the number or address first.').waitFor();
    await signInByCode(page, stand.desk, phone);
    await page.getByText('2 offers').waitFor();
    await look(page, 'phone-my-02-offers');

    await page.getByRole('link', { name: /24 November/ }).click();
    await heading('Offer').waitFor();
    await look(page, 'phone-my-03-offer');
    await button('Accept').click();
    await page.getByText('Answer the question above first').waitFor();
    await look(page, 'phone-my-04-offer-question');
    await page.getByRole('checkbox', { name: 'No, I know of no reason' }).check();
    await button('Accept').click();
    await page.getByText('All that you need is here.').waitFor();
    expect(await stateOf(today)).toBe('confirmed');
    await look(page, 'phone-my-05-job');

    await screen('My jobs');
    await button('Check in: I am here').waitFor();
    await look(page, 'phone-my-06-day');
    await workerReady(page);

    await context.setOffline(true);
    await button('Running late').click();
    await look(page, 'phone-my-07-late');
    await button('20 min').click();
    await page.getByText(/about 20 minutes late.*waits for network/).waitFor();
    await button('Check in: I am here').dblclick({ delay: 100 });
    await page.getByText(/You arrived at.*waits for network/).waitFor();
    await page.reload();
    await page.getByText(/You arrived at.*waits for network/).waitFor();
    await page.getByText(/^As of \d\d:\d\d, no network$/).waitFor();
    await page.getByText('2 things you tapped wait for network.').waitFor();
    await button('It has started').click();
    await page.getByText('3 things you tapped wait for network.').waitFor();
    await look(page, 'phone-my-08-day-offline');
    expect(await marksOf(today)).toEqual([]);

    // Nothing is promised that nobody was told.
    await screen(/Offers/);
    await page.getByRole('link', { name: /3 December/ }).click();
    await button('Accept').click();
    await page.getByText(/You have no network\.|Whether yours arrived is not known\./).waitFor();
    await look(page, 'phone-my-09-offer-offline');
    expect(await stateOf(later)).not.toBe('confirmed');

    await context.setOffline(false);
    await until(async () => (await marksOf(today)).length === 2, 'what was tapped to be told');
    const [arrived] = await marksOf(today);
    expect(Date.parse(arrived?.notedAt ?? '')).toBeGreaterThan(Date.parse(arrived?.at ?? ''));
    await page.getByRole('link', { name: 'Back' }).click();
    await screen('My jobs');
    await button('It has finished').waitFor();
    await page.getByText('wait for network').waitFor({ state: 'detached' });
    await button('It has finished').click();
    await page.getByText('This job is over').waitFor();
    await until(async () => (await marksOf(today)).length === 3, 'the end to be told');
    await look(page, 'phone-my-10-day-done');
  }), 120_000);

it('a tap for a job that the clinic cancelled meanwhile is refused in words, and read away', () =>
  withPicture('refused', async () => {
    const { phone, today } = await asked('Hiba Refused');
    await signInByCode(page, stand.desk, phone);
    await page.getByRole('link', { name: /24 November/ }).click();
    await page.getByRole('checkbox', { name: 'No, I know of no reason' }).check();
    await button('Accept').click();
    await page.getByText('All that you need is here.').waitFor();
    await screen('My jobs');
    await button('Check in: I am here').waitFor();
    await context.setOffline(true);
    await button('Check in: I am here').click();
    await page.getByText(/You arrived at.*waits for network/).waitFor();
    await stand.desk.request('POST', `/api/bookings/${today}/cancellation`, { by: 'clinic', reason: 'The doctor is ill' });
    await context.setOffline(false);
    await page.getByText(/“Check in: I am here” at \d\d:\d\d was not saved/).waitFor();
    await look(page, 'phone-my-11-refused');
    await button('I have read it').click();
    await page.getByText('was not saved').waitFor({ state: 'detached' });
    await page.reload();
    await heading('My jobs').waitFor();
    expect(await page.getByText('was not saved').count()).toBe(0);
  }), 90_000);

it('a job is given back, and something that worries one is told to the coordinator', () =>
  withPicture('give-back', async () => {
    const { phone, later } = await asked('Hiba Back');
    await signInByCode(page, stand.desk, phone);
    await page.getByRole('link', { name: /3 December/ }).click();
    await button('Accept').click();
    await page.getByText('All that you need is here.').waitFor();
    await button('Something worries me').click();
    await look(page, 'phone-my-12-concern');
    await page.getByRole('textbox', { name: 'If you want to say more' }).fill('The entrance has steps');
    // Heard and done, and the answer lost on its way back.
    const losing = (route: Route) => route.fetch().then(() => route.abort());
    await page.route('**/concern', losing);
    await button('Tell the coordinator').click();
    await page.getByRole('alert').getByText('It is not known whether that was done').waitFor();
    await page.getByText('The server cannot be reached. Press again: it is never done twice.').waitFor();
    await look(page, 'phone-my-12-concern-not-known');
    await page.unroute('**/concern', losing);
    await button('Tell the coordinator').click();
    await page.getByText('The coordinator was told, and calls you.').waitFor();
    const { concerns } = await stand.desk.request<ConcernsView>('GET', `/api/bookings/${later}/concerns`);
    expect(concerns).toMatchObject([{ words: 'The entrance has steps', stays: true }]);
    await button('Give this job back').click();
    await look(page, 'phone-my-13-give-back');
    await button('Give it back').click();
    await page.getByText('You gave this job back. The clinic knows').waitFor();
    await until(async () => (await stateOf(later)) !== 'confirmed', 'the booking to be open again');
    await look(page, 'phone-my-14-given-back');
  }), 90_000);

it('a week is tapped, days off are added, and hours that a coordinator changed meanwhile are not written over', () =>
  withPicture('week', async () => {
    const { phone, interpreterId } = await asked('Hiba Week');
    await signInByCode(page, stand.desk, phone);
    await screen('My week');
    const ten = button('Monday 10:00 to 11:00');
    await ten.waitFor();
    await look(page, 'phone-my-15-week');
    expect(await ten.getAttribute('aria-pressed')).toBe('true');
    await ten.click();
    await look(page, 'phone-my-16-week-changed');
    await button('Save my week').click();
    await page.getByText('Saved. New offers follow it.').waitFor();
    const { hours } = await stand.desk.request<{ hours: { weekday: number; from: string; to: string }[] }>('GET', `/api/interpreters/${interpreterId}`);
    expect(hours.filter(({ weekday }) => weekday === 1)).toEqual([{ weekday: 1, from: '07:00', to: '10:00' }, { weekday: 1, from: '11:00', to: '21:00' }]);

    await button('Add days off').click();
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText('Choose the first day.').waitFor();
    await look(page, 'phone-my-17-days-off');
    await page.getByLabel('First day').fill('2026-12-21');
    await page.getByLabel('Last day').fill('2027-01-02');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText('21 Dec 2026 – 2 Jan 2027').waitFor();

    await button('Tuesday 10:00 to 11:00').click();
    const whole = await stand.desk.request<Record<string, unknown>>('GET', `/api/interpreters/${interpreterId}`);
    await stand.desk.request('PUT', `/api/interpreters/${interpreterId}`, { ...whole, hours: [{ weekday: 5, from: '09:00', to: '12:00' }] });
    await button('Save my week').click();
    await page.getByText('Your week was not saved').waitFor();
    await look(page, 'phone-my-18-week-overtaken');
    await button('Show what is there now').click();
    await until(async () => (await button('Monday 12:00 to 13:00').getAttribute('aria-pressed')) === 'false', 'the hours that are there now');
  }), 90_000);

it('a calendar reads the jobs until its address is removed, a document is added and removed, and signing out leaves nothing on the phone', () =>
  withPicture('me', async () => {
    const { phone, interpreterId } = await asked('Hiba Me');
    await signInByCode(page, stand.desk, phone);
    await screen('Me');
    await look(page, 'phone-my-19-me');
    await page.getByRole('link', { name: /Calendar/ }).click();
    await button('Make an address').click();
    const address = page.getByRole('textbox', { name: 'The address' });
    await address.waitFor();
    await look(page, 'phone-my-20-calendar');
    const feed = await address.inputValue();
    expect(await (await fetch(feed)).text()).toContain('BEGIN:VCALENDAR');
    await button('Copy').click();
    await page.getByText('Copied.').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(feed);
    await button('Remove the address').click();
    await page.getByText('No calendar reads your jobs any more').waitFor();
    expect((await fetch(feed)).status).toBe(404);
    await page.getByRole('link', { name: 'Back' }).click();

    await page.getByRole('link', { name: /Documents/ }).click();
    await page.getByText('No documents yet').waitFor();
    await look(page, 'phone-my-21-documents-none');
    await button('Add a document').click();
    await button('Add it').click();
    await page.getByText('Choose a photo or a file first.').waitFor();
    await look(page, 'phone-my-22-document-add');
    await page.getByLabel('Photo or file').setInputFiles({ name: 'dpsi.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%\u00e2\u00e3\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n') });
    await page.getByLabel('Name').fill('DPSI Health');
    await page.getByLabel('Valid until, if it says so').fill('2026-12-31');
    await button('Add it').click();
    await page.getByText('“DPSI Health” was added.').waitFor();
    await page.getByText(/Valid until 31 Dec 2026 · Lapses soon/).waitFor();
    await look(page, 'phone-my-23-documents');
    await atTheDesk(interpreterId);
    await button('Remove: DPSI Health').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByText('No documents yet').waitFor();
    await page.getByRole('link', { name: 'Back' }).click();

    const session = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    const answerTo = async (cookie: string) => (await fetch(`${stand.server.url}/api/my/session`, { headers: { cookie } })).status;
    expect(await answerTo(session)).toBe(200);
    await button('Sign out').click();
    await look(page, 'phone-my-24-sign-out');
    await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    const kept = await page.evaluate(
      () =>
        new Promise<number>((resolve, reject) => {
          const opening = indexedDB.open('dragoman-my');
          opening.onerror = () => reject(new Error('no database'));
          opening.onsuccess = () => {
            const asking = opening.result.transaction('kept').objectStore('kept').getAllKeys();
            asking.onsuccess = () => resolve(asking.result.length);
          };
        }),
    );
    expect(kept).toBe(0);
    // Whoever has the phone's cookie finds no session either.
    expect(await answerTo(session)).toBe(401);
  }), 120_000);
