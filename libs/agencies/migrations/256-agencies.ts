import { own, rowSecurity } from '@dragoman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Outside agencies of an organisation, and the bookings that were passed to them. */
export class Agencies1790000000256 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema agencies;
      grant usage on schema agencies to d_app, d_sweep;

      create table agencies.agencies (
        id uuid primary key,
        organisation_id uuid not null references organisations.organisations,
        name text collate "und-x-icu" not null,
        email text not null,
        phone text,
        variety_ids text[] not null,
        active boolean not null,
        version int not null,
        created_at timestamptz not null,
        constraint an_agency_is_named_once unique (organisation_id, name)
      );

      create table agencies.requests (
        id uuid primary key,
        organisation_id uuid not null references organisations.organisations,
        agency_id uuid not null references agencies.agencies,
        booking_id uuid not null references bookings.bookings,
        state text not null constraint a_request_state_is_known
          check (state in ('open', 'confirmed', 'declined', 'expired', 'closed', 'withdrawn', 'released')),
        asked_by uuid not null references access.accounts,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        answered_at timestamptz,
        statement jsonb,
        interpreter_id uuid references interpreters.interpreters,
        offer_id uuid references bookings.offers,
        constraint a_confirmed_request_says_who_comes check
          (state not in ('confirmed', 'released') or (statement is not null and interpreter_id is not null and offer_id is not null)),
        constraint an_open_request_is_not_answered check ((state = 'open') = (answered_at is null))
      );
      create unique index an_agency_is_asked_once_at_a_time on agencies.requests (booking_id, agency_id) where state = 'open';
      create index requests_of_a_booking on agencies.requests (organisation_id, booking_id, created_at);
      create index requests_that_expire on agencies.requests (expires_at) where state = 'open';

      alter table interpreters.interpreters
        add constraint an_agencys_interpreter_has_an_agency foreign key (agency_id) references agencies.agencies;
      create index interpreters_of_an_agency on interpreters.interpreters (agency_id) where agency_id is not null;
    `);
    await runner.query(
      rowSecurity('agencies.agencies', {
        d_app: { rows: own.organisation(), may: ['select', 'insert', 'update'] },
        d_sweep: { rows: 'true', may: ['select'] },
      }),
    );
    await runner.query(
      rowSecurity('agencies.requests', {
        d_app: { rows: own.organisation(), may: ['select', 'insert', 'update (state, answered_at)'] },
        d_sweep: { rows: 'true', may: ['select', 'update (state, answered_at, statement, interpreter_id, offer_id)'] },
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table interpreters.interpreters drop constraint an_agencys_interpreter_has_an_agency;
      drop index interpreters.interpreters_of_an_agency;
      drop schema agencies cascade;
    `);
  }
}
