import type { MigrationInterface, QueryRunner } from 'typeorm';

const setting = (name: string): string => `(select nullif(current_setting('app.${name}', true), ''))`;
const patient = `actor_kind = 'patient' and actor_id = ${setting('patient_id')}`;
const clinician = `actor_kind = 'clinician' and actor_id = ${setting('booking_id')} and ${setting('patient_id')} is null`;
const adds = (check: string): string => `
  drop policy d_link_adds on audit.entries;
  create policy d_link_adds on audit.entries for insert to d_link
    with check ((${check}) and organisation_id = ${setting('organisation_id')}::uuid)`;

/** Whoever holds a clinician's link writes in the name of its booking, and never in a patient's. */
export class CliniciansInTheTrail1790000000243 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(adds(`(${patient}) or (${clinician})`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(adds(patient));
  }
}
