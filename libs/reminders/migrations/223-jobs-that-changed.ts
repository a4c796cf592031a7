import type { MigrationInterface, QueryRunner } from 'typeorm';
import { alsoSaid, notSaidAnyMore } from './intent-kinds';

const kinds = ['job-off', 'job-updated'] as const;

/** Interpreters hear that a job they had accepted is not theirs as it was, or that something about it is new. */
export class JobsThatChanged1790000000223 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(alsoSaid(...kinds));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(notSaidAnyMore(...kinds));
  }
}
