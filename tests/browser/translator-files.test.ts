import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { takePicture } from '../support/browser';
import { type ConsoleStand, consoleStand, signIn, widths } from '../support/console';
import { look } from '../support/looks';

let stand: ConsoleStand;

beforeAll(async () => {
  stand = await consoleStand();
}, 120_000);

afterAll(() => stand?.close());

const watching = async (width: keyof typeof widths, path: string, work: (page: Page) => Promise<void>): Promise<void> => {
  const context = await stand.browser.newContext({ ...widths[width], locale: 'en-GB', reducedMotion: 'reduce', acceptDownloads: true });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  try {
    await page.goto(`${stand.server.url}${path}`);
    await signIn(page, stand.sign);
    await work(page);
  } catch (error) {
    await takePicture(page, `failed-translator-files-${width}`).catch(() => undefined);
    throw error;
  } finally {
    await context.close();
  }
};

/** What the translator's editor saves, of what this page gave them. */
const translated = async (page: Page, change: (content: string) => string): Promise<string> => {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download for a translator' }).click()]);
  const file = join(mkdtempSync(join(tmpdir(), 'translators-')), download.suggestedFilename());
  await download.saveAs(file);
  const content = readFileSync(file, 'utf8');
  const changed = change(content);
  expect(changed).not.toBe(content);
  writeFileSync(file, changed);
  return file;
};

/** Read, of all texts, only these. */
const read = (content: string, ...keys: string[]): string =>
  content.split('\n\n').map((entry) => (keys.some((key) => entry.includes(`msgctxt "${key}@`)) ? entry.replace('#, fuzzy\n', '') : entry)).join('\n\n');
const upload = (page: Page, file: string): Promise<void> => page.getByLabel('Translated file').setInputFiles(file);

it('a translator’s file is taken along, shown when it comes back, and approved in their name but for the text with a mistake (desktop, Arabic)', async () => {
  await watching('desktop', '/settings/texts/ar', async (page) => {
    const file = await translated(page, (content) =>
      read(content, 'short/help.neutral', 'short/subject.neutral', 'long/assurance', 'short/supporter.neutral').replace('msgstr "رسالة"', 'msgstr "رسالة جديدة"').replace('msgstr "موعد: {when}"', 'msgstr "موعد"').replace('short/numberCheck.neutral@1', 'short/numberCheck.neutral@7'),
    );
    expect(file).toMatch(/texts-ar\.po$/);
    await upload(page, file);
    const changes = page.getByRole('region', { name: 'What the file would change' });
    await changes.getByText('One text has a mistake and cannot be approved until it is mended.').waitFor();
    await changes.getByText('What is filled in differs from the English').waitFor();
    expect(await changes.getByRole('checkbox', { name: 'To a supporter, on a shared phone' }).isDisabled()).toBe(true);
    await page.getByRole('region', { name: 'Of no use' }).getByText(/numberCheck.*has version 7, and the text is now version 1/).waitFor();
    await changes.getByRole('checkbox', { name: 'Who we are, on a shared phone' }).uncheck();
    await page.getByRole('button', { name: 'Approve 2 texts' }).click();
    await page.getByText('Write who has read it.').waitFor();
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('S. Haddad');
    await page.getByRole('textbox', { name: 'Role' }).fill('translator');
    await look(page, 'desktop-translator-file-1-changes');
    await page.route('**/translators-file/approve', async (route) => {
      await route.fetch();
      await route.abort();
    }, { times: 1 });
    await page.getByRole('button', { name: 'Approve 2 texts' }).click();
    await page.getByText('It is not known whether they were approved.').waitFor();
    // Asked again, what was approved already is not approved twice.
    await page.getByRole('button', { name: 'Approve 2 texts' }).click();
    await page.getByText('2 texts are approved.').waitFor();
    expect(await page.getByText('Reviewed by S. Haddad').count()).toBe(2);
    await look(page, 'desktop-translator-file-2-approved');
    await upload(page, file);
    await page.getByText('2 texts are approved already, word for word.').waitFor();
    await page.getByRole('button', { name: 'Leave everything as it is' }).click();
    await page.getByRole('table', { name: 'Text messages' }).waitFor();
  });
}, 120_000);

it('on a phone, a file of something else is refused in a sentence, and one in Tigrinya is read and doubted first', async () => {
  await watching('phone', '/settings/texts/ti', async (page) => {
    const other = join(mkdtempSync(join(tmpdir(), 'translators-')), 'letter.po');
    writeFileSync(other, 'Dear colleague,\n');
    await upload(page, other);
    await page.getByText('The file could not be read. Line 1 of the file cannot be read as a line of a PO file. Nothing was changed.').waitFor();
    await look(page, 'phone-translator-file-1-refused');
    // The same file can be chosen again once it is mended.
    expect(await page.getByLabel('Translated file').inputValue()).toBe('');
    const file = await translated(page, (content) => read(content, 'short/subject.neutral', 'long/rights').replace(/(msgid "Message"\nmsgstr )"[^"]*"/u, '$1"መልእኽቲ ናባኹም መጺኡ። መልእኽቲ ናባኹም መጺኡ።"'));
    await upload(page, file);
    await page.getByRole('region', { name: 'What the file would change' }).getByText('is said twice').waitFor();
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('T. Haile');
    await page.getByRole('textbox', { name: 'Role' }).fill('translator');
    expect(await page.getByRole('button', { name: 'Approve 2 texts' }).isDisabled()).toBe(true);
    await look(page, 'phone-translator-file-2-doubt');
    await page.getByRole('checkbox', { name: 'What was found in the chosen texts is meant so' }).check();
    await page.getByRole('button', { name: 'Approve 2 texts' }).click();
    await page.getByText('2 texts are approved.').waitFor();
  });
}, 90_000);
