import { cursorOf, readTimeCursor } from '@dragoman/kernel';
import type { ReadTx } from '@dragoman/platform';
import type { PlannedKind } from './plan.policy';

export const PLANNED_ON_A_PAGE = 50;
const FROM_THE_TOP = ['-infinity', '00000000-0000-0000-0000-000000000000'];

export interface PlannedRow {
  intentId: string;
  kind: PlannedKind;
  dueAt: Date;
  pausedAt: Date | null;
  pausedBy: string | null;
  bookingId: string;
  startsAt: Date;
  /** Of the place. */
  zone: string;
  patientId: string;
  patientName: string;
  /** Of the appointment, in English. */
  language: string;
}

/**
 * What will be said to patients whose appointments are still ahead, soonest first.
 * Leans on `intents_that_are_planned`, whose first column row-level security supplies.
 */
export const plannedByTime = async (
  tx: ReadTx,
  { only, after, now }: { only: 'all' | 'paused'; after?: string | undefined; now: Date },
): Promise<{ items: PlannedRow[]; next: string | null }> => {
  const [at, id] = after ? readTimeCursor(after) : FROM_THE_TOP;
  const rows = await tx.query<PlannedRow[]>(
    `select i.id as "intentId", i.kind, i.due_at as "dueAt", i.paused_at as "pausedAt", i.paused_by as "pausedBy",
            b.id as "bookingId", b.starts_at as "startsAt", b.zone, p.id as "patientId", p.name as "patientName", v.name_en as language
       from reminders.intents i
       join bookings.bookings b on b.id = i.booking_id
       join patients.patients p on p.id = i.recipient_id
       join languages.varieties v on v.id = b.variety_id
      where i.state = 'planned' and i.recipient_kind = 'patient' and b.starts_at > $1
        and ($2 = 'all' or i.paused_at is not null) and (i.due_at, i.id) > ($3::timestamptz, $4::uuid)
      order by i.due_at, i.id limit $5`,
    [now, only, at, id, PLANNED_ON_A_PAGE + 1],
  );
  const items = rows.slice(0, PLANNED_ON_A_PAGE);
  const last = items.at(-1);
  return { items, next: rows.length > items.length && last ? cursorOf(last.dueAt.toISOString(), last.intentId) : null };
};
