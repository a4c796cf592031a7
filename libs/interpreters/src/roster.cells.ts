import { addDays, type CsvRow, type LocalDate, textOfCell } from '@dragoman/kernel';
import { z } from 'zod';
import type { RosterColumn } from './roster.columns';
import type { StatedHours } from './weekly-hours.entity';

export interface CellProblem {
  column: RosterColumn;
  sentence: string;
}

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const SPAN = /^([a-z]{3})(?:\s*-\s*([a-z]{3}))?\s+(\d\d:\d\d)\s*-\s*(\d\d:\d\d)$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
/** Control characters say nothing to anybody, and PostgreSQL keeps not all of them. */
const UNWRITTEN = /\p{Cc}/u;

/** `Mon-Fri 09:00-17:00`; null where it is not that. */
const hoursOf = (text: string): StatedHours[] | null => {
  const [, first = '', last = first, from = '', to = ''] = SPAN.exec(text) ?? [];
  const [begins, ends] = [weekdays.indexOf(first), weekdays.indexOf(last)];
  if (begins < 0 || ends < begins || !TIME.test(from) || !TIME.test(to)) return null;
  return weekdays.slice(begins, ends + 1).map((_, day) => ({ weekday: begins + day + 1, from, to }));
};

const token = (text: string): string => text.trim().toLowerCase().replace(/[\s_]+/g, '-');
const listed = (choices: readonly string[]): string => choices.map((choice) => `“${choice}”`).join(', ');

/** Reads the cells of one line and notes what is wrong with them; what is empty or wrong is undefined. */
export class Cells {
  readonly problems: CellProblem[] = [];

  constructor(private readonly row: CsvRow) {}

  raw(column: RosterColumn): string {
    return textOfCell((this.row.cells[column] ?? '').trim()).trim();
  }

  wrong(column: RosterColumn, sentence: string): undefined {
    this.problems.push({ column, sentence });
    return undefined;
  }

  text(column: RosterColumn, most: number): string | undefined {
    const text = this.raw(column);
    if (text === '') return undefined;
    if (UNWRITTEN.test(text)) return this.wrong(column, 'There is a line break or another character in it that cannot be kept.');
    return text.length > most ? this.wrong(column, `At most ${most} characters.`) : text;
  }

  oneOf<Choice extends string>(column: RosterColumn, choices: readonly Choice[]): Choice | undefined {
    const text = this.raw(column);
    if (text === '') return undefined;
    return choices.find((choice) => choice === token(text)) ?? this.wrong(column, `Write one of ${listed(choices)}.`);
  }

  someOf<Choice extends string>(column: RosterColumn, choices: readonly Choice[]): Choice[] | undefined {
    const parts = this.parts(column);
    if (parts.length === 0) return undefined;
    const chosen = parts.map((part) => choices.find((choice) => choice === token(part)));
    const known = chosen.filter((choice) => choice !== undefined);
    return known.length === parts.length ? known : this.wrong(column, `Write some of ${listed(choices)}, with semicolons between them.`);
  }

  number(column: RosterColumn, { least, most, whole = false }: { least: number; most: number; whole?: boolean }): number | undefined {
    const text = this.raw(column);
    if (text === '') return undefined;
    const number = /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
    const isFine = number >= least && number <= most && (!whole || Number.isInteger(number));
    return isFine ? number : this.wrong(column, `Write a ${whole ? 'whole ' : ''}number from ${least} to ${most}, with a point and no unit.`);
  }

  date(column: RosterColumn): LocalDate | undefined {
    const text = this.raw(column);
    if (text === '') return undefined;
    return z.iso.date().safeParse(text).success && addDays(text, 0) === text
      ? text
      : this.wrong(column, 'Write the date as 2027-05-01: year, month, day.');
  }

  hours(column: RosterColumn): StatedHours[] | undefined {
    const parts = this.parts(column);
    if (parts.length === 0) return undefined;
    const spans = parts.map((part) => hoursOf(part.trim().toLowerCase()));
    const known = spans.filter((span) => span !== null).flat();
    if (spans.includes(null)) return this.wrong(column, 'Write hours like “Mon-Fri 09:00-17:00; Sat 10:00-13:00”.');
    const starts = new Set(known.map(({ weekday, from }) => `${weekday} ${from}`));
    return starts.size === known.length ? known : this.wrong(column, 'Two entries of the week begin at the same time.');
  }

  private parts(column: RosterColumn): string[] {
    return this.raw(column).split(';').filter((part) => part.trim() !== '');
  }
}
