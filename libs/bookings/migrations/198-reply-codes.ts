import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An interpreter answers an offer in a text with its code. */
export class ReplyCodes1790000000198 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table bookings.offers
        add reply_code text constraint a_reply_code_is_four_digits check (reply_code ~ '^[1-9][0-9]{3}$');
      create unique index an_open_offer_is_known_by_its_code on bookings.offers (interpreter_id, reply_code) where state = 'open';
      create index offers_by_code on bookings.offers (reply_code, interpreter_id, created_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index bookings.offers_by_code;
      drop index bookings.an_open_offer_is_known_by_its_code;
      alter table bookings.offers drop reply_code;
    `);
  }
}
