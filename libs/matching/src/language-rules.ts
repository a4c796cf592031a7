import { neverByLastResort, type Level, type Topic } from '@dragoman/languages';
import type { JudgedVariety } from './match';
import type { HardRule, PairCase, Rule } from './rule';

export const levelsBestFirst: readonly Level[] = ['exact', 'close_consent', 'last_resort', 'never_auto'];

const uses = ({ language }: PairCase): string => `${language.signed ? 'Signs' : 'Speaks'} ${language.name}`;

const isReviewed: Rule<PairCase> = (given) =>
  given.skill === undefined || given.language.level === 'never_auto'
    ? `${uses(given)}, which is not a reviewed match for ${given.levels.patientVariety}.`
    : null;

const isToTheOther: Rule<PairCase> = ({ request, skill, language, levels }) =>
  skill === undefined || skill.otherId === request.otherId
    ? null
    : `Interprets ${language.name} to ${levels.of(skill.otherId).name}, not ${levels.of(request.otherId).name}.`;

/** A consultation is speech in both directions. */
const goesBothWays: Rule<PairCase> = ({ skill, language, levels }) => {
  if (skill === undefined || skill.direction === 'both') return null;
  const other = levels.of(skill.otherId).name;
  const [from, to] = skill.direction === 'into-other' ? [language.name, other] : [other, language.name];
  return `Interprets only from ${from} to ${to}, not back.`;
};

/** Says nothing about the person: who did not understand whom is the review's. */
const wasUnderstood: Rule<PairCase> = ({ request, facts, skill, language }) => {
  const isLowered = skill !== undefined && language.level !== 'exact' && request.lowered.includes(skill.varietyId);
  return isLowered || request.notUnderstood.includes(facts.id)
    ? 'Not for this patient until an earlier session has been reviewed.'
    : null;
};

/**
 * Whether a variety that is not exact may serve for this topic, whoever agrees. What is left blank may be the most sensitive
 * of all. The same for recording a consent as for every path that acts on one.
 */
export const mayServeFor = ({ level, notFor }: Pick<JudgedVariety, 'level' | 'notFor'>, topic: Topic | null): boolean => {
  if (level !== 'close_consent' && level !== 'last_resort') return level === 'exact';
  if (topic === null) return level === 'close_consent' && notFor.length === 0;
  return !notFor.includes(topic) && !(level === 'last_resort' && neverByLastResort.includes(topic));
};

const servesForTopic: Rule<PairCase> = (given) => {
  const { topic } = given.request;
  const { level } = given.language;
  if ((level !== 'close_consent' && level !== 'last_resort') || mayServeFor(given.language, topic)) return null;
  const about = topic === null ? 'an appointment whose topic was left blank' : topic.replaceAll('-', ' ');
  return `${uses(given)}, which does not serve ${given.levels.patientVariety} for ${about}.`;
};

const mayBeBooked = (given: PairCase, level: 'close_consent' | 'last_resort'): boolean =>
  given.language.level !== level ||
  given.request.consents.some((consent) => consent.level === level && consent.interpreterVariety === given.skill?.varietyId);

const hasConsent: Rule<PairCase> = (given) =>
  mayBeBooked(given, 'close_consent')
    ? null
    : `${uses(given)}, close to ${given.levels.patientVariety}: needs the patient's own consent first.`;

const isAgreedByBoth: Rule<PairCase> = (given) => {
  if (mayBeBooked(given, 'last_resort')) return null;
  const people = given.language.signed ? 'signers' : 'speakers';
  return `${uses(given)}, which ${people} of ${given.levels.patientVariety} only partly understand: coordinator and patient must both agree first.`;
};

/** What is judged of a pair of languages before its credential. */
export const languageRules: readonly HardRule<PairCase>[] = [
  { code: 'language-not-matched', whyNot: isReviewed },
  { code: 'other-language', whyNot: isToTheOther },
  { code: 'one-way-only', whyNot: goesBothWays },
  { code: 'understanding-failed', whyNot: wasUnderstood },
  { code: 'not-for-topic', whyNot: servesForTopic },
  { code: 'language-needs-consent', whyNot: hasConsent },
  { code: 'language-last-resort', whyNot: isAgreedByBoth },
];
