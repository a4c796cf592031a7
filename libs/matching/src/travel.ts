import { type Interval, Invalid, kilometresBetween, minutesBetween, type Point } from '@dragoman/kernel';
import type { Modality, Transport } from '@dragoman/interpreters';

/** Door to door, waiting and changing included. */
export const KILOMETRES_AN_HOUR: Record<Transport, number> = { walk: 4.5, bicycle: 14, public: 18, car: 24 };
export const DETOUR = 1.3;
export const MINUTES_TO_FIND_THE_ROOM = 10;

export interface Job extends Interval {
  modality: Modality;
  siteId: string | null;
  point: Point | null;
}

/**
 * Time an interpreter needs between two sites, in minutes, rounded up.
 * Great-circle distance × 1.3 at the mode's mean speed, plus 10 min to find the room.
 * @throws Invalid `unknown-location` if either site has no coordinates.
 */
export const travelMinutes = (from: Point | null, to: Point | null, by: Transport): number => {
  if (!from || !to) throw new Invalid('unknown-location', 'Put this site on the map first: travel to it cannot be judged.');
  const hours = (kilometresBetween(from, to) * DETOUR) / KILOMETRES_AN_HOUR[by];
  return Math.ceil(hours * 60 + MINUTES_TO_FIND_THE_ROOM);
};

/** From or to a place that is not on the map there is never time enough. */
const minutesBetweenJobs = (before: Job, after: Job, by: Transport): number => {
  if (before.siteId !== null && before.siteId === after.siteId) return 0;
  return before.point && after.point ? travelMinutes(before.point, after.point, by) : Infinity;
};

/** On a call nobody travels: what lies between two sites is the gap without the remote jobs in it. */
const freeMinutes = (before: Job, after: Job, remote: readonly Job[]): number =>
  remote
    .filter(({ start, end }) => before.end <= start && end <= after.start)
    .reduce((free, { start, end }) => free - minutesBetween(start, end), minutesBetween(before.end, after.start));

/**
 * Whether the interpreter gets from each job to the next once `added` is among them. Looks only at the journeys that
 * `added` begins, ends or cuts into; overlaps are another rule's.
 */
export const canTravel = (others: readonly Job[], added: Job, by: Transport): boolean => {
  if (others.length === 0) return true;
  const jobs = [...others, added].sort((a, b) => a.start.getTime() - b.start.getTime());
  const remote = jobs.filter(({ modality }) => modality !== 'in-person');
  const onSite = jobs.filter(({ modality }) => modality === 'in-person');
  return onSite.slice(1).every((after, place) => {
    const before = onSite[place] ?? after;
    const isTouched = before.start <= added.start && added.start <= after.start;
    return !isTouched || minutesBetweenJobs(before, after, by) <= freeMinutes(before, after, remote);
  });
};
