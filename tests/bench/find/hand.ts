import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  costPoints, credentialPoints, fairPoints, kilometres, MOST_NOT_POSSIBLE, MOST_POSSIBLE, scopeFor, seenPoints, speed, total,
  travelMinutes, travelPoints,
} from './formulas';

/** Tables of its own, made from the normalised ones. */
export const handSchema = readFileSync(join(import.meta.dirname, 'hand.sql'), 'utf8')
  .replace('SPEED', speed('i.transport'))
  .replace('COST', costPoints('i.hourly_rate'))
  .replace('CREDENTIAL', credentialPoints('k.credential', 'k.credential_level'));

const jobsAround = `hand.jobs j where j.interpreter = f.interpreter`;
const recent = `j.starts_at > a.starts_at - interval '36 hours' and j.starts_at < a.ends_at + interval '26 hours' and j.ends_at > a.starts_at - interval '26 hours'`;
const neighbour = (condition: string, order: string): string =>
  `(select j.* from ${jobsAround} and ${recent} and j.in_person and ${condition} order by j.starts_at ${order} limit 1)`;
const callsBetween = (from: string, to: string): string =>
  `coalesce((select sum(extract(epoch from j.ends_at - j.starts_at)) / 60 from ${jobsAround} and ${recent}
               and not j.in_person and j.starts_at >= ${from} and j.ends_at <= ${to}), 0)`;
const minutes = (from: string, to: string): string => `extract(epoch from ${to} - ${from}) / 60`;
const journey = (from: string, to: string): string =>
  travelMinutes(kilometres(`${from}.latitude`, `${from}.longitude`, `${to}.latitude`, `${to}.longitude`), 'f.kmh');

/** What the calendar says of a candidate `f`: the load of 30 days, the day, and the journeys to the jobs before and after. */
const late = `
  cross join asked a
  cross join lateral (
    select coalesce(sum(extract(epoch from j.ends_at - j.starts_at) / 60) filter (where j.starts_at < a.starts_at), 0)::float8 as load,
           coalesce(bool_or(j.starts_at < a.ends_at and j.ends_at > a.starts_at), false) as busy,
           coalesce(sum(extract(epoch from least(j.ends_at, f.day_ends) - greatest(j.starts_at, f.day_starts)) / 60)
             filter (where j.ends_at > f.day_starts and j.starts_at < f.day_ends), 0) as that_day,
           coalesce(bool_or(j.in_person and ${recent}), false) as has_neighbours
      from ${jobsAround} and j.starts_at >= a.starts_at - interval '30 days' and j.starts_at < a.ends_at + interval '26 hours') l
  left join lateral ${neighbour('j.starts_at <= a.starts_at', 'desc')} p on l.has_neighbours
  left join lateral ${neighbour('j.starts_at > a.starts_at', 'asc')} n on l.has_neighbours
  cross join lateral (select case
    when l.busy then false
    when f.cap is not null and l.that_day + ${minutes('a.starts_at', 'a.ends_at')} > f.cap then false
    when a.in_person then
      coalesce(p.site = a.site or ${journey('p', 'a')} <= ${minutes('p.ends_at', 'a.starts_at')} - ${callsBetween('p.ends_at', 'a.starts_at')}, true)
      and coalesce(n.site = a.site or ${journey('a', 'n')} <= ${minutes('a.ends_at', 'n.starts_at')} - ${callsBetween('a.ends_at', 'n.starts_at')}, true)
    else coalesce(p.site = n.site or ${journey('p', 'n')} <= ${minutes('p.ends_at', 'n.starts_at')}
      - ${callsBetween('p.ends_at', 'n.starts_at')} - ${minutes('a.starts_at', 'a.ends_at')}, true) end as is_possible) v`;

const totalWith = (fair: string): string =>
  total({
    seen: seenPoints('f.times'), serves: 'f.serves_preferred', preferred: 'a.preferred', inPerson: 'a.in_person',
    travel: travelPoints('f.travel'), cost: 'f.cost', credential: 'f.credential', fair,
  });
const withTotal = (people: string): string => `
  select f.interpreter, f.rate, f.travel, f.times, l.load, v.is_possible, ${totalWith(fairPoints('l.load', 'f.offered'))} as total
    from ${people} f ${late}`;

const FIRST = 60;

const standing = `c.both_ways and c.active and c.interprets and c.ways & a.way <> 0 and c.serves & a.required = a.required
  and c.expires >= a.date and c.scopes & a.scope <> 0`;
const free = `(coalesce(w.week, c.week) @> z.span or coalesce(c.extra @> z.clock, false)) and not coalesce(c.away && z.clock, false)
  and c.interpreter not in (select interpreter from hand.jobs
    where starts_at < $6 and starts_at > $5::timestamptz - interval '10 hours' and ends_at > $5)`;
const near = (km: string): string => `(not a.in_person or ${km} <= c.radius)`;
const distance = kilometres('c.latitude', 'c.longitude', 'a.latitude', 'a.longitude');
const inTheLanguage = `asked a
    cross join hand.people c
    join zones z using (zone)
    left join hand.weeks w on w.organisation = $1 and w.interpreter = c.interpreter
    left join seen s on s.interpreter = c.interpreter`;

/**
 * One statement, exact: the calendar of the 60 with the best prospects, then of those only who could still come before the
 * last that is wanted. Of the others first whoever only lacks the time, then whoever else speaks the language or one near it.
 * $1 organisation, $2 patient, $3 site, $4 variety, $5 and $6 the appointment, $7 modality, $8 topic, $9 now.
 */
