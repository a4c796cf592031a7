import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A message may carry an appointment for a calendar. */
export class CalendarEntries1790000000194 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table messaging.messages add column calendar jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table messaging.messages drop column calendar');
  }
}
