import type { MatchRequest, RankedCandidate } from './match';

/** Two people who together reach from the patient to the clinic, through a third language. */
export interface RelayPair {
  pivotId: string;
  pivotName: string;
  patientSide: RankedCandidate;
  clinicSide: RankedCandidate;
  /** 0 to 100. */
  match: number;
  /** Of both, for the whole appointment. */
  feePence: number;
}

/** The patient's language to and from the pivot: all that the patient wishes and agreed to holds here. */
export const patientLeg = (request: MatchRequest, pivotId: string): MatchRequest => ({ ...request, otherId: pivotId });

/**
 * The pivot to and from the clinic's language, between two interpreters: what the patient agreed to concerns another
 * language, so only the pivot itself will do. Whom they wish and refuse holds as before.
 */
export const clinicLeg = (request: MatchRequest, pivotId: string): MatchRequest => ({
  ...request,
  varietyId: pivotId,
  consents: [],
  lowered: [],
  notUnderstood: [],
});

const MOST_PER_LEG = 10;
const WEAKER_COUNTS = 0.6;

/** A chain is as good as its weaker half, nearly: the better half may not hide it. */
const together = (a: number, b: number): number =>
  Math.round(WEAKER_COUNTS * Math.min(a, b) + (1 - WEAKER_COUNTS) * ((a + b) / 2));

const byWorth = (a: RelayPair, b: RelayPair): number =>
  b.match - a.match ||
  a.feePence - b.feePence ||
  compare(a.pivotId, b.pivotId) ||
  compare(a.patientSide.interpreterId, b.patientSide.interpreterId) ||
  compare(a.clinicSide.interpreterId, b.clinicSide.interpreterId);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export interface LegsThrough {
  pivotId: string;
  pivotName: string;
  /** Possible, best first. */
  patientSide: readonly RankedCandidate[];
  clinicSide: readonly RankedCandidate[];
}

/** The best pairs of two different people, best first, and always in one order. */
export const bestPairs = (through: readonly LegsThrough[], most: number): RelayPair[] =>
  through
    .flatMap(({ pivotId, pivotName, patientSide, clinicSide }) =>
      patientSide.slice(0, MOST_PER_LEG).flatMap((near) =>
        clinicSide
          .slice(0, MOST_PER_LEG)
          .filter((far) => far.interpreterId !== near.interpreterId)
          .map(
            (far): RelayPair => ({
              pivotId,
              pivotName,
              patientSide: near,
              clinicSide: far,
              match: together(near.match, far.match),
              feePence: near.feePence + far.feePence,
            }),
          ),
      ),
    )
    .sort(byWorth)
    .slice(0, most);
