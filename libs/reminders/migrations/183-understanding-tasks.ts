import type { MigrationInterface, QueryRunner } from 'typeorm';
import { alsoKnown } from './task-kinds';

export class UnderstandingTasks1790000000183 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(alsoKnown('understanding-review', 'consent-withdrawn'));
  }

  /** The kinds stay known: forgetting them would forget what was done. */
  async down(): Promise<void> {}
}
