import { plusMinutes } from '@dragoman/kernel';
import type { PatientActor, Tx } from '@dragoman/platform';

const WINDOW_MINUTES = 15;
const MOST_IN_WINDOW = 5;
const MOST_IN_A_ROW = 20;

/** Takes one attempt. @returns the hash to compare with; null where there is no code or no attempt is left. */
export const countAttempt = async (tx: Tx, actor: PatientActor, now: Date): Promise<string | null> => {
  const counted = await tx.query<unknown[]>(
    `insert into patients.page_code_attempts as a (organisation_id, patient_id, failed_in_a_row, recent, recent_since)
     values ($1, $2, 1, 1, $3)
     on conflict (organisation_id, patient_id) do update set
       failed_in_a_row = a.failed_in_a_row + 1,
       recent = case when a.recent_since <= $4 then 1 else a.recent + 1 end,
       recent_since = case when a.recent_since <= $4 then $3 else a.recent_since end
     where a.failed_in_a_row < $5 and (a.recent < $6 or a.recent_since <= $4)
     returning 1`,
    [actor.organisationId, actor.patientId, now, plusMinutes(now, -WINDOW_MINUTES), MOST_IN_A_ROW, MOST_IN_WINDOW],
  );
  if (counted.length === 0) return null;
  const [patient] = await tx.query<{ hash: string | null }[]>(
    'select page_code_hash as hash from patients.patients where id = $1',
    [actor.patientId],
  );
  return patient?.hash ?? null;
};

/** The patient knew the code. */
export const forgiveAttempts = (tx: Tx, patientId: string): Promise<unknown> =>
  tx.query('update patients.page_code_attempts set failed_in_a_row = 0, recent = 0 where patient_id = $1', [patientId]);

/** Staff set a new code. */
export const forgetAttempts = (tx: Tx, patientId: string): Promise<unknown> =>
  tx.query('delete from patients.page_code_attempts where patient_id = $1', [patientId]);
