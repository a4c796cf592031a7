import { grants, own, rowSecurity } from '@dragoman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** All that decides whether somebody may take a job, beyond language, way of working and weekly hours. */
export class InterpreterProfile1790000000150 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table interpreters.interpreters
        add roles text[] not null default '{interpreter}' constraint roles_are_known check
          (roles <@ array['interpreter', 'cultural-mediator', 'advocate', 'peer-navigator', 'deaf-relay'] and cardinality(roles) > 0),
        add serves_requests text[] not null default '{}' constraint requests_are_known check (serves_requests <@ array['woman', 'man']),
        add daily_cap_minutes int constraint a_daily_cap_is_part_of_a_day check (daily_cap_minutes between 15 and 1440),
        drop constraint modalities_are_known,
        add constraint modalities_are_known check
          (modalities <@ array['in-person', 'video', 'phone', 'sign-video'] and cardinality(modalities) > 0);
      update interpreters.interpreters set serves_requests = array[gender] where gender in ('woman', 'man');

      alter table interpreters.skills
        add other_id text not null default 'eng' references languages.varieties,
        add direction text not null default 'both' constraint a_direction_is_known check (direction in ('both', 'into-other', 'out-of-other')),
        add credential_body text,
        add credential_level text,
        add scope text[] not null default '{}' constraint scopes_are_known check (scope <@ array['health', 'mental-health', 'social-care', 'legal']),
        add constraint a_skill_is_between_two_languages check (variety_id <> other_id),
        drop constraint a_language_is_named_once,
        add constraint a_language_is_named_once primary key (interpreter_id, variety_id, other_id);

      create table interpreters.organisation_weeks (
        interpreter_id uuid not null references interpreters.interpreters,
        organisation_id uuid not null references organisations.organisations,
        hours jsonb not null,
        constraint an_organisation_has_one_week_of_an_interpreter primary key (interpreter_id, organisation_id)
      );

      create table interpreters.exceptions (
        id uuid primary key,
        interpreter_id uuid not null references interpreters.interpreters,
        kind text not null constraint an_exception_takes_or_gives_time check (kind in ('away', 'extra')),
        from_date date not null,
        to_date date not null,
        from_minute smallint,
        to_minute smallint,
        constraint an_exception_ends_after_it_begins check (to_date >= from_date and to_date <= from_date + 366),
        constraint part_of_a_day_has_both_ends check ((from_minute is null) = (to_minute is null)),
        constraint part_of_a_day_is_in_order check (from_minute between 0 and 1439 and to_minute > from_minute and to_minute <= from_minute + 1440),
        constraint extra_time_says_when check (kind = 'away' or from_minute is not null)
      );
      create index exceptions_of_an_interpreter on interpreters.exceptions (interpreter_id, from_date);
    `);
    await runner.query(
      grants('interpreters.exceptions', {
        d_app: ['select', 'insert', 'update', 'delete'],
        d_interp: ['select'],
        d_sweep: ['select'],
      }),
    );
    // What somebody agreed with one organisation is not another's to know.
    await runner.query(
      rowSecurity('interpreters.organisation_weeks', {
        d_app: { rows: own.organisation(), may: ['select', 'insert', 'update', 'delete'] },
        d_interp: { rows: own.interpreter(), may: ['select'] },
        d_sweep: { rows: 'true', may: ['select'] },
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table interpreters.exceptions, interpreters.organisation_weeks;
      delete from interpreters.skills where other_id <> 'eng';
      alter table interpreters.skills
        drop constraint a_language_is_named_once,
        add constraint a_language_is_named_once primary key (interpreter_id, variety_id),
        drop other_id, drop direction, drop credential_body, drop credential_level, drop scope;
      update interpreters.interpreters set modalities = array_replace(modalities, 'sign-video', 'video');
      alter table interpreters.interpreters
        drop constraint modalities_are_known,
        add constraint modalities_are_known check
          (modalities <@ array['in-person', 'video', 'phone'] and cardinality(modalities) > 0),
        drop roles, drop serves_requests, drop daily_cap_minutes;
    `);
  }
}
