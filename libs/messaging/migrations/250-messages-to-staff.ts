import type { MigrationInterface, QueryRunner } from 'typeorm';

const before = 'a_recipient_is_a_patient_an_interpreter_or_a_supporter';
const since = 'a_recipient_is_known';

/** An organisation's own people are told when an appointment needs them. */
export class MessagesToStaff1790000000250 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table messaging.messages
        drop constraint ${before},
        add constraint ${since} check (recipient_kind in ('patient', 'interpreter', 'supporter', 'staff'));
    `);
  }

  /** What was said stays written down as it was said; what waits is withdrawn, because nobody would look at it once more. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table messaging.messages no force row level security');
    await runner.query(`update messaging.messages set state = 'withdrawn' where recipient_kind = 'staff' and state = 'queued'`);
    await runner.query('alter table messaging.messages force row level security');
    await runner.query(`
      alter table messaging.messages
        drop constraint ${since},
        add constraint ${before} check (recipient_kind in ('patient', 'interpreter', 'supporter')) not valid;
    `);
  }
}
