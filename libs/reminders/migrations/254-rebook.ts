import type { MigrationInterface, QueryRunner } from 'typeorm';
import { alsoKnown } from './task-kinds';

export class Rebook1790000000254 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(alsoKnown('rebook'));
  }

  /** The kind stays known: forgetting it would forget the tasks. */
  down(): Promise<void> {
    return Promise.resolve();
  }
}
