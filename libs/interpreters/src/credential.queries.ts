import type { LocalDate } from '@dragoman/kernel';
import type { ReadTx } from '@dragoman/platform';

/** A credential with a last day, of somebody who works. */
export interface LapsingCredential {
  interpreterId: string;
  displayName: string;
  /** On whose calendar the last day is. */
  zone: string;
  varietyId: string;
  varietyName: string;
  otherId: string;
  otherName: string;
  credential: string;
  /** The last day on which it counts. */
  expiresOn: LocalDate;
}

/** A document with a last day, of somebody who works. */
export interface LapsingDocument extends Pick<LapsingCredential, 'interpreterId' | 'displayName' | 'zone' | 'expiresOn'> {
  documentId: string;
  /** In the interpreter's own words. */
  title: string;
}

interface LapsingQuery {
  from: LocalDate;
  to: LocalDate;
  /** Left out: everybody's. */
  interpreterIds?: readonly string[] | undefined;
}

/** Leans on `skills_by_expiry`. */
export const credentialsLapsing = (tx: ReadTx, { from, to, interpreterIds }: LapsingQuery): Promise<LapsingCredential[]> =>
  tx.query<LapsingCredential[]>(
    `select i.id as "interpreterId", i.display_name as "displayName", i.zone, k.variety_id as "varietyId", v.name_en as "varietyName",
            k.other_id as "otherId", o.name_en as "otherName", k.credential, k.credential_expires_on::text as "expiresOn"
       from interpreters.skills k
       join interpreters.interpreters i on i.id = k.interpreter_id
       join languages.varieties v on v.id = k.variety_id
       join languages.varieties o on o.id = k.other_id
      where k.credential_expires_on between $1 and $2 and i.active and ($3::uuid[] is null or i.id = any($3))
      order by k.credential_expires_on, i.id, k.variety_id, k.other_id`,
    [from, to, interpreterIds ?? null],
  );

/** Leans on `documents_by_expiry`. */
export const documentsLapsing = (tx: ReadTx, { from, to, interpreterIds }: LapsingQuery): Promise<LapsingDocument[]> =>
  tx.query<LapsingDocument[]>(
    `select i.id as "interpreterId", i.display_name as "displayName", i.zone, d.id as "documentId", d.title, d.expires_on::text as "expiresOn"
       from interpreters.documents d join interpreters.interpreters i on i.id = d.interpreter_id
      where d.expires_on between $1 and $2 and i.active and ($3::uuid[] is null or i.id = any($3))
      order by d.expires_on, d.id`,
    [from, to, interpreterIds ?? null],
  );
