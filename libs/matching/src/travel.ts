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

/** Between two neighbouring jobs on site. */
export interface Journey<One extends Job = Job> {
  before: One;
  after: One;
  /** Needed, door to door; 0 within a site, Infinity where a place is not on the map. */
  minutes: number;
  /** There are; fewer than needed is too short. */
  free: number;
}

const bySoonest = (a: Job, b: Job): number => a.start.getTime() - b.start.getTime();

/** From each job on site to the next, soonest first; among them those that `which` picks. */
export const journeysOf = <One extends Job>(
  jobs: readonly One[],
  by: Transport,
  which: (before: One, after: One) => boolean = () => true,
): Journey<One>[] => {
  const inOrder = [...jobs].sort(bySoonest);
  const remote = inOrder.filter(({ modality }) => modality !== 'in-person');
  const onSite = inOrder.filter(({ modality }) => modality === 'in-person');
  return onSite.slice(1).flatMap((after, place) => {
    const before = onSite[place] ?? after;
    if (!which(before, after)) return [];
    return [{ before, after, minutes: minutesBetweenJobs(before, after, by), free: freeMinutes(before, after, remote) }];
  });
};

/** The journeys that `added` begins, ends or cuts into and for which there is too little time; overlaps are another rule's. */
export const shortJourneys = <One extends Job>(others: readonly One[], added: One, by: Transport): Journey<One>[] => {
  if (others.length === 0) return [];
  const isTouched = (before: Job, after: Job): boolean => before.start <= added.start && added.start <= after.start;
  return journeysOf([...others, added], by, isTouched).filter(({ minutes, free }) => minutes > free);
};

/** Whether the interpreter gets from each job to the next once `added` is among them. */
export const canTravel = (others: readonly Job[], added: Job, by: Transport): boolean => shortJourneys(others, added, by).length === 0;
