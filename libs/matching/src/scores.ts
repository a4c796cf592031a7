import type { CandidateFacts, SkillFacts } from '@dragoman/interpreters';
import type { JudgedVariety, LanguageLevels, MatchRequest, Score, ScoreName } from './match';
import { servingPair } from './serving';
import { travelMinutes } from './travel';

/** What is known of somebody before their calendar is read. */
export type EarlyFacts = Pick<CandidateFacts, 'id' | 'servesRequests' | 'skills' | 'home' | 'transport' | 'hourlyRate'>;

interface Case<Facts> {
  request: MatchRequest;
  facts: Facts;
  skill: SkillFacts | undefined;
  language: JudgedVariety;
}

type Opinion = Omit<Score, 'name' | 'weight'>;

/** A function of the request and this one candidate. Null where the question does not arise: it then neither helps nor hurts. */
type SoftRule<Facts = EarlyFacts, Said = Opinion | null> = (given: Case<Facts>) => Said;

const within = (points: number): number => Math.min(1, Math.max(0, points));
const times = (n: number): string => (n === 1 ? 'once' : n === 2 ? 'twice' : `${n} times`);

export const exactness = ({ language }: Pick<Case<EarlyFacts>, 'language'>): Opinion => {
  switch (language.level) {
    case 'exact':
      return { label: 'Dialect', value: 'exact', tone: 'helps', points: 1 };
    case 'close_consent':
      return { label: 'Dialect', value: 'close', tone: 'neutral', points: 0.4 };
    default:
      return { label: 'Dialect', value: 'last resort', tone: 'hurts', points: 0 };
  }
};

const SEEN = [0, 0.6, 0.85, 1];
const continuity: SoftRule = ({ request, facts }) => {
  const seen = request.timesSeen.get(facts.id) ?? 0;
  const value = seen === 0 ? 'not seen yet' : `seen ${times(seen)}`;
  return { label: 'Patient', value, tone: seen === 0 ? 'neutral' : 'helps', points: SEEN[Math.min(seen, 3)] ?? 1 };
};

/** Somebody asked for by name and a preferred gender count alike; who meets one of two wishes meets half. */
const wish: SoftRule = ({ request, facts }) => {
  const { wanted, preferredGender } = request;
  const isWanted = wanted.includes(facts.id);
  const serves = facts.servesRequests.some((served) => served === preferredGender);
  const met = [...(wanted.length > 0 ? [isWanted] : []), ...(preferredGender === null ? [] : [serves])];
  if (met.length === 0) return null;
  const points = met.filter(Boolean).length / met.length;
  const notAsked = preferredGender === null ? 'not the one asked for' : `${serves ? 'a' : 'not a'} ${preferredGender}`;
  return { label: 'Patient wish', value: isWanted ? 'asked for by name' : notAsked, tone: points > 0 ? 'helps' : 'hurts', points };
};

const NEAR_MINUTES = 20;
const FAR_MINUTES = 40;
export const TOO_FAR_MINUTES = 90;
const travel: SoftRule = ({ request, facts }) => {
  if (request.modality !== 'in-person' || facts.home === null) return null;
  const minutes = travelMinutes(facts.home, request.point, facts.transport);
  const tone = minutes <= NEAR_MINUTES ? 'helps' : minutes <= FAR_MINUTES ? 'neutral' : 'hurts';
  return { label: 'Travel', value: `${minutes} min`, tone, points: within(1 - minutes / TOO_FAR_MINUTES) };
};

const GOOD_RECORD = 0.97;
const POOR_RECORD = 0.9;
export const UNKNOWN_RECORD = 0.75;
const record: SoftRule = ({ request, facts }) => {
  const { kept, of } = request.record?.get(facts.id) ?? { kept: 0, of: 0 };
  if (of === 0) return { label: 'Kept', value: 'no record', tone: 'neutral', points: UNKNOWN_RECORD };
  const share = kept / of;
  const tone = share >= GOOD_RECORD ? 'helps' : share >= POOR_RECORD ? 'neutral' : 'hurts';
  return { label: 'Kept', value: `${kept} of ${of}`, tone, points: share };
};

