import type { EncounterTable } from '@dragoman/encounters';
import type { CandidateSearch, Prospects, Transport, WayOfWorking, WhoIsThere } from '@dragoman/interpreters';
import { scopeFor } from './credential-rules';
import { languageRules, levelsBestFirst } from './language-rules';
import type { LanguageLevels, MatchRequest } from './match';
import { exactness, GRADES, LEAST_GRADED, TOO_DEAR, TOO_FAR_MINUTES, UNGRADED, UNKNOWN_RECORD } from './scores';
import { DETOUR, KILOMETRES_AN_HOUR, MINUTES_TO_FIND_THE_ROOM } from './travel';

/** Whether some interpreter of this variety could be booked: the rules of language before somebody against whom nothing else stands. */
const mayBeBooked = (request: MatchRequest, levels: LanguageLevels, varietyId: string): boolean => {
  const skill = {
    varietyId, otherId: request.otherId, direction: 'both' as const, credential: null, credentialExpiresOn: null, credentialLevel: null, scope: [],
  };
  const given = { request, facts: { id: '', skills: [skill] }, levels, skill, language: levels.of(varietyId) };
  return languageRules.every(({ whyNot }) => whyNot(given) === null);
};

const waysFor = ({ modality }: MatchRequest, levels: LanguageLevels, varietyIds: readonly string[]): WayOfWorking[] =>
  varietyIds.flatMap((id): WayOfWorking[] => {
    if (!levels.of(id).signed) return [modality];
    return modality === 'phone' ? [] : [modality === 'video' ? 'sign-video' : modality];
  });

const minutesAKilometre = (by: Transport): number => (DETOUR * 60) / KILOMETRES_AN_HOUR[by];

/** The early scores, as they are reckoned over everybody; `bestPossible` is what they come to, or a little more. */
const prospectsOf = (request: MatchRequest, levels: LanguageLevels, varietyIds: readonly string[]): Prospects => {
  const { weights, wanted, preferredGender, record } = request;
  const wishes = Number(wanted.length > 0) + Number(preferredGender !== null);
  const isInPerson = request.modality === 'in-person';
  const weight =
    weights.exactness + weights.continuity + (wishes > 0 ? weights.wish : 0) + (isInPerson ? weights.travel : 0) + weights.record +
    weights.cost + weights.credential + weights['fair-share'];
  const share = (points: number): number => (weight === 0 ? 0 : points / weight);
  const bestRecord = Math.max(UNKNOWN_RECORD, ...[...(record?.values() ?? [])].map(({ kept, of }) => (of === 0 ? 0 : kept / of)));
  return {
    fixed: share(weights.record * bestRecord + weights['fair-share']),
    ofVariety: varietyIds.map((id) => share(weights.exactness * exactness({ language: levels.of(id) }).points)),
    ofWish: { gender: preferredGender, share: share(weights.wish / Math.max(1, wishes)) },
    ofTravel: {
      share: share(isInPerson ? weights.travel : 0),
      upTo: TOO_FAR_MINUTES,
      extra: MINUTES_TO_FIND_THE_ROOM,
      minutesAKilometre: {
        walk: minutesAKilometre('walk'), bicycle: minutesAKilometre('bicycle'), public: minutesAKilometre('public'), car: minutesAKilometre('car'),
      },
    },
    ofCost: { share: share(weights.cost), upTo: TOO_DEAR },
    ofCredential: { share: share(weights.credential), from: LEAST_GRADED, aGrade: 1 / GRADES, ungraded: UNGRADED },
  };
};

/** What a search stands on beside its request: what the organisation rules, and whom it looks at. */
export interface SearchGround {
  table: EncounterTable;
  there: WhoIsThere;
}

/** How many it tells why not, at most. */
export const MOST_NOT_POSSIBLE = 12;

/** What the interpreters' lib is asked for; where the site is not on the map, nobody is possible whom distance concerns. */
export const searchFor = (request: MatchRequest, table: EncounterTable, levels: LanguageLevels): CandidateSearch => {
  const known = table
    .interpreters()
    .sort((a, b) => levelsBestFirst.indexOf(a.level) - levelsBestFirst.indexOf(b.level))
    .map(({ interpreterVariety }) => interpreterVariety);
  const varietyIds = known.filter((id) => mayBeBooked(request, levels, id));
  const isInPerson = request.modality === 'in-person';
  const isNowhere = request.point === null && (isInPerson || request.avoidsLocalArea);
  return {
    organisationId: request.organisationId,
    bookingId: request.bookingId,
    varietyIds,
    otherId: request.otherId,
    relatedIds: known.filter((id) => !varietyIds.includes(id)),
    ways: isNowhere ? [] : waysFor(request, levels, varietyIds),
    role: request.role,
    requiredGender: request.requiredGender,
    date: request.date,
    scope: scopeFor(request.topic),
    interval: request.interval,
    point: isInPerson || request.avoidsLocalArea ? request.point : null,
    isInPerson: isInPerson && !isNowhere,
    fartherThanKm: request.avoidsLocalArea && !isNowhere ? request.localAreaKm : null,
    excludedIds: [...request.refused, ...request.notUnderstood],
    refused: MOST_NOT_POSSIBLE,
    firstIds: [...new Set([...request.timesSeen.keys(), ...request.wanted])],
    prospects: prospectsOf(request, levels, varietyIds),
  };
};
