import type { MigrationInterface, QueryRunner } from 'typeorm';
import { alsoKnown } from './task-kinds';

export class IdentifyLanguage1790000000180 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(alsoKnown('identify-language'));
    await runner.query(`
      alter table reminders.tasks
        add constraint a_language_to_identify_is_somebodys check (kind <> 'identify-language' or patient_id is not null);
      create index tasks_of_a_patient on reminders.tasks (organisation_id, patient_id) where state = 'open';
    `);
  }

  /** The kind stays known: forgetting it would forget whose language was looked for. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index reminders.tasks_of_a_patient;
      alter table reminders.tasks drop constraint a_language_to_identify_is_somebodys;
    `);
  }
}
