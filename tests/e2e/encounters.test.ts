import { randomUUID } from 'node:crypto';
import { Accounts } from '@dragoman/access';
import type { EncounterDetail, EncounterPage, EncounterReport, VersionedPolicy } from '@dragoman/contracts';
import { parseCsv } from '@dragoman/kernel';
import { Organisations } from '@dragoman/organisations';
import { type TestApp, testApp } from '../support/app';
import { Desk, Refused } from '../support/desk';
import { type TestDatabase, testDatabase } from '../support/postgres';

const installation = { kind: 'installation', by: 'test' } as const;
const password = 'correct horse battery';

let database: TestDatabase;
let running: TestApp;
let ruth: Desk;
let sam: Desk;
let reception: Desk;
let elsewhere: Desk;

const organisation = async (name: string): Promise<string> =>
  (await running.app.get(Organisations).create(installation, { name, zone: 'Europe/London' })).id;

const deskOf = async (organisationId: string, role: 'receptionist' | 'coordinator' | 'administrator', name: string): Promise<Desk> => {
  const email = `${name}@clinic.example`;
  await running.app.get(Accounts).create(installation, { organisationId, name, email, role, password });
  const desk = new Desk(running.url);
  await desk.signIn(email, password);
  return desk;
};

beforeAll(async () => {
  database = await testDatabase();
  running = await testApp(database, { listen: true });
  const [here, there] = [await organisation('Here'), await organisation('There')];
  ruth = await deskOf(here, 'administrator', 'Ruth');
  sam = await deskOf(here, 'coordinator', 'Sam');
  reception = await deskOf(here, 'receptionist', 'Ida');
  elsewhere = await deskOf(there, 'administrator', 'Noor');
}, 120_000);

afterAll(async () => {
  await running.close();
  await database.close();
});

const refusalOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'not refused',
    (error: unknown) => (error instanceof Refused ? `${error.status} ${error.code}` : error),
  );

const at = (pair: string): string => `/api/encounters/${pair}`;
const show = (desk: Desk, pair: string) => desk.request<EncounterDetail>('GET', at(pair));
const ruling = (level: string, more: object = {}) => ({ level, confidence: 'medium', notFor: [], reason: 'what we saw', source: 'our record', ...more });

