import { own, rowSecurity } from '@dragoman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One row an organisation and month, so that many senders agree on what is left; each message says what it was charged. */
export class Spending1790000000211 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table messaging.messages
        add parts int constraint a_message_has_parts check (parts > 0),
        add cost numeric(12, 5) constraint nothing_is_earned_by_a_message check (cost >= 0),
        add charged_to date,
        add constraint what_is_charged_has_a_month check ((cost is null) = (charged_to is null));

      create table messaging.spending (
        organisation_id uuid not null references organisations.organisations,
        month date not null constraint a_month_is_named_by_its_first_day check (extract(day from month) = 1),
        spent numeric(14, 5) not null default 0 constraint nobody_spends_less_than_nothing check (spent >= 0),
        warned_at timestamptz,
        primary key (organisation_id, month)
      );
    `);
    await runner.query(
      rowSecurity('messaging.spending', {
        d_app: { rows: own.organisation(), may: ['select'] },
        d_sweep: { rows: 'true', may: ['select', 'insert', 'update'] },
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table messaging.spending;
      alter table messaging.messages drop constraint what_is_charged_has_a_month, drop charged_to, drop cost, drop parts;
    `);
  }
}
