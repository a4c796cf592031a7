import type { BoardRow, ClinicianLink, Found, Interpreter, Phone, TextsOfLanguage, Today } from '@dragoman/contracts';
import type { Page } from 'playwright-core';
import type { Desk } from './desk';

/** One picture of the gallery: a screen as the demonstration has it. */
export interface Shot {
  /** Of its files. */
  name: string;
  caption: string;
  /** The console's route that it shows; null for pages behind links. */
  route: string | null;
  /** Where it is, of the demonstration as it is now. */
  path: (desk: Desk) => Promise<string>;
  /** What is pressed there first. */
  open?: (page: Page) => Promise<void>;
  /** Pages for phones have no other picture. */
  on: readonly ('desktop' | 'phone')[];
}

const both = ['desktop', 'phone'] as const;
const phone = ['phone'] as const;
const at = (path: string) => (): Promise<string> => Promise.resolve(path);

const found = (desk: Desk, search: string): Promise<Found> => desk.request<Found>('GET', `/api/search?search=${encodeURIComponent(search)}`);

const first = <Item>(items: readonly Item[], what: string): Item => {
  const [item] = items;
  if (!item) throw new Error(`The demonstration has no ${what}.`);
  return item;
};

const patientNamed = async (desk: Desk, name: string) => first((await found(desk, name)).patients, name);

/** Asks somebody who has jobs already for one more, so that both of their screens show some. @returns where they are reached. */
export const askInterpreter = async (desk: Desk): Promise<string> => {
  const { queue, appointments, upcoming } = await desk.today();
  const unfilled = queue.filter(({ kind, bookingId }) => kind === 'unfilled' && bookingId !== null).sort((a, b) => (b.startsAt ?? '').localeCompare(a.startsAt ?? ''));
  const atWork = new Set([...appointments, ...upcoming].map(({ interpreterName }) => interpreterName));
  for (const { bookingId } of unfilled) {
    const possible = (await desk.candidates(bookingId ?? '')).possible.filter(({ displayName }) => atWork.has(displayName));
    for (const { interpreterId } of possible) {
      await desk.offer(bookingId ?? '', [interpreterId]);
      return (await desk.request<Interpreter>('GET', `/api/interpreters/${interpreterId}`)).phone;
    }
  }
  throw new Error('The demonstration has nothing open for anybody who works.');
};

/** The newest link of a kind that somebody was sent, by whose phone it is and in which language. */
const linkSent = async (desk: Desk, kind: 'p' | 'i' | 'a' | 'n', isWanted: (phone: Phone, lang: string) => boolean): Promise<string> => {
  const { phones } = await desk.phones();
  const links = phones.flatMap((one) =>
    one.messages.flatMap(({ direction, lang, body, at: when }) => {
      const [link] = new RegExp(`/${kind}/[\\w-]{22}`).exec(body) ?? [];
      return link && direction === 'out' && isWanted(one, lang) ? [{ link, when }] : [];
    }),
  );
  return first(links.sort((a, b) => b.when.localeCompare(a.when)), `link /${kind}/`).link;
};

const patientLink = (language: string) => (desk: Desk) => linkSent(desk, 'p', ({ ownerKind }, lang) => ownerKind === 'patient' && lang.split('-')[0] === language);

const confirmedToday = async (desk: Desk) => {
  const { appointments, upcoming } = await desk.request<Today>('GET', '/api/today');
  return first([...upcoming, ...appointments].filter(({ interpreterName }) => interpreterName !== null), 'confirmed appointment').id;
};

const clinicianLink = async (desk: Desk): Promise<string> =>
  new URL((await desk.request<ClinicianLink>('POST', `/api/bookings/${await confirmedToday(desk)}/clinician-link`, {})).url).pathname;

/** A link that never was one is answered as one that has ended. */
const ENDED = '/p/AAAAAAAAAAAAAAAAAAAAAA';

const textsOf = async (desk: Desk): Promise<string[]> => (await desk.request<TextsOfLanguage>('GET', '/api/texts/ti')).texts.map(({ form, key }) => `${form}/${key}`);

