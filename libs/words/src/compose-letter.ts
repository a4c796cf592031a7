import type { CatalogText, EasyReadKey, PatientCatalog, PatientLanguage, ReviewState } from './catalogs/catalog';
import { type ContactSafety, formFor, type PatientFacts, reviewedText } from './compose-patient';
import { whenWords } from './dates';
import { type Direction, fill, nameText, plainText, type TextPart, type TextValues, wordText } from './text';
import type { Wordbook } from './wordbook';

/** `standard`, `large-print` for who sees little, `easy-read` with one sentence beside one picture. */
export const letterLayouts = ['standard', 'large-print', 'easy-read'] as const;
export type LetterLayout = (typeof letterLayouts)[number];

/** What stands beside a sentence in easy read. */
export type LetterPicture = 'calendar' | 'clock' | 'clinic' | 'pin' | 'person' | 'phone';

/** A letter in one language. */
export interface LetterPart {
  language: PatientLanguage;
  lang: string;
  dir: Direction;
  title: string;
  /** That a machine wrote it, where nobody who reads the language has checked it. */
  notice: string | null;
  /** With Unicode isolates around what may run against the line. */
  rows: { words: string; picture: LetterPicture | null }[];
}

export interface LetterRequest {
  words: Wordbook;
  kind: 'confirmed' | 'reminder';
  layout: LetterLayout;
  /** Of whoever else may open it. */
  safety: ContactSafety;
  /** Ids of the varieties the patient reads, best first. */
  reads: readonly string[];
  facts: PatientFacts;
  dawnClock?: boolean;
}

export interface ComposedLetter {
  /** In English, for staff: `Arabic`. */
  languageName: string;
  neutral: boolean;
  reviewState: ReviewState;
  said: LetterPart;
  /** The same in English, where a draft must not stand alone. */
  beside: LetterPart | null;
  /** The same in English, for staff. */
  english: LetterPart;
}

type Row = LetterPart['rows'][number];

const timeOf = (catalog: PatientCatalog, facts: PatientFacts, dawnClock: boolean): TextPart[] => {
  const { time, partOfDay, dawn } = whenWords(catalog.language, { ...facts, dawnClock });
  const western = fill(catalog.calendar.time, { time: [{ text: time, dir: 'ltr' }], part: [wordText(partOfDay)] });
  return dawn ? [...western, wordText('\n'), ...dawn] : western;
};

/** A number is read in one piece, so it does not wrap. */
const unbroken = (number: string): TextPart => ({ ...nameText(number), text: nameText(number).text.replaceAll(' ', '\u00a0') });

const valuesIn = (catalog: PatientCatalog, { facts, dawnClock = false }: LetterRequest): TextValues => {
  const when = whenWords(catalog.language, { ...facts, dawnClock });
  return {
    when: when.dawn ? [...when.phrase, wordText('\n'), ...when.dawn] : when.phrase,
    date: when.date,
    time: timeOf(catalog, facts, dawnClock),
    clinic: [nameText(facts.clinicName)],
    place: [nameText([facts.siteName, facts.address, facts.room].filter(Boolean).join(', '))],
    // Paper carries no answer back.
    answered: 'no',
    room: 'no',
    who: facts.interpreterName ? 'yes' : 'no',
    interpreter: [nameText(facts.interpreterName ?? '')],
    phone: [unbroken(facts.contactPhone ?? '')],
  };
};

const pictures: readonly { key: EasyReadKey; picture: LetterPicture; isSaid: (facts: PatientFacts, neutral: boolean) => boolean }[] = [
  { key: 'appointment', picture: 'clinic', isSaid: (_, neutral) => !neutral },
  { key: 'day', picture: 'calendar', isSaid: () => true },
  { key: 'time', picture: 'clock', isSaid: () => true },
  { key: 'place', picture: 'pin', isSaid: (_, neutral) => !neutral },
  { key: 'interpreter', picture: 'person', isSaid: ({ interpreterName }, neutral) => !neutral && Boolean(interpreterName) },
  { key: 'cannotCome', picture: 'phone', isSaid: ({ contactPhone }, neutral) => !neutral && Boolean(contactPhone) },
];

