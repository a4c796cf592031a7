import { Invalid, wallClock } from '@dragoman/kernel';
import type { CatalogCalendar, PartOfDay } from './catalogs/catalog';
import { catalogOf } from './catalogs/catalogs';
import { figureText, fill, plainText, type TextPart, wordText } from './text';

export interface AppointmentTime {
  startsAt: Date;
  /** IANA zone of the place where people meet. */
  zone: string;
  /** The patient chose to have the time counted from dawn as well. */
  dawnClock?: boolean;
}

/** When to come, in one language, in runs that a page can lay out and isolate. */
export interface WhenWords {
  /** Weekday and date. */
  date: TextPart[];
  /** `HH:mm`, 24-hour. */
  time: string;
  partOfDay: string;
  /** The same hour counted from dawn, with the words that say so; `null` unless chosen and used in this language. */
  dawn: TextPart[] | null;
  /** Date and time as one phrase, without the dawn line. */
  phrase: TextPart[];
}

const NOON = 12 * 60;

/**
 * Six words for the day. Nobody can take a western hour for a dawn-counted one while the word stands beside it:
 * whatever hour from 1 to 12 is written, the two readings fall under different words.
 */
export const partOfDayAt = (minuteOfDay: number): PartOfDay => {
  if (minuteOfDay < 6 * 60) return 'afterMidnight';
  if (minuteOfDay < NOON) return 'morning';
  if (minuteOfDay < 13 * 60) return 'midday';
  if (minuteOfDay < 17 * 60) return 'afternoon';
  if (minuteOfDay < 21 * 60) return 'evening';
  return 'night';
};

/** `8:30` for 14:30 and for 02:30: hours since 06:00 or 18:00, twelve instead of none. */
export const dawnTime = (minuteOfDay: number): string => {
  const hour = (Math.floor(minuteOfDay / 60) + 6) % 12 || 12;
  return `${hour}:${String(minuteOfDay % 60).padStart(2, '0')}`;
};

const entryOf = (table: readonly string[], position: number): string => {
  const entry = table[position - 1];
  // A missing word would otherwise reach a patient as "undefined".
  if (entry === undefined) throw new Invalid('no-word-for-date', 'A table of date words is incomplete.', { position });
  return entry;
};

const dateParts = (calendar: CatalogCalendar, localDate: string, weekdayNumber: number): TextPart[] => {
  const { style } = calendar;
  const [year, month, day] = localDate.split('-').map(Number) as [number, number, number];
  const weekday = [wordText(entryOf(calendar.weekdays, weekdayNumber))];
  if (style.kind === 'named-months') {
    return fill(calendar.date, { weekday, date: [figureText(`${day} ${entryOf(style.months, month)} ${year}`)] });
  }
  if (style.kind === 'worded') {
    const numbers = { year: [wordText(String(year))], month: [wordText(String(month))], day: [wordText(String(day))] };
    return fill(calendar.date, { weekday, date: [figureText(plainText(fill(style.words, numbers), 'ltr'))] });
  }
  const digits = (number: number) => String(number).padStart(style.padded ? 2 : 1, '0');
  const date = [figureText([digits(day), digits(month), String(year)].join(style.separator))];
  const mayBeMisread = day <= 12 && day !== month;
  return mayBeMisread
    ? fill(style.lowDay, { weekday, date, month: [figureText(String(month))] })
    : fill(calendar.date, { weekday, date });
};

/** `24 November 2026`, for staff. @param isoDate `YYYY-MM-DD` */
export const englishDay = (isoDate: string): string => {
  const [year, month, day] = isoDate.split('-').map(Number);
  const { style } = catalogOf('en').calendar;
  return style.kind === 'named-months' ? `${day} ${entryOf(style.months, month ?? 0)} ${year}` : isoDate;
};

const dawnParts = (pattern: string, minuteOfDay: number, part: TextPart[]): TextPart[] =>
  fill(pattern, { time: [figureText(dawnTime(minuteOfDay))], part });

/**
 * Says an instant in a language by our own rule and tables: weekday, day, month and year in the Gregorian calendar,
 * 24-hour time, a word for the part of the day. `Intl` is not asked: it changes the calendar for Dari, gives
 * Gregorian dates Ethiopic month names in Tigrinya and falls back to English in silence.
 * @throws NotFound `no-text-in-language`; Invalid `unknown-zone`.
 */
export const whenWords = (language: string, { startsAt, zone, dawnClock = false }: AppointmentTime): WhenWords => {
  const { calendar } = catalogOf(language);
  const wall = wallClock(startsAt, zone);
  const partOfDay = calendar.partsOfDay[partOfDayAt(wall.minuteOfDay)];
  const part = [wordText(partOfDay)];
  const date = dateParts(calendar, wall.date, wall.weekday);
  const time = fill(calendar.time, { time: [figureText(wall.time)], part });
  return {
    date,
    time: wall.time,
    partOfDay,
    dawn: dawnClock && calendar.dawn ? dawnParts(calendar.dawn, wall.minuteOfDay, part) : null,
    phrase: fill(calendar.when, { date, time }),
  };
};
