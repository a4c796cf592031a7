import type { Candidate, CandidateList, NotPossible, WhyNot } from '@dragoman/contracts';
import { type Explanation, type MatchResult, type RankedCandidate, type RefusedVerdict, toldToStaff } from '@dragoman/matching';

export const presentCandidate = ({ interpreterId, displayName, match, level, chips, scores, feePence }: RankedCandidate): Candidate => ({
  interpreterId,
  displayName,
  match,
  level,
  chips,
  scores: scores.map(({ name, label, value, tone, points, weight }) => ({ name, label, value, tone, points, weight })),
  fee: feePence,
});

const presentNotPossible = ({ interpreterId, displayName, level, varietyId, code, sentence, refusals }: RefusedVerdict): NotPossible => {
  const reasons = toldToStaff(refusals);
  return { interpreterId, displayName, level, varietyId, code: reasons[0]?.code ?? code, sentence, reasons };
};

export const presentCandidates = ({ possible, notPossible, considered }: MatchResult): CandidateList => ({
  possible: possible.map(presentCandidate),
  notPossible: notPossible.map(presentNotPossible),
  considered,
});

export const presentWhyNot = (explanation: Explanation): WhyNot =>
  explanation.eligible
    ? { eligible: true, ...presentCandidate(explanation.ranked) }
    : { eligible: false, ...presentNotPossible(explanation) };
