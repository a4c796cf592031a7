import { Invalid, minutesBetween, wallClock } from '@dragoman/kernel';
import type { CalendarEntry } from './calendar';
import { interpreterTexts, type InterpreterTextKey } from './catalogs/interpreter';
import type { ReviewState } from './catalogs/catalog';
import type { Modality, TextChannel } from './compose-patient';
import { whenWords } from './dates';
import { buttonHtml, escaped, mailHtml } from './html';
import { segmentsOf, type SmsSegments, smsText } from './segments';
import { fill, nameText, plainText, type TextValues, wordText } from './text';

export type InterpreterMessageKind = 'offer' | 'confirmed' | 'closed' | 'withdrawn' | 'released' | 'cancelled' | 'off' | 'updated';

export interface JobFacts {
  clinicName: string;
  siteName: string;
  address: string;
  room?: string | null;
  startsAt: Date;
  endsAt: Date;
  zone: string;
  /** In English, as an interpreter would look for it: `Sudanese Arabic`. */
  languageName: string;
  modality: Modality;
  /** With its currency, as it will be read: `£32.00`. */
  pay?: string | null;
  answerBy?: Date | null;
  /** By which an offer is answered in a text; null where it can only be answered by its link. */
  replyCode?: string | null;
}

export interface InterpreterMessageRequest {
  kind: InterpreterMessageKind;
  channel: TextChannel;
  facts: JobFacts;
  /** The page where one answers, or sees the job. An offer has one always. */
  link?: string | null;
  /** What its calendar entry is about; without it there is none. */
  booking?: { id: string; version: number } | null;
}

export interface ComposedInterpreterMessage {
  lang: 'en';
  dir: 'ltr';
  /** The From name of an email, `null` on other channels. */
  senderName: string | null;
  subject: string | null;
  body: string;
  /** Of an email only. */
  html: string | null;
  calendar: CalendarEntry | null;
  version: number;
  reviewState: ReviewState;
  segments: SmsSegments | null;
}

const MODALITIES: Readonly<Record<Modality, string>> = { 'in-person': 'in person', video: 'by video', phone: 'by phone' };

const placeText = ({ siteName, address, room }: JobFacts): string => [siteName, address, room].filter(Boolean).join(', ');

const english = (startsAt: Date, zone: string) => whenWords('en', { startsAt, zone });

export const instantText = (instant: Date, zone: string): string => {
  const { date, time } = english(instant, zone);
  return `${plainText(date, 'ltr')}, ${time}`;
};

/** `Thursday 17 December 2026, 14:30-15:10`; a job that crosses midnight says both dates. */
const spanText = ({ startsAt, endsAt, zone }: JobFacts): string => {
  const end = wallClock(endsAt, zone);
  const start = instantText(startsAt, zone);
  return end.date === wallClock(startsAt, zone).date ? `${start}-${end.time}` : `${start} - ${instantText(endsAt, zone)}`;
};

const whereText = (facts: JobFacts): string =>
  facts.modality === 'in-person' ? `${MODALITIES[facts.modality]}, ${placeText(facts)}` : MODALITIES[facts.modality];

const yesIf = (present: unknown): string => (present ? 'yes' : 'no');

const valuesOf = ({ facts, link }: InterpreterMessageRequest): TextValues => ({
  clinic: [nameText(facts.clinicName)],
  language: [nameText(facts.languageName)],
  when: [wordText(spanText(facts))],
  date: english(facts.startsAt, facts.zone).date,
  minutes: [wordText(String(minutesBetween(facts.startsAt, facts.endsAt)))],
  where: [nameText(whereText(facts))],
  paid: yesIf(facts.pay),
  pay: [wordText(facts.pay ?? '')],
  timed: yesIf(facts.answerBy),
  answerBy: [wordText(facts.answerBy ? instantText(facts.answerBy, facts.zone) : '')],
  coded: yesIf(facts.replyCode),
  code: [wordText(facts.replyCode ?? '')],
  linked: yesIf(link),
  link: [wordText(link ?? '')],
});

type Row = readonly [label: string, value: string];

