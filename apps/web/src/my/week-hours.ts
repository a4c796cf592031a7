import type { MyWeek } from '@dragoman/contracts';

export type Hours = MyWeek['hours'];

/** Minutes from Monday's midnight, the second after the first. */
type Span = [from: number, to: number];

const DAY = 1440;
const WEEK = 7 * DAY;

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const timeOf = (minutes: number): string => `${String(Math.floor((minutes % DAY) / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** An end at or before the start is on the next day; what runs past Sunday begins again on Monday. */
const spansOf = (hours: Hours): Span[] =>
  hours.flatMap(({ weekday, from, to }): Span[] => {
    const start = (weekday - 1) * DAY + minutesOf(from);
    const end = (weekday - 1) * DAY + minutesOf(to) + (to <= from ? DAY : 0);
    return end > WEEK ? [[start, WEEK], [0, end - WEEK]] : [[start, end]];
  });

const merged = (spans: readonly Span[]): Span[] => {
  const result: Span[] = [];
  for (const [from, to] of [...spans].sort((one, other) => one[0] - other[0])) {
    const last = result.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else if (to > from) result.push([from, to]);
  }
  return result;
};

/** A day at a time, as they are shown and saved: midnight is the end of a day. */
const hoursOf = (spans: readonly Span[]): Hours =>
  spans.flatMap(([from, to]) => {
    const days: Hours = [];
    for (let start = from; start < to; ) {
      const day = Math.floor(start / DAY);
      const end = Math.min(to, (day + 1) * DAY);
      days.push({ weekday: day + 1, from: timeOf(start), to: timeOf(end) });
      start = end;
    }
    return days;
  });

/** The same hours, a day at a time and without overlaps. */
export const tidied = (hours: Hours): Hours => hoursOf(merged(spansOf(hours)));

/** What of an hour of the grid is free for offers; weekdays count from 1, Monday. */
export const hourOf = (hours: Hours, weekday: number, hour: number): 'on' | 'off' | { from: string; to: string }[] => {
  const [start, end] = [(weekday - 1) * DAY + hour * 60, (weekday - 1) * DAY + hour * 60 + 60];
  const inside = merged(spansOf(hours)).flatMap(([from, to]): Span[] => (from < end && to > start ? [[Math.max(from, start), Math.min(to, end)]] : []));
  if (inside.length === 0) return 'off';
  const [first] = inside;
  if (first && first[0] === start && first[1] === end) return 'on';
  return inside.map(([from, to]) => ({ from: timeOf(from), to: timeOf(to) }));
};

/** One hour turned: a whole one goes, one that is free in part or not at all becomes whole. What lies beside it stays to the minute. */
export const turned = (hours: Hours, weekday: number, hour: number): Hours => {
  const [start, end] = [(weekday - 1) * DAY + hour * 60, (weekday - 1) * DAY + hour * 60 + 60];
  const rest = spansOf(hours).flatMap(([from, to]): Span[] => [[from, Math.min(to, start)], [Math.max(from, end), to]]).filter(([from, to]) => to > from);
  return hoursOf(merged(hourOf(hours, weekday, hour) === 'on' ? rest : [...rest, [start, end]]));
};

/** Tuesday to Friday as Monday is. */
export const mondayCopied = (hours: Hours): Hours => {
  const all = tidied(hours);
  const monday = all.filter(({ weekday }) => weekday === 1);
  return tidied([...all.filter(({ weekday }) => weekday === 1 || weekday > 5), ...[2, 3, 4, 5].flatMap((weekday) => monday.map((span) => ({ ...span, weekday })))]);
};

/** Whether anything lies outside the hours that are shown at first. */
export const hasHoursBeyond = (hours: Hours, from: number, to: number): boolean =>
  tidied(hours).some((span) => minutesOf(span.from) < from * 60 || (minutesOf(span.to) || DAY) > to * 60);
