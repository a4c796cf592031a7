import { cursorOf, readTimeCursor } from '@dragoman/kernel';
import { type MessageChannel, withoutSecrets } from '@dragoman/messaging';
import { type ReplyMeaning, writtenIn } from '@dragoman/words';
import type { ReadTx } from '@dragoman/platform';
import { joinWriter } from './writer.sql';

export const REPLIES_ON_A_PAGE = 50;
const FROM_THE_TOP = ['0', 'infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];

export interface ReplyRow {
  id: string;
  /** A person still has to do something about it. */
  isOpen: boolean;
  receivedAt: Date;
  channel: MessageChannel;
  text: string;
  lang: string;
  dir: 'ltr' | 'rtl';
  /** `probably Arabic`, `in Latin letters`; null where there is nothing to read. */
  writtenIn: string | null;
  /** Null: not clear beyond doubt. */
  meaning: ReplyMeaning | null;
  bookingId: string | null;
  startsAt: Date | null;
  /** Of the appointment, in English. */
  language: string | null;
  patientId: string | null;
  patientName: string | null;
  interpreterId: string | null;
  interpreterName: string | null;
  taskId: string | null;
  doneBy: string | null;
  doneAt: Date | null;
}

/** Replies that an open task is about: given to a person, or read as an answer that asks something of one. */
const open = `
  asked as materialized (select * from reminders.tasks where state = 'open'),
  open as (
    select id, (array_agg(task_id))[1] as task_id from (
      select t.inbound_id as id, t.id as task_id from asked t where t.inbound_id is not null
      union
      select r.id, t.id from asked t
        join messaging.inbound r on r.organisation_id = t.organisation_id and r.booking_id = t.booking_id
         and r.meaning = case t.kind when 'call-patient' then 'call-me' else t.kind end
       where split_part(t.cause, ':', 1) in ('answer', 'wish')) about
     group by id)`;

/**
 * What people wrote back: what waits for a person first, then the rest, each newest first, without the secret part of a link that
 * they quote. Leans on `tasks_that_are_open` and `replies_by_time`, whose first column row-level security supplies. CASE and not
 * COALESCE: PostgreSQL fears that COALESCE tells what row-level security hides, and would rather read every patient.
 */
export const repliesByTime = async (tx: ReadTx, after?: string): Promise<{ items: ReplyRow[]; next: string | null }> => {
  const [rank, at, id] = after ? readTimeCursor(after, 3) : FROM_THE_TOP;
  const rows = await tx.query<Omit<ReplyRow, 'writtenIn'>[]>(
    `with ${open},
     page as (
       (select r.id, r.received_at, 0 as rank from open join messaging.inbound r on r.id = open.id
         where $1 = '0' and (r.received_at, r.id) < ($2::timestamptz, $3::uuid)
         order by r.received_at desc, r.id desc limit $4)
       union all
       (select r.id, r.received_at, 1 from messaging.inbound r
         where not exists (select from open where open.id = r.id)
           and ($1 = '0' or (r.received_at, r.id) < ($2::timestamptz, $3::uuid))
         order by r.received_at desc, r.id desc limit $4))
     select r.id, page.rank = 0 as "isOpen", r.received_at as "receivedAt", r.channel, r.body as text, r.lang, r.dir, r.meaning,
            b.id as "bookingId", b.starts_at as "startsAt", v.name_en as language,
            p.id as "patientId", p.name as "patientName", writer.id as "interpreterId", writer.display_name as "interpreterName",
            open.task_id as "taskId", t.done_by as "doneBy", t.done_at as "doneAt"
       from page
       join messaging.inbound r on r.id = page.id
       left join open on open.id = r.id
       left join reminders.tasks t on t.organisation_id = r.organisation_id and t.cause = 'inbound:' || r.id
       left join bookings.bookings b on b.id = r.booking_id
       left join languages.varieties v on v.id = b.variety_id
       left join patients.patients p on p.id = case when b.patient_id is null then t.patient_id else b.patient_id end
       ${joinWriter('p.id is null')}
      order by page.rank, r.received_at desc, r.id desc limit $4`,
    [rank, at, id, REPLIES_ON_A_PAGE + 1],
  );
  const items = rows.slice(0, REPLIES_ON_A_PAGE).map((row) => ({
    ...row,
    text: withoutSecrets(row.text),
    writtenIn: writtenIn({ body: row.text, lang: row.lang }),
  }));
  const last = items.at(-1);
  const next = rows.length > items.length && last ? cursorOf(last.isOpen ? '0' : '1', last.receivedAt.toISOString(), last.id) : null;
  return { items, next };
};
