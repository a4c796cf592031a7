import { addDays, type LocalDate, plusMinutes, wallClock } from '@dragoman/kernel';
import type { AppointmentInput } from '@dragoman/bookings';
import type { Topic } from '@dragoman/languages';
import { zone } from './clinics';
import { Dice } from './dice';

/** To an outside agency, counted among the clinic's; `sends`: whom it answered that it sends. */
export interface Passed {
  kind: 'passed';
  minutesAgo: number;
  agency: number;
  sends?: { name: string; phone: string; credential: string };
}

/** What becomes of an appointment after it was asked for. */
export type Fate =
  | { kind: 'unfilled' }
  | { kind: 'offered'; minutesAgo: number; fill?: 'waves' }
  | { kind: 'declined'; minutesAgo: number }
  | { kind: 'confirmed'; answer?: 'coming' | 'cannot-come' | 'call-me' }
  | { kind: 'cancelled' }
  | Passed;

export interface PlannedAppointment extends Pick<AppointmentInput, 'date' | 'time' | 'length' | 'modality'> {
  /** Counted among the clinic's patients, sites and the site's rooms; wraps round. */
  patient: number;
  site: number;
  room: number;
  purpose: string;
  fate: Fate;
  /** How long before the appointment or now, whichever comes first, it was asked for. */
  askedDaysBefore: number;
}

const purposes = [
  'Diabetes review', 'Physiotherapy', 'Antenatal check', 'Health visitor review', 'Podiatry', 'Eye check', 'Wound care',
  'Child immunisations', 'Speech and language therapy', 'New patient check', 'Blood pressure review', 'Dietitian',
] as const;

const aboutBabies: readonly string[] = ['Antenatal check', 'Health visitor review', 'Child immunisations'];

/** What the desk would have chosen for such a purpose. */
export const topicOf = (purpose: string): Topic => (aboutBabies.includes(purpose) ? 'maternity' : 'general');

const lengths = [30, 40, 60, 45] as const;
const modalities = ['in-person', 'in-person', 'phone', 'in-person', 'video'] as const;

const clock = (minuteOfDay: number): string =>
  `${String(Math.floor(minuteOfDay / 60)).padStart(2, '0')}:${String(minuteOfDay % 60).padStart(2, '0')}`;

const OPENS = 8 * 60 + 30;
const LAST = 16 * 60 + 45;

/** A day's list, spread evenly from opening on. */
const dayOf = (date: LocalDate, count: number, fates: readonly Fate[], firstPatient: number, dice: Dice): PlannedAppointment[] =>
  Array.from({ length: count }, (_, place) => {
    const spread = OPENS + Math.floor(((LAST - OPENS) * place) / Math.max(1, count - 1));
    return {
      date,
      time: clock(spread - (spread % 15)),
      length: dice.pick(lengths),
      modality: dice.pick(modalities),
      patient: firstPatient + place,
      site: dice.between(0, 3),
      room: dice.between(0, 5),
      purpose: dice.pick(purposes),
      fate: Dice.turn(fates, place),
      askedDaysBefore: dice.between(2, 9),
    };
  });

const confirmed: Fate = { kind: 'confirmed' };
const coming: Fate = { kind: 'confirmed', answer: 'coming' };
const past: readonly Fate[] = [confirmed, coming, confirmed, coming, { kind: 'cancelled' }];
const today: readonly Fate[] = [coming, confirmed, coming, confirmed, confirmed, { kind: 'cancelled' }, coming];
const ahead: readonly Fate[] = [
  confirmed, { kind: 'offered', minutesAgo: 95 }, confirmed, coming, confirmed, { kind: 'unfilled' }, confirmed,
  { kind: 'declined', minutesAgo: 300 }, confirmed, { kind: 'offered', minutesAgo: 20 }, confirmed,
];

/** How full a clinic is: appointments a day, from so many days before today to so many after. */
export interface Busyness {
  past: number;
  today: number;
  ahead: number;
}

/** Three weeks back, so that people have met before; today; a full week ahead and a thinner fortnight after it. */
export const plannedAppointments = (now: Date, busyness: Busyness, dice: Dice): PlannedAppointment[] => {
  const { date } = wallClock(now, zone);
  let patient = 0;
  const day = (offset: number, count: number, fates: readonly Fate[]): PlannedAppointment[] => {
    const turned = fates.map((_, place) => Dice.turn(fates, place + Math.abs(offset) * 3));
    const list = dayOf(addDays(date, offset), count, turned, patient, dice);
    patient += count;
    return list;
  };
  return [
    ...[-20, -13, -6, -1].flatMap((offset) => day(offset, busyness.past, past)),
    ...day(0, busyness.today, today),
    ...[1, 2, 3, 4, 5, 6, 7].flatMap((offset) => day(offset, busyness.ahead, ahead)),
    ...[10, 14, 21].flatMap((offset) => day(offset, Math.ceil(busyness.ahead / 2), ahead)),
  ];
};

/** The next quarter of an hour in opening times that is at least so far away. */
export const soonAfter = (now: Date, minutes: number): Pick<AppointmentInput, 'date' | 'time'> => {
  const wanted = plusMinutes(now, minutes);
  const { date, minuteOfDay } = wallClock(wanted, zone);
  const quarter = Math.ceil(minuteOfDay / 15) * 15;
  if (quarter < OPENS) return { date, time: clock(OPENS) };
  return quarter > LAST ? { date: addDays(date, 1), time: clock(OPENS + 30) } : { date, time: clock(quarter) };
};

const DAY = 1440;

/** When it was asked for: never after now, and always before the appointment. */
export const askedAt = (startsAt: Date, now: Date, daysBefore: number): Date => {
  const first = startsAt < now ? startsAt : now;
  return plusMinutes(first, -daysBefore * DAY - (first.getUTCMinutes() * 3));
};
