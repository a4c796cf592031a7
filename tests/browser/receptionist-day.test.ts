import type { Interpreter, Patient, PatientInput, Site } from '@dragoman/contracts';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { aPhone, aRequest, type Desk, offerLinks, pressAccept, until } from '../support/desk';
import { type ConsoleStand, consoleStand } from '../support/console';
import { look } from '../support/looks';
import { stepsOf } from '../support/steps';
import { type Account, aWorker, screenAndPhone, type Way, ways, Worker } from '../support/workday';

/** The simulator's carrier takes it, and its receipt says that nothing arrived. */
const NEVER_ARRIVES = '+447700900999';

const speaks: PatientInput['languages'] = [
  { varietyId: 'apd', role: 'speaks', enoughForDoctor: true, learntHow: 'self' },
  { varietyId: 'arb', role: 'reads', enoughForDoctor: false, learntHow: 'self' },
];

/** What has happened before she comes: whom she knows, who works here, and what is agreed. */
const aMorning = async (desk: Desk) => {
  const site: Site = await desk.addSite({ name: 'Marlowe Road Clinic' });
  await desk.addSite({ name: 'Croydon Health Centre' });
  const [hiba, rasha, salma] = [await desk.addInterpreter({ displayName: 'Hiba Elamin' }), await desk.addInterpreter({ displayName: 'Rasha Tambal' }), await desk.addInterpreter({ displayName: 'Salma Bashir' })];
  const known = (name: string, address: string = aPhone(), more: Partial<PatientInput> = {}): Promise<Patient> =>
    desk.addPatient({ name, languages: speaks, channels: [{ channel: 'sms', address, safety: 'private', isConfirmed: true }], ...more });
  const booked = async (patient: Patient, interpreter: Interpreter, when: { date: string; time: string }): Promise<string> => {
    const { id } = await desk.book(aRequest(patient, site, when));
    await desk.request('POST', `/api/bookings/${id}/assignment`, { interpreterId: interpreter.id, agreed: 'by-phone' });
    return id;
  };
  const amna = await booked(await known('Amna Idris'), hiba, { date: '2026-11-24', time: '11:30' });
  await booked(await known('Selam Haile', NEVER_ARRIVES), rasha, { date: '2026-11-26', time: '10:00' });
  await booked(await known('Zahra Karim'), rasha, { date: '2026-12-04', time: '10:00' });
  const post = { lines: ['1 Quay Street', 'London E1 6AN'], country: null, safety: 'private' as const };
  await booked(await known('Nadia Saleh', aPhone(), { post, formats: ['letter', 'sms'] }), hiba, { date: '2026-12-10', time: '09:00' });
  // By a link, so that she can say from it that she will be late.
  const rahma = await desk.book({ ...aRequest(await known('Rahma Yusuf'), site, { date: '2026-11-24', time: '11:15' }), offerTo: [salma.id] });
  const [late = ''] = await offerLinks(desk, salma.phone, 1);
  await pressAccept(late);
  await known('Maha Osman');
  await until(async () => (await desk.failures()).items.length > 0, 'a message that did not arrive');
  await until(async () => (await desk.booking(amna)).timeline.some(({ message }) => message?.to === 'patient' && message.state === 'delivered'), 'Amna Idris to be told');
  return { late, hiba, rahma: rahma.id };
};

