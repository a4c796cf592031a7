/**
 * Adds kinds to those that a task may have. Kinds of migrations that came before stay: the list is read again from the check as it
 * stands, whichever way PostgreSQL writes it.
 */
export const alsoKnown = (...kinds: string[]): string => `
  do $$
  declare known text[];
  begin
    select array_agg(kind[1]) into strict known
      from pg_constraint, regexp_matches(pg_get_constraintdef(oid), '[a-z]+(?:-[a-z]+)*', 'g') kind
     where kind[1] not in ('kind', 'any', 'text') and conname = 'a_task_kind_is_known' and conrelid = 'reminders.tasks'::regclass;
    alter table reminders.tasks drop constraint a_task_kind_is_known;
    execute format('alter table reminders.tasks add constraint a_task_kind_is_known check (kind = any (%L::text[]))',
      known || '{${kinds.join(',')}}'::text[]);
  end $$`;
