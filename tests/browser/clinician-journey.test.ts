import type { BookingDetail, ClinicianLink } from '@dragoman/contracts';
import type { BrowserContext, Page } from 'playwright-core';
import { takePicture } from '../support/browser';
import { type ConsoleStand, consoleStand, signIn, widths } from '../support/console';
import { anInterpreter, aRequest, bookingAtRest } from '../support/desk';
import { type Hand, keyboard, pointer } from '../support/hands';
import { look } from '../support/looks';

const ways: [string, 'yes' | 'no', (page: Page) => Hand][] = [
  ['a finger', 'yes', pointer],
  ['keys alone', 'no', keyboard],
];

let stand: ConsoleStand;
let office: BrowserContext;
let desk: Page;
/** For when they are over. */
const links: string[] = [];

beforeAll(async () => {
  stand = await consoleStand();
  office = await stand.browser.newContext({ ...widths.desktop, locale: 'en-GB', timezoneId: 'Europe/London', reducedMotion: 'reduce', permissions: ['clipboard-read', 'clipboard-write'] });
  desk = await office.newPage();
  desk.setDefaultTimeout(15_000);
  await desk.goto(stand.server.url);
  await signIn(desk, stand.sign);
  await desk.getByRole('heading', { name: 'Today', exact: true }).waitFor();
}, 120_000);

afterAll(async () => {
  await office?.close();
  await stand?.close();
});

const varieties = (varietyId: string) => [{ varietyId, credential: 'DPSI Health', credentialExpiresOn: '2030-01-01' }];

/** This morning, through an interpreter of a close variety whom the patient agreed to. */
const bookedByACloseVariety = async (way: string): Promise<BookingDetail> => {
  const site = await stand.desk.addSite({ name: `Northgate ${way}` });
  const patient = await stand.desk.addPatient({ name: 'Nadia Saleh', languages: [{ varietyId: 'apc', role: 'speaks', enoughForDoctor: true, learntHow: 'self' }] });
  const mona = await stand.desk.addInterpreter({ ...anInterpreter(), displayName: 'Mona Aziz', skills: varieties('arz') });
  const wanted = aRequest(patient, site, { varietyId: 'apc', date: '2026-11-24', time: '11:00', purpose: 'Diabetes review' });
  const { offerTo: _, purpose: __, requestKey: ___, consents: ____, ...appointment } = wanted;
  const { alternativesId } = await stand.desk.request<{ alternativesId: string }>('POST', '/api/consent-questions', { ...appointment, interpreterVariety: 'arz' });
  const booking = await stand.desk.book({ ...wanted, consents: [{ interpreterVariety: 'arz', how: 'own-recording', alternativesId, standing: false }] });
  return stand.desk.request('POST', `/api/bookings/${booking.id}/assignment`, { interpreterId: mona.id, agreed: 'by-phone' });
};

const shown = async (work: () => Promise<void>, pages: Page[]): Promise<void> => {
  try {
    await work();
  } catch (error) {
    for (const [n, page] of pages.entries()) await takePicture(page, `failed-clinician-${n}`).catch(() => undefined);
    throw error;
  }
};

