import { Column, Entity, PrimaryColumn } from 'typeorm';

export interface StatedHours {
  /** ISO: Monday is 1. */
  weekday: number;
  /** `HH:mm` on the interpreter's own clock. */
  from: string;
  /** At or before `from`: on the next day. */
  to: string;
}

/** Minutes from midnight; past 1440 it is the next morning. */
export interface SpanOfDay {
  fromMinute: number;
  toMinute: number;
}

const DAY = 1440;
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

export const spanOf = ({ from, to }: Pick<StatedHours, 'from' | 'to'>): SpanOfDay => ({
  fromMinute: minutesOf(from),
  toMinute: minutesOf(to) + (to <= from ? DAY : 0),
});

export const timeOf = (minute: number): string =>
  `${String(Math.floor((minute % DAY) / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

export const statedHours = ({ weekday, fromMinute, toMinute }: SpanOfDay & { weekday: number }): StatedHours => ({
  weekday,
  from: timeOf(fromMinute),
  to: timeOf(toMinute),
});

/** When somebody works, in minutes from that day's midnight. */
@Entity({ schema: 'interpreters', name: 'weekly_hours' })
export class WeeklyHours {
  @PrimaryColumn({ type: 'uuid', name: 'interpreter_id' })
  interpreterId: string;

  @PrimaryColumn({ type: 'smallint' })
  weekday: number;

  @PrimaryColumn({ type: 'smallint', name: 'from_minute' })
  fromMinute: number;

  @Column({ type: 'smallint', name: 'to_minute' })
  toMinute: number;

  static of(interpreterId: string, { weekday, ...span }: StatedHours): WeeklyHours {
    return Object.assign(new WeeklyHours(), { interpreterId, weekday, ...spanOf(span) });
  }
}
