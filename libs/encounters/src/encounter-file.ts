import { csvOf, DomainError, parseCsv, textOfCell } from '@dragoman/kernel';
import { contradictions, encounterCells, isCalled, miscodes, type Registry, type Variety } from '@dragoman/languages';
import { z } from 'zod';
import type { OrganisationTable, RuledRow } from './organisation-table';

export const encounterColumns = [
  'patient_variety', 'patient_name', 'interpreter_variety', 'interpreter_name', 'level', 'confidence', 'not_for', 'reason',
  'source', 'origin',
] as const;

export const MOST_LINES = 10_000;

export interface FileComplaint {
  readonly line: number;
  readonly sentence: string;
}

export interface FileLine {
  readonly line: number;
  readonly row: RuledRow;
}

export interface EncounterFile {
  readonly lines: readonly FileLine[];
  readonly complaints: readonly FileComplaint[];
}

const { confidence, level, required, topicList, varietyId } = encounterCells;

/** Cells as a spreadsheet may give them back. */
const encounterLine = z.object({
  patient_variety: varietyId,
  patient_name: required,
  interpreter_variety: varietyId,
  interpreter_name: required,
  level,
  confidence,
  not_for: topicList,
  reason: required.pipe(z.string().max(500, 'has more than 500 characters')),
  source: required.pipe(z.string().max(500, 'has more than 500 characters')),
  origin: z.enum(['baseline', 'own', ''], { error: 'is not one of baseline, own' }),
});
type EncounterLine = z.output<typeof encounterLine>;

const headerComplaints = (cells: Readonly<Record<string, string>>): FileComplaint[] => {
  const given = Object.keys(cells);
  const missing = encounterColumns.filter((column) => !given.includes(column));
  const unknown = given.filter((column) => !encounterColumns.some((known) => known === column));
  return [
    ...missing.map((column) => ({ line: 1, sentence: `The column ${column} is missing.` })),
    ...unknown.map((column) => ({ line: 1, sentence: `There is no column “${column}” in an encounter table.` })),
  ];
};

/** Public lists miscode: the name beside a code is what shows that another language was meant. */
const nameComplaint = (registry: Registry, id: string, name: string): string | undefined => {
  const variety = registry.find(id);
  if (variety) return isCalled(variety, name) ? undefined : `${id} is ${variety.nameEn}, not “${name}”.`;
  const really = miscodes[id] ?? registry.renamed(id)?.id;
  return `${id} is not the id of a language here${really ? `; it is ${really}` : ''}.`;
};

const sentencesAbout = (registry: Registry, line: EncounterLine): string[] => {
  const named = [
    nameComplaint(registry, line.patient_variety, line.patient_name),
    nameComplaint(registry, line.interpreter_variety, line.interpreter_name),
  ].flatMap((sentence) => sentence ?? []);
  if (named.length > 0) return named;
  const [patient, interpreter] = [registry.find(line.patient_variety), registry.find(line.interpreter_variety)];
  return contradictions(patient, interpreter, line).map((what) => `${what}.`);
};

const rowOf = (line: EncounterLine): RuledRow => ({
  patientVariety: line.patient_variety,
  interpreterVariety: line.interpreter_variety,
  level: line.level,
  confidence: line.confidence,
  notFor: [...new Set(line.not_for)],
  reason: line.reason,
  source: line.source,
});

/** The second of two lines for one pair, whether it repeats the first or contradicts it. */
const twiceIn = (lines: readonly FileLine[]): FileComplaint[] => {
  const firsts = new Map<string, FileLine>();
  return lines.flatMap((one) => {
    const { patientVariety, interpreterVariety, level: said } = one.row;
    const first = firsts.get(`${patientVariety}/${interpreterVariety}`);
    if (!first) {
      firsts.set(`${patientVariety}/${interpreterVariety}`, one);
      return [];
    }
    const pair = `${patientVariety} with ${interpreterVariety}`;
    const sentence =
      first.row.level === said ? `${pair} is already in line ${first.line}.` : `${pair} is ${said} here and ${first.row.level} in line ${first.line}.`;
    return [{ line: one.line, sentence }];
  });
};

const readTable = (text: string): ReturnType<typeof parseCsv> | FileComplaint => {
  try {
    return parseCsv(text);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { line: Number(/^Line (\d+)/.exec(error.message)?.[1] ?? 1), sentence: error.message };
  }
};

/** Every complaint there is about a file, in the order of its lines; without any, its rows. */
export const readEncounterFile = (registry: Registry, text: string): EncounterFile => {
  const table = readTable(text);
  if (!Array.isArray(table)) return { lines: [], complaints: [table] };
  if (table.length > MOST_LINES)
    return { lines: [], complaints: [{ line: MOST_LINES + 2, sentence: `A file has at most ${MOST_LINES} lines; this one has ${table.length}.` }] };
  const [first] = table;
  if (!first) return { lines: [], complaints: [{ line: 1, sentence: 'There are no lines under the header.' }] };
  const aboutHeader = headerComplaints(first.cells);
  if (aboutHeader.length > 0) return { lines: [], complaints: aboutHeader };
  const complaints: FileComplaint[] = [];
  const lines = table.flatMap(({ line, cells }): FileLine[] => {
    const read = encounterLine.safeParse(Object.fromEntries(Object.entries(cells).map(([column, cell]) => [column, textOfCell(cell)])));
    if (!read.success) {
      complaints.push(...read.error.issues.map(({ path, message }) => ({ line, sentence: `${path.join('.')} ${message}.` })));
      return [];
    }
    complaints.push(...sentencesAbout(registry, read.data).map((sentence) => ({ line, sentence })));
    return [{ line, row: rowOf(read.data) }];
  });
  return { lines, complaints: [...complaints, ...twiceIn(lines)].sort((one, other) => one.line - other.line) };
};

const byName = (one: Variety, other: Variety): number => (one.nameEn < other.nameEn ? -1 : one.nameEn > other.nameEn ? 1 : 0);

/** What is in effect, by name; importing it again changes nothing. */
export const writeEncounterFile = (registry: Registry, table: OrganisationTable): string =>
  csvOf(
    encounterColumns,
    table
      .pairs()
      .map((pair) => ({
        pair,
        patient: registry.variety(pair.patientVariety),
        interpreter: registry.variety(pair.interpreterVariety),
        judged: table.judge(pair),
      }))
      .filter(({ judged }) => judged.confidence !== null)
      .sort((one, other) => byName(one.patient, other.patient) || byName(one.interpreter, other.interpreter))
      .map(({ pair, patient, interpreter, judged }) => ({
        patient_variety: patient.id,
        patient_name: patient.nameEn,
        interpreter_variety: interpreter.id,
        interpreter_name: interpreter.nameEn,
        level: judged.level,
        confidence: judged.confidence ?? 'high',
        not_for: judged.notFor.join(' '),
        reason: judged.reason,
        source: judged.source,
        origin: table.ruling(pair) ? 'own' : 'baseline',
      })),
  );
