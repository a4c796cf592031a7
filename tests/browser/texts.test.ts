import type { Page, Route } from 'playwright-core';
import { takePicture } from '../support/browser';
import { type ConsoleStand, consoleStand, signIn, widths } from '../support/console';
import { aPhone, aRequest, until } from '../support/desk';
import { look } from '../support/looks';

let stand: ConsoleStand;

beforeAll(async () => {
  stand = await consoleStand();
}, 120_000);

afterAll(() => stand?.close());

let days = 0;
/** What a patient who reads it is told when an interpreter is found, with the part that names who reviewed it. */
const confirmation = async (varietyId: string, reads: string): Promise<{ id: string; phone: string; body: string }> => {
  const { desk } = stand;
  const phone = aPhone();
  const patient = await desk.addPatient({
    languages: [{ varietyId, role: 'speaks', enoughForDoctor: true, learntHow: 'self' }, { varietyId: reads, role: 'reads', enoughForDoctor: false, learntHow: 'self' }],
    channels: [{ channel: 'sms', address: phone, safety: 'private', isConfirmed: true, voicemail: true }],
  });
  const [site, interpreter] = [await desk.addSite(), await desk.addInterpreter({ skills: [{ varietyId, credential: null, credentialExpiresOn: null }] })];
  const { id } = await desk.book(aRequest(patient, site, { varietyId, date: `2026-12-${String(++days).padStart(2, '0')}` }));
  await desk.request('POST', `/api/bookings/${id}/assignment`, { interpreterId: interpreter.id, agreed: 'by-phone' });
  const body = await until(async () => (await desk.phones()).phones.find(({ address }) => address === phone)?.messages[0]?.body, 'the confirmation');
  return { id, phone, body };
};

