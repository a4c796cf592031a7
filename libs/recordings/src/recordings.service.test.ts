import { newId } from '@dragoman/kernel';
import type { StaffActor } from '@dragoman/platform';
import { phrases } from '@dragoman/words';
import { type MessagingStand, messagingStand } from '../../../tests/support/messaging';
import { aTone } from '../../../tests/support/sounds';
import { Recordings } from './recordings.service';

let stand: MessagingStand;
let recordings: Recordings;
let here: StaffActor;
let there: StaffActor;

beforeAll(async () => {
  stand = await messagingStand();
  recordings = stand.recordings;
  await stand.superuser.query(`insert into languages.varieties (id, position, name_en, other_names, kind, bookable, scripts, countries, source)
    values ('rhg', 1, 'Rohingya', '{}', 'spoken', true, '{}', '{}', 'test')`);
});
beforeEach(async () => {
  await stand.superuser.query('delete from recordings.recordings');
  [here, there] = [await stand.organisation(), await stand.organisation()];
});
afterAll(() => stand.close());

const heard = (by: StaffActor) => stand.database.read(by, (tx) => recordings.heard(tx, { organisationId: by.organisationId, varietyId: 'rhg' }));
const says = (hertz: number, change: object = {}) => ({ varietyId: 'rhg', phrase: 'day-1', speaker: 'Amna', replaces: null, sound: aTone({ hertz, seconds: 0.3 }), ...change });

it('a phrase that a clinic recorded is heard by its own patients and by nobody else’s', async () => {
  await recordings.record(here, says(440));
  expect(await heard(here)).toMatchObject([{ phrase: 'day-1', isOwn: true, speaker: 'Amna', type: 'audio/wav', seconds: expect.closeTo(0.3, 2) }]);
  expect(await heard(there)).toEqual([]);
  expect(await stand.database.read(there, (tx) => tx.query('select * from recordings.recordings'))).toEqual([]);
});

it('a clinic’s own recording is heard before the installation’s, and the installation’s again when it is removed', async () => {
  await recordings.keep('rhg', [{ name: 'day-1', sound: aTone({ hertz: 300 }) }]);
  const [common] = await heard(here);
  await recordings.record(here, says(440));
  const [own] = await heard(here);
  expect([own?.isOwn, (await heard(there))[0]?.id]).toEqual([true, common?.id]);
  await recordings.remove(here, own?.id ?? '');
  await recordings.remove(here, own?.id ?? '');
  expect(await heard(here)).toEqual([common]);
});

it('nobody removes or changes what the installation has for all, or what is another clinic’s', async () => {
  await recordings.keep('rhg', [{ name: 'day-1', sound: aTone({ hertz: 300 }) }]);
  await recordings.record(there, says(440, { phrase: 'day-2' }));
  const [common] = await heard(here);
  const theirs = (await heard(there)).find(({ isOwn }) => isOwn);
  await expect(recordings.remove(here, common?.id ?? '')).rejects.toMatchObject({ code: 'no-such-recording' });
  await recordings.remove(here, theirs?.id ?? '');
  await stand.database.transaction(here, (tx) => tx.query(`update recordings.recordings set speaker = 'x'`));
  await stand.database.transaction(here, (tx) => tx.query('delete from recordings.recordings'));
  const { rows } = await stand.superuser.query('select phrase, speaker from recordings.recordings order by phrase');
  expect(rows).toEqual([{ phrase: 'day-1', speaker: null }, { phrase: 'day-2', speaker: 'Amna' }]);
  const forged = `insert into recordings.recordings (id, organisation_id, variety_id, phrase, type, sound, imported_at)
    select gen_random_uuid(), organisation_id, variety_id, 'day-3', type, sound, imported_at from (select null::uuid as organisation_id, variety_id, type, sound, imported_at from recordings.recordings limit 1) r`;
  await expect(stand.database.transaction(here, (tx) => tx.query(forged))).rejects.toThrow(/row-level security/);
});

it('a double click records once, and another sound needs to have seen the one that it replaces', async () => {
  await Promise.all([recordings.record(here, says(440)), recordings.record(here, says(440))]);
  const [first] = await heard(here);
  await recordings.record(here, says(440));
  expect((await heard(here))[0]?.id).toBe(first?.id);
  await expect(recordings.record(here, says(600))).rejects.toMatchObject({ code: 'recorded-meanwhile' });
  await recordings.record(here, says(600, { replaces: first?.id }));
  expect((await heard(here))[0]?.id).not.toBe(first?.id);
});

it('of two people who record the same phrase at once, one is told', async () => {
  const done = await Promise.allSettled([recordings.record(here, says(440)), recordings.record(here, says(600))]);
  expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(done.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'recorded-meanwhile' } });
  expect(await heard(here)).toHaveLength(1);
});

it('a variety is called in by the clinic that has every phrase, its own or the installation’s', async () => {
  const [last = '', ...rest] = phrases;
  await recordings.keep('rhg', rest.map((name) => ({ name, sound: aTone({ seconds: 0.2, rate: 8_000 }) })));
  await recordings.record(here, says(440, { phrase: last }));
  const complete = (by: StaffActor) => stand.database.read(by, (tx) => recordings.complete(tx, [here.organisationId, there.organisationId]));
  expect(await complete(here)).toEqual([{ organisationId: here.organisationId, varietyId: 'rhg', varietyName: 'Rohingya' }]);
  expect(await complete(there)).toEqual([]);
});

it('a phrase that no call says is refused', async () => {
  await expect(recordings.record(here, says(440, { phrase: 'hello' }))).rejects.toMatchObject({ code: 'unknown-phrase' });
  expect(await stand.database.read(here, (tx) => recordings.heardAt(tx, newId()))).toBeNull();
});
