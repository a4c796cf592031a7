import { minutesBetween } from '@dragoman/kernel';
import type { CandidateFacts } from '@dragoman/interpreters';
import { feeFor } from './fee';
import type { Chip, EligibleVerdict, LanguageLevels, MatchRequest, RankedCandidate, Score, ScoreName } from './match';
import { scoresOf, totalOf } from './scores';

const untold = ['not seen yet', 'no record', 'none'];

/** The second place tells most about this patient: a wish, that they know each other, the record, the credential. */
const chipsOf = (scores: readonly Score[]): Chip[] => {
  const named = (name: ScoreName): Score | undefined => scores.find((score) => score.name === name);
  const telling = (['wish', 'continuity', 'record', 'credential'] as const)
    .map(named)
    .find((score) => score !== undefined && !untold.includes(score.value));
  return [named('exactness'), telling, named('travel'), named('fair-share')].flatMap((chip) =>
    chip ? [{ label: chip.label, value: chip.value, tone: chip.tone }] : [],
  );
};

interface Eligible {
  facts: CandidateFacts;
  verdict: EligibleVerdict;
}

/** Somebody possible, and what the order goes by; words for people come later, for those who are shown. */
export interface Scored extends Eligible {
  interpreterId: string;
  scores: Score[];
  total: number;
}

export const scored = (request: MatchRequest, { facts, verdict }: Eligible, levels: LanguageLevels): Scored => {
  const scores = scoresOf(request, facts, levels);
  return { interpreterId: facts.id, facts, verdict, scores, total: totalOf(scores) };
};

export const ranked = ({ interval }: MatchRequest, { facts, verdict, scores, total }: Scored): RankedCandidate => ({
  interpreterId: facts.id,
  displayName: facts.displayName,
  level: verdict.level,
  match: Math.round(total * 100),
  total,
  scores,
  chips: chipsOf(scores),
  feePence: feeFor(facts.hourlyRate, minutesBetween(interval.start, interval.end)),
});

export const rankedCandidate = (request: MatchRequest, eligible: Eligible, levels: LanguageLevels): RankedCandidate =>
  ranked(request, scored(request, eligible, levels));

/** Best first; those with equal totals by id, so that the same people always stand in one order. */
export const bestFirst = <Each extends Pick<RankedCandidate, 'interpreterId' | 'total'>>(people: readonly Each[]): Each[] =>
  [...people].sort((a, b) => b.total - a.total || (a.interpreterId < b.interpreterId ? -1 : 1));

export const rankCandidates = (request: MatchRequest, eligible: readonly Eligible[], levels: LanguageLevels): RankedCandidate[] =>
  bestFirst(eligible.map((one) => rankedCandidate(request, one, levels)));
