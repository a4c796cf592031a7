import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Null is a purpose left blank, which counts as sensitive: no booking of before becomes harmless by itself. */
export class BookingTopic1790000000160 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table bookings.bookings add column topic text
        constraint a_topic_is_known check (topic in ('general', 'test-results', 'maternity', 'sexual-health',
          'mental-health', 'safeguarding', 'consent-to-treatment', 'serious-news'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table bookings.bookings drop column topic');
  }
}
