import type { Point } from '@dragoman/kernel';
import type { CandidateFacts, ExceptionFacts, SkillFacts } from './candidate.queries';

/** What is true of an interpreter whatever their calendar; `hours` is the general week, `exceptions` are all of them. */
export type StandingFacts = Omit<CandidateFacts, 'home' | 'commitments' | 'jobsLast30Days' | 'minutesLast30Days'> & { home: Point };

type KeptSkill = [
  SkillFacts['varietyId'], SkillFacts['otherId'], SkillFacts['direction'], SkillFacts['credential'], SkillFacts['credentialExpiresOn'],
  SkillFacts['credentialLevel'], SkillFacts['scope'],
];
type KeptException = [
  ExceptionFacts['kind'], ExceptionFacts['fromDate'], ExceptionFacts['toDate'], ExceptionFacts['fromMinute'], ExceptionFacts['toMinute'],
];
/** As `refresh_candidates` writes them: without the names of their fields, which are longer than they. */
export type KeptFacts = [
  StandingFacts['displayName'], StandingFacts['gender'], StandingFacts['servesRequests'], StandingFacts['roles'], StandingFacts['modalities'],
  StandingFacts['zone'], Point['latitude'], Point['longitude'], StandingFacts['radiusKm'], StandingFacts['transport'],
  StandingFacts['hourlyRate'], StandingFacts['active'], StandingFacts['dailyCapMinutes'], KeptSkill[],
  [weekday: number, fromMinute: number, toMinute: number][], KeptException[],
];

const standingFacts = (id: string, kept: KeptFacts): StandingFacts => {
  const [
    displayName, gender, servesRequests, roles, modalities, zone, latitude, longitude, radiusKm, transport, hourlyRate, active,
    dailyCapMinutes, skills, hours, exceptions,
  ] = kept;
  return {
    id, displayName, gender, servesRequests, roles, modalities, zone, home: { latitude, longitude }, radiusKm, transport, hourlyRate, active,
    dailyCapMinutes,
    skills: skills.map(([varietyId, otherId, direction, credential, credentialExpiresOn, credentialLevel, scope]) => ({
      varietyId, otherId, direction, credential, credentialExpiresOn, credentialLevel, scope,
    })),
    hours: hours.map(([weekday, fromMinute, toMinute]) => ({ weekday, fromMinute, toMinute })),
    exceptions: exceptions.map(([kind, fromDate, toDate, fromMinute, toMinute]) => ({ kind, fromDate, toDate, fromMinute, toMinute })),
  };
};

/** An interpreter as a search finds them. */
export interface Candidate {
  id: string;
  facts: StandingFacts;
  pairs: readonly CandidatePair[];
}

/** One of their pairs of languages. */
export interface CandidatePair {
  candidate: Candidate;
  skill: SkillFacts;
}

export const candidateOf = (id: string, kept: KeptFacts): Candidate => {
  const facts = standingFacts(id, kept);
  const pairs: CandidatePair[] = [];
  const candidate = { id, facts, pairs };
  for (const skill of facts.skills) pairs.push({ candidate, skill });
  return candidate;
};
