import { Column, Entity, PrimaryColumn } from 'typeorm';

/** `into-other`: only from the variety into the other language. A consultation needs both. */
export type SkillDirection = 'both' | 'into-other' | 'out-of-other';
export type SkillScope = 'health' | 'mental-health' | 'social-care' | 'legal';

/** A pair of languages between which somebody interprets, and what proves it. */
@Entity({ schema: 'interpreters', name: 'skills' })
export class Skill {
  @PrimaryColumn({ type: 'uuid', name: 'interpreter_id' })
  interpreterId: string;

  @PrimaryColumn({ type: 'text', name: 'variety_id' })
  varietyId: string;

  /** The other side: the clinic's language, or the pivot of a relay. */
  @PrimaryColumn({ type: 'text', name: 'other_id' })
  otherId: string;

  @Column({ type: 'text' })
  direction: SkillDirection;

  @Column({ type: 'text', nullable: true })
  credential: string | null;

  /** `YYYY-MM-DD`, the last day on which it counts. */
  @Column({ type: 'date', name: 'credential_expires_on', nullable: true })
  credentialExpiresOn: string | null;

  @Column({ type: 'text', name: 'credential_body', nullable: true })
  credentialBody: string | null;

  @Column({ type: 'text', name: 'credential_level', nullable: true })
  credentialLevel: string | null;

  /** What the credential covers; empty: it does not say, and nothing is refused for it. */
  @Column({ type: 'text', array: true })
  scope: SkillScope[];
}
