import type { OfferFacts } from '@dragoman/bookings';
import { minutesBetween, plusMinutes, wallClock } from '@dragoman/kernel';
import { whenWords } from '@dragoman/words';
import type { AttendanceView } from './attendance.presenter';
import type { DayView } from './day.presenter';
import type { PictogramName } from './pictograms';

/** What an offer has come to, for the one who was asked. */
export type OfferSituation = 'open' | 'accepted' | 'cancelled' | 'declined' | 'lost' | 'expired' | 'withdrawn' | 'waiting' | 'released';

export interface OfferView {
  token: string;
  situation: OfferSituation;
  told: { tone: 'calm' | 'ok' | 'sorry'; pictogram: PictogramName; heading: string; sentence: string };
  /** Why an acceptance could not be kept, in the rule's own words. */
  refusal: string | null;
  /** Whether anything stands against it, asked without a word about the patient. */
  asksConflict: boolean;
  date: string;
  time: string;
  length: string;
  part: string;
  pay: string;
  place: { modality: string; pictogram: PictogramName; name: string; address: string | null };
  travel: { length: string; leaveBy: string } | null;
  language: string;
  other: string;
  /** In a relay: the second interpreter's languages. */
  partner: string | null;
  /** Who works beside, and how. */
  team: string | null;
  wish: { sentence: string; pictogram: PictogramName } | null;
  /** For whoever is booked by a variety that is not the patient's own. */
  readBack: boolean;
  /** Once it is over: whether they understood each other. */
  afterwards: { said: boolean | null } | null;
  /** On the day: arrived, started, finished. */
  attendance: AttendanceView | null;
  day: DayView | null;
  /** As long as it has not begun. */
  mayGiveBack: boolean;
  clinic: string;
  clinicPhone: string | null;
  room: string | null;
}

const asItStands = { declined: 'declined', expired: 'expired', withdrawn: 'withdrawn', released: 'released' } as const;

/** A place is held while others are still looked for. */
const acceptedAs: Partial<Record<OfferFacts['bookingState'], OfferSituation>> = { cancelled: 'cancelled', offering: 'waiting', requested: 'waiting' };

const situationOf = (facts: OfferFacts, now: Date): OfferSituation => {
  const { state, bookingState } = facts;
  if (state === 'accepted') return acceptedAs[bookingState] ?? 'accepted';
  if (state !== 'open') return ({ ...asItStands, closed: 'lost' } as const)[state];
  if (bookingState === 'cancelled') return 'withdrawn';
  // The winner is known a moment before the others' offers are closed.
  if (facts.slotInterpreterId !== null) return 'lost';
  return facts.expiresAt <= now ? 'expired' : 'open';
};

/** `45 min`, `1 h`, `1 h 30 min`, `2 days 3 h`. */
export const lengthText = (minutes: number): string => {
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  const dayText = days > 0 ? `${days} ${days === 1 ? 'day' : 'days'}` : '';
  const restText = days > 0 ? '' : rest > 0 ? `${rest} min` : '';
  return [dayText, hours > 0 ? `${hours} h` : '', restText].filter(Boolean).join(' ') || 'less than a minute';
};

const dateText = (instant: Date, zone: string): string =>
  whenWords('en', { startsAt: instant, zone })
    .date.map(({ text }) => text)
    .join('');

const dayAndTime = (instant: Date, zone: string, now: Date): string => {
  const { date, time } = wallClock(instant, zone);
  return date === wallClock(now, zone).date ? `${time} today` : `${time} on ${dateText(instant, zone)}`;
};

const releases: Record<NonNullable<OfferFacts['releasedWhy']>, Pick<OfferView['told'], 'heading' | 'sentence'>> = {
  'leg-lost': { heading: 'The second interpreter was not found', sentence: 'You are free at that time again. Thank you for being ready to help.' },
  'given-back': { heading: 'You gave this job back', sentence: 'The clinic knows, and is looking for somebody else. You are free at that time again.' },
  changed: { heading: 'This job was changed', sentence: 'It is no longer yours as it was, and you are free at that time. If you can still help, an offer follows.' },
  replaced: { heading: 'Somebody else does this job', sentence: 'You are free at that time again. Thank you for being ready to help.' },
  absent: { heading: 'You were marked as absent', sentence: 'The clinic goes on without you. If that is not right, call the clinic.' },
  concern: { heading: 'You do not go on with this job', sentence: 'The clinic knows, and is looking for somebody else. Thank you for telling them.' },
};

