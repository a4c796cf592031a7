import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A phrase as somebody said it in a variety. */
@Entity({ schema: 'recordings', name: 'recordings' })
export class Recording {
  /** Its address, which says nothing of what it says; another sound has another. */
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  /** Null for those of the installation, which every organisation hears where it has none of its own. */
  @Column({ type: 'uuid', name: 'organisation_id', nullable: true })
  organisationId: string | null;

  @Column({ type: 'text', name: 'variety_id' })
  varietyId: string;

  @Column({ type: 'text' })
  phrase: string;

  @Column({ type: 'text' })
  type: 'audio/mpeg' | 'audio/wav';

  @Column({ type: 'bytea' })
  sound: Buffer;

  /** Who says it, as somebody wrote it down. */
  @Column({ type: 'text', nullable: true })
  speaker: string | null;

  /** Null for what was taken in before it was measured. */
  @Column({ type: 'real', nullable: true })
  seconds: number | null;

  /** LUFS as it was recorded; null where it was not measured. */
  @Column({ type: 'real', nullable: true })
  loudness: number | null;

  @Column({ type: 'timestamptz', name: 'imported_at' })
  importedAt: Date;
}
