import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An organisation changes its own policy, and nothing else about itself; row-level security says which organisation. */
export class PolicyVersion1790000000120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table organisations.organisations add column policy_version int not null default 1;
      grant update (policy, policy_version) on organisations.organisations to d_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      revoke update (policy, policy_version) on organisations.organisations from d_app;
      alter table organisations.organisations drop column policy_version;
    `);
  }
}
