import type { Board, BoardRow } from '@dragoman/contracts';
import { addDays, wallOf } from '../time/wall';
import { type Span, scaleFor, spanOn } from './geometry';

/** How the board is looked at: which days, on whose clock, and from when until when. */
export type View = { span: Board['span']; dates: string[]; zone: string; scale: Span };

/** A day that holds everything on it; in a week the hours of the day play no part. */
export const viewOf = ({ span, date, zone, unassigned }: Board, rows: readonly BoardRow[]): View => {
  const dates = Array.from({ length: span === 'week' ? 7 : 1 }, (_, n) => addDays(date, n));
  const shown = span === 'week' ? [] : [...unassigned, ...rows.flatMap(({ jobs, busy }) => [...jobs, ...busy])];
  return { span, dates, zone, scale: scaleFor(shown.map((one) => spanOn(one, date, zone))) };
};

export const isOn = ({ startsAt }: { startsAt: string }, date: string, zone: string): boolean => wallOf(startsAt, zone).date === date;
