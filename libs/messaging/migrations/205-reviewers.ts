import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who had read a text before it was sent. */
export class Reviewers1790000000205 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table messaging.messages add column reviewed_by text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table messaging.messages drop column reviewed_by');
  }
}
