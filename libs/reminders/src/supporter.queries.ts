import type { Tx } from '@dragoman/platform';

/** What waits to be said to supporters whom this patient no longer has. Leans on `messages_to_send`. */
export const intentsWaitingForRemoved = async (
  tx: Tx,
  { organisationId, patientId }: { organisationId: string; patientId: string },
): Promise<string[]> => {
  const rows = await tx.query<{ id: string }[]>(
    `select distinct m.intent_id as id
       from messaging.messages m
       join patients.supporters s on s.id = m.recipient_id
      where m.state = 'queued' and m.recipient_kind = 'supporter'
        and s.organisation_id = $1 and s.patient_id = $2 and s.removed_at is not null
      order by 1`,
    [organisationId, patientId],
  );
  return rows.map(({ id }) => id);
};