it.each(ways)('a clinician with nothing but a link, and no script, reads the brief and says how it went (%s)', async (way, understood, handOf) => {
  const phone = await stand.browser.newContext({ ...widths.phone, locale: 'en-GB', javaScriptEnabled: false });
  const page = await phone.newPage();
  page.setDefaultTimeout(15_000);
  const [hand, office] = [handOf(page), handOf(desk)];
  /** Axe needs scripts, which the page does not. */
  const see = async (what: string): Promise<void> => {
    if (way !== 'a finger') return;
    const second = await stand.browser.newPage(widths.phone);
    await second.goto(page.url());
    await look(second, `journey-clinician-${what}`);
    await second.close();
  };
  await shown(async () => {
    const { id, reference } = await bookedByACloseVariety(way);
    await desk.goto(`${stand.server.url}/bookings/${id}`);
    const day = desk.getByRole('region', { name: 'On the day' });
    await office.press(day.getByRole('button', { name: 'Make a link for the clinician' }));
    const link = await day.getByRole('textbox', { name: 'Link for the clinician' }).inputValue();
    await office.press(day.getByRole('button', { name: 'Copy the link' }));
    await day.getByRole('button', { name: 'Copied' }).waitFor();
    await look(desk, `journey-clinician-desk-${way === 'a finger' ? 'made' : 'made-by-keys'}`);
    links.push(link);

    // A mail program looks at it first.
    const before = await bookingAtRest(stand.desk, id, ['job-confirmed']);
    for (const path of ['', '/attendance', '/understood']) for (const method of ['HEAD', 'GET']) await fetch(`${link}${path}`, { method });
    expect(await stand.desk.booking(id)).toEqual(before);

    await page.goto(link);
    const main = page.getByRole('main');
    await page.getByRole('heading', { level: 1, name: reference }).waitFor();
    for (const fact of ['Tuesday 24 November 2026', '11:00–11:40', 'Room 6', `Northgate ${way} · in person`, 'Levantine Arabic ↔ English', 'Interpreter: Mona Aziz', 'Speak to the patient, not to the interpreter'])
      await main.getByText(fact).first().waitFor();
    const caveat = main.locator('section').filter({ has: page.getByRole('heading', { name: 'Begin with a read-back' }) });
    await caveat.getByText('The interpreter speaks Egyptian Arabic, the patient').waitFor();
    expect(await page.content()).not.toMatch(/Nadia|Saleh|Diabetes|<script/);
    await see('1-brief');

    expect(await main.getByRole('button', { name: 'It has finished' }).count()).toBe(0);
    await hand.press(page.locator('summary', { hasText: 'It was at another time' }));
    const [what, at] = [main.getByLabel('What?'), main.getByLabel('At, on the clinic’s clock')];
    if (way === 'a finger') {
      await what.selectOption('It has finished');
      await at.fill('10:20');
    } else {
      await what.press('ArrowDown');
      // A clock of twelve hours asks which half; one of twenty-four passes over it.
      await at.pressSequentially('1020AM');
    }
    await hand.press(main.getByRole('button', { name: 'Save this time' }));
    await main.getByRole('alert').getByText('Nobody has said that it started.').waitFor();
    await page.goto(link);
    await hand.press(main.getByRole('button', { name: 'It has started' }));
    await main.getByText(/^It started at 10:\d\d$/).waitFor();
    await see('2-started');
    await hand.press(main.getByRole('button', { name: 'It has finished' }));
    await main.getByText(/^It finished at 10:\d\d$/).waitFor();
    await page.getByRole('heading', { name: 'Did you understand each other?' }).waitFor();
    expect(await caveat.count()).toBe(0);
    await see('3-finished');
    await hand.press(main.getByRole('button', { name: understood === 'yes' ? 'Yes' : 'No', exact: true }));
    await main.getByText(`You said: ${understood}.`).waitFor();
    await see('4-understood');
    await page.goBack();
    await page.reload();
    await main.getByText(`You said: ${understood}.`).waitFor();

    // Nobody pressed anything at the desk.
    const table = day.getByRole('table', { name: 'What both sides say' });
    for (const step of ['Started', 'Finished']) await table.getByRole('row', { name: new RegExp(`^${step}`) }).getByText(/^10:\d\d$/).waitFor();
    await desk.getByRole('region', { name: 'Did they understand each other?' }).getByText(`Clinician: ${understood}`).waitFor();
    await desk.getByRole('region', { name: 'Timeline' }).getByText('said behind their link').first().waitFor();
    if (understood === 'no') await desk.getByText('Egyptian Arabic is not for this patient', { exact: true }).waitFor();
    await look(desk, `journey-clinician-desk-${understood}`);
    const said = (await stand.desk.booking(id)).timeline.filter(({ title }) => title.startsWith('The clinician says: '));
    expect(said.map(({ title }) => title)).toEqual(['The clinician says: it started', 'The clinician says: it finished']);
  }, [page, desk]);
  await phone.close();
}, 90_000);

