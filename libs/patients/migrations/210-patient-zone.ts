import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where they live by another clock than the clinic's: the hours that are safe, and the nights, are theirs. */
export class PatientZone1790000000210 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table patients.patients
        add zone text constraint a_zone_has_a_name check (length(zone) between 1 and 60);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table patients.patients drop zone');
  }
}
