-- 50,000 interpreters, 20 organisations with 40,000 patients. The same numbers give the same world every time.
create schema bench;

create function bench.roll(n bigint, what bigint) returns float8 language sql immutable parallel safe
  return (hashint8extended(n, what) & 2147483647)::float8 / 2147483648;

create function bench.id(kind text, n bigint) returns uuid language sql immutable parallel safe
  return ('01930000-' || kind || '-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid;

-- Few languages are spoken by many, most by few.
create table bench.varieties as
select v.id, v.kind = 'signed' as signed, row_number() over (order by v.position, v.id)::int as rank, 0::float8 as upto
  from languages.varieties v where v.bookable and v.id <> 'eng';
update bench.varieties v set upto = s.upto
  from (select id, sum(1.0 / rank) over (order by rank) / sum(1.0 / rank) over () as upto from bench.varieties) s
 where s.id = v.id;
create unique index on bench.varieties (upto) include (id, signed);

create function bench.variety(roll float8) returns text language sql stable parallel safe
  return (select id from bench.varieties where upto >= least(roll, 0.9999999) order by upto limit 1);

create table bench.cities (upto float8 primary key, latitude float8, longitude float8);
insert into bench.cities values
  (0.34, 51.51, -0.12), (0.47, 53.48, -2.24), (0.59, 52.48, -1.90), (0.67, 53.80, -1.55), (0.75, 55.86, -4.25),
  (0.82, 51.45, -2.59), (0.88, 53.41, -2.98), (0.93, 52.95, -1.15), (0.97, 51.48, -3.18), (1.00, 54.97, -1.61);

create table bench.people as
select n, bench.id('0001', n) as id, bench.variety(bench.roll(n, 1)) as first,
       case when bench.roll(n, 2) < 0.45 then bench.variety(bench.roll(n, 3)) end as second,
       case when bench.roll(n, 2) < 0.15 then bench.variety(bench.roll(n, 4)) end as third
  from generate_series(1, 50000) n;

insert into interpreters.interpreters (id, display_name, gender, phone, email, zone, latitude, longitude, radius_km, transport,
  modalities, hourly_rate, active, created_at, roles, serves_requests, daily_cap_minutes)
select p.id, 'Interpreter ' || p.n, g.gender, '+4470' || lpad(p.n::text, 8, '0'), p.n || '@interpreters.example',
       case when bench.roll(p.n, 10) < 0.96 then 'Europe/London' when bench.roll(p.n, 10) < 0.98 then 'Europe/Kyiv' else 'Asia/Kabul' end,
       c.latitude + 0.16 * (bench.roll(p.n, 12) + bench.roll(p.n, 13) - 1),
       c.longitude + 0.26 * (bench.roll(p.n, 14) + bench.roll(p.n, 15) - 1),
       round(8 + 52 * bench.roll(p.n, 16)),
       (array['public', 'car', 'bicycle', 'walk'])[1 + floor(4 * bench.roll(p.n, 17) ^ 2)::int],
       case when v.signed then array['in-person', 'sign-video']
            when bench.roll(p.n, 18) < 0.6 then array['in-person', 'video', 'phone']
            when bench.roll(p.n, 18) < 0.8 then array['video', 'phone'] else array['in-person', 'phone'] end,
       2200 + 100 * floor(36 * bench.roll(p.n, 19))::int, bench.roll(p.n, 20) < 0.97, '2024-01-01',
       case when bench.roll(p.n, 21) < 0.1 then array['interpreter', 'cultural-mediator'] else array['interpreter'] end,
       case when g.gender in ('woman', 'man') then array[g.gender] else '{}' end,
       case when bench.roll(p.n, 22) < 0.2 then 240 end
  from bench.people p
  join bench.varieties v on v.id = p.first
  cross join lateral (select * from bench.cities where upto >= bench.roll(p.n, 11) order by upto limit 1) c
  cross join lateral (select case when bench.roll(p.n, 9) < 0.62 then 'woman' when bench.roll(p.n, 9) < 0.98 then 'man' else 'not-said' end as gender) g;

insert into interpreters.skills (interpreter_id, variety_id, other_id, direction, credential, credential_expires_on,
  credential_body, credential_level, scope)
select id, variety, case when bench.roll(k, 30) < 0.98 or variety = 'fra' then 'eng' else 'fra' end,
       case when bench.roll(k, 31) < 0.96 then 'both' else 'into-other' end,
       case when graded then 'DPSI Health' end,
       case when graded and bench.roll(k, 32) < 0.4 then '2026-08-01'::date + (900 * bench.roll(k, 33))::int end,
       case when graded then 'CIOL' end,
       case when graded and bench.roll(k, 34) < 0.7 then 'Level ' || (3 + floor(4 * bench.roll(k, 35)))::int end,
       case when graded and bench.roll(k, 36) < 0.2 then array['health']
            when graded and bench.roll(k, 36) < 0.3 then array['health', 'mental-health']
            when graded and bench.roll(k, 36) < 0.34 then array['legal'] else '{}' end
  from (select p.id, variety, p.n * 3 + place as k, bench.roll(p.n * 3 + place, 37) < 0.7 as graded
          from bench.people p cross join lateral unnest(array[p.first, p.second, p.third]) with ordinality s(variety, place)
         where variety is not null and (place = 1 or variety <> p.first) and (place < 3 or variety <> p.second)) s;

insert into interpreters.weekly_hours (interpreter_id, weekday, from_minute, to_minute)
select p.id, d, h.from_minute, h.to_minute
  from bench.people p cross join generate_series(1, 7) d
  cross join lateral (
    select 540, 1020 where bench.roll(p.n, 40) < 0.4
    union all select 480, 720 where bench.roll(p.n, 40) >= 0.4 and bench.roll(p.n, 40) < 0.6
    union all select 780, 1080 where bench.roll(p.n, 40) >= 0.4 and bench.roll(p.n, 40) < 0.6
    union all select 600, 1200 where bench.roll(p.n, 40) >= 0.6 and bench.roll(p.n, 40) < 0.9
    union all select 1080, 1800 where bench.roll(p.n, 40) >= 0.9) h(from_minute, to_minute)
 where bench.roll(p.n * 7 + d, 41) < case when d < 6 then 0.8 else 0.25 end;

insert into interpreters.exceptions (id, interpreter_id, kind, from_date, to_date, from_minute, to_minute)
select bench.id('0007', p.n), p.id, case when bench.roll(p.n, 50) < 0.06 then 'away' else 'extra' end,
       d.from_date, d.from_date + case when bench.roll(p.n, 50) < 0.06 then 6 else 0 end,
       case when bench.roll(p.n, 50) >= 0.06 then 1020 end, case when bench.roll(p.n, 50) >= 0.06 then 1260 end
  from bench.people p cross join lateral (select '2026-11-20'::date + (14 * bench.roll(p.n, 51))::int as from_date) d
 where bench.roll(p.n, 50) < 0.09;

insert into organisations.organisations (id, name, zone, created_at)
select bench.id('0002', n), 'Organisation ' || n, 'Europe/London', '2024-01-01' from generate_series(1, 20) n;
-- The first two organisations are in the largest city, the others wherever.
insert into organisations.sites (id, organisation_id, name, address, zone, latitude, longitude, created_at)
select bench.id('0003', o * 2 + s), bench.id('0002', o), 'Site ' || s, 'At ' || s, 'Europe/London',
       c.latitude + 0.05 * (bench.roll(o * 2 + s, 60) - 0.5), c.longitude + 0.08 * (bench.roll(o * 2 + s, 61) - 0.5), '2024-01-01'
  from generate_series(1, 20) o cross join generate_series(0, 1) s
  cross join lateral (select * from bench.cities
                       where upto >= case when o < 3 then 0 else bench.roll(o, 62) end order by upto limit 1) c;
insert into access.accounts (id, organisation_id, name, email, role, password_hash, created_at)
select bench.id('0004', n), bench.id('0002', n), 'Reception ' || n, n || '@clinic.example', 'receptionist', 'nobody signs in', '2024-01-01'
  from generate_series(1, 20) n;
insert into access.sessions (token_hash, account_id, organisation_id, created_at, expires_at)
select sha256(('bench-' || n)::bytea), bench.id('0004', n), bench.id('0002', n), '2026-11-24', '2036-11-24' from generate_series(1, 20) n;

insert into interpreters.organisation_weeks (interpreter_id, organisation_id, hours)
select id, bench.id('0002', 1 + n / 50 % 20), '[{"weekday": 2, "fromMinute": 420, "toMinute": 1200}, {"weekday": 4, "fromMinute": 420, "toMinute": 1200}]'
  from bench.people where n % 50 = 0;

-- Every language has a patient; otherwise they are as frequent as their interpreters.
create table bench.patients as
select n, bench.id('0005', n) as id, 1 + n % 20 as organisation,
       case when n <= (select count(*) from bench.varieties) then (select id from bench.varieties where rank = n)
            else bench.variety(bench.roll(n, 70)) end as variety_id, 0 as place
  from generate_series(1, 40000) n;
update bench.patients p set place = s.place
  from (select n, row_number() over (partition by variety_id order by n) as place from bench.patients) s where s.n = p.n;
create unique index on bench.patients (variety_id, place);
insert into patients.patients (id, organisation_id, name, search_text, needs_interpreter, wish_gender, wish_strength, dawn_clock,
  profile_confirmed_at, created_at)
select id, bench.id('0002', organisation), 'Patient ' || n, 'patient ' || n, 'yes',
       case when bench.roll(n, 71) < 0.2 then case when bench.roll(n, 72) < 0.8 then 'woman' else 'man' end end,
       case when bench.roll(n, 71) < 0.1 then 'required' when bench.roll(n, 71) < 0.2 then 'preferred' end,
       false, '2026-10-01', '2024-01-01' from bench.patients;
insert into patients.languages (organisation_id, patient_id, variety_id, role, enough_for_doctor, learnt_how, rank)
select bench.id('0002', p.organisation), p.id, p.variety_id, case when v.signed then 'signs' else 'speaks' end, true, 'self', 1
  from bench.patients p join bench.varieties v on v.id = p.variety_id;
