import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SharedNumber1790000000191 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table messaging.inbound
        add withheld boolean not null default false,
        add constraint words_that_are_withheld_are_not_kept check (not withheld or body = '');
      create index what_reached_an_address on messaging.messages (channel, address, handed_over_at) include (organisation_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index messaging.what_reached_an_address;
      alter table messaging.inbound drop column withheld;
    `);
  }
}
