import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The only words that ever go to a phone that somebody monitors: the patient's own. */
export class OwnWords1790000000148 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table patients.channels
        add own_words text constraint own_words_are_a_line check (length(own_words) between 1 and 300 and own_words !~ '[\\n\\r]'),
        add own_words_variety text references languages.varieties,
        add own_words_by uuid references access.accounts,
        add own_words_at timestamptz,
        add constraint own_words_are_for_a_monitored_phone check (own_words is null or (safety = 'monitored' and channel = 'sms')),
        add constraint own_words_say_whose_and_when
          check (num_nonnulls(own_words, own_words_variety, own_words_by, own_words_at) in (0, 4));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table patients.channels drop own_words, drop own_words_variety, drop own_words_by, drop own_words_at;
    `);
  }
}
