import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Credentials that lapse soon are looked for every hour. */
export class CredentialsByExpiry1790000000153 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create index skills_by_expiry on interpreters.skills (credential_expires_on) where credential_expires_on is not null',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index interpreters.skills_by_expiry');
  }
}
