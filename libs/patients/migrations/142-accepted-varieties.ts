import { own, rowSecurity } from '@dragoman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Close varieties that a patient agreed to beyond one booking. */
export class AcceptedVarieties1790000000142 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table patients.accepted_varieties (
        organisation_id uuid not null,
        patient_id uuid not null,
        variety_id text not null references languages.varieties,
        interpreter_variety text not null references languages.varieties,
        confidence text not null constraint a_standing_consent_needs_high_confidence check (confidence = 'high'),
        how text not null constraint a_standing_consent_is_the_patients_own check (how in ('exact-interpreter', 'own-recording')),
        said_to uuid not null references access.accounts,
        said_at timestamptz not null,
        constraint a_variety_is_accepted_once primary key (organisation_id, patient_id, variety_id, interpreter_variety),
        constraint an_accepted_variety_is_another_one check (variety_id <> interpreter_variety),
        constraint an_accepted_variety_belongs_to_a_patient foreign key (organisation_id, patient_id)
          references patients.patients (organisation_id, id)
      );
    `);
    await runner.query(
      rowSecurity('patients.accepted_varieties', {
        d_app: { rows: own.organisation(), may: ['select', 'insert', 'update', 'delete'] },
        d_sweep: { rows: 'true', may: ['select'] },
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table patients.accepted_varieties');
  }
}
