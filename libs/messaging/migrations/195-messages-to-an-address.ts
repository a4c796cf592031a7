import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who wrote to an address, asked without knowing the organisation. */
export class MessagesToAnAddress1790000000195 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index messages_to_an_address_by_anybody on messaging.messages (channel, address, organisation_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index messaging.messages_to_an_address_by_anybody');
  }
}
