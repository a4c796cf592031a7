import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A variety that somebody interprets to and from, and what proves it. */
@Entity({ schema: 'interpreters', name: 'skills' })
export class Skill {
  @PrimaryColumn({ type: 'uuid', name: 'interpreter_id' })
  interpreterId: string;

  @PrimaryColumn({ type: 'text', name: 'variety_id' })
  varietyId: string;

  @Column({ type: 'text', nullable: true })
  credential: string | null;

  /** `YYYY-MM-DD`, the last day on which it counts. */
  @Column({ type: 'date', name: 'credential_expires_on', nullable: true })
  credentialExpiresOn: string | null;
}
