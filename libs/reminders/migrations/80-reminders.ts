import { own, rowSecurity } from '@dragoman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Reminders1790000000080 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema reminders;
      grant usage on schema reminders to d_app, d_sweep;

      create table reminders.intents (
        id uuid primary key,
        organisation_id uuid not null references organisations.organisations,
        booking_id uuid not null references bookings.bookings,
        booking_version int not null,
        kind text not null constraint an_intent_kind_is_known check (kind in
          ('confirmed', 'reminder-7-days', 'reminder-2-days', 'reminder-day-before', 'reminder-hours',
           'offer', 'job-confirmed', 'offer-closed', 'job-cancelled')),
        recipient_kind text not null constraint an_intent_is_for_a_patient_or_an_interpreter
          check (recipient_kind in ('patient', 'interpreter')),
        recipient_id uuid not null,
        offer_id uuid references bookings.offers,
        due_at timestamptz not null,
        state text not null constraint an_intent_state_is_known check (state in
          ('planned', 'queued', 'task', 'superseded', 'dropped')),
        hurried boolean not null default false,
        tries int not null default 0,
        created_at timestamptz not null,
        settled_at timestamptz,
        constraint something_is_said_once_per_booking_version_and_recipient
          unique nulls not distinct (booking_id, booking_version, kind, recipient_kind, recipient_id, offer_id),
        constraint only_an_interpreter_is_told_about_an_offer check ((recipient_kind = 'interpreter') = (offer_id is not null))
      );
      create index intents_of_a_booking on reminders.intents (organisation_id, booking_id, due_at);
      create index intents_that_are_due on reminders.intents (due_at) where state = 'planned';

      create table reminders.tasks (
        id uuid primary key,
        organisation_id uuid not null references organisations.organisations,
        cause text not null,
        kind text not null constraint a_task_kind_is_known check (kind in
          ('call-patient', 'reply-to-read', 'message-failed', 'cannot-come')),
        booking_id uuid references bookings.bookings,
        patient_id uuid references patients.patients,
        inbound_id uuid references messaging.inbound,
        sentence text not null,
        due_at timestamptz not null,
        state text not null constraint a_task_is_open_or_done check (state in ('open', 'done')),
        created_at timestamptz not null,
        done_by uuid references access.accounts,
        done_at timestamptz,
        constraint a_cause_makes_one_task unique (organisation_id, cause),
        constraint a_task_that_is_done_says_when check ((state = 'done') = (done_at is not null))
      );
      create index tasks_that_are_open on reminders.tasks (organisation_id, due_at, id) where state = 'open';
      create index tasks_of_a_booking on reminders.tasks (organisation_id, booking_id);
    `);
    for (const table of ['reminders.intents', 'reminders.tasks'])
      await runner.query(
        rowSecurity(table, {
          d_app: { rows: own.organisation(), may: ['select', 'insert', 'update'] },
          d_sweep: { rows: 'true', may: ['select', 'insert', 'update'] },
        }),
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema reminders cascade');
  }
}
