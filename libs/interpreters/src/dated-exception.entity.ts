import { Invalid, type LocalDate, newId } from '@dragoman/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type SpanOfDay, spanOf, timeOf } from './weekly-hours.entity';

/** On each of the dates, by the interpreter's own calendar. */
export interface StatedException {
  kind: 'away' | 'extra';
  fromDate: LocalDate;
  toDate: LocalDate;
  /** `HH:mm`; null: whole days, which only an absence has. */
  from: string | null;
  /** At or before `from`: on the next day. */
  to: string | null;
}

const spanIn = ({ kind, from, to }: StatedException): SpanOfDay | null => {
  if (from !== null && to !== null) return spanOf({ from, to });
  if (from !== null || to !== null) throw new Invalid('half-a-span', 'Give both the start and the end, or neither for whole days.');
  if (kind === 'extra') throw new Invalid('extra-time-unsaid', 'Say from when until when the extra time is.');
  return null;
};

/** Time that somebody does not work although the week says so, or does although it does not. */
@Entity({ schema: 'interpreters', name: 'exceptions' })
export class DatedException {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', name: 'interpreter_id' })
  interpreterId: string;

  @Column({ type: 'text' })
  kind: 'away' | 'extra';

  @Column({ type: 'date', name: 'from_date' })
  fromDate: LocalDate;

  @Column({ type: 'date', name: 'to_date' })
  toDate: LocalDate;

  @Column({ type: 'smallint', name: 'from_minute', nullable: true })
  fromMinute: number | null;

  @Column({ type: 'smallint', name: 'to_minute', nullable: true })
  toMinute: number | null;

  /** @throws Invalid `exception-ends-before-it-begins`, `half-a-span`, `extra-time-unsaid`. */
  static of(interpreterId: string, stated: StatedException): DatedException {
    const { kind, fromDate, toDate } = stated;
    if (toDate < fromDate) throw new Invalid('exception-ends-before-it-begins', 'The last day is before the first.');
    const { fromMinute = null, toMinute = null } = spanIn(stated) ?? {};
    return Object.assign(new DatedException(), { id: newId(), interpreterId, kind, fromDate, toDate, fromMinute, toMinute });
  }
}

export const statedException = ({ kind, fromDate, toDate, fromMinute, toMinute }: Omit<DatedException, 'id' | 'interpreterId'>): StatedException => ({
  kind,
  fromDate,
  toDate,
  from: fromMinute === null ? null : timeOf(fromMinute),
  to: toMinute === null ? null : timeOf(toMinute),
});
