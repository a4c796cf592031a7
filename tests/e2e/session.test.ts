import { randomUUID } from 'node:crypto';
import type { LightMyRequestResponse } from 'fastify';
import { Accounts } from '@dragoman/access';
import { FixedClock, plusMinutes } from '@dragoman/kernel';
import { Organisations } from '@dragoman/organisations';
import { type TestApp, testApp } from '../support/app';
import { type TestDatabase, testDatabase } from '../support/postgres';

const installation = { kind: 'installation', by: 'test' } as const;
const opening = new Date('2026-03-02T08:00:00Z');
const clock = new FixedClock(opening);
const password = 'correct horse battery';
const header = { 'x-dragoman': '1' };

let test: TestDatabase;
let running: TestApp;

const organisations = new Map<string, string>();
const aPersonAt = async (clinic: string, person: { name: string; email: string; role: 'receptionist' | 'administrator' }): Promise<void> => {
  await running.app.get(Accounts).create(installation, { ...person, organisationId: organisations.get(clinic) ?? '', password });
};
const administratorAt = async (clinic: string): Promise<void> => {
  const { id } = await running.app.get(Organisations).create(installation, { name: clinic, zone: 'Europe/London' });
  organisations.set(clinic, id);
  await aPersonAt(clinic, { name: `Ada of ${clinic}`, email: `ada@${clinic}.example`, role: 'administrator' });
};

let addresses = 0;
interface Call {
  payload?: object;
  cookie?: string;
  headers?: Record<string, string>;
  from?: string;
}

const call = (method: 'GET' | 'POST' | 'DELETE', url: string, { payload, cookie, headers = header, from }: Call = {}) =>
  running.app.inject({
    method,
    url,
    payload,
    headers: { 'idempotency-key': randomUUID(), ...headers, ...(cookie && { cookie }) },
    remoteAddress: from ?? `192.0.2.${++addresses}`,
  });

const signIn = (email: string, given = password, more: Call = {}) =>
  call('POST', '/api/session', { payload: { email, password: given }, ...more });

const cookieOf = (response: LightMyRequestResponse): string => String(response.headers['set-cookie']).split(';')[0] ?? '';

const signedIn = async (email: string): Promise<string> => cookieOf(await signIn(email));

beforeAll(async () => {
  test = await testDatabase();
  running = await testApp(test, { clock });
  await administratorAt('here');
  await administratorAt('there');
});

beforeEach(() => clock.set(opening));

afterAll(async () => {
  await running.close();
  await test.close();
});

