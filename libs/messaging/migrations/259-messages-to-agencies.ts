import type { MigrationInterface, QueryRunner } from 'typeorm';

const known = (kinds: string): string => `
  alter table messaging.messages
    drop constraint a_recipient_is_known,
    add constraint a_recipient_is_known check (recipient_kind in (${kinds}))`;

/** An outside agency is asked whether it can send somebody. */
export class MessagesToAgencies1790000000259 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(known(`'patient', 'interpreter', 'supporter', 'staff', 'agency'`));
  }

  /** What was said stays written down as it was said; what waits is withdrawn, because nobody would look at it once more. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table messaging.messages no force row level security');
    await runner.query(`update messaging.messages set state = 'withdrawn' where recipient_kind = 'agency' and state = 'queued'`);
    await runner.query('alter table messaging.messages force row level security');
    await runner.query(`${known(`'patient', 'interpreter', 'supporter', 'staff'`)} not valid`);
  }
}
