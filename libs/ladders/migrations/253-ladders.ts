import { own, rowSecurity } from '@dragoman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is tried for a booking that nobody accepts, and who holds it back. */
export class Ladders1790000000253 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema ladders;
      grant usage on schema ladders to d_app, d_sweep;

      create table ladders.ladders (
        booking_id uuid primary key references bookings.bookings,
        organisation_id uuid not null references organisations.organisations,
        round int not null constraint rounds_are_counted_from_one check (round >= 1),
        booking_version int not null,
        asks_since timestamptz not null,
        stopped_at timestamptz,
        stopped_by uuid references access.accounts,
        constraint somebody_stopped_it check ((stopped_at is null) = (stopped_by is null))
      );

      create table ladders.rungs (
        id uuid primary key,
        booking_id uuid not null references ladders.ladders,
        organisation_id uuid not null,
        round int not null,
        rung text not null constraint a_rung_is_known check (rung in ('video', 'phone', 'relay', 'rebook')),
        outcome text not null constraint an_outcome_is_known check (outcome in ('taken', 'nobody')),
        taken_at timestamptz not null,
        asked_at timestamptz,
        constraint a_rung_is_taken_once unique (booking_id, round, rung)
      );
    `);
    await runner.query(
      rowSecurity('ladders.ladders', {
        d_app: { rows: own.organisation(), may: ['select', 'insert', 'update (stopped_at, stopped_by)'] },
        d_sweep: { rows: 'true', may: ['select', 'insert', 'update (round, booking_version, asks_since)'] },
      }),
    );
    await runner.query(
      rowSecurity('ladders.rungs', {
        d_app: { rows: own.organisation(), may: ['select'] },
        d_sweep: { rows: 'true', may: ['select', 'insert', 'update (asked_at)'] },
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema ladders cascade');
  }
}
