import { type Confidence, confidences, type Encounter, type Level, levels, neverByLastResort } from '@dragoman/languages';

/** What decides in a row, words aside. Without confidence: silence, where nobody has judged the pair. */
export interface Terms {
  readonly level: Level;
  readonly confidence: Confidence | null;
  readonly notFor: readonly string[];
}

/** What one organisation says of a directed pair. */
export interface Ruling extends Omit<Encounter, 'reviewState'> {
  /**
   * The baseline as it was when two people agreed to allow more than it; null for what one person decided,
   * which never allows more than the baseline does.
   */
  readonly agreedAgainst: Terms | null;
}

/** The row that decides for an organisation. */
export interface InEffect {
  readonly row: Encounter | undefined;
  readonly origin: 'baseline' | 'own';
  /** Two people agreed to more, but the baseline has become stricter since. */
  readonly hasLapsed: boolean;
}

export const silence: Terms = { level: 'never_auto', confidence: null, notFor: [] };

const rank = (level: Level): number => levels.indexOf(level);
/** `confidences` is from best to worst. */
const certainty = (confidence: Confidence): number => -confidences.indexOf(confidence);

const refusedTopics = ({ level, notFor }: Terms): readonly string[] =>
  level === 'last_resort' ? [...notFor, ...neverByLastResort] : notFor;

/**
 * Whether the first allows anything that the second does not: a better level, a topic, or consent that may stand
 * (which only high confidence allows). Silence allows more than a refusal with a reason: a later baseline may speak.
 */
export const isLooser = (terms: Terms, than: Terms): boolean => {
  if (rank(terms.level) < rank(than.level)) return true;
  if (terms.level === 'never_auto') return than.level === 'never_auto' && terms.confidence === null && than.confidence !== null;
  if (than.notFor.some((topic) => !refusedTopics(terms).includes(topic))) return true;
  return (
    terms.level === 'close_consent' &&
    than.level === 'close_consent' &&
    terms.confidence !== null &&
    than.confidence !== null &&
    certainty(terms.confidence) > certainty(than.confidence)
  );
};

export type Change = 'loosens' | 'tightens' | 'same';

/** What becomes of a pair by going from one to the other; in doubt it loosens, and takes two people. */
export const changeOf = (before: Terms, after: Terms): Change => {
  if (isLooser(after, before)) return 'loosens';
  return isLooser(before, after) ? 'tightens' : 'same';
};

const rowOf = (ruling: Ruling): Encounter => ({
  patientVariety: ruling.patientVariety,
  interpreterVariety: ruling.interpreterVariety,
  level: ruling.level,
  confidence: ruling.confidence,
  reason: ruling.reason,
  source: ruling.source,
  notFor: ruling.notFor,
  reviewState: 'reviewed',
});

/** Of each what is stricter; the words are of whichever has the stricter level, the organisation's where they agree. */
const stricter = (baseline: Encounter, ruling: Ruling): Encounter => {
  const worded = rank(baseline.level) > rank(ruling.level) ? baseline : rowOf(ruling);
  const confidence = certainty(baseline.confidence) < certainty(ruling.confidence) ? baseline.confidence : ruling.confidence;
  return { ...worded, confidence, notFor: [...new Set([...baseline.notFor, ...ruling.notFor])] };
};

/** A ruling of one person only adds to the baseline; one of two people stands instead of it, until it becomes stricter. */
export const inEffect = (baseline: Encounter | undefined, ruling: Ruling | undefined): InEffect => {
  if (!ruling) return { row: baseline, origin: 'baseline', hasLapsed: false };
  const hasLapsed = ruling.agreedAgainst !== null && isLooser(ruling.agreedAgainst, baseline ?? silence);
  if (ruling.agreedAgainst !== null && !hasLapsed) return { row: rowOf(ruling), origin: 'own', hasLapsed };
  if (baseline) return { row: stricter(baseline, ruling), origin: 'own', hasLapsed };
  // Nothing in the baseline allows the pair, so one person's ruling can only refuse it.
  return ruling.level === 'never_auto'
    ? { row: rowOf(ruling), origin: 'own', hasLapsed }
    : { row: undefined, origin: 'baseline', hasLapsed };
};
