import type { BrowserContext, Page } from 'playwright-core';
import { takePicture } from '../support/browser';
import { type ConsoleStand, consoleStand, signIn, widths } from '../support/console';
import { aRequest } from '../support/desk';
import { look } from '../support/looks';

let stand: ConsoleStand;

beforeAll(async () => {
  stand = await consoleStand();
}, 120_000);

afterAll(() => stand?.close());

const booked = async (name: string) => {
  const [site, patient, hiba] = [await stand.desk.addSite(), await stand.desk.addPatient({ name }), await stand.desk.addInterpreter()];
  const { id } = await stand.desk.book(aRequest(patient, site));
  return stand.desk.request<{ id: string }>('POST', `/api/bookings/${id}/assignment`, { interpreterId: hiba.id, agreed: 'by-phone' });
};

describe.each(Object.entries(widths))('what was agreed, on a %s', (width, device) => {
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

  const seen = async (journey: () => Promise<void>): Promise<void> => {
    try {
      await journey();
    } catch (error) {
      await takePicture(page, `failed-change-${width}`).catch(() => undefined);
      throw error;
    }
  };
  const dialog = () => page.getByRole('dialog', { name: /^Change D-\d+$/ });
  const open = async (id: string) => {
    await page.goto(`${stand.server.url}/bookings/${id}`);
    await page.getByRole('button', { name: 'Change time, place or wishes' }).press('Enter');
    await dialog().waitFor();
  };
  const save = () => dialog().getByRole('button', { name: 'Save the change' });

  it('is moved: what follows is said before, whoever was booked is asked again, and the timeline keeps what it was', () =>
    seen(async () => {
      const { id } = await booked(`Maha ${width}`);
      await open(id);
      await save().click();
      await dialog().getByRole('alert').getByText('Nothing is different yet.').waitFor();
      await dialog().getByRole('textbox', { name: 'Start' }).fill('16:00');
      await dialog().getByText('Hiba Elamin said yes to something else: they are told, and asked again if they still can.').waitFor();
      await look(page, `${width}-change-1-what-follows`);
      await save().click();
      await dialog().waitFor({ state: 'detached' });
      await page.getByText('03/12/2026 14:30 → 03/12/2026 16:00 · Hiba Elamin is free again').waitFor();
      const { state, time, offers } = await stand.desk.booking(id);
      expect({ state, time, offers: offers.map((offer) => offer.state) }).toEqual({ state: 'offering', time: '16:00', offers: ['released', 'open'] });
      await look(page, `${width}-change-2-moved`);
    }), 60_000);

  it('gets somebody else instead of whoever is booked, chosen from those who fit, in one step', () =>
    seen(async () => {
      const { id } = await booked(`Fatma ${width}`);
      const { displayName } = await stand.desk.addInterpreter({ displayName: `Samia ${width}` });
      await page.goto(`${stand.server.url}/bookings/${id}`);
      await page.getByRole('button', { name: 'Somebody else instead' }).click();
      const swapping = page.getByRole('dialog', { name: 'Somebody else instead of Hiba Elamin' });
      await swapping.getByRole('checkbox', { name: displayName }).check();
      await look(page, `${width}-change-5-somebody-else`);
      await swapping.getByRole('button', { name: `${displayName} said yes` }).click();
      await swapping.getByText('Hiba Elamin is free again, and is told.').waitFor();
      await look(page, `${width}-change-6-said-yes`);
      await swapping.getByRole('button', { name: `Book ${displayName}` }).dblclick();
      await swapping.waitFor({ state: 'detached' });
      await page.getByText(`${displayName} instead of Hiba Elamin`).waitFor();
      expect(await stand.desk.booking(id)).toMatchObject({ state: 'confirmed', interpreter: { displayName } });
      await look(page, `${width}-change-7-swapped`);
    }), 60_000);

  it('is never overwritten in silence: whoever was slower is told, keeps what they typed, and sees what it is now', () =>
    seen(async () => {
      const { id } = await booked(`Asha ${width}`);
      await open(id);
      await dialog().getByRole('combobox', { name: 'Room' }).fill('Room 9');
      await context.setOffline(true);
      await stand.desk.change(id, { time: '17:00' });
      await context.setOffline(false);
      await page.route('**/api/bookings/*', (route) => route.abort(), { times: 5 });
      await save().click();
      await dialog().getByRole('alert').getByText(/Somebody changed D-\d+ since you opened it/).waitFor();
      await page.unroute('**/api/bookings/*');
      expect(await dialog().getByRole('combobox', { name: 'Room' }).inputValue()).toBe('Room 9');
      expect(await stand.desk.booking(id)).toMatchObject({ time: '17:00', room: 'Room 6' });
      await look(page, `${width}-change-3-somebody-faster`);
    }), 60_000);

  it('that was cancelled by mistake is taken up again by a coordinator, and both stay on the timeline', () =>
    seen(async () => {
      const { id } = await booked(`Kaltuma ${width}`);
      await stand.desk.request('POST', `/api/bookings/${id}/cancellation`, { by: 'clinic', reason: 'Clinic closed that day' });
      await page.goto(`${stand.server.url}/bookings/${id}`);
      await page.getByText(/Clinic closed that day, 9 days before/).waitFor();
      await page.getByRole('button', { name: 'Void the cancellation' }).click();
      const voiding = page.getByRole('dialog', { name: /^Void the cancellation of D-\d+\?$/ });
      await voiding.getByRole('button', { name: 'Void the cancellation' }).click();
      await voiding.getByText('Write a reason.').waitFor();
      await voiding.getByRole('textbox', { name: 'Why was it none?' }).fill('The wrong appointment');
      await look(page, `${width}-change-4-void`);
      await voiding.getByRole('button', { name: 'Void the cancellation' }).click();
      await voiding.waitFor({ state: 'detached' });
      await page.getByText('The cancellation was voided').waitFor();
      expect(await stand.desk.booking(id)).toMatchObject({ state: 'requested', cancellation: null });
    }), 60_000);
});
