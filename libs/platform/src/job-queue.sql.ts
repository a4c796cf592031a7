/**
 * What the jobs role adds around graphile-worker: the application may add jobs but never read or change the queue.
 * Specs are sorted by key, because two callers that replace the same keys in different orders deadlock.
 */
export const jobQueueSql = `
create schema if not exists jobs;
create table if not exists jobs.workers (id text primary key, seen_at timestamptz not null);
create or replace function jobs.add(specs jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform graphile_worker.add_jobs(array(
    select row(
      spec->>'task', (spec->'payload')::json, null,
      now() + coalesce((spec->>'delay_ms')::double precision, 0) * interval '1 millisecond',
      null, spec->>'key', null, null
    )::graphile_worker.job_spec
    from jsonb_array_elements(specs) with ordinality as given(spec, n)
    order by spec->>'key' nulls first, n));
end $$;
-- A living worker holds a session lock; locks of jobs whose worker never got to say that it lives expire with it.
create or replace function jobs.dead_workers(mine text[], seconds int) returns table (id text)
language sql set search_path = pg_catalog, pg_temp as $$
  select w.id from jobs.workers w
   where w.id <> all (mine)
     and (w.seen_at < now() - make_interval(secs => seconds)
          or pg_try_advisory_xact_lock(hashtextextended(w.id, 7)))
  union
  select j.locked_by from graphile_worker._private_jobs j
   where j.locked_by is not null and j.locked_by <> all (mine)
     and j.locked_at < now() - make_interval(secs => seconds)
     and not exists (select from jobs.workers w where w.id = j.locked_by)
$$;
revoke all on schema jobs from public;
revoke all on all functions in schema jobs from public;
grant usage on schema jobs to d_app, d_interp, d_link, d_sweep, d_install;
grant execute on function jobs.add(jsonb) to d_app, d_interp, d_link, d_sweep, d_install;
`;
