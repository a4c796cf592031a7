import { grants } from '@dragoman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Interpreters work for every organisation, so nothing here belongs to one, and nothing here tells of a patient. */
export class Interpreters1790000000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema interpreters;
      grant usage on schema interpreters to d_app, d_interp, d_link, d_sweep;

      create table interpreters.interpreters (
        id uuid primary key,
        display_name text collate "und-x-icu" not null,
        gender text not null constraint a_gender_is_known check (gender in ('woman', 'man', 'another', 'not-said')),
        phone text not null,
        email text not null,
        zone text not null,
        latitude double precision not null constraint a_latitude_is_on_earth check (latitude between -90 and 90),
        longitude double precision not null constraint a_longitude_is_on_earth check (longitude between -180 and 180),
        radius_km double precision not null constraint a_radius_is_positive check (radius_km > 0),
        transport text not null constraint a_transport_is_known check (transport in ('walk', 'bicycle', 'public', 'car')),
        modalities text[] not null constraint modalities_are_known
          check (modalities <@ array['in-person', 'video', 'phone'] and cardinality(modalities) > 0),
        hourly_rate int not null constraint a_rate_is_not_negative check (hourly_rate >= 0),
        active boolean not null,
        created_at timestamptz not null,
        constraint a_phone_belongs_to_one_interpreter unique (phone),
        constraint an_email_belongs_to_one_interpreter unique (email)
      );
      create index interpreters_by_name on interpreters.interpreters (display_name, id);

      create table interpreters.skills (
        interpreter_id uuid not null references interpreters.interpreters,
        variety_id text not null references languages.varieties,
        credential text,
        credential_expires_on date,
        constraint a_language_is_named_once primary key (interpreter_id, variety_id)
      );
      create index skills_by_variety on interpreters.skills (variety_id, interpreter_id);

      create table interpreters.weekly_hours (
        interpreter_id uuid not null references interpreters.interpreters,
        weekday smallint not null constraint a_weekday_is_iso check (weekday between 1 and 7),
        from_minute smallint not null constraint hours_begin_on_their_day check (from_minute between 0 and 1439),
        to_minute smallint not null,
        constraint hours_are_given_once primary key (interpreter_id, weekday, from_minute),
        constraint hours_last_at_most_a_day check (to_minute > from_minute and to_minute <= from_minute + 1440)
      );

      create table interpreters.commitments (
        id uuid primary key,
        interpreter_id uuid not null references interpreters.interpreters,
        during tstzrange not null constraint a_commitment_takes_time check (not isempty(during)),
        booking_id uuid not null,
        modality text not null constraint a_commitment_has_a_modality check (modality in ('in-person', 'video', 'phone')),
        site_id uuid,
        latitude double precision,
        longitude double precision,
        constraint being_there_needs_a_place
          check (modality <> 'in-person' or (site_id is not null and latitude is not null and longitude is not null)),
        constraint an_interpreter_is_in_one_place_at_a_time exclude using gist (interpreter_id with =, during with &&)
      );
      create index commitments_of_a_booking on interpreters.commitments (booking_id);
    `);
    for (const table of ['interpreters', 'skills', 'weekly_hours'])
      await runner.query(
        grants(`interpreters.${table}`, {
          d_app: ['select', 'insert', 'update', 'delete'],
          d_interp: ['select'],
          d_sweep: ['select'],
        }),
      );
    await runner.query(
      grants('interpreters.commitments', {
        d_app: ['select', 'insert', 'delete'],
        d_interp: ['select', 'insert'],
        d_sweep: ['select', 'delete'],
      }),
    );
    // A patient's page says who will come, and nothing else about them.
    await runner.query('grant select (id, display_name) on interpreters.interpreters to d_link');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema interpreters cascade');
  }
}
