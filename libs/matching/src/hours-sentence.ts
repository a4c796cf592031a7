import { wallClock } from '@dragoman/kernel';
import type { CandidateFacts } from '@dragoman/interpreters';
import { isAway } from './availability';
import type { MatchRequest } from './match';

const weekdays = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays'];

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** Why somebody is not available: away, without a word about where; or their hours of that weekday, in their zone if it is not the site's. */
export const absenceOrHours = (facts: Pick<CandidateFacts, 'hours' | 'exceptions' | 'zone'>, request: MatchRequest): string => {
  if (isAway(facts, request.interval)) return 'Away then.';
  if (facts.hours.length === 0) return 'Has given no hours of work.';
  const { weekday } = wallClock(request.interval.start, facts.zone);
  const day = weekdays[weekday - 1] ?? '';
  const hours = facts.hours
    .filter((entry) => entry.weekday === weekday)
    .sort((a, b) => a.fromMinute - b.fromMinute)
    .map(({ fromMinute, toMinute }) => `${clock(fromMinute)}–${clock(toMinute)}`);
  if (hours.length === 0) return `Does not work on ${day}.`;
  const zone = facts.zone === request.zone ? '' : ` (${facts.zone} time)`;
  return `Works ${hours.join(' and ')} on ${day}${zone}.`;
};
