import type { MonthsSpending } from '@dragoman/contracts';
import type { Bar } from '../design/bars';
import { longDay } from '../time/wall';

type Day = NonNullable<MonthsSpending['spending']>['days'][number];

const EACH_WEEK = 7;

/** Every day of the month, named once a week, so that two months look the same. @param month `YYYY-MM-01` */
export const barsOf = (month: string, days: readonly Day[]): Bar[] => {
  const [year = 0, of = 1] = month.split('-').map(Number);
  const known = new Map(days.map((day) => [day.date, day]));
  return Array.from({ length: new Date(Date.UTC(year, of, 0)).getUTCDate() }, (_, n) => {
    const date = `${month.slice(0, 8)}${String(n + 1).padStart(2, '0')}`;
    const { texts, calls } = known.get(date) ?? { texts: 0, calls: 0 };
    return { key: date, label: n % EACH_WEEK === 0 ? String(n + 1) : '', said: longDay(date), values: [texts, calls] };
  });
};