describe('who may interpret for whom', () => {
  it('is tightened by one person at once, for this organisation only', async () => {
    const changed = await sam.request<EncounterDetail>('PUT', at('haz/prs'), ruling('never_auto'));
    expect(changed).toMatchObject({ origin: 'own', isDraft: false, inEffect: { level: 'never_auto' }, baseline: { level: 'close_consent' }, own: { madeBy: { name: 'Sam' } } });
    expect(changed.history).toMatchObject([{ what: 'tightened', madeBy: { name: 'Sam' }, before: { level: 'close_consent' }, after: { level: 'never_auto' } }]);
    expect(await show(elsewhere, 'haz/prs')).toMatchObject({ origin: 'baseline', isDraft: true, inEffect: { level: 'close_consent' }, history: [] });
  });

  it('is loosened by two people, and not by one in two tabs', async () => {
    expect(await refusalOf(ruth.request('PUT', at('ach/laj'), ruling('close_consent')))).toBe('409 loosening-takes-two-people');
    const { loosening } = await ruth.request<EncounterDetail>('POST', `${at('ach/laj')}/loosenings`, ruling('close_consent'));
    const path = `/api/loosenings/${loosening?.id}`;
    expect(await refusalOf(ruth.at(running.url).request('POST', `${path}/approval`))).toBe('403 second-person-needed');
    expect(await refusalOf(elsewhere.request('POST', `${path}/approval`))).toBe('404 loosening-not-found');
    expect((await ruth.request<EncounterPage>('GET', '/api/encounters?open=yes')).items).toMatchObject([{ patient: { id: 'ach' }, loosening: { proposedBy: { name: 'Ruth' } } }]);
    await sam.request('POST', `${path}/approval`);
    expect(await show(ruth, 'ach/laj')).toMatchObject({ inEffect: { level: 'close_consent' }, own: { agreedByTwo: true }, loosening: null });
    expect(await refusalOf(sam.request('POST', `${path}/approval`))).toBe('409 loosening-decided');
    expect(await show(elsewhere, 'ach/laj')).toMatchObject({ inEffect: { level: 'last_resort' } });
  });

  it('is not proposed without a source', async () => {
    expect(await refusalOf(ruth.request('POST', `${at('ach/ben')}/loosenings`, ruling('last_resort', { source: ' ' })))).toBe('422 invalid-input');
  });

  it('is read by everybody who works here, and changed by coordinators and administrators', async () => {
    expect((await reception.request<EncounterPage>('GET', '/api/encounters?search=dari')).items.length).toBeGreaterThan(0);
    for (const [method, path, body] of [
      ['PUT', at('haz/prs'), ruling('never_auto')],
      ['POST', `${at('haz/prs')}/loosenings`, ruling('exact')],
      ['POST', '/api/loosenings/01933333-3333-7333-8333-333333333333/approval', undefined],
    ] as const)
      expect(await refusalOf(reception.request(method, path, body))).toBe('403 not-allowed');
    expect(await refusalOf(reception.sendTable('/api/encounters/table?dryRun=yes', 'x'))).toBe('403 not-allowed');
  });

  it('comes out as a table and goes in again: refused whole, naming the lines, then rehearsed, then carried out', async () => {
    const response = await fetch(`${running.url}/api/encounters/table`, { headers: { cookie: ruth.cookies } });
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const text = await response.text();
    expect(parseCsv(text).filter(({ cells }) => cells.origin === 'own').map(({ cells }) => cells.patient_variety)).toEqual(['ach', 'haz']);
    const line = 'ces,Czech,slk,Slovak,last_resort,medium,,our patients say so,our record,';
    const file = (...lines: string[]) => [text.split('\r\n')[0], ...lines].join('\r\n');
    const wrong = file(line, 'xyz,Xyz,slk,Slovak,never_auto,high,,why,where,', 'slk,Slovak,ces,Czech,never_auto,high,,,where,');
    expect((await ruth.sendTable<EncounterReport>('/api/encounters/table?dryRun=yes', wrong)).complaints.map((one) => one.line)).toEqual([3, 4]);
    const refused = await fetch(`${running.url}/api/encounters/table`, {
      method: 'POST', body: wrong, headers: { cookie: ruth.cookies, 'content-type': 'text/csv', 'x-dragoman': '1', 'idempotency-key': randomUUID() },
    });
    expect(refused.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(await refused.json()).toMatchObject({
      status: 422, code: 'bad-encounter-file',
      errors: [{ path: 'line 3', message: 'xyz is not the id of a language here.' }, { path: 'line 4', message: 'reason is empty.' }],
    });
    expect(await show(ruth, 'ces/slk')).toMatchObject({ inEffect: { level: 'close_consent' } });
    const rehearsed = await ruth.sendTable<EncounterReport>('/api/encounters/table?dryRun=yes', file(line));
    expect(rehearsed.lines).toMatchObject([{ line: 2, what: 'tightens', patient: 'Czech', interpreter: 'Slovak' }]);
    expect(await show(ruth, 'ces/slk')).toMatchObject({ inEffect: { level: 'close_consent' } });
    expect(await ruth.sendTable('/api/encounters/table', file(line))).toEqual(rehearsed);
    expect(await show(ruth, 'ces/slk')).toMatchObject({ inEffect: { level: 'last_resort' } });
    expect(await show(elsewhere, 'ces/slk')).toMatchObject({ inEffect: { level: 'close_consent' } });
  });

  it('refuses a table that is larger than anybody reads', async () => {
    expect(await refusalOf(ruth.sendTable('/api/encounters/table', 'x'.repeat(2 * 1024 * 1024 + 1)))).toBe('413 too-large');
  });
});

describe('the policy of an organisation', () => {
  const path = '/api/organisation/policy';

  it('is changed by an administrator and read by all; a second edit from an old reading is refused', async () => {
    const before = await reception.request<VersionedPolicy>('GET', path);
    const edit = { ...before, policy: { ...before.policy, offerHours: [{ leadHours: 0, hours: 36 }, { leadHours: 168, hours: 72 }] } };
    expect(await refusalOf(sam.request('PUT', path, edit))).toBe('403 not-allowed');
    const after = await ruth.request<VersionedPolicy>('PUT', path, edit);
    expect(after).toEqual({ version: before.version + 1, policy: edit.policy });
    expect(await refusalOf(ruth.request('PUT', path, { ...before, policy: { ...before.policy, offerHours: [{ leadHours: 0, hours: 12 }] } }))).toBe('409 policy-changed');
    expect((await elsewhere.request<VersionedPolicy>('GET', path)).policy.offerHours).toEqual([{ leadHours: 0, hours: 24 }]);
  });

  it.each([
    ['a macro name as the clinic’s language', { clinicLanguage: 'ara' }, '422 clinic-language-not-bookable'],
    ['a language that nobody knows', { clinicLanguage: 'xyz' }, '404 unknown-variety'],
    ['offers that end after nothing for what is near', { offerHours: [{ leadHours: 24, hours: 12 }] }, '422 invalid-input'],
    ['an offer that never ends', { offerHours: [{ leadHours: 0, hours: 1000 }] }, '422 invalid-input'],
  ])('is refused with %s', async (_, change, refusal) => {
    const { version, policy } = await ruth.request<VersionedPolicy>('GET', path);
    expect(await refusalOf(ruth.request('PUT', path, { version, policy: { ...policy, ...change } }))).toBe(refusal);
  });
});
