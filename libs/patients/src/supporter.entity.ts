import type { DomainEvent } from '@dragoman/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ContactChannel } from './profile';
import { supportersChanged } from './supporter.events';

export type SupporterRelation = 'relative' | 'friend' | 'carer' | 'case-worker' | 'advocate' | 'community-worker';

/** How the patient was asked in private: through an interpreter who is not this person, or in a language that both speak. */
export type AskedInPrivate = 'interpreter' | 'shared-language';

/** Of an appointment, and never more than this. */
export type MayBeTold = 'when' | 'who-when-where';

/** Somebody whom the patient wants to be told in their place, until a day at most a year away. Never an interpreter. */
@Entity({ schema: 'patients', name: 'supporters' })
export class Supporter {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  @Column({ type: 'uuid', name: 'patient_id' })
  patientId: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  relation: SupporterRelation;

  @Column({ type: 'text' })
  channel: ContactChannel;

  /** E.164 or a lower-case email address. */
  @Column({ type: 'text' })
  address: string;

  /** When somebody had spoken with them on this number; says nothing for an email address. */
  @Column({ type: 'timestamptz', name: 'confirmed_at', nullable: true })
  confirmedAt: Date | null;

  @Column({ type: 'text', name: 'reads_variety' })
  readsVariety: string;

  @Column({ type: 'text', name: 'may_be_told' })
  mayBeTold: MayBeTold;

  @Column({ type: 'text', name: 'asked_how' })
  askedHow: AskedInPrivate;

  @Column({ type: 'timestamptz', name: 'consent_given_at' })
  consentGivenAt: Date;

  @Column({ type: 'uuid', name: 'recorded_by' })
  recordedBy: string;

  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt: Date;

  @Column({ type: 'timestamptz', name: 'removed_at', nullable: true })
  removedAt: Date | null;

  @Column({ type: 'uuid', name: 'removed_by', nullable: true })
  removedBy: string | null;

  /** Nobody is told of it: neither this person nor the patient. */
  remove(by: string, now: Date): DomainEvent {
    this.removedAt = now;
    this.removedBy = by;
    return this.changed();
  }

  changed(): DomainEvent {
    return supportersChanged({ organisationId: this.organisationId, patientId: this.patientId });
  }
}