it('a link that went to the wrong person is ended at the desk, explains itself, and a new one is made', async () => {
  const second = await stand.browser.newPage(widths.phone);
  await shown(async () => {
    const patient = await stand.desk.addPatient();
    const { id, reference } = await stand.desk.book(aRequest(patient, await stand.desk.addSite()));
    await desk.goto(`${stand.server.url}/bookings/${id}`);
    const day = desk.getByRole('region', { name: 'On the day' });
    const make = day.getByRole('button', { name: 'Make a link for the clinician' });
    const field = day.getByRole('textbox', { name: 'Link for the clinician' });
    await make.click();
    const wrong = await field.inputValue();
    await second.goto(wrong);
    await second.getByText('No interpreter yet').waitFor();
    await look(second, 'journey-clinician-nobody-yet');
    await day.getByRole('button', { name: 'End every link given out' }).click();
    await day.getByText('No link that was given out opens the page any more.').waitFor();
    await look(desk, 'journey-clinician-desk-ended');
    await second.reload();
    await second.getByRole('heading', { name: 'This link no longer works' }).waitFor();
    expect(await second.content()).not.toMatch(/Marlowe|Room 6|14:30/);
    await look(second, 'journey-clinician-ended');
    await make.click();
    await second.goto(await field.inputValue());
    await second.getByRole('heading', { level: 1, name: reference }).waitFor();
  }, [second, desk]);
  await second.close();
}, 60_000);

it('a link is ended at the desk also when the appointment is over', async () => {
  const second = await stand.browser.newPage(widths.phone);
  await shown(async () => {
    const { id } = await stand.desk.book(aRequest(await stand.desk.addPatient(), await stand.desk.addSite(), { date: '2026-11-24', time: '11:00', length: 20, modality: 'phone' }));
    const path = `/api/bookings/${id}`;
    await stand.desk.request('POST', `${path}/assignment`, { interpreterId: (await stand.desk.addInterpreter()).id, agreed: 'by-phone' });
    const { url } = await stand.desk.request<ClinicianLink>('POST', `${path}/clinician-link`, {});
    for (const kind of ['started', 'finished']) await stand.desk.request('POST', `${path}/attendance`, { kind });
    await second.goto(url);
    await second.getByRole('heading', { name: 'Did you understand each other?' }).waitFor();
    await desk.goto(`${stand.server.url}/bookings/${id}`);
    const day = desk.getByRole('region', { name: 'On the day' });
    await day.getByText('A link that was given to the clinician works until a day after the end.').waitFor();
    expect(await day.getByRole('button', { name: 'Make a link for the clinician' }).count()).toBe(0);
    await look(desk, 'journey-clinician-desk-over');
    await day.getByRole('button', { name: 'End every link given out' }).press('Enter');
    await day.getByText('No link that was given out opens the page any more.').waitFor();
    await second.reload();
    await second.getByRole('heading', { name: 'This link no longer works' }).waitFor();
    await desk.reload();
    await day.getByRole('table', { name: 'What both sides say' }).waitFor();
    expect(await day.getByRole('button', { name: 'End every link given out' }).count()).toBe(0);
  }, [second, desk]);
  await second.close();
}, 60_000);

it('two days later a link opens nothing any more', async () => {
  await stand.goOnAt('2026-11-26T09:00:00Z');
  const page = await stand.browser.newPage({ ...widths.phone, javaScriptEnabled: false });
  expect(links).toHaveLength(ways.length);
  for (const link of links) {
    expect((await page.goto(link))?.status()).toBe(404);
    await page.getByRole('heading', { name: 'This link no longer works' }).waitFor();
    await page.getByText('Ask the desk for a new link').waitFor();
  }
  await page.close();
}, 60_000);
