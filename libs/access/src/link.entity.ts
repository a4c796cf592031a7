import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * `offer`: an interpreter's page about one offer. `appointment`: a patient's page about one booking.
 * `agency`: an outside agency's page about one booking that it was asked for.
 * `clinician`: the page about one booking for whoever treats the patient then.
 * `opened-page`: in a cookie, never in an address: the patient's own code was given for that page a while ago.
 * `invitation`: to make an account, once. `password`: to choose a new password, once.
 * `alert`: one notice to one of the organisation's own people, who says by it that they are seeing to it.
 */
export type LinkPurpose = 'offer' | 'appointment' | 'clinician' | 'opened-page' | 'alert' | 'agency' | 'invitation' | 'password';

/** A capability: whoever holds the token may do one thing. Only the token's hash is kept. */
@Entity({ schema: 'access', name: 'links' })
export class Link {
  @PrimaryColumn({ type: 'bytea', name: 'token_hash' })
  tokenHash: Buffer;

  @Column({ type: 'text' })
  purpose: LinkPurpose;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  /** Of the offer, the booking, the invitation or the account. */
  @Column({ type: 'uuid', name: 'subject_id' })
  subjectId: string;

  @Column({ type: 'uuid', name: 'patient_id', nullable: true })
  patientId: string | null;

  @Column({ type: 'uuid', name: 'interpreter_id', nullable: true })
  interpreterId: string | null;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt: Date;

  @Column({ type: 'timestamptz', name: 'revoked_at', nullable: true })
  revokedAt: Date | null;

  stateAt(now: Date): 'open' | 'expired' | 'revoked' {
    if (this.revokedAt) return 'revoked';
    return this.expiresAt <= now ? 'expired' : 'open';
  }

  /** The check `a_link_names_whose_it_is` promises at most one, and none only where the subject itself says whose it is. */
  holder(): { interpreterId?: string; patientId?: string } {
    if (this.interpreterId !== null) return { interpreterId: this.interpreterId };
    return this.patientId !== null ? { patientId: this.patientId } : {};
  }
}
