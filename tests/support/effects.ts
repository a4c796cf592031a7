import type pg from 'pg';

export type Effect = Record<string, number>;

/**
 * Rows of every table, the queue of jobs included, and how often rows that count their changes were changed. What replays leave for
 * themselves is not an effect. Read as a superuser, by a statement that owes nothing to the program.
 */
const counts = async (superuser: pg.Pool): Promise<Map<string, number>> => {
  const { rows: tables } = await superuser.query<{ name: string; counters: string[] }>(
    `select format('%I.%I', t.schemaname, t.tablename) as name,
            array(select c.column_name::text from information_schema.columns c
                   where c.table_schema = t.schemaname and c.table_name = t.tablename
                     and c.column_name in ('version', 'revision') and c.data_type in ('integer', 'bigint')) as counters
       from pg_tables t
      where t.schemaname not in ('pg_catalog', 'information_schema', 'platform') and t.tablename <> '_private_tasks' order by 1`,
  );
  const each = tables.flatMap(({ name, counters }) => [
    `select '${name}' as name, count(*)::int as n from ${name}`,
    ...counters.map((counter) => `select '${name}.${counter}', coalesce(sum(${counter}), 0)::int from ${name}`),
  ]);
  const { rows } = await superuser.query<{ name: string; n: number }>(each.join(' union all '));
  return new Map(rows.map(({ name, n }) => [name, n]));
};

/** What `work` left behind, by table and by column that counts; what stayed as it was is left out. */
export const effectOf = async <T>(superuser: pg.Pool, work: () => Promise<T>): Promise<{ result: T; effect: Effect }> => {
  const before = await counts(superuser);
  const result = await work();
  const after = [...(await counts(superuser))].map(([name, n]) => [name, n - (before.get(name) ?? 0)] as const);
  return { result, effect: Object.fromEntries(after.filter(([, n]) => n !== 0)) };
};
