import type { Interpreter, InterpreterPage, RosterReport } from '@dragoman/contracts';
import { type TestApp, testApp } from '../support/app';
import { anInterpreter, aPhone, type Desk, Refused } from '../support/desk';
import { aDesk } from '../support/installation';
import { type TestDatabase, testDatabase } from '../support/postgres';

let database: TestDatabase;
let running: TestApp;
let here: Desk;
let there: Desk;

const header = 'email,display_name,phone,zone,latitude,longitude,modalities,hourly_rate,language,language_name';
const line = (email: string, language = 'apd,Sudanese Arabic', phone = aPhone()): string =>
  `${email},Hiba Elamin,${phone},Europe/London,51.51,-0.11,in-person; phone,38,${language}`;

beforeAll(async () => {
  database = await testDatabase();
  running = await testApp(database, { listen: true });
  [here, there] = [await aDesk(running.url, database), await aDesk(running.url, database)];
});

afterAll(async () => {
  await running.close();
  await database.close();
});

const refusalOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'not refused',
    (error: unknown) => (error instanceof Refused ? { status: error.status, code: error.code } : error),
  );

describe('a roster at the desk', () => {
  it('is checked, refused whole while a line is wrong, mended and imported', async () => {
    const wrong = [header, line('hiba@roster.example'), line('kru@roster.example', 'kru,Kru')].join('\r\n');
    const said = await here.sendTable<RosterReport>('/api/interpreters/roster?dryRun=yes', wrong);
    expect(said).toMatchObject({ wrongLines: 1, lines: [{ line: 2, outcome: 'new' }, { line: 3, outcome: 'wrong', problems: [{ column: 'language' }] }] });
    expect(await refusalOf(here.sendTable('/api/interpreters/roster', wrong))).toEqual({ status: 422, code: 'bad-roster' });
    expect(await there.request<InterpreterPage>('GET', '/api/interpreters?search=hiba')).toMatchObject({ items: [] });
    const mended = wrong.replace('kru,Kru', 'fvr,Fur');
    expect(await here.sendTable('/api/interpreters/roster', mended)).toMatchObject({ added: 2, wrongLines: 0 });
    expect((await there.request<InterpreterPage>('GET', '/api/interpreters?search=hiba')).items).toHaveLength(2);
    expect(await here.sendTable('/api/interpreters/roster', mended)).toMatchObject({ added: 0, changed: 0, same: 2 });
  });

  it('begins with a template that is a roster itself', async () => {
    const response = await fetch(`${running.url}/api/interpreters/roster/template`, { headers: { cookie: here.cookies } });
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(await here.sendTable('/api/interpreters/roster?dryRun=yes', await response.text())).toMatchObject({ added: 1, wrongLines: 0 });
  });
});

describe('two desks and one interpreter', () => {
  it('cannot overwrite each other in silence', async () => {
    const added = await here.addInterpreter();
    const { home: _, ...change } = anInterpreter();
    const put = (desk: Desk, more: object) => desk.request<Interpreter>('PUT', `/api/interpreters/${added.id}`, { ...change, version: added.version, ...more });
    expect(await put(here, { displayName: 'Hiba E.' })).toMatchObject({ displayName: 'Hiba E.' });
    expect(await refusalOf(put(there, { displayName: 'H. Elamin' }))).toEqual({ status: 409, code: 'changed-meanwhile' });
  });

  it('agree on different hours, and neither reads the other’s', async () => {
    const organisationHours = [{ weekday: 1, from: '09:00', to: '12:00' }];
    const added = await here.addInterpreter({ organisationHours });
    expect(added.organisationHours).toEqual(organisationHours);
    expect(await there.request('GET', `/api/interpreters/${added.id}`)).toMatchObject({ organisationHours: null });
  });

  it('refuse exceptions that make no sense, naming the field', async () => {
    const exceptions = [{ kind: 'extra' as const, fromDate: '2026-12-03', toDate: '2026-12-01', from: null, to: null }];
    await expect(here.addInterpreter({ exceptions })).rejects.toMatchObject({ status: 422, code: 'invalid-input' });
  });

  it('take somebody out of the search and back', async () => {
    const { id, version } = await here.addInterpreter();
    expect(await here.request('GET', `/api/interpreters/${id}/jobs-ahead`)).toEqual({ jobs: 0, nextStartsAt: null });
    const resting = await here.request<Interpreter>('PUT', `/api/interpreters/${id}/activity`, { active: false, version });
    expect(resting.active).toBe(false);
    const listed = await here.request<InterpreterPage>('GET', '/api/interpreters?active=no');
    expect(listed.items).toMatchObject([{ id, active: false }]);
    expect(await here.request('PUT', `/api/interpreters/${id}/activity`, { active: true, version: resting.version })).toMatchObject({ active: true });
  });
});
