import { type DomainEvent, type StaffRole } from '@dragoman/platform';
import { plusMinutes } from '@dragoman/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { invitationSent } from './access.events';

const OPEN_MINUTES = 7 * 24 * 60;

export type InvitationState = 'open' | 'expired' | 'accepted' | 'withdrawn';

/** Somebody who may make an account in an organisation, once, by the link in their mail. */
@Entity({ schema: 'access', name: 'invitations' })
export class Invitation {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'citext' })
  email: string;

  @Column({ type: 'text' })
  role: StaffRole;

  @Column({ type: 'uuid', name: 'invited_by' })
  invitedBy: string;

  /** How often it was sent; each time with a new link, which ends the one before. */
  @Column({ type: 'int' })
  sent: number;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'sent_at' })
  sentAt: Date;

  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt: Date;

  @Column({ type: 'timestamptz', name: 'accepted_at', nullable: true })
  acceptedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'withdrawn_at', nullable: true })
  withdrawnAt: Date | null;

  stateAt(now: Date): InvitationState {
    if (this.acceptedAt) return 'accepted';
    if (this.withdrawnAt) return 'withdrawn';
    return this.expiresAt <= now ? 'expired' : 'open';
  }

  /** Seven days from now. */
  send(now: Date): DomainEvent {
    this.sent += 1;
    this.sentAt = now;
    this.expiresAt = plusMinutes(now, OPEN_MINUTES);
    return invitationSent({ organisationId: this.organisationId, invitationId: this.id, sending: this.sent });
  }
}
