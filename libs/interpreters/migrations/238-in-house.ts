import { own, rowSecurity } from '@dragoman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom an organisation employs: no other organisation's business. */
export class InHouse1790000000238 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table interpreters.in_house (
        interpreter_id uuid not null references interpreters.interpreters,
        organisation_id uuid not null references organisations.organisations,
        constraint somebody_is_in_house_once primary key (interpreter_id, organisation_id)
      );
      create index in_house_of_an_organisation on interpreters.in_house (organisation_id, interpreter_id);
    `);
    await runner.query(
      rowSecurity('interpreters.in_house', {
        d_app: { rows: own.organisation(), may: ['select', 'insert', 'delete'] },
        d_sweep: { rows: 'true', may: ['select'] },
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table interpreters.in_house');
  }
}
