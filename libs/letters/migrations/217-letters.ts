import { own, rowSecurity } from '@dragoman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Letters that somebody prints and posts: what they say is kept as it was set, so that it can be seen again. */
export class Letters1790000000217 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema letters;
      grant usage on schema letters to d_app, d_sweep;

      create table letters.letters (
        id uuid primary key,
        organisation_id uuid not null references organisations.organisations,
        booking_id uuid not null references bookings.bookings,
        booking_version int not null,
        patient_id uuid not null,
        intent_id uuid,
        kind text not null,
        language_name text not null,
        neutral boolean not null,
        review_state text not null constraint a_letters_text_is_ours_a_draft_or_reviewed check (review_state in ('source', 'draft', 'reviewed')),
        content jsonb not null,
        english jsonb not null,
        state text not null constraint a_letter_state_is_known check (state in ('to-print', 'printed', 'posted', 'withdrawn')),
        print_by timestamptz not null,
        queued_at timestamptz not null,
        queued_by uuid references access.accounts,
        printed_at timestamptz,
        printed_by uuid references access.accounts,
        posted_at timestamptz,
        posted_by uuid references access.accounts,
        withdrawn_at timestamptz,
        withdrawn_because text constraint a_reason_to_withdraw_is_known
          check (withdrawn_because in ('appointment-changed', 'address-changed', 'wrong-language', 'appointment-over')),
        put_aside_at timestamptz,
        put_aside_by uuid references access.accounts,
        constraint a_letter_is_to_a_patient foreign key (organisation_id, patient_id) references patients.patients (organisation_id, id),
        constraint somebody_printed_it check ((printed_at is null) = (printed_by is null)),
        constraint somebody_posted_it check ((posted_at is null) = (posted_by is null)),
        constraint somebody_put_it_aside check ((put_aside_at is null) = (put_aside_by is null)),
        constraint what_waits_to_be_printed_is_not_printed check (state <> 'to-print' or printed_at is null),
        constraint what_is_printed_is_on_paper check (state not in ('printed', 'posted') or printed_at is not null),
        constraint what_is_posted_has_left check ((state = 'posted') = (posted_at is not null)),
        constraint what_is_withdrawn_has_a_reason
          check ((state = 'withdrawn') = (withdrawn_at is not null) and (withdrawn_at is null) = (withdrawn_because is null)),
        constraint only_what_is_withdrawn_is_put_aside check (put_aside_at is null or state = 'withdrawn')
      );
      create unique index an_intent_is_posted_once on letters.letters (organisation_id, intent_id) where intent_id is not null and state <> 'withdrawn';
      create unique index a_letter_waits_once on letters.letters (organisation_id, booking_id, booking_version)
        where intent_id is null and state in ('to-print', 'printed');
      create index letters_in_hand on letters.letters (organisation_id, print_by, id) where state in ('to-print', 'printed');
      create index letters_not_to_post on letters.letters (organisation_id, withdrawn_at, id) where state = 'withdrawn' and put_aside_at is null;
      create index letters_posted on letters.letters (organisation_id, posted_at, id) where state = 'posted';
      create index letters_of_a_booking on letters.letters (organisation_id, booking_id, queued_at);
    `);
    await runner.query(
      rowSecurity('letters.letters', {
        d_app: { rows: own.organisation(), may: ['select', 'insert', 'update'] },
        d_sweep: { rows: 'true', may: ['select', 'insert', 'update'] },
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema letters cascade');
  }
}
