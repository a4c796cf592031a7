import type { BookingFacts } from '@dragoman/bookings';
import { type CommunicationProfile, type OwnWords, pageNeedsCode } from '@dragoman/patients';
import { type ComposedPatientMessage, composeCall, composePatientMessage, composeSupporterMessage, type FinishedText, formFor, type PatientMessageKind, segmentsOf, type TextChannel, type Wordbook } from '@dragoman/words';
import type { NewsKind } from './intent.entity';
import { isPlannedKind, type PlannedKind } from './plan.policy';
import type { Writing } from './reach.policy';

/** A message that is ready to go. */
export type PatientText = Omit<ComposedPatientMessage, 'language' | 'reviewedBy'> & Pick<FinishedText, 'script' | 'reviewedBy'>;

export type AppointmentFacts = Pick<
  BookingFacts,
  'clinicName' | 'clinicPhone' | 'siteName' | 'siteAddress' | 'room' | 'startsAt' | 'zone' | 'interpreterName' | 'modality'
> & { minutes?: number | null };

/** Which are written from right to left: Hebrew, Arabic, Syriac, Thaana, NKo, Adlam, Rohingya. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]|\ud83a[\udd00-\udd5f]|\ud803[\udd00-\udd3f]/;

/** To the letter, without a sender, a link or a word of ours. */
const toTheLetter = ({ text, varietyId }: OwnWords): PatientText => ({
  languageName: 'their own words',
  lang: varietyId.split(':')[0] ?? 'und',
  dir: RIGHT_TO_LEFT.test(text) ? 'rtl' : 'ltr',
  neutral: true,
  senderName: null,
  subject: null,
  body: text,
  html: null,
  calendar: null,
  english: 'The patient’s own words, to the letter. Nothing is added.',
  version: 1,
  reviewState: 'source',
  reviewedBy: null,
  segments: segmentsOf(text),
});

/** Which text says it: reminders say the same a week and a day before. */
const textOf = (kind: PlannedKind | NewsKind): PatientMessageKind => {
  switch (kind) {
    case 'confirmed':
    case 'cancelled':
    case 'changed':
      return kind;
    case 'moved':
      return 'changed';
    case 'interpreter-changed':
      return 'interpreterChanged';
    case 'interpreter-lost':
      return 'interpreterLost';
    case 'running-late':
      return 'runningLate';
    default:
      return 'reminder';
  }
};

/** All other texts about a change speak of a new time. */
const saysWhere = ({ channel, safety, call }: Pick<Writing, 'channel' | 'safety' | 'call'>): boolean => channel === 'sms' && call === null && formFor(safety) === 'private';

const called = (words: Wordbook, kind: PlannedKind | NewsKind, { safety, call }: Pick<Writing, 'safety'> & { call: NonNullable<Writing['call']> }, facts: AppointmentFacts): PatientText | null => {
  const said = composeCall({
    words,
    kind: textOf(kind),
    safety,
    ...call,
    facts: { ...facts, address: facts.siteAddress },
  });
  return said && { ...said, html: null, calendar: null, segments: null };
};

/** Null where no text may be sent or none can be said: a person tells them then. */
export const patientText = (
  words: Wordbook,
  kind: PlannedKind | NewsKind,
  reach: Writing,
  { name: patientName, profile }: { name: string; profile: Pick<CommunicationProfile, 'dawnClock'> },
  facts: AppointmentFacts,
  {
    link,
    takesReplies,
    booking = null,
  }: { link: { url: string; behindCode: boolean } | null; takesReplies: boolean; booking?: BookingFacts | null },
): PatientText | null => {
  const { safety, reads, ownWords, supporter, call } = reach;
  // Neither their own words nor what a supporter is told says that it does not take place.
  if (!isPlannedKind(kind) && (ownWords !== null || supporter !== null)) return null;
  if (kind === 'changed' && !saysWhere(reach)) return null;
  if (ownWords !== null) return toTheLetter(ownWords);
  if (call !== null) return called(words, kind, { safety, call }, facts);
  const channel = reach.channel as TextChannel;
  if (supporter !== null) return composeSupporterMessage({ words, channel, safety, reads, facts: { ...facts, address: facts.siteAddress, patientName } });
  return composePatientMessage({
    words,
    kind: textOf(kind),
    channel,
    safety,
    reads,
    facts: { ...facts, address: facts.siteAddress, contactPhone: facts.clinicPhone },
    link,
    booking,
    dawnClock: profile.dawnClock,
    takesReplies,
  });
};

/** A link to a page that stays closed to the patient as well helps nobody. */
export const opensForPatient = (profile: Pick<CommunicationProfile, 'channels' | 'hasPageCode'>): boolean => profile.hasPageCode || !pageNeedsCode(profile);

/** What a patient answers behind a link, nobody answers in their place; their own words are sent to the letter. */
export const mayHoldLink = ({ ownWords, supporter, call }: Writing): boolean => ownWords === null && supporter === null && call === null;
