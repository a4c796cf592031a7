import type { MigrationInterface, QueryRunner } from 'typeorm';
import { alsoSaid, notSaidAnyMore } from './intent-kinds';

const news = ['moved', 'changed', 'interpreter-changed', 'interpreter-lost', 'running-late'] as const;

/** A patient is told what changed after they were told, where somebody approved the text for it. */
export class NewsOfChanges1790000000231 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(alsoSaid(...news));
    await runner.query(`
      alter table reminders.intents add column minutes int
        constraint only_a_delay_has_minutes check ((kind = 'running-late') = (minutes is not null));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table reminders.intents drop constraint only_a_delay_has_minutes');
    await runner.query(notSaidAnyMore(...news));
    await runner.query('alter table reminders.intents drop column minutes');
  }
}
