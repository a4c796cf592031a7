import { readFileSync } from 'node:fs';
import type { Site } from '@dragoman/contracts';
import { type PatientLanguage, pageWords, phrases, unreviewed, writingOf } from '@dragoman/words';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { takePicture } from '../support/browser';
import { type ConsoleStand, consoleStand, signIn, widths } from '../support/console';
import { anInterpreter, aPhone, aRequest, bookingAtRest, until } from '../support/desk';
import { type Hand, keyboard, pointer } from '../support/hands';
import { look } from '../support/looks';
import { aTone } from '../support/sounds';

const MOST_BYTES = 30 * 1024;

/** Who they are, what they speak and read, the language of their page, and another that they can switch to. */
const readers = [
  { name: 'Amna Idris', speaks: 'apd', reads: 'arb', language: 'ar', other: 'ti' },
  { name: 'Selam Haile', speaks: 'tir', reads: 'tir', language: 'ti', other: 'am' },
  { name: 'Olena Bondar', speaks: 'ukr', reads: 'ukr', language: 'uk', other: 'ru' },
  { name: 'Zahra Karimi', speaks: 'prs', reads: 'prs', language: 'prs', other: 'ur' },
  { name: 'Chan Siu Ming', speaks: 'yue', reads: 'zho:hant', language: 'zh-Hant', other: 'zh-Hans' },
] as const;
type Reader = (typeof readers)[number];

/** One page from the right and one from the left are looked at in each state, and gone through by keys; the others once, where they are longest. */
const seenWhole: readonly string[] = ['ar', 'ti'];
const seenInAll = '5-another-time';

const journeys: [string, string, Reader, (page: Page) => Hand][] = [
  ...readers.map((reader): (typeof journeys)[number] => [reader.language, 'a finger', reader, pointer]),
  ...readers.filter(({ language }) => seenWhole.includes(language)).map((reader): (typeof journeys)[number] => [reader.language, 'keys alone', reader, keyboard]),
];

let stand: ConsoleStand;
let site: Site;
let context: BrowserContext;
/** Of the console: where staff work, and where the simulator shows what people hold in their hands. */
let desk: Page;
let phones: Page;
/** Whose link it was, for when it is over. */
const used: { language: PatientLanguage; link: string }[] = [];

beforeAll(async () => {
  stand = await consoleStand();
  site = await stand.desk.addSite({ name: 'Northgate Clinic' });
  // What somebody recorded is heard by whoever speaks it, whatever they read.
  for (const phrase of phrases) await stand.desk.sendSound(`/api/recordings/apd/${phrase}?speaker=Nur`, aTone({ seconds: 0.3, rate: 16_000 }));
  context = await stand.browser.newContext({ ...widths.desktop, locale: 'en-GB', timezoneId: 'Europe/London', reducedMotion: 'reduce' });
  [desk, phones] = [await context.newPage(), await context.newPage()];
  for (const page of [desk, phones]) page.setDefaultTimeout(15_000);
  await desk.goto(stand.server.url);
  await signIn(desk, stand.sign);
  await desk.getByRole('heading', { name: 'Today', exact: true }).waitFor();
  await phones.goto(`${stand.server.url}/phones`);
}, 120_000);

afterAll(async () => {
  await context?.close();
  await stand?.close();
});

let appointments = 0;

/** Somebody is booked for them, and a text says so. */
const booked = async ({ speaks, reads }: Reader, name: string) => {
  const said = { enoughForDoctor: true, learntHow: 'self' } as const;
  const patient = await stand.desk.addPatient({
    name,
    languages: [{ ...said, varietyId: speaks, role: 'speaks' }, { ...said, varietyId: reads, role: 'reads' }],
    channels: [{ channel: 'sms', address: aPhone(), safety: 'private', isConfirmed: true }],
  });
  const skills = [{ varietyId: speaks, credential: 'DPSI Health', credentialExpiresOn: '2030-01-01' }];
  const interpreter = await stand.desk.addInterpreter({ ...anInterpreter(), displayName: `Noor ${(appointments += 1)}`, skills });
  const { id } = await stand.desk.book(aRequest(patient, site, { varietyId: speaks }));
  await stand.desk.request('POST', `/api/bookings/${id}/assignment`, { interpreterId: interpreter.id, agreed: 'by-phone' });
  return { id, interpreter: interpreter.displayName };
};

