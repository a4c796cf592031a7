import { instantOf, Invalid, plusMinutes } from '@dragoman/kernel';
import type { Topic } from '@dragoman/languages';
import type { Modality } from './modality';

/** When, where and how, on the wall clock of the site. */
export interface AppointmentInput {
  patientId: string;
  siteId: string;
  room: string | null;
  date: string;
  time: string;
  length: number;
  modality: Modality;
  varietyId: string;
  /** Null: left blank, which counts as sensitive. */
  topic: Topic | null;
  fold?: 'earlier' | 'later' | undefined;
}

/** @throws Invalid `time-does-not-exist`, `time-happens-twice` at a clock change, unless `fold` says which. */
export const intervalOf = (input: AppointmentInput, zone: string): { startsAt: Date; endsAt: Date } => {
  const startsAt = instantOf(`${input.date}T${input.time}`, zone, { gap: 'refuse', fold: input.fold ?? 'refuse' });
  return { startsAt, endsAt: plusMinutes(startsAt, input.length) };
};

const MOST_DAYS_AHEAD = 3 * 366;

/** A year beyond this is a slip of the finger. */
const furthestAhead = (now: Date): Date => plusMinutes(now, MOST_DAYS_AHEAD * 24 * 60);

/** @throws Invalid `starts-in-the-past`, `starts-too-far-ahead`. */
export const assertTimeAhead = (startsAt: Date, now: Date): void => {
  if (startsAt <= now) throw new Invalid('starts-in-the-past', 'This time has passed. Choose a later one.');
  if (startsAt > furthestAhead(now)) throw new Invalid('starts-too-far-ahead', 'This is more than three years ahead. Check the year.');
};
