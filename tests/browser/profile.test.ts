import type { BrowserContext, Page } from 'playwright-core';
import type { Patient, Preview } from '@dragoman/contracts';
import { takePicture } from '../support/browser';
import { type ConsoleStand, consoleStand, signIn, widths } from '../support/console';
import { aPhone, aRequest } from '../support/desk';
import { look } from '../support/looks';

let stand: ConsoleStand;

beforeAll(async () => {
  stand = await consoleStand();
}, 120_000);

afterAll(() => stand?.close());

describe.each(Object.entries(widths))('the communication profile, on a %s', (width, device) => {
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

  const open = async (channels: Parameters<typeof stand.desk.addPatient>[0]): Promise<Patient> => {
    const patient = await stand.desk.addPatient(channels);
    await page.goto(`${stand.server.url}/patients/${patient.id}`);
    return patient;
  };
  const kept = (id: string) => stand.desk.request<Patient>('GET', `/api/patients/${id}`);
  const journey = async (steps: () => Promise<void>): Promise<void> => {
    try {
      await steps();
    } catch (error) {
      await takePicture(page, `failed-profile-${width}`).catch(() => undefined);
      throw error;
    }
  };
  const save = async (): Promise<void> => {
    const answered = page.waitForResponse((response) => response.request().method() === 'PUT' && response.ok());
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await answered;
  };

  it('asks of whoever speaks Chinese which characters they read, and nothing is written before that is known', () =>
    journey(async () => {
      const speaks = { varietyId: 'yue', role: 'speaks', enoughForDoctor: true, learntHow: 'self' } as const;
      const { id } = await open({ languages: [speaks], channels: [{ channel: 'sms', address: aPhone(), safety: 'private' }] });
      const reads = page.getByRole('region', { name: 'What can they read?' });
      await reads.getByRole('button', { name: 'Reads Cantonese' }).click();
      await reads.getByText('Written in Simplified or in Traditional characters: ask which').waitFor();
      await reads.getByText('We cannot write in this language yet').waitFor();
      await reads.getByRole('combobox', { name: 'Another language they read' }).fill('chinese');
      await page.getByRole('option', { name: 'Traditional Chinese (written)' }).click();
      await reads.getByRole('button', { name: 'Cannot read Cantonese' }).click();
      await page.getByRole('region', { name: 'What this means' }).getByText('Text message in Traditional Chinese (written)').waitFor();
      await look(page, `${width}-profile-chinese`);
      await save();
      expect((await kept(id)).languages).toMatchObject([{ varietyId: 'yue', role: 'speaks' }, { varietyId: 'zho:hant', role: 'reads' }]);
    }), 90_000);

  it('is filled in while talking: the number is theirs, no message on it, never on Fridays', () =>
    journey(async () => {
      const { id } = await open({ channels: [{ channel: 'sms', address: aPhone(), safety: 'private' }] });
      const contact = page.getByRole('region', { name: 'How may we reach them?' });
      const meaning = page.getByRole('region', { name: 'What this means' });
      await meaning.getByText('until the number is confirmed').waitFor();
      await look(page, `${width}-profile-1-unconfirmed`);
      await contact.getByRole('checkbox', { name: 'They said that this number is theirs' }).press('Space');
      await meaning.getByText('until the number is confirmed').waitFor({ state: 'detached' });
      await contact.getByRole('checkbox', { name: 'Fridays' }).press('Space');
      await contact.getByRole('button', { name: 'Add dates to avoid' }).press('Enter');
      await meaning.getByText('Nothing is sent, and nobody calls, on the days to avoid.').waitFor();
      await look(page, `${width}-profile-2-filled`);
      await save();
      expect(await kept(id)).toMatchObject({
        channels: [{ isConfirmed: true, voicemail: null }],
        daysToAvoid: { weekdays: [5], spans: [{ from: '2026-11-24', to: '2026-11-24' }] },
      });
      await contact.getByRole('textbox', { name: 'Mobile number' }).fill(aPhone());
      await meaning.getByText('until the number is confirmed').waitFor();
      await save();
      expect((await kept(id)).channels[0]).toMatchObject({ isConfirmed: false });
    }), 90_000);

  it('keeps the exact words for a monitored phone, and shows them as what they would receive', () =>
    journey(async () => {
      const address = aPhone();
      const site = await stand.desk.addSite();
      const patient = await open({ channels: [{ channel: 'sms', address, safety: 'monitored' }] });
      const meaning = page.getByRole('region', { name: 'What this means' });
      await meaning.getByText('Nothing is sent').waitFor();
      await page.getByRole('textbox', { name: 'The exact words, if they chose some' }).fill('الطرد جاهز');
      await meaning.getByText('Only their own words are sent, and nothing is added.').waitFor();
      await look(page, `${width}-profile-3-own-words`);
      await save();
      expect((await kept(patient.id)).channels[0]?.ownWords).toMatchObject({ text: 'الطرد جاهز', varietyId: 'apd' });
      const { offerTo: _, purpose: __, requestKey: ___, consents: ____, ...appointment } = aRequest(patient, site);
      const preview = await stand.desk.request<Preview>('POST', '/api/previews', appointment);
      expect(preview.draft).toMatchObject({ body: 'الطرد جاهز', subject: null, isOwnWords: true, neutral: true });
    }), 90_000);

  it('keeps by whose clock their hours are, asked only of those who live elsewhere', () =>
    journey(async () => {
      const { id } = await open({ safeHours: { from: '10:00', to: '16:00' } });
      const zone = page.getByRole('combobox', { name: 'Time zone where they live' });
      const elsewhere = page.getByRole('switch', { name: 'Lives in another time zone' });
      await elsewhere.waitFor();
      expect(await zone.count()).toBe(0);
      await elsewhere.press('Space');
      await zone.fill('New_York');
      await page.getByRole('option', { name: 'America/New_York', exact: true }).click();
      await page.getByRole('region', { name: 'What this means' }).getByText('Only between 10:00 and 16:00 in New York.').waitFor();
      await look(page, `${width}-profile-5-zone`);
      await save();
      expect((await kept(id)).zone).toBe('America/New_York');
    }), 90_000);

  it('keeps how they wish to be told, in their order', () =>
    journey(async () => {
      const { id } = await open({});
      for (const format of ['Text message', 'Large print']) {
        await page.getByRole('combobox', { name: /^First choice|^And if that is not possible/ }).click();
        await page.getByRole('option', { name: format, exact: true }).click();
      }
      await page.getByRole('button', { name: 'Large print earlier' }).press('Enter');
      await page.getByRole('region', { name: 'What this means' }).getByText('the desk is asked for large print').waitFor();
      await look(page, `${width}-profile-4-formats`);
      await save();
      expect((await kept(id)).formats).toEqual(['large-print', 'sms']);
    }), 90_000);
});
