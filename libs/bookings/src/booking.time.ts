import { instantOf, plusMinutes } from '@dragoman/kernel';
import type { Topic } from '@dragoman/languages';
import type { Modality } from './booking.entity';

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
export const furthestAhead = (now: Date): Date => plusMinutes(now, MOST_DAYS_AHEAD * 24 * 60);
