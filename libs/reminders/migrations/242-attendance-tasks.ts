import type { MigrationInterface, QueryRunner } from 'typeorm';
import { alsoKnown } from './task-kinds';

export class AttendanceTasks1790000000242 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      alsoKnown(
        'attendance-differs', 'patient-absent', 'not-arrived', 'interpreter-late', 'next-job-late', 'concern-raised', 'check-unanswered',
      ),
    );
  }

  /** The kinds stay known: forgetting them would forget the tasks. */
  down(): Promise<void> {
    return Promise.resolve();
  }
}
