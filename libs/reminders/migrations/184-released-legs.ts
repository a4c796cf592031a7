import type { MigrationInterface, QueryRunner } from 'typeorm';

const known = `'confirmed', 'reminder-7-days', 'reminder-2-days', 'reminder-day-before', 'reminder-hours',
  'offer', 'job-confirmed', 'offer-closed', 'job-cancelled'`;

const kinds = (list: string): string => `
  alter table reminders.intents
    drop constraint an_intent_kind_is_known,
    add constraint an_intent_kind_is_known check (kind in (${list}));`;

/** Whoever held one side of a relay that came to nothing is told so. */
export class ReleasedLegs1790000000184 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(kinds(`${known}, 'leg-released'`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(kinds(known));
  }
}
