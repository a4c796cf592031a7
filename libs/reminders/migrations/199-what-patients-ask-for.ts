import type { MigrationInterface, QueryRunner } from 'typeorm';
import { alsoKnown } from './task-kinds';

export class WhatPatientsAskFor1790000000199 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(alsoKnown('another-time', 'another-interpreter', 'wrong-language'));
    await runner.query(`
      alter table reminders.tasks
        add constraint a_wrong_language_is_somebodys check (kind <> 'wrong-language' or patient_id is not null);
    `);
  }

  /** The kinds stay known: forgetting them would forget what was asked for. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table reminders.tasks drop constraint a_wrong_language_is_somebodys');
  }
}
