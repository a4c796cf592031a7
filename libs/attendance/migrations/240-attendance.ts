import { own, rowSecurity } from '@dragoman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const ownJobs = `booking_id in (select o.booking_id from bookings.offers o where o.state = 'accepted' and o.interpreter_id =
  (select nullif(current_setting('app.interpreter_id', true), '')::uuid))`;

/** A patient's link has the same role, and names its patient: what both sides attest is not theirs to read or write. */
const clinicians = `${own.booking()} and ${own.organisation()} and (select nullif(current_setting('app.patient_id', true), '')) is null`;

/** What both sides attest of a session, how late somebody is, what an interpreter is worried about, and who was asked whether they still come. */
export class Attendance1790000000240 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema attendance;
      grant usage on schema attendance to d_app, d_interp, d_link, d_sweep;

      create table attendance.marks (
        id uuid primary key,
        booking_id uuid not null references bookings.bookings,
        organisation_id uuid not null,
        side text not null constraint a_side_is_known check (side in ('interpreter', 'clinic')),
        kind text not null constraint a_mark_is_known
          check (kind in ('arrived', 'started', 'finished', 'patient-absent', 'interpreter-absent', 'taken-back')),
        interpreter_id uuid references interpreters.interpreters,
        at timestamptz not null,
        noted_at timestamptz not null,
        by_kind text not null,
        by_id text not null,
        voided_by uuid constraint a_mark_is_voided_by_another references attendance.marks deferrable initially deferred,
        constraint a_mark_does_not_void_itself check (voided_by <> id),
        constraint an_interpreter_marks_for_themselves check (side <> 'interpreter' or interpreter_id is not null)
      );
      create unique index a_side_says_it_once on attendance.marks (booking_id, side, kind, interpreter_id) nulls not distinct
        where voided_by is null and kind <> 'taken-back';
      create index marks_of_a_booking on attendance.marks (booking_id, noted_at, id);

      create table attendance.delays (
        id uuid primary key,
        booking_id uuid not null references bookings.bookings,
        organisation_id uuid not null,
        side text not null constraint a_late_side_is_known check (side in ('interpreter', 'clinic')),
        interpreter_id uuid references interpreters.interpreters,
        minutes int not null constraint a_delay_is_minutes check (minutes between 5 and 180),
        said_at timestamptz not null,
        by_kind text not null,
        by_id text not null,
        constraint an_interpreter_is_late_for_themselves check ((side = 'interpreter') = (interpreter_id is not null))
      );
      create index delays_of_a_booking on attendance.delays (booking_id, said_at, id);

      create table attendance.concerns (
        id uuid primary key,
        booking_id uuid not null references bookings.bookings,
        organisation_id uuid not null,
        interpreter_id uuid not null references interpreters.interpreters,
        code text not null constraint a_concern_is_known
          check (code in ('safety', 'conflict-of-interest', 'not-understood', 'access', 'other')),
        words text constraint words_of_a_concern_are_few check (length(words) between 1 and 1000),
        stays boolean not null,
        raised_at timestamptz not null
      );
      create index concerns_of_a_booking on attendance.concerns (booking_id, raised_at, id);

      create table attendance.checks (
        offer_id uuid not null references bookings.offers,
        starts_at timestamptz not null,
        booking_id uuid not null references bookings.bookings,
        organisation_id uuid not null,
        interpreter_id uuid not null references interpreters.interpreters,
        asked_at timestamptz not null,
        answer_by timestamptz not null,
        answer text constraint an_answer_to_a_check_is_known check (answer in ('coming', 'cannot-come')),
        answered_at timestamptz,
        alerted_at timestamptz,
        constraint an_interpreter_is_asked_once_whether_they_come primary key (offer_id, starts_at),
        constraint an_answer_has_a_time check ((answer is null) = (answered_at is null))
      );
      create index checks_without_an_answer on attendance.checks (answer_by) where answer is null and alerted_at is null;
      create index checks_of_a_booking on attendance.checks (booking_id);

      create table attendance.missed_arrivals (
        offer_id uuid not null references bookings.offers,
        starts_at timestamptz not null,
        booking_id uuid not null references bookings.bookings,
        organisation_id uuid not null,
        noticed_at timestamptz not null,
        constraint an_arrival_is_missed_once primary key (offer_id, starts_at)
      );
    `);
    await runner.query(
      rowSecurity('attendance.marks', {
        d_app: { rows: own.organisation(), may: ['select', 'insert', 'update (voided_by)'] },
        d_interp: { rows: ownJobs, may: ['select', 'insert', 'update (voided_by)'] },
        d_link: { rows: clinicians, may: ['select', 'insert', 'update (voided_by)'] },
        d_sweep: { rows: 'true', may: ['select', 'insert', 'update (voided_by)'] },
      }),
    );
    await runner.query(
      rowSecurity('attendance.delays', {
        d_app: { rows: own.organisation(), may: ['select', 'insert'] },
        d_interp: { rows: ownJobs, may: ['select', 'insert'] },
        d_link: { rows: clinicians, may: ['select'] },
        d_sweep: { rows: 'true', may: ['select'] },
      }),
    );
    // What somebody is worried about is for the clinic's coordinator; other interpreters of the job never read it.
    await runner.query(
      rowSecurity('attendance.concerns', {
        d_app: { rows: own.organisation(), may: ['select'] },
        d_interp: { rows: own.interpreter(), may: ['select', 'insert'] },
        d_sweep: { rows: 'true', may: ['select'] },
      }),
    );
    await runner.query(
      rowSecurity('attendance.checks', {
        d_app: { rows: own.organisation(), may: ['select'] },
        d_interp: { rows: own.interpreter(), may: ['select', 'update (answer, answered_at)'] },
        d_sweep: { rows: 'true', may: ['select', 'insert', 'update (alerted_at)'] },
      }),
    );
    await runner.query(
      rowSecurity('attendance.missed_arrivals', {
        d_app: { rows: own.organisation(), may: ['select'] },
        d_sweep: { rows: 'true', may: ['select', 'insert'] },
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema attendance cascade');
  }
}
