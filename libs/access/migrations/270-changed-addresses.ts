import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People change their names, and the addresses they sign in with. */
export class ChangedAddresses1790000000270 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant update (name, email) on access.accounts to d_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('revoke update (name, email) on access.accounts from d_app');
  }
}
