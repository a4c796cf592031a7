import type { Clinic } from '../../../tests/support/clinic';
import { type RemindersStand, remindersStand } from '../../../tests/support/reminders';
import { type Approval, Reviews } from './reviews.service';
import type { FileReading, ProposedChange } from './translator-changes';
import { TranslatorFiles } from './translator-files.service';
import { Wordbooks } from './wordbooks.service';

let stand: RemindersStand;
let files: TranslatorFiles;
let reviews: Reviews;
let here: Clinic;
let there: Clinic;

beforeAll(async () => {
  stand = await remindersStand();
  files = stand.nest.get(TranslatorFiles, { strict: false });
  reviews = stand.nest.get(Reviews, { strict: false });
});
beforeEach(async () => {
  await stand.startAgain();
  [here, there] = [await stand.aClinic(), await stand.aClinic()];
});
afterAll(() => stand.close());

const written = ({ staff }: Clinic): Promise<Buffer> => stand.database.read(staff, (tx) => files.write(tx, staff.organisationId, 'so'));
const read = ({ staff }: Clinic, content: string | Buffer, wanted: 'so' | 'uk' = 'so'): Promise<FileReading> =>
  stand.database.read(staff, (tx) => files.read(tx, staff.organisationId, Buffer.from(content), wanted));
/** As whoever has read all of it sends it back. */
const returned = async (clinic: Clinic): Promise<string> => (await written(clinic)).toString('utf8').replace(/^#, fuzzy\n/gmu, '');
const approvals = ({ changes }: FileReading): Approval[] => changes.map(approvalOf);
const approvalOf = ({ form, key, pattern, version, seen, problems }: ProposedChange): Approval => ({
  language: 'so', form, key, pattern, version, seen, confirmed: problems.map(({ rule }) => rule), reviewerName: 'A. Warsame', reviewerRole: 'translator', reviewedOn: '2026-11-24', note: null,
});
const said = ({ staff }: Clinic) => stand.database.read(staff, async (tx) => (await stand.nest.get(Wordbooks, { strict: false }).of(tx, staff.organisationId)).said('so', 'short', 'cancelled.private'));
const recorded = ({ staff }: Clinic) => stand.count('words.reviews where organisation_id = $1', [staff.organisationId]);

it('a translator’s file is approved in one go, under their name, and the next file says so', async () => {
  const content = (await returned(here)).replace('msgstr "Farriin"', 'msgstr "Farriin."');
  const reading = await read(here, content);
  expect(await recorded(here)).toBe(0);
  await reviews.approveAll(here.staff, approvals(reading));
  expect(await recorded(here)).toBe(reading.changes.length);
  expect(await said(here)).toMatchObject({ reviewState: 'reviewed', author: 'A. Warsame (translator), 24 November 2026' });
  expect((await written(here)).toString('utf8')).toContain('# Approved by A. Warsame (translator), 2026-11-24.');
  expect(await read(here, content)).toMatchObject({ changes: [], fuzzy: [], unchanged: reading.changes.length });
  expect([await recorded(there), await said(there)]).toEqual([0, null]);
});

it('a double click approves a file once', async () => {
  const all = approvals(await read(here, await returned(here))).slice(0, 5);
  await Promise.all([reviews.approveAll(here.staff, all), reviews.approveAll(here.staff, all)]);
  expect(await recorded(here)).toBe(5);
});

it.each<[string, string, (all: Approval[], clinic: Clinic) => Approval[] | Promise<Approval[]>]>([
  ['somebody has reviewed meanwhile', 'reviewed-meanwhile', async (all, { staff }) => (await reviews.approve(staff, { ...(all.at(-1) as Approval), reviewerName: 'B.' }), all)],
  ['has become another', 'text-changed', (all) => all.map((one, index) => ({ ...one, version: one.version + (index === all.length - 1 ? 1 : 0) }))],
  ['lost a brace', 'text-has-errors', (all) => all.map((one, index) => ({ ...one, pattern: index === all.length - 1 ? '{' : one.pattern }))],
])('of a file in which one text %s, nothing is approved (%s)', async (_, code, change) => {
  const all = await change(approvals(await read(here, await returned(here))), here);
  const before = await recorded(here);
  await expect(reviews.approveAll(here.staff, all)).rejects.toMatchObject({ code });
  expect(await recorded(here)).toBe(before);
});

it('a file of another language is refused with both names', async () => {
  await expect(read(here, await written(here), 'uk')).rejects.toMatchObject({ code: 'translator-file-of-another-language', message: expect.stringMatching(/in Somali, not in Ukrainian/) });
});
