import { type LocalDate, NotFound } from '@dragoman/kernel';
import type { ReadTx } from '@dragoman/platform';
import type { InterpreterDocument } from './document.entity';

export type DocumentRow = Omit<InterpreterDocument, 'content' | 'interpreterId' | 'expiresOn'> & {
  expiresOn: LocalDate | null;
  /** On the interpreter's calendar. */
  today: LocalDate;
};

/** Newest first, without their bytes. Leans on `documents_of_an_interpreter`. */
export const documentsOf = (tx: ReadTx, interpreterId: string, now: Date): Promise<DocumentRow[]> =>
  tx.query<DocumentRow[]>(
    `select d.id, d.kind, d.title, d.media_type as "mediaType", d.size_bytes as "sizeBytes", d.expires_on::text as "expiresOn", d.added_at as "addedAt",
            ($2::timestamptz at time zone i.zone)::date::text as today
       from interpreters.documents d join interpreters.interpreters i on i.id = d.interpreter_id
      where d.interpreter_id = $1 order by d.added_at desc, d.id`,
    [interpreterId, now],
  );

export type DocumentFile = Pick<InterpreterDocument, 'kind' | 'mediaType' | 'content'>;

/** @throws NotFound `document-not-found`, also where the reader may not see it. */
export const documentFile = async (tx: ReadTx, { interpreterId, documentId }: { interpreterId: string; documentId: string }): Promise<DocumentFile> => {
  const [file] = await tx.query<DocumentFile[]>(
    'select kind, media_type as "mediaType", content from interpreters.documents where id = $1 and interpreter_id = $2',
    [documentId, interpreterId],
  );
  if (!file) throw new NotFound('document-not-found', 'There is no such document, or not any more.');
  return file;
};
