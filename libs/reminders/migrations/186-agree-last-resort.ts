import type { MigrationInterface, QueryRunner } from 'typeorm';
import { alsoKnown } from './task-kinds';

export class AgreeLastResort1790000000186 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(alsoKnown('agree-last-resort'));
    await runner.query(`
      alter table reminders.tasks
        add constraint a_last_resort_is_of_a_booking check (kind <> 'agree-last-resort' or booking_id is not null);
    `);
  }

  /** The kind stays known: forgetting it would forget what was done. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table reminders.tasks drop constraint a_last_resort_is_of_a_booking');
  }
}
