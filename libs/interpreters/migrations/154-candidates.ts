import { grants } from '@dragoman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const bits = (list: string, known: readonly string[]): string =>
  `coalesce((select bit_or(1 << (array_position(array[${known.map((each) => `'${each}'`).join(', ')}], each) - 1))
               from unnest(${list}) each), 0)`;

const ways = ['in-person', 'video', 'phone', 'sign-video'];
const requests = ['woman', 'man'];
const roles = ['interpreter', 'cultural-mediator', 'advocate', 'peer-navigator', 'deaf-relay'];
const scopes = ['health', 'mental-health', 'social-care', 'legal'];

/** A later migration takes it back, and its way back makes it again. */
export const candidatesTable = `
  create table interpreters.candidates (
    interpreter_id uuid not null references interpreters.interpreters,
    variety_id text not null,
    other_id text not null,
    ways int not null,
    serves int not null,
    roles int not null,
    both_ways boolean not null,
    active boolean not null,
    expires_on date not null,
    scopes int not null,
    zone text not null,
    latitude double precision not null,
    longitude double precision not null,
    radius_km double precision not null,
    transport int not null,
    hourly_rate int not null,
    grade int not null,
    week int4multirange not null,
    extra_from date,
    extra_to date,
    constraint a_candidate_stands_once_for_a_pair_of_languages primary key (interpreter_id, variety_id, other_id)
  );
  create index candidates_by_language on interpreters.candidates (variety_id, other_id, interpreter_id)
    include (ways, serves, roles, both_ways, active, expires_on, scopes, zone, latitude, longitude, radius_km, transport,
             hourly_rate, grade, week, extra_from, extra_to);
  create index candidates_by_zone on interpreters.candidates (zone);`;

/** What a search asks of 50,000 interpreters at once, worked out when they are written. */
export class Candidates1790000000154 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table interpreters.commitments
        add starts_at timestamptz generated always as (lower(during)) stored,
        add ends_at timestamptz generated always as (upper(during)) stored;
      create index commitments_of_an_interpreter on interpreters.commitments (interpreter_id, starts_at);
      create index commitments_by_time on interpreters.commitments (starts_at, ends_at, interpreter_id, booking_id);
      create index agreed_weeks_of_an_organisation on interpreters.organisation_weeks (organisation_id, interpreter_id);

      ${candidatesTable}

      create table interpreters.candidate_facts (
        interpreter_id uuid not null references interpreters.interpreters,
        facts json not null,
        has_exceptions boolean not null,
        constraint the_facts_of_a_candidate_are_kept_once primary key (interpreter_id)
      );`);
    await runner.query(refreshCandidates);
    for (const table of ['candidates', 'candidate_facts'])
      await runner.query(
        grants(`interpreters.${table}`, {
          d_app: ['select', 'insert', 'update', 'delete'],
          d_interp: ['select'],
          d_sweep: ['select'],
        }),
      );
    await runner.query('select interpreters.refresh_candidates(array(select id from interpreters.interpreters))');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function interpreters.refresh_candidates;
      drop table interpreters.candidate_facts, interpreters.candidates;
      drop index interpreters.agreed_weeks_of_an_organisation;
      alter table interpreters.commitments drop starts_at, drop ends_at;
    `);
  }
}

/**
 * Makes what is derived of these interpreters anew from what is written of them. Hours of the week are minutes from Monday's
 * midnight, once more behind Sunday, so that a night from Sunday to Monday is one stretch. Grades: the digit of the credential's
 * level, -1 without a credential, -2 where it names no level. Scope: all bits where a credential does not say what it covers.
 */
export const refreshCandidates = `
  create function interpreters.refresh_candidates(ids uuid[]) returns void language sql as $$
    delete from interpreters.candidates where interpreter_id = any(ids);
    insert into interpreters.candidates
    select i.id, k.variety_id, k.other_id, ${bits('i.modalities', ways)}, ${bits('i.serves_requests', requests)}, ${bits('i.roles', roles)},
           k.direction = 'both', i.active, coalesce(k.credential_expires_on, 'infinity'),
           case when k.scope = '{}' then 15 else ${bits('k.scope', scopes)} end,
           i.zone, i.latitude, i.longitude, i.radius_km, array_position(array['walk', 'bicycle', 'public', 'car'], i.transport),
           i.hourly_rate,
           case when k.credential is null then -1 else coalesce(substring(k.credential_level from '[0-9]')::int, -2) end,
           coalesce(w.week, '{}'), e.extra_from, e.extra_to
      from interpreters.interpreters i
      join interpreters.skills k on k.interpreter_id = i.id
      left join lateral (
        select range_agg(int4range(greatest(0, (h.weekday - 1) * 1440 + h.from_minute + s.weeks),
                                   greatest(0, (h.weekday - 1) * 1440 + h.to_minute + s.weeks))) as week
          from interpreters.weekly_hours h cross join (values (-10080), (0), (10080)) s(weeks)
         where h.interpreter_id = i.id) w on true
      left join lateral (
        select min(x.from_date) as extra_from, max(x.to_date) as extra_to
          from interpreters.exceptions x where x.interpreter_id = i.id and x.kind = 'extra') e on true
     where i.id = any(ids);

    insert into interpreters.candidate_facts
    select i.id, json_build_object(
             'id', i.id, 'displayName', i.display_name, 'gender', i.gender, 'servesRequests', i.serves_requests, 'roles', i.roles,
             'modalities', i.modalities, 'zone', i.zone, 'home', json_build_object('latitude', i.latitude, 'longitude', i.longitude),
             'radiusKm', i.radius_km, 'transport', i.transport, 'hourlyRate', i.hourly_rate, 'active', i.active,
             'dailyCapMinutes', i.daily_cap_minutes,
             'skills', (select coalesce(json_agg(json_build_object('varietyId', k.variety_id, 'otherId', k.other_id,
                          'direction', k.direction, 'credential', k.credential, 'credentialExpiresOn', k.credential_expires_on,
                          'credentialLevel', k.credential_level, 'scope', k.scope)), '[]')
                          from interpreters.skills k where k.interpreter_id = i.id),
             'hours', (select coalesce(json_agg(json_build_object('weekday', h.weekday, 'fromMinute', h.from_minute,
                         'toMinute', h.to_minute)), '[]')
                         from interpreters.weekly_hours h where h.interpreter_id = i.id)),
           exists (select from interpreters.exceptions x where x.interpreter_id = i.id)
      from interpreters.interpreters i where i.id = any(ids)
    on conflict (interpreter_id) do update set facts = excluded.facts, has_exceptions = excluded.has_exceptions;
  $$`;
