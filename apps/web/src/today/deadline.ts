import { nearDay, spanOf, wallOf } from '../time/wall';

const soonMilliseconds = 30 * 60_000;

const minute = 60_000;

/** `By 12:42`, `By tomorrow 09:00`, `Due now`, `2 h overdue`. */
export const deadlineOf = (dueAt: string, now: Date, zone: string): { words: string; isUrgent: boolean } => {
  const left = new Date(dueAt).getTime() - now.getTime();
  if (left < 0 && left > -minute) return { words: 'Due now', isUrgent: true };
  if (left < 0) return { words: `${spanOf(-left)} overdue`, isUrgent: true };
  const { date, time } = wallOf(dueAt, zone);
  const day = nearDay(date, wallOf(now, zone).date);
  return { words: `By ${day === 'today' ? '' : `${day} `}${time}`, isUrgent: left < soonMilliseconds };
};
