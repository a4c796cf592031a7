import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the messages screen reads: replies and messages by time, and those that failed. */
export class MessagesByTime1790000000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index replies_by_time on messaging.inbound (organisation_id, received_at, id);
      create index messages_by_time on messaging.messages (organisation_id, queued_at, id);
      create index messages_that_failed on messaging.messages (organisation_id, failed_at, id) where state in ('failed', 'unknown');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index messaging.replies_by_time, messaging.messages_by_time, messaging.messages_that_failed');
  }
}
