import type { PatientPage, SavedFilter } from '@dragoman/contracts';
import { parseCsv } from '@dragoman/kernel';
import pg from 'pg';
import { aRequest, Desk } from '../support/desk';
import { firstAdministrator } from '../support/installation';
import { type TestDatabase, testDatabase } from '../support/postgres';
import { type ServerProcess, startServer } from '../support/server';

let database: TestDatabase;
let server: ServerProcess;
let desk: Desk;
let superuser: pg.Client;

const speaks = (varietyId: string) => [{ varietyId, role: 'speaks' as const, enoughForDoctor: true, learntHow: 'self' as const }];

beforeAll(async () => {
  database = await testDatabase();
  server = await startServer({ database, env: { CLOCK_STARTS_AT: '2026-11-24T09:42:00Z' } });
  const sign = await firstAdministrator(database, 'Marlowe Road');
  desk = new Desk(server.url);
  await desk.signIn(sign.email, sign.password);
  superuser = new pg.Client({ connectionString: database.superuserUrl });
  await superuser.connect();
  const site = await desk.addSite();
  const amna = await desk.addPatient({ name: 'Amna Idris, "Umm Ali"' });
  await desk.book(aRequest(amna, site));
  await desk.addPatient({ name: '=Berhane', languages: speaks('tir'), needsInterpreter: 'unknown', channels: [] });
  await desk.addPatient({ name: 'ليلى', languages: speaks('tir') });
  await desk.addInterpreter({ displayName: 'Hiba Elamin' });
}, 120_000);

afterAll(async () => {
  await superuser?.end();
  await server?.stop();
  await database?.close();
});

const named = async (query: string): Promise<string[]> => (await desk.request<PatientPage>('GET', `/api/patients${query}`)).items.map(({ name }) => name);

/** Sent as a browser sends a link that downloads. */
const download = async (path: string): Promise<{ response: Response; text: string }> => {
  const response = await fetch(`${server.url}${path}`, { headers: { cookie: desk.cookies } });
  return { response, text: await response.text() };
};

it('shows the patients who speak or read a language, of whom a need is not known, and whom nothing reaches', async () => {
  expect(await named('?language=tir')).toEqual(['=Berhane', 'ليلى']);
  expect(await named('?language=tir&need=unknown')).toEqual(['=Berhane']);
  expect(await named('?contact=none')).toEqual(['=Berhane']);
  expect(await named('?need=no')).toEqual([]);
});

it('refuses a filter that it does not know', async () => {
  await expect(desk.request('GET', '/api/patients?need=perhaps')).rejects.toMatchObject({ status: 422 });
});

it('writes all patients of a filter into a spreadsheet that runs nothing, in every script, and notes who took how many', async () => {
  const { response, text } = await download('/api/patients/sheet');
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="patients.csv"');
  expect(response.headers.get('cache-control')).toContain('no-store');
  const rows = parseCsv(text).map(({ cells }) => cells);
  expect(rows.map(({ Patient }) => Patient)).toEqual(["'=Berhane", 'Amna Idris, "Umm Ali"', 'ليلى']);
  expect(rows[1]).toMatchObject({ Speaks: 'Sudanese Arabic', 'Needs an interpreter': 'yes', 'Next appointment': '2026-12-03 14:30' });
  const filtered = await download('/api/patients/sheet?language=tir&search=Berhane');
  expect(parseCsv(filtered.text)).toHaveLength(1);
  const { rows: audited } = await superuser.query(`select details from audit.entries where action = 'patients.exported' order by at, id`);
  expect(audited.map(({ details }) => details)).toEqual([{ rows: 3 }, { rows: 1, language: 'tir', searched: 'yes' }]);
});

it('begins the spreadsheet so that programs for tables read names in any script', async () => {
  const response = await fetch(`${server.url}/api/interpreters/sheet`, { headers: { cookie: desk.cookies } });
  expect([...new Uint8Array(await response.arrayBuffer())].slice(0, 3)).toEqual([0xef, 0xbb, 0xbf]);
});

