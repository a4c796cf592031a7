import { own, rowSecurity } from '@dragoman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the organisation's own people have to know of at once, until one of them says so. */
export class Alerts1790000000252 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema alerts;
      grant usage on schema alerts to d_app, d_sweep;

      create table alerts.alerts (
        id uuid primary key,
        organisation_id uuid not null references organisations.organisations,
        booking_id uuid not null references bookings.bookings,
        booking_version int not null,
        kind text not null,
        cause text not null,
        detail text,
        state text not null constraint an_alert_state_is_known check (state in ('open', 'acknowledged', 'settled')),
        raised_at timestamptz not null,
        due_at timestamptz not null,
        notices int not null constraint notices_are_counted check (notices >= 0),
        next_notice_at timestamptz,
        acknowledged_at timestamptz,
        acknowledged_by uuid references access.accounts,
        acknowledged_contact text,
        settled_at timestamptz,
        settled_because text,
        constraint a_cause_raises_one_alert unique (organisation_id, booking_id, kind, cause),
        constraint somebody_acknowledged_it check
          ((acknowledged_at is not null) = (acknowledged_by is not null or acknowledged_contact is not null)),
        constraint what_is_acknowledged_says_when check (state <> 'acknowledged' or acknowledged_at is not null),
        constraint what_is_settled_says_why check
          ((state = 'settled') = (settled_at is not null) and (settled_at is null) = (settled_because is null)),
        constraint only_an_open_alert_is_told check (state = 'open' or next_notice_at is null)
      );
      create index alerts_that_stand on alerts.alerts (organisation_id, due_at, id) where state <> 'settled';
      create index alerts_to_tell on alerts.alerts (next_notice_at) where next_notice_at is not null;

      create table alerts.notices (
        id uuid primary key,
        organisation_id uuid not null,
        alert_id uuid not null references alerts.alerts,
        contact_name text not null,
        written_at timestamptz not null
      );
      create index notices_of_an_alert on alerts.notices (alert_id, written_at);
    `);
    await runner.query(
      rowSecurity('alerts.alerts', {
        d_app: { rows: own.organisation(), may: ['select', 'insert', 'update'] },
        d_sweep: { rows: 'true', may: ['select', 'insert', 'update'] },
      }),
    );
    await runner.query(
      rowSecurity('alerts.notices', {
        d_app: { rows: own.organisation(), may: ['select'] },
        d_sweep: { rows: 'true', may: ['select', 'insert'] },
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema alerts cascade');
  }
}
