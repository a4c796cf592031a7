import { kilometresBetween } from '@dragoman/kernel';
import type { WayOfWorking } from '@dragoman/interpreters';
import { type HardRule, listed, type Rule } from './rule';

const byModality: Record<WayOfWorking, string> = {
  'in-person': 'in person',
  video: 'by video',
  phone: 'by phone',
  'sign-video': 'signing by video',
};

const isSeen: Rule = ({ request, language }) =>
  language.signed && request.modality === 'phone' ? `${language.name} cannot be signed over the phone.` : null;

/** Signing on a screen is a way of working by itself. */
const worksThisWay: Rule = ({ request, facts, language }) => {
  const needed = language.signed && request.modality === 'video' ? 'sign-video' : request.modality;
  return facts.modalities.includes(needed)
    ? null
    : `Works ${listed(facts.modalities.map((modality) => byModality[modality]))}, not ${byModality[needed]}.`;
};

const inWords = (role: string): string => role.replaceAll('-', ' ');

const worksInThisRole: Rule = ({ request, facts }) =>
  facts.roles.includes(request.role)
    ? null
    : `Works as ${listed(facts.roles.map(inWords))}, not as ${inWords(request.role)}.`;

/** By what somebody says they serve, never by what their gender is. */
const servesRequiredGender: Rule = ({ request, facts }) =>
  request.requiredGender === null || facts.servesRequests.some((served) => served === request.requiredGender)
    ? null
    : `The patient requires a ${request.requiredGender}, and only they can lift that.`;

const isNotRefused: Rule = ({ request, facts }) =>
  request.refused.includes(facts.id) ? 'The patient asked for somebody else.' : null;

const NOT_ON_THE_MAP = 'This place is not on the map yet, so distance cannot be judged.';

/** Also on the phone: it is about meeting each other afterwards. Without the distance, which would give the home away. */
const isFromElsewhere: Rule = ({ request, facts }) => {
  if (!request.avoidsLocalArea) return null;
  if (request.point === null) return NOT_ON_THE_MAP;
  // Asked of the agency before it may confirm.
  if (facts.home === null) return null;
  return kilometresBetween(facts.home, request.point) > request.localAreaKm
    ? null
    : 'The patient asked for nobody from the local area.';
};

/** Without the distance, which from several sites would give the home away. */
const travelsThere: Rule = ({ request, facts }) => {
  if (request.modality !== 'in-person') return null;
  if (request.point === null) return NOT_ON_THE_MAP;
  if (facts.home === null) return null;
  return kilometresBetween(facts.home, request.point) <= facts.radiusKm
    ? null
    : 'This place is outside the area they travel in.';
};

const takesWork: Rule = ({ facts, request }) => {
  if (!facts.active) return 'Takes no work at present.';
  return facts.home === null && !request.throughAgency ? 'Comes through an agency only: pass the booking to it.' : null;
};

export const mannerRules: readonly HardRule[] = [
  { code: 'signed-by-phone', whyNot: isSeen },
  { code: 'modality-not-offered', whyNot: worksThisWay },
  { code: 'role-not-offered', whyNot: worksInThisRole },
];

export const wishRules: readonly HardRule[] = [
  { code: 'gender-required', whyNot: servesRequiredGender },
  { code: 'refused-by-patient', whyNot: isNotRefused },
  { code: 'not-from-local-area', whyNot: isFromElsewhere },
];

export const areaRule: HardRule = { code: 'outside-area', whyNot: travelsThere };
export const activeRule: HardRule = { code: 'not-taking-work', whyNot: takesWork };
