import type { CandidateFacts, SkillFacts } from '@dragoman/interpreters';
import { credentialRules } from './credential-rules';
import { languageRules, levelsBestFirst } from './language-rules';
import type { JudgedVariety, LanguageLevels, MatchRequest, RefusalCode } from './match';
import type { PairCase } from './rule';

/** All that is judged of one pair of languages. */
const pairRules = [...languageRules, ...credentialRules];

const nothing: JudgedVariety = { level: 'never_auto', name: 'no language', signed: false, confidence: null, notFor: [] };

const byPair = (a: SkillFacts, b: SkillFacts): number =>
  a.varietyId < b.varietyId || (a.varietyId === b.varietyId && a.otherId < b.otherId) ? -1 : 1;

/**
 * The pair of languages by which an interpreter would serve: the best level among those that nothing stands against;
 * if there is none, the best level of all, which is then what is told.
 */
export const servingBy = (isAsked: (code: RefusalCode) => boolean) => {
  const rules = pairRules.filter(({ code }) => isAsked(code));
  return (
    request: MatchRequest,
    facts: Pick<CandidateFacts, 'id' | 'skills'>,
    levels: LanguageLevels,
  ): Pick<PairCase, 'skill' | 'language'> => {
    const cases = facts.skills.map((skill) => ({ skill, language: levels.of(skill.varietyId) }));
    // Most people have one pair, and then there is nothing to compare.
    const [best] = cases.length < 2 ? cases : cases
      .map(({ skill, language }) => {
        const failures = rules.filter(({ whyNot }) => whyNot({ request, facts, levels, skill, language }) !== null).length;
        return { skill, language, failures, rank: levelsBestFirst.indexOf(language.level) };
      })
      .sort(
        (a, b) =>
          Number(a.failures > 0) - Number(b.failures > 0) ||
          a.rank - b.rank ||
          a.failures - b.failures ||
          byPair(a.skill, b.skill),
      );
    return best ? { skill: best.skill, language: best.language } : { skill: undefined, language: nothing };
  };
};

export const servingPair = servingBy(() => true);
