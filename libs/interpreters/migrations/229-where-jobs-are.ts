import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A site whose place on the map was wrong is right in every job to come there as well: ways to and from it are judged by that. */
export class WhereJobsAre1790000000229 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant update (latitude, longitude) on interpreters.commitments to d_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('revoke update (latitude, longitude) on interpreters.commitments from d_app');
  }
}
