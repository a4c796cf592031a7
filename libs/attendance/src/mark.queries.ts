import { type ReadTx, hotRows } from '@dragoman/platform';
import type { Attested, MarkKind, Side } from './mark.entity';

export interface MarkRow {
  id: string;
  side: Side;
  kind: MarkKind;
  interpreterId: string | null;
  interpreterName: string | null;
  at: Date;
  notedAt: Date;
  byKind: string;
  byId: string;
  voidedBy: string | null;
}

/** What stands; what was taken back is on the timeline. */
export type StandingMark = MarkRow & { kind: Attested; voidedBy: null };

/** As they were said, also those that no longer stand. Leans on `marks_of_a_booking`. */
export const marksOf = (tx: ReadTx, bookingId: string): Promise<MarkRow[]> =>
  hotRows<MarkRow>(tx, {
    name: 'marks-of-a-booking',
    text: `select m.id, m.side, m.kind, m.interpreter_id as "interpreterId", i.display_name as "interpreterName", m.at,
                  m.noted_at as "notedAt", m.by_kind as "byKind", m.by_id as "byId", m.voided_by as "voidedBy"
             from attendance.marks m left join interpreters.interpreters i on i.id = m.interpreter_id
            where m.booking_id = $1 order by m.noted_at, m.id`,
    values: [bookingId],
  });

const stands = (mark: MarkRow): mark is StandingMark => mark.voidedBy === null && mark.kind !== 'taken-back';

export const standingOf = (marks: readonly MarkRow[]): StandingMark[] => marks.filter(stands);
