/** Plain facts, as a person would write them down; the model of the rules and the product are both asked about these. */
export interface Place {
  latitude: number;
  longitude: number;
}

export interface ModelJob {
  bookingId: string;
  start: Date;
  end: Date;
  modality: 'in-person' | 'video' | 'phone';
  siteId: string | null;
  point: Place | null;
}

export interface ModelHours {
  weekday: number;
  fromMinute: number;
  toMinute: number;
}

export interface ModelException {
  kind: 'away' | 'extra';
  fromDate: string;
  toDate: string;
  fromMinute: number | null;
  toMinute: number | null;
}

export interface ModelSkill {
  varietyId: string;
  otherId: string;
  direction: 'both' | 'into-other' | 'out-of-other';
  credential: string | null;
  credentialExpiresOn: string | null;
  credentialLevel: string | null;
  scope: ('health' | 'mental-health' | 'social-care' | 'legal')[];
}

export interface ModelInterpreter {
  id: string;
  displayName: string;
  gender: 'woman' | 'man' | 'another' | 'not-said';
  servesRequests: ('woman' | 'man')[];
  roles: ('interpreter' | 'cultural-mediator' | 'advocate' | 'peer-navigator' | 'deaf-relay')[];
  modalities: ('in-person' | 'video' | 'phone' | 'sign-video')[];
  zone: string;
  home: Place;
  radiusKm: number;
  transport: 'walk' | 'bicycle' | 'public' | 'car';
  hourlyRate: number;
  active: boolean;
  dailyCapMinutes: number | null;
  skills: ModelSkill[];
  /** The general week, or the one agreed with the organisation that asks. */
  hours: ModelHours[];
  exceptions: ModelException[];
  /** The whole calendar; no two overlap. */
  jobs: ModelJob[];
}

export interface ModelRow {
  level: 'exact' | 'close_consent' | 'last_resort' | 'never_auto';
  notFor: readonly string[];
  signed: boolean;
}

/** What is said of each interpreter's variety, as seen from the patient's. */
export type ModelTable = ReadonlyMap<string, ModelRow>;

export interface ModelRequest {
  bookingId: string | null;
  otherId: string;
  role: ModelInterpreter['roles'][number];
  topic: string | null;
  consents: { interpreterVariety: string; level: 'close_consent' | 'last_resort' }[];
  lowered: string[];
  notUnderstood: string[];
  start: Date;
  end: Date;
  /** The appointment's day at the site. */
  date: string;
  siteId: string;
  point: Place;
  modality: 'in-person' | 'video' | 'phone';
  requiredGender: string | null;
  preferredGender: string | null;
  refused: string[];
  wanted: string[];
  timesSeen: ReadonlyMap<string, number>;
  record: ReadonlyMap<string, { kept: number; of: number }>;
  avoidsLocalArea: boolean;
  localAreaKm: number;
  weights: Readonly<Record<string, number>>;
}

/** Throws from a seed: the same seed is the same world. */
export class Throws {
  constructor(private state: number) {}

  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  one<T>(values: readonly [T, ...T[]]): T {
    return values[Math.floor(this.next() * values.length)] ?? values[0];
  }

  some<T>(values: readonly T[], probability: number): T[] {
    return values.filter(() => this.chance(probability));
  }

  id(): string {
    const hex = (digits: number): string => Array.from({ length: digits }, () => this.between(0, 15).toString(16)).join('');
    return `${hex(8)}-${hex(4)}-7${hex(3)}-8${hex(3)}-${hex(12)}`;
  }
}
