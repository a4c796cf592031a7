import { Accounts } from '@dragoman/access';
import { newId } from '@dragoman/kernel';
import { Organisations } from '@dragoman/organisations';
import { Database, LiveHints } from '@dragoman/platform';
import { type TestApp, testApp } from '../support/app';
import { type TestDatabase, testDatabase } from '../support/postgres';

const installation = { kind: 'installation', by: 'test' } as const;
const password = 'correct horse battery';

let test: TestDatabase;
let running: TestApp;
let here: string;
let there: string;

const organisation = async (name: string): Promise<string> => {
  const { id } = await running.app.get(Organisations).create(installation, { name, zone: 'Europe/London' });
  await running.app.get(Accounts).create(installation, {
    organisationId: id,
    name: 'Ada',
    email: `ada@${name}.example`,
    role: 'administrator',
    password,
  });
  return id;
};

const signIn = async (email: string): Promise<string> => {
  const response = await fetch(`${running.url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-dragoman': '1' },
    body: JSON.stringify({ email, password }),
  });
  expect(response.status).toBe(200);
  return String(response.headers.get('set-cookie')).split(';')[0] ?? '';
};

/** An open stream: what came so far, and when it ended. */
const listen = async (cookie: string) => {
  const response = await fetch(`${running.url}/api/live`, { headers: { cookie } });
  expect(response.status).toBe(200);
  const heard = { text: '', headers: response.headers };
  const ended = (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) heard.text += decoder.decode(chunk, { stream: true });
  })();
  await until(() => heard.text.includes(':\n\n'));
  return { heard, ended };
};

const until = async (condition: () => boolean): Promise<void> => {
  const give = performance.now() + 10_000;
  while (!condition()) {
    if (performance.now() > give) throw new Error('it never happened');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

const hint = (organisationId: string, id: string): Promise<void> =>
  running.app.get(Database).transaction({ kind: 'job', job: 'test' }, async (tx) => {
    running.app.get(LiveHints).publish(tx, { organisationId, topic: 'booking', id });
  });

beforeEach(async () => {
  test = await testDatabase();
  running = await testApp(test, { listen: true });
  here = await organisation('here');
  there = await organisation('there');
});

afterEach(async () => {
  await running.close();
  await test.close();
});

it('tells a screen what changed in its organisation, and nothing of another', async () => {
  const { heard } = await listen(await signIn('ada@here.example'));
  expect(heard.headers.get('content-type')).toBe('text/event-stream');
  expect(heard.headers.get('content-security-policy')).toContain(`default-src 'none'`);
  const [theirs, ours] = [newId(), newId()];
  await hint(there, theirs);
  await hint(here, ours);
  await until(() => heard.text.includes(ours));
  expect(heard.text).toContain(`data: {"topic":"booking","id":"${ours}"}\n\n`);
  expect(heard.text).not.toContain(theirs);
  expect(heard.text).not.toContain(there);
});

it('ends when the person signs out, but not when a colleague does', async () => {
  const cookie = await signIn('ada@here.example');
  const colleague = await signIn('ada@here.example');
  const { heard, ended } = await listen(cookie);
  const out = (who: string) =>
    fetch(`${running.url}/api/session`, { method: 'DELETE', headers: { cookie: who, 'x-dragoman': '1' } });
  await out(colleague);
  const id = newId();
  await hint(here, id);
  await until(() => heard.text.includes(id));
  expect(heard.text).not.toContain('session');
  await out(cookie);
  await ended;
});

it('ends when the server closes, which does not wait for it', async () => {
  const { ended } = await listen(await signIn('ada@here.example'));
  const closing = performance.now();
  await running.close();
  await ended;
  expect(performance.now() - closing).toBeLessThan(5_000);
});
