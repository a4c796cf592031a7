import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Two people who edit one interpreter notice each other; a pair of languages is one pair from either side. */
export class InterpreterVersions1790000000152 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table interpreters.interpreters
        add version int not null default 1 constraint a_version_counts_up check (version > 0);
      create unique index a_pair_of_languages_is_named_once
        on interpreters.skills (interpreter_id, least(variety_id, other_id), greatest(variety_id, other_id));
      alter table interpreters.skills
        add constraint only_a_named_credential_says_more check (credential is not null or
          (credential_expires_on is null and credential_body is null and credential_level is null and scope = '{}'));
      alter table interpreters.organisation_weeks
        add constraint agreed_hours_are_a_list check (jsonb_typeof(hours) = 'array');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table interpreters.organisation_weeks drop constraint agreed_hours_are_a_list;
      alter table interpreters.skills drop constraint only_a_named_credential_says_more;
      drop index interpreters.a_pair_of_languages_is_named_once;
      alter table interpreters.interpreters drop column version;
    `);
  }
}
