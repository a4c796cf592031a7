import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An agency's answer stands in the trail under the agency, though a job's database role writes it. */
export class AgenciesAnswer1790000000248 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter policy d_sweep_adds on audit.entries with check (actor_kind = 'job'
      or (actor_kind = 'agency' and organisation_id = (select nullif(current_setting('app.organisation_id', true), ''))::uuid))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter policy d_sweep_adds on audit.entries with check (actor_kind = 'job')`);
  }
}
