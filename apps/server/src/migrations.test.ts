import pg from 'pg';
import { DataSource } from 'typeorm';
import { migrations } from '../../../config/migrations';
import { type TestDatabase, testDatabase } from '../../../tests/support/postgres';

let test: TestDatabase;
let source: DataSource;
let superuser: pg.Pool;

beforeAll(async () => {
  test = await testDatabase();
  source = await new DataSource({ type: 'postgres', url: test.superuserUrl }).initialize();
  superuser = new pg.Pool({ connectionString: test.superuserUrl, max: 1 });
});
afterAll(async () => {
  await source?.destroy();
  await superuser?.end();
  await test?.close();
});

/** Columns, indexes, constraints and functions; the kinds of task apart, which a migration that is taken back leaves known. */
const shape = async (): Promise<string[]> =>
  (
    await superuser.query<{ line: string }>(`
      select format('%s.%s.%s %s %s', table_schema, table_name, column_name, data_type, is_nullable) as line
        from information_schema.columns where table_schema not in ('pg_catalog', 'information_schema')
      union all select indexdef from pg_indexes where schemaname not in ('pg_catalog', 'information_schema')
      union all select format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) from pg_constraint where conname <> 'a_task_kind_is_known'
      union all select pg_get_functiondef(p.oid) from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname in ('interpreters', 'bookings', 'reminders') and p.prokind = 'f'
      order by 1`)
  ).rows.map(({ line }) => line);

/** Whatever came after the profile of interpreters; what is older stands in every installation there is. */
const recent = migrations.filter(({ name }) => Number(name.slice(-3)) >= 155);

it('the migrations can be taken back, last first, and made again to the same', async () => {
  const runner = source.createQueryRunner();
  try {
    const before = await shape();
    for (const Migration of [...recent].reverse()) await new Migration().down(runner);
    expect(await shape()).not.toEqual(before);
    for (const Migration of recent) await new Migration().up(runner);
    expect(await shape()).toEqual(before);
  } finally {
    await runner.release();
  }
});
