/**
 * The statements of the candidate search. They lean on `candidates_by_language` (index-only), `commitments_by_time` (index-only),
 * `commitments_of_an_interpreter` and `agreed_weeks_of_an_organisation`. Parameters stand in one order in all of them:
 * $1, $2 the appointment, $3 the organisation, $4 30 days before, $5 26 hours before; then what must stand; then the rest.
 */

/** Facts of the rows of `b` that have an `asked`; without one no index is asked either. */
const withFacts = `
  left join interpreters.candidate_facts f on f.interpreter_id = b.asked
  left join interpreters.organisation_weeks w on w.organisation_id = $3::uuid
    and w.interpreter_id = case when b.asked in (select interpreter_id from agreed) then b.asked end
  left join lateral (
    select count(*) filter (where c.starts_at < $1)::int as jobs,
           coalesce(round(sum(extract(epoch from c.ends_at - c.starts_at)) filter (where c.starts_at < $1) / 60), 0)::int as minutes,
           json_agg(json_build_object('start', extract(epoch from c.starts_at) * 1000, 'end', extract(epoch from c.ends_at) * 1000,
               'bookingId', c.booking_id, 'modality', c.modality, 'siteId', c.site_id,
               'point', case when c.latitude is not null then json_build_object('latitude', c.latitude, 'longitude', c.longitude) end)
             order by c.starts_at) filter (where c.ends_at > $5) as committed
      from interpreters.commitments c
     where c.interpreter_id = b.asked and c.starts_at >= $4 and c.starts_at < $2::timestamptz + interval '26 hours') l on true`;

const factColumns = `b.id, f.facts, w.hours as agreed, l.committed, coalesce(l.jobs, 0) as jobs, coalesce(l.minutes, 0) as minutes,
  case when f.has_exceptions then
    (select json_agg(json_build_object('kind', e.kind, 'fromDate', e.from_date, 'toDate', e.to_date,
              'fromMinute', e.from_minute, 'toMinute', e.to_minute))
       from interpreters.exceptions e
      where e.interpreter_id = b.id and e.from_date <= ($2::timestamptz + interval '26 hours')::date and e.to_date >= ($5::timestamptz)::date - 1)
  end as exceptions`;

const agreed = `agreed as materialized (
  select interpreter_id from interpreters.organisation_weeks where organisation_id = $3::uuid)`;

export const factsOfCandidates = `
  with ${agreed}
  select ${factColumns} from (select id, id as asked from unnest($6::uuid[]) id) b ${withFacts}`;

/** Each once, without reading every candidate. */
export const zonesOfCandidates = `
  with recursive names as (
    (select zone from interpreters.candidates order by zone limit 1)
    union all
    select (select c.zone from interpreters.candidates c where c.zone > n.zone order by c.zone limit 1) from names n where n.zone is not null)
  select zone from names where zone is not null`;

/** $6 to $18. What stands whenever the appointment is. */
const standing = `c.other_id = $7 and c.both_ways and c.active and c.ways & $8::int <> 0 and c.roles & $9::int <> 0 and c.serves & $10::int = $10::int
  and c.expires_on >= $11::date and c.scopes & $12::int <> 0 and c.interpreter_id <> all($13::uuid[])`;

/** A metre of grace: two machines may differ in the last digit, and the rules decide. */
const near = `(not $16::boolean or (abs(c.latitude - $14::float8) * 111 <= c.radius_km and k.km <= c.radius_km + 0.001))
  and ($17::float8 is null or k.km > $17::float8 - 0.001)`;
const distance = `cross join lateral (select case when $14::float8 is not null then
    2 * 6371.0088 * asin(least(1, sqrt(sin(radians($14::float8 - c.latitude) / 2) ^ 2
      + cos(radians(c.latitude)) * cos(radians($14::float8)) * sin(radians($15::float8 - c.longitude) / 2) ^ 2))) end as km offset 0) k`;

