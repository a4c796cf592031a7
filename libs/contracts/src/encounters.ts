import { z } from 'zod';
import { topic } from './bookings';
import { id, instant, line, page, searchText } from './shared';
import { level } from './varieties';

export const confidence = z.enum(['high', 'medium', 'low']);
export type Confidence = z.infer<typeof confidence>;

const varietyId = line(64);
export const pairParams = z.object({ patient: varietyId, interpreter: varietyId });
const namedVariety = z.object({ id: z.string(), name: z.string(), autonym: z.string().nullable() });

/** What decides for a pair, words aside. Confidence is null where nobody has judged it. */
export const terms = z.object({ level, confidence: confidence.nullable(), notFor: z.array(topic) });
export type Terms = z.infer<typeof terms>;

const byWhom = z.object({ id, name: z.string() });

/** A proposal to allow more, waiting for a second person. */
export const looseningView = z.object({
  id,
  /** Instead of terms of its own: follow the common table again. */
  lifts: z.boolean(),
  before: terms,
  after: terms,
  reason: z.string(),
  source: z.string(),
  proposedBy: byWhom,
  proposedAt: instant,
  /** What holds is no longer what the proposer saw: it cannot be approved as it is. */
  isOutdated: z.boolean(),
});
export type LooseningView = z.infer<typeof looseningView>;

/** A directed pair: a patient who uses the one, an interpreter of the other. */
export const encounterView = z.object({
  patient: namedVariety,
  interpreter: namedVariety,
  inEffect: terms,
  reason: z.string(),
  source: z.string(),
  origin: z.enum(['baseline', 'own']),
  /** Written by the team and reviewed by nobody. */
  isDraft: z.boolean(),
  /** Null: the common table says nothing. */
  baseline: terms.nullable(),
  own: z.object({ madeBy: byWhom, madeAt: instant, agreedByTwo: z.boolean(), hasLapsed: z.boolean() }).nullable(),
  loosening: looseningView.nullable(),
});
export type EncounterView = z.infer<typeof encounterView>;
export const encounterPage = page(encounterView);
export type EncounterPage = z.infer<typeof encounterPage>;

const yes = z.enum(['yes', 'no']).optional();
export const encounterQuery = z.object({
  search: searchText.optional(),
  level: level.optional(),
  /** Only what this organisation rules itself. */
  own: yes,
  /** Only what waits for a second person. */
  open: yes,
  after: z.string().max(200).optional(),
});
export type EncounterQueryInput = z.infer<typeof encounterQuery>;

export const rulingInput = z.object({
  level,
  confidence,
  notFor: z.array(topic).max(topic.options.length),
  reason: line(500),
  source: line(500),
});
export type RulingInput = z.infer<typeof rulingInput>;

/** Without terms: follow the common table again. */
export const looseningInput = z.union([rulingInput, z.object({ lift: z.literal(true), reason: line(500), source: line(500) })]);
export type LooseningInput = z.infer<typeof looseningInput>;

export const encounterEdit = z.object({
  id,
  what: z.enum(['tightened', 'reworded', 'proposed', 'approved', 'refused', 'withdrawn']),
  before: terms.omit({ confidence: true }),
  after: terms.omit({ confidence: true }),
  reason: z.string(),
  source: z.string(),
  madeBy: byWhom,
  madeAt: instant,
});
export type EncounterEdit = z.infer<typeof encounterEdit>;

/** One pair with what became of it here, newest first. */
export const encounterDetail = encounterView.extend({ history: z.array(encounterEdit) });
export type EncounterDetail = z.infer<typeof encounterDetail>;

export const encounterImportQuery = z.object({ dryRun: z.enum(['yes', 'no']).optional() });
/** Comma-separated text with the columns of the export; what is wrong with it is told line by line. */
export const encounterText = z.string();
export const encounterReport = z.object({
  counts: z.object({ unchanged: z.int(), tightens: z.int(), rewords: z.int(), proposes: z.int(), waits: z.int() }),
  /** Those that change something, or wait already. */
  lines: z.array(
    z.object({
      /** Of the file, the header being line 1. */
      line: z.int(),
      what: z.enum(['tightens', 'rewords', 'proposes', 'waits']),
      patient: z.string(),
      interpreter: z.string(),
      before: terms,
      after: terms,
    }),
  ),
  /** With one of these the file is refused whole. */
  complaints: z.array(z.object({ line: z.int(), sentence: z.string() })),
});
export type EncounterReport = z.infer<typeof encounterReport>;