/** What stands where, in the order in which one would show it to somebody. */
export const shots: readonly Shot[] = [
  { name: 'today', caption: 'Today: what needs somebody now, then the day', route: '/', path: at('/'), on: both },
  {
    name: 'book', caption: 'Book: the profile answers most of it, interpreters are ranked with reasons', route: '/book',
    path: async (desk) => `/book?patient=${(await patientNamed(desk, 'Selam Tekeste')).id}`, on: both,
  },
  { name: 'booking', caption: 'One booking: everything said and sent, each message beside its English', route: '/bookings/$bookingId', path: async (desk) => `/bookings/${await confirmedToday(desk)}`, on: both },
  { name: 'board', caption: 'Board: everybody’s day, and who could take what is open', route: '/board', path: at('/board'), on: both },
  { name: 'phone-now', caption: 'Somebody on the phone now', route: '/phone-now', path: at('/phone-now'), on: both },
  { name: 'patients', caption: 'Patients', route: '/patients', path: at('/patients'), on: both },
  { name: 'patient', caption: 'How one person needs to be spoken to', route: '/patients/$patientId', path: async (desk) => `/patients/${(await patientNamed(desk, 'Selam Tekeste')).id}`, on: both },
  { name: 'new-patient', caption: 'A new patient, asked while they are there', route: '/patients/new', path: at('/patients/new'), on: both },
  { name: 'interpreters', caption: 'Interpreters, with credentials that are about to lapse', route: '/interpreters', path: at('/interpreters'), on: both },
  {
    name: 'interpreter', caption: 'One interpreter: languages, credentials, hours', route: '/interpreters/$interpreterId',
    path: async (desk) => `/interpreters/${first((await desk.request<{ rows: BoardRow[] }>('GET', '/api/board')).rows, 'interpreter').interpreterId}`, on: both,
  },
  { name: 'new-interpreter', caption: 'A new interpreter', route: '/interpreters/new', path: at('/interpreters/new'), on: both },
  { name: 'import', caption: 'Interpreters from a spreadsheet, checked line by line', route: '/interpreters/import', path: at('/interpreters/import'), on: both },
  { name: 'messages', caption: 'Replies, in their own words and in English', route: '/messages', path: at('/messages'), on: both },
  { name: 'planned', caption: 'What leaves next, and when', route: '/messages', path: at('/messages?tab=outbox'), on: both },
  { name: 'print-queue', caption: 'Letters to print and post', route: '/messages', path: at('/messages?tab=print'), on: both },
  { name: 'phones', caption: 'The simulator: each phone as its owner sees it', route: '/phones', path: async (desk) => `/phones?phone=${encodeURIComponent(first((await desk.phones()).phones.filter(({ kind, ownerKind }) => kind === 'sms' && ownerKind === 'patient'), 'phone').id)}`, on: both },
  { name: 'settings', caption: 'Settings: what there is to decide, and where', route: '/settings', path: at('/settings'), on: both },
  { name: 'settings-organisation', caption: 'What patients know the clinic by', route: '/settings/organisation', path: at('/settings/organisation'), on: both },
  { name: 'settings-sites', caption: 'Where patients come', route: '/settings/sites', path: at('/settings/sites'), on: both },
  { name: 'settings-people', caption: 'Who works here', route: '/settings/people', path: at('/settings/people'), on: both },
  { name: 'settings-agencies', caption: 'Outside agencies', route: '/settings/agencies', path: at('/settings/agencies'), on: both },
  { name: 'settings-policies', caption: 'Rules in sentences: who is asked when, and what happens if nobody accepts', route: '/settings/policies', path: at('/settings/policies'), on: both },
  { name: 'settings-matching', caption: 'What counts how much, and what that does', route: '/settings/matching', path: at('/settings/matching'), on: both },
  { name: 'settings-messages', caption: 'What patients are sent, and what it may cost', route: '/settings/messages', path: at('/settings/messages'), on: both },
  { name: 'settings-day', caption: 'Late and absent, and whom to alert', route: '/settings/day', path: at('/settings/day'), on: both },
  { name: 'encounters', caption: 'Who may interpret for whom, and why', route: '/settings/encounters', path: at('/settings/encounters'), on: both },
  { name: 'recordings', caption: 'Recordings in varieties that no machine speaks', route: '/settings/recordings', path: at('/settings/recordings'), on: both },
  { name: 'recording', caption: 'The phrases of one variety, recorded one by one', route: '/settings/recordings/$varietyId', path: at('/settings/recordings/apd'), on: both },
  { name: 'texts', caption: 'Texts by language, reviewed or not', route: '/settings/texts', path: at('/settings/texts'), on: both },
  { name: 'texts-of-a-language', caption: 'The texts of one language', route: '/settings/texts/$language', path: at('/settings/texts/ti'), on: both },
  { name: 'text', caption: 'One text beside its English, as a phone shows it', route: '/settings/texts/$language/$form/$key', path: async (desk) => `/settings/texts/ti/${first(await textsOf(desk), 'text')}`, on: both },
  { name: 'patient-ar', caption: 'A patient’s page in Arabic', route: null, path: patientLink('ar'), on: phone },
  { name: 'patient-ti', caption: 'A patient’s page in Tigrinya', route: null, path: patientLink('ti'), on: phone },
  { name: 'patient-languages', caption: 'Every language by its own name', route: null, path: patientLink('ar'), open: (page) => page.locator('summary').first().click(), on: phone },
  { name: 'patient-answer-ckb', caption: 'After an answer, in Sorani: what was said, and everything else that one may ask for', route: null, path: patientLink('ckb'), on: phone },
  { name: 'patient-wish-ar', caption: 'Another time was asked for: the appointment stands until it is moved', route: null, path: async (desk) => `${await patientLink('ar')(desk)}?lang=ar&wished=another-time`, on: phone },
  { name: 'patient-ur', caption: 'The same page in Urdu, in Nastaliq', route: null, path: async (desk) => `${await patientLink('ar')(desk)}?lang=ur`, on: phone },
  { name: 'patient-code-prs', caption: 'On a phone that others hold, in Dari: nothing before the code', route: null, path: patientLink('prs'), on: phone },
  { name: 'patient-ended-ar', caption: 'A link that has ended, and does not say what it was for', route: null, path: at(`${ENDED}?lang=ar`), on: phone },
  { name: 'clinician', caption: 'A clinician’s brief behind a link: no account, one tap', route: null, path: clinicianLink, on: phone },
  { name: 'agency', caption: 'An outside agency names whom it sends', route: null, path: (desk) => linkSent(desk, 'a', ({ owner }) => owner === 'Harbour Languages'), on: phone },
  { name: 'alert', caption: 'Whoever is on duty is told, and says that they see to it', route: null, path: (desk) => linkSent(desk, 'n', () => true), on: phone },
  { name: 'my-offers', caption: 'The interpreter’s app: offers', route: null, path: at('/my'), on: phone },
  { name: 'my-jobs', caption: 'The interpreter’s app: the day', route: null, path: at('/my/jobs'), on: phone },
  { name: 'my-week', caption: 'The interpreter’s app: hours in which offers are welcome', route: null, path: at('/my/week'), on: phone },
  { name: 'offer', caption: 'An offer behind a link, for whoever has no app', route: null, path: (desk) => linkSent(desk, 'i', ({ ownerKind }) => ownerKind === 'interpreter'), on: phone },
];
