import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import pg from 'pg';
import { launchBrowser } from '../support/browser';
import { signIn, widths } from '../support/console';
import { Desk, linksOn, until } from '../support/desk';
import { type Administrator, firstAdministrator } from '../support/installation';
import { look } from '../support/looks';
import { type TestDatabase, testDatabase } from '../support/postgres';
import { type ServerProcess, startServer } from '../support/server';
import { stepsOf } from '../support/steps';

const PASSWORD = 'seven lamps behind the piano';
const SAM = 'sam.okafor@clinic.example';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser?.close());

describe.each(Object.entries(widths))('people come, change and leave, on a %s', (width, device) => {
  const contexts: BrowserContext[] = [];
  let database: TestDatabase;
  let server: ServerProcess;
  let superuser: pg.Pool;
  let ruth: Administrator;
  let desk: Desk;
  /** The administrator’s screen, and the screen of whoever was invited. */
  let page: Page;
  let other: Page;

  const see = (what: string, where = page) => look(where, `${width}-people-${what}`);
  const step = stepsOf(`people-${width}`, () => [page, other]);
  const aWindow = async (): Promise<Page> => {
    const context = await browser.newContext({ ...device, locale: 'en-GB', timezoneId: 'Europe/London', reducedMotion: 'reduce' });
    contexts.push(context);
    const opened = await context.newPage();
    opened.setDefaultTimeout(15_000);
    return opened;
  };
  const people = (): Locator => page.getByRole('region', { name: 'People' });
  const rowOf = (name: string): Locator => people().getByRole('row', { name: new RegExp(name) });
  /** What lies in the simulated mailbox, newest last. */
  const mailTo = async (address: string, folder: 'join' | 'password', count: number): Promise<string> =>
    until(async () => {
      const links = (await linksOn(desk, address)).filter((link) => link.includes(`/${folder}/`));
      return links.length >= count ? links.at(-1) : undefined;
    }, `mail to ${address}`);
  const choose = async (where: Page | Locator, label: string, option: RegExp): Promise<void> => {
    await where.getByRole('textbox', { name: label }).or(where.getByRole('combobox', { name: label })).click();
    await page.getByRole('option', { name: option }).click();
  };

  beforeAll(async () => {
    database = await testDatabase();
    superuser = new pg.Pool({ connectionString: database.superuserUrl, max: 1 });
    server = await startServer({ database, env: { DEMO: '0', CLOCK_STARTS_AT: '2026-11-24T10:42:00Z' } });
    ruth = await firstAdministrator(database, 'Marlowe Road');
    desk = new Desk(server.url);
    await desk.signIn(ruth.email, ruth.password);
    [page, other] = [await aWindow(), await aWindow()];
    await page.goto(`${server.url}/settings/people`);
    await signIn(page, ruth);
    await page.getByRole('heading', { name: 'People', exact: true }).waitFor();
  }, 120_000);

  afterAll(async () => {
    for (const context of contexts) await context.close();
    await server?.stop();
    await superuser?.end();
    await database?.close();
  });

  step('an administrator who is alone invites a colleague, who is on the list until they come', async () => {
    await people().getByText('You are the only one here.').waitFor();
    await people().getByRole('button', { name: 'Invite somebody' }).click();
    const dialog = page.getByRole('dialog', { name: 'Invite somebody' });
    await dialog.getByRole('button', { name: 'Send invitation' }).click();
    await dialog.getByText('Write an email address.').waitFor();
    await see('01-invite-with-errors');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Sam Okafor');
    await dialog.getByRole('textbox', { name: 'Email' }).fill(SAM);
    await choose(dialog, 'Role', /^Coordinator/);
    await dialog.getByRole('button', { name: 'Send invitation' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await rowOf('Sam Okafor').getByText('The invitation has arrived.').waitFor();
    await see('02-invited');
    await people().getByRole('button', { name: 'Invite somebody' }).click();
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Sam Okafor');
    await dialog.getByRole('textbox', { name: 'Email' }).fill(SAM.toUpperCase());
    await dialog.getByRole('button', { name: 'Send invitation' }).click();
    await dialog.getByText('Somebody has invited that address already.').first().waitFor();
    await see('03-invited-already');
    await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
    await dialog.waitFor({ state: 'hidden' });
  });

  step('an address where nothing arrives says so beside the name, and is taken back', async () => {
    await desk.request('POST', '/api/invitations', { name: 'Ida Lund', email: 'ida@nobody.example', role: 'receptionist' });
    await rowOf('Ida Lund').getByText('The invitation did not arrive. The mailbox does not exist.').waitFor();
    await see('04-did-not-arrive');
    await rowOf('Ida Lund').getByRole('button', { name: 'Take back' }).click();
    const question = page.getByRole('group', { name: 'Take back the invitation to Ida Lund?' });
    await question.getByRole('button', { name: 'Take back' }).click();
    await rowOf('Ida Lund').waitFor({ state: 'detached' });
  });

  step('whoever is invited sees where to, hears how good their password is, and is in', async () => {
    const link = await mailTo(SAM, 'join', 1);
    await other.goto(link);
    await other.getByRole('heading', { name: 'Welcome to Marlowe Road' }).waitFor();
    const password = other.getByLabel('Password', { exact: true });
    await password.fill('short');
    await other.getByText('7 more characters.').waitFor();
    await password.fill('password1234');
    await other.getByText('Guessed at once').waitFor();
    await other.getByRole('button', { name: 'Begin' }).click();
    await other.getByText('Choose another one').waitFor();
    await see('05-join', other);
    await password.fill(PASSWORD);
    await other.getByText('Strong.').waitFor();
    await other.getByRole('button', { name: 'Begin' }).click();
    await other.getByRole('heading', { name: 'Today', exact: true }).waitFor();
    await rowOf('Sam Okafor').getByText('Coordinator').waitFor();
    await people().getByRole('table', { name: 'Invited' }).waitFor({ state: 'detached' });
    const again = await aWindow();
    await again.goto(link);
    await again.getByRole('heading', { name: 'This invitation was used' }).waitFor();
    await see('06-used', again);
  });

  step('an invitation that has run out explains itself, and is sent again', async () => {
    await desk.request('POST', '/api/invitations', { name: 'Ida Lund', email: 'ida@clinic.example', role: 'receptionist' });
    const first = await mailTo('ida@clinic.example', 'join', 1);
    await superuser.query(`update access.invitations set expires_at = '2026-11-24T10:00:00Z' where email = 'ida@clinic.example'`);
    const window = await aWindow();
    await window.goto(first);
    await window.getByRole('heading', { name: 'This invitation has run out' }).waitFor();
    await see('07-run-out', window);
    await page.reload();
    await rowOf('Ida Lund').getByText('Send it again.').waitFor();
    await rowOf('Ida Lund').getByRole('button', { name: 'Send the invitation to Ida Lund again' }).click();
    await page.getByText('Sent again').waitFor();
    const second = await mailTo('ida@clinic.example', 'join', 2);
    await window.goto(first);
    await window.getByRole('heading', { name: 'There is a newer invitation' }).waitFor();
    await window.goto(second);
    await window.getByRole('heading', { name: 'Welcome to Marlowe Road' }).waitFor();
  });

  step('a role that is changed holds on the other screen, and whoever is deactivated is out at once', async () => {
    await rowOf('Sam Okafor').getByRole('button', { name: 'Change Sam Okafor' }).click();
    const dialog = page.getByRole('dialog', { name: 'Sam Okafor' });
    await see('08-person');
    await choose(dialog, 'Role', /^Administrator/);
    await dialog.getByRole('button', { name: 'Save role' }).click();
    await rowOf('Sam Okafor').getByText('Administrator').waitFor();
    await other.goto(`${server.url}/settings/people`);
    await other.getByRole('region', { name: 'People' }).getByRole('button', { name: 'Invite somebody' }).waitFor();
    await rowOf('Sam Okafor').getByRole('button', { name: 'Change Sam Okafor' }).click();
    await dialog.getByRole('button', { name: 'Deactivate Sam Okafor' }).click();
    await see('09-deactivate');
    await dialog.getByRole('group').getByRole('button', { name: 'Deactivate', exact: true }).click();
    await rowOf('Sam Okafor').getByText('Deactivated on Tuesday 24 November 2026').waitFor();
    await see('10-deactivated');
    await other.getByRole('button', { name: 'Sign in' }).waitFor();
    await rowOf('Sam Okafor').getByRole('button', { name: 'Let in again Sam Okafor' }).click();
    await dialog.getByRole('button', { name: 'Let in again' }).click();
    await rowOf('Sam Okafor').getByRole('button', { name: 'Change Sam Okafor' }).waitFor();
  });

  step('another address signs in from then on, the screen of before is left, and both addresses hear of it', async () => {
    await other.getByLabel('Password', { exact: true }).waitFor();
    await signIn(other, { email: SAM, password: PASSWORD });
    await other.getByRole('navigation', { name: 'Settings' }).waitFor();
    await rowOf('Sam Okafor').getByRole('button', { name: 'Change Sam Okafor' }).click();
    const dialog = page.getByRole('dialog', { name: 'Sam Okafor' });
    await dialog.getByRole('textbox', { name: 'Email' }).fill('sam.berg');
    await dialog.getByRole('button', { name: 'Save name and email' }).click();
    await dialog.getByText('Write an email address.').waitFor();
    await dialog.getByRole('textbox', { name: 'Email' }).fill(ruth.email);
    await dialog.getByRole('button', { name: 'Save name and email' }).click();
    await dialog.getByText('That email address cannot be used').waitFor();
    await see('15-address-taken');
    await dialog.getByRole('textbox', { name: 'Email' }).fill('sam.berg@clinic.example');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Sam Berg');
    await dialog.getByRole('button', { name: 'Save name and email' }).dblclick();
    await rowOf('Sam Berg').getByText('sam.berg@clinic.example').waitFor();
    await rowOf('Sam Berg').getByText('has arrived').waitFor();
    await other.getByRole('button', { name: 'Sign in' }).waitFor();
    await see('16-address-changed');
    await rowOf('Sam Berg').getByRole('button', { name: 'Change Sam Berg' }).click();
    const again = page.getByRole('dialog', { name: 'Sam Berg' });
    await again.getByRole('textbox', { name: 'Email' }).fill(SAM);
    await again.getByRole('textbox', { name: 'Name' }).fill('Sam Okafor');
    await again.getByRole('button', { name: 'Save name and email' }).click();
    await rowOf('Sam Okafor').getByText(SAM).waitFor();
  });

  step('whoever forgot their password is sent a link, once, and is in again', async () => {
    await other.goto(`${server.url}/sign-in`);
    await other.getByRole('textbox', { name: 'Email' }).fill(SAM);
    await other.getByRole('link', { name: 'I forgot my password' }).click();
    await other.getByRole('heading', { name: 'A new password' }).waitFor();
    expect(await other.getByRole('textbox', { name: 'Email' }).inputValue()).toBe(SAM);
    await other.getByRole('button', { name: 'Send me a link' }).click();
    await other.getByText('Look at your mailbox.').waitFor();
    await see('11-forgot', other);
    const link = await mailTo(SAM, 'password', 1);
    await other.goto(link);
    await other.getByRole('heading', { name: 'Choose a new password' }).waitFor();
    await other.getByLabel('New password', { exact: true }).fill('a kettle under the stairs');
    await see('12-new-password', other);
    await other.getByRole('button', { name: 'Save and sign in' }).click();
    await other.getByRole('heading', { name: 'Today', exact: true }).waitFor();
    const again = await aWindow();
    await again.goto(link);
    await again.getByRole('heading', { name: 'This link is over' }).waitFor();
    await see('13-over', again);
  });

  step('changes their own password, and hears where the old one was wrong', async () => {
    const menu = other.getByRole('button', { name: 'Menu', exact: true });
    if (await menu.isVisible()) await menu.click();
    await other.getByRole('button', { name: /^Account of Sam/ }).click();
    await other.getByRole('menuitem', { name: 'Change my password' }).click();
    const dialog = other.getByRole('dialog', { name: 'Change my password' });
    await dialog.locator('input[autocomplete="current-password"]:focus').waitFor();
    await dialog.getByLabel('Password now', { exact: true }).fill('not this one');
    await dialog.getByLabel('New password', { exact: true }).fill('four chairs and no table');
    await dialog.getByRole('button', { name: 'Change password' }).click();
    await dialog.getByText('This is not your password now.').waitFor();
    await see('14-own-password', other);
    await dialog.getByLabel('Password now', { exact: true }).fill('a kettle under the stairs');
    await dialog.getByRole('button', { name: 'Change password' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await new Desk(server.url).signIn(SAM, 'four chairs and no table');
  });
});
