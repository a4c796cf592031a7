import type { BookingRequest, Interpreter, VersionedPolicy } from '@dragoman/contracts';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { type ConsoleStand, consoleStand } from '../support/console';
import { aPatient, aRequest, type Desk, linksOn, until } from '../support/desk';
import { look } from '../support/looks';
import { stepsOf } from '../support/steps';
import { type Account, aWorker, screenAndPhone, type Way, ways, type Worker } from '../support/workday';

const TODAY = '2026-11-24';
const TOMORROW = '2026-11-25';

/** Before the coordinator comes, nobody was found for two jobs, and three are well until the day goes on. */
const aMorning = async (desk: Desk) => {
  const { version, policy } = await desk.request<VersionedPolicy>('GET', '/api/organisation/policy');
  const spending = { monthlyCap: 50, pricePerPart: 0.041, pricePerCall: 0.1, currency: 'GBP' };
  await desk.request('PUT', '/api/organisation/policy', { version, policy: { ...policy, spending } });
  const near = await desk.addSite({ name: 'Marlowe Road Clinic' });
  const far = await desk.addSite({ name: 'Croydon Health Centre', latitude: 51.37, longitude: -0.1 });
  const hiba = await desk.addInterpreter({ displayName: 'Hiba Elamin', home: { latitude: 51.501, longitude: -0.101 } });
  const rasha = await desk.addInterpreter({ displayName: 'Rasha Abdelrahim', home: { latitude: 51.55, longitude: -0.1 } });
  const salma = await desk.addInterpreter({ displayName: 'Salma Bashir' });
  await desk.addInterpreter({ displayName: 'Farid Amiri', skills: [{ varietyId: 'prs', credential: 'DPSI Health', credentialExpiresOn: '2026-12-15' }] });
  const book = async (name: string, more: Partial<BookingRequest>, site = near): Promise<string> => {
    const { varietyId } = more;
    const languages = varietyId ? (['speaks', 'reads'] as const).map((role) => ({ varietyId, role, enoughForDoctor: true, learntHow: 'self' as const })) : aPatient().languages;
    return (await desk.book(aRequest(await desk.addPatient({ name, languages }), site, more))).id;
  };
  const give = (id: string, { id: interpreterId }: Interpreter) =>
    desk.request('POST', `/api/bookings/${id}/assignment`, { interpreterId, agreed: 'by-phone' });
  await book('Nadia Saleh', { date: TOMORROW, time: '14:30' });
  await give(await book('Rose Nyok', { date: TOMORROW, time: '13:00' }, far), salma);
  await give(await book('Selam Haile', { date: TODAY, time: '12:30' }), salma);
  const moved = await book('Samia Adam', { date: '2026-12-04', time: '10:00' });
  await give(moved, hiba);
  await book('Semira Kidane', { date: '2026-11-27', time: '10:00', varietyId: 'tir:er', fill: 'by-hand' });
  await book('Rahma Yusuf', { date: '2026-12-07', time: '10:00', fill: 'waves' });
  const jobsOf = ({ phone }: Interpreter): Promise<string[]> => linksOn(desk, phone).then((links) => [...new Set(links)].filter((link) => link.includes('/i/')));
  await until(async () => (await Promise.all([hiba, rasha, salma].map(jobsOf))).flat().length === 6, 'the first wave to be asked, and three to be told what is theirs');
  return { moved, hiba, rasha, jobsOf };
};

