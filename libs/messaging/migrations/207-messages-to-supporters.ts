import type { MigrationInterface, QueryRunner } from 'typeorm';

const before = 'a_recipient_is_a_patient_or_an_interpreter';
const since = 'a_recipient_is_a_patient_an_interpreter_or_a_supporter';

/** Somebody may be told in a patient's place. */
export class MessagesToSupporters1790000000207 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table messaging.messages
        drop constraint ${before},
        add constraint ${since} check (recipient_kind in ('patient', 'interpreter', 'supporter'));
    `);
  }

  /** What was said stays written down as it was said; what waits is withdrawn, because nobody would look at it once more. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table messaging.messages no force row level security');
    await runner.query(`update messaging.messages set state = 'withdrawn' where recipient_kind = 'supporter' and state = 'queued'`);
    await runner.query('alter table messaging.messages force row level security');
    await runner.query(`
      alter table messaging.messages
        drop constraint ${since},
        add constraint ${before} check (recipient_kind in ('patient', 'interpreter')) not valid;
    `);
  }
}
