import type { CandidateList } from '@dragoman/contracts';
import type { MatchResult } from '@dragoman/matching';

export const presentCandidates = ({ possible, notPossible, considered }: MatchResult): CandidateList => ({
  possible: possible.map(({ interpreterId, displayName, match, level, chips, feePence }) => ({
    interpreterId,
    displayName,
    match,
    level,
    chips,
    fee: feePence,
  })),
  notPossible: notPossible.map(({ interpreterId, displayName, code, sentence }) => ({
    interpreterId,
    displayName,
    code,
    sentence,
  })),
  considered,
});
