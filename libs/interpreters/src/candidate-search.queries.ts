import { inZone, type Interval, isZone, type LocalDate, plusMinutes, type Point } from '@dragoman/kernel';
import { hotRows, plannedRows, type ReadTx, type Tx } from '@dragoman/platform';
import type { CandidateFacts, CommittedTime, SkillFacts } from './candidate.queries';
import { factsOfCandidates, searchedCandidates, zonesOfCandidates } from './candidate-search.sql';
import type { InterpreterRole, Transport, WayOfWorking } from './interpreter.entity';
import type { SkillScope } from './skill.entity';

/** How somebody's prospects are reckoned before their calendar is read: shares of the total, which is at most 1. */
export interface Prospects {
  /** What everybody has: scores that are the same for all, and late ones at their best. */
  fixed: number;
  /** By variety, in the order of `varietyIds`. */
  ofVariety: readonly number[];
  ofWish: { gender: string | null; share: number };
  /** Falls from `share` at nought to nothing at `upTo` minutes, of which `minutesAKilometre` by transport and `extra`. */
  ofTravel: { share: number; upTo: number; extra: number; minutesAKilometre: Record<Transport, number> };
  /** Falls from `share` to nothing at `upTo` pence an hour. */
  ofCost: { share: number; upTo: number };
  /** By a credential's level, of which the digit counts; without a digit; none counts nothing. */
  ofCredential: { share: number; from: number; aGrade: number; ungraded: number };
}

export interface CandidateSearch {
  organisationId: string;
  bookingId: string | null;
  /** The pairs of languages that may be booked, best first. */
  varietyIds: readonly string[];
  otherId: string;
  /** Varieties near to the patient's that may not be booked, best first: for telling why not. */
  relatedIds: readonly string[];
  /** One of them is enough. */
  ways: readonly WayOfWorking[];
  role: InterpreterRole;
  requiredGender: string | null;
  date: LocalDate;
  scope: SkillScope;
  interval: Interval;
  /** Of all candidates; who lives by another clock is asked of the rules. */
  zones: readonly string[];
  /** Of the site, where distance decides anything. */
  point: Point | null;
  isInPerson: boolean;
  /** Nobody who lives as near as this, in kilometres. */
  fartherThanKm: number | null;
  excludedIds: readonly string[];
  /** Looked at first whatever their prospects: those who have what these do not reckon with. */
  firstIds: readonly string[];
  prospects: Prospects;
}

export interface Prospect {
  id: string;
  /** At least what the total can come to; nobody later in the list has more, but for `firstIds`. */
  prospect: number;
  /** Has a job then: not possible, whatever else the rules say. */
  isBusy: boolean;
  /** Of the first of a page; null for those after them, whose facts are asked for when it comes to them, and for whoever is busy. */
  facts: CandidateFacts | null;
}

export interface ProspectPage {
  offset: number;
  limit: number;
  /** Of these, the first come with their facts. */
  judged: number;
  /** How many of those whom an early rule stands against, at most. */
  refused: number;
}

export interface Searched {
  prospects: Prospect[];
  /** How many no early rule stands against, those who are busy among them. */
  inAll: number;
  /** Some of those who are not possible: who lacks the time only, then who else has the language, then who has one near it. */
  refused: CandidateFacts[];
}

type StaticFacts = Omit<CandidateFacts, 'exceptions' | 'commitments' | 'jobsLast30Days' | 'minutesLast30Days'>;
type KeptSkill = [
  SkillFacts['varietyId'], SkillFacts['otherId'], SkillFacts['direction'], SkillFacts['credential'], SkillFacts['credentialExpiresOn'],
  SkillFacts['credentialLevel'], SkillFacts['scope'],
];
/** As `refresh_candidates` writes them: without the names of their fields, which are longer than they. */
type KeptFacts = [
  StaticFacts['displayName'], StaticFacts['gender'], StaticFacts['servesRequests'], StaticFacts['roles'], StaticFacts['modalities'],
  StaticFacts['zone'], Point['latitude'], Point['longitude'], StaticFacts['radiusKm'], StaticFacts['transport'], StaticFacts['hourlyRate'],
  StaticFacts['active'], StaticFacts['dailyCapMinutes'], KeptSkill[], [weekday: number, fromMinute: number, toMinute: number][],
];

interface FactsRow {
  id: string;
  facts: KeptFacts | null;
  agreed: CandidateFacts['hours'] | null;
  exceptions: CandidateFacts['exceptions'] | null;
  committed: (Omit<CommittedTime, 'start' | 'end'> & { start: number; end: number })[] | null;
  jobs: number;
  minutes: number;
}

const skillOf = ([varietyId, otherId, direction, credential, credentialExpiresOn, credentialLevel, scope]: KeptSkill): SkillFacts => ({
  varietyId, otherId, direction, credential, credentialExpiresOn, credentialLevel, scope,
});

const factsOf = ({ id, facts, agreed, exceptions, committed, jobs, minutes }: FactsRow): CandidateFacts | null => {
  if (!facts) return null;
  const [
    displayName, gender, servesRequests, roles, modalities, zone, latitude, longitude, radiusKm, transport, hourlyRate, active,
    dailyCapMinutes, skills, hours,
  ] = facts;
  return {
    id, displayName, gender, servesRequests, roles, modalities, zone, home: { latitude, longitude }, radiusKm, transport, hourlyRate, active,
    dailyCapMinutes,
    skills: skills.map(skillOf),
    hours: agreed ?? hours.map(([weekday, fromMinute, toMinute]) => ({ weekday, fromMinute, toMinute })),
    exceptions: exceptions ?? [],
    commitments: (committed ?? []).map(({ start, end, ...job }) => ({ ...job, start: new Date(start), end: new Date(end) })),
    jobsLast30Days: jobs,
    minutesLast30Days: minutes,
  };
};

