import { inZone, type Interval, isZone, kilometresBetween, type LocalDate, plusMinutes, type Point } from '@dragoman/kernel';
import { BestProspects, Found } from './best-prospects';
import type { Candidate, CandidatePair } from './candidate';
import type { InterpreterRole, Transport, WayOfWorking } from './interpreter.entity';
import type { SkillScope } from './skill.entity';
import {
  ACTIVE, BOTH_WAYS, dayNumber, EXTRA_TIME, genderBits, NO_CREDENTIAL, NO_GRADE, roleBits, scopeBits, type Speakers, transports, wayBits,
} from './speakers';

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
  /** Of the site, where distance decides anything. */
  point: Point | null;
  isInPerson: boolean;
  /** Nobody who lives as near as this, in kilometres. */
  fartherThanKm: number | null;
  excludedIds: readonly string[];
  /** Looked at first whatever their prospects: those who have what these do not reckon with. */
  firstIds: readonly string[];
  /** How many of those whom an early rule stands against, at most. */
  refused: number;
  prospects: Prospects;
}

/** Whom a search looks at, by language, and whose week is another one for this organisation. */
export interface LookedThrough {
  speakers(varietyId: string): Speakers;
  candidate(id: string): Candidate | undefined;
  agreed: ReadonlySet<string>;
}

export interface Searched {
  prospects: BestProspects;
  refused: readonly Candidate[];
}

/** A question about one of the speakers, who are told by their place. */
type Asked<Answer> = (place: number) => Answer;

interface Hour {
  day: number;
  bit: number;
}

const hourOf = (instant: Date, zone: string): Hour => {
  const { weekday, hour } = inZone(instant, zone);
  return { day: weekday - 1, bit: 1 << hour };
};

/** The first and the last hour of the week that it touches; null where the clocks change during it, or where the zone is unknown. */
const touchedHours = ({ start, end }: Interval, zone: string): [Hour, Hour] | null => {
  const last = new Date(end.getTime() - 1);
  const isClear = isZone(zone) && inZone(start, zone).offset === inZone(last, zone).offset && end <= plusMinutes(start, 1440);
  return isClear ? [hourOf(start, zone), hourOf(last, zone)] : null;
};

const utcDate = (instant: Date): LocalDate => instant.toISOString().slice(0, 10);
const DAY = 1440;

/**
 * Whether they may work then: in the first hour of the appointment and in the last, on a clock of their own. What lies between,
 * extra time and hours agreed with one organisation are for the rules to judge, and so is a clock that the week says nothing of.
 */
const mayWork = ({ interval }: CandidateSearch, { pairs, zone, zones, hours, standing }: Speakers, agreed: ReadonlySet<string>): Asked<boolean> => {
  const touched = zones.all().map((name) => touchedHours(interval, name));
  const [earliest, latest] = [utcDate(plusMinutes(interval.start, -2 * DAY)), utcDate(plusMinutes(interval.end, DAY))];
  const hasExtraTime = (place: number): boolean =>
    pairs[place]?.candidate.facts.exceptions.some(({ kind, fromDate, toDate }) => kind === 'extra' && fromDate <= latest && toDate >= earliest) ??
    false;
  return (place) => {
    const clock = touched[zone[place] ?? 0];
    if (!clock) return true;
    const [first, last] = clock;
    return (
      (((hours[first.day]?.[place] ?? 0) & first.bit) !== 0 && ((hours[last.day]?.[place] ?? 0) & last.bit) !== 0) ||
      (((standing[place] ?? 0) & EXTRA_TIME) !== 0 && hasExtraTime(place)) ||
      (agreed.size > 0 && agreed.has(pairs[place]?.candidate.id ?? ''))
    );
  };
};

/** What stands whenever the appointment is. */
const mayServe = (search: CandidateSearch, { pairs, standing, other, others, expires }: Speakers): Asked<boolean> => {
  const ways = wayBits(search.ways);
  const needed =
    BOTH_WAYS | ACTIVE | roleBits([search.role]) | scopeBits([search.scope]) |
    (search.requiredGender === null ? 0 : genderBits([search.requiredGender]));
  const [otherId, date, excluded] = [others.numberOf(search.otherId), dayNumber(search.date), new Set(search.excludedIds)];
  return (place) => {
    const bits = standing[place] ?? 0;
    return (
      (bits & ways) !== 0 && (bits & needed) === needed && other[place] === otherId && (expires[place] ?? 0) >= date &&
      (excluded.size === 0 || !excluded.has(pairs[place]?.candidate.id ?? ''))
    );
  };
};

const KILOMETRES_A_DEGREE = 111;

