import { randomUUID } from 'node:crypto';
import { Accounts } from '@dragoman/access';
import type { FixedClock } from '@dragoman/kernel';
import { Organisations } from '@dragoman/organisations';
import type pg from 'pg';
import type { TestApp } from './app';
import { Desk, type SentBody } from './desk';
import { type JobRunner, jobRunner } from './jobs';
import { mutatingRoutes, type Route } from './routes';

/** One request that changes something. Nobody's desk: a form on a page behind a link. */
export interface Mutation {
  by?: Desk;
  path: string;
  body?: SentBody;
  headers?: Record<string, string>;
  /** Several of one name where somebody ticks several. */
  fields?: Record<string, string> | [string, string][];
}

export interface World {
  running: TestApp;
  clock: FixedClock;
  superuser: pg.Pool;
  jobs: JobRunner;
  ruth: Desk;
  emailOfRuth: string;
  /** A second person, for what takes two. */
  sam: Desk;
}

export const PASSWORD = 'correct horse battery';
export const KEY = 'idempotency-key';
const installation = { kind: 'installation', by: 'test' } as const;

/** A clinic of its own, and two who administer it. */
export const aWorld = async ({ running, clock, superuser }: Pick<World, 'running' | 'clock' | 'superuser'>): Promise<World> => {
  const { id } = await running.app.get(Organisations).create(installation, { name: `Marlowe Road ${randomUUID()}`, zone: 'Europe/London' });
  const colleague = async () => {
    const email = `${randomUUID()}@clinic.example`;
    await running.app.get(Accounts).create(installation, { organisationId: id, name: email, email, role: 'administrator', password: PASSWORD });
    const desk = new Desk(running.url);
    await desk.signIn(email, PASSWORD);
    return { desk, email };
  };
  const [ruth, sam] = [await colleague(), await colleague()];
  return { running, clock, superuser, jobs: jobRunner(running.app, superuser), ruth: ruth.desk, emailOfRuth: ruth.email, sam: sam.desk };
};

/** Whatever takes a key. Webhooks are told apart by what they carry, and have tests of their own. */
export const keyedRoutes = (running: TestApp): (Route & { name: string })[] =>
  mutatingRoutes(running).filter(({ route, keyless }) => keyless === undefined && !route.startsWith('/webhooks/'));

/** @param name as `keyedRoutes` has it: the method, and the route. */
export const sendMutation = (url: string, name: string, { by, path, body, headers, fields }: Mutation, key: string): Promise<Response> => {
  const [method = ''] = name.split(' ');
  return by
    ? by.at(url).sendKeyed(method, path, body, { ...headers, [KEY]: key })
    : fetch(`${url}${path}`, {
        method,
        redirect: 'manual',
        headers: { origin: url, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams([...new URLSearchParams(fields), [KEY, key]]),
      });
};

export interface Answered {
  status: number;
  location: string | null;
  type: string | null;
  replayed: boolean;
  text: string;
}

export const answered = async (response: Response): Promise<Answered> => ({
  status: response.status,
  location: response.headers.get('location'),
  type: response.headers.get('content-type'),
  replayed: response.headers.get('idempotency-replayed') === 'true',
  text: await response.text(),
});
