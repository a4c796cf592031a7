import type { CalendarEntry } from './calendar';
import { patientEntry } from './compose-calendar';
import type { CatalogText, LongKey, PatientCatalog, PatientLanguage, ReviewState } from './catalogs/catalog';
import { whenWords } from './dates';
import { originOf } from './finished-text';
import { buttonHtml, escaped, mailHtml, textHtml } from './html';
import { isTooLongForSms, segmentsOf, type SmsSegments, smsText } from './segments';
import { type Direction, figureText, fill, nameText, plainText, type TextPart, type TextValues, wordText } from './text';
import type { TextForm } from './texts';
import type { Wordbook } from './wordbook';

/** `confirmed` and `reminder` are planned; the others follow what happens to a booking, and only in a text that a reader approved. */
export type PatientMessageKind = 'confirmed' | 'reminder' | 'changed' | 'cancelled' | 'interpreterFound' | 'interpreterChanged' | 'interpreterLost' | 'runningLate';
export type TextChannel = 'sms' | 'email';
export type ContactSafety = 'private' | 'shared' | 'monitored' | 'unsafe' | 'unknown';
export type Modality = 'in-person' | 'video' | 'phone';

export interface PatientFacts {
  clinicName: string;
  siteName: string;
  address: string;
  /** As on the door: `Room 6`. */
  room?: string | null;
  startsAt: Date;
  zone: string;
  /** The name the interpreter chose to be called by. */
  interpreterName?: string | null;
  /** How the interpreter attends. */
  modality: Modality;
  contactPhone?: string | null;
  /** By how many it begins later; `startsAt` is then when it begins. */
  minutes?: number | null;
}

export interface PatientMessageRequest {
  words: Wordbook;
  kind: PatientMessageKind;
  channel: TextChannel;
  safety: ContactSafety;
  /** Ids of the varieties the patient reads, best first. */
  reads: readonly string[];
  facts: PatientFacts;
  /** `behindCode`: the page shows nothing until the patient's own code is given. */
  link?: { url: string; behindCode: boolean } | null;
  dawnClock?: boolean;
  /** What the calendar entry of a private email is about; without it there is none. */
  booking?: { id: string; version: number; endsAt: Date } | null;
  /** Whether an answer can come back by the same way; left out, it can. */
  takesReplies?: boolean;
}

export interface ComposedPatientMessage {
  language: PatientLanguage;
  /** In English, for staff: `Arabic`. */
  languageName: string;
  lang: string;
  dir: Direction;
  neutral: boolean;
  /** The From name of an email; `null` where it must say nothing, and on other channels. */
  senderName: string | null;
  /** Of an email only; safe to be read over somebody's shoulder. */
  subject: string | null;
  body: string;
  /** Of an email only. */
  html: string | null;
  /** Of an email only, and never of a neutral one. */
  calendar: CalendarEntry | null;
  /** The same message in English, for staff beside the one sent. */
  english: string;
  version: number;
  reviewState: ReviewState;
  /** `R. (who reads it), 24 November 2026`; null where nobody did. */
  reviewedBy: string | null;
  /** Of an SMS only. */
  segments: SmsSegments | null;
}

export type MessageForm = 'private' | 'neutral';

/** How much may be said on a channel; `null` where nothing may be sent at all. A state nobody asked about is shared. */
export const formFor = (safety: ContactSafety): MessageForm | null => {
  const forms: Record<ContactSafety, MessageForm | null> = {
    private: 'private',
    shared: 'neutral',
    unknown: 'neutral',
    monitored: null,
    unsafe: null,
  };
  return forms[safety];
};

const joined = (parts: readonly (string | null | undefined)[]): string => parts.filter(Boolean).join(', ');

const lines = (...texts: (string | null | undefined)[]): string => texts.filter(Boolean).join('\n');

/** Whether the answers that most people do not need stand there too. */
type Room = 'yes' | 'no';

const valuesIn = (
  language: PatientLanguage,
  { facts, takesReplies = true }: PatientMessageRequest,
  { dawnClock, room }: { dawnClock: boolean; room: Room },
): TextValues => {
  const when = whenWords(language, { startsAt: facts.startsAt, zone: facts.zone, dawnClock });
  return {
    when: when.dawn ? [...when.phrase, wordText('\n'), ...when.dawn] : when.phrase,
    date: when.date,
    clinic: [nameText(facts.clinicName)],
    place: [nameText(joined([facts.siteName, facts.address, facts.room]))],
    answered: takesReplies ? 'yes' : 'no',
    room,
    who: facts.interpreterName ? 'yes' : 'no',
    interpreter: [nameText(facts.interpreterName ?? '')],
    phoned: facts.contactPhone ? 'yes' : 'no',
    phone: [nameText(facts.contactPhone ?? '')],
    minutes: [figureText(String(facts.minutes ?? 0))],
  };
};

const written = (text: CatalogText, values: TextValues, dir: Direction): string =>
  plainText(fill(text.pattern, values), dir);

/**
 * A sentence that says more than who, when and where, for messages and pages on private channels.
 * `null` where the language has none that a reader of it has approved.
 */
export const reviewedText = (words: Wordbook, language: PatientLanguage, key: LongKey, values: TextValues = {}): TextPart[] | null => {
  const text = words.said(language, 'long', key);
  return text && fill(text.pattern, values);
};

const reviewedLines = (catalog: PatientCatalog, { words, facts }: PatientMessageRequest): string[] => {
  const texts = [
    facts.interpreterName ? reviewedText(words, catalog.language, 'interpreterJoins', { modality: facts.modality }) : null,
    facts.interpreterName ? reviewedText(words, catalog.language, 'assurance') : null,
    facts.contactPhone ? reviewedText(words, catalog.language, 'callUs', { phone: [nameText(facts.contactPhone)] }) : null,
  ];
  return texts.flatMap((text) => (text ? [plainText(text, catalog.dir)] : []));
};

