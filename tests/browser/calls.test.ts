import { takePicture } from '../support/browser';
import { type ConsoleStand, consoleStand, signIn, widths } from '../support/console';
import { aPhone, aRequest, until } from '../support/desk';
import { look } from '../support/looks';

let stand: ConsoleStand;

beforeAll(async () => {
  stand = await consoleStand();
}, 120_000);

afterAll(() => stand?.close());

it.each(['desktop', 'phone'] as const)('a patient is called, presses a key, and the desk sees both beside the English (%s)', async (width) => {
  const { desk } = stand;
  const phone = aPhone();
  const name = `Samira on ${width}`;
  const patient = await desk.addPatient({ name, channels: [{ channel: 'voice', address: phone, safety: 'private', isConfirmed: true, voicemail: false }] });
  const [site, hiba] = [await desk.addSite(), await desk.addInterpreter()];
  const { id } = await desk.book(aRequest(patient, site, { date: width === 'desktop' ? '2026-11-30' : '2026-12-01' }));
  await desk.request('POST', `/api/bookings/${id}/assignment`, { interpreterId: hiba.id, agreed: 'by-phone' });
  await until(async () => (await desk.booking(id)).timeline.some(({ message }) => message?.channel === 'voice' && message.state === 'delivered'), 'the call');

  const context = await stand.browser.newContext({ ...widths[width], locale: 'en-GB', reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  try {
    await page.goto(`${stand.server.url}/phones?phone=${encodeURIComponent(`voice:${phone}`)}`);
    await signIn(page, stand.sign);
    await page.getByText('Call from 70007: they hear').waitFor();
    await page.getByRole('button', { name: 'Press 1' }).click();
    await page.getByText('They press').waitFor();
    await look(page, `${width}-calls-1-phone`);

    await page.goto(`${stand.server.url}/bookings/${id}`);
    await page.getByText('Call · template v1, machine-written draft').first().waitFor();
    await page.getByText('To say: I will come, press 1.').first().waitFor();
    await look(page, `${width}-calls-2-booking`);

    await page.goto(`${stand.server.url}/messages`);
    await page.getByText('Key pressed in a call').first().waitFor();
    await look(page, `${width}-calls-3-messages`);

    await page.goto(`${stand.server.url}/patients/${patient.id}`);
    await page.getByText('Said twice; a key answers at any time').waitFor();
    await look(page, `${width}-calls-4-patient`);
  } catch (error) {
    await takePicture(page, `failed-calls-${width}`).catch(() => undefined);
    throw error;
  } finally {
    await context.close();
  }
  expect((await desk.booking(id)).patientAnswer).toBe('coming');
}, 90_000);
