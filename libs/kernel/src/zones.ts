import { DateTime, FixedOffsetZone, Settings, Zone } from 'luxon';
import moment from 'moment-timezone';
import { Invalid } from './errors';

/** `YYYY-MM-DDTHH:mm`, what people agree on; means an instant only together with a zone. */
export type LocalDateTime = string;
/** `YYYY-MM-DD` */
export type LocalDate = string;

export interface WallClock {
  date: LocalDate;
  /** `HH:mm`, 24-hour. */
  time: string;
  /** 0 to 1439. */
  minuteOfDay: number;
  /** ISO: Monday is 1, Sunday is 7. */
  weekday: number;
}

export interface ClockChangeChoice {
  /** The wall time does not exist (clocks go forward): take the instant after the gap, or refuse. */
  gap: 'forward' | 'refuse';
  /** The wall time happens twice (clocks go back). */
  fold: 'earlier' | 'later' | 'refuse';
}

const MINUTE = 60_000;

/**
 * A zone over moment-timezone's data, because the data inside Node is older than some governments' decisions
 * (Node 20 is wrong today about Vancouver, Casablanca and others).
 */
class CurrentDataZone extends Zone {
  private readonly data: moment.MomentZone;

  constructor(private readonly id: string) {
    super();
    const data = moment.tz.zone(id);
    if (!data) throw new Invalid('unknown-zone', `There is no time zone "${id}".`, { zone: id });
    this.data = data;
  }

  override get name(): string {
    return this.id;
  }

  override get type(): string {
    return 'tzdata';
  }

  override get isUniversal(): boolean {
    return false;
  }

  override get isValid(): boolean {
    return true;
  }

  override offsetName(timestamp: number): string {
    return this.data.abbr(timestamp);
  }

  override formatOffset(timestamp: number, format: 'narrow' | 'short' | 'techie'): string {
    return FixedOffsetZone.instance(this.offset(timestamp)).formatOffset(timestamp, format);
  }

  /** Minutes east of UTC (moment counts west). */
  override offset(timestamp: number): number {
    return -this.data.utcOffset(timestamp);
  }

  override equals(other: Zone): boolean {
    return other instanceof CurrentDataZone && other.name === this.name;
  }
}

Settings.throwOnInvalid = true;

const zones = new Map<string, CurrentDataZone>();

const zoneNamed = (name: string): CurrentDataZone => {
  const known = zones.get(name);
  if (known) return known;
  const zone = new CurrentDataZone(name);
  zones.set(name, zone);
  return zone;
};

export const isZone = (name: string): boolean => moment.tz.zone(name) !== null;

/** The luxon view of an instant in a zone, over current zone data. @throws Invalid `unknown-zone`. */
export const inZone = (instant: Date, zone: string): DateTime =>
  DateTime.fromJSDate(instant, { zone: zoneNamed(zone) });

/** What a clock on the wall shows. @throws Invalid `unknown-zone`. */
export const wallClock = (instant: Date, zone: string): WallClock => {
  const local = inZone(instant, zone);
  return {
    date: local.toFormat('yyyy-MM-dd'),
    time: local.toFormat('HH:mm'),
    minuteOfDay: local.hour * 60 + local.minute,
    weekday: local.weekday,
  };
};

const utcOf = (local: LocalDateTime): number => {
  const wellFormed = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/.test(local);
  const parsed = wellFormed ? DateTime.fromISO(`${local}:00Z`, { zone: 'utc' }) : null;
  if (!parsed) throw new Invalid('not-a-local-time', 'A time is written YYYY-MM-DDTHH:mm.', { local });
  return parsed.toMillis();
};

/** All instants at which this wall clock shows this time: none in a gap, two in a fold. */
const instantsShowing = (local: number, zone: CurrentDataZone): number[] => {
  const nearby = [local - 1440 * MINUTE, local + 1440 * MINUTE].map((at) => zone.offset(at));
  const candidates = [...new Set(nearby)].map((offset) => local - offset * MINUTE);
  return candidates.filter((at) => at + zone.offset(at) * MINUTE === local).sort((a, b) => a - b);
};

/**
 * The instant of a wall-clock time. Clock changes are explicit choices, never luck.
 * @throws Invalid `not-a-local-time`, `unknown-zone`, `time-does-not-exist`, `time-happens-twice`.
 */
export const instantOf = (local: LocalDateTime, zone: string, choice: ClockChangeChoice): Date => {
  let at: number;
  try {
    at = utcOf(local);
  } catch (cause) {
    if (cause instanceof Invalid) throw cause;
    throw new Invalid('not-a-local-time', 'That date and time are not in the calendar.', { local });
  }
  const data = zoneNamed(zone);
  const instants = instantsShowing(at, data);
  const first = instants[0];
  const last = instants[instants.length - 1];
  if (first === undefined || last === undefined) {
    if (choice.gap === 'refuse')
      throw new Invalid('time-does-not-exist', `The clocks go forward then: ${local.slice(11)} does not exist.`, {
        local,
        zone,
      });
    return new Date(at - data.offset(at - 1440 * MINUTE) * MINUTE);
  }
  if (first !== last && choice.fold === 'refuse')
    throw new Invalid('time-happens-twice', `The clocks go back then: ${local.slice(11)} happens twice.`, {
      local,
      zone,
    });
  return new Date(choice.fold === 'later' ? last : first);
};

/** Calendar days, not multiples of 24 hours. */
export const addDays = (date: LocalDate, days: number): LocalDate =>
  DateTime.fromISO(date, { zone: 'utc' }).plus({ days }).toFormat('yyyy-MM-dd');

/** The local day as instants: 23, 24 or 25 hours long. */
export const dayInterval = (date: LocalDate, zone: string): { start: Date; end: Date } => ({
  start: instantOf(`${date}T00:00`, zone, { gap: 'forward', fold: 'earlier' }),
  end: instantOf(`${addDays(date, 1)}T00:00`, zone, { gap: 'forward', fold: 'earlier' }),
});
