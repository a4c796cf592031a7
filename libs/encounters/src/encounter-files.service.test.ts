import { randomUUID } from 'node:crypto';
import { csvOf, parseCsv } from '@dragoman/kernel';
import type { StaffActor } from '@dragoman/platform';
import { type ClinicStand, clinicStand } from '../../../tests/support/clinic';
import { encounterColumns } from './encounter-file';
import { EncounterFiles } from './encounter-files.service';
import { Rulings } from './rulings.service';

let stand: ClinicStand;
let files: EncounterFiles;
let rulings: Rulings;
let ruth: StaffActor;

type Cells = Record<(typeof encounterColumns)[number], string>;

const names: Record<string, string> = {
  haz: 'Hazaragi', prs: 'Dari', ces: 'Czech', slk: 'Slovak', ach: 'Acholi', laj: 'Lango', som: 'Somali', ara: 'Arabic', bfi: 'British Sign Language',
};

const line = (pair: string, level: string, more: Partial<Cells> = {}): Cells => {
  const [patient = '', interpreter = ''] = pair.split(' ');
  return {
    patient_variety: patient, patient_name: names[patient] ?? patient, interpreter_variety: interpreter,
    interpreter_name: names[interpreter] ?? interpreter, level, confidence: 'medium', not_for: '', reason: 'what we saw',
    source: 'our record', origin: '', ...more,
  };
};
const file = (...lines: Cells[]): string => csvOf(encounterColumns, lines);

const written = (): Promise<string> => stand.database.read(ruth, (tx) => files.write(tx, ruth.organisationId));
const rehearsed = (text: string) => stand.database.read(ruth, (tx) => files.rehearse(tx, ruth.organisationId, text));
const complaintsOf = async (text: string): Promise<string[]> =>
  (await rehearsed(text)).complaints.map(({ line: n, sentence }) => `${n}: ${sentence}`);
const edits = () => stand.count('languages.edits where organisation_id = $1', [ruth.organisationId]);

beforeAll(async () => {
  stand = await clinicStand();
  files = stand.nest.get(EncounterFiles, { strict: false });
  rulings = stand.nest.get(Rulings, { strict: false });
});

beforeEach(async () => {
  ruth = (await stand.aClinic()).staff;
});

afterAll(() => stand.close());

it('exports what is in effect, and importing that changes nothing', async () => {
  await rulings.tighten(ruth, {
    patientVariety: 'haz', interpreterVariety: 'prs', level: 'never_auto', confidence: 'high', notFor: [],
    reason: '=cmd|run me, “please”', source: '-',
  });
  const text = await written();
  const rows = parseCsv(text);
  expect(rows.length).toBe(956);
  const own = rows.filter(({ cells }) => cells.origin === 'own');
  expect(own.map(({ cells }) => [cells.patient_name, cells.interpreter_name, cells.level, cells.reason, cells.source])).toEqual([
    ['Hazaragi', 'Dari', 'never_auto', `'=cmd|run me, “please”`, `'-`],
  ]);
  const before = await edits();
  expect(await files.import(ruth, text)).toEqual({ counts: { unchanged: 956, tightens: 0, rewords: 0, proposes: 0, waits: 0 }, lines: [], complaints: [] });
  expect(await edits()).toBe(before);
});

it('tightens at once and proposes what loosens, after a rehearsal that says so and changes nothing', async () => {
  const text = file(line('ces slk', 'last_resort'), line('ach laj', 'close_consent'), line('slk ces', 'close_consent'));
  const rehearsal = await rehearsed(text);
  expect(rehearsal.lines.map(({ line: n, what }) => [n, what])).toEqual([[2, 'tightens'], [3, 'proposes']]);
  expect(await edits()).toBe(0);
  expect(await files.import(ruth, text)).toEqual(rehearsal);
  const { items } = await stand.database.read(ruth, (tx) => rulings.list(tx, ruth.organisationId, { own: true }));
  expect(items.map(({ patient, judgement }) => [patient.id, judgement.level])).toEqual([['ces', 'last_resort']]);
  const open = await stand.database.read(ruth, (tx) => rulings.list(tx, ruth.organisationId, { open: true }));
  expect(open.items.map(({ patient, judgement, loosening }) => [patient.id, judgement.level, loosening?.level])).toEqual([
    ['ach', 'last_resort', 'close_consent'],
  ]);
  expect((await rehearsed(text)).counts).toEqual({ unchanged: 2, tightens: 0, rewords: 0, proposes: 0, waits: 1 });
  const { rows } = await stand.superuser.query(`select details from audit.entries where action = 'encounters.imported' and organisation_id = $1`, [ruth.organisationId]);
  expect(rows).toEqual([{ details: { unchanged: 1, tightens: 1, rewords: 0, proposes: 1, waits: 0 } }]);
});