/** The words of the page behind the link name the button; a neutral mail shows the bare address, as its text does. */
const linkHtml = (catalog: PatientCatalog, neutral: boolean, url: string): string =>
  neutral
    ? `<p dir="ltr"><a href="${escaped(url)}">${escaped(url)}</a></p>`
    : buttonHtml({ label: plainText(fill(catalog.page.title.pattern), catalog.dir), url });

const htmlOf = (
  catalog: PatientCatalog,
  { said, besides, link }: { said: string; besides: string | null; link: string | null },
): string =>
  mailHtml(
    catalog,
    `<p>${textHtml(said)}</p>`,
    link ?? '',
    besides ? `<p lang="en" dir="ltr">${textHtml(besides)}</p>` : '',
  );

const calendarOf = (catalog: PatientCatalog, { kind, booking, facts: { startsAt, address, room } }: PatientMessageRequest): CalendarEntry | null =>
  booking ? patientEntry(catalog, { ...booking, startsAt, address, room: room ?? null, isCancelled: kind === 'cancelled' }) : null;

const subjectOf = (catalog: PatientCatalog, form: MessageForm, at: PatientFacts): string =>
  written(catalog.short[`subject.${form}`], { date: whenWords(catalog.language, at).date }, catalog.dir);

/** An email on a private channel has room for sentences; a delay is said in one. */
const placeOf = ({ kind, channel }: Pick<PatientMessageRequest, 'kind' | 'channel'>, form: MessageForm): { form: TextForm; key: string } =>
  channel === 'email' && form === 'private' && kind !== 'runningLate' ? { form: 'long', key: kind } : { form: 'short', key: `${kind}.${form}` };

/** What the planned kinds say below their facts; a text about a change says it itself. */
const isPlanned = ({ kind }: Pick<PatientMessageRequest, 'kind'>): boolean => kind === 'confirmed' || kind === 'reminder';

interface Wording {
  said: string;
  /** The same in English, where a draft must not stand alone. */
  besides: string | null;
  body: string;
  english: string;
}

const wordingOf = (
  catalog: PatientCatalog,
  request: PatientMessageRequest,
  { form, text, address, room }: { form: MessageForm; text: CatalogText; address: string | null; room: Room },
): Wording => {
  const { words } = request;
  const dawnClock = request.dawnClock === true && catalog.calendar.dawn !== undefined;
  const place = placeOf(request, form);
  const inLanguage = written(text, valuesIn(catalog.language, request, { dawnClock, room }), catalog.dir);
  const source = words.said('en', place.form, place.key);
  const inEnglish = source ? written(source, valuesIn('en', request, { dawnClock, room }), 'ltr') : '';
  const said = lines(inLanguage, ...(form === 'private' && isPlanned(request) ? reviewedLines(catalog, request) : []));
  const besides = text.reviewState === 'draft' && form === 'private' ? inEnglish : null;
  const asWritten = lines(said, address);
  const whole = besides ? `${asWritten}\n\n${besides}` : asWritten;
  const body = request.channel === 'sms' ? smsText(whole) : whole;
  return { said, besides, body, english: catalog.language === 'en' ? body : lines(inEnglish, address) };
};

/** All answers, or those that every text asks with where the rest would make it too long to be carried. */
const fittingWording = (catalog: PatientCatalog, request: PatientMessageRequest, at: { form: MessageForm; text: CatalogText; address: string | null }): Wording => {
  const wording = wordingOf(catalog, request, { ...at, room: 'yes' });
  return request.channel === 'sms' && isTooLongForSms(wording.body) ? wordingOf(catalog, request, { ...at, room: 'no' }) : wording;
};

/**
 * The message in the first language the patient reads that we have texts for, as much of it as the channel may show.
 * A machine-written draft stands beside its English; a neutral text stands alone, on a shared phone every further
 * line tells more. `null` when nothing may be sent (`formFor`) or nothing can be said (`Wordbook.languageFor`): a person
 * must act then, nobody is written to in English instead.
 * @throws Invalid `unknown-zone`.
 */
export const composePatientMessage = (request: PatientMessageRequest): ComposedPatientMessage | null => {
  const { words, channel, facts, link } = request;
  const form = formFor(request.safety);
  if (!form) return null;
  const place = placeOf(request, form);
  const language = words.languageFor(request.reads, place.form, place.key);
  const text = language && words.said(language, place.form, place.key);
  if (!text) return null;

  const catalog = words.catalogOf(language);
  const neutral = form === 'neutral';
  const address = link && (!neutral || link.behindCode) ? link.url : null;
  const { said, besides, body, english } = fittingWording(catalog, request, { form, text, address });

  return {
    language,
    languageName: catalog.englishName,
    lang: catalog.lang,
    dir: catalog.dir,
    neutral,
    senderName: channel === 'email' && !neutral ? facts.clinicName : null,
    subject: channel === 'email' ? subjectOf(catalog, form, facts) : null,
    body,
    html: channel === 'email' ? htmlOf(catalog, { said, besides, link: address && linkHtml(catalog, neutral, address) }) : null,
    calendar: channel === 'email' && !neutral ? calendarOf(catalog, request) : null,
    english,
    ...originOf(text),
    // Counting takes a hundred times as long as composing, and most messages are sent without being looked at.
    get segments() {
      return channel === 'sms' ? segmentsOf(body) : null;
    },
  };
};
