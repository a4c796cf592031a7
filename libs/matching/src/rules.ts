import type { CandidateFacts } from '@dragoman/interpreters';
import { credentialRules } from './credential-rules';
import { languageRules } from './language-rules';
import type { LanguageLevels, MatchRequest, Refusal, Verdict } from './match';
import { activeRule, areaRule, mannerRules, wishRules } from './person-rules';
import type { HardRule } from './rule';
import { servingBy } from './serving';
import { timeRules } from './time-rules';

/** In the order in which they are told. */
export const hardRules: readonly HardRule[] = [
  ...languageRules,
  ...mannerRules,
  ...wishRules,
  ...timeRules,
  areaRule,
  ...credentialRules,
  activeRule,
];

/** A judge by these rules; only its own tests ask for others than `hardRules`. */
export const judgeBy = (rules: readonly HardRule[]) => {
  const codes = new Set(rules.map(({ code }) => code));
  const servingPair = servingBy((code) => codes.has(code));
  return (request: MatchRequest, facts: CandidateFacts, levels: LanguageLevels): Verdict => {
    const serving = servingPair(request, facts, levels);
    const { skill, language } = serving;
    const given = { request, facts, levels, skill, language };
    const refusals: Refusal[] = [];
    for (const { code, whyNot } of rules) {
      const sentence = whyNot(given);
      if (sentence !== null) refusals.push({ code, sentence });
    }
    const [first] = refusals;
    const about = { interpreterId: facts.id, displayName: facts.displayName, level: language.level, varietyId: skill?.varietyId ?? null };
    return first ? { ...about, ...first, eligible: false, refusals } : { ...about, eligible: true };
  };
};

/** The hard rules, one implementation for list, offer, direct booking, acceptance and API. A rule that cannot be judged refuses. */
export const judgeCandidate = judgeBy(hardRules);
