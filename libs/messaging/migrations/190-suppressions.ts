import { own, rowSecurity } from '@dragoman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Suppressions1790000000190 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table messaging.suppressions (
        organisation_id uuid not null references organisations.organisations,
        channel text not null,
        address text not null,
        reason text not null,
        takes_calls boolean not null,
        at timestamptz not null,
        primary key (organisation_id, channel, address)
      );
      -- Two messages that the carrier calls by one name would be one that arrived and one that is missing.
      create unique index what_a_carrier_took_is_one_message on messaging.messages (provider_id) where provider_id is not null;
    `);
    // What a carrier said of a number ends with the number: nobody's program takes it back.
    await runner.query(
      rowSecurity('messaging.suppressions', {
        d_app: { rows: own.organisation(), may: ['select'] },
        d_sweep: { rows: 'true', may: ['select', 'insert'] },
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index messaging.what_a_carrier_took_is_one_message;
      drop table messaging.suppressions;
    `);
  }
}
