import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A phrase as somebody said it in a variety. */
@Entity({ schema: 'recordings', name: 'recordings' })
export class Recording {
  @PrimaryColumn({ type: 'text', name: 'variety_id' })
  varietyId: string;

  @PrimaryColumn({ type: 'text' })
  phrase: string;

  /** Its address, which says nothing of what it says. */
  @Column({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  type: 'audio/mpeg' | 'audio/wav';

  @Column({ type: 'bytea' })
  sound: Buffer;

  @Column({ type: 'timestamptz', name: 'imported_at' })
  importedAt: Date;
}