const easyReadRows = (catalog: PatientCatalog, request: LetterRequest, neutral: boolean): Row[] => {
  const values = valuesIn(catalog, request);
  return pictures
    .filter(({ isSaid }) => isSaid(request.facts, neutral))
    .map(({ key, picture }) => ({ words: plainText(fill(catalog.easyRead[key].pattern, values), catalog.dir), picture }));
};

/** Sentences that a reader approved are said below the facts, as in an email; beside another language only those that it says too. */
const reviewedRows = (catalog: PatientCatalog, { words, facts }: LetterRequest, beside: PatientLanguage): TextPart[][] =>
  (['interpreterJoins', 'assurance'] as const).flatMap((key) => {
    const isSaid = facts.interpreterName && words.said(beside, 'long', key) !== null;
    const text = isSaid ? reviewedText(words, catalog.language, key, { modality: facts.modality }) : null;
    return text ? [text] : [];
  });

const sentenceRows = (catalog: PatientCatalog, request: LetterRequest, text: CatalogText, { neutral, beside }: { neutral: boolean; beside: PatientLanguage }): Row[] => {
  const values = valuesIn(catalog, request);
  const said = plainText(fill(text.pattern, values), catalog.dir).split('\n');
  const phone = request.facts.contactPhone && !neutral ? [fill(catalog.long.answerByPhone.pattern, values)] : [];
  const further = neutral ? [] : [...phone, ...reviewedRows(catalog, request, beside)];
  return [...said, ...further.map((parts) => plainText(parts, catalog.dir))].map((words) => ({ words, picture: null }));
};

const placeOf = ({ kind, layout }: LetterRequest, neutral: boolean): { form: 'short' | 'long' | 'easy-read'; key: string } => {
  if (neutral) return { form: 'short', key: `${kind}.neutral` };
  return layout === 'easy-read' ? { form: 'easy-read', key: 'appointment' } : { form: 'long', key: kind };
};

const partIn = (language: PatientLanguage, request: LetterRequest, { neutral, beside = language }: { neutral: boolean; beside?: PatientLanguage }): LetterPart | null => {
  const { form, key } = placeOf(request, neutral);
  const text = request.words.said(language, form, key);
  if (!text) return null;
  const catalog = request.words.catalogOf(language);
  const { lang, dir, page, short } = catalog;
  const isMarked = text.reviewState === 'draft' && !neutral;
  return {
    language,
    lang,
    dir,
    title: plainText(fill((neutral ? short['subject.neutral'] : page.title).pattern), dir),
    notice: isMarked ? plainText(fill(page.draftNotice.pattern), dir) : null,
    rows: request.layout === 'easy-read' ? easyReadRows(catalog, request, neutral) : sentenceRows(catalog, request, text, { neutral, beside }),
  };
};

/**
 * The letter in the first language the patient reads that has a text for it. The only date in it is that of the appointment, for
 * nobody to take one for the other. A draft is marked and stands beside its English; a neutral one says when, and nothing else.
 * `null` as `composePatientMessage`: a person tells them instead.
 * @throws Invalid `unknown-zone`.
 */
export const composeLetter = (request: LetterRequest): ComposedLetter | null => {
  const form = formFor(request.safety);
  if (!form) return null;
  const neutral = form === 'neutral';
  const place = placeOf(request, neutral);
  const language = request.words.languageFor(request.reads, place.form, place.key);
  const text = language && request.words.said(language, place.form, place.key);
  const said = language && partIn(language, request, { neutral });
  if (!text || !said) return null;
  const english = partIn('en', request, { neutral, beside: language }) ?? said;
  const notice = plainText(fill(request.words.catalogOf('en').page.draftNotice.pattern), 'ltr');
  return {
    languageName: request.words.catalogOf(language).englishName,
    neutral,
    reviewState: text.reviewState,
    said,
    beside: said.notice === null ? null : { ...english, notice },
    english,
  };
};