describe.each(Object.keys(ways) as Way[])('a receptionist’s whole day (%s)', (way) => {
  let stand: ConsoleStand;
  let account: Account;
  let world: Awaited<ReturnType<typeof aMorning>>;
  let contexts: BrowserContext[] = [];
  let me: Worker;
  /** In somebody else's hand: an interpreter's phone, without scripts. */
  let theirs: Page;

  const step = stepsOf(`receptionist-${way}`, () => [me.page, theirs], 120_000);
  const see = (what: string): Promise<void> => look(me.page, `receptionist-${way}-${what}`);
  const needs = (): Locator => me.region('Needs you now').getByRole('listitem');
  const row = (name: string): Locator => me.region('Appointments today').getByRole('row', { name: new RegExp(name) });
  const timeline = (): Locator => me.region('Timeline');
  /** On a phone, as high as a finger needs. */
  const fitsAFinger = async (one: Locator): Promise<void> => {
    await one.waitFor();
    if (way === 'phone') expect((await one.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  };
  const tickOff = async (within: Locator, about: string): Promise<void> => {
    await me.hand.press(within.getByRole('button', { name: new RegExp(`^Done ?, ${about}`) }));
    const asked = me.dialog('Is it dealt with?');
    await asked.waitFor();
    await me.hand.press(me.button('Yes, it is done', asked));
    await asked.waitFor({ state: 'detached' });
  };

  beforeAll(async () => {
    stand = await consoleStand();
    account = await aWorker(stand.desk, stand.server.url, 'Sam Okafor', 'receptionist');
    world = await aMorning(stand.desk);
    ({ contexts, me, theirs } = await screenAndPhone(stand, way));
  }, 120_000);

  afterAll(async () => {
    for (const context of contexts) await context.close();
    await stand?.close();
  });

  step('signs in, at the second try, and reads what needs her', async () => {
    await me.page.goto(stand.server.url);
    await me.signIn({ ...account, password: 'not this one' });
    await me.page.getByRole('alert').getByText('Not signed in.').waitFor();
    await see('01-not-signed-in');
    await me.signIn(account);
    await me.page.getByRole('heading', { name: 'Today', exact: true }).waitFor();
    await needs().filter({ hasText: 'Selam Haile' }).getByText('Message failed').waitFor();
    await row('Amna Idris').waitFor();
    await see('02-today');
  });

  step('makes it dark, and light again unless there are only keys', async () => {
    const paint = async (scheme: 'Dark' | 'Light'): Promise<void> => {
      const account = me.button(/^Account of/);
      await me.openMenu();
      await me.hand.press(account);
      const painted = me.page.getByRole('menuitemradio', { name: scheme });
      await fitsAFinger(painted);
      await see(`03-account-before-${scheme.toLowerCase()}`);
      await me.hand.take(painted);
      // It stays open, so that one can compare.
      await (way === 'keyboard' ? me.page.keyboard.press('Escape') : account.click());
      await painted.waitFor({ state: 'detached' });
      await me.closeMenu();
      await see(`04-today-${scheme.toLowerCase()}`);
    };
    await paint('Dark');
    if (way !== 'keyboard') await paint('Light');
  });

  step('sees why a message did not arrive, calls, and ticks it off', async () => {
    await me.goTo('Messages');
    await me.hand.pick(me.page.getByRole('tab', { name: /^Failed/ }));
    const failure = me.region('Failed').getByRole('listitem').filter({ hasText: 'Selam Haile' });
    await failure.getByText('The carrier says that it did not arrive.').first().waitFor();
    await me.hand.press(me.button('Show text', failure));
    await me.hand.press(failure.getByRole('button', { name: /^Done ?, Selam Haile/ }));
    await me.dialog('Is it dealt with?').waitFor();
    await see('05-failed-is-it-dealt-with');
    await me.hand.press(me.button('Not yet'));
    await tickOff(failure, 'Selam Haile');
    await failure.getByText('Dealt with by Sam Okafor.').waitFor();
  });

  step('reads the answer of a patient as it comes, and acts on it', async () => {
    await me.goTo('Phones');
    await me.hand.write(me.field('Search phones'), 'Amna');
    await me.hand.press(me.region('Phones and mailboxes').getByRole('button', { name: /Amna Idris/ }));
    await me.hand.write(me.field('Reply as Amna Idris'), 'هل يمكن ابنتي أن تأتي معي؟');
    await see('06-phone');
    await me.hand.press(me.button('Send reply'));
    await me.goTo('Today');
    const reply = needs().filter({ hasText: 'Amna Idris' });
    await reply.getByText('هل يمكن ابنتي أن تأتي معي؟').waitFor();
    await see('07-reply');
    await me.hand.press(reply.getByRole('link', { name: 'Read reply' }));
    await me.arrive('Amna Idris');
    await see('08-booking-of-the-reply');
    await tickOff(me.page.getByRole('region', { name: /^To do/ }), '');
    await me.page.getByRole('region', { name: /^To do/ }).waitFor({ state: 'detached' });
  });

  step('says who is here, what has begun and what is over, each in a press, and takes a slip back', async () => {
    await me.goTo('Today');
    const press = (words: string): Promise<void> => me.hand.press(row('Amna Idris').getByRole('button', { name: `${words}, Amna Idris` }));
    await press('Interpreter is here');
    await row('Amna Idris').getByText('Interpreter here').waitFor();
    await me.hand.press(me.button('More about Amna Idris'));
    await fitsAFinger(me.page.getByRole('menuitem', { name: 'We are running late' }));
    await see('09-more');
    await me.hand.take(me.page.getByRole('menuitem', { name: 'We are running late' }));
    await see('10-how-late');
    await me.hand.press(me.button('Go back', me.dialog('How late are we?')));
    await press('Started');
    await row('Amna Idris').getByText('In progress').waitFor();
    await press('Finished');
    await row('Amna Idris').getByText('Completed').waitFor();
    await press('Take back “Finished”');
    await row('Amna Idris').getByText('In progress').waitFor();
    await press('Finished');
    await row('Amna Idris').getByText('Completed').waitFor();
  });

  step('hears from an interpreter who will be late, and goes to her booking', async () => {
    await theirs.goto(world.late);
    await theirs.getByText('I will be late').click();
    await theirs.getByRole('combobox', { name: 'By about how much?' }).selectOption('20 minutes');
    await theirs.getByRole('button', { name: 'Tell the clinic' }).click();
    const late = needs().filter({ hasText: 'Rahma Yusuf' });
    await late.getByText('Interpreter late').waitFor();
    await row('Rahma Yusuf').getByText('20 min late').waitFor();
    await see('11-late');
    await me.hand.press(late.getByRole('link', { name: 'Open booking' }));
    await me.arrive('Rahma Yusuf');
    await see('12-booking-late');
    await tickOff(me.page.getByRole('region', { name: /^To do/ }), '');
    await me.hand.press(me.region('Alerts').getByRole('button', { name: /^I am seeing to it/ }));
    await me.region('Alerts').waitFor({ state: 'detached' });
  });

  step('books somebody whom she knows, found by the name, and sees the yes come', async () => {
    await me.goTo('Book');
    await me.hand.choose(me.field('Patient'), /^Maha Osman/, 'Maha');
    await me.hand.write(me.field('Date'), '3 Dec 2026');
    await me.page.keyboard.press('Tab');
    await me.hand.write(me.field(/^Start/), 'half two');
    await me.page.keyboard.press('Tab');
    await me.page.getByText('Write it like 14:30.').waitFor();
    await see('13-book-with-an-error');
    await me.hand.write(me.field(/^Start/), '1430');
    await me.page.keyboard.press('Tab');
    await me.hand.choose(me.field('Place'), /^Marlowe Road Clinic/);
    await me.hand.choose(me.field('What is it about?'), /^A routine visit/);
    for (const name of ['Rasha Tambal', 'Salma Bashir']) await me.page.getByRole('checkbox', { name }).waitFor();
    await see('14-book');
    const before = await offerLinks(stand.desk, world.hiba.phone, 1);
    await me.hand.press(me.button(/^Offer to/));
    await me.arrive('Maha Osman');
    await timeline().getByText(/^Offered to/).waitFor();
    const links = await offerLinks(stand.desk, world.hiba.phone, before.length + 1);
    await theirs.goto(links.at(-1) ?? '');
    await theirs.getByRole('button', { name: 'Accept' }).click();
    await theirs.getByText('It’s yours').waitFor();
    await timeline().getByText('Hiba Elamin confirmed').waitFor();
    await me.page.getByText('Confirmed', { exact: true }).first().waitFor();
    await see('15-confirmed');
  });

  step('registers somebody new, closes the tab by mistake, and finds what she had begun', async () => {
    await me.goTo('Book');
    await me.hand.choose(me.field('Patient'), /^New patient “Nyala Bakri”/, 'Nyala Bakri');
    await me.arrive('New patient');
    await me.hand.write(me.field('Name'), '');
    await me.hand.press(me.button('Save and book'));
    await me.page.getByText('Write something here.').waitFor();
    await see('16-new-patient-with-an-error');
    await me.hand.write(me.field('Name'), 'Nyala Bakri');
    await me.hand.choose(me.field('Language'), /^Sudanese Arabic/, 'Sudanese Arabic');
    await me.hand.choose(me.field('A language they read'), /Standard Arabic/, 'Standard Arabic');
    await me.hand.write(me.field('Mobile number'), '07700 900483');
    const isPrivate = me.page.getByRole('option', { name: /^Private/ });
    await me.hand.press(me.field('Who sees it?'));
    await fitsAFinger(isPrivate);
    await see('17-new-patient-with-a-list');
    await me.hand.take(isPrivate);
    await me.hand.tick(me.page.getByRole('checkbox', { name: 'They said that this number is theirs' }));
    await see('18-new-patient');
    await me.hand.press(me.button('Save and book'));
    await me.arrive('Book an interpreter');
    await me.hand.write(me.field('Date'), '4 Dec 2026');
    await me.page.keyboard.press('Tab');
    await me.hand.write(me.field(/^Start/), '11:00');
    await me.page.keyboard.press('Tab');
    await me.page.getByText(/^Draft kept on this computer/).waitFor();
    await me.page.close();
    me = new Worker(await (contexts[0] as BrowserContext).newPage(), way);
    await me.page.goto(stand.server.url);
    await me.goTo('Book');
    await me.page.getByText('Nyala Bakri').first().waitFor();
    expect(await me.field(/^Start/).inputValue()).toBe('11:00');
    await me.hand.choose(me.field('Place'), /^Marlowe Road Clinic/);
    await me.hand.press(me.button(/^Offer to/));
    await me.arrive('Nyala Bakri');
    await timeline().getByText(/^Offered to/).waitFor();
    await see('19-offered');
  });

  step('cancels what a patient will not come to, found with the finder, and says why', async () => {
    const finder = await me.openFinder();
    await me.hand.write(finder.getByRole('textbox'), 'Zahra');
    const found = finder.getByRole('button', { name: /^D-\d+ · Zahra Karim/ });
    await found.waitFor();
    await see('20-finder');
    await me.hand.take(found);
    await me.arrive('Zahra Karim');
    await me.hand.press(me.button('Cancel booking'));
    const asked = me.dialog(/^Cancel booking D-\d+\?$/);
    await me.hand.pick(asked.getByRole('radio', { name: 'The patient' }));
    await me.hand.press(me.button('Cancel booking', asked));
    await asked.getByText('Write a reason.').waitFor();
    await me.field('Reason', asked).and(me.page.locator(':focus')).waitFor();
    await see('21-cancel-without-a-reason');
    await me.hand.write(me.field('Reason', asked), 'Moves to another town');
    await me.hand.press(me.button('Cancel booking', asked));
    await asked.waitFor({ state: 'detached' });
    await timeline().getByText(/Moves to another town/).waitFor();
    await me.region('What happens next').getByText('Nothing more is sent by itself.').waitFor();
    await see('22-cancelled');
  });

  step('prints what goes by post', async () => {
    await me.goTo('Messages');
    await me.hand.pick(me.page.getByRole('tab', { name: /^Print queue/ }));
    const letter = me.region('Print queue').getByRole('listitem').filter({ hasText: 'Nadia Saleh' });
    await letter.getByText('To print', { exact: true }).waitFor();
    await see('23-print-queue');
    await me.hand.press(letter.getByRole('button', { name: /^It is printed/ }));
    await me.hand.press(letter.getByRole('button', { name: /^It is posted/ }));
    await me.page.getByText('Nothing to print.').waitFor();
    await see('24-posted');
  });

  step('signs out, and nobody after her sees a patient', async () => {
    await me.openMenu();
    await me.hand.press(me.button(/^Account of/));
    await me.page.getByRole('menuitem', { name: 'Sign out' }).waitFor();
    await see('25-account');
    await me.hand.take(me.page.getByRole('menuitem', { name: 'Sign out' }));
    await me.button('Sign in').waitFor();
    expect(await me.page.content()).not.toMatch(/Nyala|Amna/);
  });
});