/**
 * Works in the first hour of the appointment and in the last, on a clock of their own; what lies between, extra time and hours agreed
 * with one organisation are for the rules to judge, and so is a clock that the week says nothing of. Never null, so that who is not
 * free is found too. Bits are asked for one by one: to compare masks takes longer than all the rest.
 */
const worksAt = (hours: string): string => `coalesce(get_bit(c.hours, (${hours}::int[])[array_position($39::text[], c.zone)]) = 1, true)`;
const works = `((${worksAt('$40')} and ${worksAt('$41')})
    or (c.extra_from is not null and c.extra_from <= ($2::timestamptz at time zone 'utc')::date + 1
      and c.extra_to >= ($1::timestamptz at time zone 'utc')::date - 2)
    or c.interpreter_id in (select interpreter_id from agreed))`;
const busy = `busy as materialized (
  select o.interpreter_id from interpreters.commitments o
   where o.starts_at < $2 and o.starts_at > $1::timestamptz - interval '10 hours' and o.ends_at > $1 and o.booking_id is distinct from $18::uuid)`;

/** $19 to $36. */
const prospect = `$20::float8
    + ($21::float8[])[array_position($6::text[], c.variety_id)]
    + case when c.serves & $23::int <> 0 then $22::float8 else 0 end
    + case when $16::boolean then $24::float8 * greatest(0, 1 - ($26::float8 + k.km * ($27::float8[])[c.transport]) / $25::float8) else 0 end
    + $28::float8 * greatest(0, 1 - c.hourly_rate / $29::float8)
    + case c.grade when -1 then 0 when -2 then $30::float8 * $33::float8 else $30::float8 * least(1, $31::float8 + c.grade * $32::float8) end`;

/**
 * $34 to $36 the page; $39 to $41 the clocks; $37 varieties near to the patient's, $38 how many of the refused at most: each part of those stops as soon
 * as it has enough. One statement, since both ask who is busy and what the clocks say.
 */
export const searchedCandidates = `
  with ${agreed},
  ${busy},
  fit as materialized (
    select c.interpreter_id as id, c.interpreter_id = any($19::uuid[]) as is_first, ${prospect} as prospect
      from interpreters.candidates c ${distance}
     where c.variety_id = any($6::text[]) and ${standing} and ${works} and ${near}),
  best as materialized (
    select id, prospect, row_number() over (order by is_first desc, prospect desc, id) as place,
           id in (select interpreter_id from busy) as is_busy
      from (select * from fit order by is_first desc, prospect desc, id offset $34 limit $35) page),
  untimely as materialized (
    select c.interpreter_id as id, 0 as rank from interpreters.candidates c ${distance}
     where c.variety_id = any($6::text[]) and ${standing} and ${near} and not ${works} limit $38),
  others as materialized (
    select c.interpreter_id as id, 1 as rank from interpreters.candidates c ${distance}
     where c.variety_id = any($6::text[]) and not (${standing} and ${near}) and (select count(*) from untimely) < $38 limit $38),
  related as materialized (
    select c.id, 1 + r.place::int as rank from unnest($37::text[]) with ordinality r(variety, place)
     cross join lateral (select interpreter_id as id from interpreters.candidates where variety_id = r.variety order by interpreter_id limit $38) c
     where (select count(*) from untimely) + (select count(*) from others) < $38
     order by r.place limit 5 * $38),
  refused as materialized (
    select id from (select id, 0 as rank from best where is_busy union all select * from untimely union all select * from others union all select * from related) refused
     group by id order by min(rank), id limit $38),
  b as materialized (
    select id, prospect, place, case when place <= $36 and not is_busy then id end as asked, is_busy from best
    union all
    select id, null, 0, id, null from refused)
  select ${factColumns}, b.prospect, b.is_busy as "isBusy", b.place = 0 as "isRefused", (select count(*)::int from fit) as "inAll"
    from b ${withFacts}
   order by b.place`;
