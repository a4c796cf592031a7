import type { AgencyPage } from '@dragoman/agencies';
import { minutesBetween, wallClock } from '@dragoman/kernel';
import { dialectCaveat, whenWords } from '@dragoman/words';
import { lengthText } from './offer.presenter';
import type { AgencyForm } from './page.schema';
import type { PictogramName } from './pictograms';

export type AgencySituation = 'open' | 'confirmed' | 'declined' | 'expired' | 'lost' | 'withdrawn' | 'released';

export interface AgencyView {
  token: string;
  situation: AgencySituation;
  told: { tone: 'calm' | 'ok' | 'sorry'; pictogram: PictogramName; heading: string; sentence: string };
  refusal: string | null;
  typed: AgencyForm;
  terms: { term: string; sentence: string; isTicked: boolean }[];
  reference: string;
  agency: string;
  date: string;
  time: string;
  length: string;
  part: string;
  zone: string;
  place: { modality: string; pictogram: PictogramName; name: string; address: string | null };
  language: string;
  other: string;
  caveat: string;
  topic: string;
  wish: { sentence: string; pictogram: PictogramName } | null;
  interpreter: string | null;
  clinic: string;
  clinicPhone: string | null;
}

const situationOf = ({ state, answerBy, bookingState }: AgencyPage, now: Date): AgencySituation => {
  if (state === 'closed') return 'lost';
  if (state !== 'open') return state;
  // The booking knows a moment before the request does.
  if (bookingState !== 'requested' && bookingState !== 'offering') return bookingState === 'confirmed' ? 'lost' : 'withdrawn';
  return answerBy <= now ? 'expired' : 'open';
};

const dateText = (instant: Date, zone: string): string =>
  whenWords('en', { startsAt: instant, zone })
    .date.map(({ text }) => text)
    .join('');

const dayAndTime = (instant: Date, zone: string, now: Date): string => {
  const { date, time } = wallClock(instant, zone);
  return date === wallClock(now, zone).date ? `${time} today` : `${time} on ${dateText(instant, zone)}`;
};

const tellings: Record<AgencySituation, (page: AgencyPage, now: Date) => AgencyView['told']> = {
  open: ({ answerBy, zone }, now) => ({
    tone: 'sorry',
    pictogram: 'clock',
    heading: `${lengthText(minutesBetween(now, answerBy))} left to answer`,
    sentence: `Until ${dayAndTime(answerBy, zone, now)}. Silence means no. Whoever confirms first is booked.`,
  }),
  confirmed: ({ interpreterName }) => ({
    tone: 'ok',
    pictogram: 'saved',
    heading: `${interpreterName ?? 'Your interpreter'} is booked`,
    sentence: 'The clinic knows, and your interpreter has a text message with all that is needed.',
  }),
  declined: () => ({ tone: 'calm', pictogram: 'saved', heading: 'Thank you for telling us', sentence: 'You declined. No reason is needed.' }),
  expired: () => ({ tone: 'calm', pictogram: 'clock', heading: 'The time to answer is over', sentence: 'Nothing was booked with you. If you can still send somebody, call the clinic.' }),
  lost: () => ({ tone: 'calm', pictogram: 'person', heading: 'Somebody else accepted first', sentence: 'Nothing was booked with you. Thank you for being ready to help.' }),
  withdrawn: () => ({ tone: 'calm', pictogram: 'saved', heading: 'No longer needed', sentence: 'The clinic has taken this request back, or something about it changed. Nothing is booked with you.' }),
  released: ({ interpreterName }) => ({
    tone: 'sorry',
    pictogram: 'no',
    heading: `${interpreterName ?? 'Your interpreter'} is not needed any more`,
    sentence: 'This appointment was cancelled or changed. Please tell them not to go.',
  }),
};

const modalities: Record<AgencyPage['modality'], { text: string; pictogram: PictogramName }> = {
  'in-person': { text: 'In person', pictogram: 'clinic' },
  video: { text: 'By video', pictogram: 'video' },
  phone: { text: 'By phone', pictogram: 'phone' },
};

const wishes: Record<string, NonNullable<AgencyView['wish']>> = {
  woman: { sentence: 'It has to be a woman', pictogram: 'woman' },
  man: { sentence: 'It has to be a man', pictogram: 'man' },
};

/** All that an agency needs to find somebody, and no word about the patient. */
export const presentAgencyPage = (
  token: string,
  page: AgencyPage,
  now: Date,
  { refusal, typed }: { refusal: string | null; typed: AgencyForm },
): AgencyView => {
  const situation = situationOf(page, now);
  const { startsAt, endsAt, zone, modality } = page;
  return {
    token,
    situation,
    told: tellings[situation](page, now),
    refusal: situation === 'open' ? refusal : null,
    typed,
    terms: page.terms.map(({ term, sentence }) => ({ term, sentence, isTicked: typed.word.includes(term) })),
    reference: page.reference,
    agency: page.agencyName,
    date: dateText(startsAt, zone),
    time: `${wallClock(startsAt, zone).time}–${wallClock(endsAt, zone).time}`,
    length: lengthText(minutesBetween(startsAt, endsAt)),
    part: whenWords('en', { startsAt, zone }).partOfDay,
    zone,
    place: {
      modality: modalities[modality].text,
      pictogram: modalities[modality].pictogram,
      name: page.siteName,
      address: modality === 'in-person' ? page.address : null,
    },
    language: page.languageName,
    other: page.otherName,
    caveat: dialectCaveat(page),
    topic: page.topic,
    wish: page.requiredGender === null ? null : (wishes[page.requiredGender] ?? null),
    interpreter: page.interpreterName,
    clinic: page.clinicName,
    clinicPhone: page.clinicPhone,
  };
};
