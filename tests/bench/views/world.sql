-- One clinic with ROWS patients, a quarter as many interpreters, as many appointments, of which forty are today's, twice as many messages
-- and half as many replies. The same numbers give the same world every time; it is 24 November 2026, ten in London.
create schema bench;
create function bench.id(kind text, n bigint) returns uuid language sql immutable parallel safe
  return ('01930000-' || kind || '-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid;

insert into organisations.organisations (id, name, zone, created_at) values (bench.id('0002', 1), 'Marlowe Road', 'Europe/London', '2024-01-01');
insert into organisations.sites (id, organisation_id, name, address, zone, latitude, longitude, created_at)
values (bench.id('0003', 1), bench.id('0002', 1), 'Marlowe Road Clinic', '1 Marlowe Road', 'Europe/London', 51.5, -0.1, '2024-01-01');
insert into access.accounts (id, organisation_id, name, email, role, password_hash, created_at)
values (bench.id('0004', 1), bench.id('0002', 1), 'Reception', 'reception@clinic.example', 'administrator', 'nobody signs in', '2024-01-01');
insert into access.sessions (token_hash, account_id, organisation_id, created_at, expires_at)
values (sha256('bench-views'::bytea), bench.id('0004', 1), bench.id('0002', 1), '2026-11-24T08:00Z', '2026-11-25T08:00Z');

insert into interpreters.interpreters (id, display_name, gender, phone, email, zone, latitude, longitude, radius_km, transport,
  modalities, hourly_rate, active, created_at, roles)
select bench.id('0001', n), 'Interpreter ' || lpad(n::text, 6, '0'), 'woman', '+4470' || lpad(n::text, 8, '0'), n || '@interpreters.example', 'Europe/London',
       51.51, -0.11, 30, 'public', array['in-person', 'video', 'phone'], 2200, true, '2024-01-01', array['interpreter']
  from generate_series(1, ROWS / 4) n;
insert into interpreters.skills (interpreter_id, variety_id, other_id, direction, scope)
select bench.id('0001', n), 'apd', 'eng', 'both', '{}' from generate_series(1, ROWS / 4) n;
insert into interpreters.weekly_hours (interpreter_id, weekday, from_minute, to_minute)
select bench.id('0001', n), d, 420, 1260 from generate_series(1, ROWS / 4) n cross join generate_series(1, 7) d;
insert into access.interpreter_sessions (token_hash, interpreter_id, created_at, expires_at)
values (sha256('bench-views'::bytea), bench.id('0001', 1), '2026-11-24T08:00Z', '2026-12-24T08:00Z');

insert into patients.patients (id, organisation_id, name, search_text, needs_interpreter, dawn_clock, profile_confirmed_at, created_at)
select bench.id('0005', n), bench.id('0002', 1), 'Patient ' || lpad(n::text, 6, '0'), 'patient ' || n, 'yes', false, '2026-10-01', '2024-01-01'
  from generate_series(1, ROWS) n;
insert into patients.languages (organisation_id, patient_id, variety_id, role, enough_for_doctor, learnt_how, rank)
select bench.id('0002', 1), bench.id('0005', n), 'apd', 'speaks', true, 'self', 0 from generate_series(1, ROWS) n;
insert into patients.channels (id, organisation_id, patient_id, channel, address, safety, confirmed_at, rank)
select bench.id('0006', n), bench.id('0002', 1), bench.id('0005', n), 'sms', '+4477' || lpad(n::text, 8, '0'), 'private', '2026-10-01', 0
  from generate_series(1, ROWS) n;

-- The last forty are today's, the others go back half an hour each.
create table bench.bookings as
select n, bench.id('0008', n) as id, bench.id('0001', 1 + n % (ROWS / 4)) as interpreter_id, bench.id('0005', 1 + n % ROWS) as patient_id,
       case when n < 40 then '2026-11-24T10:00Z'::timestamptz + make_interval(mins => 12 * n)
            else '2026-11-23T16:00Z'::timestamptz - make_interval(mins => 30 * n) end as starts_at
  from generate_series(0, ROWS - 1) n;
insert into bookings.bookings (id, organisation_id, reference, patient_id, site_id, local_start, zone, length_minutes, starts_at, ends_at,
  modality, variety_id, state, version, interpreter_id, requested_by, request_key, created_at)
select id, bench.id('0002', 1), 'B-' || n, patient_id, bench.id('0003', 1), to_char(starts_at at time zone 'Europe/London', 'YYYY-MM-DD"T"HH24:MI'),
       'Europe/London', 40, starts_at, starts_at + interval '40 minutes', 'in-person', 'apd', case when n < 40 then 'confirmed' else 'completed' end, 2,
       interpreter_id, bench.id('0004', 1), bench.id('0009', n), starts_at - interval '14 days'
  from bench.bookings;
insert into bookings.slots (id, booking_id, organisation_id, position, role, interpreter_id)
select bench.id('000a', n), id, bench.id('0002', 1), 1, 'direct', interpreter_id from bench.bookings;
insert into bookings.assignments (id, slot_id, booking_id, organisation_id, interpreter_id, variety_id, level, assigned_at)
select bench.id('000c', n), bench.id('000a', n), id, bench.id('0002', 1), interpreter_id, 'apd', 'exact', starts_at - interval '14 days' from bench.bookings;
insert into interpreters.commitments (id, interpreter_id, during, booking_id, modality, site_id, latitude, longitude)
select bench.id('000f', n), interpreter_id, tstzrange(starts_at, starts_at + interval '40 minutes'), id, 'in-person', bench.id('0003', 1), 51.5, -0.1
  from bench.bookings;

insert into access.links (token_hash, purpose, organisation_id, subject_id, patient_id, created_at, expires_at)
values (sha256('bench-views-of-a-page0'::bytea), 'appointment', bench.id('0002', 1), bench.id('0008', 0), bench.id('0005', 1), '2026-11-20', '2026-12-20');

insert into messaging.messages (id, organisation_id, intent_id, attempt, booking_id, recipient_kind, recipient_id, recipient_name, kind, channel,
  address, parts, body, english, lang, dir, language_name, neutral, template_version, review_state, state, provider_id, queued_at, not_before,
  handed_over_at, sent_at, delivered_at)
select bench.id('000b', 2 * n + k), bench.id('0002', 1), bench.id('000d', 2 * n + k), 1, id, 'patient', patient_id, 'Patient ' || n,
       (array['confirmed', 'reminder-7-days'])[k], 'sms', '+4477' || lpad(n::text, 8, '0'), 3,
       'موعدك يوم الخميس 3 ديسمبر 2026، الساعة 14:30. 1 نعم، 2 لا', 'Your appointment: Thursday 3 December 2026, 14:30. 1 yes, 2 no', 'ar', 'rtl', 'Arabic',
       false, 1, 'draft', 'delivered', 'p-' || (2 * n + k), at, at, at, at, at
  from bench.bookings cross join generate_series(1, 2) k, lateral (select starts_at - make_interval(days => 14 - 7 * (k - 1)) as at) t;
insert into messaging.inbound (id, organisation_id, channel, address, body, lang, dir, provider_id, received_at, meaning, booking_id)
select bench.id('000e', n), bench.id('0002', 1), 'sms', '+4477' || lpad(n::text, 8, '0'), '1', 'ar', 'rtl', 'in-' || n, starts_at - interval '6 days',
       'coming', id
  from bench.bookings where n % 2 = 0;
select interpreters.refresh_candidates(array(select id from interpreters.interpreters));