const rowsOf = ({ kind, facts }: InterpreterMessageRequest): Row[] => {
  const short: Row[] = [
    ['When', spanText(facts)],
    ['Language', facts.languageName],
  ];
  if (kind === 'closed' || kind === 'withdrawn' || kind === 'released' || kind === 'off') return short;
  const rows: (Row | null)[] = [
    ...short,
    ['Length', `${minutesBetween(facts.startsAt, facts.endsAt)} minutes`],
    ['How', MODALITIES[facts.modality]],
    facts.modality === 'in-person' ? ['Where', placeText(facts)] : null,
    ['Clinic', facts.clinicName],
    kind !== 'cancelled' && facts.pay ? ['Pay', facts.pay] : null,
    kind === 'offer' && facts.answerBy ? ['Answer by', instantText(facts.answerBy, facts.zone)] : null,
  ];
  return rows.filter((row) => row !== null);
};

const htmlOf = (lead: string, rows: readonly Row[], action: string | null, link: string | null): string => {
  const cells = rows.map(
    ([label, value]) =>
      `<tr><th scope="row" style="text-align:left;padding:4px 16px 4px 0;font-weight:400;color:#3F4B57">${escaped(label)}</th><td style="padding:4px 0">${escaped(value)}</td></tr>`,
  );
  const button = action && link ? buttonHtml({ label: action, url: link }) : '';
  return mailHtml({ lang: 'en', dir: 'ltr' }, `<p>${escaped(lead)}</p>`, `<table>${cells.join('')}</table>`, button);
};

const inCalendar: ReadonlySet<InterpreterMessageKind> = new Set(['confirmed', 'cancelled', 'updated', 'off']);

/** What goes into the calendar of whoever has the job, and out of it again; an offer is nobody's job yet. */
const calendarOf = ({ kind, facts, booking }: InterpreterMessageRequest): CalendarEntry | null => {
  if (!booking || !inCalendar.has(kind)) return null;
  return {
    uid: booking.id,
    sequence: booking.version,
    isCancelled: kind === 'cancelled' || kind === 'off',
    startsAt: facts.startsAt.toISOString(),
    endsAt: facts.endsAt.toISOString(),
    summary: plainText(fill(interpreterTexts['calendar.summary'].pattern, valuesOf({ kind, channel: 'email', facts })), 'ltr'),
    location: facts.modality === 'in-person' ? placeText(facts) : null,
  };
};

/**
 * A message about a job, with every fact one needs before deciding and no word about the patient.
 * @throws Invalid `offer-without-link`; Invalid `unknown-zone`.
 */
export const composeInterpreterMessage = (request: InterpreterMessageRequest): ComposedInterpreterMessage => {
  const { kind, channel, facts, link = null } = request;
  if (kind === 'offer' && !link) throw new Invalid('offer-without-link', 'An offer needs the link where one answers it.');
  const values = valuesOf(request);
  const say = (key: InterpreterTextKey): string => plainText(fill(interpreterTexts[key].pattern, values), 'ltr');
  const { version, reviewState } = interpreterTexts[`${kind}.${channel === 'sms' ? 'sms' : 'lead'}`];
  const frame = { lang: 'en', dir: 'ltr', version, reviewState } as const;

  if (channel === 'sms') {
    const body = smsText(say(`${kind}.sms`));
    return { ...frame, senderName: null, subject: null, body, html: null, calendar: null, segments: segmentsOf(body) };
  }
  const lead = say(`${kind}.lead`);
  const action = kind === 'offer' || kind === 'confirmed' || kind === 'updated' ? say(`${kind}.action`) : null;
  const rows = rowsOf(request);
  const factLines = rows.map(([label, value]) => `${label}: ${value}`);
  const answer = action && link ? ['', `${action}: ${link}`] : [];
  return {
    ...frame,
    senderName: facts.clinicName,
    subject: say(`${kind}.subject`),
    body: [lead, '', ...factLines, ...answer].join('\n'),
    html: htmlOf(lead, rows, action, link),
    calendar: calendarOf(request),
    segments: null,
  };
};
