import { instantOf, plusMinutes } from '@dragoman/kernel';
import type { Topic } from '@dragoman/languages';
import type { Modality } from './modality';
import type { Changeable } from './booking.events';

/** What is agreed anew; what is not named stays. */
export interface BookingChange {
  date?: string | undefined;
  time?: string | undefined;
  /** Minutes. */
  length?: number | undefined;
  fold?: 'earlier' | 'later' | undefined;
  siteId?: string | undefined;
  room?: string | null | undefined;
  modality?: Modality | undefined;
  varietyId?: string | undefined;
  topic?: Topic | null | undefined;
  /** For this appointment. A required gender is lifted by nobody but the patient. */
  gender?: { gender: string; strength: 'required' | 'preferred' } | null | undefined;
  /** The patient said so themselves. */
  isPatientsWord?: boolean | undefined;
}

/** `ask-again`: nobody keeps a yes that they gave to something else. `judge-again`: whoever still fits stays. */
export type Rematch = 'ask-again' | 'judge-again' | 'inform';

/** What a change of each thing means for whoever is booked or asked. */
export const rematchOf: Readonly<Record<Changeable, Rematch>> = {
  when: 'ask-again',
  length: 'ask-again',
  where: 'ask-again',
  modality: 'ask-again',
  language: 'ask-again',
  gender: 'judge-again',
  topic: 'judge-again',
  room: 'inform',
};

const order: readonly Rematch[] = ['ask-again', 'judge-again', 'inform'];

export const rematchFor = (what: readonly Changeable[]): Rematch =>
  order.find((rematch) => what.some((each) => rematchOf[each] === rematch)) ?? 'inform';

/** The columns that may be agreed anew. */
export interface Agreed {
  siteId: string;
  room: string | null;
  localStart: string;
  zone: string;
  lengthMinutes: number;
  startsAt: Date;
  endsAt: Date;
  modality: Modality;
  varietyId: string;
  topic: Topic | null;
  requiredGender: string | null;
  preferredGender: string | null;
  ownGenderWish: boolean;
}

const timeOf = (before: Agreed, change: BookingChange, zone: string): Pick<Agreed, 'localStart' | 'zone' | 'lengthMinutes' | 'startsAt' | 'endsAt'> => {
  const [date = '', time = ''] = before.localStart.split('T');
  const localStart = `${change.date ?? date}T${change.time ?? time}`;
  const lengthMinutes = change.length ?? before.lengthMinutes;
  const isSame = localStart === before.localStart && zone === before.zone && change.fold === undefined;
  // An hour that happens twice was chosen once: as long as the clock's words stay, so does the instant.
  const startsAt = isSame ? before.startsAt : instantOf(localStart, zone, { gap: 'refuse', fold: change.fold ?? 'refuse' });
  return { localStart, zone, lengthMinutes, startsAt, endsAt: plusMinutes(startsAt, lengthMinutes) };
};

const genderOf = (before: Agreed, { gender }: BookingChange): Pick<Agreed, 'requiredGender' | 'preferredGender' | 'ownGenderWish'> => {
  if (gender === undefined) return { requiredGender: before.requiredGender, preferredGender: before.preferredGender, ownGenderWish: before.ownGenderWish };
  const as = (strength: string): string | null => (gender?.strength === strength ? gender.gender : null);
  return { requiredGender: as('required'), preferredGender: as('preferred'), ownGenderWish: true };
};

/**
 * What is agreed after a change, on the wall clock of `zone`, which is that of the site it is at then.
 * @throws Invalid `time-does-not-exist`, `time-happens-twice` at a clock change, unless `fold` says which.
 */
export const agreedAnew = (before: Agreed, change: BookingChange, zone: string): Agreed => ({
  ...timeOf(before, change, zone),
  ...genderOf(before, change),
  siteId: change.siteId ?? before.siteId,
  room: change.room === undefined ? before.room : change.room,
  modality: change.modality ?? before.modality,
  varietyId: change.varietyId ?? before.varietyId,
  topic: change.topic === undefined ? before.topic : change.topic,
});

/** What differs, for people and for `rematchFor`. */
export const whatChanged = (before: Agreed, after: Agreed): Changeable[] => {
  const differs: [Changeable, boolean][] = [
    ['when', before.startsAt.getTime() !== after.startsAt.getTime() || before.localStart !== after.localStart],
    ['length', before.lengthMinutes !== after.lengthMinutes],
    ['where', before.siteId !== after.siteId],
    ['room', before.room !== after.room],
    ['modality', before.modality !== after.modality],
    ['language', before.varietyId !== after.varietyId],
    ['gender', before.requiredGender !== after.requiredGender || before.preferredGender !== after.preferredGender],
    ['topic', before.topic !== after.topic],
  ];
  return differs.flatMap(([what, isDifferent]) => (isDifferent ? [what] : []));
};

/** Whether a required gender would be lifted or turned into another. */
export const loosensGender = (before: Agreed, after: Agreed): boolean =>
  before.requiredGender !== null && after.requiredGender !== before.requiredGender;
