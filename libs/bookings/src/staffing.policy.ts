import { type Interval, Invalid, plusMinutes } from '@dragoman/kernel';
import type { Slot } from './assignment.entity';
import type { Booking } from './booking.entity';

/** How many interpreters a booking takes: a team works all of it together; by a handover one takes over at each of these minutes after its start. */
export type Staffing = { kind: 'one' } | { kind: 'team'; size: number } | { kind: 'handover'; minutes: readonly number[] };

/** Which of a booking's minutes somebody works; null: to its end. */
export type Part = Pick<Slot, 'fromMinute' | 'untilMinute'>;

const allOfIt: Part = { fromMinute: 0, untilMinute: null };

/** Shorter than this nobody sets out for. */
const SHORTEST_PART = 5;

/** One for each interpreter, in order. @param length of the booking, in minutes. @throws Invalid `handover-outside`. */
export const partsOf = (staffing: Staffing, length: number): Part[] => {
  if (staffing.kind === 'one') return [allOfIt];
  if (staffing.kind === 'team') return Array.from({ length: staffing.size }, () => allOfIt);
  const turns = [0, ...staffing.minutes];
  const parts = turns.map((fromMinute, n) => ({ fromMinute, untilMinute: turns[n + 1] ?? null }));
  if (parts.every((part) => lastsIn(part, length))) return parts;
  throw new Invalid('handover-outside', `Each interpreter needs at least ${SHORTEST_PART} minutes between the start and the end. Change when one takes over.`, { path: 'staffing' });
};

const lastsIn = ({ fromMinute, untilMinute }: Part, length: number): boolean =>
  (untilMinute ?? length) <= length && (untilMinute ?? length) - fromMinute >= SHORTEST_PART;

/** @throws Invalid `handover-outside` where a part would be left with no time. */
export const assertPartsLast = (parts: readonly Part[], length: number): void => {
  if (parts.every((part) => lastsIn(part, length))) return;
  throw new Invalid(
    'handover-outside',
    'One interpreter takes over from another after that. Give the later place up first, or choose a longer time. Nothing was changed.',
    { path: 'length' },
  );
};

/** Whoever has the one could as well have the other. */
export const isAlike = (a: Slot, b: Slot): boolean =>
  a.role === b.role && a.varietyId === b.varietyId && a.otherId === b.otherId && a.fromMinute === b.fromMinute && a.untilMinute === b.untilMinute;

/** Whether a booking was made for these, whatever was given up since. */
export const areFor = (slots: readonly Slot[], parts: readonly Part[]): boolean => {
  const direct = slots.filter(({ role }) => role === 'direct');
  return direct.length === parts.length && direct.every(({ fromMinute, untilMinute }, n) => fromMinute === parts[n]?.fromMinute && untilMinute === parts[n]?.untilMinute);
};

/** When whoever fills a place works. */
export const partOf = ({ startsAt, endsAt }: Pick<Booking, 'startsAt' | 'endsAt'>, { fromMinute, untilMinute }: Part): Interval => ({
  start: plusMinutes(startsAt, fromMinute),
  end: untilMinute === null ? endsAt : plusMinutes(startsAt, untilMinute),
});

/** Of slots that are alike, the first. */
export const oneOfEachKind = (slots: readonly Slot[]): Slot[] =>
  slots.filter((slot, n) => !slots.slice(0, n).some((earlier) => isAlike(earlier, slot)));
