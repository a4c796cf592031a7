import { Recordings } from '@dragoman/recordings';
import { patientLanguages, phrases } from '@dragoman/words';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, takePicture } from '../support/browser';
import { look } from '../support/looks';
import { morning, PagesStand, sharedPhone } from '../support/pages';
import { aTone } from '../support/sounds';

const languages = patientLanguages;

let stand: PagesStand;
let browser: Browser;

beforeAll(async () => {
  [stand, browser] = await Promise.all([PagesStand.open(), launchBrowser()]);
}, 120_000);

beforeEach(() => stand.clock.set(morning));

afterAll(async () => {
  await browser?.close();
  await stand?.close();
});

/** A phone without JavaScript: the pages must not need it. Axe does, so it looks with a second one. */
const phone = async (path: string, width: number, javaScriptEnabled: boolean): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width, height: 844 }, deviceScaleFactor: 2, javaScriptEnabled });
  const page = await context.newPage();
  await page.goto(`${stand.url}${path}`, { waitUntil: 'load' });
  return page;
};

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Words of which a part cannot be seen. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main *, header *')]
      .filter((element) => element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX !== 'visible' && !element.classList.contains('spoken'))
      .map((element) => element.textContent ?? ''),
  );

/** Nothing that axe finds, nothing cut off, also on the smallest phone. */
const sound = async (path: string, picture: string): Promise<void> => {
  const page = await phone(path, 390, true);
  await look(page, picture);
  expect(await overflow(page)).toBe(0);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await overflow(page)).toBe(0);
  await page.context().close();
};

/** Every letter of the page comes from a font that has it, which a box does not. */
const fontsOf = async (path: string): Promise<string[]> => {
  const page = await phone(path, 390, true);
  // Words are drawn with what the phone has until the font has come.
  await page.evaluate(async () => void (await document.fonts.ready));
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument', { depth: 1 });
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: 'h1' });
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
  await page.context().close();
  return fonts.map(({ familyName }) => familyName);
};

describe('the patient’s page on a phone', () => {
  it.each(languages)('is sound in %s', async (language) => {
    const { path } = await stand.aConfirmedAppointment({ dawnClock: true });
    await sound(`${path}?lang=${language}`, `patient-${language}`);
  });

  it('is sound after an answer, too', async () => {
    const { path } = await stand.aConfirmedAppointment();
    const page = await phone(path, 390, false);
    await page.getByRole('button', { name: 'لا أستطيع المجيء' }).click();
    await page.getByRole('status').waitFor();
    await page.context().close();
    await sound(path, 'patient-cannot-come');
  });

  it('joins Arabic letters and has every Tigrinya sign', async () => {
    const { path } = await stand.aConfirmedAppointment();
    expect((await fontsOf(`${path}?lang=ar`)).join()).toMatch(/Arab|Naskh|Kufi/i);
    expect((await fontsOf(`${path}?lang=ti`)).join()).toMatch(/Ethiopic|Kefa|Ebrima|Nyala/i);
  });

  it('reads from right to left in Arabic: the first answer stands on the right', async () => {
    const { path } = await stand.aConfirmedAppointment();
    const page = await phone(path, 390, false);
    const [coming, cannot] = await Promise.all(['سآتي', 'لا أستطيع المجيء'].map((name) => page.getByRole('button', { name }).boundingBox()));
    expect(coming?.x).toBeGreaterThan(cannot?.x ?? Infinity);
    await page.context().close();
  });

  it('can be answered, changed and read in another language without a script and without a mouse', async () => {
    const { path } = await stand.aConfirmedAppointment();
    const page = await phone(path, 390, false);
    const press = async (role: 'button' | 'link', name: string): Promise<void> => {
      await page.getByRole(role, { name }).focus();
      await page.keyboard.press('Enter');
      await page.waitForLoadState();
    };
    await press('button', 'لا أستطيع المجيء');
    await page.getByText('حُفظ جوابك').waitFor();
    await press('link', 'تغيير الجواب');
    await press('button', 'سآتي');
    await page.getByText('جوابك: سآتي').waitFor();
    await page.locator('summary', { hasText: 'لغة أخرى' }).focus();
    await page.keyboard.press('Enter');
    await takePicture(page, 'patient-languages');
    await press('link', 'ትግርኛ');
    expect(await page.locator('html').getAttribute('lang')).toBe('ti');
    await page.context().close();
  });
});

/** By script, with the font that has it: of the page, or one that the phone already had. */
const scripts = [
  ['ar', /Arab|Naskh|Kufi/i],
  ['ti', /Ethiopic|Kefa|Ebrima|Nyala/i],
  ['uk', /Inter|Roboto|Segoe|Helvetica/i],
  ['ur', /Nastaliq/i],
  ['bn', /Bengali|Bangla|Nirmala/i],
  ['my', /Myanmar/i],
  ['ne', /Devanagari|Nirmala/i],
  ['ta', /Tamil|Nirmala/i],
  ['zh-Hans', /Sans (CJK )?SC|PingFang SC|YaHei/i],
  ['zh-Hant', /Sans (CJK )?TC|PingFang TC|JhengHei/i],
] as const;

