import { own, rowSecurity } from '@dragoman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Somebody on the phone now: who is called, one after the other. */
export class PhoneNow1790000000264 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema phone_now;
      grant usage on schema phone_now to d_app, d_sweep;

      create table phone_now.rounds (
        booking_id uuid primary key references bookings.bookings,
        organisation_id uuid not null references organisations.organisations,
        state text not null constraint a_round_state_is_known check (state in ('calling', 'found', 'nobody', 'stopped')),
        attempt int not null,
        next_ids uuid[] not null,
        seconds_each int not null,
        started_by uuid not null references access.accounts,
        started_at timestamptz not null,
        ended_at timestamptz,
        constraint a_round_that_calls_has_not_ended check ((state = 'calling') = (ended_at is null))
      );
      create index rounds_that_call on phone_now.rounds (started_at) where state = 'calling';

      create table phone_now.turns (
        offer_id uuid primary key references bookings.offers,
        booking_id uuid not null references phone_now.rounds,
        organisation_id uuid not null,
        attempt int not null,
        interpreter_id uuid not null references interpreters.interpreters,
        called_at timestamptz not null,
        until timestamptz not null,
        outcome text not null constraint a_turns_outcome_is_known check (outcome in ('calling', 'yes', 'no', 'silent', 'stopped')),
        ended_at timestamptz,
        constraint nobody_is_called_twice_in_one_round unique (booking_id, attempt, interpreter_id),
        constraint a_turn_that_calls_has_not_ended check ((outcome = 'calling') = (ended_at is null))
      );
      create unique index one_is_called_at_a_time on phone_now.turns (booking_id) where outcome = 'calling';
    `);
    for (const table of ['rounds', 'turns'])
      await runner.query(
        rowSecurity(`phone_now.${table}`, {
          d_app: { rows: own.organisation(), may: ['select', 'insert', 'update'] },
          d_sweep: { rows: 'true', may: ['select', 'insert', 'update'] },
        }),
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema phone_now cascade');
  }
}
