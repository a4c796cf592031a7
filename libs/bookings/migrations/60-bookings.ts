import { own, rowSecurity } from '@dragoman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const ownOffers = `(select o.booking_id from bookings.offers o where o.interpreter_id =
  (select nullif(current_setting('app.interpreter_id', true), '')::uuid))`;

export class Bookings1790000000060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema bookings;
      grant usage on schema bookings to d_app, d_interp, d_link, d_sweep;
      create sequence bookings.references start 20001;
      grant usage on sequence bookings.references to d_app;

      create table bookings.bookings (
        id uuid primary key,
        organisation_id uuid not null references organisations.organisations,
        reference text not null unique default 'D-' || nextval('bookings.references'),
        patient_id uuid not null references patients.patients,
        site_id uuid not null references organisations.sites,
        room text,
        local_start text not null,
        zone text not null,
        length_minutes int not null constraint a_booking_has_a_length check (length_minutes between 5 and 600),
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        modality text not null constraint a_modality_is_known check (modality in ('in-person', 'video', 'phone')),
        variety_id text not null references languages.varieties,
        purpose text,
        required_gender text,
        preferred_gender text,
        state text not null constraint a_booking_state_is_known check (state in ('requested', 'offering', 'confirmed',
          'in-progress', 'completed', 'cancelled', 'unmet', 'patient-absent', 'interpreter-absent')),
        version int not null,
        interpreter_id uuid references interpreters.interpreters,
        patient_answer text constraint a_patient_answer_is_known check (patient_answer in ('coming', 'cannot-come', 'call-me')),
        patient_answered_at timestamptz,
        cancelled_by text,
        cancellation_reason text,
        requested_by uuid not null references access.accounts,
        request_key uuid not null,
        created_at timestamptz not null,
        constraint a_request_is_booked_once unique (organisation_id, request_key),
        constraint a_booking_ends_after_it_starts check (ends_at > starts_at),
        constraint a_confirmed_booking_has_an_interpreter check
          (state not in ('confirmed', 'in-progress', 'completed') or interpreter_id is not null)
      );
      create index bookings_by_day on bookings.bookings (organisation_id, starts_at, id);
      create index bookings_of_a_patient on bookings.bookings (organisation_id, patient_id, starts_at);

      create table bookings.offers (
        id uuid primary key,
        booking_id uuid not null references bookings.bookings,
        organisation_id uuid not null,
        interpreter_id uuid not null references interpreters.interpreters,
        state text not null constraint an_offer_state_is_known check (state in ('open', 'accepted', 'declined', 'expired', 'closed', 'withdrawn')),
        expires_at timestamptz not null,
        created_at timestamptz not null,
        answered_at timestamptz
      );
      create unique index an_interpreter_is_asked_once_at_a_time on bookings.offers (booking_id, interpreter_id) where state = 'open';
      create index offers_of_a_booking on bookings.offers (booking_id, created_at, id);
      create index offers_of_an_interpreter on bookings.offers (interpreter_id, booking_id);
      create index offers_that_expire on bookings.offers (expires_at) where state = 'open';

      create table bookings.slots (
        id uuid primary key,
        booking_id uuid not null references bookings.bookings,
        organisation_id uuid not null,
        position int not null,
        constraint a_booking_numbers_its_slots_once unique (booking_id, position)
      );

      create table bookings.assignments (
        id uuid primary key,
        slot_id uuid not null references bookings.slots,
        booking_id uuid not null references bookings.bookings,
        organisation_id uuid not null,
        interpreter_id uuid not null references interpreters.interpreters,
        offer_id uuid references bookings.offers,
        assigned_at timestamptz not null,
        released_at timestamptz
      );
      create unique index a_slot_is_filled_once on bookings.assignments (slot_id) where released_at is null;
      create index assignments_of_a_booking on bookings.assignments (booking_id);

      create table bookings.entries (
        id uuid primary key,
        booking_id uuid not null references bookings.bookings,
        organisation_id uuid not null,
        at timestamptz not null,
        kind text not null,
        actor_kind text not null,
        actor_id text not null,
        detail jsonb not null default '{}'
      );
      create index entries_of_a_booking on bookings.entries (booking_id, at, id);
    `);
    await runner.query(
      rowSecurity('bookings.bookings', {
        d_app: { rows: own.organisation(), may: ['select', 'insert', 'update'] },
        d_interp: {
          rows: `id in ${ownOffers}`,
          may: ['select', 'update (state, version, interpreter_id)'],
        },
        d_link: { rows: own.booking('id'), may: ['select', 'update (patient_answer, patient_answered_at)'] },
        d_sweep: { rows: 'true', may: ['select', 'update (state, required_gender, preferred_gender)'] },
      }),
    );
    await runner.query(
      rowSecurity('bookings.offers', {
        d_app: { rows: own.organisation(), may: ['select', 'insert', 'update (state, answered_at)'] },
        d_interp: { rows: own.interpreter(), may: ['select', 'update (state, answered_at)'] },
        d_sweep: { rows: 'true', may: ['select', 'update (state, answered_at)'] },
      }),
    );
    await runner.query(
      rowSecurity('bookings.slots', {
        d_app: { rows: own.organisation(), may: ['select', 'insert'] },
        d_interp: { rows: `booking_id in ${ownOffers}`, may: ['select'] },
        d_sweep: { rows: 'true', may: ['select'] },
      }),
    );
    // The timeline holds what staff wrote, so interpreters and patients add to it and read nothing.
    await runner.query(
      rowSecurity('bookings.entries', {
        d_app: { rows: own.organisation(), may: ['select', 'insert'] },
        d_interp: { rows: `booking_id in ${ownOffers}`, may: ['insert'] },
        d_link: { rows: own.booking(), may: ['insert'] },
        d_sweep: { rows: 'true', may: ['select', 'insert'] },
      }),
    );
    await runner.query(
      rowSecurity('bookings.assignments', {
        d_app: { rows: own.organisation(), may: ['select', 'insert', 'update (released_at)'] },
        d_interp: { rows: own.interpreter(), may: ['select', 'insert'] },
        d_sweep: { rows: 'true', may: ['select'] },
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema bookings cascade');
  }
}
