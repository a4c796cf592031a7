-- How many bookings an interpreter has had: many for a few, few for most.
create table bench.load as
select n, id, first, floor(BOOKINGS / 1745.0 * (1 + floor(50000 * bench.roll(n, 80))) ^ -0.35 + bench.roll(n, 81))::int as bookings
  from bench.people;

-- Hours of work from 09:00 to 16:00 on the weekdays of WEEKS weeks, the last of them from 30 November 2026: one job at most in each.
create table bench.jobs as
select row_number() over ()::bigint as b, l.id as interpreter_id, l.first as variety_id, p.id as patient_id, p.organisation,
       t.starts_at, t.starts_at + make_interval(mins => 30 + 10 * floor(3 * bench.roll(l.n * 4096 + k, 84))::int) as ends_at,
       case when m.in_person then 'in-person' else 'phone' end as modality,
       bench.id('0003', p.organisation * 2 + (bench.roll(l.n * 4096 + k, 83) < 0.5)::int) as site_id
  from bench.load l cross join generate_series(1, l.bookings) k
  cross join lateral (select ((floor(bench.roll(l.n, 82) * WEEKS * 40)::bigint + k * 1597) % (WEEKS * 40))::int as slot) s
  cross join lateral (select (date '2026-11-30' - 7 * (WEEKS - 1) + slot / 40 * 7 + slot / 8 % 5 + make_time(9 + slot % 8, 0, 0))
                             at time zone 'Europe/London' as starts_at) t
  cross join lateral (select bench.roll(l.n * 4096 + k, 85) < 0.5 as in_person) m
  cross join lateral (select count(*) as n from bench.patients p where p.variety_id = l.first) c
  join bench.patients p on p.variety_id = l.first and p.place = 1 + floor(c.n * bench.roll(l.n * 4096 + k, 86))::int;