describe.each(Object.keys(ways) as Way[])('a coordinator’s whole day (%s)', (way) => {
  let stand: ConsoleStand;
  let account: Account;
  let world: Awaited<ReturnType<typeof aMorning>>;
  let contexts: BrowserContext[] = [];
  let me: Worker;
  /** In an interpreter’s hand, without scripts. */
  let theirs: Page;
  let accepted: string;

  const step = stepsOf(`coordinator-${way}`, () => [me.page, theirs], 120_000);
  const see = async (what: string): Promise<void> => {
    if (way !== 'keyboard') await look(me.page, `coordinator-${way}-${what}`);
  };
  const timeline = (): Locator => me.region('Timeline');
  const job = (name: string): Locator => me.page.locator('[data-opening]').and(me.button(new RegExp(name)));
  const verdictOf = (name: string): Locator => me.button(new RegExp(`^${name}: `));
  const menuItem = (name: string | RegExp): Locator => me.page.getByRole('menuitem', { name, exact: typeof name === 'string' });
  const person = (name: string): Locator => me.page.getByRole('link', { name });
  const find = async (name: string): Promise<void> => {
    const finder = await me.openFinder();
    await me.hand.write(finder.getByRole('textbox'), name);
    await me.hand.take(finder.getByRole('button', { name: new RegExp(`^D-\\d+ · ${name}`) }));
    await me.arrive(name);
  };
  const save = async (): Promise<void> => {
    await me.hand.press(me.button('Save'));
    await me.page.getByText('Saved', { exact: true }).last().waitFor();
  };
  /** What is offered to somebody by what is done is accepted on their phone. */
  const accepts = async (who: Interpreter, work: () => Promise<void>): Promise<void> => {
    const before = await world.jobsOf(who);
    await work();
    accepted = await until(async () => (await world.jobsOf(who)).find((link) => !before.includes(link)), `an offer to ${who.displayName}`, 60);
    await theirs.goto(accepted);
    await theirs.getByRole('button', { name: 'Accept' }).click();
    await theirs.getByText('It’s yours').waitFor();
  };

  beforeAll(async () => {
    stand = await consoleStand();
    account = await aWorker(stand.desk, stand.server.url, 'Leila Farah', 'coordinator');
    world = await aMorning(stand.desk);
    // Whoever was booked late is alerted of once there was time to answer.
    await stand.goOnAt('2026-11-24T11:50:00Z');
    ({ contexts, me, theirs } = await screenAndPhone(stand, way));
  }, 120_000);

  afterAll(async () => {
    for (const context of contexts) await context.close();
    await stand?.close();
  });

  step('signs in, and takes on the alert of a job that nobody has', async () => {
    await me.page.goto(stand.server.url);
    await me.signIn(account);
    await me.page.getByRole('heading', { name: 'Today', exact: true }).waitFor();
    const alerts = me.region('Alerts');
    await alerts.getByText(/Wed 25 Nov 14:30/).waitFor();
    await see('01-alert');
    await me.hand.press(me.button(/^I am seeing to it, D-/, alerts));
    await alerts.waitFor({ state: 'detached' });
    await see('02-today');
  });

  step('goes to the job, sees who took it on, and holds back what would be tried by itself', async () => {
    const row = me.region('Needs you now').getByRole('listitem').filter({ hasText: 'Nadia Saleh' });
    await me.hand.press(row.getByRole('link', { name: 'Find an interpreter' }));
    const asking = me.dialog(/^Offer D-\d+ to more interpreters$/);
    await me.button(/^Offer to/, asking).waitFor();
    await see('03-who-could-be-asked');
    await me.hand.press(me.button('Close', asking).last());
    await asking.waitFor({ state: 'detached' });
    const ofBooking = me.region('Alerts about this booking');
    await ofBooking.getByText('Leila Farah has been seeing to it since 11:5', { exact: false }).waitFor();
    const ladder = me.region('If nobody accepts');
    await ladder.getByText(/, video is tried\.$/).waitFor();
    await see('04-booking');
    await me.hand.press(me.button('Stop the fallback', ladder));
    await ladder.getByText(/^Stopped by Leila Farah/).waitFor();
    await see('05-held-back');
  });

  step('sees on the board who could take it and why another could not, and gives it to the best', async () => {
    await me.goTo('Board');
    await me.hand.press(me.button('Next day'));
    await me.hand.press(job('Nadia Saleh'));
    await me.button(/^Hiba Elamin: Best/).waitFor();
    await see('06-board-chosen');
    await me.hand.press(verdictOf('Salma Bashir'));
    const refused = me.dialog('Nadia Saleh, with Salma Bashir?');
    await refused.getByText('Salma Bashir cannot take it. Nothing was offered.').waitFor();
    await see('07-why-not');
    await me.hand.press(me.button('Close', refused).last());
    await refused.waitFor({ state: 'detached' });
    if (way === 'desktop') await job('Nadia Saleh').dragTo(me.page.getByRole('list', { name: 'Hiba Elamin' }), { targetPosition: { x: 40, y: 30 } });
    else await me.hand.press(verdictOf('Hiba Elamin'));
    const asked = me.dialog('Nadia Saleh, with Hiba Elamin?');
    await me.button('Offer to Hiba Elamin', asked).waitFor();
    await see('08-give');
    await me.hand.press(me.button('Offer to Hiba Elamin', asked));
    await asked.waitFor({ state: 'detached' });
    await me.page.getByRole('status').getByText('Offered to Hiba Elamin.').waitFor();
    await see('09-board-offered');
  });

  step('takes the offer back, asks another, and sees her yes come', async () => {
    await find('Nadia Saleh');
    await me.hand.press(me.button('Withdraw an offer'));
    const withdrawing = me.dialog('Whose offer is withdrawn?');
    await me.hand.press(me.button('Withdraw the offer to Hiba Elamin', withdrawing));
    await withdrawing.getByText('Withdrawn', { exact: true }).waitFor();
    await see('10-withdrawn');
    await me.hand.press(me.button('Done', withdrawing));
    await withdrawing.waitFor({ state: 'detached' });
    await timeline().getByText('Offer to Hiba Elamin withdrawn').waitFor();
    await accepts(world.rasha, async () => {
      await me.hand.press(me.button('Offer to more interpreters'));
      const more = me.dialog(/^Offer D-\d+ to more interpreters$/);
      await me.hand.tick(more.getByRole('checkbox', { name: 'Rasha Abdelrahim' }));
      await see('11-offer-to-more');
      await me.hand.press(me.button(/^Offer to/, more));
      await more.waitFor({ state: 'detached' });
    });
    await timeline().getByText('Rasha Abdelrahim confirmed').waitFor();
    await see('12-confirmed');
  });

  step('sees a job come back with a word, and somebody else take it', async () => {
    await me.goTo('Today');
    await accepts(world.hiba, async () => {
      await theirs.goto(accepted);
      await theirs.getByRole('link', { name: 'Give this job back' }).click();
      await theirs.getByRole('textbox', { name: 'A word to the coordinator' }).fill('My child is in hospital');
      await theirs.getByRole('button', { name: 'Give it back' }).click();
      await theirs.getByText('You gave this job back').waitFor();
      // Nobody pressed anything at the desk.
      const unfilled = me.region('Needs you now').getByRole('listitem').filter({ hasText: 'Nadia Saleh' }).filter({ hasText: 'Unfilled' });
      await unfilled.waitFor();
      await see('13-given-back');
      await me.hand.press(unfilled.getByRole('link', { name: 'Nadia Saleh' }));
      await me.arrive('Nadia Saleh');
      await timeline().getByText('My child is in hospital').waitFor();
    });
    await timeline().getByText('Hiba Elamin confirmed').waitFor();
    await see('14-refilled');
  });

  step('finds somebody in the last hour before an appointment', async () => {
    await find('Selam Haile');
    await accepts(world.hiba, async () => {
      await me.hand.press(me.button('The interpreter cannot come'));
      const dialog = me.dialog('Find somebody now');
      await dialog.getByRole('list', { name: /^Free now/ }).waitFor();
      await see('15-who-is-free');
      await me.hand.press(me.button(/^Ask (all \d+|.+) now$/, dialog));
      await dialog.waitFor({ state: 'detached' });
    });
    await timeline().getByText('Hiba Elamin confirmed').waitFor();
    await see('16-replaced');
  });

  step('looks at how a job finds somebody by itself, holds it back, lets it go on, and ends it', async () => {
    await find('Rahma Yusuf');
    const search = me.region('Finding somebody');
    await search.getByText(/^Wave 1: three were asked/).waitFor();
    await me.hand.press(me.button('Pause the search', search));
    await search.getByText('Paused.').waitFor();
    await see('17-paused');
    await me.hand.press(me.button('Go on', search));
    await search.getByText(/^Wave 1: three were asked/).waitFor();
    await me.hand.press(me.button('Stop', search));
    await search.getByText('The search was stopped.', { exact: false }).waitFor();
  });

  step('moves an appointment, and is told before what follows from it', async () => {
    await find('Samia Adam');
    await me.hand.press(me.button('Change time, place or wishes'));
    const change = me.dialog(/^Change D-\d+$/);
    await me.hand.press(me.button('Save the change', change));
    await change.getByRole('alert').getByText('Nothing is different yet.').waitFor();
    await see('18-nothing-is-different');
    await me.hand.write(me.field('Start', change), '16:00');
    await me.page.keyboard.press('Tab');
    await change.getByText('Hiba Elamin said yes to something else', { exact: false }).waitFor();
    await see('19-what-follows');
    await me.hand.press(me.button('Save the change', change));
    await change.waitFor({ state: 'detached' });
    await timeline().getByText(/04\/12\/2026 10:00 → 04\/12\/2026 16:00/).waitFor();
    expect((await stand.desk.booking(world.moved)).time).toBe('16:00');
    await see('20-moved');
  });

  step('keeps a filter under a name: whose credentials lapse', async () => {
    await me.goTo('Interpreters');
    await me.hand.choose(me.field('Credentials that'), /^Lapse within 60 days/);
    await person('Hiba Elamin').waitFor({ state: 'detached' });
    await me.hand.press(me.button('Saved filters'));
    await menuItem('Keep this filter…').waitFor();
    await see('21-filters');
    await me.hand.take(menuItem('Keep this filter…'));
    const naming = me.dialog('Keep this filter');
    await me.hand.write(me.field('What do you call it?', naming), 'To renew');
    await see('22-name-the-filter');
    await me.hand.press(me.button('Keep this filter', naming));
    await naming.waitFor({ state: 'detached' });
    await me.hand.press(me.button('To renew'));
    await me.hand.take(menuItem('Show everything'));
    await person('Hiba Elamin').waitFor();
    await me.hand.press(me.button('Saved filters'));
    await me.hand.take(menuItem('To renew'));
    await person('Hiba Elamin').waitFor({ state: 'detached' });
    const download = me.page.waitForEvent('download');
    await me.hand.press(me.page.getByRole('link', { name: 'Download as CSV' }));
    expect((await download).suggestedFilename()).toBe('interpreters.csv');
  });

  step('writes down a credential that was renewed and the hours that somebody works now, is shown a slip, and saves', async () => {
    await me.hand.press(person('Farid Amiri'));
    await me.arrive('Farid Amiri');
    await me.hand.write(me.field('Expires, Dari'), '15 Dec 2028');
    await me.page.keyboard.press('Tab');
    await me.hand.write(me.field('Monday until'), '06:00');
    await me.hand.press(me.button('Save'));
    await me.page.getByText('Later than the start.').waitFor();
    await see('23-hours-with-an-error');
    await me.hand.write(me.field('Monday until'), '12:30');
    await me.hand.press(me.button('Remove Sunday 07:00'));
    const sunday = me.page.getByRole('group', { name: 'Sunday' });
    await sunday.getByText('No offers').waitFor();
    await me.button('Add hours on Sunday').and(me.page.locator(':focus')).waitFor();
    await save();
    await see('24-hours');
    await me.goTo('Interpreters');
    await me.hand.press(me.button('Saved filters'));
    await me.hand.take(menuItem('To renew'));
    await me.page.getByText('Nobody is found with this.').waitFor();
    await see('25-nobody-to-renew');
  });

  step('adds the interpreter who was missing, though not at the first try', async () => {
    await me.hand.press(me.page.getByRole('link', { name: 'New interpreter' }));
    await me.arrive('New interpreter');
    await me.hand.press(me.button('Save'));
    await me.page.locator('[aria-invalid="true"]').first().waitFor();
    await see('26-new-interpreter-with-errors');
    await me.hand.write(me.field('Name shown'), 'Semhar Berhe');
    await me.hand.choose(me.field('Gender'), /^Woman/);
    await me.hand.write(me.field('Mobile number'), '07700 900321');
    await me.hand.write(me.field('Email'), 'semhar.berhe@interpreters.example');
    await me.hand.choose(me.field('Language'), /^Tigrinya \(Eritrea\)/, 'Tigrinya');
    await me.hand.write(me.field('Home position'), '51.52, -0.12');
    await see('27-new-interpreter');
    await save();
    await me.arrive('Semhar Berhe');
    await see('28-added');
  });

  step('books her on the board for the job that waited, by her word', async () => {
    await me.goTo('Board');
    for (let days = 0; days < 3; days++) await me.hand.press(me.button('Next day'));
    await me.hand.press(job('Semira Kidane'));
    await me.hand.press(verdictOf('Semhar Berhe'));
    const dialog = me.dialog('Semira Kidane, with Semhar Berhe?');
    await me.hand.press(me.button('They already said yes', dialog));
    await me.hand.pick(dialog.getByRole('radio', { name: 'In person' }));
    await see('29-how-did-she-say-yes');
    await me.hand.press(me.button('Book Semhar Berhe', dialog));
    await me.page.getByRole('status').getByText('Semhar Berhe is booked.').waitFor();
    await me.page.getByRole('list', { name: 'Semhar Berhe' }).getByRole('link', { name: /Semira Kidane/ }).waitFor();
    await see('30-booked');
  });

  step('sees what may be spent on messages, and what has been', async () => {
    await me.goTo('Settings');
    await see('31-settings');
    await me.hand.press(me.page.getByRole('main').getByRole('link', { name: 'Messages', exact: true }));
    await me.arrive('Messages');
    const rules = me.region('Messages to patients');
    expect(await me.field('Most in a month', rules).inputValue()).toBe('50');
    await rules.getByText('An administrator changes them.', { exact: false }).waitFor();
    expect(await me.button('Save these rules', rules).count()).toBe(0);
    await see('32-what-may-be-spent');
    await me.goTo('Messages');
    await me.page.getByText(/^Text messages and calls have cost £\d+\.\d\d of £50\.00 this month\.$/).waitFor();
    await see('33-what-was-spent');
  });

  step('signs out, and leaves nobody’s name behind', async () => {
    await me.openMenu();
    await me.hand.press(me.button(/^Account of/));
    await me.hand.take(menuItem('Sign out'));
    await me.button('Sign in').waitFor();
    expect(await me.page.content()).not.toMatch(/Nadia|Samia/);
  });
});