/** The link in the text, as it stands on the patient’s phone in the simulator. */
const linkOnPhone = async (name: string): Promise<string> => {
  await phones.getByRole('textbox', { name: 'Search phones' }).fill(name);
  await phones.getByRole('region', { name: 'Phones and mailboxes' }).getByRole('button', { name }).click();
  const link = phones.getByRole('region', { name: `Phone of ${name}` }).getByRole('link').last();
  await link.waitFor();
  return (await link.textContent()) ?? '';
};

/** Bytes of what a phone loads to show it, the fonts apart. */
const weightOf = async (url: string): Promise<number> => {
  const html = await (await fetch(url)).text();
  const sheets = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, path = '']) => fetch(new URL(path, url)));
  const texts = await Promise.all(sheets.map(async (sheet) => (await sheet).text()));
  return [html, ...texts].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
};

const seenByStaff = async (bookingId: string, name: string, said: readonly string[]): Promise<void> => {
  await desk.goto(`${stand.server.url}/bookings/${bookingId}`);
  const timeline = desk.getByRole('region', { name: 'Timeline' });
  for (const one of said) await timeline.getByText(one, { exact: true }).waitFor();
  await desk.goto(stand.server.url);
  const needs = desk.getByRole('region', { name: 'Needs you now' });
  await needs.getByRole('listitem').first().waitFor();
  const more = needs.getByRole('button', { name: /^Show \d+ more$/ });
  if (await more.isVisible()) await more.click();
  const rows = needs.getByRole('listitem').filter({ hasText: name });
  for (const asked of ['They asked for another time.', 'They asked for another interpreter.', 'They answered that this is not their language.', 'They would rather be called than written to.', 'They asked to be called.'])
    await rows.filter({ hasText: asked }).first().waitFor();
};

