import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The kinds of the others stay, whichever came first: every kind has a hyphen, and nothing else in the constraint has. */
const alsoKnown = (kind: string): string => `
  do $$
  declare kinds text;
  begin
    select string_agg(quote_literal(known[1]), ', ') into kinds
      from pg_constraint, regexp_matches(pg_get_constraintdef(oid), '[a-z]+(?:-[a-z]+)+', 'g') known
     where conname = 'a_task_kind_is_known' and conrelid = 'reminders.tasks'::regclass;
    alter table reminders.tasks drop constraint a_task_kind_is_known;
    execute format('alter table reminders.tasks add constraint a_task_kind_is_known check (kind in (%s, %L))', kinds, '${kind}');
  end $$`;

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
