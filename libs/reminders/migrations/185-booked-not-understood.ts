import type { MigrationInterface, QueryRunner } from 'typeorm';
import { alsoKnown } from './task-kinds';

export class BookedNotUnderstood1790000000185 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(alsoKnown('booked-not-understood'));
    await runner.query(`
      alter table reminders.tasks
        add constraint a_booking_to_change_is_named check (kind <> 'booked-not-understood' or booking_id is not null);
    `);
  }

  /** The kind stays known: forgetting it would forget what was done. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table reminders.tasks drop constraint a_booking_to_change_is_named');
  }
}
