import type { MigrationInterface, QueryRunner } from 'typeorm';

const known = `'confirmed', 'reminder-7-days', 'reminder-2-days', 'reminder-day-before', 'reminder-hours',
  'offer', 'job-confirmed', 'offer-closed', 'job-cancelled', 'leg-released', 'cancelled'`;
const news = `'moved', 'changed', 'interpreter-changed', 'interpreter-lost', 'running-late'`;

const kinds = (list: string): string => `
  alter table reminders.intents
    drop constraint an_intent_kind_is_known,
    add constraint an_intent_kind_is_known check (kind in (${list}));`;

/** A patient is told what changed after they were told, where somebody approved the text for it. */
export class NewsOfChanges1790000000231 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${kinds(`${known}, ${news}`)}
      alter table reminders.intents add column minutes int
        constraint only_a_delay_has_minutes check ((kind = 'running-late') = (minutes is not null));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from reminders.intents where kind in (${news});
      alter table reminders.intents drop column minutes;
      ${kinds(known)}
    `);
  }
}
