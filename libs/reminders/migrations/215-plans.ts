import { own, rowSecurity } from '@dragoman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a plan was made of, so that planning again without change is one look. */
export class Plans1790000000215 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table reminders.plans (
        booking_id uuid primary key references bookings.bookings,
        organisation_id uuid not null references organisations.organisations,
        basis text not null
      );
    `);
    await runner.query(
      rowSecurity('reminders.plans', {
        d_app: { rows: own.organisation(), may: ['select', 'insert', 'update'] },
        d_sweep: { rows: 'true', may: ['select', 'insert', 'update'] },
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table reminders.plans');
  }
}
