import { cursorOf, readTimeCursor } from '@dragoman/kernel';
import type { MessageChannel } from '@dragoman/messaging';
import type { ReadTx } from '@dragoman/platform';
import type { IntentState } from './intent.entity';

export const FAILURES_ON_A_PAGE = 50;
const FROM_THE_TOP = ['0', 'infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];

export interface FailureRow {
  messageId: string;
  bookingId: string;
  /** A person still has to do something about it. */
  isOpen: boolean;
  failedAt: Date;
  startsAt: Date;
  /** Of the appointment, in English. */
  language: string;
  /** Where it was tried in vain, in order. */
  tried: MessageChannel[];
  /** Where it is being tried now. */
  nextChannel: MessageChannel | null;
  intentState: IntentState | null;
  taskId: string | null;
  doneBy: string | null;
  doneAt: Date | null;
}

/** The last attempt in vain of something that never got through by any other. */
const isInVain = `m.state in ('failed', 'unknown') and not exists (
  select from messaging.messages n
   where n.intent_id = m.intent_id
     and (n.state in ('sent', 'delivered') or (n.attempt > m.attempt and n.state in ('failed', 'unknown'))))`;

/**
 * What did not arrive of what is about an appointment: what waits for a person first, then the rest, each newest first.
 * Leans on `tasks_that_are_open`, `an_intent_numbers_its_attempts_once` and `messages_that_failed`.
 */
export const failuresByTime = async (tx: ReadTx, after?: string): Promise<{ items: FailureRow[]; next: string | null }> => {
  const [rank, at, id] = after ? readTimeCursor(after, 3) : FROM_THE_TOP;
  const rows = await tx.query<FailureRow[]>(
    `with open as materialized (
       select m.id, m.failed_at, t.id as task_id
         from reminders.tasks t
         join messaging.messages m
           on m.intent_id = case when split_part(t.cause, ':', 1) = 'failed' then split_part(t.cause, ':', 2)::uuid end
        where t.state = 'open' and t.kind = 'message-failed' and ${isInVain}),
     page as (
       (select o.id, 0 as rank from open o
         where $1 = '0' and (o.failed_at, o.id) < ($2::timestamptz, $3::uuid)
         order by o.failed_at desc, o.id desc limit $4)
       union all
       (select m.id, 1 from messaging.messages m
         where ${isInVain} and m.booking_id is not null and not exists (select from open where open.id = m.id)
           and ($1 = '0' or (m.failed_at, m.id) < ($2::timestamptz, $3::uuid))
         order by m.failed_at desc, m.id desc limit $4))
     select m.id as "messageId", b.id as "bookingId", page.rank = 0 as "isOpen", m.failed_at as "failedAt", b.starts_at as "startsAt", v.name_en as language,
            array(select n.channel from messaging.messages n
                   where n.intent_id = m.intent_id and n.state in ('failed', 'unknown') order by n.attempt) as tried,
            (select n.channel from messaging.messages n
              where n.intent_id = m.intent_id and n.state in ('queued', 'handed-over') order by n.attempt limit 1) as "nextChannel",
            i.state as "intentState", open.task_id as "taskId", t.done_by as "doneBy", t.done_at as "doneAt"
       from page
       join messaging.messages m on m.id = page.id
       join bookings.bookings b on b.id = m.booking_id
       join languages.varieties v on v.id = b.variety_id
       left join open on open.id = m.id
       left join reminders.intents i on i.id = m.intent_id
       left join reminders.tasks t on t.organisation_id = m.organisation_id and t.cause = 'failed:' || m.intent_id
      order by page.rank, m.failed_at desc, m.id desc limit $4`,
    [rank, at, id, FAILURES_ON_A_PAGE + 1],
  );
  const items = rows.slice(0, FAILURES_ON_A_PAGE);
  const last = items.at(-1);
  const next = rows.length > items.length && last ? cursorOf(last.isOpen ? '0' : '1', last.failedAt.toISOString(), last.messageId) : null;
  return { items, next };
};
