import { own, rowSecurity } from '@dragoman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An interpreter's calendar program reads their jobs at an address that only it knows. */
export class CalendarFeeds1790000000267 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table access.calendar_feeds (
        interpreter_id uuid constraint an_interpreter_has_one_feed primary key references interpreters.interpreters,
        token_hash bytea not null constraint a_feed_is_known_by_its_token unique constraint a_feeds_token_is_hashed check (octet_length(token_hash) = 32),
        created_at timestamptz not null,
        last_read_at timestamptz
      );
    `);
    await runner.query(
      rowSecurity('access.calendar_feeds', {
        d_interp: { rows: own.interpreter(), may: ['select', 'insert', 'update', 'delete'] },
        d_install: { rows: 'true', may: ['select', 'update (last_read_at)'] },
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table access.calendar_feeds');
  }
}
