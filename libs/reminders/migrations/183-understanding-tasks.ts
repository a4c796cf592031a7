import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Two kinds more; those of the others stay, whichever came first and however the constraint spells its list. */
export class UnderstandingTasks1790000000183 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      do $$
      declare kinds text[];
      begin
        select array_agg(known[1]) into kinds
          from pg_constraint, regexp_matches(pg_get_constraintdef(oid), '([a-z]+(?:-[a-z]+)+)', 'g') known
         where conname = 'a_task_kind_is_known' and conrelid = 'reminders.tasks'::regclass;
        alter table reminders.tasks drop constraint a_task_kind_is_known;
        execute format('alter table reminders.tasks add constraint a_task_kind_is_known check (kind = any (%L::text[]))',
          kinds || '{understanding-review,consent-withdrawn}'::text[]);
      end $$`);
  }

  /** The kinds stay known: forgetting them would forget what was done. */
  async down(): Promise<void> {}
}
