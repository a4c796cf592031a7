import { plainName } from '@dragoman/kernel';
import { type Level, namesOf, type Registry, type Variety } from '@dragoman/languages';
import type { Judgement } from './encounter';
import type { OrganisationTable } from './organisation-table';
import { unknownPage } from './ruling.errors';
import type { Terms } from './ruling.policy';
import type { Loosening, OwnRuling, Pair } from './ruling.queries';

export interface EncounterQuery {
  /** Words of the names of either language, in any of its names. */
  readonly search?: string | undefined;
  readonly level?: Level | undefined;
  /** Only what the organisation rules itself. */
  readonly own?: boolean | undefined;
  /** Only what waits for a second person. */
  readonly open?: boolean | undefined;
  readonly after?: string | undefined;
}

export interface EncounterRow {
  readonly patient: Variety;
  readonly interpreter: Variety;
  readonly judgement: Judgement;
  /** Null: nothing is said of this pair in the baseline. */
  readonly baseline: Terms | null;
  readonly own: OwnRuling | null;
  readonly hasLapsed: boolean;
  readonly loosening: Loosening | null;
}

export interface EncounterList {
  readonly items: readonly EncounterRow[];
  readonly next: string | null;
}

const PAGE = 50;

const isOf = (pair: Pair) => (other: Pair) =>
  other.patientVariety === pair.patientVariety && other.interpreterVariety === pair.interpreterVariety;

export const encounterRow = (registry: Registry, table: OrganisationTable, loosenings: readonly Loosening[], pair: Pair): EncounterRow => ({
  patient: registry.variety(pair.patientVariety),
  interpreter: registry.variety(pair.interpreterVariety),
  judgement: table.judge(pair),
  baseline: table.baselineRow(pair) ?? null,
  own: table.ruling(pair) ?? null,
  hasLapsed: table.hasLapsed(pair),
  loosening: loosenings.find(isOf(pair)) ?? null,
});

/** Names first, ids so that no two are the same. */
const sortKey = (registry: Registry, { patientVariety, interpreterVariety }: Pair): string =>
  [registry.variety(patientVariety).nameEn, patientVariety, registry.variety(interpreterVariety).nameEn, interpreterVariety]
    .join('\u0000')
    .toLowerCase();

const cursorOf = ({ patientVariety, interpreterVariety }: Pair): string => `${patientVariety}/${interpreterVariety}`;

/** @throws Invalid `unknown-page` */
const readCursor = (registry: Registry, cursor: string): Pair => {
  const [patientVariety = '', interpreterVariety = ''] = cursor.split('/');
  if (!registry.find(patientVariety) || !registry.find(interpreterVariety)) throw unknownPage();
  return { patientVariety, interpreterVariety };
};

const isCalled = (search: string) => {
  const words = plainName(search).split(' ').filter(Boolean);
  return ({ patient, interpreter }: EncounterRow): boolean => {
    const names = [patient, interpreter].flatMap((variety) => [variety.id, ...namesOf(variety).map(plainName)]).join(' ');
    return words.every((word) => names.includes(word));
  };
};

/** @throws Invalid `unknown-page` */
export const listEncounters = (
  registry: Registry,
  table: OrganisationTable,
  loosenings: readonly Loosening[],
  { search = '', level, own, open, after }: EncounterQuery,
): EncounterList => {
  const from = after === undefined ? '' : sortKey(registry, readCursor(registry, after));
  const pairs = new Map([...table.pairs(), ...loosenings].map((pair) => [sortKey(registry, pair), pair]));
  const isFound = isCalled(search);
  const rows = [...pairs]
    .filter(([key]) => key > from)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, pair]) => encounterRow(registry, table, loosenings, pair))
    .filter((row) => (!level || row.judgement.level === level) && (!own || row.own) && (!open || row.loosening) && isFound(row));
  const items = rows.slice(0, PAGE);
  const last = items.at(-1);
  const next = last && rows.length > PAGE ? cursorOf({ patientVariety: last.patient.id, interpreterVariety: last.interpreter.id }) : null;
  return { items, next };
};
