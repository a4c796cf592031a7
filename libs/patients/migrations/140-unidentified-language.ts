import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What helps to find out which language it is, kept only until it is known: a country, and one short line. */
export class UnidentifiedLanguage1790000000140 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table patients.patients
        add unidentified_since timestamptz,
        add unidentified_country text constraint a_country_of_origin_has_two_letters check (unidentified_country ~ '^[A-Z]{2}$'),
        add unidentified_hint text constraint a_hint_is_one_short_line
          check (length(unidentified_hint) between 1 and 80 and unidentified_hint !~ '[\\n\\r]'),
        add constraint hints_are_forgotten_once_the_language_is_known
          check (unidentified_since is not null or (unidentified_country is null and unidentified_hint is null));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table patients.patients drop unidentified_since, drop unidentified_country, drop unidentified_hint;
    `);
  }
}
