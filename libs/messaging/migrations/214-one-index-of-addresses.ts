import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Three questions begin with an address, and every step of a message writes each index anew: one answers them all. */
export class OneIndexOfAddresses1790000000214 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index messaging.messages_to_an_address_by_anybody, messaging.what_reached_an_address, messaging.messages_to_an_address;
      create index messages_to_an_address on messaging.messages (channel, address, organisation_id, queued_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index messaging.messages_to_an_address;
      create index messages_to_an_address on messaging.messages (organisation_id, channel, address, queued_at);
      create index what_reached_an_address on messaging.messages (channel, address, handed_over_at) include (organisation_id);
      create index messages_to_an_address_by_anybody on messaging.messages (channel, address, organisation_id);
    `);
  }
}
