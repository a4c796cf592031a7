import { randomUUID } from 'node:crypto';
import type { NewInvitation } from '@dragoman/contracts';
import { runCli } from '../../apps/server/src/cli';
import { Desk, linksOn, until } from './desk';
import type { TestDatabase } from './postgres';

export interface Administrator {
  email: string;
  password: string;
}

/** The one thing that no screen can do: the first administrator of an organisation, from the command line. */
export const firstAdministrator = async (
  { urls }: Pick<TestDatabase, 'urls'>,
  organisation = `Marlowe Road ${randomUUID().slice(0, 4)}`,
): Promise<Administrator> => {
  const email = `${randomUUID()}@clinic.example`;
  const lines: string[] = [];
  const code = await runCli(
    ['organisation', 'create', '--name', organisation, '--zone', 'Europe/London', '--admin-name', 'Ruth Adeyemi', '--admin-email', email],
    { databaseUrls: urls, print: (line) => lines.push(line) },
  );
  const password = lines.map((line) => /^password\s+(\S+)$/.exec(line)?.[1]).find((found) => found !== undefined);
  if (code !== 0 || password === undefined) throw new Error(`no administrator was made:\n${lines.join('\n')}`);
  return { email, password };
};

/** Somebody at the desk of an organisation of their own, signed in. */
export const aDesk = async (url: string, database: Pick<TestDatabase, 'urls'>, organisation?: string): Promise<Desk> => {
  const { email, password } = await firstAdministrator(database, organisation);
  const desk = new Desk(url);
  await desk.signIn(email, password);
  return desk;
};

/** Somebody whom an administrator invites and who follows the link in their simulated mailbox; signed in. */
export const aColleague = async (administrator: Desk, url: string, { password, ...invitation }: NewInvitation & { password: string }): Promise<Desk> => {
  await administrator.request('POST', '/api/invitations', invitation);
  const link = await until(async () => (await linksOn(administrator, invitation.email)).at(-1), `an invitation to ${invitation.role}`);
  const desk = new Desk(url);
  await desk.request('POST', `/api/joining/${link.split('/').at(-1)}`, { name: invitation.name, password });
  return desk;
};
