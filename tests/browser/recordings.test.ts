import { takePicture } from '../support/browser';
import { type ConsoleStand, consoleStand, signIn, widths } from '../support/console';
import { look } from '../support/looks';
import { aTone } from '../support/sounds';

let stand: ConsoleStand;

beforeAll(async () => {
  stand = await consoleStand();
}, 120_000);

afterAll(() => stand?.close());

const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'audio/wav', buffer });

it.each([
  ['desktop', 'Rohingya'],
  ['phone', 'Sylheti'],
] as const)('a coordinator puts in what somebody recorded, sees what is missing, and replaces a phrase (%s, %s)', async (width, language) => {
  const context = await stand.browser.newContext({ ...widths[width], locale: 'en-GB', reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  try {
    await page.goto(`${stand.server.url}/settings/recordings`);
    await signIn(page, stand.sign);
    await page.getByRole('table', { name: 'Heard, not read' }).getByRole('link', { name: language }).waitFor();
    await look(page, `${width}-recordings-1-list`);
    await page.getByRole('link', { name: language }).click();
    const all = page.getByRole('region', { name: 'What to record' });
    await all.getByText('Not called in yet: 100 of 100 are missing.').waitFor();

    await page.getByLabel('Many files', { exact: true }).setInputFiles([file('weekday-1.wav', aTone({ hertz: 300 }))]);
    await page.getByText('Write who is speaking first').waitFor();
    await page.getByRole('textbox', { name: 'Who is speaking?' }).fill('Nur');
    await page.getByLabel('Many files', { exact: true }).setInputFiles([
      file('weekday-1.wav', aTone({ hertz: 300 })),
      file('Weekday-2.WAV', aTone({ hertz: 320 })),
      file('day-1.wav', aTone({ dbfs: -60 })),
      file('notes.wav', aTone()),
    ]);
    await page.getByText('Taken: 2. Refused: 1, with the reason').waitFor();
    await page.getByText('“day-1” is too quiet to be heard on a phone.').waitFor();
    await all.getByText('Not called in yet: 98 of 100 are missing.').waitFor();
    const monday = page.getByRole('listitem').filter({ has: page.getByText('Monday', { exact: true }) });
    await monday.getByText(/^Nur · 1\.0 s · recorded at −\d+ LUFS$/).waitFor();
    await look(page, `${width}-recordings-2-phrases`);

    const address = async () => {
      const asked = page.waitForRequest(/\/api\/recordings\/sounds\//);
      await monday.getByRole('button', { name: 'Listen: Monday' }).click();
      return (await asked).url();
    };
    const before = await address();
    await page.getByLabel('File for weekday-1', { exact: true }).setInputFiles(file('anything.wav', aTone({ hertz: 600, seconds: 2 })));
    await monday.getByText(/^Nur · 2\.0 s/).waitFor();
    expect(await address()).not.toBe(before);
    await monday.getByRole('button', { name: 'Remove' }).click();
    await monday.getByRole('group').getByRole('button', { name: 'Remove' }).click();
    await monday.getByText('Missing').waitFor();
  } catch (error) {
    await takePicture(page, `failed-recordings-${width}`).catch(() => undefined);
    throw error;
  } finally {
    await context.close();
  }
}, 90_000);

it('somebody records a phrase into the browser and hears it; what they were saying when they left the page is not kept', async () => {
  const context = await stand.browser.newContext({ ...widths.desktop, locale: 'en-GB', reducedMotion: 'reduce', permissions: ['microphone'] });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  try {
    await page.goto(`${stand.server.url}/settings/recordings/ymm`);
    await signIn(page, stand.sign);
    await page.getByRole('textbox', { name: 'Who is speaking?' }).fill('Nur');
    const sunday = page.getByRole('listitem').filter({ has: page.getByText('Sunday', { exact: true }) });
    await sunday.getByRole('button', { name: 'Record: Sunday' }).click();
    await sunday.getByText('Stop, 2 s').waitFor();
    await look(page, 'desktop-recordings-3-recording');
    await sunday.getByRole('button', { name: 'Stop recording: Sunday' }).click();
    await sunday.getByText(/^Nur · \d+\.\d s · recorded at −\d+ LUFS$/).waitFor();

    const saturday = page.getByRole('listitem').filter({ has: page.getByText('Saturday', { exact: true }) });
    await saturday.getByRole('button', { name: 'Record: Saturday' }).click();
    await saturday.getByText('Stop, 1 s').waitFor();
    let isSent = false;
    page.on('request', (request) => (isSent ||= request.method() === 'PUT'));
    await page.getByRole('link', { name: 'Recordings', exact: true }).click();
    await page.getByRole('table', { name: 'Recorded' }).waitFor();
    await page.goBack();
    await page.getByText('99 of 100 are missing').waitFor();
    await saturday.getByText('Missing').waitFor();
    expect(isSent).toBe(false);
  } catch (error) {
    await takePicture(page, 'failed-recordings-microphone').catch(() => undefined);
    throw error;
  } finally {
    await context.close();
  }
}, 90_000);
