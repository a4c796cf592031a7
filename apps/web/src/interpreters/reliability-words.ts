import type { Reliability } from '@dragoman/contracts';
import type { Bar } from '../design/bars';

type Month = Reliability['months'][number];

const MONTHS = 12;
const named = (month: string, style: 'short' | 'long'): string =>
  new Intl.DateTimeFormat('en-GB', { month: style, ...(style === 'long' && { year: 'numeric' }), timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`));

/** The twelve months that end with this one, `YYYY-MM`. */
export const lastMonths = (today: string): string[] => {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return Array.from({ length: MONTHS }, (_, n) => new Date(Date.UTC(year, month - MONTHS + n, 1)).toISOString().slice(0, 7));
};

/** Every month, also one without any job; given back, absent, late, kept is the order from the ground up of what is worth seeing last. */
export const barsOf = (months: readonly Month[], today: string): Bar[] => {
  const known = new Map(months.map((one) => [one.month, one]));
  return lastMonths(today).map((month) => {
    const { kept, late, givenBack, absent } = known.get(month) ?? { kept: 0, late: 0, givenBack: 0, absent: 0 };
    return { key: month, label: named(month, 'short'), said: named(month, 'long'), values: [kept, late, givenBack, absent] };
  });
};

const counted = (count: number, words: string): string[] => (count === 0 ? [] : [`${count} ${words}`]);

/** `Of 14 jobs in twelve months: 11 kept, 1 late, 2 given back.` */
export const reliabilitySentence = (months: readonly Month[]): string => {
  const sum = (of: (month: Month) => number) => months.reduce((total, month) => total + of(month), 0);
  const [kept, late, givenBack, absent] = [sum((m) => m.kept), sum((m) => m.late), sum((m) => m.givenBack), sum((m) => m.absent)];
  const all = kept + late + givenBack + absent;
  const parts = [...counted(kept, 'kept'), ...counted(late, 'late'), ...counted(givenBack, 'given back'), ...counted(absent, 'not come to')];
  return `Of ${all === 1 ? '1 job' : `${all} jobs`} in twelve months: ${parts.join(', ')}.`;
};
