/** Adds kinds to those that an intent may have. Kinds of migrations that came before stay. */
export const alsoSaid = (...kinds: string[]): string => `
  do $$
  declare known text;
  begin
    select string_agg(distinct quote_literal(kind), ', ') into strict known
      from (select (regexp_matches(pg_get_constraintdef(oid), '''([^'']+)''::text', 'g'))[1] kind
              from pg_constraint where conname = 'an_intent_kind_is_known' and conrelid = 'reminders.intents'::regclass
            union select unnest('{${kinds.join(',')}}'::text[])) every;
    alter table reminders.intents drop constraint an_intent_kind_is_known;
    execute format('alter table reminders.intents add constraint an_intent_kind_is_known check (kind in (%s))', known);
  end $$`;

/** Takes them out again, with what was said. */
export const notSaidAnyMore = (...kinds: string[]): string => `
  delete from reminders.intents where kind = any('{${kinds.join(',')}}'::text[]);
  do $$
  declare known text;
  begin
    select string_agg(distinct quote_literal(kind), ', ') into strict known
      from (select (regexp_matches(pg_get_constraintdef(oid), '''([^'']+)''::text', 'g'))[1] kind
              from pg_constraint where conname = 'an_intent_kind_is_known' and conrelid = 'reminders.intents'::regclass) every
     where kind <> all('{${kinds.join(',')}}'::text[]);
    alter table reminders.intents drop constraint an_intent_kind_is_known;
    execute format('alter table reminders.intents add constraint an_intent_kind_is_known check (kind in (%s))', known);
  end $$`;
