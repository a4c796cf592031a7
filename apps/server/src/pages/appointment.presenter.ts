import type { BookingFacts, PatientAnswer, PatientWish } from '@dragoman/bookings';
import { wallClock } from '@dragoman/kernel';
import { figureText, pageReviewState, pageWords, reviewedText, savedAnswer, type TextPart, whenWords, type WhenWords, type Writing, writingOf, type Wordbook } from '@dragoman/words';
import type { PictogramName } from './pictograms';
import { mapOf } from './map';

export type AppointmentSource = Pick<
  BookingFacts,
  | 'startsAt'
  | 'zone'
  | 'siteName'
  | 'siteAddress'
  | 'room'
  | 'clinicName'
  | 'clinicPhone'
  | 'interpreterName'
  | 'modality'
  | 'patientAnswer'
> & {
  dawnClock: boolean;
  /** What their clinic says. */
  words: Wordbook;
};

/** The same facts said in one language. */
export interface AppointmentTelling {
  writing: Writing;
  words: ReturnType<typeof pageWords>;
  when: WhenWords;
  saved: { heading: string; sentence: readonly TextPart[] } | null;
  wished: { heading: string; sentence: readonly TextPart[] } | null;
}

export interface AppointmentView extends AppointmentTelling {
  token: string;
  /** English beside a text that no reader of the language has checked; `null` where the page is English or reviewed. */
  english: AppointmentTelling | null;
  isDraft: boolean;
  partOfDay: PictogramName;
  place: { site: string; clinic: string | null; address: string; room: string | null; map: string };
  interpreter: string | null;
  answer: PatientAnswer | null;
  /** More than who, when and where: only where a reader approved it. */
  approved: { joins: readonly TextPart[] | null; assurance: readonly TextPart[] | null; callUs: readonly TextPart[] | null };
  clinicPhone: string | null;
}

const SUNRISE = 6 * 60;
const EVENING = 17 * 60;

const skyAt = (minuteOfDay: number): PictogramName =>
  minuteOfDay >= SUNRISE && minuteOfDay < EVENING ? 'sun' : 'moon';

const savedIn = (language: string, source: AppointmentSource): AppointmentTelling['saved'] => {
  const { patientAnswer } = source;
  if (patientAnswer === null) return null;
  const words = pageWords(source.words, language);
  const sentence =
    patientAnswer === 'call-me' ? [{ text: words.savedCallMe }] : savedAnswer(source.words, language, patientAnswer, source);
  return { heading: words.saved, sentence };
};

const wishWords = {
  'call-me': 'savedCallMe',
  'another-interpreter': 'answerAnotherInterpreter',
  'wrong-language': 'answerWrongLanguage',
  'rather-called': 'answerRatherCalled',
} as const;

const wishedIn = (language: string, wish: PatientWish | null, source: AppointmentSource): AppointmentTelling['wished'] => {
  if (wish === null) return null;
  const words = pageWords(source.words, language);
  const sentence = wish === 'another-time' ? savedAnswer(source.words, language, wish, source) : [{ text: words[wishWords[wish]] }];
  return { heading: words.saved, sentence };
};

const tellingIn = (language: string, source: AppointmentSource, wish: PatientWish | null): AppointmentTelling => ({
  writing: writingOf(language),
  words: pageWords(source.words, language),
  when: whenWords(language, source),
  saved: savedIn(language, source),
  wished: wishedIn(language, wish, source),
});

/**
 * One appointment in the language its reader chose. A machine-written draft says who, when and where and nothing else.
 * @param wish what was asked for a moment ago
 * @throws NotFound `no-text-in-language`.
 */
export const presentAppointment = (
  token: string,
  language: string,
  source: AppointmentSource,
  wish: PatientWish | null = null,
): AppointmentView => {
  const telling = tellingIn(language, source, wish);
  const isDraft = pageReviewState(source.words, language) === 'draft';
  const approvedIn = telling.writing.language;
  return {
    ...telling,
    token,
    isDraft,
    english: isDraft ? tellingIn('en', { ...source, dawnClock: telling.when.dawn !== null }, wish) : null,
    partOfDay: skyAt(wallClock(source.startsAt, source.zone).minuteOfDay),
    place: {
      site: source.siteName,
      clinic: source.clinicName === source.siteName ? null : source.clinicName,
      address: source.siteAddress,
      room: source.room,
      map: mapOf(source.siteAddress),
    },
    interpreter: source.interpreterName,
    answer: source.patientAnswer,
    approved: {
      joins: source.interpreterName ? reviewedText(source.words, approvedIn, 'interpreterJoins', { modality: source.modality }) : null,
      assurance: source.interpreterName ? reviewedText(source.words, approvedIn, 'assurance') : null,
      callUs: source.clinicPhone ? reviewedText(source.words, approvedIn, 'callUs', { phone: [figureText(source.clinicPhone)] }) : null,
    },
    clinicPhone: source.clinicPhone,
  };
};