describe('signing in', () => {
  it('opens a session in a cookie that no script reads', async () => {
    const response = await signIn('ada@here.example');
    expect(response.statusCode).toBe(200);
    expect(response.headers['set-cookie']).toMatch(/^dragoman=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/);
    const session = await call('GET', '/api/session', { cookie: cookieOf(response) });
    expect(session.json()).toMatchObject({
      account: { name: 'Ada of here', email: 'ada@here.example', role: 'administrator' },
      organisation: { name: 'here', zone: 'Europe/London' },
      permissions: expect.arrayContaining(['people.write']),
      simulator: true,
      now: '2026-03-02T08:00:00.000Z',
    });
    expect(session.json()).toEqual(response.json());
  });

  it('says what is wrong, without saying which, and sets no cookie', async () => {
    const wrong = await signIn('ada@here.example', 'not this one');
    const nobody = await signIn('nobody@here.example', 'not this one');
    expect(wrong.statusCode).toBe(403);
    expect(wrong.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(wrong.headers['set-cookie']).toBeUndefined();
    expect(wrong.json()).toEqual({
      type: 'urn:dragoman:problem:wrong-sign-in',
      title: 'Forbidden',
      status: 403,
      code: 'wrong-sign-in',
      detail: 'That email address and password do not go together.',
    });
    expect(nobody.json()).toEqual(wrong.json());
  });

  it('names each field that is missing', async () => {
    const response = await call('POST', '/api/session', { payload: { email: 'ada' } });
    expect(response.statusCode).toBe(422);
    expect(response.json()).toMatchObject({
      code: 'invalid-input',
      errors: [
        { path: 'email', message: 'Write an email address.' },
        { path: 'password', message: expect.any(String) },
      ],
    });
  });

  it('has to wait after too many wrong passwords, and is told how long', async () => {
    await aPersonAt('here', { name: 'Forgetful', email: 'forgetful@here.example', role: 'receptionist' });
    for (let i = 0; i < 10; i++) await signIn('forgetful@here.example', 'wrong');
    const response = await signIn('forgetful@here.example');
    expect(response.statusCode).toBe(429);
    expect(response.headers['retry-after']).toBe('900');
    expect(response.json()).toMatchObject({
      code: 'too-many-attempts',
      detail: 'Too many attempts to sign in. Wait 15 minutes and try again.',
    });
  });

  it('does not let a caller choose the address that is counted', async () => {
    for (let i = 0; i < 60; i++)
      await signIn(`guess-${i}@here.example`, 'wrong', { from: '198.51.100.7', headers: { ...header, 'x-forwarded-for': `203.0.113.${i}` } });
    const response = await signIn('ada@here.example', password, { from: '198.51.100.7', headers: { ...header, 'x-forwarded-for': '203.0.113.99' } });
    expect(response.statusCode).toBe(429);
  });
});

describe('a request from elsewhere', () => {
  it.each([
    ['without the header', {}],
    ['from another site', { ...header, 'sec-fetch-site': 'cross-site' }],
    ['from a neighbouring host', { ...header, 'sec-fetch-site': 'same-site' }],
    ['from another origin', { ...header, origin: 'https://evil.example' }],
    ['from nowhere that can be named', { ...header, origin: 'null' }],
  ])('is refused %s', async (_, headers) => {
    const response = await signIn('ada@here.example', password, { headers });
    expect(response.statusCode).toBe(403);
    expect(response.headers['set-cookie']).toBeUndefined();
    expect(response.json().code).toMatch(/^(missing-header|cross-site)$/);
  });

  it('may not sign anybody out either', async () => {
    const cookie = await signedIn('ada@here.example');
    expect((await call('DELETE', '/api/session', { cookie, headers: {} })).statusCode).toBe(403);
    expect((await call('GET', '/api/session', { cookie })).statusCode).toBe(200);
  });

  it('is let in from our own pages', async () => {
    const headers = { ...header, 'sec-fetch-site': 'same-origin', host: 'clinic.example', origin: 'https://clinic.example' };
    expect((await signIn('ada@here.example', password, { headers })).statusCode).toBe(200);
  });
});

describe('a session', () => {
  it('ends with signing out', async () => {
    const cookie = await signedIn('ada@here.example');
    const out = await call('DELETE', '/api/session', { cookie });
    expect(out.statusCode).toBe(204);
    expect(out.headers['set-cookie']).toMatch(/^dragoman=; .*Expires=Thu, 01 Jan 1970/);
    const after = await call('GET', '/api/session', { cookie });
    expect(after.statusCode).toBe(401);
    expect(after.json()).toMatchObject({ code: 'not-signed-in', detail: 'You are signed out. Sign in to go on.' });
    expect((await call('DELETE', '/api/session', { cookie })).statusCode).toBe(204);
  });

  it('ends after its hours', async () => {
    const cookie = await signedIn('ada@here.example');
    clock.set(plusMinutes(opening, 12 * 60));
    expect((await call('GET', '/api/session', { cookie })).statusCode).toBe(401);
  });

  it('is needed for everything that is not open on purpose', async () => {
    for (const url of ['/api/session', '/api/sites', '/api/people', '/api/varieties', '/api/live'])
      expect((await call('GET', url)).statusCode).toBe(401);
  });

  it('is not opened by a token that was made up', async () => {
    expect((await call('GET', '/api/session', { cookie: `dragoman=${'A'.repeat(43)}` })).statusCode).toBe(401);
  });
});

describe('people and sites', () => {
  const aPerson = (email: string) => ({ name: 'Rosa', email, role: 'receptionist' });
  const aSite = { name: 'Harbour Clinic', address: '1 Quay', zone: 'Europe/London', latitude: 51.5, longitude: 0, rooms: [] };

  it('are those of one’s own organisation', async () => {
    const [here, there] = [await signedIn('ada@here.example'), await signedIn('ada@there.example')];
    expect((await call('POST', '/api/invitations', { cookie: there, payload: aPerson('rosa@there.example') })).statusCode).toBe(201);
    expect((await call('POST', '/api/sites', { cookie: there, payload: aSite })).statusCode).toBe(201);
    const people = await call('GET', '/api/people', { cookie: here });
    expect(people.statusCode).toBe(200);
    expect(people.body).toContain('ada@here.example');
    expect(people.body).not.toContain('there.example');
    expect((await call('GET', '/api/people', { cookie: there })).body).toContain('rosa@there.example');
    expect((await call('GET', '/api/sites', { cookie: here })).json()).toEqual({ items: [] });
    expect((await call('GET', '/api/sites', { cookie: there })).json().items).toMatchObject([aSite]);
  });

  it('never show a password or its hash', async () => {
    const cookie = await signedIn('ada@here.example');
    const added = await call('POST', '/api/invitations', { cookie, payload: aPerson('secret@here.example') });
    const listed = await call('GET', '/api/people', { cookie });
    for (const { body } of [added, listed]) expect(body).not.toMatch(/password|argon2/i);
  });

  it('are added by administrators only', async () => {
    await aPersonAt('here', { name: 'Rosa', email: 'desk@here.example', role: 'receptionist' });
    const desk = await signedIn('desk@here.example');
    for (const [url, payload] of [['/api/invitations', aPerson('x@here.example')], ['/api/sites', aSite]] as const) {
      const response = await call('POST', url, { cookie: desk, payload });
      expect(response.statusCode).toBe(403);
      expect(response.json()).toMatchObject({ code: 'not-allowed', detail: 'Your role may not do this.' });
    }
    expect((await call('GET', '/api/people', { cookie: desk })).statusCode).toBe(403);
    expect((await call('GET', '/api/sites', { cookie: desk })).statusCode).toBe(200);
  });

  it('are refused with a sentence where the form is wrong', async () => {
    const cookie = await signedIn('ada@here.example');
    const site = await call('POST', '/api/sites', { cookie, payload: { ...aSite, zone: 'Mars/Olympus' } });
    expect(site.statusCode).toBe(422);
    expect(site.json()).toMatchObject({ code: 'unknown-zone', errors: [{ path: 'zone' }] });
    const twin = await call('POST', '/api/invitations', { cookie, payload: aPerson('ADA@here.example') });
    expect(twin.statusCode).toBe(409);
    expect(twin.json()).toMatchObject({ code: 'works-here-already', errors: [{ path: 'email' }] });
  });
});

describe('varieties', () => {
  it('are listed with what to ask where a name is no language', async () => {
    const { items } = (await call('GET', '/api/varieties', { cookie: await signedIn('ada@here.example') })).json();
    expect(items.find(({ id }: { id: string }) => id === 'apd')).toMatchObject({ bookable: true, direction: 'rtl', hasText: true });
    expect(items.filter(({ bookable }: { bookable: boolean }) => !bookable).every(({ triage }: { triage: unknown }) => triage)).toBe(true);
  });
});

describe('behind a proxy that speaks https', () => {
  const proxy = '10.0.0.5';
  let behind: TestApp;

  beforeAll(async () => {
    behind = await testApp(test, {
      clock,
      config: { isHttps: () => true, publicUrl: () => 'https://clinic.example', trustedProxies: ['10.0.0.0/8'] },
    });
  });

  afterAll(() => behind.close());

  const signInFrom = (caller: string, given: string) =>
    behind.app.inject({
      method: 'POST',
      url: '/api/session',
      payload: { email: `ada@${given === password ? 'here' : caller}.example`, password: given },
      headers: { ...header, origin: 'https://clinic.example', 'x-forwarded-for': caller },
      remoteAddress: proxy,
    });

  it('keeps the session in a cookie that only https carries and no neighbour can plant', async () => {
    const response = await signInFrom('203.0.113.1', password);
    expect(response.headers['set-cookie']).toMatch(/^__Host-dragoman=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    const session = await behind.app.inject({ url: '/api/session', headers: { cookie: cookieOf(response) } });
    expect(session.statusCode).toBe(200);
  });

  it('counts attempts by the caller that the proxy names', async () => {
    for (let i = 0; i < 61; i++) await signInFrom('203.0.113.2', `wrong ${i}`);
    expect((await signInFrom('203.0.113.2', password)).statusCode).toBe(429);
    expect((await signInFrom('203.0.113.3', password)).statusCode).toBe(200);
  });
});
