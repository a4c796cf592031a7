import type { CandidateFacts, SkillFacts } from '@dragoman/interpreters';
import { credentialRules } from './credential-rules';
import { languageRules, levelsBestFirst } from './language-rules';
import type { JudgedVariety, LanguageLevels, MatchRequest, Refusal, Verdict } from './match';
import { activeRule, areaRule, mannerRules, wishRules } from './person-rules';
import type { Case, HardRule } from './rule';
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

type SkillCase = Case & { skill: SkillFacts };

const skillRules = new Set([...languageRules, ...credentialRules].map(({ code }) => code));

const nothing: JudgedVariety = { level: 'never_auto', name: 'no language', signed: false, confidence: null, notFor: [] };

const rank = ({ language }: SkillCase): number => levelsBestFirst.indexOf(language.level);
const byPair = (a: SkillFacts, b: SkillFacts): number =>
  a.varietyId < b.varietyId || (a.varietyId === b.varietyId && a.otherId < b.otherId) ? -1 : 1;

/**
 * The pair of languages by which this interpreter would serve: the best level among those that nothing stands against;
 * if there is none, the best level of all, which is then what is told.
 */
const servingCase = (rules: readonly HardRule[], given: Omit<Case, 'skill' | 'language'>): Case => {
  const ofSkills = rules.filter(({ code }) => skillRules.has(code));
  const [best] = given.facts.skills
    .map((skill): SkillCase => ({ ...given, skill, language: given.levels.of(skill.varietyId) }))
    .map((one) => ({ one, failures: ofSkills.filter(({ whyNot }) => whyNot(one) !== null).length }))
    .sort(
      (a, b) =>
        Number(a.failures > 0) - Number(b.failures > 0) ||
        rank(a.one) - rank(b.one) ||
        a.failures - b.failures ||
        byPair(a.one.skill, b.one.skill),
    );
  return best?.one ?? { ...given, skill: undefined, language: nothing };
};

/** A judge by these rules; only its own tests ask for others than `hardRules`. */
export const judgeBy =
  (rules: readonly HardRule[]) =>
  (request: MatchRequest, facts: CandidateFacts, levels: LanguageLevels): Verdict => {
    const given = servingCase(rules, { request, facts, levels });
    const refusals = rules.flatMap(({ code, whyNot }): Refusal[] => {
      const sentence = whyNot(given);
      return sentence === null ? [] : [{ code, sentence }];
    });
    const [first] = refusals;
    const about = { interpreterId: facts.id, displayName: facts.displayName, level: given.language.level };
    return first ? { ...about, ...first, eligible: false, refusals } : { ...about, eligible: true };
  };

/** The hard rules, one implementation for list, offer, direct booking, acceptance and API. A rule that cannot be judged refuses. */
export const judgeCandidate = judgeBy(hardRules);

/** The pair of languages by which somebody serves, or would come nearest to it. */
export const servingSkill = (request: MatchRequest, facts: CandidateFacts, levels: LanguageLevels): SkillFacts | undefined =>
  servingCase(hardRules, { request, facts, levels }).skill;