export const handStatement = `
with asked as materialized (
  select $5::timestamptz as starts_at, $6::timestamptz as ends_at, s.id as site, s.latitude, s.longitude, $7::text = 'in-person' as in_person,
         (($5::timestamptz) at time zone s.zone)::date as date,
         case ${scopeFor('$8::text')} when 'health' then 1 when 'mental-health' then 2 else 4 end as scope,
         case when p.wish_strength <> 'required' or p.wish_gender is null then 0 when p.wish_gender = 'woman' then 1 else 2 end as required,
         case when p.wish_strength = 'preferred' then case p.wish_gender when 'woman' then 1 else 2 end end as preferred,
         case $7 when 'in-person' then 1 when 'video' then case v.kind when 'signed' then 8 else 2 end
                 else case v.kind when 'signed' then 0 else 4 end end as way
    from organisations.sites s, patients.patients p, languages.varieties v
   where s.id = $3 and s.organisation_id = $1 and p.organisation_id = $1 and p.id = $2 and v.id = $4),
seen as materialized (
  select interpreter_id as interpreter, count(*)::int as times from bookings.bookings
   where organisation_id = $1 and patient_id = $2 and interpreter_id is not null and ends_at <= $9
     and state in ('confirmed', 'in-progress', 'completed') group by 1),
zones as materialized (
  select z.zone, int4range(t.minute, t.minute + (extract(epoch from a.ends_at - a.starts_at) / 60)::int) as span,
         date_trunc('day', t.local) at time zone z.zone as day_starts, (date_trunc('day', t.local) + interval '1 day') at time zone z.zone as day_ends,
         tsrange(t.local, t.local + (a.ends_at - a.starts_at)) as clock
    from asked a cross join hand.zones z
    cross join lateral (select a.starts_at at time zone z.zone as local,
      ((extract(isodow from a.starts_at at time zone z.zone) - 1) * 1440 + extract(hour from a.starts_at at time zone z.zone) * 60
        + extract(minute from a.starts_at at time zone z.zone))::int as minute) t),
fit as materialized (
  select f.*, row_number() over (order by prospect desc, interpreter) as place
    from (select f.*, ${totalWith('1')} as prospect
            from (select c.interpreter, c.rate, c.kmh, c.cost, c.credential, c.cap, coalesce(w.offered, c.offered) as offered, s.times,
                         z.day_starts, z.day_ends, c.serves & a.preferred <> 0 as serves_preferred, ${travelMinutes('k.km', 'c.kmh')} as travel
                    from ${inTheLanguage}
                    cross join lateral (select case when a.in_person then ${distance} end as km offset 0) k
                   where c.variety = $4 and ${standing} and ${free} and ${near('k.km')}) f
            cross join asked a) f),
first as materialized (${withTotal(`(select * from fit where place <= ${FIRST})`)}),
cutoff as materialized (
  select coalesce((select total from first where is_possible order by total desc offset ${MOST_POSSIBLE - 1} limit 1), -1) as total),
rest as materialized (${withTotal(`(select fit.* from fit, cutoff where place > ${FIRST} and prospect >= cutoff.total)`)}),
possible as materialized (
  select * from (select * from first union all select * from rest) b where is_possible order by total desc, interpreter limit ${MOST_POSSIBLE}),
refused as materialized (
  select interpreter, 'busy or travelling' as why, 0 as rank from (select * from first union all select * from rest) b
   where not is_possible limit ${MOST_NOT_POSSIBLE}),
untimely as materialized (
  select c.interpreter, 'not available' as why, 1 as rank from ${inTheLanguage}
   where c.variety = $4 and ${standing} and not (${free}) and ${near(distance)} limit ${MOST_NOT_POSSIBLE}),
others as materialized (
  select c.interpreter, case when not c.both_ways then 'language' when not c.active then 'not active' when c.ways & a.way = 0 then 'modality'
           when c.expires < a.date then 'credential' when c.scopes & a.scope = 0 then 'scope' when not c.interprets then 'role'
           when c.serves & a.required <> a.required then 'gender' else 'area' end as why, 2 as rank
    from asked a cross join hand.people c
   where c.variety = $4 and not (${standing} and ${near(distance)})
     and (select count(*) from refused) + (select count(*) from untimely) < ${MOST_NOT_POSSIBLE} limit ${MOST_NOT_POSSIBLE}),
close as materialized (
  select c.interpreter, r.level as why, 2 + array_position(array['close_consent', 'last_resort', 'never_auto'], r.level) as rank
    from hand.close r
    cross join lateral (select interpreter from hand.people where variety = r.interpreter_variety order by interpreter limit ${MOST_NOT_POSSIBLE}) c
   where r.patient_variety = $4
     and (select count(*) from refused) + (select count(*) from untimely) + (select count(*) from others) < ${MOST_NOT_POSSIBLE}
   order by 3 limit ${MOST_NOT_POSSIBLE})
select 'possible' as kind, b.interpreter, n.name, b.total, b.travel, b.times, b.load, b.rate, null as why
  from possible b join hand.names n using (interpreter)
union all
select 'refused', r.interpreter, n.name, null, null, null, null, null, r.why
  from (select * from refused union all select * from untimely union all select * from others union all select * from close
         order by rank limit ${MOST_NOT_POSSIBLE}) r join hand.names n using (interpreter)
order by 1, 4 desc, 2`;
