import type { RecordingVarieties, RecordingVariety } from '@dragoman/contracts';
import { type TestApp, testApp } from '../support/app';
import { type Desk, Refused } from '../support/desk';
import { aDesk } from '../support/installation';
import { type TestDatabase, testDatabase } from '../support/postgres';
import { aTone } from '../support/sounds';

let database: TestDatabase;
let running: TestApp;
let here: Desk;
let there: Desk;

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
const address = (phrase: string, more = '') => `/api/recordings/rhg/${phrase}?speaker=Nur${more}`;
const recordingOf = ({ phrases }: RecordingVariety, phrase: string) => phrases.find((one) => one.phrase === phrase)?.recording ?? null;

describe('recordings at the desk', () => {
  it('begin with the languages that nothing is written in', async () => {
    const { begun, unwritten } = await here.request<RecordingVarieties>('GET', '/api/recordings');
    expect(begun).toEqual([]);
    expect(unwritten).toEqual(expect.arrayContaining([expect.objectContaining({ varietyId: 'rhg', name: 'Rohingya', there: 0, of: 100 })]));
  });

  it('are taken phrase by phrase, heard here, replaced and removed, and are nothing to another clinic', async () => {
    const kept = await here.sendSound<RecordingVariety>(address('weekday-2'), aTone());
    const first = recordingOf(kept, 'weekday-2');
    expect([kept.there, first]).toEqual([1, expect.objectContaining({ isOwn: true, speaker: 'Nur', type: 'audio/wav' })]);
    const listened = await fetch(`${running.url}/api/recordings/sounds/${first?.id}`, { headers: { cookie: here.cookies } });
    expect([listened.status, listened.headers.get('content-type'), (await listened.text()).slice(0, 4)]).toEqual([200, 'audio/wav', 'RIFF']);
    expect((await fetch(`${running.url}/api/recordings/sounds/${first?.id}`, { headers: { cookie: there.cookies } })).status).toBe(404);
    expect((await there.request<RecordingVariety>('GET', '/api/recordings/rhg')).there).toBe(0);

    expect(await refusalOf(here.sendSound(address('weekday-2'), aTone({ hertz: 500 })))).toEqual({ status: 409, code: 'recorded-meanwhile' });
    const replaced = await here.sendSound<RecordingVariety>(address('weekday-2', `&replaces=${first?.id}`), aTone({ hertz: 500 }));
    const second = recordingOf(replaced, 'weekday-2');
    expect(second?.id).not.toBe(first?.id);
    expect((await here.request<RecordingVarieties>('GET', '/api/recordings')).begun).toMatchObject([{ varietyId: 'rhg', there: 1 }]);
    await there.request('DELETE', `/api/recordings/sounds/${second?.id}`);
    expect((await here.request<RecordingVariety>('GET', '/api/recordings/rhg')).there).toBe(1);
    await here.request('DELETE', `/api/recordings/sounds/${second?.id}`);
    expect((await here.request<RecordingVariety>('GET', '/api/recordings/rhg')).there).toBe(0);
  });

  it('say what is wrong with a file, and take no other kind', async () => {
    expect(await refusalOf(here.sendSound(address('day-1'), aTone({ dbfs: -60 })))).toEqual({ status: 422, code: 'sound-too-quiet' });
    expect(await refusalOf(here.sendSound(address('day-1'), Buffer.from('hello')))).toEqual({ status: 422, code: 'not-a-sound' });
    expect(await refusalOf(here.sendSound(address('hello'), aTone()))).toEqual({ status: 422, code: 'unknown-phrase' });
    expect(await refusalOf(here.sendSound('/api/recordings/xyzzy/day-1?speaker=Nur', aTone()))).toMatchObject({ status: 404 });
    expect(await refusalOf(here.request('PUT', address('day-1'), { sound: 'x' }))).toMatchObject({ status: 422 });
  });

  it('give whoever will speak the list of what to say', async () => {
    const response = await fetch(`${running.url}/api/recordings/rhg/script`, { headers: { cookie: here.cookies } });
    const lines = (await response.text()).split('\r\n');
    expect([response.headers.get('content-type'), lines.length, lines[0], lines[4]]).toEqual([
      'text/csv; charset=utf-8', 101, '"file","say","recorded"', '"weekday-1.wav","Monday","no"',
    ]);
  });
});
