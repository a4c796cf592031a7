import { own, rowSecurity } from '@dragoman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people who read a language decided about its texts, by organisation; nothing is changed or taken out. */
export class Reviews1790000000204 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema words;
      grant usage on schema words to d_app, d_link, d_sweep;
      create table words.reviews (
        organisation_id uuid not null references organisations.organisations,
        number int not null constraint reviews_are_counted_from_one check (number > 0),
        id uuid not null unique,
        language text not null,
        form text not null,
        key text not null,
        pattern text not null,
        version int not null,
        state text not null constraint a_review_approves_or_withdraws check (state in ('approved', 'withdrawn')),
        reviewer_name text not null constraint a_reviewer_has_a_name check (btrim(reviewer_name) <> ''),
        reviewer_role text not null constraint a_reviewer_has_a_role check (btrim(reviewer_role) <> ''),
        reviewed_on date not null,
        note text,
        recorded_by uuid not null,
        recorded_at timestamptz not null,
        constraint reviews_of_an_organisation_are_counted primary key (organisation_id, number)
      );
      create index reviews_of_a_text on words.reviews (organisation_id, language, form, key, number desc);
    `);
    await runner.query(
      rowSecurity('words.reviews', {
        d_app: { rows: own.organisation(), may: ['select', 'insert'] },
        d_link: { rows: own.organisation(), may: ['select'] },
        d_sweep: { rows: 'true', may: ['select'] },
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema words cascade');
  }
}
