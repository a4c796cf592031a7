import { grants } from '@dragoman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const loaded = {
  d_app: ['select'],
  d_interp: ['select'],
  d_link: ['select'],
  d_sweep: ['select'],
  d_install: ['select', 'insert', 'delete'],
} as const;

/** What people type for a language, and where it is spoken: both for finding, neither for matching people. */
export class LanguageFinder1790000000110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table languages.names (
        variety_id text not null references languages.varieties,
        folded text not null constraint a_name_has_letters check (folded <> ''),
        kind text not null constraint a_name_kind_is_known check (kind in ('id', 'english', 'autonym', 'other')),
        name text not null,
        constraint a_name_is_said_once primary key (variety_id, folded)
      );
      create index names_by_their_letters on languages.names using gin (folded gin_trgm_ops);

      create table languages.spoken_in (
        variety_id text not null references languages.varieties,
        country text not null constraint a_country_has_two_letters check (country ~ '^[A-Z]{2}$'),
        percent real constraint a_share_is_a_percentage check (percent > 0 and percent <= 100),
        source text not null,
        constraint a_country_is_named_once primary key (variety_id, country)
      );
    `);
    await runner.query([grants('languages.names', loaded), grants('languages.spoken_in', loaded)].join('\n'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table languages.spoken_in, languages.names');
  }
}
