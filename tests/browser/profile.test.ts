import type { BrowserContext, Page } from 'playwright-core';
import type { Patient } from '@dragoman/contracts';
import { takePicture } from '../support/browser';
import { type ConsoleStand, consoleStand, signIn, widths } from '../support/console';
import { aPhone } from '../support/desk';
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
});