const watching = async (width: keyof typeof widths, path: string, work: (page: Page) => Promise<void>): Promise<void> => {
  const context = await stand.browser.newContext({ ...widths[width], locale: 'en-GB', reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  try {
    await page.goto(`${stand.server.url}${path}`);
    await signIn(page, stand.sign);
    await work(page);
  } catch (error) {
    await takePicture(page, `failed-texts-${width}`).catch(() => undefined);
    throw error;
  } finally {
    await context.close();
  }
};

it('a reviewer mends a text and approves it, and the next message says it so; withdrawn, the draft is back (desktop, Arabic)', async () => {
  const before = await confirmation('apd', 'arb');
  expect(before.body).toContain('Your appointment at');
  await watching('desktop', '/settings', async (page) => {
    await page.getByRole('link', { name: 'Texts', exact: true }).click();
    await page.getByRole('row', { name: /Arabic/ }).getByText(/^0 of \d+$/).waitFor();
    await look(page, 'desktop-texts-1-languages');
    await page.getByRole('link', { name: 'Arabic', exact: true }).click();
    await page.getByRole('heading', { name: 'Texts in Arabic' }).waitFor();
    await look(page, 'desktop-texts-2-arabic');
    await page.getByRole('table', { name: 'Text messages' }).getByRole('link', { name: 'Appointment confirmed, on a private phone' }).click();

    const area = page.getByRole('textbox', { name: 'Text in Arabic', exact: true });
    const draft = await area.inputValue();
    await area.fill(draft.replace('{when}', ''));
    await page.getByText('What is filled in differs from the English').waitFor();
    expect(await page.getByRole('button', { name: 'Approve as edited' }).isDisabled()).toBe(true);
    await area.fill(draft.replace('موعدك', 'موعدك الطبي'));
    await page.reload();
    expect(await area.inputValue()).toContain('موعدك الطبي');
    await page.getByText('A machine finds nothing against it').waitFor();
    await page.getByRole('region', { name: 'As it would come' }).getByText(/موعدك الطبي/).first().waitFor();
    await page.getByRole('button', { name: 'Approve as edited' }).click();
    await page.getByText('Write who has read it.').waitFor();
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('R.');
    await page.getByRole('textbox', { name: 'Role' }).fill('staff interpreter');
    await look(page, 'desktop-texts-3-edited');
    await page.getByRole('button', { name: 'Approve as edited' }).click();
    await page.getByText('Approved. Patients get it as approved').waitFor();
    await page.getByRole('link', { name: 'Next to review:' }).waitFor();
    await look(page, 'desktop-texts-4-approved');

    const after = await confirmation('apd', 'arb');
    expect(after.body).toContain('موعدك الطبي');
    expect(after.body).not.toContain('Your appointment at');
    const text = page.url();
    await page.goto(`${stand.server.url}/bookings/${after.id}`);
    await page.getByText('reviewed by R. (staff interpreter), 24 November 2026').first().waitFor();
    await look(page, 'desktop-texts-5-booking');

    await page.goto(text);
    await page.getByRole('button', { name: 'Withdraw the approval' }).click();
    await page.getByText('Withdrawn. Patients get the draft beside its English').waitFor();
    const last = await confirmation('apd', 'arb');
    expect(last.body).toContain('Your appointment at');
    expect(last.body).not.toContain('موعدك الطبي');
  });
}, 120_000);

it('two reviewers at once: the second is shown what the first decided before anything is saved', async () => {
  await watching('desktop', '/settings/texts/so/page/title', async (page) => {
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Q.');
    await page.getByRole('textbox', { name: 'Role' }).fill('who reads it');
    const { said, version, seen } = await stand.desk.request<{ said: string; version: number; seen: string | null }>('GET', '/api/texts/so/page/title');
    const first = { reviewerName: 'P.', reviewerRole: 'who reads it', reviewedOn: '2026-11-24', note: null, confirmed: [], pattern: said, version, seen };
    await stand.desk.request('POST', '/api/texts/so/page/title/approve', first);
    await page.getByRole('button', { name: 'Approve', exact: true }).click();
    await page.getByText('Somebody else has just reviewed this text.').waitFor();
    await page.getByRole('button', { name: 'Show what was decided' }).click();
    await page.getByRole('region', { name: 'History' }).getByText('Approved by P. (who reads it)').waitFor();
  });
}, 60_000);

it('on a phone and in the dark, a text in Tigrinya is read, doubted, and approved all the same', async () => {
  await watching('phone', '/settings/texts/ti', async (page) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await look(page, 'phone-texts-1-tigrinya');
    await page.getByRole('table', { name: 'Emails and letters' }).getByRole('link', { name: 'The interpreter is free and confidential' }).click();
    const area = page.getByRole('textbox', { name: 'Text in Tigrinya', exact: true });
    const draft = await area.inputValue();
    await area.fill(`${draft} ${draft}`);
    await page.getByText('is said twice').first().waitFor();
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('T.');
    await page.getByRole('textbox', { name: 'Role' }).fill('who reads it');
    expect(await page.getByRole('button', { name: 'Approve as edited' }).isDisabled()).toBe(true);
    await page.getByRole('checkbox', { name: 'It is meant so' }).first().check();
    await look(page, 'phone-texts-2-doubt');
    await area.fill(`${draft} ${draft} ${draft}`);
    await page.getByText('is said twice').first().waitFor();
    expect(await page.getByRole('checkbox', { name: 'It is meant so' }).first().isChecked()).toBe(false);
    await page.getByRole('checkbox', { name: 'It is meant so' }).first().check();

    const losingTheAnswer = (route: Route) => route.fetch().then(() => route.abort());
    await page.route('**/approve', losingTheAnswer);
    await page.getByRole('button', { name: 'Approve as edited' }).click();
    await page.getByText('It is not known whether it was saved.').waitFor();
    await page.unroute('**/approve', losingTheAnswer);
    await page.getByRole('button', { name: 'Approve as edited' }).click();
    await page.getByText('Approved. Patients get it as approved').waitFor();
    await page.getByText('Approved by T. (who reads it)').waitFor();
    expect(await page.getByText('Approved by T. (who reads it)').count()).toBe(1);
    await page.goto(`${stand.server.url}/settings/texts/ti?show=reviewed`);
    await page.getByText('Reviewed by T.').waitFor();
    expect(await page.getByRole('table').count()).toBe(1);
  });
}, 90_000);
