import { Injectable } from '@nestjs/common';
import { Audit } from '@dragoman/audit';
import { Clock, Invalid, type LocalDate, newId } from '@dragoman/kernel';
import { Database, Events, type InterpreterActor, lockInterpreters, type StaffActor } from '@dragoman/platform';
import { type DocumentKind, InterpreterDocument } from './document.entity';
import { mediaTypeOf, MOST_DOCUMENTS } from './document.policy';
import { type DocumentFile, documentFile, type DocumentRow, documentsOf } from './document.queries';
import { interpretersChanged } from './interpreter.events';
import { withoutWhereabouts } from './photograph';

export interface NewDocument {
  kind: DocumentKind;
  title: string;
  expiresOn: LocalDate | null;
  content: Buffer;
}

/** Certificates and checks: put in and taken out by the interpreter alone, looked at by staff whom they concern. */
@Injectable()
export class Documents {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly events: Events,
  ) {}

  /** @returns its id. @throws Invalid as `mediaTypeOf`, and `too-many-documents`. */
  async add(actor: InterpreterActor, { kind, title, expiresOn, content: sent }: NewDocument): Promise<string> {
    const { interpreterId } = actor;
    const mediaType = await mediaTypeOf(sent);
    const content = withoutWhereabouts(sent, mediaType);
    return this.database.transaction(actor, async (tx) => {
      await lockInterpreters(tx, [interpreterId]);
      if ((await tx.countBy(InterpreterDocument, { interpreterId })) >= MOST_DOCUMENTS)
        throw new Invalid('too-many-documents', `At most ${MOST_DOCUMENTS} documents. Remove one that is not needed any more.`);
      const id = newId();
      await tx.insert(InterpreterDocument, { id, interpreterId, kind, title, mediaType, sizeBytes: content.length, expiresOn, addedAt: this.clock.now(), content });
      await this.audit.record(tx, { action: 'document.added', subject: { kind: 'document', id }, details: { interpreterId, kind } });
      this.events.publish(tx, interpretersChanged({ interpreterIds: [interpreterId] }));
      return id;
    });
  }

  /** Twice is once. */
  remove(actor: InterpreterActor, id: string): Promise<void> {
    const { interpreterId } = actor;
    return this.database.transaction(actor, async (tx) => {
      const { affected } = await tx.delete(InterpreterDocument, { id, interpreterId });
      if (!affected) return;
      await this.audit.record(tx, { action: 'document.removed', subject: { kind: 'document', id }, details: { interpreterId } });
      this.events.publish(tx, interpretersChanged({ interpreterIds: [interpreterId] }));
    });
  }

  /** Row-level security leaves out what an organisation has nothing to do with. */
  list(actor: InterpreterActor | StaffActor, interpreterId: string): Promise<DocumentRow[]> {
    return this.database.read(actor, (tx) => documentsOf(tx, interpreterId, this.clock.now()));
  }

  /** @throws NotFound `document-not-found`. */
  own(actor: InterpreterActor, documentId: string): Promise<DocumentFile> {
    return this.database.read(actor, (tx) => documentFile(tx, { interpreterId: actor.interpreterId, documentId }));
  }

  /** Whoever on the staff opened one stands in the trail. @throws NotFound `document-not-found`. */
  open(actor: StaffActor, { interpreterId, documentId }: { interpreterId: string; documentId: string }): Promise<DocumentFile> {
    return this.database.transaction(actor, async (tx) => {
      const file = await documentFile(tx, { interpreterId, documentId });
      await this.audit.saw(tx, { kind: 'document', id: documentId }, { interpreterId });
      return file;
    });
  }
}
