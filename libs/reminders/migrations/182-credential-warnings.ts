import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The kinds of the others stay, whichever came first. */
const alsoKnown = (kind: string): string => `
  do $$
  declare kinds text[];
  begin
    select array_agg(known[1]) into kinds
      from pg_constraint, regexp_matches(pg_get_constraintdef(oid), '''([a-z-]+)''', 'g') known
     where conname = 'a_task_kind_is_known' and conrelid = 'reminders.tasks'::regclass;
    alter table reminders.tasks drop constraint a_task_kind_is_known;
    execute format('alter table reminders.tasks add constraint a_task_kind_is_known check (kind = any (%L::text[]))', kinds || '{${kind}}'::text[]);
  end $$`;

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
