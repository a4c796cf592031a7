import { wallClock } from '@dragoman/kernel';
import { partsOfDay } from './catalogs/catalog';
import type { PatientFacts, PatientMessageKind } from './compose-patient';
import { partOfDayAt } from './dates';

const upTo = (last: number, first = 0): string[] => Array.from({ length: last - first + 1 }, (_, n) => String(first + n));

/** Minutes of the hour that are recorded: what a clinic's book is divided by. */
const minutes = upTo(11).map((twelfth) => String(Number(twelfth) * 5));

/**
 * Everything that one person records in their variety, so that any appointment can be said from it. None names a clinic, a
 * place, an interpreter or a language: the same recordings serve every phone.
 */
export const phrases: readonly string[] = [
  'confirmed',
  'reminder',
  'cancelled',
  ...upTo(7, 1).map((day) => `weekday-${day}`),
  ...upTo(31, 1).map((day) => `day-${day}`),
  ...upTo(12, 1).map((month) => `month-${month}`),
  ...upTo(23).map((hour) => `hour-${hour}`),
  ...minutes.filter((minute) => minute !== '0').map((minute) => `minute-${minute}`),
  ...partsOfDay.map((part) => `part-${part}`),
  'press-coming',
  'press-cannot-come',
  'press-call-me',
  'press-another-time',
  'press-stop',
  'thanks',
];

/** The recordings that say when, in order; null where the kind or the minute is not among what is recorded. */
export const phrasesOf = (kind: PatientMessageKind, { startsAt, zone }: Pick<PatientFacts, 'startsAt' | 'zone'>): string[] | null => {
  const wall = wallClock(startsAt, zone);
  const [, month, day] = wall.date.split('-').map(Number);
  const [hour, minute] = [Math.floor(wall.minuteOfDay / 60), wall.minuteOfDay % 60];
  if (!phrases.includes(kind) || !minutes.includes(String(minute))) return null;
  return [
    kind,
    `weekday-${wall.weekday}`,
    `day-${day}`,
    `month-${month}`,
    `hour-${hour}`,
    ...(minute === 0 ? [] : [`minute-${minute}`]),
    `part-${partOfDayAt(wall.minuteOfDay)}`,
  ];
};
