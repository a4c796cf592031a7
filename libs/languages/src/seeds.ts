import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CsvRow, DomainError, Invalid, parseCsv } from '@dragoman/kernel';
import type { z } from 'zod';
import { contradictions } from './admission';
import type { LanguageFacts } from './registry';
import { aliasLine, countryLine, type LinkLine, linkLine, triageLine, varietyLine } from './seed.schema';
import type { Encounter, SpokenIn, Variety } from './variety';

/** The facts that ship with the program. */
export const shippedSeeds = join(import.meta.dirname, '../seeds');

export const seedFiles = {
  varieties: 'varieties.csv',
  triage: 'triage-questions.csv',
  links: 'variety-links.csv',
  refusals: 'variety-links-extra-refusals.csv',
  aliases: 'id-aliases.csv',
  countries: 'variety-countries.csv',
} as const;

export interface Baseline extends LanguageFacts {
  readonly spokenIn: readonly SpokenIn[];
  /** SHA-256 over the files, hexadecimal. */
  readonly contentHash: string;
}

interface Line<Value> {
  /** `variety-links.csv line 12` */
  readonly at: string;
  readonly value: Value;
}

/** Collects what is wrong in all files, so that one run names every bad line. */
class Complaints {
  private readonly sentences: string[] = [];

  add(at: string, what: string): void {
    this.sentences.push(`${at}: ${what}`);
  }

  /** @throws Invalid `bad-language-seeds`: one bad line refuses all files, and nothing is loaded. */
  refuseIfAny(): void {
    if (this.sentences.length > 0)
      throw new Invalid('bad-language-seeds', `The language files are refused whole.\n${this.sentences.join('\n')}`, {
        lines: this.sentences,
      });
  }
}

const rowsOf = (file: string, text: string, complaints: Complaints): CsvRow[] => {
  try {
    return parseCsv(text);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    complaints.add(file, error.message);
    return [];
  }
};

const linesOf = <Schema extends z.ZodType>(
  file: string,
  text: string,
  schema: Schema,
  complaints: Complaints,
): Line<z.output<Schema>>[] =>
  rowsOf(file, text, complaints).flatMap(({ line, cells }) => {
    const at = `${file} line ${line}`;
    const { success, data, error } = schema.safeParse(cells);
    if (success) return [{ at, value: data }];
    for (const { path, message } of error.issues) complaints.add(at, `${path.join('.')} ${message}`);
    return [];
  });

/** First line of each key; later ones are complained about. */
const uniqueBy = <Value>(lines: readonly Line<Value>[], keyOf: (value: Value) => string, complaints: Complaints) => {
  const firsts = new Map<string, Line<Value>>();
  for (const line of lines) {
    const first = firsts.get(keyOf(line.value));
    if (first) complaints.add(line.at, `${keyOf(line.value)} is already in ${first.at}`);
    else firsts.set(keyOf(line.value), line);
  }
  return firsts;
};

type VarietyLines = ReadonlyMap<string, Line<z.output<typeof varietyLine>>>;

const checkVarieties = (varieties: VarietyLines, questions: ReadonlyMap<string, unknown>, complaints: Complaints): void => {
  for (const { at, value } of varieties.values()) {
    if (value.kind === 'macro' && value.bookable) complaints.add(at, `${value.id} is a macro name and bookable at once`);
    if (!value.bookable && !questions.has(value.id)) complaints.add(at, `${value.id} is not bookable and has no triage question`);
    const seen = new Set([value.id]);
    for (let parent = value.parentId; parent; parent = varieties.get(parent)?.value.parentId ?? null) {
      if (!varieties.has(parent)) complaints.add(at, `${parent} is not in ${seedFiles.varieties}`);
      if (seen.has(parent)) {
        complaints.add(at, `${value.id} is its own ancestor`);
        break;
      }
      seen.add(parent);
    }
  }
};

const checkIdsKnown = (at: string, ids: readonly string[], varieties: VarietyLines, complaints: Complaints): boolean => {
  const unknown = ids.filter((id) => !varieties.has(id));
  for (const id of unknown) complaints.add(at, `${id} is not in ${seedFiles.varieties}`);
  return unknown.length === 0;
};

/** What is admitted of any row, and R7: a bookable pair is stored both ways. */
const contradictionsIn = (link: LinkLine, varieties: VarietyLines): string[] => [
  ...contradictions(varieties.get(link.requested)?.value, varieties.get(link.offered)?.value, link),
  ...(link.direction === 'one' && link.level !== 'never_auto' ? [`only never_auto may go one way, not ${link.level}`] : []),
];