describe('a file is refused whole', () => {
  it.each<[string, Cells, string]>([
    ['an unknown id', line('xyz slk', 'never_auto', { patient_name: 'Xyz' }), '3: xyz is not the id of a language here.'],
    ['a code of another language', line('slk ces', 'never_auto', { patient_name: 'Slovene' }), '3: slk is Slovak, not “Slovene”.'],
    ['the same again', line('ces slk', 'last_resort'), '3: ces with slk is already in line 2.'],
    ['a contradiction', line('ces slk', 'never_auto'), '3: ces with slk is never_auto here and last_resort in line 2.'],
    ['close on a guess', line('slk ces', 'close_consent', { confidence: 'low' }), '3: close_consent needs at least medium confidence.'],
    ['a macro name to be booked', line('ara slk', 'last_resort'), '3: ara is not bookable, so the level cannot be last_resort.'],
    ['speech for sign', line('bfi slk', 'last_resort'), '3: speech against sign cannot be last_resort.'],
    ['a blank reason', line('slk ces', 'never_auto', { reason: '  ' }), '3: reason is empty.'],
    ['a blank source', line('slk ces', 'never_auto', { source: '' }), '3: source is empty.'],
    ['no name beside the code', line('slk ces', 'never_auto', { interpreter_name: '' }), '3: interpreter_name is empty.'],
    ['an unknown topic', line('slk ces', 'close_consent', { not_for: 'dreams' }), '3: not_for names dreams, which is not one of'],
    ['an unknown level', line('slk ces', 'maybe'), '3: level is not one of exact'],
    ['two names declared one language', line('slk ces', 'exact'), '3: only the common table says that two names are one language.'],
  ])('for %s', async (_, bad, sentence) => {
    const text = file(line('ces slk', 'last_resort'), bad);
    expect(await complaintsOf(text)).toEqual([expect.stringContaining(sentence)]);
    await expect(files.import(ruth, text)).rejects.toMatchObject({ kind: 'invalid', code: 'bad-encounter-file' });
    expect(await edits()).toBe(0);
  });

  it('names every bad line, in their order', async () => {
    const text = file(line('xyz slk', 'never_auto'), line('ces slk', 'never_auto'), line('slk ces', 'never_auto', { reason: '' }));
    expect(await complaintsOf(text)).toEqual(['2: xyz is not the id of a language here.', '4: reason is empty.']);
  });

  it.each([
    ['a column that is missing', 'patient_variety,level\nces,exact\n', '1: The column patient_name is missing.'],
    ['a column that nobody knows', `${encounterColumns.join(',')},wish\n${'x,'.repeat(10)}x\n`, '1: There is no column “wish” in an encounter table.'],
    ['a broken line', `${encounterColumns.join(',')}\n1,2\n`, '2: Line 2: 2 cells where the header has 10.'],
    ['nothing in it', '', '1: Line 1: there is no header.'],
  ])('for %s', async (_, text, sentence) => {
    expect(await complaintsOf(text)).toContain(sentence);
  });

  it('for more lines than anybody reads', async () => {
    const text = `${encounterColumns.join(',')}\n${`${'x,'.repeat(9)}x\n`.repeat(10_001)}`;
    expect(await complaintsOf(text)).toEqual(['10002: A file has at most 10000 lines; this one has 10001.']);
  });

  it('where another proposal for the pair is waiting', async () => {
    await rulings.propose(ruth, {
      patientVariety: 'ach', interpreterVariety: 'ben', level: 'last_resort', confidence: 'medium', notFor: [], reason: 'x', source: 'y',
    });
    const text = file(line('ach ben', 'close_consent', { interpreter_name: 'Bengali' }));
    expect(await complaintsOf(text)).toEqual(['2: another proposal for ach with ben is waiting: decide it first.']);
  });
});

describe('the list', () => {
  const list = (query: Parameters<Rulings['list']>[2]) => stand.database.read(ruth, (tx) => rulings.list(tx, ruth.organisationId, query));

  it('comes in pages that leave nothing out and repeat nothing', async () => {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const { items, next } = await list({ after });
      items.forEach(({ patient, interpreter }) => seen.push(`${patient.id}/${interpreter.id}`));
      after = next ?? undefined;
    } while (after !== undefined);
    expect(seen.length).toBe(956);
    expect(new Set(seen).size).toBe(956);
  });

  it('finds a language by any of its names, and a level', async () => {
    const { items } = await list({ search: 'hazaragi', level: 'close_consent' });
    expect(items.map(({ patient, interpreter }) => [patient.id, interpreter.id])).toEqual([['prs', 'haz'], ['haz', 'prs']]);
    expect((await list({ search: randomUUID() })).items).toEqual([]);
  });

  it('refuses a page that it never gave out', async () => {
    await expect(list({ after: 'haz/nothing' })).rejects.toMatchObject({ code: 'unknown-page' });
  });
});
