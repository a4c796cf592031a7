-- 20 organisations, 1,000 interpreters, 2,000 patients, and BOOKINGS appointments of before with all that hangs on them, 20 a week
-- for every ten interpreters: ten times as many reach back ten times as far. The same numbers give the same world every time.
create schema bench;
create function bench.id(kind text, n bigint) returns uuid language sql immutable parallel safe
  return ('01930000-' || kind || '-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid;

insert into organisations.organisations (id, name, zone, created_at)
select bench.id('0002', n), 'Organisation ' || n, 'Europe/London', '2024-01-01' from generate_series(1, 20) n;
insert into organisations.sites (id, organisation_id, name, address, zone, latitude, longitude, created_at)
select bench.id('0003', n), bench.id('0002', n), 'Site ' || n, n || ' Marlowe Road', 'Europe/London', 51.5, -0.1, '2024-01-01'
  from generate_series(1, 20) n;
insert into access.accounts (id, organisation_id, name, email, role, password_hash, created_at)
select bench.id('0004', n), bench.id('0002', n), 'Reception ' || n, n || '@clinic.example', 'receptionist', 'nobody signs in', '2024-01-01'
  from generate_series(1, 20) n;

insert into interpreters.interpreters (id, display_name, gender, phone, email, zone, latitude, longitude, radius_km, transport,
  modalities, hourly_rate, active, created_at, roles)
select bench.id('0001', n), 'Interpreter ' || n, 'woman', '+4470' || lpad(n::text, 8, '0'), n || '@interpreters.example', 'Europe/London',
       51.51, -0.11, 30, 'public', array['in-person', 'video', 'phone'], 2200, true, '2024-01-01', array['interpreter']
  from generate_series(1, 1000) n;
insert into interpreters.skills (interpreter_id, variety_id, other_id, direction, scope)
select bench.id('0001', n), 'apd', 'eng', 'both', '{}' from generate_series(1, 1000) n;
insert into interpreters.weekly_hours (interpreter_id, weekday, from_minute, to_minute)
select bench.id('0001', n), d, 420, 1260 from generate_series(1, 1000) n cross join generate_series(1, 7) d;

insert into patients.patients (id, organisation_id, name, search_text, needs_interpreter, dawn_clock, profile_confirmed_at, created_at)
select bench.id('0005', n), bench.id('0002', 1 + n % 20), 'Patient ' || n, 'patient ' || n, 'yes', false, '2026-10-01', '2024-01-01'
  from generate_series(1, 2000) n;
insert into patients.languages (organisation_id, patient_id, variety_id, role, enough_for_doctor, learnt_how, rank)
select bench.id('0002', 1 + n % 20), bench.id('0005', n), 'apd', 'speaks', true, 'self', 0 from generate_series(1, 2000) n;
insert into patients.channels (id, organisation_id, patient_id, channel, address, safety, confirmed_at, rank)
select bench.id('0006', n), bench.id('0002', 1 + n % 20), bench.id('0005', n), 'sms', '+4477' || lpad(n::text, 8, '0'), 'private', '2026-10-01', 0
  from generate_series(1, 2000) n;

-- Two a week for each interpreter, at hours that do not touch.
create table bench.past as
select n, bench.id('0008', n) as id, bench.id('0001', 1 + n % 1000) as interpreter_id, bench.id('0005', 1 + (n * 7) % 2000) as patient_id,
       1 + (1 + (n * 7) % 2000) % 20 as organisation,
       '2026-11-24T09:00Z'::timestamptz - make_interval(days => 3 + (7 * (n / 1000) / 2)::int, mins => 15 * (n % 24)::int) as starts_at
  from generate_series(0, BOOKINGS - 1) n;
insert into bookings.bookings (id, organisation_id, reference, patient_id, site_id, local_start, zone, length_minutes, starts_at, ends_at,
  modality, variety_id, state, version, interpreter_id, requested_by, request_key, created_at)
select id, bench.id('0002', organisation), 'B-' || n, patient_id, bench.id('0003', organisation),
       to_char(starts_at at time zone 'Europe/London', 'YYYY-MM-DD"T"HH24:MI'), 'Europe/London', 40, starts_at, starts_at + interval '40 minutes',
       'in-person', 'apd', 'completed', 2, interpreter_id, bench.id('0004', organisation), bench.id('0009', n), starts_at - interval '14 days'
  from bench.past;
insert into bookings.slots (id, booking_id, organisation_id, position, role, interpreter_id)
select bench.id('000a', n), id, bench.id('0002', organisation), 1, 'direct', interpreter_id from bench.past;
insert into bookings.offers (id, booking_id, organisation_id, interpreter_id, slot_id, state, expires_at, created_at, answered_at)
select bench.id('000b', n), id, bench.id('0002', organisation), interpreter_id, bench.id('000a', n), 'accepted', starts_at,
       starts_at - interval '14 days', starts_at - interval '14 days' from bench.past;
insert into bookings.assignments (id, slot_id, booking_id, organisation_id, interpreter_id, offer_id, variety_id, level, assigned_at)
select bench.id('000c', n), bench.id('000a', n), id, bench.id('0002', organisation), interpreter_id, bench.id('000b', n), 'apd', 'exact',
       starts_at - interval '14 days' from bench.past;
insert into bookings.entries (id, booking_id, organisation_id, at, kind, actor_kind, actor_id)
select bench.id('000d', n * 4 + k), id, bench.id('0002', organisation), starts_at - interval '14 days',
       (array['requested', 'offered', 'confirmed'])[k], 'staff', bench.id('0004', organisation)
  from bench.past cross join generate_series(1, 3) k;
insert into audit.entries (id, at, actor_kind, actor_id, organisation_id, action, subject_kind, subject_id, details)
select bench.id('000e', n * 4 + k), starts_at - interval '14 days', 'staff', bench.id('0004', organisation), bench.id('0002', organisation),
       'booking.' || (array['requested', 'offered', 'confirmed'])[k], 'booking', id, '{}'
  from bench.past cross join generate_series(1, 3) k;
insert into interpreters.commitments (id, interpreter_id, during, booking_id, modality, site_id, latitude, longitude)
select bench.id('000f', n), interpreter_id, tstzrange(starts_at, starts_at + interval '40 minutes'), id, 'in-person',
       bench.id('0003', organisation), 51.5, -0.1 from bench.past;
select interpreters.refresh_candidates(array(select id from interpreters.interpreters));

-- What `pgbench -i -s 10` makes, as far as `pgbench -N` touches it, and a place that fifty want.
create table bench.accounts (aid int primary key, bid int, abalance int, filler char(84)) with (fillfactor = 100);
insert into bench.accounts select n, 1 + n / 100000, 0, '' from generate_series(1, 1000000) n;
create table bench.history (tid int, bid int, aid int, delta int, mtime timestamp, filler char(22));
create table bench.places (id int primary key, state text not null, taken_by int);
create table bench.takings (place int primary key, taken_by int not null);
