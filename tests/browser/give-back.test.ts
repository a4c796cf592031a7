import type { BrowserContext, Page } from 'playwright-core';
import { takePicture } from '../support/browser';
import { type ConsoleStand, consoleStand, signIn, widths } from '../support/console';
import { aRequest, offerLinks, pressAccept, until } from '../support/desk';
import { look } from '../support/looks';

let stand: ConsoleStand;

beforeAll(async () => {
  stand = await consoleStand();
}, 120_000);

afterAll(() => stand?.close());

/** Tomorrow: so near that the coordinator needs a word. */
const bookedForTomorrow = async (width: string) => {
  const [site, patient] = [await stand.desk.addSite(), await stand.desk.addPatient({ name: `Maha ${width}` })];
  const hiba = await stand.desk.addInterpreter({ displayName: `Hiba ${width}` });
  const { id } = await stand.desk.book({ ...aRequest(patient, site, { date: '2026-11-25' }), offerTo: [hiba.id] });
  const [link = ''] = await offerLinks(stand.desk, hiba.phone, 1);
  expect((await pressAccept(link)).status).toBe(303);
  return { id, link };
};

describe.each(Object.entries(widths))('a job that is given back, seen by the coordinator on a %s', (width, device) => {
  let contexts: BrowserContext[];
  let desk: Page;
  let phone: Page;

  beforeAll(async () => {
    contexts = [
      await stand.browser.newContext({ ...device, locale: 'en-GB', timezoneId: 'Europe/London', reducedMotion: 'reduce' }),
      await stand.browser.newContext({ ...widths.phone, locale: 'en-GB', timezoneId: 'Europe/London', javaScriptEnabled: false }),
    ];
    [desk, phone] = (await Promise.all(contexts.map((context) => context.newPage()))) as [Page, Page];
    for (const page of [desk, phone]) page.setDefaultTimeout(15_000);
    await desk.goto(stand.server.url);
    await signIn(desk, stand.sign);
    await desk.getByRole('heading', { name: 'Today', exact: true }).waitFor();
  }, 60_000);

  afterAll(async () => {
    for (const context of contexts) await context.close();
  });

  it('is asked once with a word, refilled by whoever is asked next, and told on the timeline as it happens', async () => {
    const { id, link } = await bookedForTomorrow(width);
    const next = await stand.desk.addInterpreter({ displayName: `Rasha ${width}` });
    try {
      await desk.goto(`${stand.server.url}/bookings/${id}`);
      await desk.getByText(`Hiba ${width} confirmed`).waitFor();
      await phone.goto(link);
      await phone.getByRole('link', { name: 'Give this job back' }).click();
      await phone.getByRole('heading', { name: 'Give this job back?' }).waitFor();
      await takePicture(phone, `${width}-give-back-1-asked`);
      const give = phone.getByRole('button', { name: 'Give it back' });
      // Without a word nothing is sent: the browser itself asks for it.
      await give.click();
      expect(await stand.desk.booking(id)).toMatchObject({ state: 'confirmed' });
      await phone.getByRole('textbox', { name: 'A word to the coordinator' }).fill('My child is in hospital');
      await give.click();
      await phone.getByText('You gave this job back').waitFor();
      await takePicture(phone, `${width}-give-back-2-given`);
      await phone.goBack();
      await phone.reload();
      expect(await phone.getByRole('button', { name: 'Give it back' }).count()).toBe(0);

      // Nobody pressed anything at the desk.
      await desk.getByText(`Hiba ${width} gave the job back`).waitFor();
      await desk.getByText('My child is in hospital').waitFor();
      const [asked = ''] = await offerLinks(stand.desk, next.phone, 1);
      await look(desk, `${width}-give-back-3-search`);
      await phone.goto(asked);
      await phone.getByRole('button', { name: 'Accept' }).click();
      await phone.getByText('It’s yours').waitFor();
      await desk.getByText(`Rasha ${width} confirmed`).waitFor();
      await look(desk, `${width}-give-back-4-refilled`);
      await until(async () => (await stand.desk.booking(id)).interpreter?.displayName === `Rasha ${width}`, 'the booking to be hers');
    } catch (error) {
      await takePicture(desk, `failed-give-back-${width}`).catch(() => undefined);
      await takePicture(phone, `failed-give-back-${width}-phone`).catch(() => undefined);
      throw error;
    }
  }, 90_000);
});