it('writes whole lists, however many pages they have', async () => {
  await superuser.query('begin');
  await superuser.query(
    `insert into patients.patients select (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(), 'name', 'Many ' || n, 'search_text', 'many ' || n, 'record_number', null))).*
       from patients.patients p, generate_series(1, 2100) n where p.name = 'ليلى'`,
  );
  await superuser.query('commit');
  const { text } = await download('/api/patients/sheet?search=many');
  expect(new Set(parseCsv(text).map(({ cells }) => cells.Patient)).size).toBe(2100);
});

it('writes what was sent into a spreadsheet: every script, no formula, no link and no code, and notes who took how many', async () => {
  await desk.request('POST', '/api/test-messages', { channel: 'email' });
  await superuser.query(
    `insert into messaging.messages select (jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid(), 'intent_id', gen_random_uuid(), 'carrier_id', null) || o.other)).*
       from messaging.messages m,
            (values ('{"kind": "sign-in-code", "body": "Your code is 482193. https://clinic.example/my", "english": "Your code is 482193."}'::jsonb),
                    ('{"recipient_name": "=Berhane", "body": "ሰላም https://clinic.example/p/AbCdEfGhIjKlMnOpQrStUv", "english": "@Hello https://clinic.example/c/AbCdEfGhIjKlMnOpQrStUv"}'),
                    ('{"recipient_name": "Long ago", "queued_at": "2026-10-01T09:00:00Z"}')) o (other)
      where m.kind = 'test-message'`,
  );
  const { response, text } = await download('/api/messages/sheet?show=left');
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="messages.csv"');
  const rows = parseCsv(text).map(({ cells }) => cells);
  expect(text).not.toMatch(/482193|https?:|AbCdEfGh|Long ago/);
  expect(rows.find(({ Message }) => Message === 'Code to sign in')).toMatchObject({ 'As sent': 'Your code is ••••••. …' });
  expect(rows.find(({ To }) => To === "'=Berhane")).toMatchObject({ 'As sent': 'ሰላም …', 'In English': "'@Hello …" });
  await download('/api/messages/sheet?show=not-arrived&channel=sms');
  const { rows: audited } = await superuser.query(`select details from audit.entries where action = 'messages.exported' order by at, id`);
  expect(audited.map(({ details }) => details)).toEqual([{ rows: rows.length, show: 'left' }, expect.objectContaining({ show: 'not-arrived', channel: 'sms' })]);
  await expect(desk.request('GET', '/api/messages/sheet?show=planned')).rejects.toMatchObject({ status: 422 });
});

it('writes the appointments of a day into a spreadsheet, on the clocks of the organisation', async () => {
  const { text } = await download('/api/appointments/sheet?date=2026-12-03');
  expect(parseCsv(text).map(({ cells }) => cells)).toEqual([
    expect.objectContaining({ Date: '2026-12-03', Start: '14:30', Patient: 'Amna Idris, "Umm Ali"', Language: 'Sudanese Arabic', Interpreter: '', State: 'requested' }),
  ]);
  expect(parseCsv((await download('/api/appointments/sheet')).text)).toEqual([]);
  const { rows } = await superuser.query(`select details from audit.entries where action = 'appointments.exported' order by at, id`);
  expect(rows.map(({ details }) => details)).toEqual([{ rows: 1, date: '2026-12-03' }, { rows: 0, date: '2026-11-24' }]);
  await expect(desk.request('GET', '/api/appointments/sheet?date=yesterday')).rejects.toMatchObject({ status: 422 });
});

it('keeps a filter for whoever chose it', async () => {
  const saved = await desk.request<SavedFilter>('POST', '/api/saved-filters', { list: 'patients', name: 'Tigrinya, not asked', filter: { language: 'tir', need: 'unknown' } });
  expect(await desk.request('GET', '/api/saved-filters?list=patients')).toEqual({ items: [saved] });
  await expect(desk.request('POST', '/api/saved-filters', { list: 'patients', name: 'Nothing', filter: {} })).rejects.toMatchObject({ status: 422 });
  await desk.request('DELETE', `/api/saved-filters/${saved.id}`);
  expect(await desk.request('GET', '/api/saved-filters?list=patients')).toEqual({ items: [] });
});