describe('without JavaScript and at twice the size', () => {
  it.each(scripts)('the page in %s is whole, in its own script, and can be answered', async (language, font) => {
    const { path } = await stand.aConfirmedAppointment();
    expect((await fontsOf(`${path}?lang=${language}`)).join()).toMatch(font);
    // Half as many points across: what a phone of 390 shows at 200 %.
    const page = await phone(`${path}?lang=${language}`, 195, false);
    expect(await overflow(page)).toBe(0);
    expect(await cutOff(page)).toEqual([]);
    await takePicture(page, `patient-${language}-200`);
    const answer = page.getByRole('button').first();
    const name = (await answer.textContent())?.trim() ?? '';
    await answer.click();
    await page.getByRole('status').waitFor();
    expect((await page.getByRole('status').textContent())?.toLowerCase()).toContain(name.toLowerCase());
    await page.context().close();
  });
});

it.each([
  ['zh-Hans', '我需要换个时间'],
  ['zh-Hant', '我需要改時間'],
])('a date in %s is never broken in two, also in what is said after an answer', async (language, anotherTime) => {
  const { path } = await stand.aConfirmedAppointment();
  const page = await phone(`${path}?lang=${language}`, 360, false);
  await page.getByRole('button', { name: anotherTime }).click();
  const date = page.getByRole('status').locator('bdi', { hasText: /年/ });
  await date.waitFor();
  expect(await overflow(page)).toBe(0);
  const broken = await page.locator('main bdi', { hasText: /年/ }).evaluateAll((figures) =>
    figures.filter((figure) => new Set([...figure.getClientRects()].map(({ top }) => top)).size > 1).map(({ textContent }) => textContent),
  );
  expect(broken).toEqual([]);
  await takePicture(page, `patient-${language}-saved`);
  await page.context().close();
});

it('what somebody recorded is played on the page, in any language of it', async () => {
  const tones = phrases.map((name) => ({ name, sound: aTone({ seconds: 0.3, rate: 16_000 }) }));
  await stand.service(Recordings).keep('apd', tones);
  const { path } = await stand.aConfirmedAppointment();
  await sound(path, 'patient-listen');
  const page = await phone(path, 390, true);
  const seconds = await page.locator('audio').evaluate(async (player: HTMLAudioElement) => {
    const isKnown = new Promise((resolve, reject) => {
      player.onloadedmetadata = resolve;
      player.onerror = reject;
    });
    player.preload = 'metadata';
    player.load();
    await isKnown;
    return player.duration;
  });
  expect(seconds).toBeGreaterThan(7 * 0.3);
  await page.context().close();
});

describe('on a shared phone', () => {
  it('the neutral page is sound, and opens with the patient’s code', async () => {
    const { path } = await stand.aConfirmedAppointment(sharedPhone());
    await sound(path, 'patient-neutral');
    const page = await phone(path, 390, false);
    await page.getByRole('textbox').fill('1234');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    await takePicture(page, 'patient-neutral-wrong');
    await page.getByRole('textbox').fill('4711');
    await page.keyboard.press('Enter');
    await page.getByText('Marlowe Road', { exact: true }).first().waitFor();
    await page.context().close();
  });

  it('field and button stay above the keyboard', async () => {
    const { path } = await stand.aConfirmedAppointment(sharedPhone());
    const page = await phone(path, 390, false);
    const box = await page.getByRole('button').boundingBox();
    expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThan(440);
    await page.context().close();
  });
});

it('a link that has ended is said soundly in every language', async () => {
  await sound('/p/AAAAAAAAAAAAAAAAAAAAAA', 'patient-ended');
  await sound('/i/AAAAAAAAAAAAAAAAAAAAAA', 'offer-ended');
});

describe('the interpreter’s page on a phone', () => {
  it('is sound, keeps the decision at hand and shows the room after accepting', async () => {
    const booked = await stand.aBooking({ genderWish: { gender: 'woman', strength: 'required' } }, 2);
    const [first = '', second = ''] = await stand.offerPaths(booked);
    await sound(first, 'offer-open');
    const page = await phone(first, 390, false);
    const accept = await page.getByRole('button', { name: 'Accept' }).boundingBox();
    expect((accept?.y ?? Infinity) + (accept?.height ?? 0)).toBeLessThanOrEqual(844);
    expect(accept?.height).toBeGreaterThanOrEqual(60);
    await page.getByRole('button', { name: 'Accept' }).click();
    await page.getByText('It’s yours').waitFor();
    await page.getByText('Room 6').waitFor();
    await page.context().close();
    await sound(first, 'offer-accepted');
    await sound(second, 'offer-lost');
  }, 60_000);
});