const tellings: Record<OfferSituation, (facts: OfferFacts, now: Date) => OfferView['told']> = {
  open: ({ expiresAt, zone }, now) => ({
    tone: 'sorry',
    pictogram: 'clock',
    heading: `${lengthText(minutesBetween(now, expiresAt))} left to answer`,
    sentence: `Until ${dayAndTime(expiresAt, zone, now)}. Silence means no.`,
  }),
  accepted: () => ({
    tone: 'ok',
    pictogram: 'saved',
    heading: 'It’s yours',
    sentence: 'The clinic knows. Keep this page: all that you need is on it.',
  }),
  waiting: ({ team }) => ({
    tone: 'sorry',
    pictogram: 'clock',
    heading: 'Your time is held',
    sentence: team
      ? 'Your place is yours. The clinic is looking for the others; you hear when all are found.'
      : 'It is booked when the second interpreter accepts too. You hear at once, either way.',
  }),
  released: ({ releasedWhy }) => ({ tone: 'calm', pictogram: 'person', ...releases[releasedWhy ?? 'leg-lost'] }),
  cancelled: () => ({
    tone: 'sorry',
    pictogram: 'no',
    heading: 'This appointment was cancelled',
    sentence: 'You are free at that time again. There is nothing that you need to do.',
  }),
  declined: () => ({
    tone: 'calm',
    pictogram: 'saved',
    heading: 'Thank you for telling us',
    sentence: 'You declined this job. No reason is needed, and it does not count against you.',
  }),
  lost: () => ({
    tone: 'calm',
    pictogram: 'person',
    heading: 'Somebody else accepted first',
    sentence: 'You are free at that time. Thank you for being ready to help.',
  }),
  expired: () => ({
    tone: 'calm',
    pictogram: 'clock',
    heading: 'The time to answer is over',
    sentence: 'Nothing was booked for you, and it does not count against you.',
  }),
  withdrawn: () => ({
    tone: 'calm',
    pictogram: 'saved',
    heading: 'No longer needed',
    sentence: 'The clinic has taken this offer back. You are free at that time.',
  }),
};

const modalities: Record<OfferFacts['modality'], { text: string; pictogram: PictogramName }> = {
  'in-person': { text: 'In person', pictogram: 'clinic' },
  video: { text: 'By video', pictogram: 'video' },
  phone: { text: 'By phone', pictogram: 'phone' },
};

const placeOf = ({ modality, siteName, siteAddress }: OfferFacts): OfferView['place'] => {
  const { text, pictogram } = modalities[modality];
  return { modality: text, pictogram, name: siteName, address: modality === 'in-person' ? siteAddress : null };
};

const travelOf = ({ travelMinutes, startsAt, zone }: OfferFacts): OfferView['travel'] =>
  travelMinutes === null
    ? null
    : { length: lengthText(travelMinutes), leaveBy: wallClock(plusMinutes(startsAt, -travelMinutes), zone).time };

const wishes: Record<string, NonNullable<OfferView['wish']>> = {
  woman: { sentence: 'The patient asked for a woman', pictogram: 'woman' },
  man: { sentence: 'The patient asked for a man', pictogram: 'man' },
};

const teamText = ({ others, kind }: NonNullable<OfferFacts['team']>): string => {
  const whom = others === 1 ? 'another interpreter' : `${others} other interpreters`;
  return kind === 'together' ? `You work together with ${whom}, all of the time.` : `You take turns with ${whom}. The time above is your part.`;
};

const timeText = ({ startsAt, endsAt, zone }: OfferFacts): string =>
  `${wallClock(startsAt, zone).time}–${wallClock(endsAt, zone).time}`;

/** All that one needs to decide, and no word about the patient. */
export const presentOffer = (token: string, facts: OfferFacts, now: Date, refusal: string | null): OfferView => {
  const situation = situationOf(facts, now);
  return {
    token,
    situation,
    told: tellings[situation](facts, now),
    refusal: situation === 'open' || situation === 'accepted' ? refusal : null,
    asksConflict: situation === 'open' && facts.asksConflict,
    date: dateText(facts.startsAt, facts.zone),
    time: timeText(facts),
    length: lengthText(facts.lengthMinutes),
    part: whenWords('en', facts).partOfDay,
    pay: `£${(facts.feePence / 100).toFixed(2)}`,
    place: placeOf(facts),
    travel: travelOf(facts),
    language: facts.varietyName,
    other: facts.otherName,
    partner: facts.partner && `${facts.partner.varietyName} ↔ ${facts.partner.otherName}`,
    team: facts.team && teamText(facts.team),
    wish: facts.genderWish === null ? null : (wishes[facts.genderWish] ?? null),
    readBack: situation === 'accepted' && facts.readBack && facts.endsAt > now,
    afterwards: situation === 'accepted' && (facts.endsAt <= now || facts.bookingState === 'completed') ? { said: facts.understood } : null,
    attendance: null,
    day: null,
    mayGiveBack: (situation === 'accepted' || situation === 'waiting') && facts.bookingState !== 'in-progress' && facts.startsAt > now,
    clinic: facts.clinicName,
    clinicPhone: facts.clinicPhone,
    room: situation === 'accepted' ? facts.room : null,
  };
};
