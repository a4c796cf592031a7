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

  @Column({ type: 'int' })
  rank: number;
}
