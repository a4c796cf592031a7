export { isAvailable, workingHours } from './availability';
export type { Clash } from './clashes';
export { feeFor } from './fee';
export type {
  Chip, EligibleVerdict, Explanation, GivenConsent, LanguageLevels, MatchRequest, MatchResult, RankedCandidate, Refusal,
  RefusalCode, RefusedVerdict, Score, ScoreName, Tone, Verdict, Weights,
} from './match';
export { mayServeFor } from './language-rules';
export { Matching } from './matching.service';
export type { TimedExplanation } from './matching.service';
export { clinicLeg, patientLeg } from './relay';
export type { RelayPair } from './relay';
export { RelayMatching } from './relay.service';
export type { RelayResult } from './relay.service';
export { MatchingModule } from './matching.module';
export { toldToStaff } from './rule';
export { judgeCandidate } from './rules';
export { bestPossible } from './scores';
export type { EarlyFacts } from './scores';
export { journeysOf, travelMinutes } from './travel';
export type { Journey } from './travel';