describe.each(journeys)('a patient who reads %s, with %s and no script', (_, way, reader, handOf) => {
  const { language } = reader;
  const name = `${reader.name} ${way === 'a finger' ? 'A' : 'B'}`;
  const words = pageWords(unreviewed, language);
  const { lang, dir } = writingOf(language);
  const picture = `journey-patient-${language}`;

  it('answers in every way there is, and the desk sees each', async () => {
    const { id, interpreter } = await booked(reader, name);
    await until(async () => (await stand.desk.booking(id)).timeline.some(({ message }) => message?.to === 'patient' && message.state === 'delivered'), 'the patient to be told');
    const link = await linkOnPhone(name);
    used.push({ language, link });

    // Programs that look at links before anybody does.
    const before = await bookingAtRest(stand.desk, id, ['confirmed', 'job-confirmed']);
    for (const path of ['', '/answer?answer=cannot-come', '/wish?wish=another-time'])
      for (const method of ['HEAD', 'GET']) await fetch(`${link}${path}`, { method, headers: { purpose: 'prefetch' } });
    expect(await stand.desk.booking(id)).toEqual(before);

    const phone = await stand.browser.newContext({ ...widths.phone, javaScriptEnabled: false });
    const page = await phone.newPage();
    page.setDefaultTimeout(15_000);
    const hand = handOf(page);
    const main = page.getByRole('main');
    const row = (answer: string): Locator => main.getByRole('button', { name: answer, exact: true });
    const saved = main.getByRole('status');
    const isSaid = (...said: string[]): Promise<unknown> => Promise.all(said.map((one) => saved.filter({ hasText: one }).first().waitFor()));
    /** The page as axe needs it, with scripts; once is enough. */
    const see = async (what: string): Promise<void> => {
      expect(await page.locator('html').evaluate((html: HTMLElement) => [html.lang, html.dir])).toEqual([lang, dir]);
      expect(await weightOf(page.url())).toBeLessThan(MOST_BYTES);
      if (way !== 'a finger' || !(seenWhole.includes(language) || what === seenInAll)) return;
      const second = await stand.browser.newPage(widths.phone);
      await second.goto(page.url());
      await look(second, `${picture}-${what}`);
      await second.close();
    };
    try {
      await page.goto(link);
      await main.getByText(interpreter).first().waitFor();
      for (const fact of ['Northgate Clinic', '14:30']) await main.getByText(fact).first().waitFor();
      await see('1-asked');

      await hand.press(row(words.answerComing));
      await isSaid(words.saved);
      await see('2-coming');
      const taking = page.waitForEvent('download');
      await hand.press(main.getByRole('link', { name: words.addToCalendar }));
      const taken = await taking;
      expect(taken.suggestedFilename()).toBe('calendar.ics');
      expect(readFileSync(await taken.path(), 'utf8')).toContain(`SUMMARY:${words.title}`);
      await hand.press(main.getByRole('link', { name: words.changeAnswer }));
      await row(words.answerCannotCome).waitFor();
      await see('3-changing');
      await hand.press(row(words.answerCannotCome));
      await row(words.answerComing).waitFor({ state: 'detached' });
      await isSaid(words.saved);
      await see('4-cannot-come');

      await hand.press(row(words.answerAnotherTime));
      await main.getByRole('status').nth(1).waitFor();
      await see('5-another-time');
      await hand.press(row(words.answerAnotherInterpreter));
      await isSaid(words.answerAnotherInterpreter);
      await see('6-another-interpreter');
      await hand.press(row(words.answerWrongLanguage));
      await isSaid(words.answerWrongLanguage);
      await see('7-wrong-language');
      await hand.press(row(words.answerRatherCalled));
      await isSaid(words.answerRatherCalled);
      await see('8-rather-called');
      await hand.press(row(words.answerCallMe));
      await isSaid(words.savedCallMe);
      await see('9-call-me');

      // Going back and looking again sends nothing twice.
      const told = await stand.desk.booking(id);
      await page.goBack();
      await isSaid(words.answerRatherCalled);
      await page.reload();
      await isSaid(words.answerRatherCalled);
      expect(await stand.desk.booking(id)).toEqual(told);

      await hand.press(page.locator('summary').filter({ hasText: words.otherLanguage }));
      const other = writingOf(reader.other);
      await hand.press(page.getByRole('link', { name: other.autonym, exact: true }));
      await page.getByRole('heading', { level: 1, name: pageWords(unreviewed, reader.other).title }).waitFor();
      expect(await page.locator('html').getAttribute('lang')).toBe(other.lang);
      await hand.press(page.locator('summary').filter({ hasText: pageWords(unreviewed, reader.other).otherLanguage }));
      await hand.press(page.getByRole('link', { name: writingOf(language).autonym, exact: true }));
      await page.getByRole('heading', { level: 1, name: words.title }).waitFor();

      if (reader.speaks === 'apd') {
        const player = page.locator('audio');
        if (way === 'a finger') {
          const box = await player.boundingBox();
          // Its own button stands on the left, whichever way the page reads.
          await player.click({ position: { x: 24, y: (box?.height ?? 0) / 2 } });
        } else {
          await hand.press(player);
        }
        await until(() => player.evaluate((sound: HTMLAudioElement) => sound.currentTime > 0), 'the sound to be heard');
      }
      await phone.close();

      const said = [
        'The patient is coming',
        'The patient cannot come',
        'The patient asks for another time',
        'The patient asks for another interpreter',
        'The patient says that this is not their language',
        'The patient would rather be called than written to',
        'The patient asks to be called as well',
      ];
      expect((await stand.desk.booking(id)).timeline.flatMap(({ kind, title }) => (kind === 'answered' ? [title] : []))).toEqual(said);
      if (way === 'a finger') await seenByStaff(id, name, said);
    } catch (error) {
      await takePicture(page, `failed-${picture}`).catch(() => undefined);
      await takePicture(desk, `failed-${picture}-desk`).catch(() => undefined);
      throw error;
    }
  }, 60_000);
});

it('afterwards each link explains itself in the language of whoever reads it, and tells nobody what it was for', async () => {
  await stand.goOnAt('2026-12-04T09:00:00Z');
  const phone = await stand.browser.newContext({ ...widths.phone, javaScriptEnabled: false });
  const page = await phone.newPage();
  expect(used).not.toEqual([]);
  for (const { language, link } of used) {
    const words = pageWords(unreviewed, language);
    const answered = await page.goto(`${link}?lang=${language}`);
    expect(answered?.status()).toBe(404);
    await page.getByRole('heading', { level: 1, name: words.linkEnded }).waitFor();
    await page.getByText(words.linkEndedHint).waitFor();
    expect(await page.content()).not.toMatch(/Northgate|Marlowe|14:30|2026|Noor/);
    expect(await page.title()).toBe(words.neutralTitle);
  }
  // Without a language in its address, which a text does not have, it is said in all of them.
  await page.goto(used[0]?.link ?? '');
  for (const { language } of readers) await page.getByRole('heading', { name: pageWords(unreviewed, language).linkEnded, exact: true }).waitFor();
  await phone.close();
  const second = await stand.browser.newPage(widths.phone);
  await second.goto(`${used[0]?.link}?lang=ar`);
  await look(second, 'journey-patient-ar-ended');
  await second.goto(used[0]?.link ?? '');
  await look(second, 'journey-patient-all-ended');
  await second.close();
}, 60_000);
