import type { MigrationInterface, QueryRunner } from 'typeorm';
import { alsoKnown } from './task-kinds';

export class LettersWaiting1790000000218 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(alsoKnown('letter-waiting'));
  }

  /** The kind stays known: forgetting it would forget the tasks. */
  down(): Promise<void> {
    return Promise.resolve();
  }
}
