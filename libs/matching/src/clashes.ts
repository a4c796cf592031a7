import { type Interval, overlaps, plusMinutes, wallClock } from '@dragoman/kernel';
import type { CandidateFacts } from '@dragoman/interpreters';
import type { LanguageLevels, MatchRequest } from './match';
import { judgeCandidate } from './rules';
import { otherJobs } from './time-rules';
import { shortJourneys } from './travel';

/** A job that stands in the way in time. Whoever shows it knows first that it is the reader's own organisation's. */
export interface Clash extends Interval {
  bookingId: string;
  kind: 'overlap' | 'journey-from' | 'journey-to';
  /** Minutes to travel, where that is what is missing; Infinity where a place is not on the map. */
  needs: number;
  free: number;
}

const THIS = 'this';

/** Soonest first. */
export const clashesOf = (request: MatchRequest, facts: CandidateFacts): Clash[] => {
  const others = otherJobs({ request, facts });
  const { interval, modality, siteId, point } = request;
  const overlapping = others.filter((job) => overlaps(job, interval));
  if (overlapping.length > 0)
    return overlapping.map(({ bookingId, start, end }) => ({ bookingId, start, end, kind: 'overlap', needs: 0, free: 0 }));
  return shortJourneys(others, { ...interval, bookingId: THIS, modality, siteId, point }, facts.transport).flatMap(
    ({ before, after, minutes: needs, free }): Clash[] => {
      const [kind, { bookingId, start, end }] = after.bookingId === THIS ? (['journey-from', before] as const) : (['journey-to', after] as const);
      return [{ bookingId, start, end, kind, needs, free }];
    },
  );
};

/**
 * When it could begin instead on that day, as soon as they arrive from the job before; null where something else stands against it
 * too, or then would.
 */
export const couldStartAt = (request: MatchRequest, facts: CandidateFacts, levels: LanguageLevels): Date | null => {
  const clashes = clashesOf(request, facts);
  const [only] = clashes;
  if (!only || clashes.length > 1 || only.kind !== 'journey-from' || only.needs === Infinity) return null;
  const late = only.needs - only.free;
  const [start, end] = [plusMinutes(request.interval.start, late), plusMinutes(request.interval.end, late)];
  if (wallClock(start, request.zone).date !== request.date) return null;
  return judgeCandidate({ ...request, interval: { start, end } }, facts, levels).eligible ? start : null;
};