/** In the order of the bits that the migration sets. */
const WAYS: readonly WayOfWorking[] = ['in-person', 'video', 'phone', 'sign-video'];
const GENDERS = ['woman', 'man'];
const ROLES: readonly InterpreterRole[] = ['interpreter', 'cultural-mediator', 'advocate', 'peer-navigator', 'deaf-relay'];
const SCOPES: readonly SkillScope[] = ['health', 'mental-health', 'social-care', 'legal'];
const TRANSPORTS: readonly Transport[] = ['walk', 'bicycle', 'public', 'car'];

const bits = <Each>(known: readonly Each[], some: readonly Each[]): number =>
  some.reduce((sum, each) => sum | (known.includes(each) ? 1 << known.indexOf(each) : 0), 0);
const gender = (one: string | null): number => (one === null ? 0 : bits(GENDERS, [one]));

const LONGEST_DAY = 1440 + 120;
const calendarValues = ({ interval: { start, end }, organisationId }: CandidateSearch): unknown[] => [
  start, end, organisationId, plusMinutes(start, -30 * 1440), plusMinutes(start, -LONGEST_DAY),
];

const HOURS_OF_A_DAY = 24;
const hourOfTheWeek = (instant: Date, zone: string): number => {
  const { weekday, hour } = inZone(instant, zone);
  return (weekday - 1) * HOURS_OF_A_DAY + hour;
};

/** The first and the last hour of the week that it touches; null where the clocks change during it, or where the zone is unknown. */
const touchedHours = ({ start, end }: Interval, zone: string): { first: number | null; last: number | null } => {
  const last = new Date(end.getTime() - 1);
  const isClear = isZone(zone) && inZone(start, zone).offset === inZone(last, zone).offset && end <= plusMinutes(start, 1440);
  return isClear ? { first: hourOfTheWeek(start, zone), last: hourOfTheWeek(last, zone) } : { first: null, last: null };
};

const clockValues = ({ zones, interval }: CandidateSearch): unknown[] => {
  const touched = zones.map((zone) => touchedHours(interval, zone));
  return [zones, touched.map(({ first }) => first), touched.map(({ last }) => last)];
};

const standingValues = (search: CandidateSearch): unknown[] => [
  search.varietyIds, search.otherId, bits(WAYS, search.ways), bits(ROLES, [search.role]), gender(search.requiredGender), search.date,
  bits(SCOPES, [search.scope]), search.excludedIds, search.point?.latitude ?? null, search.point?.longitude ?? null, search.isInPerson,
  search.fartherThanKm, search.bookingId,
];

const prospectValues = ({ prospects, firstIds }: CandidateSearch): unknown[] => {
  const { fixed, ofVariety, ofWish, ofTravel, ofCost, ofCredential } = prospects;
  return [
    firstIds, fixed, ofVariety, ofWish.gender === null ? 0 : ofWish.share, gender(ofWish.gender), ofTravel.share, ofTravel.upTo, ofTravel.extra,
    TRANSPORTS.map((by) => ofTravel.minutesAKilometre[by]), ofCost.share, ofCost.upTo, ofCredential.share, ofCredential.from,
    ofCredential.aGrade, ofCredential.ungraded,
  ];
};

/**
 * Whoever no early rule stands against, best prospects first: `limit` of them from `offset` on, the first `judged` with their
 * facts. It leaves out nobody who is possible; whether somebody is, the rules decide.
 */
export const searchCandidates = async (tx: ReadTx, search: CandidateSearch, page: ProspectPage): Promise<Searched> => {
  const rows = await plannedRows<FactsRow & { prospect: number; isBusy: boolean; isRefused: boolean; inAll: number }>(tx, {
    name: 'candidates',
    text: searchedCandidates,
    values: [
      ...calendarValues(search), ...standingValues(search), ...prospectValues(search), page.offset, page.limit, page.judged,
      search.relatedIds, page.refused, ...clockValues(search),
    ],
  });
  return {
    prospects: rows
      .filter(({ isRefused }) => !isRefused)
      .map((row) => ({ id: row.id, prospect: row.prospect, isBusy: row.isBusy, facts: factsOf(row) })),
    inAll: rows[0]?.inAll ?? 0,
    refused: rows.filter(({ isRefused }) => isRefused).flatMap((row) => factsOf(row) ?? []),
  };
};

/** The facts of these, in any order. */
export const candidateFacts = async (tx: ReadTx, search: CandidateSearch, ids: readonly string[]): Promise<CandidateFacts[]> => {
  const rows = await hotRows<FactsRow>(tx, {
    name: 'candidate-facts',
    text: factsOfCandidates,
    values: [...calendarValues(search), ids],
  });
  return rows.flatMap((row) => factsOf(row) ?? []);
};

/** By which clocks candidates live: a few, whatever their number. */
export const candidateZones = async (tx: ReadTx): Promise<string[]> => {
  const rows = await hotRows<{ zone: string }>(tx, { name: 'candidate-zones', text: zonesOfCandidates, values: [] });
  return rows.map(({ zone }) => zone);
};

/** In the transaction of the write, so that a search never sees what is no longer so. */
export const refreshCandidates = async (tx: Tx, interpreterIds: readonly string[]): Promise<void> => {
  await tx.query('select interpreters.refresh_candidates($1::uuid[])', [interpreterIds]);
};
