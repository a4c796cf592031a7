import type { Interval, LocalDate, Point } from '@dragoman/kernel';
import type { InterpreterRole, Modality } from '@dragoman/interpreters';
import type { OrganisationPolicy } from '@dragoman/organisations';
import type { Confidence, Level, Topic } from '@dragoman/languages';

/** What a patient agreed to, as it holds for this booking; whether it was given rightly is judged before it gets here. */
export interface GivenConsent {
  interpreterVariety: string;
  level: 'close_consent' | 'last_resort';
}

/** What each soft rule counts for against the others. */
export type Weights = Readonly<OrganisationPolicy['matching']['weights']>;

/** Each soft rule. */
export type ScoreName = keyof Weights;

/** One appointment that wants one interpreter. */
export interface MatchRequest {
  /** Whose tightening of the encounter table holds, and whose agreed hours. */
  organisationId: string;
  /** Time already held for this booking does not count as busy; null before there is a booking. */
  bookingId: string | null;
  /** What the patient speaks or signs. */
  varietyId: string;
  /** What it is interpreted to and from: the clinic's language, or the pivot of a relay. */
  otherId: string;
  role: InterpreterRole;
  /** Null: left blank, which counts as sensitive. */
  topic: Topic | null;
  consents: readonly GivenConsent[];
  /** Interpreters' varieties that this patient has not understood; until a review says otherwise they are refused. */
  lowered: readonly string[];
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
  /** An agency answers for whom it names: their language, their gender, their coming. */
  throughAgency?: boolean;
  /** Interpreters whom the patient does not want. */
  refused: readonly string[];
  /** Interpreters whom the patient asked for. */
  wanted: readonly string[];
  /** Interpreters of the patient's own variety with whom understanding failed; until a review says otherwise. */
  notUnderstood: readonly string[];
  /** The patient asked for nobody who lives near by. */
  avoidsLocalArea: boolean;
  /** How near is near by; the organisation's. */
  localAreaKm: number;
  /** The organisation's. */
  weights: Weights;
}

export interface JudgedVariety {
  level: Level;
  name: string;
  signed: boolean;
  /** Null where no row says anything. */
  confidence: Confidence | null;
  /** Topics that the row is not good enough for. */
  notFor: readonly string[];
}

/** The encounter table, as seen from one patient's variety. */
export interface LanguageLevels {
  patientVariety: string;
  of(interpreterVariety: string): JudgedVariety;
}

/** One for each hard rule; public API. */
export type RefusalCode =
  | 'language-not-matched'
  | 'other-language'
  | 'one-way-only'
  | 'understanding-failed'
  | 'not-for-topic'
  | 'language-needs-consent'
  | 'language-last-resort'
  | 'signed-by-phone'
  | 'modality-not-offered'
  | 'role-not-offered'
  | 'gender-required'
  | 'refused-by-patient'
  | 'not-from-local-area'
  | 'not-available'
  | 'interpreter-busy'
  | 'interpreter-travelling'
  | 'daily-hours'
  | 'outside-area'
  | 'credential-lapsed'
  | 'credential-out-of-scope'
  | 'not-taking-work';

/** Why not; the sentence is shown as it stands. */
export interface Refusal {
  code: RefusalCode;
  sentence: string;
}

export interface EligibleVerdict {
  interpreterId: string;
  displayName: string;
  eligible: true;
  level: Level;
  /** The variety by which they serve this patient. */
  varietyId: string | null;
}

export interface RefusedVerdict extends Refusal {
  interpreterId: string;
  displayName: string;
  eligible: false;
  level: Level;
  /** The variety by which they come nearest to serving. */
  varietyId: string | null;
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
  /** 0 to 100: `total`, rounded for people. */
  match: number;
  /** 0 to 1: what the order goes by. */
  total: number;
  scores: Score[];
  /** At most four, in the order dialect, patient or record, travel, fair share. */
  chips: Chip[];
  /** For the whole appointment. */
  feePence: number;
}

/** About one interpreter: how they rank, or every reason why not. */
export type Explanation = RefusedVerdict | (EligibleVerdict & { ranked: RankedCandidate });

export interface MatchResult {
  /** Best first. */
  possible: RankedCandidate[];
  /** Nearest to possible first; capped. */
  notPossible: RefusedVerdict[];
  /** How many interpreters were looked at. */
  considered: number;
}
