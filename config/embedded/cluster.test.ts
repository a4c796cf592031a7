import pg from 'pg';
import { testDatabase, type TestDatabase } from '../../tests/support/postgres';

const asking = async (url: string, sql: string) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client.query(sql).finally(() => client.end());
};

describe('the embedded PostgreSQL', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.close());

  it('has logins that row-level security binds', async () => {
    const { rows } = await asking(
      database.superuserUrl,
      `select rolname, rolsuper, rolbypassrls, rolcreaterole, rolinherit, rolcanlogin from pg_roles
        where rolname like 'dragoman%' order by rolname`,
    );
    const plain = { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcanlogin: true };
    expect(rows).toEqual([
      { ...plain, rolname: 'dragoman_app', rolinherit: false },
      { ...plain, rolname: 'dragoman_jobs', rolinherit: true },
      { ...plain, rolname: 'dragoman_owner', rolinherit: true, rolcreaterole: true },
    ]);
  });

  it.each(['btree_gist', 'citext', 'pg_trgm', 'unaccent'])('lets the owner have the extension %s', async (extension) => {
    await asking(database.urls.owner, `create extension if not exists ${extension}`);
  });

  it('lets the app create nothing', async () => {
    await expect(asking(database.urls.app, 'create schema elsewhere')).rejects.toMatchObject({ code: '42501' });
  });

  it('is reachable from this machine only, and with a password', async () => {
    const { rows } = await asking(
      database.superuserUrl,
      `select current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets`,
    );
    expect(rows).toEqual([{ addresses: '127.0.0.1', sockets: '' }]);
    const withoutPassword = Object.assign(new URL(database.urls.app), { password: 'wrong' }).href;
    await expect(asking(withoutPassword, 'select 1')).rejects.toMatchObject({ code: '28P01' });
  });
});
