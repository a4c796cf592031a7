import { Column, Entity, PrimaryColumn } from 'typeorm';

/** For or against one interpreter: the fact and who wrote it down, never why. */
@Entity({ schema: 'patients', name: 'interpreter_wishes' })
export class InterpreterWish {
  @PrimaryColumn({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  @PrimaryColumn({ type: 'uuid', name: 'patient_id' })
  patientId: string;

  @PrimaryColumn({ type: 'uuid', name: 'interpreter_id' })
  interpreterId: string;

  @Column({ type: 'text' })
  wish: 'wanted' | 'refused';

  @Column({ type: 'uuid', name: 'recorded_by' })
  recordedBy: string;

  @Column({ type: 'timestamptz', name: 'recorded_at' })
  recordedAt: Date;
}
