import type pg from 'pg';
import type { ModelInterpreter } from './world';

const rows = (values: readonly unknown[]): string => JSON.stringify(values);

const writeInterpreters = (database: pg.Pool, people: readonly ModelInterpreter[]): Promise<unknown> =>
  database.query(
    `insert into interpreters.interpreters (id, display_name, gender, phone, email, zone, latitude, longitude, radius_km, transport,
            modalities, hourly_rate, active, created_at, roles, serves_requests, daily_cap_minutes)
     select (r->>'id')::uuid, r->>'displayName', r->>'gender', 'phone ' || (r->>'id'), r->>'id', r->>'zone', (r->'home'->>'latitude')::float8,
            (r->'home'->>'longitude')::float8, (r->>'radiusKm')::float8, r->>'transport',
            array(select jsonb_array_elements_text(r->'modalities')), (r->>'hourlyRate')::int, (r->>'active')::boolean, now(),
            array(select jsonb_array_elements_text(r->'roles')), array(select jsonb_array_elements_text(r->'servesRequests')),
            (r->>'dailyCapMinutes')::int
       from jsonb_array_elements($1::jsonb) r`,
    [rows(people)],
  );

const writeSkills = (database: pg.Pool, people: readonly ModelInterpreter[]): Promise<unknown> =>
  database.query(
    `insert into interpreters.skills (interpreter_id, variety_id, other_id, direction, credential, credential_expires_on, credential_level, scope)
     select (r->>'of')::uuid, r->>'varietyId', r->>'otherId', r->>'direction', r->>'credential', (r->>'credentialExpiresOn')::date,
            r->>'credentialLevel', array(select jsonb_array_elements_text(r->'scope'))
       from jsonb_array_elements($1::jsonb) r`,
    [rows(people.flatMap(({ id, skills }) => skills.map((skill) => ({ of: id, ...skill }))))],
  );

/** Every third has the week as one agreed with this organisation, beside a general one that says something else. */
const writeHours = async (database: pg.Pool, people: readonly ModelInterpreter[], organisationId: string): Promise<void> => {
  const agreed = people.filter((_, n) => n % 3 === 0);
  const general = people.flatMap(({ id, hours }, n) =>
    n % 3 === 0 ? [{ of: id, weekday: 4, fromMinute: 600, toMinute: 660 }] : hours.map((one) => ({ of: id, ...one })),
  );
  await database.query(
    `insert into interpreters.weekly_hours (interpreter_id, weekday, from_minute, to_minute)
     select (r->>'of')::uuid, (r->>'weekday')::int, (r->>'fromMinute')::int, (r->>'toMinute')::int from jsonb_array_elements($1::jsonb) r`,
    [rows(general)],
  );
  await database.query(
    `insert into interpreters.organisation_weeks (interpreter_id, organisation_id, hours)
     select (r->>'id')::uuid, $2, r->'hours' from jsonb_array_elements($1::jsonb) r`,
    [rows(agreed), organisationId],
  );
};

const writeExceptions = (database: pg.Pool, people: readonly ModelInterpreter[]): Promise<unknown> =>
  database.query(
    `insert into interpreters.exceptions (id, interpreter_id, kind, from_date, to_date, from_minute, to_minute)
     select gen_random_uuid(), (r->>'of')::uuid, r->>'kind', (r->>'fromDate')::date, (r->>'toDate')::date, (r->>'fromMinute')::int, (r->>'toMinute')::int
       from jsonb_array_elements($1::jsonb) r`,
    [rows(people.flatMap(({ id, exceptions }) => exceptions.map((one) => ({ of: id, ...one }))))],
  );

const writeJobs = (database: pg.Pool, people: readonly ModelInterpreter[]): Promise<unknown> =>
  database.query(
    `insert into interpreters.commitments (id, interpreter_id, during, booking_id, modality, site_id, latitude, longitude)
     select gen_random_uuid(), (r->>'of')::uuid, tstzrange((r->>'start')::timestamptz, (r->>'end')::timestamptz), (r->>'bookingId')::uuid,
            r->>'modality', (r->>'siteId')::uuid, (r->'point'->>'latitude')::float8, (r->'point'->>'longitude')::float8
       from jsonb_array_elements($1::jsonb) r`,
    [rows(people.flatMap(({ id, jobs }) => jobs.map((job) => ({ of: id, ...job }))))],
  );

/** Puts a world in the place of whatever interpreters there were, past every service: nothing but rows. */
export const storeWorld = async (database: pg.Pool, people: readonly ModelInterpreter[], organisationId: string): Promise<void> => {
  await database.query('truncate interpreters.interpreters, interpreters.commitments cascade');
  await writeInterpreters(database, people);
  await writeSkills(database, people);
  await writeHours(database, people, organisationId);
  await writeExceptions(database, people);
  await writeJobs(database, people);
  await database.query('select interpreters.refresh_candidates(array(select id from interpreters.interpreters))');
  await database.query('analyze');
};
