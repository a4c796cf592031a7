/** A day and minute as a clock on a wall shows it: `2026-12-03`, `14:30`. */
export type Wall = { date: string; time: string };

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
];

const formatters = new Map<string, Intl.DateTimeFormat>();

const formatterFor = (zone: string): Intl.DateTimeFormat => {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  formatters.set(zone, made);
  return made;
};

/** What the clocks of a zone show at an instant; never the browser's own zone. */
export const wallOf = (instant: Date | string, zone: string): Wall => {
  const parts = formatterFor(zone).formatToParts(new Date(instant));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '00';
  return { date: `${part('year')}-${part('month')}-${part('day')}`, time: `${part('hour')}:${part('minute')}` };
};

const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;
const pieces = (date: string) => {
  const day = new Date(`${date}T00:00:00Z`);
  return {
    weekday: weekdays[day.getUTCDay()] ?? '',
    month: months[day.getUTCMonth()] ?? '',
    day: day.getUTCDate(),
    year: day.getUTCFullYear(),
  };
};

/** `2026-12-03` and 7 give `2026-12-10`. */
export const addDays = (date: string, days: number): string =>
  new Date((dayNumber(date) + days) * 86_400_000).toISOString().slice(0, 10);

export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);

/** `Thu 3 Dec`, with the year when it is another one than that of `beside`. */
export const shortDay = (date: string, beside?: string): string => {
  const { weekday, day, month, year } = pieces(date);
  const suffix = beside && !beside.startsWith(String(year)) ? ` ${year}` : '';
  return `${weekday.slice(0, 3)} ${day} ${month.slice(0, 3)}${suffix}`;
};

/** `Thursday 3 December 2026` */
export const longDay = (date: string): string => {
  const { weekday, day, month, year } = pieces(date);
  return `${weekday} ${day} ${month} ${year}`;
};

/** `3 Dec 2026` */
export const plainDay = (date: string): string => {
  const { day, month, year } = pieces(date);
  return `${day} ${month.slice(0, 3)} ${year}`;
};

/** `today`, `tomorrow`, `yesterday` or `Thu 3 Dec`. */
export const nearDay = (date: string, today: string): string => {
  const days = daysBetween(today, date);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  return shortDay(date, today);
};

/** `in 2 days`, `today`, `3 days ago`. */
export const howFar = (date: string, today: string): string => {
  const days = daysBetween(today, date);
  if (Math.abs(days) < 2) return nearDay(date, today);
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
};

/** `33 min`, `25 h 33 min`, `3 days`: the larger of two units is enough past two days. */
export const spanOf = (milliseconds: number): string => {
  const minutes = Math.max(0, Math.round(milliseconds / 60_000));
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return `${Math.round(hours / 24)} days`;
  return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
};

/** `14:30` and 40 give `15:10`; past midnight it starts again. */
export const timeAfter = (time: string, minutes: number): string => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const total = (hour * 60 + minute + minutes) % 1440;
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
};

/** `America/Argentina/Buenos_Aires` is `Buenos Aires`. */
export const placeOf = (zone: string): string => (zone.split('/').pop() ?? zone).replaceAll('_', ' ');

/** `Europe/Lisbon` reads `Lisbon time`; nothing when it is the reader's own zone. */
export const zoneNote = (zone: string, own: string): string =>
  zone === own ? '' : `${placeOf(zone)} time`;
