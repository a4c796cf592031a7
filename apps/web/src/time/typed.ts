import { addDays } from './wall';

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const weekdayNames = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** `930`, `9.30`, `9:30`, `14`, `2pm`, `2:30 pm` become `HH:mm`; anything else `null`. */
export const timeFromTyping = (text: string): string | null => {
  const match = /^(\d{1,2})[:.\s]?(\d{2})?\s*(am|pm)?$/.exec(text.trim().toLowerCase());
  if (!match) return null;
  const [, hourText = '', minuteText = '00', half] = match;
  const typed = Number(hourText);
  if (half && (typed < 1 || typed > 12)) return null;
  const hour = half ? (typed % 12) + (half === 'pm' ? 12 : 0) : typed;
  const minute = Number(minuteText);
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
};

const dateOf = (year: number, month: number, day: number): string | null => {
  const made = new Date(Date.UTC(year, month - 1, day));
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === day ? made.toISOString().slice(0, 10) : null;
};

/** The year that was meant: this one, or the next if the day has gone by. */
const withYear = (month: number, day: number, yearText: string | undefined, today: string): string | null => {
  if (yearText) return dateOf(yearText.length === 2 ? 2000 + Number(yearText) : Number(yearText), month, day);
  const year = Number(today.slice(0, 4));
  const thisYear = dateOf(year, month, day);
  return thisYear && thisYear < today ? dateOf(year + 1, month, day) : thisYear;
};

/** `3/12`, `3 dec`, `Thu 3 Dec 2026`, `2026-12-03`, `tomorrow`, `fri`, `+14`: what people type for a day. Day comes before month. */
export const dateFromTyping = (text: string, today: string): string | null => {
  const typed = text.trim().toLowerCase().replace(/,/g, '');
  if (typed === 'today') return today;
  if (typed === 'tomorrow') return addDays(today, 1);
  const ahead = /^\+(\d{1,3})$/.exec(typed);
  if (ahead) return addDays(today, Number(ahead[1]));
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  if (iso) return dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const weekday = /^(sun|mon|tue|wed|thu|fri|sat)[a-z]*$/.exec(typed);
  if (weekday) {
    const from = new Date(`${today}T00:00:00Z`).getUTCDay();
    const days = (weekdayNames.indexOf(weekday[1] ?? '') - from + 7) % 7;
    return addDays(today, days === 0 ? 7 : days);
  }
  const bare = typed.replace(/^(sun|mon|tue|wed|thu|fri|sat)[a-z]*\s+/, '');
  const numbers = /^(\d{1,2})[./-](\d{1,2})(?:[./-](\d{2}|\d{4}))?$/.exec(bare);
  if (numbers) return withYear(Number(numbers[2]), Number(numbers[1]), numbers[3], today);
  const named = /^(\d{1,2})\s+([a-z]{3})[a-z]*(?:\s+(\d{2}|\d{4}))?$/.exec(bare);
  if (!named) return null;
  const month = monthNames.indexOf(named[2] ?? '') + 1;
  return month === 0 ? null : withYear(month, Number(named[1]), named[3], today);
};
