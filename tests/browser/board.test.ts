import type { BrowserContext, Page } from 'playwright-core';
import { takePicture } from '../support/browser';
import { type ConsoleStand, consoleStand, signIn, widths } from '../support/console';
import { aRequest } from '../support/desk';
import { look } from '../support/looks';
import { type Wire, wireTo } from '../support/wire';

let stand: ConsoleStand;
/** Of whoever else looks at the board. */
let wire: Wire;
let site: { id: string };
let far: { id: string };
let best: { id: string };

const day = '2026-12-03';

const booked = async (interpreter: { id: string }, at: { id: string }, time: string, name: string) => {
  const booking = await stand.desk.book(aRequest(await stand.desk.addPatient({ name }), at, { time }));
  await stand.desk.request('POST', `/api/bookings/${booking.id}/assignment`, { interpreterId: interpreter.id, agreed: 'in-house', conflict: 'none' });
  return booking.id;
};

const open = async (name: string, time = '14:30') => (await stand.desk.book(aRequest(await stand.desk.addPatient({ name }), site, { time }))).id;

beforeAll(async () => {
  stand = await consoleStand();
  wire = await wireTo(stand.server.url);
  const { desk } = stand;
  [site, far] = [await desk.addSite({ name: 'Marlowe Road Clinic' }), await desk.addSite({ name: 'Croydon Health Centre', latitude: 51.37, longitude: -0.1 })];
  best = await desk.addInterpreter({ displayName: 'Hiba Elamin', home: { latitude: 51.501, longitude: -0.101 } });
  await desk.addInterpreter({ displayName: 'Rasha Abdelrahim', home: { latitude: 51.6, longitude: -0.1 }, hours: [{ weekday: 4, from: '09:30', to: '16:00' }] });
  const salma = await desk.addInterpreter({ displayName: 'Salma Bashir' });
  await desk.addInterpreter({ displayName: 'Farid Amiri', skills: [{ varietyId: 'prs', credential: 'DPSI Health', credentialExpiresOn: '2030-01-01' }] });
  await booked(salma, far, '13:00', 'Rose Nyok');
  await booked(best, far, '09:00', 'Samia Adam');
  await booked(best, site, '11:30', 'Aisha Jabir');
}, 120_000);

afterAll(async () => {
  await stand?.close();
  await wire?.close();
});

