import { grants } from '@dragoman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const everybodyReads = {
  d_app: ['select'],
  d_interp: ['select'],
  d_link: ['select'],
  d_sweep: ['select'],
} as const;

/** Facts about languages, the same for every organisation: no patient data, so plain grants. */
export class Languages1790000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema languages;
      grant usage on schema languages to d_app, d_interp, d_link, d_sweep, d_install;

      create table languages.varieties (
        id text primary key constraint a_variety_id_is_plain check (id ~ '^[a-z]+(:[a-z0-9]+(-[a-z0-9]+)*)?$'),
        position int not null,
        iso639_3 text constraint an_iso_code_has_three_letters check (iso639_3 ~ '^[a-z]{3}$'),
        glottocode text,
        name_en text not null,
        autonym text,
        other_names text[] not null,
        names_to_avoid text,
        kind text not null constraint a_variety_kind_is_known check (kind in ('spoken', 'signed', 'macro')),
        parent_id text references languages.varieties deferrable initially deferred,
        bookable boolean not null,
        scripts text[] not null,
        direction text constraint a_direction_is_known check (direction in ('ltr', 'rtl', 'vertical')),
        render_locale text,
        countries text[] not null,
        literacy_note text,
        source text not null,
        triage_question text,
        triage_also text[] not null default '{}',
        constraint a_macro_name_is_never_booked check (kind <> 'macro' or not bookable),
        constraint what_cannot_be_booked_has_a_question check (bookable or triage_question is not null)
      );

      create table languages.aliases (
        old_id text primary key,
        variety_id text not null references languages.varieties
      );

      create table languages.encounters (
        patient_variety text not null references languages.varieties,
        interpreter_variety text not null references languages.varieties,
        level text not null constraint a_level_is_known check (level in ('exact', 'close_consent', 'last_resort', 'never_auto')),
        confidence text not null constraint a_confidence_is_known check (confidence in ('high', 'medium', 'low')),
        reason text not null,
        source text not null,
        not_for text[] not null default '{}',
        review_state text not null constraint a_review_state_is_known check (review_state in ('draft', 'reviewed')),
        reviewer text,
        primary key (patient_variety, interpreter_variety),
        constraint a_variety_needs_no_row_for_itself check (patient_variety <> interpreter_variety),
        constraint a_close_row_is_more_than_a_guess check (level <> 'close_consent' or confidence <> 'low'),
        constraint a_reviewed_row_names_its_reviewer check ((review_state = 'reviewed') = (reviewer is not null))
      );
      create index encounters_of_an_interpreters_variety on languages.encounters (interpreter_variety);

      create table languages.revisions (
        id bigint generated always as identity primary key,
        content_hash text not null,
        loaded_at timestamptz not null,
        loaded_by text not null
      );
    `);
    await runner.query(
      [
        grants('languages.varieties', { ...everybodyReads, d_install: ['select', 'insert', 'update'] }),
        grants('languages.aliases', { ...everybodyReads, d_install: ['select', 'insert', 'update', 'delete'] }),
        grants('languages.encounters', { ...everybodyReads, d_install: ['select', 'insert', 'update', 'delete'] }),
        grants('languages.revisions', { ...everybodyReads, d_install: ['select', 'insert'] }),
      ].join('\n'),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema languages cascade');
  }
}
