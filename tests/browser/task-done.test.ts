import { takePicture } from '../support/browser';
import { type ConsoleStand, consoleStand, signIn, widths } from '../support/console';
import { aRequest, until } from '../support/desk';
import { look } from '../support/looks';

let stand: ConsoleStand;

beforeAll(async () => {
  stand = await consoleStand();
}, 120_000);

afterAll(() => stand?.close());

/** The patient was told of it before it was cancelled, so somebody has to call. */
const toBeCalled = async (): Promise<string> => {
  const [site, patient, hiba] = [await stand.desk.addSite(), await stand.desk.addPatient(), await stand.desk.addInterpreter()];
  const { id } = await stand.desk.book(aRequest(patient, site));
  await stand.desk.request('POST', `/api/bookings/${id}/assignment`, { interpreterId: hiba.id, agreed: 'by-phone' });
  await until(async () => (await stand.desk.booking(id)).timeline.some(({ message }) => message?.to === 'patient'), 'the patient to be told');
  await stand.desk.request('POST', `/api/bookings/${id}/cancellation`, { by: 'clinic', reason: 'The doctor is ill' });
  await until(async () => (await stand.desk.booking(id)).tasks.length > 0, 'the task to call');
  return id;
};

it('a task is ticked off after one question, which is announced by its own words and gives the focus back', async () => {
  const bookingId = await toBeCalled();
  const context = await stand.browser.newContext({ ...widths.phone, locale: 'en-GB', reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(`${stand.server.url}/bookings/${bookingId}`);
  await signIn(page, stand.sign);
  try {
    const done = page.getByRole('button', { name: /^Done/ });
    await done.press('Enter');
    const question = page.getByRole('dialog', { name: 'Is it dealt with?', exact: true });
    await question.waitFor();
    await look(page, 'phone-task-done-asked');
    // As far as the page goes: what asks follows its button, which may be out of sight, and does not vanish with the focus in it.
    await page.evaluate(async () => {
      scrollTo({ top: document.documentElement.scrollHeight });
      for (let frame = 0; frame < 10; frame++) await new Promise(requestAnimationFrame);
    });
    expect((await done.boundingBox())?.y).toBeLessThan(0);
    expect(await question.getByRole('button', { name: 'Yes, it is done' }).and(page.locator(':focus')).isVisible()).toBe(true);
    await page.evaluate(() => scrollTo({ top: 0 }));
    await question.getByRole('button', { name: 'Not yet' }).press('Enter');
    await question.waitFor({ state: 'detached' });
    await page.waitForFunction(() => document.activeElement?.textContent?.startsWith('Done, '));
    await done.press('Enter');
    await question.getByRole('button', { name: 'Yes, it is done' }).press('Enter');
    await done.waitFor({ state: 'detached' });
    expect((await stand.desk.booking(bookingId)).tasks).toEqual([]);
  } catch (error) {
    await takePicture(page, 'failed-task-done').catch(() => undefined);
    throw error;
  }
}, 60_000);
