import type { ReadTx } from '@dragoman/platform';
import type { TaskKind } from './task.entity';

export interface OpenTask {
  id: string;
  kind: TaskKind;
  bookingId: string | null;
  patientId: string | null;
  patientName: string | null;
  /** Of the booking, else the first that the patient speaks or signs. */
  language: string | null;
  startsAt: Date | null;
  sentence: string;
  original: { text: string; lang: string; dir: 'ltr' | 'rtl' } | null;
  dueAt: Date;
  /** The first number of the patient that is safe to call; of an unknown writer, theirs. */
  phone: string | null;
}

const MOST = 200;

/** Leans on `tasks_that_are_open`, whose first column row-level security supplies. */
export const openTasks = (tx: ReadTx): Promise<OpenTask[]> =>
  tx.query<OpenTask[]>(
    `select t.id, t.kind, t.booking_id as "bookingId", t.patient_id as "patientId", p.name as "patientName",
            coalesce(bv.name_en, pv.name_en) as language, b.starts_at as "startsAt", t.sentence,
            case when r.id is not null then json_build_object('text', r.body, 'lang', r.lang, 'dir', r.dir) end as original,
            t.due_at as "dueAt",
            case when t.patient_id is null and r.channel = 'sms' then r.address else c.address end as phone
       from reminders.tasks t
       left join patients.patients p on p.id = t.patient_id
       left join bookings.bookings b on b.id = t.booking_id
       left join languages.varieties bv on bv.id = b.variety_id
       left join messaging.inbound r on r.id = t.inbound_id
       left join lateral (
         select l.variety_id from patients.languages l
          where l.organisation_id = t.organisation_id and l.patient_id = t.patient_id and l.role <> 'reads'
          order by l.rank limit 1) spoken on true
       left join languages.varieties pv on pv.id = spoken.variety_id
       left join lateral (
         select c.address from patients.channels c
          where c.organisation_id = t.organisation_id and c.patient_id = t.patient_id
            and c.channel in ('sms', 'voice') and c.safety not in ('unsafe', 'monitored')
          order by c.rank limit 1) c on true
      where t.state = 'open'
      order by t.due_at, t.id
      limit $1`,
    [MOST],
  );

/** Leans on `tasks_of_a_booking`, of which a job's policy supplies no column. */
export const tasksOfBooking = (
  tx: ReadTx,
  { organisationId, id }: { organisationId: string; id: string },
): Promise<{ id: string; kind: TaskKind; sentence: string; dueAt: Date }[]> =>
  tx.query(
    `select id, kind, sentence, due_at as "dueAt" from reminders.tasks
      where organisation_id = $1 and booking_id = $2 and state = 'open' order by due_at, id`,
    [organisationId, id],
  );
