import { own, rowSecurity } from '@dragoman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What somebody looks for again and again, under a name; nobody else's business. */
export class SavedFilters1790000000225 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table access.saved_filters (
        id uuid primary key,
        organisation_id uuid not null references organisations.organisations,
        account_id uuid not null references access.accounts,
        list text not null constraint a_saved_filter_is_of_a_known_list check (list in ('patients', 'interpreters', 'outbox')),
        name citext not null,
        filter jsonb not null,
        created_at timestamptz not null,
        constraint a_filter_is_saved_under_one_name unique (account_id, list, name)
      );
    `);
    await runner.query(
      rowSecurity('access.saved_filters', {
        d_app: { rows: `${own.organisation()} and ${own.account()}`, may: ['select', 'insert', 'update (name, filter)', 'delete'] },
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table access.saved_filters');
  }
}
