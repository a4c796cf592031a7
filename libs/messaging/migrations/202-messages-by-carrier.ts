import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each carrier's queue is its own, so that a thousand waiting mails keep no text message. */
export class MessagesByCarrier1790000000202 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index messaging.messages_to_send;
      drop index messaging.messages_in_flight;
      create index messages_to_send on messaging.messages (channel, not_before, id) where state = 'queued';
      create index messages_in_flight on messaging.messages (channel, lease_until) where state = 'handed-over';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index messaging.messages_to_send;
      drop index messaging.messages_in_flight;
      create index messages_to_send on messaging.messages (not_before) where state = 'queued';
      create index messages_in_flight on messaging.messages (lease_until) where state = 'handed-over';
    `);
  }
}
