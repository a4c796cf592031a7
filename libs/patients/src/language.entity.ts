import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LanguageRole, LearntHow } from './profile';

/** A variety that a patient speaks, reads or signs, as the patient said it. */
@Entity({ schema: 'patients', name: 'languages' })
export class PatientLanguage {
  @PrimaryColumn({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  @PrimaryColumn({ type: 'uuid', name: 'patient_id' })
  patientId: string;

  @PrimaryColumn({ type: 'text', name: 'variety_id' })
  varietyId: string;

  @PrimaryColumn({ type: 'text' })
  role: LanguageRole;

  @Column({ type: 'boolean', name: 'enough_for_doctor' })
  enoughForDoctor: boolean;

  @Column({ type: 'text', name: 'learnt_how' })
  learntHow: LearntHow;

  @Column({ type: 'int' })
  rank: number;
}
