import {
  costPoints, credentialPoints, fairPoints, kilometres, MOST_NOT_POSSIBLE, MOST_POSSIBLE, scopeFor, seenPoints, speed, total,
  travelMinutes, travelPoints,
} from './formulas';

const point = (row: string): [string, string] => [`${row}.latitude`, `${row}.longitude`];
const journey = (from: string, to: string): string =>
  travelMinutes(kilometres(...point(from), ...point(to)), speed('i.transport'));
const minutes = (from: string, to: string): string => `extract(epoch from ${to} - ${from}) / 60`;
const window = `tstzrange(a.starts_at - interval '26 hours', a.ends_at + interval '26 hours')`;
const jobs = `interpreters.commitments j where j.interpreter_id = i.id`;
const neighbour = (condition: string, order: string): string =>
  `(select j.site_id, j.latitude, j.longitude, lower(j.during) as starts_at, upper(j.during) as ends_at from ${jobs} and j.during && ${window}
      and j.modality = 'in-person' and ${condition} order by lower(j.during) ${order} limit 1)`;
const callsBetween = (from: string, to: string): string =>
  `coalesce((select sum(${minutes('lower(j.during)', 'upper(j.during)')}) from ${jobs} and j.during && ${window}
               and j.modality <> 'in-person' and lower(j.during) >= ${from} and upper(j.during) <= ${to}), 0)`;

/** Hours of work around the day, in minutes from its midnight on the interpreter's clock. */
const working = `(
  select range_agg(h.span) from (
    select int4range(w.from_minute - 1440 * s.back, w.to_minute - 1440 * s.back) as span
      from (values (0), (1)) s(back)
      join (select weekday, from_minute, to_minute from interpreters.weekly_hours where interpreter_id = i.id and agreed.hours is null
            union all
            select weekday, "fromMinute", "toMinute" from jsonb_to_recordset(agreed.hours) o(weekday int, "fromMinute" int, "toMinute" int)) w
        on w.weekday = extract(isodow from c.date - s.back)
    union all
    select int4range(x.from_minute - 1440 * s.back, x.to_minute - 1440 * s.back)
      from (values (0), (1)) s(back)
      join interpreters.exceptions x on x.interpreter_id = i.id and x.kind = 'extra' and c.date - s.back between x.from_date and x.to_date) h)`;

const refusals = `array_remove(array[
  case when k.other_id <> 'eng' then 'other-language' end,
  case when k.direction <> 'both' then 'one-way-only' end,
  case when a.signed and a.modality = 'phone' then 'signed-by-phone' end,
  case when not case when a.signed and a.modality = 'video' then 'sign-video' else a.modality end = any(i.modalities) then 'modality-not-offered' end,
  case when not 'interpreter' = any(i.roles) then 'role-not-offered' end,
  case when a.required is not null and not a.required = any(i.serves_requests) then 'gender-required' end,
  case when not coalesce(${working} @> c.span, false) or exists (
    select from interpreters.exceptions x where x.interpreter_id = i.id and x.kind = 'away'
       and (select range_agg(tsrange(d + make_interval(mins => coalesce(x.from_minute, 0)), d + make_interval(mins => coalesce(x.to_minute, 1440))))
              from generate_series(x.from_date::timestamp, x.to_date, '1 day') d) && tsrange(c.starts, c.ends)) then 'not-available' end,
  case when exists (select from ${jobs} and j.during && tstzrange(a.starts_at, a.ends_at)) then 'interpreter-busy' end,
  case when not case when a.modality = 'in-person' then
      coalesce(before.site_id = a.site or ${journey('before', 'a')} <= ${minutes('before.ends_at', 'a.starts_at')} - ${callsBetween('before.ends_at', 'a.starts_at')}, true)
      and coalesce(after.site_id = a.site or ${journey('a', 'after')} <= ${minutes('a.ends_at', 'after.starts_at')} - ${callsBetween('a.ends_at', 'after.starts_at')}, true)
    else coalesce(before.site_id = after.site_id or ${journey('before', 'after')} <= ${minutes('before.ends_at', 'after.starts_at')}
      - ${callsBetween('before.ends_at', 'after.starts_at')} - a.minutes, true) end then 'interpreter-travelling' end,
  case when i.daily_cap_minutes < a.minutes + coalesce((
    select sum(${minutes('greatest(lower(j.during), c.day_starts)', 'least(upper(j.during), c.day_ends)')}) from ${jobs}
       and j.during && tstzrange(c.day_starts, c.day_ends)), 0) then 'daily-hours' end,
  case when a.modality = 'in-person' and ${kilometres(...point('i'), ...point('a'))} > i.radius_km then 'outside-area' end,
  case when k.credential_expires_on < a.date then 'credential-lapsed' end,
  case when k.scope <> '{}' and not a.scope = any(k.scope) then 'credential-out-of-scope' end,
  case when not i.active then 'not-taking-work' end], null)`;

