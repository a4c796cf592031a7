import { type LocalDate } from '@dragoman/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export type DocumentKind = 'certificate' | 'background-check' | 'insurance' | 'identity' | 'other';
export type DocumentMedia = 'application/pdf' | 'image/jpeg' | 'image/png';

/** What an interpreter shows of themselves: a certificate, a check. Its bytes are read by themselves, never with a list. */
@Entity({ schema: 'interpreters', name: 'documents' })
export class InterpreterDocument {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', name: 'interpreter_id' })
  interpreterId: string;

  @Column({ type: 'text' })
  kind: DocumentKind;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'text', name: 'media_type' })
  mediaType: DocumentMedia;

  @Column({ type: 'int', name: 'size_bytes' })
  sizeBytes: number;

  @Column({ type: 'date', name: 'expires_on', nullable: true })
  expiresOn: LocalDate | null;

  @Column({ type: 'timestamptz', name: 'added_at' })
  addedAt: Date;

  @Column({ type: 'bytea', select: false })
  content: Buffer;
}
