/** What a watch shows, by the platform's own calendar, minute by minute. */
export interface Watch {
  date: string;
  minute: number;
  weekday: number;
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const formats = new Map<string, Intl.DateTimeFormat>();
const seen = new Map<string, Watch>();

const formatOf = (zone: string): Intl.DateTimeFormat => {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone, hourCycle: 'h23', weekday: 'short', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
  });
  formats.set(zone, made);
  return made;
};

export const watchAt = (instant: number, zone: string): Watch => {
  const key = `${zone} ${instant}`;
  const known = seen.get(key);
  if (known) return known;
  const parts = Object.fromEntries(formatOf(zone).formatToParts(instant).map(({ type, value }) => [type, value]));
  const watch = {
    date: `${parts.year}-${parts.month}-${parts.day}`,
    minute: Number(parts.hour) * 60 + Number(parts.minute),
    weekday: weekdays.indexOf(parts.weekday ?? '') + 1,
  };
  seen.set(key, watch);
  return watch;
};

export const dayBefore = (date: string): string => new Date(Date.parse(`${date}T12:00Z`) - 86_400_000).toISOString().slice(0, 10);

export const minutesOf = (start: Date, end: Date): number[] =>
  Array.from({ length: (end.getTime() - start.getTime()) / 60_000 }, (_, n) => start.getTime() + n * 60_000);