const offered = `coalesce((select sum("toMinute" - "fromMinute") from jsonb_to_recordset(agreed.hours) o("fromMinute" int, "toMinute" int)),
  (select sum(to_minute - from_minute) from interpreters.weekly_hours where interpreter_id = i.id), 0)`;
const load = `coalesce((select sum(${minutes('lower(j.during)', 'upper(j.during)')}) from ${jobs}
  and j.during && tstzrange(a.starts_at - interval '30 days', a.starts_at) and lower(j.during) >= a.starts_at - interval '30 days'), 0)::float8`;
const times = `(select count(*) from bookings.bookings b where b.organisation_id = $1 and b.patient_id = $2 and b.interpreter_id = i.id
  and b.ends_at <= $9 and b.state in ('confirmed', 'in-progress', 'completed'))`;

/**
 * Every rule for everybody who speaks the language, straight from the normalised tables. Parameters as of the hand-written
 * statement. Whoever would need the patient's consent is left out: such a search is the product's alone.
 */
export const naiveStatement = `
with judged as (
  select i.id as interpreter, i.display_name as name, i.hourly_rate as rate, ${refusals} as refusals,
         ${total({
           seen: seenPoints(times), serves: 'coalesce(a.preferred = any(i.serves_requests), false)', preferred: 'a.preferred',
           inPerson: `(a.modality = 'in-person')`, travel: travelPoints(journey('i', 'a')), cost: costPoints('i.hourly_rate'),
           credential: credentialPoints('k.credential', 'k.credential_level'), fair: fairPoints(load, offered),
         })} as total
    from (select $5::timestamptz as starts_at, $6::timestamptz as ends_at, ${minutes('$5::timestamptz', '$6::timestamptz')} as minutes,
                 s.id as site, s.latitude, s.longitude, $7::text as modality, (($5::timestamptz) at time zone s.zone)::date as date,
                 ${scopeFor('$8::text')} as scope, v.kind = 'signed' as signed,
                 case when p.wish_strength = 'required' then p.wish_gender end as required,
                 case when p.wish_strength = 'preferred' then p.wish_gender end as preferred
            from organisations.sites s, patients.patients p, languages.varieties v
           where s.id = $3 and s.organisation_id = $1 and p.id = $2 and p.organisation_id = $1 and v.id = $4) a
    join interpreters.skills k on k.variety_id = $4
    join interpreters.interpreters i on i.id = k.interpreter_id
    left join interpreters.organisation_weeks agreed on agreed.interpreter_id = i.id and agreed.organisation_id = $1
    cross join lateral (
      select l.starts, l.starts + (a.ends_at - a.starts_at) as ends, l.starts::date as date,
             int4range((extract(hour from l.starts) * 60 + extract(minute from l.starts))::int,
                       (extract(hour from l.starts) * 60 + extract(minute from l.starts) + a.minutes)::int) as span,
             date_trunc('day', l.starts) at time zone i.zone as day_starts,
             (date_trunc('day', l.starts) + interval '1 day') at time zone i.zone as day_ends
        from (select a.starts_at at time zone i.zone as starts) l) c
    left join lateral ${neighbour('lower(j.during) <= a.starts_at', 'desc')} before on true
    left join lateral ${neighbour('lower(j.during) > a.starts_at', 'asc')} after on true)
(select 'possible' as kind, interpreter, name, total, rate, refusals from judged where refusals = '{}' order by total desc, interpreter limit ${MOST_POSSIBLE})
union all
(select 'refused', interpreter, name, null, rate, refusals from judged where refusals <> '{}' order by cardinality(refusals), interpreter limit ${MOST_NOT_POSSIBLE})`;
