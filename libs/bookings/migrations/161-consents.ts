import { own, rowSecurity } from '@dragoman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const ownOffers = `(select o.booking_id from bookings.offers o where o.interpreter_id =
  (select nullif(current_setting('app.interpreter_id', true), '')::uuid))`;
const ownJobs = `(select a.booking_id from bookings.assignments a where a.interpreter_id =
  (select nullif(current_setting('app.interpreter_id', true), '')::uuid))`;

/** Consent to a variety that is not exact, what was shown before it, and whether they understood each other afterwards. */
export class Consents1790000000161 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table bookings.alternatives_shown (
        id uuid primary key,
        organisation_id uuid not null references organisations.organisations,
        patient_id uuid not null references patients.patients,
        variety_id text not null references languages.varieties,
        starts_at timestamptz not null,
        length_minutes int not null,
        alternatives jsonb not null constraint alternatives_are_a_list check (jsonb_typeof(alternatives) = 'array'),
        shown_to uuid not null references access.accounts,
        shown_at timestamptz not null
      );

      create table bookings.language_consents (
        id uuid primary key,
        booking_id uuid not null references bookings.bookings,
        organisation_id uuid not null,
        variety_id text not null references languages.varieties,
        interpreter_variety text not null references languages.varieties,
        level text not null constraint consent_is_to_a_variety_that_is_not_exact check (level in ('close_consent', 'last_resort')),
        topic text,
        how text not null constraint a_consent_is_the_patients_own check (how in ('exact-interpreter', 'own-recording', 'stated-earlier')),
        alternatives_id uuid references bookings.alternatives_shown,
        taken_by uuid not null references access.accounts,
        taken_at timestamptz not null,
        agreed_by uuid references access.accounts,
        agreed_at timestamptz,
        ended text constraint a_consent_ends_one_way check (ended in ('withdrawn', 'not-agreed')),
        ended_by uuid references access.accounts,
        ended_at timestamptz,
        constraint alternatives_with_dates_are_shown_first check (how = 'stated-earlier' or alternatives_id is not null),
        constraint a_standing_consent_is_to_a_close_variety check (how <> 'stated-earlier' or level = 'close_consent'),
        constraint two_different_people_agree_to_a_last_resort check (agreed_by <> taken_by),
        constraint only_a_last_resort_is_agreed_by_a_second_person check (agreed_by is null or level = 'last_resort'),
        constraint an_agreement_says_when check ((agreed_by is null) = (agreed_at is null)),
        constraint an_end_says_when_and_by_whom check ((ended is null) = (ended_at is null) and (ended is null) = (ended_by is null)),
        constraint a_last_resort_never_serves_where_it_harms check (level = 'close_consent'
          or (topic is not null and topic not in ('consent-to-treatment', 'safeguarding', 'mental-health')))
      );
      create unique index a_patient_consents_once_to_a_variety on bookings.language_consents (booking_id, interpreter_variety)
        where ended is null;

      create table bookings.understandings (
        booking_id uuid not null references bookings.bookings,
        organisation_id uuid not null,
        side text not null constraint patient_and_interpreter_are_asked check (side in ('patient', 'interpreter')),
        interpreter_id uuid not null references interpreters.interpreters,
        understood boolean not null,
        asked_how text constraint how_a_patient_was_asked_is_known
          check (asked_how in ('another-interpreter', 'text-or-recording', 'without-interpreter', 'same-interpreter')),
        asked_by uuid references access.accounts,
        first_said_at timestamptz not null,
        said_at timestamptz not null,
        constraint each_side_says_it_once primary key (booking_id, side, interpreter_id),
        constraint a_patient_is_asked_by_somebody check
          ((side = 'patient') = (asked_how is not null) and (side = 'patient') = (asked_by is not null)),
        constraint an_answer_is_corrected_only_within_a_day check (said_at <= first_said_at + interval '24 hours')
      );

      create table bookings.lowered_pairs (
        id uuid primary key,
        organisation_id uuid not null,
        patient_id uuid not null references patients.patients,
        variety_id text not null references languages.varieties,
        interpreter_variety text references languages.varieties,
        interpreter_id uuid references interpreters.interpreters,
        booking_id uuid not null references bookings.bookings,
        lowered_at timestamptz not null,
        reviewed_by uuid references access.accounts,
        reviewed_at timestamptz,
        outcome text constraint a_review_keeps_or_restores check (outcome in ('keep', 'restore')),
        reason text constraint a_review_gives_a_known_reason check (reason in
          ('not-understood', 'other-dialect', 'sound-or-place', 'recorded-by-mistake', 'patient-asked')),
        constraint a_variety_or_one_interpreter_is_lowered check ((interpreter_variety is null) <> (interpreter_id is null)),
        constraint a_review_has_outcome_and_reason check
          ((reviewed_at is null) = (outcome is null) and (outcome is null) = (reason is null)),
        constraint a_review_is_closed_by_a_person check
          (reviewed_at is null or reviewed_by is not null or reason = 'recorded-by-mistake')
      );
      create unique index a_pair_is_lowered_once on bookings.lowered_pairs
        (organisation_id, patient_id, variety_id, interpreter_variety, interpreter_id) nulls not distinct
        where outcome is distinct from 'restore';
      create index lowered_pairs_of_a_booking on bookings.lowered_pairs (organisation_id, booking_id);

      alter table bookings.bookings
        add lowered text[] not null default '{}',
        add not_understood uuid[] not null default '{}';
      grant update (lowered, not_understood) on bookings.bookings to d_sweep;

      alter table bookings.assignments
        add variety_id text references languages.varieties,
        add level text constraint an_assignment_is_of_a_level_that_may_be_booked check (level in ('exact', 'close_consent', 'last_resort'));
    `);
    await runner.query(
      rowSecurity('bookings.alternatives_shown', {
        d_app: { rows: own.organisation(), may: ['select', 'insert'] },
      }),
    );
    // Acceptance judges consent again under the interpreter's role; there are no words in it, and not what else was offered.
    await runner.query(
      rowSecurity('bookings.language_consents', {
        d_app: { rows: own.organisation(), may: ['select', 'insert', 'update (agreed_by, agreed_at, ended, ended_by, ended_at)'] },
        d_interp: { rows: `booking_id in ${ownOffers}`, may: ['select'] },
        d_sweep: { rows: 'true', may: ['select'] },
      }),
    );
    await runner.query(
      rowSecurity('bookings.understandings', {
        d_app: { rows: own.organisation(), may: ['select', 'insert', 'update (understood, asked_how, asked_by, said_at)'] },
        d_interp: {
          rows: `${own.interpreter()} and side = 'interpreter' and booking_id in ${ownJobs}`,
          may: ['select', 'insert', 'update (understood, said_at)'],
        },
        d_sweep: { rows: 'true', may: ['select'] },
      }),
    );
    await runner.query(
      rowSecurity('bookings.lowered_pairs', {
        d_app: { rows: own.organisation(), may: ['select', 'insert', 'update (reviewed_by, reviewed_at, outcome, reason)'] },
        d_sweep: { rows: 'true', may: ['select', 'insert', 'update (reviewed_at, outcome, reason)'] },
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table bookings.assignments drop variety_id, drop level;
      alter table bookings.bookings drop lowered, drop not_understood;
      drop table bookings.lowered_pairs;
      drop table bookings.understandings;
      drop table bookings.language_consents;
      drop table bookings.alternatives_shown;
    `);
  }
}
