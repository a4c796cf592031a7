import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser, takePicture } from '../support/browser';
import { signIn, widths } from '../support/console';
import { anInterpreter, aPhone, aRequest, Desk } from '../support/desk';
import { firstAdministrator } from '../support/installation';
import { look } from '../support/looks';
import { type TestDatabase, testDatabase } from '../support/postgres';
import { type ServerProcess, startServer } from '../support/server';

const { phone, desktop } = widths;
const said = { enoughForDoctor: true, learntHow: 'self', role: 'speaks' } as const;
const speaking = (varietyId: string) => ({ ...anInterpreter(), skills: [{ varietyId, credential: null, credentialExpiresOn: null }], phone: aPhone() });

let browser: Browser;
let context: BrowserContext;
let page: Page;
let database: TestDatabase;
let server: ServerProcess;
let desk: Desk;
let sign: { email: string; password: string };

beforeAll(async () => {
  browser = await launchBrowser();
  database = await testDatabase();
  server = await startServer({ database, env: { DEMO: '0', CLOCK_STARTS_AT: '2026-11-24T10:42:00Z' } });
  sign = await firstAdministrator(database, 'Marlowe Road');
  desk = new Desk(server.url);
  await desk.signIn(sign.email, sign.password);
}, 120_000);

afterAll(async () => {
  await context?.close();
  await browser?.close();
  await server?.stop();
  await database?.close();
});

const open = async (device: typeof phone | typeof desktop): Promise<void> => {
  context = await browser.newContext({ ...device, locale: 'en-GB', timezoneId: 'Europe/London' });
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(server.url);
  await signIn(page, sign);
  await page.getByRole('heading', { name: 'Today', exact: true }).waitFor();
};

const field = (label: string | RegExp) =>
  page.getByRole('textbox', { name: label, exact: true }).or(page.getByRole('combobox', { name: label, exact: true }));

const kept = async (work: () => Promise<void>): Promise<void> => {
  await work().catch(async (error: unknown) => {
    await takePicture(page, 'failed-consent').catch(() => undefined);
    throw error;
  });
};

describe('consent to a close variety', () => {
  it('is refused when a relative gave it, taken through an exact interpreter, and then offered', () =>
    kept(async () => {
      await desk.addSite({ name: 'Marlowe Road Clinic' });
      const patient = await desk.addPatient({ name: 'Rima Khoury', languages: [{ ...said, varietyId: 'apc' }] });
      await desk.addInterpreter({ ...speaking('arz'), displayName: 'Huda Farouk' });
      const fridays = { hours: [{ weekday: 5, from: '09:00', to: '17:00' }], modalities: ['in-person' as const] };
      await desk.addInterpreter({ ...speaking('apc'), ...fridays, displayName: 'Samira Haddad' });

      await open(desktop);
      await page.goto(`${server.url}/book?patient=${patient.id}`);
      await field('Date').fill('3 Dec 2026');
      await page.keyboard.press('Tab');
      await field(/^Start/).fill('14:30');
      await page.keyboard.press('Tab');
      await field('What is it about?').click();
      await page.getByRole('option', { name: 'A routine visit' }).click();

      const group = page.getByRole('region', { name: 'Possible if the patient agrees' });
      await group.getByRole('button', { name: /^Ask the patient.*Huda Farouk/ }).click();
      // Other dates come first, and only then the question.
      await group.getByRole('button', { name: 'Book Samira Haddad on Fri 4 Dec 14:30, in person instead' }).waitFor();
      expect(await page.getByRole('checkbox', { name: 'Huda Farouk' }).count()).toBe(0);
      await look(page, 'consent-01-asked');

      const agrees = group.getByRole('button', { name: 'The patient agrees, for this booking' });
      await group.getByRole('radio', { name: 'A relative said yes' }).check();
      await group.getByRole('alert').getByText('A relative cannot agree for the patient').waitFor();
      expect(await agrees.isDisabled()).toBe(true);
      await look(page, 'consent-02-relative');

      await group.getByRole('radio', { name: /^Through an interpreter of/ }).check();
      await agrees.click();
      await page.getByRole('checkbox', { name: 'Huda Farouk' }).check();
      await look(page, 'consent-03-agreed');
      await page.getByRole('button', { name: 'Offer to Huda Farouk' }).click();

      const timeline = page.getByRole('region', { name: 'Timeline' });
      await timeline.getByText('The patient agreed to Egyptian Arabic').waitFor();
      await timeline.getByText('Offered to one').waitFor();
      await page.getByRole('region', { name: 'Consent to another variety' }).getByText('Agreed').first().waitFor();
      await look(page, 'consent-04-offered');
      await context.close();
    }), 60_000);

  it('can be taken back on a phone, and the offer ends', () =>
    kept(async () => {
      const [site] = [await desk.addSite()];
      const patient = await desk.addPatient({ name: 'Nadia Saleh', languages: [{ ...said, varietyId: 'apc' }] });
      const huda = await desk.addInterpreter({ ...speaking('arz'), displayName: 'Mona Aziz' });
      const wanted = { ...aRequest(patient, site, { varietyId: 'apc', date: '2026-12-08' }) };
      const { offerTo: _, purpose: __, requestKey: ___, consents: ____, ...appointment } = wanted;
      const question = await desk.request<{ alternativesId: string }>('POST', '/api/consent-questions', { ...appointment, interpreterVariety: 'arz' });
      const consent = { interpreterVariety: 'arz', how: 'own-recording', alternativesId: question.alternativesId, standing: false } as const;
      const booking = await desk.book({ ...wanted, consents: [consent], offerTo: [huda.id] });

      await open(phone);
      await page.goto(`${server.url}/bookings/${booking.id}`);
      const card = page.getByRole('region', { name: 'Consent to another variety' });
      await card.getByText('Agreed').first().waitFor();
      await look(page, 'consent-05-booking-phone');
      await card.getByRole('button', { name: 'The patient no longer agrees' }).click();
      await page.getByText('The patient no longer agrees to Egyptian Arabic').waitFor();
      await page.locator('h2:focus', { hasText: 'Consent to another variety' }).waitFor();
      expect((await desk.booking(booking.id)).offers.map(({ state }) => state)).toEqual(['withdrawn']);
      await context.close();
    }), 60_000);
});
