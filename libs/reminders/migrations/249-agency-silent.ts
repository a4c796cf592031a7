import type { MigrationInterface, QueryRunner } from 'typeorm';
import { alsoKnown } from './task-kinds';

export class AgencySilent1790000000249 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(alsoKnown('agency-silent'));
  }

  /** The kind stays known: forgetting it would forget the tasks. */
  down(): Promise<void> {
    return Promise.resolve();
  }
}
