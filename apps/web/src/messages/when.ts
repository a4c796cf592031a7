import { nearDay, wallOf } from '../time/wall';

/** `10:42`, `yesterday 10:42`, `Thu 3 Dec 14:30`. */
export const whenOf = (instant: string, now: Date, zone: string): string => {
  const { date, time } = wallOf(instant, zone);
  const day = nearDay(date, wallOf(now, zone).date);
  return day === 'today' ? time : `${day} ${time}`;
};
