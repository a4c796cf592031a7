import type { Interval, LocalDate, Point } from '@dragoman/kernel';
import type { Modality } from '@dragoman/interpreters';
import type { Level } from '@dragoman/languages';

/** One appointment that wants one interpreter. */
export interface MatchRequest {
  /** Time already held for this booking does not count as busy; null before there is a booking. */
  bookingId: string | null;
  /** What the patient speaks or signs. */
  varietyId: string;
  interval: Interval;
  /** Of the site. */
  zone: string;
  /** The appointment's day at the site. */
  date: LocalDate;
  siteId: string;
  /** Of the site; needed only in person. */
  point: Point | null;
  modality: Modality;
  /** Only the patient lifts it. */
  requiredGender: string | null;
  preferredGender: string | null;
  /** By interpreter: how often this patient had them. */
  timesSeen: ReadonlyMap<string, number>;
  /** By interpreter, where known: of how many jobs that were due they kept how many. */
  record?: ReadonlyMap<string, { kept: number; of: number }>;
  /** Interpreters whom the patient does not want. */
  refused: readonly string[];
}

export interface JudgedVariety {
  level: Level;
  name: string;
  signed: boolean;
}

/** The encounter table, as seen from one patient's variety. */
export interface LanguageLevels {
  patientVariety: string;
  of(interpreterVariety: string): JudgedVariety;
}

/** Why not: the code is public API, the sentence is shown as it stands. */
export interface Refusal {
  code: string;
  sentence: string;
}

export interface EligibleVerdict {
  interpreterId: string;
  displayName: string;
  eligible: true;
  level: Level;
}

export interface RefusedVerdict extends Refusal {
  interpreterId: string;
  displayName: string;
  eligible: false;
  level: Level;
  /** Every hard rule that fails, in the order of the rules; `code` and `sentence` are those of the first. */
  refusals: Refusal[];
}

/** What the hard rules say about one interpreter. */
export type Verdict = EligibleVerdict | RefusedVerdict;

export type Tone = 'helps' | 'neutral' | 'hurts';

export interface Chip {
  label: string;
  value: string;
  tone: Tone;
}

export type ScoreName = 'exactness' | 'continuity' | 'wish' | 'travel' | 'record' | 'fair-share' | 'cost';

/** One soft rule's opinion. */
export interface Score extends Chip {
  name: ScoreName;
  /** 0 to 1. */
  points: number;
  weight: number;
}

export interface RankedCandidate {
  interpreterId: string;
  displayName: string;
  level: Level;
  /** 0 to 100. */
  match: number;
  scores: Score[];
  /** At most four, in the order dialect, patient or record, travel, fair share. */
  chips: Chip[];
  /** For the whole appointment. */
  feePence: number;
}

export interface MatchResult {
  /** Best first. */
  possible: RankedCandidate[];
  /** Nearest to possible first; capped. */
  notPossible: RefusedVerdict[];
  /** How many interpreters were looked at. */
  considered: number;
}
