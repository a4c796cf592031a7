import type { ReadTx } from '@dragoman/platform';
import type { NewsKind } from './intent.entity';

interface About {
  organisationId: string;
  id: string;
  version: number;
}

const left = `('handed-over', 'sent', 'delivered', 'unknown')`;

/**
 * What was to be said about a change of an earlier version and never was: overtaken by the next change, withdrawn, or left to a
 * call that nobody made. Leans on `intents_of_a_booking`, `messages_of_a_booking`.
 */
export const untoldChanges = async (tx: ReadTx, { organisationId, id, version }: About): Promise<NewsKind[]> => {
  const rows = await tx.query<{ kind: NewsKind }[]>(
    `with told as (
       select i.id, i.booking_version as version from reminders.intents i
         join messaging.messages m on m.organisation_id = i.organisation_id and m.booking_id = i.booking_id and m.intent_id = i.id
        where i.organisation_id = $1 and i.booking_id = $2 and i.recipient_kind = 'patient' and m.state in ${left})
     select distinct i.kind from reminders.intents i
      where i.organisation_id = $1 and i.booking_id = $2 and i.kind in ('moved', 'changed') and i.booking_version < $3
        and not exists (select from told where told.version > i.booking_version or told.id = i.id)
        and not exists (select from reminders.tasks t where t.organisation_id = $1 and t.done_by is not null
                           and t.cause = 'changed:' || i.booking_id || ':' || i.booking_version)`,
    [organisationId, id, version],
  );
  return rows.map(({ kind }) => kind);
};

/** Whether they were told of an interpreter: a text on a phone that others read names nobody. Leans on `messages_of_a_booking`. */
export const wasToldWho = async (tx: ReadTx, { organisationId, id }: About): Promise<boolean> => {
  const [row] = await tx.query<{ told: boolean }[]>(
    `select exists (select from messaging.messages where organisation_id = $1 and booking_id = $2 and recipient_kind = 'patient'
                       and not neutral and state in ${left})
         or exists (select from reminders.tasks where organisation_id = $1 and booking_id = $2 and kind = 'call-patient'
                       and done_by is not null) as told`,
    [organisationId, id],
  );
  return row?.told ?? false;
};

/** Who interpreted as far as was last agreed before this version, and whether the patient heard since that nobody does. Leans on `intents_of_a_booking`. */
export const lastAgreed = async (tx: ReadTx, { organisationId, id, version }: About): Promise<{ interpreterIds: string[]; wasLost: boolean }> => {
  const [row] = await tx.query<{ interpreterIds: string[] | null; wasLost: boolean }[]>(
    `with before as (
       select max(booking_version) as version from reminders.intents
        where organisation_id = $1 and booking_id = $2 and kind = 'job-confirmed' and booking_version < $3)
     select (select array_agg(distinct i.recipient_id) from reminders.intents i, before
              where i.organisation_id = $1 and i.booking_id = $2 and i.kind = 'job-confirmed' and i.booking_version = before.version) as "interpreterIds",
            exists (select from reminders.intents i, before
              where i.organisation_id = $1 and i.booking_id = $2 and i.kind = 'interpreter-lost' and i.state in ('queued', 'task')
                and i.booking_version > before.version) as "wasLost"`,
    [organisationId, id, version],
  );
  return { interpreterIds: row?.interpreterIds ?? [], wasLost: row?.wasLost ?? false };
};
