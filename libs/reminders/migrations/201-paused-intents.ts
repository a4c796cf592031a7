import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PausedIntents1790000000201 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table reminders.intents
        add paused_by uuid references access.accounts,
        add paused_at timestamptz,
        add constraint a_pause_says_who_and_when check ((paused_by is null) = (paused_at is null));
      drop index reminders.intents_that_are_due;
      create index intents_that_are_due on reminders.intents (due_at) where state = 'planned' and paused_at is null;
      create index intents_that_are_planned on reminders.intents (organisation_id, due_at, id) where state = 'planned';
    `);
  }

  /** What somebody held back does not leave because a version was taken back. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table reminders.intents no force row level security;
      update reminders.intents set state = 'dropped', settled_at = paused_at where state = 'planned' and paused_at is not null;
      alter table reminders.intents force row level security;
      drop index reminders.intents_that_are_planned, reminders.intents_that_are_due;
      create index intents_that_are_due on reminders.intents (due_at) where state = 'planned';
      alter table reminders.intents drop constraint a_pause_says_who_and_when, drop paused_by, drop paused_at;
    `);
  }
}
