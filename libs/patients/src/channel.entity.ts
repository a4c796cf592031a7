import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ContactChannel, ContactSafety } from './profile';

/** A way to reach a patient, and who else may be reached by it. */
@Entity({ schema: 'patients', name: 'channels' })
export class PatientChannel {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  @Column({ type: 'uuid', name: 'patient_id' })
  patientId: string;

  @Column({ type: 'text' })
  channel: ContactChannel;

  /** E.164 or a lower-case email address. */
  @Column({ type: 'text' })
  address: string;

  @Column({ type: 'text' })
  safety: ContactSafety;

  /** Whether a message may be left; null while nobody asked, which means no. */
  @Column({ type: 'boolean', nullable: true })
  voicemail: boolean | null;

  /** When they answered from this number, or a person at the desk heard it from them. */
  @Column({ type: 'timestamptz', name: 'confirmed_at', nullable: true })
  confirmedAt: Date | null;

  /** What the patient chose to receive there, to the letter; only where the phone is monitored. */
  @Column({ type: 'text', name: 'own_words', nullable: true })
  ownWords: string | null;

  @Column({ type: 'text', name: 'own_words_variety', nullable: true })
  ownWordsVariety: string | null;

  /** Who wrote them down. */
  @Column({ type: 'uuid', name: 'own_words_by', nullable: true })
  ownWordsBy: string | null;

  @Column({ type: 'timestamptz', name: 'own_words_at', nullable: true })
  ownWordsAt: Date | null;

  @Column({ type: 'int' })
  rank: number;
}
