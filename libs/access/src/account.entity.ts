import type { StaffRole } from '@dragoman/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a colleague is called, and what they sign in with. */
export interface PersonDetails {
  name: string;
  email: string;
}

/** A member of staff of one organisation. */
@Entity({ schema: 'access', name: 'accounts' })
export class Account {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  @Column({ type: 'text' })
  name: string;

  /** Signs in to one account, whatever its capitals. */
  @Column({ type: 'citext' })
  email: string;

  @Column({ type: 'text' })
  role: StaffRole;

  /** argon2id; only the sign-in selects it, and the database lets no other role. */
  @Column({ type: 'text', name: 'password_hash', select: false })
  passwordHash: string;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'deactivated_at', nullable: true })
  deactivatedAt: Date | null;
}
