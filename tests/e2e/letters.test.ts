import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LetterPreview } from '@dragoman/contracts';
import { FixedClock } from '@dragoman/kernel';
import { type TestApp, testApp } from '../support/app';
import { aPatient, aRequest, type Desk, Refused } from '../support/desk';
import { aDesk } from '../support/installation';
import { readPdfs } from '../support/pdf';
import { type TestDatabase, testDatabase } from '../support/postgres';

let database: TestDatabase;
let running: TestApp;
let desk: Desk;
let signedOut: string;
const folder = mkdtempSync(join(tmpdir(), 'dragoman-letter-'));

beforeAll(async () => {
  database = await testDatabase();
  running = await testApp(database, { clock: new FixedClock(new Date('2026-11-24T09:42:00Z')), listen: true });
  desk = await aDesk(running.url, database);
  signedOut = running.url;
}, 120_000);

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await running.close();
  await database.close();
});

const anAppointment = async (changes: Partial<ReturnType<typeof aPatient>> = {}): Promise<string> => {
  const [patient, site, interpreter] = [await desk.addPatient(changes), await desk.addSite(), await desk.addInterpreter()];
  const { id } = await desk.book(aRequest(patient, site));
  await desk.request('POST', `/api/bookings/${id}/assignment`, { interpreterId: interpreter.id, agreed: 'by-phone' });
  return id;
};

const letter = (id: string, query: string): Promise<LetterPreview> => desk.request<LetterPreview>('GET', `/api/bookings/${id}/letter?${query}`);

const refusalOf = (asked: Promise<unknown>): Promise<unknown> => asked.then(() => 'not refused', (error: unknown) => (error instanceof Refused ? error.code : error));

const printed = async (id: string, query: string) => {
  const { pdf, headers } = await desk.file(`/api/bookings/${id}/letter.pdf?${query}`);
  const file = join(folder, 'letter.pdf');
  writeFileSync(file, pdf);
  const [read] = readPdfs([file]);
  return { headers, text: read?.pages.flatMap(({ lines }) => lines).join('\n') ?? '', isTagged: read?.isTagged };
};

it('a letter that is handed over says who, when and where, beside its English', async () => {
  const id = await anAppointment({ formats: ['easy-read', 'sms'] });
  const shown = await letter(id, 'goes=by-hand');
  expect(shown).toMatchObject({ layout: 'easy-read', languageName: 'Arabic', neutral: false, isDraft: true, dir: 'rtl' });
  expect(shown.english).toContain('14 Marlowe Road');
  const { headers, text, isTagged } = await printed(id, 'goes=by-hand&layout=large-print');
  expect(headers.get('content-type')).toBe('application/pdf');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(isTagged).toBe(true);
  expect(text).toContain('14 Marlowe Road');
}, 60_000);

it('a letter that is posted says when, and nothing that tells from whom or what about', async () => {
  const id = await anAppointment();
  const shown = await letter(id, 'goes=by-post');
  expect(shown).toMatchObject({ layout: 'standard', neutral: true });
  const { text } = await printed(id, 'goes=by-post');
  for (const said of [text, shown.body, shown.english]) {
    expect(said).toMatch(/\d\d:\d\d/);
    expect(said).not.toMatch(/Marlowe|Samir|interpret/i);
  }
}, 60_000);

it('nothing is printed that is not so, or that they cannot read', async () => {
  const { id: open } = await desk.book(aRequest(await desk.addPatient(), await desk.addSite()));
  expect(await refusalOf(letter(open, 'goes=by-hand'))).toBe('nothing-to-tell');
  const cancelled = await anAppointment();
  await desk.request('POST', `/api/bookings/${cancelled}/cancellation`, { by: 'clinic', reason: 'The clinic is closed' });
  expect(await refusalOf(letter(cancelled, 'goes=by-hand'))).toBe('nothing-to-tell');
  const unread = await anAppointment({ languages: aPatient().languages.filter(({ role }) => role !== 'reads') });
  expect(await refusalOf(letter(unread, 'goes=by-hand'))).toBe('no-letter-in-language');
  expect(await refusalOf(letter(unread, 'goes=somehow'))).toBe('invalid-input');
});

it('nobody else prints it: not without signing in, and not from another organisation', async () => {
  const id = await anAppointment();
  expect((await fetch(`${signedOut}/api/bookings/${id}/letter.pdf?goes=by-hand`)).status).toBe(401);
  const elsewhere = await aDesk(running.url, database);
  await expect(elsewhere.request('GET', `/api/bookings/${id}/letter?goes=by-hand`)).rejects.toMatchObject({ status: 404 });
});
