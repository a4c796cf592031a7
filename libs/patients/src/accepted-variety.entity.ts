import { Column, Entity, PrimaryColumn } from 'typeorm';

/** By whom a patient was asked in words of their own. */
export type AskedInOwnWords = 'exact-interpreter' | 'own-recording';

/** A close variety that the patient agreed to until further notice; asked again after a year. */
@Entity({ schema: 'patients', name: 'accepted_varieties' })
export class AcceptedVariety {
  @PrimaryColumn({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  @PrimaryColumn({ type: 'uuid', name: 'patient_id' })
  patientId: string;

  @PrimaryColumn({ type: 'text', name: 'variety_id' })
  varietyId: string;

  @PrimaryColumn({ type: 'text', name: 'interpreter_variety' })
  interpreterVariety: string;

  /** Of the encounter table's row when it was said; nothing less may stand. */
  @Column({ type: 'text' })
  confidence: 'high';

  @Column({ type: 'text' })
  how: AskedInOwnWords;

  @Column({ type: 'uuid', name: 'said_to' })
  saidTo: string;

  @Column({ type: 'timestamptz', name: 'said_at' })
  saidAt: Date;
}
