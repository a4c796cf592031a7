-- What an expert would build for this one question: narrow rows side by side for each language, facts worked out beforehand.
create schema hand;

create table hand.people as
select k.variety_id as variety, i.id as interpreter, i.zone, i.latitude, i.longitude, i.radius_km as radius,
       SPEED as kmh,
       ('in-person' = any(i.modalities))::int + 2 * ('video' = any(i.modalities))::int + 4 * ('phone' = any(i.modalities))::int
         + 8 * ('sign-video' = any(i.modalities))::int as ways,
       ('woman' = any(i.serves_requests))::int + 2 * ('man' = any(i.serves_requests))::int as serves,
       'interpreter' = any(i.roles) as interprets, k.other_id = 'eng' and k.direction = 'both' as both_ways,
       coalesce(k.credential_expires_on, 'infinity') as expires,
       case when k.scope = '{}' then 7 else ('health' = any(k.scope))::int + 2 * ('mental-health' = any(k.scope))::int
         + 4 * ('social-care' = any(k.scope))::int end as scopes,
       i.hourly_rate as rate, COST as cost, CREDENTIAL as credential,
       i.active, i.daily_cap_minutes as cap, coalesce(h.week, '{}') as week, coalesce(h.offered, 0) as offered,
       e.away, e.extra
  from interpreters.skills k
  join interpreters.interpreters i on i.id = k.interpreter_id
  left join lateral (
    select range_agg(int4range((weekday - 1) * 1440 + from_minute + shift, (weekday - 1) * 1440 + to_minute + shift)) as week,
           sum(to_minute - from_minute) filter (where shift = 0)::float8 as offered
      from interpreters.weekly_hours cross join (values (-10080), (0), (10080)) s(shift) where interpreter_id = i.id) h on true
  left join lateral (
    select range_agg(tsrange(d + make_interval(mins => coalesce(x.from_minute, 0)), d + make_interval(mins => coalesce(x.to_minute, 1440))))
             filter (where x.kind = 'away') as away,
           range_agg(tsrange(d + make_interval(mins => x.from_minute), d + make_interval(mins => x.to_minute)))
             filter (where x.kind = 'extra') as extra
      from interpreters.exceptions x cross join lateral generate_series(x.from_date::timestamp, x.to_date, '1 day') d
     where x.interpreter_id = i.id) e on true
 order by 1, 2;
create index on hand.people (variety, interpreter);

create table hand.names as select id as interpreter, display_name as name from interpreters.interpreters;
create unique index on hand.names (interpreter) include (name);

create table hand.weeks as
select w.organisation_id as organisation, w.interpreter_id as interpreter,
       range_agg(int4range((h.weekday - 1) * 1440 + h."fromMinute", (h.weekday - 1) * 1440 + h."toMinute")) as week,
       sum(h."toMinute" - h."fromMinute")::float8 as offered
  from interpreters.organisation_weeks w
  cross join lateral jsonb_to_recordset(w.hours) h(weekday int, "fromMinute" int, "toMinute" int)
 group by 1, 2;
create unique index on hand.weeks (organisation, interpreter);

create table hand.zones as select distinct zone from interpreters.interpreters;

create table hand.jobs as
select interpreter_id as interpreter, lower(during) as starts_at, upper(during) as ends_at, modality = 'in-person' as in_person,
       site_id as site, latitude, longitude
  from interpreters.commitments order by 1, 2;
create index on hand.jobs (interpreter, starts_at);
create index on hand.jobs (starts_at, ends_at, interpreter);

create table hand.close as select patient_variety, interpreter_variety, level from languages.encounters where level <> 'exact';
create index on hand.close (patient_variety, level);
