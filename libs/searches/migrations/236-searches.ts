import { own, rowSecurity } from '@dragoman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Searches1790000000236 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema searches;
      grant usage on schema searches to d_app, d_sweep;

      create table searches.searches (
        booking_id uuid primary key references bookings.bookings,
        organisation_id uuid not null references organisations.organisations,
        way text not null constraint a_way_of_searching_is_known check (way in ('in-house', 'waves', 'broadcast')),
        state text not null constraint a_search_state_is_known check (state in ('running', 'paused', 'found', 'nobody-left', 'stopped')),
        round int not null constraint a_search_has_begun check (round > 0),
        wave int not null constraint a_wave_is_counted_from_nought check (wave >= 0),
        next_at timestamptz constraint only_what_runs_goes_on check (next_at is null or state = 'running'),
        awaits text not null constraint a_search_awaits_somebody check (awaits in ('wave', 'everybody')),
        booking_version int not null,
        changed_at timestamptz,
        started_by uuid references access.accounts,
        started_at timestamptz not null
      );
      create index searches_that_run on searches.searches (next_at, booking_id) where state = 'running';

      create table searches.asked (
        booking_id uuid not null references searches.searches,
        round int not null,
        interpreter_id uuid not null references interpreters.interpreters,
        organisation_id uuid not null,
        wave int not null constraint somebody_is_asked_in_a_wave check (wave > 0),
        asked_at timestamptz not null,
        constraint nobody_is_asked_twice_in_one_search primary key (booking_id, round, interpreter_id)
      );
    `);
    await runner.query(
      rowSecurity('searches.searches', {
        d_app: { rows: own.organisation(), may: ['select', 'insert', 'update'] },
        d_sweep: { rows: 'true', may: ['select', 'insert', 'update'] },
      }),
    );
    await runner.query(
      rowSecurity('searches.asked', {
        d_app: { rows: own.organisation(), may: ['select'] },
        d_sweep: { rows: 'true', may: ['select', 'insert'] },
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema searches cascade');
  }
}
