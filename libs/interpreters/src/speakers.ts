import type { LocalDate } from '@dragoman/kernel';
import type { CandidatePair, StandingFacts } from './candidate';
import type { SkillFacts } from './candidate.queries';
import type { InterpreterRole, Transport, WayOfWorking } from './interpreter.entity';
import type { SkillScope } from './skill.entity';

/** Sets, as bits of one number. */
const bitsOf = <Each extends string>(known: readonly Each[], shift: number) => {
  const bit = new Map<string, number>(known.map((each, place) => [each, 1 << (shift + place)]));
  return (some: readonly Each[]): number => some.reduce((sum, each) => sum | (bit.get(each) ?? 0), 0);
};

const scopes: readonly SkillScope[] = ['health', 'mental-health', 'social-care', 'legal'];
export const wayBits = bitsOf<WayOfWorking>(['in-person', 'video', 'phone', 'sign-video'], 0);
/** Whose requests somebody serves; other genders ask by name. */
export const genderBits = bitsOf<string>(['woman', 'man'], 4);
export const roleBits = bitsOf<InterpreterRole>(['interpreter', 'cultural-mediator', 'advocate', 'peer-navigator', 'deaf-relay'], 6);
export const scopeBits = bitsOf<SkillScope>(scopes, 11);
export const BOTH_WAYS = 1 << 15;
export const ACTIVE = 1 << 16;
export const EXTRA_TIME = 1 << 17;

export const transports: readonly Transport[] = ['walk', 'bicycle', 'public', 'car'];

const DAYS = 7;
const HOURS = 24;
const MINUTES = 60;

/** By weekday, Monday first: a bit for each hour in which they work at some time. What runs past Sunday's midnight is Monday's. */
const hoursTouched = (week: StandingFacts['hours']): number[] => {
  const days = Array.from({ length: DAYS }, () => 0);
  for (const { weekday, fromMinute, toMinute } of week)
    for (let hour = Math.floor(fromMinute / MINUTES); hour * MINUTES < toMinute; hour++) {
      const day = (weekday - 1 + Math.floor(hour / HOURS)) % DAYS;
      days[day] = (days[day] ?? 0) | (1 << (hour % HOURS));
    }
  return days;
};

const DAY_MS = 86_400_000;
export const dayNumber = (date: LocalDate): number => Date.parse(`${date}T00:00Z`) / DAY_MS;
/** Later than any date, and still a small integer. */
const NEVER = 2 ** 30;

export const NO_CREDENTIAL = -1;
/** A credential that names no level. */
export const NO_GRADE = -2;

/** By the digit of its level. */
const gradeOf = ({ credential, credentialLevel }: SkillFacts): number => {
  if (credential === null) return NO_CREDENTIAL;
  const digit = /\d/.exec(credentialLevel ?? '')?.[0];
  return digit === undefined ? NO_GRADE : Number(digit);
};

const standingOf = ({ candidate: { facts }, skill }: CandidatePair): number =>
  wayBits(facts.modalities) |
  genderBits(facts.servesRequests) |
  roleBits(facts.roles) |
  scopeBits(skill.scope.length === 0 ? scopes : skill.scope) |
  (skill.direction === 'both' ? BOTH_WAYS : 0) |
  (facts.active ? ACTIVE : 0) |
  (facts.exceptions.some(({ kind }) => kind === 'extra') ? EXTRA_TIME : 0);

/** Names as small numbers. */
class Names {
  private readonly names: string[] = [];

  /** -1: nobody has it. */
  numberOf(name: string): number {
    return this.names.indexOf(name);
  }

  add(name: string): number {
    const known = this.numberOf(name);
    return known >= 0 ? known : this.names.push(name) - 1;
  }

  all(): readonly string[] {
    return this.names;
  }
}

/**
 * The pairs of languages of one variety, in no order. What a search asks of every one of them stands side by side, a list for each
 * property: to follow ten thousand objects through memory takes ten times as long as to judge them.
 */
export class Speakers {
  private own: CandidatePair[] = [];
  private isLent = false;
  /** Bits of all that is yes or no. */
  readonly standing: number[] = [];
  readonly other: number[] = [];
  /** The last day of the credential, as `dayNumber`. */
  readonly expires: number[] = [];
  readonly latitude: number[] = [];
  readonly longitude: number[] = [];
  readonly radiusKm: number[] = [];
  readonly zone: number[] = [];
  /** By weekday, Monday first. */
  readonly hours: readonly number[][] = Array.from({ length: DAYS }, () => []);
  readonly rate: number[] = [];
  readonly grade: number[] = [];
  readonly transport: number[] = [];
  readonly others = new Names();
  readonly zones = new Names();
  private readonly places = new Map<CandidatePair, number>();
  private readonly columns: readonly number[][] = [
    this.standing, this.other, this.expires, this.latitude, this.longitude, this.radiusKm, this.zone, ...this.hours, this.rate, this.grade,
    this.transport,
  ];

  /** Stays as it is while whoever asked for it pages through, whatever is added or removed meanwhile. */
  get pairs(): readonly CandidatePair[] {
    this.isLent = true;
    return this.own;
  }

  placeOf(pair: CandidatePair): number | undefined {
    return this.places.get(pair);
  }

  add(pair: CandidatePair): void {
    const { candidate: { facts }, skill } = pair;
    const row = [
      standingOf(pair), this.others.add(skill.otherId), skill.credentialExpiresOn === null ? NEVER : dayNumber(skill.credentialExpiresOn),
      facts.home.latitude, facts.home.longitude, facts.radiusKm, this.zones.add(facts.zone), ...hoursTouched(facts.hours), facts.hourlyRate,
      gradeOf(skill), transports.indexOf(facts.transport),
    ];
    this.places.set(pair, this.mine().push(pair) - 1);
    for (const [n, column] of this.columns.entries()) column.push(row[n] ?? 0);
  }

  /** The last takes the place. */
  remove(pair: CandidatePair): void {
    const place = this.places.get(pair);
    if (place === undefined) return;
    const pairs = this.mine();
    const moved = pairs.at(-1) as CandidatePair;
    pairs[place] = moved;
    this.places.set(moved, place);
    for (const column of this.columns) column[place] = column.at(-1) ?? 0;
    this.places.delete(pair);
    pairs.pop();
    for (const column of this.columns) column.pop();
  }

  private mine(): CandidatePair[] {
    if (this.isLent) this.own = [...this.own];
    this.isLent = false;
    return this.own;
  }
}
