import type { BrowserContext, Locator } from 'playwright-core';
import { takePicture } from '../support/browser';
import { type ConsoleStand, consoleStand, signIn, widths } from '../support/console';
import { Worker } from '../support/workday';

let stand: ConsoleStand;
let context: BrowserContext;
let places: Record<'patient' | 'interpreter' | 'rules' | 'duty', string>;

beforeAll(async () => {
  stand = await consoleStand();
  const [patient, interpreter] = [await stand.desk.addPatient(), await stand.desk.addInterpreter()];
  places = { patient: `/patients/${patient.id}`, interpreter: `/interpreters/${interpreter.id}`, rules: '/settings/policies', duty: '/settings/day' };
  context = await stand.browser.newContext({ ...widths.desktop, locale: 'en-GB', timezoneId: 'Europe/London', reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(stand.server.url);
  await signIn(page, stand.sign);
  await page.getByRole('heading', { name: 'Today', exact: true }).waitFor();
  await page.close();
}, 120_000);

afterAll(async () => {
  await context?.close();
  await stand?.close();
});

const onPage = async (place: keyof typeof places, what: string, work: (me: Worker) => Promise<void>): Promise<void> => {
  const page = await context.newPage();
  try {
    await page.goto(`${stand.server.url}${places[place]}`);
    await work(new Worker(page, 'desktop'));
  } catch (error) {
    await takePicture(page, `failed-removed-${what}`).catch(() => undefined);
    throw error;
  } finally {
    await page.close();
  }
};

type Find = (me: Worker) => Locator;
const button = (name: string | RegExp): Find => (me) => me.button(name, me.page.getByRole('main'));

it.each<[string, keyof typeof places, string | RegExp | null, RegExp, Find]>([
  ['a way to reach them', 'patient', 'Add another way', /^Remove Text message 2$/, button('Add another way')],
  ['days to avoid', 'patient', 'Add dates to avoid', /^Remove these days 1$/, button('Add dates to avoid')],
  ['a language', 'interpreter', null, /^Remove .+ and English$/, (me) => me.field('Language')],
  ['time away', 'interpreter', 'Add time away', /^Remove Away 1$/, button('Add time away')],
  ['a rule for what is further away', 'rules', /another rule for appointments further away$/, /remove the rule from \d+ hours before$/, button(/another rule for appointments further away$/)],
  ['somebody on duty', 'duty', 'Somebody on duty', /^Remove/, button('Somebody on duty')],
])('whoever removes %s by its button is at what adds another', (what, place, add, remove, adding) =>
  onPage(place, what, async (me) => {
    if (add !== null) await button(add)(me).first().press('Enter');
    await button(remove)(me).first().press('Enter');
    await adding(me).and(me.page.locator(':focus')).waitFor();
  }), 60_000);

it('whoever removes a format is at what adds one, which was not there while all of them were', () =>
  onPage('patient', 'a format', async (me) => {
    const wish = me.field(/^(First choice|And if that is not possible)$/);
    await wish.waitFor();
    while ((await wish.count()) > 0) await me.hand.choose(wish, /./);
    await me.page.getByRole('list', { name: 'How do they wish to be told?' }).getByRole('button', { name: /^Remove/ }).first().press('Enter');
    await wish.and(me.page.locator(':focus')).waitFor();
  }), 60_000);
