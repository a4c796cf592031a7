import { own, rowSecurity } from '@dragoman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Organisations1790000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema organisations;
      grant usage on schema organisations to d_app, d_interp, d_link, d_sweep, d_install;

      create table organisations.organisations (
        id uuid primary key,
        name text not null,
        zone text not null,
        phone text,
        policy jsonb not null default '{}',
        created_at timestamptz not null
      );
      create unique index an_organisation_name_is_used_once on organisations.organisations (lower(name));

      create table organisations.sites (
        id uuid primary key,
        organisation_id uuid not null references organisations.organisations,
        name text not null,
        address text not null,
        zone text not null,
        latitude double precision not null constraint a_latitude_is_on_earth check (latitude between -90 and 90),
        longitude double precision not null constraint a_longitude_is_on_earth check (longitude between -180 and 180),
        rooms text[] not null default '{}',
        created_at timestamptz not null
      );
      create unique index a_site_name_is_used_once on organisations.sites (organisation_id, lower(name));
    `);
    // Not patient data: an interpreter reads where to go, whoever asks. Staff still see only their own.
    await runner.query(
      rowSecurity('organisations.organisations', {
        d_app: { rows: own.organisation('id'), may: ['select'] },
        d_interp: { rows: 'true', may: ['select'] },
        d_link: { rows: own.organisation('id'), may: ['select'] },
        d_sweep: { rows: 'true', may: ['select'] },
        d_install: { rows: 'true', may: ['select', 'insert'] },
      }),
    );
    await runner.query(
      rowSecurity('organisations.sites', {
        d_app: { rows: own.organisation(), may: ['select', 'insert'] },
        d_interp: { rows: 'true', may: ['select'] },
        d_link: { rows: own.organisation(), may: ['select'] },
        d_sweep: { rows: 'true', may: ['select'] },
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema organisations cascade');
  }
}
