export { feeFor } from './fee';
export type {
  Chip, EligibleVerdict, LanguageLevels, MatchRequest, MatchResult, RankedCandidate, Refusal, RefusalCode, RefusedVerdict, Score,
  ScoreName, Tone, Verdict,
} from './match';
export { Matching } from './matching.service';
export { MatchingModule } from './matching.module';
export { judgeCandidate } from './rules';
export { travelMinutes } from './travel';
