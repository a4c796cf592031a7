import { withoutSecrets } from '@dragoman/messaging';
import type { ReadTx } from '@dragoman/platform';
import type { AvoidedDays } from './contact-window.policy';
import type { TaskKind } from './task.entity';
import { withCallAdvice } from './task.policy';
import { joinWriter } from './writer.sql';

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
  /** The first number of the patient that is safe to call; of the interpreter it is about, or an unknown writer, theirs. */
  phone: string | null;
  interpreterId: string | null;
  /** Whom it is about or who wrote, if that is an interpreter: what the patient was told is another matter. */
  interpreterName: string | null;
}

/** What decides how somebody may be called about a task. */
interface Calling {
  phone: string | null;
  hasNumber: boolean;
  safeHours: { from: string; to: string } | null;
  signs: boolean;
  voicemail: boolean | null;
  daysToAvoid: AvoidedDays | null;
  zone: string | null;
}

const signs = `exists (select from patients.languages s
  where s.organisation_id = t.organisation_id and s.patient_id = t.patient_id and s.role = 'signs') as signs`;

/** The patient's number that is safe to call, whether there is any, and the hours in which a call is safe. */
const calling = `
  left join lateral (
    select (array_agg(n.address order by n.rank) filter (where n.safety not in ('unsafe', 'monitored')))[1] as safe,
           (array_agg(n.voicemail order by n.rank) filter (where n.safety not in ('unsafe', 'monitored')))[1] as voicemail,
           count(*) > 0 as any
      from patients.channels n
     where n.organisation_id = t.organisation_id and n.patient_id = t.patient_id
       and n.channel in ('sms', 'voice')) c on true`;
const safeHours = `case when p.safe_from is not null and p.safe_to is not null then json_build_object(
  'from', to_char(p.safe_from, 'HH24:MI'), 'to', to_char(p.safe_to, 'HH24:MI')) end as "safeHours", c.voicemail, p.days_to_avoid as "daysToAvoid", p.zone`;

/** The interpreter whom a message in vain was for. */
const unreached = `
  left join reminders.intents f on f.recipient_kind = 'interpreter'
    and f.id = case when split_part(t.cause, ':', 1) in ('failed', 'intent') then split_part(t.cause, ':', 2)::uuid end
  left join interpreters.interpreters fi on fi.id = f.recipient_id`;

const MOST = 200;

/**
 * Leans on `tasks_that_are_open`, whose first column row-level security supplies.
 * @param ids these only; left out: the most urgent
 */
export const openTasks = async (tx: ReadTx, ids?: readonly string[]): Promise<OpenTask[]> => {
  const rows = await tx.query<(OpenTask & Calling)[]>(
    `select t.id, t.kind, t.booking_id as "bookingId", t.patient_id as "patientId", p.name as "patientName",
            coalesce(bv.name_en, pv.name_en) as language, b.starts_at as "startsAt", t.sentence,
            case when not r.withheld then json_build_object('text', r.body, 'lang', r.lang, 'dir', r.dir) end as original,
            t.due_at as "dueAt", coalesce(fi.display_name, ti.display_name, writer.display_name) as "interpreterName",
            t.interpreter_id as "interpreterId",
            coalesce(fi.phone, ti.phone, case when t.patient_id is null and r.channel = 'sms' then r.address else c.safe end) as phone,
            c.any as "hasNumber", ${safeHours}, ${signs}
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
       ${joinWriter('t.patient_id is null')}
       left join interpreters.interpreters ti on ti.id = t.interpreter_id
       ${unreached}
       ${calling}
      where t.state = 'open' and ($2::uuid[] is null or t.id = any($2))
      order by t.due_at, t.id
      limit $1`,
    [MOST, ids ?? null],
  );
  return rows.map(({ hasNumber, safeHours: hours, signs: isSigner, voicemail, daysToAvoid, zone, ...task }) => ({
    ...task,
    original: task.original && { ...task.original, text: withoutSecrets(task.original.text) },
    sentence: sentenceOf(task, { phone: task.phone, hasNumber, safeHours: hours, signs: isSigner, voicemail, daysToAvoid, zone }),
  }));
};

/** `organisation cause` of those that were opened before, done or not. Leans on `a_cause_makes_one_task`. */
export const tasksBegunBy = async (tx: ReadTx, causes: readonly { organisationId: string; cause: string }[]): Promise<Set<string>> => {
  const rows = await tx.query<{ key: string }[]>(
    `select t.organisation_id || ' ' || t.cause as key from reminders.tasks t
       join unnest($1::uuid[], $2::text[]) as a (organisation_id, cause) using (organisation_id, cause)`,
    [causes.map(({ organisationId }) => organisationId), causes.map(({ cause }) => cause)],
  );
  return new Set(rows.map(({ key }) => key));
};

interface BookingTask {
  id: string;
  kind: TaskKind;
  sentence: string;
  dueAt: Date;
}

/** Leans on `tasks_of_a_booking`, of which a job's policy supplies no column. */
export const tasksOfBooking = async (
  tx: ReadTx,
  { organisationId, id }: { organisationId: string; id: string },
): Promise<BookingTask[]> => {
  const rows = await tx.query<(BookingTask & Calling & Pick<OpenTask, 'patientId' | 'interpreterName'>)[]>(
    `select t.id, t.kind, t.sentence, t.due_at as "dueAt", t.patient_id as "patientId", fi.display_name as "interpreterName",
            c.safe as phone, c.any as "hasNumber", ${safeHours}, ${signs}
       from reminders.tasks t
       left join patients.patients p on p.id = t.patient_id
       ${unreached}
       ${calling}
      where t.organisation_id = $1 and t.booking_id = $2 and t.state = 'open' order by t.due_at, t.id`,
    [organisationId, id],
  );
  return rows.map(({ id: taskId, kind, dueAt, ...task }) => ({ id: taskId, kind, dueAt, sentence: sentenceOf(task, task) }));
};

const sentenceOf = (
  { sentence, patientId, interpreterName }: Pick<OpenTask, 'sentence' | 'patientId' | 'interpreterName'>,
  patient: Calling,
): string => (patientId === null || interpreterName !== null ? sentence : withCallAdvice(sentence, patient));
