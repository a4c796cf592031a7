-- 20 organisations, PATIENTS patients, MESSAGES reminders that fall due in SLICES minutes, each of a booking of its own,
-- and PLANNED bookings more for which nothing is planned yet.
create function bench.id(kind text, n bigint) returns uuid language sql immutable parallel safe
  return ('01930000-' || kind || '-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid;

insert into organisations.organisations (id, name, zone, phone, created_at)
select bench.id('0002', n), 'Organisation ' || n, 'Europe/London', '+442079460' || lpad(n::text, 3, '0'), '2024-01-01'
  from generate_series(1, 20) n;
insert into organisations.sites (id, organisation_id, name, address, zone, latitude, longitude, created_at)
select bench.id('0003', n), bench.id('0002', n), 'Site ' || n, n || ' Marlowe Road', 'Europe/London', 51.5, -0.1, '2024-01-01'
  from generate_series(1, 20) n;
insert into access.accounts (id, organisation_id, name, email, role, password_hash, created_at)
select bench.id('0004', n), bench.id('0002', n), 'Reception ' || n, n || '@clinic.example', 'receptionist', 'nobody signs in', '2024-01-01'
  from generate_series(1, 20) n;

insert into interpreters.interpreters (id, display_name, gender, phone, email, zone, latitude, longitude, radius_km, transport,
  modalities, hourly_rate, active, created_at, roles)
select bench.id('0001', n), 'Interpreter ' || n, 'woman', '+4470' || lpad(n::text, 8, '0'), n || '@interpreters.example', 'Europe/London',
       51.5, -0.1, 20, 'public', array['in-person'], 2200, true, '2024-01-01', array['interpreter']
  from generate_series(1, 20) n;

create table bench.patients as
select n, bench.id('0005', n) as id, bench.id('0002', 1 + n % 20) as organisation_id from generate_series(1, PATIENTS) n;
insert into patients.patients (id, organisation_id, name, search_text, needs_interpreter, dawn_clock, profile_confirmed_at, created_at)
select id, organisation_id, 'Patient ' || n, 'patient ' || n, 'yes', false, '2026-10-01', '2024-01-01' from bench.patients;
insert into patients.languages (organisation_id, patient_id, variety_id, role, enough_for_doctor, learnt_how, rank)
select organisation_id, id, s.spoken, 'speaks', true, 'self', 0
  from bench.patients join bench.spoken s on s.place = n % (select count(*) from bench.spoken)
union all
select organisation_id, id, r.read, 'reads', false, 'self', 1
  from bench.patients join bench.read r on r.place = n % (select count(*) from bench.read);
insert into patients.channels (id, organisation_id, patient_id, channel, address, safety, confirmed_at, rank)
select bench.id('0006', n), organisation_id, id, 'sms', '+4477' || lpad(n::text, 8, '0'),
       case when n % 3 = 0 then 'shared' else 'private' end, '2026-10-01', 0
  from bench.patients;

create table bench.bookings as
select m.n, bench.id('0008', m.n) as id, p.id as patient_id, p.organisation_id, s.spoken as variety_id,
       '2026-12-03T09:00Z'::timestamptz + make_interval(mins => 15 * (m.n % 28)::int) as starts_at
  from generate_series(1, MESSAGES + PLANNED) m(n)
  join bench.patients p on p.n = 1 + m.n % PATIENTS
  join bench.spoken s on s.place = p.n % (select count(*) from bench.spoken);
insert into bookings.bookings (id, organisation_id, reference, patient_id, site_id, local_start, zone, length_minutes, starts_at, ends_at,
  modality, variety_id, state, version, interpreter_id, requested_by, request_key, created_at)
select b.id, b.organisation_id, 'B-' || n, patient_id, s.id, to_char(starts_at at time zone 'Europe/London', 'YYYY-MM-DD"T"HH24:MI'),
       'Europe/London', 40, starts_at, starts_at + interval '40 minutes', 'in-person', variety_id, 'confirmed', 1, bench.id('0001', 1 + n % 20), a.id,
       bench.id('0009', n), '2026-11-20'
  from bench.bookings b
  join organisations.sites s on s.organisation_id = b.organisation_id
  join access.accounts a on a.organisation_id = b.organisation_id;

insert into reminders.intents (id, organisation_id, booking_id, booking_version, kind, recipient_kind, recipient_id, due_at, state, created_at)
select bench.id('000a', n), organisation_id, id, 1, 'reminder-7-days', 'patient', patient_id,
       '2026-11-26T10:00Z'::timestamptz + make_interval(mins => (n * SLICES / (MESSAGES + 1))::int), 'planned', '2026-11-20'
  from bench.bookings where n <= MESSAGES;

-- The same shape, with the same indexes and constraints, for the loop that does nothing but claim and mark.
create table bench.raw (like messaging.messages including all);
insert into bench.raw (id, organisation_id, intent_id, attempt, booking_id, recipient_kind, recipient_id, recipient_name, kind, channel,
  address, body, english, lang, dir, language_name, neutral, template_version, review_state, state, queued_at, not_before, send_before)
select bench.id('000b', n), organisation_id, bench.id('000a', n), 1, id, 'patient', patient_id, 'Patient', 'reminder-7-days', 'sms',
       '+4477' || lpad(n::text, 8, '0'), repeat('A reminder of an appointment. ', 8), repeat('A reminder of an appointment. ', 4), 'ar', 'rtl',
       'Arabic', true, 1, 'draft', 'queued', '2026-11-26T10:00Z',
       '2026-11-26T10:00Z'::timestamptz + make_interval(mins => (n * SLICES / (MESSAGES + 1))::int), starts_at
  from bench.bookings where n <= MESSAGES;
