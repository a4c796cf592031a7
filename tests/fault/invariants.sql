-- What must hold of bookings once everything has come to rest, read from the tables as a superuser; it owes nothing to the program, its
-- constraints or what it works out. A version is raised by every confirmation, change and cancellation, and whenever somebody who was
-- booked is free again: all of them who were freed in one transaction, which `xmin` tells. Each line of the answer is one breach: the rule, and whom it is about.
with live as (
  select a.*, b.starts_at + make_interval(mins => s.from_minute) as starts_at, coalesce(b.starts_at + make_interval(mins => s.until_minute), b.ends_at) as ends_at
    from bookings.assignments a join bookings.bookings b on b.id = a.booking_id join bookings.slots s on s.id = a.slot_id where a.released_at is null),
told as (
  select booking_id, kind, count(*)::int as times from bookings.entries group by booking_id, kind),
said as (
  select b.id, b.state, b.version, b.interpreter_id || b.team_ids as names,
         coalesce((select sum(times) from told where booking_id = b.id and kind in ('confirmed', 'cancelled', 'changed')), 0)::int
           + (select count(distinct a.xmin::text) from bookings.assignments a join bookings.offers o on o.id = a.offer_id
               where a.booking_id = b.id and o.state = 'released')::int as changes,
         coalesce((select times from told where booking_id = b.id and kind = 'requested'), 0) as requested,
         coalesce((select sum(times) from told where booking_id = b.id and kind in ('confirmed', 'held')), 0)::int as booked,
         coalesce((select times from told where booking_id = b.id and kind = 'cancelled'), 0) as cancelled
    from bookings.bookings b)

select 'a slot has one winner' as rule, slot_id::text as subject from live group by slot_id having count(*) > 1
union all
select 'nobody is in two places', a.interpreter_id || ' at ' || a.booking_id || ' and ' || b.booking_id
  from live a join live b on b.interpreter_id = a.interpreter_id and b.booking_id > a.booking_id and a.starts_at < b.ends_at and b.starts_at < a.ends_at
union all
select 'a calendar holds no time twice', a.interpreter_id || ' at ' || a.booking_id || ' and ' || b.booking_id
  from interpreters.commitments a join interpreters.commitments b on b.interpreter_id = a.interpreter_id and b.id > a.id
   and lower(a.during) < upper(b.during) and lower(b.during) < upper(a.during)
union all
select 'who is booked has the time in their calendar', l.interpreter_id || ' at ' || l.booking_id
  from live l where not exists (select from interpreters.commitments c where c.interpreter_id = l.interpreter_id and c.booking_id = l.booking_id
                                   and lower(c.during) = l.starts_at and upper(c.during) = l.ends_at)
union all
select 'a calendar holds only what is booked', c.interpreter_id || ' at ' || c.booking_id
  from interpreters.commitments c where not exists (select from live l where l.interpreter_id = c.interpreter_id and l.booking_id = c.booking_id)
union all
select 'a slot names who fills it', s.id::text
  from bookings.slots s left join live l on l.slot_id = s.id where s.interpreter_id is distinct from l.interpreter_id
union all
select 'a confirmed booking is filled by whom it names', said.id::text
  from said where state in ('confirmed', 'in-progress', 'completed')
   and names <> coalesce((select array_agg(l.interpreter_id order by s.position) from live l join bookings.slots s on s.id = l.slot_id
                           where l.booking_id = said.id), '{}')
union all
select 'a confirmed booking has nobody missing', said.id::text
  from said where state in ('confirmed', 'in-progress', 'completed')
   and exists (select from bookings.slots s where s.booking_id = said.id and s.given_up_at is null and s.interpreter_id is null)
union all
select 'a booking that looks for somebody has a place that nobody fills', said.id::text
  from said where state in ('requested', 'offering')
   and not exists (select from bookings.slots s where s.booking_id = said.id and s.given_up_at is null and s.interpreter_id is null)
union all
select 'nobody has two places of a booking', a.interpreter_id || ' at ' || a.booking_id
  from live a join live b on b.booking_id = a.booking_id and b.interpreter_id = a.interpreter_id and b.id > a.id
union all
select 'a booking is being offered exactly while somebody is asked', said.id || ' is ' || state
  from said where state in ('requested', 'offering', 'confirmed', 'cancelled')
   and (state = 'offering') <> exists (select from bookings.offers o where o.booking_id = said.id and o.state = 'open')
union all
select 'nothing is open on a cancelled booking', said.id::text
  from said where state = 'cancelled'
   and (exists (select from live l where l.booking_id = said.id) or exists (select from interpreters.commitments c where c.booking_id = said.id)
        or exists (select from bookings.offers o where o.booking_id = said.id and o.state = 'open'))
union all
select 'an offer that was accepted booked its interpreter once', o.id::text
  from bookings.offers o where o.state = 'accepted' and 1 <> (
    select count(*) from bookings.assignments a where a.offer_id = o.id and a.interpreter_id = o.interpreter_id and a.booking_id = o.booking_id)
union all
select 'whoever is booked accepted', l.offer_id::text
  from live l left join bookings.offers o on o.id = l.offer_id where o.state is distinct from 'accepted'
union all
select 'an offer that was not accepted booked nobody', o.id::text
  from bookings.offers o join bookings.assignments a on a.offer_id = o.id where o.state not in ('accepted', 'released')
union all
select 'no change was lost: a version counts what was written down', said.id || ' is version ' || version || ' after ' || changes
  from said where version <> 1 + changes
union all
select 'a timeline begins once', said.id::text from said where requested <> 1
union all
select 'a timeline tells of everybody who was booked', said.id::text
  from said where booked <> (select count(*) from bookings.assignments a where a.booking_id = said.id)
union all
select 'a timeline tells of every job that was given back', o.id::text
  from bookings.offers o where o.released_why = 'given-back'
   and 1 <> (select count(*) from bookings.entries e where e.booking_id = o.booking_id and e.kind = 'given-back' and e.detail->>'offerId' = o.id::text)
union all
select 'a timeline tells of its cancellation once', said.id::text from said where cancelled <> (state = 'cancelled')::int
union all
select 'a timeline tells of everybody who declined', o.booking_id::text
  from bookings.offers o where o.state = 'declined'
   and 1 <> (select count(*) from bookings.entries e where e.booking_id = o.booking_id and e.kind = 'declined' and e.detail->>'offerId' = o.id::text)
union all
select 'the audit trail has what the timeline has', e.booking_id || ' ' || e.kind
  from (select booking_id, kind, times from told) e
 where e.times <> (select count(*) from audit.entries a where a.subject_kind = 'booking' and a.subject_id = e.booking_id::text and a.action = 'booking.' || e.kind)
union all
select 'every job was done', t.identifier || ' after ' || j.attempts || ' attempts: ' || coalesce(j.last_error, '')
  from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
union all
select 'nobody keeps a transaction open', coalesce(left(query, 60), '')
  from pg_stat_activity where datname = current_database() and state like 'idle in transaction%';
