import type { MigrationInterface, QueryRunner } from 'typeorm';
import { alsoKnown } from './task-kinds';

export class SpendingNearCap1790000000212 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(alsoKnown('spending-near-cap'));
  }

  /** The kind stays known: forgetting it would forget the tasks. */
  down(): Promise<void> {
    return Promise.resolve();
  }
}
