import type { MigrationInterface, QueryRunner } from 'typeorm';

const known = `'confirmed', 'reminder-7-days', 'reminder-2-days', 'reminder-day-before', 'reminder-hours',
  'offer', 'job-confirmed', 'offer-closed', 'job-cancelled', 'leg-released'`;

const kinds = (list: string): string => `
  alter table reminders.intents
    drop constraint an_intent_kind_is_known,
    add constraint an_intent_kind_is_known check (kind in (${list}));`;

/** A patient is told by a message that it does not take place, where somebody approved the text for it. */
export class NewsOfACancellation1790000000209 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(kinds(`${known}, 'cancelled'`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from reminders.intents where kind = 'cancelled'; ${kinds(known)}`);
  }
}
