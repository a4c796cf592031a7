import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BookingDetail, LetterMark, LetterPreview, PrintQueuePage } from '@dragoman/contracts';
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

const post = { lines: ['c/o Harbour House', '1 Quay Street', 'London E1 6AN'], country: null, safety: 'private' as const };

const queue = (show: 'in-hand' | 'posted' = 'in-hand'): Promise<PrintQueuePage> => desk.request<PrintQueuePage>('GET', `/api/letters?show=${show}`);
const mark = (as: Desk, changes: LetterMark): Promise<unknown> => as.request('POST', '/api/letters/marks', changes);

const textOfPdf = async (path: string): Promise<string> => {
  const { pdf } = await desk.file(path);
  const file = join(folder, 'letters.pdf');
  writeFileSync(file, pdf);
  return readPdfs([file])[0]?.pages.flatMap(({ lines }) => lines).join('\n') ?? '';
};

it('a letter is posted: it waits in the print queue, is printed with others, and says who posted it, also on the booking', async () => {
  const [one, other] = [await anAppointment({ post, name: 'Amna Idris Osman' }), await anAppointment({ post: { ...post, safety: 'shared' }, name: 'Selam Tesfay' })];
  await desk.request('POST', `/api/bookings/${one}/letters`, { layout: 'large-print' });
  const booked = await desk.request<BookingDetail>('POST', `/api/bookings/${other}/letters`, {});
  expect(booked.timeline.at(-1)).toMatchObject({ kind: 'letter', title: 'Date and time waits to be printed', letter: { neutral: true, address: ['Selam Tesfay', ...post.lines] } });

  const { items } = await queue();
  expect(items.map(({ patient, layout, state, neutral }) => ({ name: patient.name, layout, state, neutral }))).toEqual(expect.arrayContaining([
    { name: 'Amna Idris Osman', layout: 'large-print', state: 'to-print', neutral: false },
    { name: 'Selam Tesfay', layout: 'standard', state: 'to-print', neutral: true },
  ]));
  const ids = items.map(({ id }) => id);
  const text = await textOfPdf(`/api/letters/print.pdf?ids=${ids.join(',')}`);
  for (const line of ['Amna Idris Osman', 'Selam Tesfay', ...post.lines]) expect(text).toContain(line);

  await mark(desk, { ids, from: 'to-print', to: 'printed' });
  await mark(desk, { ids, from: 'printed', to: 'posted' });
  expect((await queue()).items).toEqual([]);
  const posted = (await queue('posted')).items;
  expect(posted.map(({ id }) => id).sort()).toEqual([...ids].sort());
  expect(posted[0]).toMatchObject({ printed: { by: 'Ruth Adeyemi', at: '2026-11-24T09:42:00.000Z' }, posted: { by: 'Ruth Adeyemi' } });
  expect((await desk.booking(one)).timeline.at(-1)).toMatchObject({ title: 'Date and time posted', detail: 'letter in large print, by Ruth Adeyemi' });
  expect(await textOfPdf(`/api/letters/print.pdf?ids=${ids[0]}`)).toContain('1 Quay Street');
}, 60_000);

it('nobody posts what is not theirs, or is no longer so', async () => {
  const id = await anAppointment({ post });
  await desk.request('POST', `/api/bookings/${id}/letters`, {});
  const [letter] = (await queue()).items;
  const ids = [letter?.id ?? ''];
  const elsewhere = await aDesk(running.url, database);
  expect(await refusalOf(mark(elsewhere, { ids, from: 'to-print', to: 'printed' }))).toBe('no-such-letter');
  await expect(elsewhere.file(`/api/letters/print.pdf?ids=${ids[0]}`)).rejects.toMatchObject({ status: 404 });
  expect((await fetch(`${signedOut}/api/letters/print.pdf?ids=${ids[0]}`)).status).toBe(401);
  expect(await refusalOf(mark(desk, { ids: [], from: 'to-print', to: 'printed' }))).toBe('invalid-input');
  expect(await refusalOf(desk.request('GET', '/api/letters/print.pdf?ids=all'))).toBe('invalid-input');

  await desk.request('POST', `/api/bookings/${id}/cancellation`, { by: 'clinic', reason: 'The clinic is closed' });
  expect(await refusalOf(mark(desk, { ids, from: 'to-print', to: 'printed' }))).toBe('letter-withdrawn');
  await expect(desk.file(`/api/letters/print.pdf?ids=${ids[0]}`)).rejects.toMatchObject({ status: 409 });
  expect((await desk.booking(id)).timeline).toContainEqual(expect.objectContaining({ title: 'Date and time withdrawn', detail: 'letter, The appointment was cancelled or changed.' }));
});
