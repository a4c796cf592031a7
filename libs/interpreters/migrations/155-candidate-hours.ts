import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The search asks of thousands whether they work then. The hours of the week, a bit each, answer it many times faster than
 * ranges, and make the index half as wide; who works only part of an hour passes, and the rules decide.
 */
export class CandidateHours1790000000155 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function interpreters.hours_touched(week int4multirange) returns bit(168)
      language sql immutable parallel safe set search_path = pg_catalog return
        coalesce((select bit_or(set_bit(repeat('0', 168)::bit(168), ((h % 168) + 168) % 168, 1))
           from unnest(week) r, generate_series(floor(lower(r) / 60.0)::int, floor((upper(r) - 1) / 60.0)::int) h), repeat('0', 168)::bit(168));
      alter table interpreters.candidates
        add column hours bit(168) not null generated always as (interpreters.hours_touched(week)) stored;
      drop index interpreters.candidates_by_language;
      create index candidates_by_language on interpreters.candidates (variety_id, other_id, interpreter_id)
        include (ways, serves, roles, both_ways, active, expires_on, scopes, zone, latitude, longitude, radius_km, transport,
                 hourly_rate, grade, hours, extra_from, extra_to);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index interpreters.candidates_by_language;
      alter table interpreters.candidates drop column hours;
      drop function interpreters.hours_touched(int4multirange);
      create index candidates_by_language on interpreters.candidates (variety_id, other_id, interpreter_id)
        include (ways, serves, roles, both_ways, active, expires_on, scopes, zone, latitude, longitude, radius_km, transport,
                 hourly_rate, grade, week, extra_from, extra_to);`);
  }
}
