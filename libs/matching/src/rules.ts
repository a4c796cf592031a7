import { kilometresBetween, overlaps } from '@dragoman/kernel';
import type { CandidateFacts, WayOfWorking } from '@dragoman/interpreters';
import type { Level } from '@dragoman/languages';
import { isAvailable } from './availability';
import { hoursSentence } from './hours-sentence';
import type { JudgedVariety, LanguageLevels, MatchRequest, Refusal, Verdict } from './match';
import { canTravel } from './travel';

type Skill = CandidateFacts['skills'][number];

interface Case {
  request: MatchRequest;
  facts: CandidateFacts;
  levels: LanguageLevels;
  /** The interpreter's best language for this patient. */
  skill: Skill | undefined;
  language: JudgedVariety;
}

type Rule = (given: Case) => Refusal | null;

export const levelsBestFirst: readonly Level[] = ['exact', 'close_consent', 'last_resort', 'never_auto'];
const BUSY = 'Busy or travelling then.';

const nothing: JudgedVariety = { level: 'never_auto', name: 'no language', signed: false, confidence: null, notFor: [] };

/** Close varieties need the patient's own consent, which nothing records yet; until then only the exact one is offered. */
const languageIsReviewed: Rule = ({ language, levels }) => {
  const { level, name, signed } = language;
  const uses = signed ? `Signs ${name}` : `Speaks ${name}`;
  switch (level) {
    case 'exact':
      return null;
    case 'close_consent':
      return {
        code: 'language-needs-consent',
        sentence: `${uses}, close to ${levels.patientVariety}: needs the patient's own consent first.`,
      };
    case 'last_resort':
      return {
        code: 'language-last-resort',
        sentence: `${uses}, which ${signed ? 'signers' : 'speakers'} of ${levels.patientVariety} only partly understand: coordinator and patient must both agree first.`,
      };
    case 'never_auto':
      return {
        code: 'language-not-matched',
        sentence: `${uses}, which is not a reviewed match for ${levels.patientVariety}.`,
      };
  }
};

const byModality: Record<WayOfWorking, string> = {
  'in-person': 'in person',
  video: 'by video',
  phone: 'by phone',
  'sign-video': 'signing by video',
};

const worksThisWay: Rule = ({ request, facts }) =>
  facts.modalities.includes(request.modality)
    ? null
    : {
        code: 'modality-not-offered',
        sentence: `Works ${facts.modalities.map((modality) => byModality[modality]).join(' and ')}, not ${byModality[request.modality]}.`,
      };

const isOfRequiredGender: Rule = ({ request, facts }) =>
  request.requiredGender === null || facts.gender === request.requiredGender
    ? null
    : {
        code: 'gender-required',
        sentence: `The patient requires a ${request.requiredGender}, and only they can lift that.`,
      };

const isNotRefused: Rule = ({ request, facts }) =>
  request.refused.includes(facts.id)
    ? { code: 'refused-by-patient', sentence: 'The patient asked for somebody else.' }
    : null;

const worksThen: Rule = ({ request, facts }) =>
  isAvailable(facts.hours, facts.zone, request.interval)
    ? null
    : { code: 'not-available', sentence: hoursSentence(facts, request) };

const otherJobs = ({ request, facts }: Case): CandidateFacts['commitments'] =>
  facts.commitments.filter(({ bookingId }) => bookingId !== request.bookingId);

const isFree: Rule = (given) =>
  otherJobs(given).some((job) => overlaps(job, given.request.interval))
    ? { code: 'interpreter-busy', sentence: BUSY }
    : null;

/** The same sentence as for an overlap: the neighbouring job may be another organisation's. */
const hasTimeToTravel: Rule = (given) => {
  const { interval, modality, siteId, point } = given.request;
  return canTravel(otherJobs(given), { ...interval, modality, siteId, point }, given.facts.transport)
    ? null
    : { code: 'interpreter-travelling', sentence: BUSY };
};

/** Without the distance, which from several sites would give the home away. */
const travelsThere: Rule = ({ request, facts }) =>
  request.modality !== 'in-person' || request.point === null || kilometresBetween(facts.home, request.point) <= facts.radiusKm
    ? null
    : { code: 'outside-area', sentence: 'This place is outside the area they travel in.' };

const credentialIsValidThatDay: Rule = ({ request, skill }) =>
  !skill?.credentialExpiresOn || skill.credentialExpiresOn >= request.date
    ? null
    : {
        code: 'credential-lapsed',
        sentence: `Credential ${skill.credential ?? ''} lapses on ${skill.credentialExpiresOn}, before this appointment.`,
      };

const takesWork: Rule = ({ facts }) =>
  facts.active ? null : { code: 'not-taking-work', sentence: 'Takes no work at present.' };

const rules: readonly Rule[] = [
  languageIsReviewed,
  worksThisWay,
  isOfRequiredGender,
  isNotRefused,
  worksThen,
  isFree,
  hasTimeToTravel,
  travelsThere,
  credentialIsValidThatDay,
  takesWork,
];

const rank = (levels: LanguageLevels, skill: Skill): number => levelsBestFirst.indexOf(levels.of(skill.varietyId).level);

/** The skill by which this interpreter would serve the patient. */
export const bestSkill = (facts: CandidateFacts, levels: LanguageLevels): Skill | undefined =>
  [...facts.skills].sort((a, b) => rank(levels, a) - rank(levels, b) || (a.varietyId < b.varietyId ? -1 : 1))[0];

/**
 * The hard rules, one implementation for list, offer and acceptance. A rule that cannot be judged refuses.
 * @throws Invalid `unknown-location` for an in-person job at a site that is not on the map, next to another job.
 */
export const judgeCandidate = (request: MatchRequest, facts: CandidateFacts, levels: LanguageLevels): Verdict => {
  const skill = bestSkill(facts, levels);
  const language = skill ? levels.of(skill.varietyId) : nothing;
  const refusals = rules.flatMap((rule) => rule({ request, facts, levels, skill, language }) ?? []);
  const [first] = refusals;
  const about = { interpreterId: facts.id, displayName: facts.displayName, level: language.level };
  return first ? { ...about, ...first, eligible: false, refusals } : { ...about, eligible: true };
};
