import { rowSecurity } from '@dragoman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const mine = `scope = (select nullif(current_setting('app.request_scope', true), ''))`;
const may = ['select', 'insert', 'update'] as const;

/** What each transaction of a request left, and what was answered: may hold what a patient said, so that only whose key it was sees it. */
export class RequestSteps1790000000230 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table platform.request_steps (
        scope text not null,
        key text not null,
        step int not null,
        fingerprint bytea not null,
        result bytea not null,
        at timestamptz not null,
        constraint a_step_of_a_request_is_taken_once primary key (scope, key, step)
      );
      create index request_steps_by_age on platform.request_steps (at);
      grant usage on schema platform to d_app, d_interp, d_link, d_sweep, d_install;
    `);
    await runner.query(
      rowSecurity('platform.request_steps', {
        d_app: { rows: mine, may },
        d_interp: { rows: mine, may },
        d_link: { rows: mine, may },
        d_install: { rows: mine, may },
        d_sweep: { rows: 'true', may: ['select', 'insert', 'update', 'delete'] },
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table platform.request_steps;
      revoke usage on schema platform from d_app, d_interp, d_link, d_sweep, d_install;
    `);
  }
}
