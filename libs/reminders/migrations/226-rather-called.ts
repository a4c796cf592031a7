import type { MigrationInterface, QueryRunner } from 'typeorm';
import { alsoKnown } from './task-kinds';

export class RatherCalled1790000000226 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(alsoKnown('rather-called'));
  }

  /** The kind stays known: forgetting it would forget the tasks. */
  down(): Promise<void> {
    return Promise.resolve();
  }
}
