import type { Confidence, Encounter, Level, Registry, ReviewState, Triage, Variety } from '@dragoman/languages';
import { inEffect, type Ruling } from './ruling.policy';

/** May this interpreter speak for this patient, and why. */
export interface Judgement {
  readonly level: Level;
  readonly reason: string;
  readonly source: string;
  /** Null where nobody has judged the pair: it is refused because no row allows it. */
  readonly confidence: Confidence | null;
  readonly reviewState: ReviewState;
  /** Purposes that the row is not good enough for; empty in most. */
  readonly notFor: readonly string[];
  /** The question that opens instead of a booking. */
  readonly triage?: Triage;
}

const byRule = (rule: string, level: Level, confidence: Confidence | null, reason: string): Judgement => ({
  level,
  reason,
  source: `Rule ${rule} of the encounter table; team-draft`,
  confidence,
  reviewState: 'draft',
  notFor: [],
});

const byRow = ({ level, reason, source, confidence, reviewState, notFor }: Encounter): Judgement => ({
  level,
  reason,
  source,
  confidence,
  reviewState,
  notFor,
});

const whyNotBookable = ({ nameEn, kind }: Variety): string =>
  kind === 'macro'
    ? `“${nameEn}” names several varieties and cannot be booked: ask which one it is.`
    : `“${nameEn}” is not a language to book an interpreter for: ask first.`;

/** Rule R2: the row may explain better why not, but can never lift the refusal. */
const refuseUntilAsked = (registry: Registry, notBookable: Variety, row: Encounter | undefined): Judgement => {
  const refusal =
    row?.level === 'never_auto' ? byRow(row) : byRule('R2', 'never_auto', 'high', whyNotBookable(notBookable));
  const triage = registry.triage(notBookable);
  return triage ? { ...refusal, triage } : refusal;
};

/**
 * Judges the whole encounter, both directions of speech in it, by the rules R1 to R4 of `seeds/variety-rules.csv`:
 * the same variety is exact, what is not bookable or of another kind is refused, then only the directed row decides.
 * Nothing is looked up in reverse, and nothing is inferred from a code, a country or the tree.
 * @param ruling what the organisation says of this directed pair; it comes after R1 to R3, which no ruling lifts.
 * @throws NotFound `unknown-variety`
 */
export const judge = (registry: Registry, patientVariety: string, interpreterVariety: string, ruling?: Ruling): Judgement => {
  const patient = registry.variety(patientVariety);
  const interpreter = registry.variety(interpreterVariety);
  const { row } = inEffect(registry.encounter(patient.id, interpreter.id), ruling);
  const notBookable = [patient, interpreter].find(({ bookable }) => !bookable);
  if (notBookable) return refuseUntilAsked(registry, notBookable, row);
  if (patient.id === interpreter.id) return byRule('R1', 'exact', 'high', `Both use ${patient.nameEn}.`);
  if (patient.kind !== interpreter.kind)
    return byRule('R3', 'never_auto', 'high', 'Speech never stands in for a sign language, nor a sign language for speech.');
  if (row) return byRow(row);
  return byRule(
    'R4',
    'never_auto',
    null,
    `Nothing shows that an interpreter of ${interpreter.nameEn} serves a patient who uses ${patient.nameEn}.`,
  );
};
