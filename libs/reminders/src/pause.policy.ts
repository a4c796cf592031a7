import { wallClock } from '@dragoman/kernel';
import type { Intent } from './intent.entity';

/** What follows when a paused message is resumed: it goes when planned, as soon as the hours allow, or not any more. */
export type AfterPause = 'at-its-time' | 'soon' | 'never';

type Waiting = Pick<Intent, 'kind' | 'dueAt'>;

/** A reminder whose time has passed is stale; a confirmation is news until the appointment begins. */
export const isOutOfTime = ({ kind, dueAt }: Waiting, startsAt: Date, now: Date): boolean =>
  startsAt <= now || (dueAt <= now && kind !== 'confirmed');

/** A reminder that belongs to a day is planned again within that day, as the plan would have it. */
export const afterPause = (intent: Waiting, { startsAt, zone }: { startsAt: Date; zone: string }, now: Date): AfterPause => {
  if (startsAt > now && intent.dueAt > now) return 'at-its-time';
  if (!isOutOfTime(intent, startsAt, now)) return 'soon';
  const isItsDay = intent.kind !== 'reminder-hours' && wallClock(intent.dueAt, zone).date === wallClock(now, zone).date;
  return startsAt > now && isItsDay ? 'soon' : 'never';
};
