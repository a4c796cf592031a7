import type { MigrationInterface, QueryRunner } from 'typeorm';
import { alsoKnown } from './task-kinds';

export class CredentialWarnings1790000000182 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(alsoKnown('credential-expiring'));
    await runner.query(`
      alter table reminders.tasks
        add interpreter_id uuid references interpreters.interpreters,
        add constraint a_credential_is_somebodys check (kind <> 'credential-expiring' or interpreter_id is not null);
    `);
  }

  /** The kind stays known: forgetting it would forget what was warned of. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table reminders.tasks drop constraint a_credential_is_somebodys, drop interpreter_id');
  }
}