describe.each(Object.entries(widths))('the board, on a %s', (width, device) => {
  let context: BrowserContext;
  let page: Page;

  const arrive = async (more = '', url = stand.server.url): Promise<Page> => {
    const tab = await context.newPage();
    tab.setDefaultTimeout(15_000);
    await tab.goto(`${url}/board?date=${day}${more}`);
    return tab;
  };

  beforeAll(async () => {
    context = await stand.browser.newContext({ ...device, locale: 'en-GB', timezoneId: 'America/Vancouver', reducedMotion: 'reduce' });
    page = await arrive();
    await signIn(page, stand.sign);
    await page.getByRole('heading', { name: 'Board', exact: true }).waitFor();
  }, 60_000);

  afterAll(() => context?.close());

  const pictured = async (name: string, work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      await takePicture(page, `failed-board-${width}-${name}`).catch(() => undefined);
      throw error;
    }
  };

  const opening = (name: string, on = page) => on.getByRole('button', { name: new RegExp(name) }).and(on.locator('[data-opening]'));
  const target = (name: string) => page.getByRole('button', { name: new RegExp(`^${name}: `) });

  it('says of every row, for the job that is chosen, who is best, who is possible, and why not the others', () =>
    pictured('chosen', async () => {
      await open(`Mariam ${width}`);
      await opening(`Mariam ${width}`).waitFor();
      await look(page, `${width}-board-1-day`);
      await opening(`Mariam ${width}`).click();
      await page.getByRole('button', { name: 'Hiba Elamin: Best', exact: false }).waitFor();
      expect(await target('Rasha Abdelrahim').textContent()).toMatch(/Possible.*min away/);
      expect(await target('Salma Bashir').textContent()).toMatch(
        /Conflict.*23 min short.*Finishes at Croydon Health Centre at 13:40\. Travel takes 73 min, the gap is 50\. Could start at 14:53\./,
      );
      expect(await target('Farid Amiri').textContent()).toMatch(/Ruled out.*Speaks Dari/);
      const names = await page.getByRole('list', { name: /Elamin|Abdelrahim|Bashir|Amiri/ }).evaluateAll((lists) => lists.map((list) => list.ariaLabel));
      expect(names).toEqual(['Hiba Elamin', 'Rasha Abdelrahim', 'Salma Bashir', 'Farid Amiri']);
      await page.getByText(/^[23] of [45] shown could take it\.$/).waitFor();
      await look(page, `${width}-board-2-chosen`);
      // A verdict that appears under a job while it is held is entered and not hovered over: let go then, the job would fall beside the board.
      for (const kind of ['dragenter', 'dragover'])
        expect(await target('Hiba Elamin').evaluate((row, type) => row.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true })), kind)).toBe(false);
      await target('Salma Bashir').click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('Salma Bashir cannot take it. Nothing was offered.').waitFor();
      await dialog.getByText('Finishes at Croydon Health Centre at 13:40.').waitFor();
      await look(page, `${width}-board-3-conflict`);
      await dialog.getByRole('button', { name: 'Close' }).last().click();
    }), 60_000);

  it('offers a job with the keyboard alone, and after a lost network it is asked again', () =>
    pictured('keys', async () => {
      const id = await open(`Nadia ${width}`, '15:30');
      await opening(`Nadia ${width}`).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Hiba Elamin: Best', exact: false }).waitFor();
      await page.keyboard.press('ArrowDown');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Hiba Elamin: /);
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog', { name: `Nadia ${width}, with Hiba Elamin?` });
      await dialog.getByText('Nothing is booked until they accept.').waitFor();
      await look(page, `${width}-board-4-offer`);
      const offer = dialog.getByRole('button', { name: 'Offer to Hiba Elamin' });
      await context.setOffline(true);
      await offer.press('Enter');
      await dialog.getByRole('alert').getByText('It is not known whether it was done. The server cannot be reached. Press again: it is never done twice.').waitFor();
      await context.setOffline(false);
      await offer.dblclick();
      await page.getByRole('status').getByText('Offered to Hiba Elamin.').waitFor();
      expect((await stand.desk.booking(id)).offers.map(({ displayName, state }) => [displayName, state])).toEqual([['Hiba Elamin', 'open']]);
      await opening(`Nadia ${width}`).press('Enter');
      await page.getByRole('button', { name: 'Hiba Elamin: Asked', exact: false }).waitFor();
      await page.keyboard.press('Escape');
      await page.getByText('Choose an unassigned job').waitFor();
      expect(await opening(`Nadia ${width}`).evaluate((card) => card === document.activeElement)).toBe(true);
    }), 60_000);

  it('shows to one coordinator within a second what another did, also after the connection was cut and came back', () =>
    pictured('live', async () => {
      const other = await arrive('', wire.url);
      await other.getByText('Live', { exact: true }).waitFor();
      const seenAfter = async (change: () => Promise<unknown>, what: () => Promise<unknown>): Promise<number> => {
        await change();
        const changed = performance.now();
        await what();
        return performance.now() - changed;
      };
      const first = await seenAfter(() => open(`First ${width}`, '10:00'), () => opening(`First ${width}`, other).waitFor());
      expect(first).toBeLessThan(1_000);

      wire.cut();
      await other.getByText(/^Not live since/).first().waitFor();
      await open(`Missed ${width}`, '12:30');
      wire.mend();
      await other.getByText('Live', { exact: true }).waitFor();
      await opening(`Missed ${width}`, other).waitFor();
      const again = await seenAfter(() => open(`Second ${width}`, '10:45'), () => opening(`Second ${width}`, other).waitFor());
      expect(again).toBeLessThan(1_000);
      await other.close();
    }), 60_000);

  if (width === 'desktop')
    it('offers by letting a job go on a row, and books who said yes already', () =>
      pictured('drag', async () => {
        const id = await open('Dragged', '17:00');
        await opening('Dragged').dragTo(page.getByRole('list', { name: 'Hiba Elamin' }), { targetPosition: { x: 40, y: 30 } });
        const dialog = page.getByRole('dialog', { name: 'Dragged, with Hiba Elamin?' });
        await dialog.getByRole('button', { name: 'They already said yes' }).click();
        await dialog.getByText('Works here').click();
        await dialog.getByRole('button', { name: 'Book Hiba Elamin' }).click();
        await page.getByRole('status').getByText('Hiba Elamin is booked.').waitFor();
        await page.getByRole('list', { name: 'Hiba Elamin' }).getByRole('link', { name: /Dragged/ }).waitFor();
        expect((await stand.desk.booking(id)).state).toBe('confirmed');
        await look(page, 'desktop-board-5-booked');
      }), 60_000);

  it('gives a booked job to somebody else in one step, by a row or by the button', () =>
    pictured('swap', async () => {
      const [name, time] = [`Swapped ${width}`, width === 'desktop' ? '08:00' : '17:10'];
      const rasha = await stand.desk.addInterpreter({ displayName: `Amal ${width}`, home: { latitude: 51.58, longitude: -0.1 } });
      const job = await booked(rasha, site, time, name);
      const card = page.getByRole('list', { name: `Amal ${width}` }).getByRole('link', { name: new RegExp(name) });
      await card.waitFor();
      if (width === 'desktop') await card.dragTo(page.getByRole('list', { name: 'Salma Bashir' }), { targetPosition: { x: 40, y: 30 } });
      else {
        await page.getByRole('button', { name: `Somebody else instead of Amal ${width} for ${name}` }).click();
        await page.getByRole('button', { name: 'Salma Bashir: ', exact: false }).click();
      }
      const dialog = page.getByRole('dialog', { name: `${name}, with Salma Bashir?` });
      await dialog.getByText(`Amal ${width} is free again, and is told.`).waitFor();
      await look(page, `${width}-board-7-swap`);
      await dialog.getByText('Works here').click();
      await dialog.getByRole('button', { name: 'Book Salma Bashir' }).click();
      await page.getByRole('status').getByText(`Salma Bashir is booked instead of Amal ${width}.`).waitFor();
      expect(await stand.desk.booking(job)).toMatchObject({ state: 'confirmed', interpreter: { displayName: 'Salma Bashir' } });
    }), 60_000);

  it('goes on by as many days as were pressed, though no board has come in between', () =>
    pictured('days', async () => {
      let letGo = (): void => undefined;
      const held = new Promise<void>((resolve) => (letGo = resolve));
      await page.route('**/api/board?*', (route) => held.then(() => route.continue()));
      for (const _ of [1, 2, 3]) await page.getByRole('button', { name: 'Next day' }).click();
      letGo();
      await page.getByText('Sunday 6 December 2026').waitFor();
      await page.unroute('**/api/board?*');
      for (const _ of [1, 2, 3]) await page.getByRole('button', { name: 'Previous day' }).click();
      await page.getByText('Thursday 3 December 2026').waitFor();
    }), 60_000);

  it('shows a week, and only those who speak a language', () =>
    pictured('week', async () => {
      await page.getByText('Week', { exact: true }).click();
      await page.getByText('30 Nov 2026 to 6 Dec 2026').waitFor();
      await opening(`Mariam ${width}`).click();
      await page.getByRole('button', { name: 'Hiba Elamin: Best', exact: false }).waitFor();
      await look(page, `${width}-board-6-week`);
      await page.getByRole('button', { name: 'Only Sudanese Arabic' }).click();
      await page.getByRole('list', { name: 'Farid Amiri' }).waitFor({ state: 'detached' });
      expect(page.url()).toContain('language=apd');
    }), 60_000);
});
