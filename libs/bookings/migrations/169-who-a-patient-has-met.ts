import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every search asks whom the patient has met; the index alone answers it. */
export class WhoAPatientHasMet1790000000169 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index bookings.bookings_of_a_patient;
      create index bookings_of_a_patient on bookings.bookings (organisation_id, patient_id, starts_at)
        include (interpreter_id, ends_at, state);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index bookings.bookings_of_a_patient;
      create index bookings_of_a_patient on bookings.bookings (organisation_id, patient_id, starts_at);`);
  }
}
