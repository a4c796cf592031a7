import type { Page } from 'playwright-core';
import { takePicture } from '../support/browser';
import { type ConsoleStand, consoleStand, signIn, widths } from '../support/console';
import { aPhone, aRequest, until } from '../support/desk';
import { look } from '../support/looks';

let stand: ConsoleStand;

beforeAll(async () => {
  stand = await consoleStand();
}, 120_000);

afterAll(() => stand?.close());

/** A patient who has been told of an appointment. */
const aTold = async (phone: string, name: string): Promise<string> => {
  const { desk } = stand;
  const patient = await desk.addPatient({ name, channels: [{ channel: 'sms', address: phone, safety: 'private' }] });
  const [site, hiba] = [await desk.addSite(), await desk.addInterpreter()];
  const { id } = await desk.book(aRequest(patient, site, { date: '2026-11-30' }));
  await desk.request('POST', `/api/bookings/${id}/assignment`, { interpreterId: hiba.id, agreed: 'by-phone' });
  await until(async () => (await desk.booking(id)).timeline.some(({ message }) => message?.to === 'patient' && message.state === 'delivered'), 'the patient to be told');
  return id;
};

const watching = async (path: string, width: keyof typeof widths, work: (page: Page) => Promise<void>): Promise<void> => {
  const context = await stand.browser.newContext({ ...widths[width], locale: 'en-GB', reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(`${stand.server.url}${path}`);
  await signIn(page, stand.sign);
  try {
    await page.getByRole('heading', { level: 1 }).waitFor();
    // A page that was loaded anew would have forgotten this.
    await page.evaluate(() => Object.assign(window, { stillTheSame: true }));
    await work(page);
    expect(await page.evaluate(() => 'stillTheSame' in window)).toBe(true);
  } catch (error) {
    await takePicture(page, 'failed-answers').catch(() => undefined);
    throw error;
  } finally {
    await context.close();
  }
};

it.each(['desktop', 'phone'] as const)('an answer that arrives while the receptionist looks at Today appears by itself (%s)', async (width) => {
  const phone = aPhone();
  const name = `Amna on ${width}`;
  await aTold(phone, name);
  await watching('/', width, async (page) => {
    await page.getByText(name).first().waitFor();
    await stand.desk.replyFrom(phone, 'مترجمة أخرى');
    const rows = page.getByRole('listitem').filter({ hasText: name });
    await rows.filter({ hasText: 'They asked for another interpreter.' }).waitFor();
    await stand.desk.replyFrom(phone, 'هل ستكون نفس المترجمة؟');
    await rows.filter({ hasText: 'They wrote back in their own words (probably Arabic).' }).waitFor();
    await look(page, `${width}-today-answers`);
  });
}, 90_000);

it.each(['desktop', 'phone'] as const)('an answer that arrives while somebody looks at its booking appears by itself (%s)', async (width) => {
  const phone = aPhone();
  const id = await aTold(phone, 'Amna Idris Osman');
  await watching(`/bookings/${id}`, width, async (page) => {
    await page.getByText('Hiba Elamin').first().waitFor();
    await stand.desk.replyFrom(phone, 'موعد آخر');
    await page.getByText('The patient asks for another time').first().waitFor();
    await page.getByText('The appointment stands until it is moved').first().waitFor();
    await stand.desk.replyFrom(phone, 'ليست لغتي');
    await page.getByText('They answered that this is not their language.').first().waitFor();
    await look(page, `${width}-booking-answers`);
  });
}, 90_000);

it('an offer is accepted from the interpreter’s phone in the simulator, with the code that stands in it', async () => {
  const { desk } = stand;
  const phone = aPhone();
  const hiba = await desk.addInterpreter({ phone });
  const booking = await desk.book(aRequest(await desk.addPatient(), await desk.addSite(), { date: '2026-12-01', offerTo: [hiba.id] }));
  const code = await until(async () => {
    const { phones } = await desk.phones();
    const texts = phones.find(({ address }) => address === phone)?.messages ?? [];
    return texts.map(({ body }) => /Reply YES (\d{4})/.exec(body)?.[1]).find(Boolean);
  }, 'the offer');
  await watching('/phones', 'desktop', async (page) => {
    await page.getByRole('button', { name: new RegExp(phone.slice(-3)) }).first().click();
    const reply = page.getByRole('textbox', { name: /^Reply as/ });
    await reply.fill('YES');
    await reply.press('Enter');
    await page.getByText(/^Nothing was changed yet\./).waitFor();
    await reply.fill(`yes ${code}`);
    await reply.press('Enter');
    await page.getByText(/^Accepted: Sudanese Arabic/).waitFor();
    await look(page, 'desktop-phones-offer-by-text');
  });
  expect((await desk.booking(booking.id)).state).toBe('confirmed');
}, 90_000);
