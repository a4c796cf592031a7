import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An interpreter signs in and a colleague is invited without any booking. */
export class MessagesAboutNoBooking1790000000261 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table messaging.messages
        alter column booking_id drop not null,
        add constraint what_patients_are_told_is_about_a_booking
          check (booking_id is not null or recipient_kind in ('interpreter', 'staff'));
    `);
  }

  /** What was about no booking has nowhere to be shown before. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table messaging.messages no force row level security');
    await runner.query('delete from messaging.messages where booking_id is null');
    await runner.query('alter table messaging.messages force row level security');
    await runner.query(`
      alter table messaging.messages
        drop constraint what_patients_are_told_is_about_a_booking,
        alter column booking_id set not null;
    `);
  }
}
