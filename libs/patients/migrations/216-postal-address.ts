import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where letters reach them, and who else opens the post there; nobody has asked means that others do. */
export class PostalAddress1790000000216 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table patients.patients
        add post_lines text[] constraint an_address_has_lines check (cardinality(post_lines) between 1 and 4),
        add post_country text constraint a_country_has_two_letters check (post_country ~ '^[A-Z]{2}$'),
        add post_safety text constraint the_safety_of_post_is_known
          check (post_safety in ('private', 'shared', 'monitored', 'unsafe', 'unknown')),
        add constraint an_address_says_who_opens_the_post check ((post_lines is null) = (post_safety is null)),
        add constraint a_country_is_part_of_an_address check (post_country is null or post_lines is not null);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table patients.patients drop post_lines, drop post_country, drop post_safety');
  }
}