/** Pence an hour that leave nothing. A fixed scale: nobody's place changes with who else is looked at. */
export const TOO_DEAR = 10_000;
const cost: SoftRule = ({ facts }) => ({
  label: 'Cost',
  value: `£${(facts.hourlyRate / 100).toFixed(2)} an hour`,
  tone: 'neutral',
  points: within(1 - facts.hourlyRate / TOO_DEAR),
});

export const UNGRADED = 0.6;
export const LEAST_GRADED = 0.4;
export const GRADES = 10;
/** By the grade it names, as in "Level 6". */
const credential: SoftRule = ({ skill }) => {
  if (!skill?.credential) return { label: 'Credential', value: 'none', tone: 'neutral', points: 0 };
  const grade = /\d/.exec(skill.credentialLevel ?? '')?.[0];
  return { label: 'Credential', value: skill.credential, tone: 'helps', points: grade ? within(LEAST_GRADED + Number(grade) / GRADES) : UNGRADED };
};

const WEEKS = 30 / 7;
/** Somebody who interprets half of the hours they offer has had their share. */
const FULL_SHARE = 0.5;
const shareOf = ({ hours, minutesLast30Days }: Pick<CandidateFacts, 'hours' | 'minutesLast30Days'>): number => {
  const offered = WEEKS * hours.reduce((sum, { fromMinute, toMinute }) => sum + toMinute - fromMinute, 0);
  if (offered > 0) return minutesLast30Days / offered;
  return minutesLast30Days > 0 ? 1 : 0;
};

/** In tens of per cent: what fills somebody's month in detail is not for every organisation to know. */
const fairShare: SoftRule<CandidateFacts, Opinion> = ({ facts }) => {
  const share = shareOf(facts);
  const points = within(1 - share / FULL_SHARE);
  const tens = Math.min(100, Math.round(share * 10) * 10);
  const tone = points >= 0.8 ? 'helps' : points >= 0.5 ? 'neutral' : 'hurts';
  return { label: 'Fair share', value: tens === 0 ? 'hardly booked' : `${tens}% booked`, tone, points };
};

/** Cheap: known without the calendar. In the order in which they are told. */
const earlyRules: readonly (readonly [ScoreName, SoftRule])[] = [
  ['exactness', exactness],
  ['continuity', continuity],
  ['wish', wish],
  ['travel', travel],
  ['record', record],
  ['cost', cost],
  ['credential', credential],
];

/** Field by field: spreading takes as long as the rest of a judgement. */
const named = ({ weights }: MatchRequest, name: ScoreName, { label, value, tone, points }: Opinion): Score => ({
  name, label, value, tone, points, weight: weights[name],
});

const earlyScores = (given: Case<EarlyFacts>): Score[] => {
  const scores: Score[] = [];
  for (const [name, rule] of earlyRules) {
    const opinion = rule(given);
    if (opinion) scores.push(named(given.request, name, opinion));
  }
  return scores;
};

/** The weighted mean, 0 to 1; 0 where nothing weighs anything. */
export const totalOf = (scores: readonly Pick<Score, 'points' | 'weight'>[]): number => {
  const weight = scores.reduce((sum, score) => sum + score.weight, 0);
  return weight === 0 ? 0 : scores.reduce((sum, score) => sum + score.weight * score.points, 0) / weight;
};

/** Every named score that arises, late ones last. */
export const scoresOf = (request: MatchRequest, facts: CandidateFacts, levels: LanguageLevels): Score[] => {
  const { skill, language } = servingPair(request, facts, levels);
  const given = { request, facts, skill, language };
  const scores = earlyScores(given);
  scores.push(named(request, 'fair-share', fairShare(given)));
  return scores;
};

/**
 * The most that this candidate can reach, 0 to 1, before the calendar is read: nobody whose `bestPossible` is below the
 * total of somebody eligible can come before them, so a search that goes by it may stop there.
 */
export const bestPossible = (request: MatchRequest, facts: EarlyFacts, levels: LanguageLevels): number =>
  totalOf([
    ...earlyScores({ request, facts, ...servingPair(request, facts, levels) }),
    { points: 1, weight: request.weights['fair-share'] },
  ]);
