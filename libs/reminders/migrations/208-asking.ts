import type { MigrationInterface, QueryRunner } from 'typeorm';
import { alsoKnown } from './task-kinds';

/** A patient is asked again how they want to be told, or whether a supporter may still be: by one task at a time. */
export class Asking1790000000208 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(alsoKnown('ask-again', 'supporter-expiring'));
    await runner.query(`
      alter table reminders.tasks
        add constraint whoever_is_asked_is_a_patient check (kind not in ('ask-again', 'supporter-expiring') or patient_id is not null);
      create unique index a_patient_is_asked_again_by_one_task on reminders.tasks (organisation_id, patient_id)
        where kind = 'ask-again' and state = 'open';
    `);
  }

  /** The kinds stay known: forgetting them would forget what was to be asked. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index reminders.a_patient_is_asked_again_by_one_task;
      alter table reminders.tasks drop constraint whoever_is_asked_is_a_patient;
    `);
  }
}
