-- Makes of everything in a database that holds the demonstration TIMES as much: the same patients, interpreters, appointments, messages and
-- tasks again, with keys, numbers, addresses and names of their own. Clinics, their sites, people and agencies stay as they are.
set session_replication_role = replica;

create temp table kept as
  select id from access.accounts union select id from organisations.organisations union select id from organisations.sites union select id from agencies.agencies;
create unique index on kept (id);
analyze kept;

-- The key of the n-th copy: the same for whoever refers to it.
create function pg_temp.key_of(given uuid, n int) returns uuid language sql as $$
  select case when given is null or exists (select from kept where kept.id = given) then given
              else overlay(overlay(md5(given::text || n) placing '7' from 13 for 1) placing '8' from 17 for 1)::uuid end
$$;

create function pg_temp.text_of(given text, n int) returns text language plpgsql as $$
declare
  key text;
begin
  for key in select distinct (regexp_matches(given, '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}', 'g'))[1] loop
    given := replace(given, key, pg_temp.key_of(key::uuid, n)::text);
  end loop;
  return given;
end $$;

create function pg_temp.number_of(given text, n int) returns text language sql as $$
  select case when given like '+%' then left(given, 4) || lpad((abs(hashtextextended(given || n, 0)) % 1000000000)::text, 9, '0')
              else n || '.' || given end
$$;

do $$
declare
  copied record;
  field record;
  fields text;
  copies text;
begin
  for copied in
    select c.oid::regclass as name from pg_class c join pg_namespace s on s.oid = c.relnamespace
     where c.relkind = 'r' and s.nspname in ('access', 'agencies', 'alerts', 'attendance', 'audit', 'bookings', 'interpreters', 'ladders', 'messaging', 'patients', 'reminders')
       and c.oid not in ('access.accounts'::regclass, 'agencies.agencies'::regclass, 'audit.seals'::regclass)
  loop
    fields := '';
    copies := '';
    for field in
      select a.attname as name, format_type(a.atttypid, a.atttypmod) as kind
        from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
       where a.attrelid = copied.name and a.attnum > 0 and not a.attisdropped and a.attidentity = '' and a.attgenerated = ''
         and coalesce(pg_get_expr(d.adbin, d.adrelid), '') not like 'nextval%'
    loop
      fields := fields || format(', %I', field.name);
      copies := copies || ', ' || format(
        case when field.kind = 'uuid' then 'pg_temp.key_of(x.%1$I, n)'
             when field.kind = 'uuid[]' then 'coalesce((select array_agg(pg_temp.key_of(one, n)) from unnest(x.%1$I) one), x.%1$I)'
             when field.kind = 'bytea' then 'sha256(x.%1$I || n::text::bytea)'
             when field.kind = 'jsonb' then 'pg_temp.text_of(x.%1$I::text, n)::jsonb'
             when field.name in ('phone', 'address', 'email') then 'pg_temp.number_of(x.%1$I, n)'
             when field.name in ('record_number', 'provider_id', 'reference') then 'x.%1$I || ''-'' || n'
             when field.name = 'display_name' or copied.name = 'patients.patients'::regclass and field.name = 'name' then 'x.%1$I || '' '' || n'
             when field.kind = 'text' then 'pg_temp.text_of(x.%1$I, n)'
             else 'x.%1$I' end, field.name);
    end loop;
    execute format('insert into %s (%s) select %s from %s x, generate_series(1, TIMES - 1) n', copied.name, substr(fields, 3), substr(copies, 3), copied.name);
  end loop;
end $$;
