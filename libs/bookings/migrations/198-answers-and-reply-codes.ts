import type { MigrationInterface, QueryRunner } from 'typeorm';

const answers = (list: string): string => `
  alter table bookings.bookings
    drop constraint a_patient_answer_is_known,
    add constraint a_patient_answer_is_known check (patient_answer in (${list}));`;

const known = `'coming', 'cannot-come', 'call-me'`;

/** A patient may ask for another time, and an interpreter answers an offer with its code. */
export class AnswersAndReplyCodes1790000000198 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(answers(`${known}, 'another-time'`));
    await runner.query(`
      alter table bookings.offers
        add reply_code text constraint a_reply_code_is_four_digits check (reply_code ~ '^[1-9][0-9]{3}$');
      create unique index an_open_offer_is_known_by_its_code on bookings.offers (interpreter_id, reply_code) where state = 'open';
      create index offers_by_code on bookings.offers (reply_code, interpreter_id, created_at);
    `);
  }

  /** Whoever asked for another time is somebody to call, as before. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index bookings.offers_by_code;
      drop index bookings.an_open_offer_is_known_by_its_code;
      alter table bookings.offers drop reply_code;
      alter table bookings.bookings no force row level security;
      update bookings.bookings set patient_answer = 'call-me' where patient_answer = 'another-time';
      alter table bookings.bookings force row level security;
    `);
    await runner.query(answers(known));
  }
}