/** Kilometres to the site, 0 where distance decides nothing; -1 for whoever lives too far away, or too near. */
const distanceTo = ({ point, isInPerson, fartherThanKm }: CandidateSearch, { latitude, longitude, radiusKm }: Speakers): Asked<number> => {
  if (point === null) return () => 0;
  return (place) => {
    const home = { latitude: latitude[place] ?? 0, longitude: longitude[place] ?? 0 };
    const radius = radiusKm[place] ?? 0;
    // Most live in another city, and a degree of latitude is soon reckoned.
    if (isInPerson && Math.abs(home.latitude - point.latitude) * KILOMETRES_A_DEGREE > radius) return -1;
    const km = kilometresBetween(home, point);
    return (isInPerson && km > radius) || (fartherThanKm !== null && km <= fartherThanKm) ? -1 : km;
  };
};

const within = (share: number): number => (share < 0 ? 0 : share > 1 ? 1 : share);

const prospectOf = ({ prospects, isInPerson }: CandidateSearch, { standing, rate, grade, transport }: Speakers) => {
  const { fixed, ofVariety, ofWish, ofTravel, ofCost, ofCredential } = prospects;
  const wished = ofWish.gender === null ? 0 : genderBits([ofWish.gender]);
  const minutesAKilometre = transports.map((by) => ofTravel.minutesAKilometre[by]);
  const ofGrade = (one: number): number => {
    if (one === NO_CREDENTIAL) return 0;
    return one === NO_GRADE ? ofCredential.ungraded : within(ofCredential.from + one * ofCredential.aGrade);
  };
  const ofJourney = (km: number, by: number): number =>
    ofTravel.share * within(1 - (ofTravel.extra + km * (minutesAKilometre[by] ?? 0)) / ofTravel.upTo);
  return (place: number, variety: number, km: number): number =>
    fixed +
    (ofVariety[variety] ?? 0) +
    (((standing[place] ?? 0) & wished) !== 0 ? ofWish.share : 0) +
    (isInPerson ? ofJourney(km, transport[place] ?? 0) : 0) +
    ofCost.share * within(1 - (rate[place] ?? 0) / ofCost.upTo) +
    ofCredential.share * ofGrade(grade[place] ?? NO_CREDENTIAL);
};

/** What is asked of the speakers of one variety. */
const questions = (search: CandidateSearch, speakers: Speakers, agreed: ReadonlySet<string>) => ({
  speakers,
  serves: mayServe(search, speakers),
  distance: distanceTo(search, speakers),
  works: mayWork(search, speakers, agreed),
  prospect: prospectOf(search, speakers),
});
type Questions = ReturnType<typeof questions>;

/**
 * Who might be possible, and some who are not. It leaves out nobody who is possible; whether somebody is, the rules decide. Of those
 * whom an early rule stands against first whoever lacks the time only, then who else has the language, then who has one near it.
 */
export const lookThrough = (search: CandidateSearch, among: LookedThrough): Searched => {
  const asked = search.varietyIds.map((id) => questions(search, among.speakers(id), among.agreed));
  const found = new Found(asked.map(({ speakers }) => speakers));
  const untimely: CandidatePair[] = [];
  const others: CandidatePair[] = [];
  for (const [variety, { speakers: { pairs }, serves, distance, works, prospect }] of asked.entries())
    for (let place = 0; place < pairs.length; place++) {
      const km = serves(place) ? distance(place) : -1;
      if (km >= 0 && works(place)) found.add(variety, place, prospect(place, variety, km));
      else {
        const lacking = km < 0 ? others : untimely;
        if (lacking.length < search.refused) lacking.push(pairs[place] as CandidatePair);
      }
    }
  const first = search.firstIds.flatMap((id) => among.candidate(id) ?? []);
  return {
    prospects: new BestProspects(found, first),
    refused: someRefused({ untimely, others: [...others, ...relatedOf(search, among)] }, asked, search.refused),
  };
};

const relatedOf = ({ relatedIds, refused }: CandidateSearch, among: LookedThrough): CandidatePair[] => {
  const related: CandidatePair[] = [];
  for (const varietyId of relatedIds) {
    if (related.length >= refused) break;
    related.push(...among.speakers(varietyId).pairs.slice(0, refused));
  }
  return related;
};

/** Without those who stand among the others by one pair and would serve by another. */
const someRefused = (
  { untimely, others }: { untimely: readonly CandidatePair[]; others: readonly CandidatePair[] },
  asked: readonly Questions[],
  most: number,
): Candidate[] => {
  const wouldServe = ({ pairs }: Candidate): boolean =>
    pairs.some((pair) =>
      asked.some(({ speakers, serves, distance }) => {
        const place = speakers.placeOf(pair);
        return place !== undefined && serves(place) && distance(place) >= 0;
      }),
    );
  const some = new Set(untimely.map(({ candidate }) => candidate));
  for (const { candidate } of others) {
    if (some.size >= most) break;
    if (!wouldServe(candidate)) some.add(candidate);
  }
  return [...some].slice(0, most);
};
