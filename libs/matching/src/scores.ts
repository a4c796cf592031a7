import { minutesBetween } from '@dragoman/kernel';
import type { CandidateFacts } from '@dragoman/interpreters';
import type { Chip, EligibleVerdict, LanguageLevels, MatchRequest, RankedCandidate, Score, ScoreName } from './match';
import { feeFor } from './fee';
import { servingSkill } from './rules';
import { travelMinutes } from './travel';

/** Those who could take the job, as a group: fair share and cost compare within it. */
export interface Peers {
  meanJobs: number;
  lowestRate: number;
}

interface Case {
  request: MatchRequest;
  facts: CandidateFacts;
  levels: LanguageLevels;
  peers: Peers;
}

/** Null where the question does not arise: it then neither helps nor hurts the total. */
type SoftRule = (given: Case) => Omit<Score, 'name' | 'weight'> | null;

const within = (points: number): number => Math.min(1, Math.max(0, points));
const times = (n: number): string => (n === 1 ? 'once' : n === 2 ? 'twice' : `${n} times`);

/** Only the exact variety gets past the hard rules today. */
const exactness: SoftRule = ({ request, facts, levels }) => {
  const skill = servingSkill(request, facts, levels);
  const isExact = skill !== undefined && levels.of(skill.varietyId).level === 'exact';
  return { label: 'Dialect', value: isExact ? 'exact' : 'close', tone: isExact ? 'helps' : 'neutral', points: isExact ? 1 : 0.4 };
};

const SEEN = [0, 0.6, 0.85, 1];
const continuity: SoftRule = ({ request, facts }) => {
  const seen = request.timesSeen.get(facts.id) ?? 0;
  const value = seen === 0 ? 'not seen yet' : `seen ${times(seen)}`;
  return { label: 'Patient', value, tone: seen === 0 ? 'neutral' : 'helps', points: SEEN[Math.min(seen, 3)] ?? 1 };
};

const wish: SoftRule = ({ request, facts }) => {
  if (request.preferredGender === null) return null;
  const isMet = facts.gender === request.preferredGender;
  const value = `${isMet ? 'a' : 'not a'} ${request.preferredGender}`;
  return { label: 'Patient wish', value, tone: isMet ? 'helps' : 'hurts', points: isMet ? 1 : 0 };
};

const NEAR_MINUTES = 20;
const FAR_MINUTES = 40;
const TOO_FAR_MINUTES = 90;
const travel: SoftRule = ({ request, facts }) => {
  if (request.modality !== 'in-person') return null;
  const minutes = travelMinutes(facts.home, request.point, facts.transport);
  const tone = minutes <= NEAR_MINUTES ? 'helps' : minutes <= FAR_MINUTES ? 'neutral' : 'hurts';
  return { label: 'Travel', value: `${minutes} min`, tone, points: within(1 - minutes / TOO_FAR_MINUTES) };
};

const GOOD_RECORD = 0.97;
const POOR_RECORD = 0.9;
const UNKNOWN_RECORD = 0.75;
const record: SoftRule = ({ request, facts }) => {
  const { kept, of } = request.record?.get(facts.id) ?? { kept: 0, of: 0 };
  if (of === 0) return { label: 'Kept', value: 'no record', tone: 'neutral', points: UNKNOWN_RECORD };
  const share = kept / of;
  const tone = share >= GOOD_RECORD ? 'helps' : share >= POOR_RECORD ? 'neutral' : 'hurts';
  return { label: 'Kept', value: `${kept} of ${of}`, tone, points: share };
};

const JOBS_FROM_EVEN_TO_NOTHING = 6;
const fairShare: SoftRule = ({ facts, peers }) => {
  const over = Math.round(facts.jobsLast30Days - peers.meanJobs);
  const points = within(0.5 - (facts.jobsLast30Days - peers.meanJobs) / (2 * JOBS_FROM_EVEN_TO_NOTHING));
  if (over === 0) return { label: 'Fair share', value: 'even', tone: 'neutral', points };
  const jobs = `${Math.abs(over)} ${Math.abs(over) === 1 ? 'job' : 'jobs'}`;
  return over < 0
    ? { label: 'Fair share', value: `${jobs} under`, tone: 'helps', points }
    : { label: 'Fair share', value: `${jobs} over`, tone: 'hurts', points };
};

const cost: SoftRule = ({ facts, peers }) => ({
  label: 'Cost',
  value: `£${(facts.hourlyRate / 100).toFixed(2)} an hour`,
  tone: 'neutral',
  points: facts.hourlyRate === 0 ? 1 : within(peers.lowestRate / facts.hourlyRate),
});

const softRules: Record<ScoreName, { weight: number; rule: SoftRule }> = {
  exactness: { weight: 40, rule: exactness },
  continuity: { weight: 15, rule: continuity },
  wish: { weight: 15, rule: wish },
  travel: { weight: 15, rule: travel },
  record: { weight: 12, rule: record },
  'fair-share': { weight: 10, rule: fairShare },
  cost: { weight: 8, rule: cost },
};

const scoresOf = (given: Case): Score[] =>
  (Object.keys(softRules) as ScoreName[]).flatMap((name) => {
    const { weight, rule } = softRules[name];
    const score = rule(given);
    return score ? [{ ...score, name, weight }] : [];
  });

const credentialChip = ({ request, facts, levels }: Case): Chip | undefined => {
  const credential = servingSkill(request, facts, levels)?.credential;
  return credential ? { label: 'Credential', value: credential, tone: 'helps' } : undefined;
};

/** The second place tells most about this patient: a wish not met, that they know each other, the record, the credential. */
const chipsOf = (given: Case, scores: readonly Score[]): Chip[] => {
  const named = (name: ScoreName): Score | undefined => scores.find((score) => score.name === name);
  const telling = (['wish', 'continuity', 'record'] as const)
    .map(named)
    .find((score) => score !== undefined && score.value !== 'not seen yet' && score.value !== 'no record');
  return [named('exactness'), telling ?? credentialChip(given), named('travel'), named('fair-share')].flatMap((chip) =>
    chip ? [{ label: chip.label, value: chip.value, tone: chip.tone }] : [],
  );
};

/** The soft rules over those who passed the hard ones: best first, and equals always in one order. */
export const rankCandidates = (
  request: MatchRequest,
  eligible: readonly { facts: CandidateFacts; verdict: EligibleVerdict }[],
  levels: LanguageLevels,
): RankedCandidate[] => {
  const peers: Peers = {
    meanJobs: eligible.reduce((sum, { facts }) => sum + facts.jobsLast30Days, 0) / Math.max(1, eligible.length),
    lowestRate: Math.min(...eligible.map(({ facts }) => facts.hourlyRate)),
  };
  const minutes = minutesBetween(request.interval.start, request.interval.end);
  return eligible
    .map(({ facts, verdict }) => {
      const given = { request, facts, levels, peers };
      const scores = scoresOf(given);
      const weight = scores.reduce((sum, score) => sum + score.weight, 0);
      const total = scores.reduce((sum, score) => sum + score.weight * score.points, 0) / weight;
      return { facts, verdict, total, scores, chips: chipsOf(given, scores) };
    })
    .sort((a, b) => b.total - a.total || (a.facts.id < b.facts.id ? -1 : 1))
    .map(({ facts, verdict, total, scores, chips }) => ({
      interpreterId: facts.id,
      displayName: facts.displayName,
      level: verdict.level,
      match: Math.round(total * 100),
      scores,
      chips,
      feePence: feeFor(facts.hourlyRate, minutes),
    }));
};
