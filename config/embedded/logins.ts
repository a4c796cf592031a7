import pg from 'pg';
import { logins, type Settings } from './settings';

const preparing = 5_317_063;

const createLogin = async (client: pg.Client, name: string, password: string, attributes: string): Promise<void> => {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [name]);
  if (rowCount) return;
  await client.query(`create role ${name} login ${attributes} password ${pg.escapeLiteral(password)}`);
};

/** The jobs login makes its own schema, and only the logins of the program may connect. */
export const openDatabase = async (client: pg.Client, database: string): Promise<void> => {
  const name = pg.escapeIdentifier(database);
  await client.query(`revoke all on database ${name} from public`);
  await client.query(`grant connect on database ${name} to ${logins.app}, ${logins.jobs}`);
  await client.query(`grant create on database ${name} to ${logins.jobs}`);
};

/** Creates the logins and the database of the program if the cluster is new. */
export const prepareLogins = async (client: pg.Client, { passwords }: Settings, database: string): Promise<void> => {
  await client.query('select pg_advisory_lock($1)', [preparing]);
  await createLogin(client, logins.owner, passwords.owner, 'createrole');
  await createLogin(client, logins.app, passwords.app, 'noinherit');
  await createLogin(client, logins.jobs, passwords.jobs, '');
  const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
  if (!rowCount) {
    await client.query(`create database ${pg.escapeIdentifier(database)} owner ${logins.owner}`);
    await openDatabase(client, database);
  }
  await client.query('select pg_advisory_unlock($1)', [preparing]);
};
