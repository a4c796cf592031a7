import type { TextCheck, TextLanguages, TextsOfLanguage, TextView, VersionedPolicy } from '@dragoman/contracts';
import { type TestApp, testApp } from '../support/app';
import { type Desk, Refused } from '../support/desk';
import { aDesk } from '../support/installation';
import { type TestDatabase, testDatabase } from '../support/postgres';

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

const path = (key: string, language = 'uk') => `/api/texts/${language}/${key}`;
const view = (desk: Desk, key: string) => desk.request<TextView>('GET', path(key));
const decision = { reviewerName: 'R.', reviewerRole: 'who reads it', reviewedOn: '2026-11-01', note: null };
const approve = (desk: Desk, key: string, { said, version, seen }: TextView, changes: object = {}) =>
  desk.request<TextView>('POST', `${path(key)}/approve`, { ...decision, pattern: said, version, seen, confirmed: [], ...changes });
const refusalOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'not refused',
    (error: unknown) => (error instanceof Refused ? `${error.status} ${error.code}` : error),
  );
const counted = async (desk: Desk) => (await desk.request<TextLanguages>('GET', '/api/texts')).items.find(({ language }) => language === 'uk');

it('a text is approved, counted, shown with who read it, and withdrawn; another clinic sees nothing of it', async () => {
  const key = 'long/assurance';
  expect(await counted(here)).toMatchObject({ englishName: 'Ukrainian', dir: 'ltr', reviewed: 0, outdated: 0 });
  const before = await view(here, key);
  expect(before).toMatchObject({ state: 'draft', isFacts: false, isSaid: false, seen: null, history: [], said: before.draft });

  const approved = await approve(here, key, before);
  expect(approved).toMatchObject({ state: 'reviewed', isSaid: true, reviewer: 'R.', history: [{ state: 'approved', reviewerRole: 'who reads it', recordedBy: 'Ruth Adeyemi' }] });
  expect(await counted(here)).toMatchObject({ reviewed: 1 });
  expect(await counted(there)).toMatchObject({ reviewed: 0 });
  expect(await view(there, key)).toMatchObject({ state: 'draft', history: [] });

  expect(await refusalOf(here.request('POST', `${path(key)}/withdraw`, { ...decision, seen: null }))).toBe('409 reviewed-meanwhile');
  const withdrawn = await here.request<TextView>('POST', `${path(key)}/withdraw`, { ...decision, note: 'A word was wrong.', seen: approved.seen });
  expect(withdrawn).toMatchObject({ state: 'withdrawn', isSaid: false, reviewer: null });
  expect(withdrawn.history.map(({ state, note }) => [state, note])).toEqual([['withdrawn', 'A word was wrong.'], ['approved', null]]);
});

it('an edited text is checked as it is typed, shown as it would come, and approved as edited', async () => {
  const key = 'short/confirmed.neutral';
  const before = await view(here, key);
  const check = (pattern: string) => here.request<TextCheck>('POST', `${path(key)}/check`, { pattern });
  const good = await check(before.said);
  expect(good.problems).toEqual([]);
  expect(good.previews).toMatchObject([{ choice: 'With everything', sms: { encoding: 'UCS-2' }, english: expect.stringContaining('Your appointment') }, { choice: 'With as little as possible' }]);
  const broken = before.said.replace('{when}', '');
  expect((await check(broken)).problems).toEqual(expect.arrayContaining([expect.objectContaining({ rule: 'arguments-differ', mayBeMeant: false })]));
  expect(await refusalOf(approve(here, key, before, { pattern: broken }))).toBe('422 text-has-errors');
  expect(await check('{')).toMatchObject({ previews: [], problems: [{ rule: 'does-not-parse' }] });
  const edited = before.said.replace('{when}', '{when}.');
  expect(await approve(here, key, before, { pattern: edited })).toMatchObject({ said: edited, draft: before.draft, state: 'reviewed' });
});

it.each([
  ['a day that has not come', { reviewedOn: '2999-01-01' }, '422 reviewed-in-future'],
  ['nobody', { reviewerName: ' ' }, '422 invalid-input'],
  ['a text that has changed since', { version: 99 }, '409 text-changed'],
  ['a text of nothing', { pattern: '' }, '422 invalid-input'],
])('an approval by or of %s is refused with its reason', async (_, changes, refusal) => {
  expect(await refusalOf(approve(here, 'page/title', await view(here, 'page/title'), changes))).toBe(refusal);
});

it.each([
  [path('short/nothing'), '404 no-such-text'],
  [path('short/confirmed.private', 'en'), '404 no-text-in-language'],
  [path('short/confirmed.private', 'xx'), '404 no-text-in-language'],
  [path('loud/confirmed.private'), '422 invalid-input'],
])('%s is not there', async (address, refusal) => {
  expect(await refusalOf(here.request('GET', address))).toBe(refusal);
});

it('a clinic that sends only what was reviewed says no draft, and its reviewed texts all the same', async () => {
  const policyPath = '/api/organisation/policy';
  const { version, policy } = await there.request<VersionedPolicy>('GET', policyPath);
  const saidOf = async () => (await there.request<TextsOfLanguage>('GET', '/api/texts/uk')).texts.filter(({ isSaid, form }) => isSaid && form === 'short').map(({ key }) => key);
  expect(policy.drafts).toBe('who-when-where');
  expect(await saidOf()).toContain('confirmed.private');
  await there.request('PUT', policyPath, { version, policy: { ...policy, drafts: 'none' } });
  expect(await saidOf()).toEqual([]);
  await approve(there, 'short/confirmed.private', await view(there, 'short/confirmed.private'));
  expect(await saidOf()).toEqual(['confirmed.private']);
  await there.request('PUT', policyPath, { version: version + 1, policy });
  expect(await saidOf()).toContain('reminder.private');
});