const directed = ({ requested, offered, direction, ...link }: LinkLine): Encounter[] => {
  const { level, confidence, reason, source, not_for: notFor } = link;
  const judged = { level, confidence, reason, source, notFor, reviewState: 'draft' } as const;
  const there = { patientVariety: requested, interpreterVariety: offered, ...judged };
  const back = { patientVariety: offered, interpreterVariety: requested, ...judged };
  return direction === 'both' ? [there, back] : [there];
};

const encountersOf = (links: readonly Line<LinkLine>[], varieties: VarietyLines, complaints: Complaints): Encounter[] => {
  const firsts = new Map<string, { at: string; encounter: Encounter }>();
  for (const { at, value } of links) {
    if (!checkIdsKnown(at, [value.requested, value.offered], varieties, complaints)) continue;
    for (const sentence of contradictionsIn(value, varieties)) complaints.add(at, sentence);
    for (const encounter of directed(value)) {
      const pair = `${encounter.patientVariety} with ${encounter.interpreterVariety}`;
      const first = firsts.get(pair);
      if (!first) firsts.set(pair, { at, encounter });
      else if (first.encounter.level === encounter.level) complaints.add(at, `${pair} is already in ${first.at}`);
      else complaints.add(at, `${pair} is ${encounter.level} here and ${first.encounter.level} in ${first.at}`);
    }
  }
  return [...firsts.values()].map(({ encounter }) => encounter);
};

/** The countries of varieties.csv, and what variety-countries.csv adds to them or knows more exactly. */
const spokenInOf = (varieties: VarietyLines, countries: Iterable<Line<SpokenIn>>): SpokenIn[] => {
  const named = [...varieties.values()].flatMap(({ value: { id, source, countries: codes } }) =>
    codes.map((country): SpokenIn => ({ varietyId: id, country, percent: null, source })),
  );
  const all = [...named, ...[...countries].map(({ value }) => value)];
  return [...new Map(all.map((one) => [`${one.varietyId} ${one.country}`, one])).values()];
};

/** Files by their names in `seedFiles`. @throws Invalid `bad-language-seeds` naming every bad line */
export const baselineOf = (texts: Readonly<Record<keyof typeof seedFiles, string>>): Baseline => {
  const complaints = new Complaints();
  const read = <Schema extends z.ZodType>(name: keyof typeof seedFiles, schema: Schema) =>
    linesOf(seedFiles[name], texts[name], schema, complaints);
  const varieties = uniqueBy(read('varieties', varietyLine), ({ id }) => id, complaints);
  const questions = uniqueBy(read('triage', triageLine), ({ varietyId }) => varietyId, complaints);
  const aliases = uniqueBy(read('aliases', aliasLine), ({ oldId }) => oldId, complaints);
  const countries = uniqueBy(read('countries', countryLine), ({ varietyId, country }) => `${varietyId} in ${country}`, complaints);
  checkVarieties(varieties, questions, complaints);
  for (const { at, value } of countries.values()) checkIdsKnown(at, [value.varietyId], varieties, complaints);
  for (const { at, value } of questions.values())
    checkIdsKnown(at, [value.varietyId, ...value.alsoAsk], varieties, complaints);
  for (const { at, value } of aliases.values()) {
    checkIdsKnown(at, [value.varietyId], varieties, complaints);
    if (varieties.has(value.oldId)) complaints.add(at, `${value.oldId} is an id of today`);
  }
  const encounters = encountersOf([...read('links', linkLine), ...read('refusals', linkLine)], varieties, complaints);
  complaints.refuseIfAny();
  return {
    varieties: [...varieties.values()].map(({ value }): Variety => {
      const triage = questions.get(value.id)?.value;
      return { ...value, triageQuestion: triage?.question ?? null, triageAlso: triage?.alsoAsk ?? [] };
    }),
    encounters,
    spokenIn: spokenInOf(varieties, countries.values()),
    aliases: [...aliases.values()].map(({ value }) => value),
    contentHash: createHash('sha256').update(JSON.stringify(texts)).digest('hex'),
  };
};

/** @throws Invalid `bad-language-seeds` naming every bad line */
export const readBaseline = async (folder: string): Promise<Baseline> => {
  const names = Object.keys(seedFiles) as (keyof typeof seedFiles)[];
  const texts: [string, string][] = [];
  // One after the other, so that of several missing files the first is the one that is named.
  for (const name of names) texts.push([name, await readFile(join(folder, seedFiles[name]), 'utf8')]);
  return baselineOf(Object.fromEntries(texts) as Record<keyof typeof seedFiles, string>);
};
