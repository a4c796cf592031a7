import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One value, because it is only ever read and replaced whole. */
export class DaysToAvoid1790000000146 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table patients.patients
        add days_to_avoid jsonb not null default '{"weekdays": [], "spans": []}'
          constraint some_day_of_the_week_is_left check (jsonb_array_length(days_to_avoid -> 'weekdays') < 7);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table patients.patients drop days_to_avoid');
  }
}
