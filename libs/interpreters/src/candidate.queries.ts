import { type Interval, type LocalDate, plusMinutes, type Point } from '@dragoman/kernel';
import { plannedRows, type ReadTx } from '@dragoman/platform';
import type { GenderRequest, InterpreterGender, InterpreterRole, Modality, Transport, WayOfWorking } from './interpreter.entity';
import type { SkillDirection, SkillScope } from './skill.entity';

/** A job in an interpreter's calendar. Whose it is stays unknown: another organisation's is only "busy". */
export interface CommittedTime extends Interval {
  bookingId: string;
  modality: Modality;
  siteId: string | null;
  point: Point | null;
}

export interface SkillFacts {
  varietyId: string;
  /** The clinic's language, or a pivot. */
  otherId: string;
  direction: SkillDirection;
  credential: string | null;
  credentialExpiresOn: LocalDate | null;
  credentialLevel: string | null;
  scope: SkillScope[];
}

/** Dates on the interpreter's own calendar; `fromMinute` null: whole days. */
export interface ExceptionFacts {
  kind: 'away' | 'extra';
  fromDate: LocalDate;
  toDate: LocalDate;
  fromMinute: number | null;
  /** Past 1440: on the next day. */
  toMinute: number | null;
}

/** What matching judges: as much as it needs of an interpreter, and nothing about patients. */
export interface CandidateFacts {
  id: string;
  displayName: string;
  gender: InterpreterGender;
  servesRequests: GenderRequest[];
  roles: InterpreterRole[];
  modalities: WayOfWorking[];
  zone: string;
  /** Never shown. Null: they come through an agency, which answers for their coming. */
  home: Point | null;
  radiusKm: number;
  transport: Transport;
  /** Pence. */
  hourlyRate: number;
  active: boolean;
  dailyCapMinutes: number | null;
  skills: SkillFacts[];
  /** Minutes from the weekday's midnight on the interpreter's clock; `toMinute` may run past 1440 into the next day. */
  hours: { weekday: number; fromMinute: number; toMinute: number }[];
  /** Those that touch the days around the window. */
  exceptions: ExceptionFacts[];
  /** From a day before the window to a day after it, also where a day has 25 hours; soonest first. */
  commitments: CommittedTime[];
  /** Those that start in the 30 days up to the window's start. */
  jobsLast30Days: number;
  /** How long those last together. */
  minutesLast30Days: number;
}

export interface PoolQuery {
  /** Best first: where the pool is capped, the first varieties fill it. */
  varietyIds: readonly string[];
  /** The appointment. */
  window: Interval;
  /** Who asks: hours agreed with this organisation stand instead of the general ones. */
  organisationId?: string | undefined;
  /** Only these, whatever they speak; left out: everybody who speaks one of the varieties. */
  interpreterIds?: readonly string[] | undefined;
  /** Nearest first within a variety, where the pool is capped. */
  near?: Point | undefined;
  limit?: number | undefined;
}

const DAY = 1440;
const LONGEST_DAY = DAY + 120;
const POOL_LIMIT = 500;

type PoolRow = Omit<CandidateFacts, 'commitments' | 'home'> & {
  latitude: number | null;
  longitude: number | null;
  agencyId: string | null;
  committed: { start: number; end: number; bookingId: string; modality: Modality; siteId: string | null; point: Point | null }[];
};

const factsOf = ({ latitude, longitude, agencyId, committed, ...row }: PoolRow): CandidateFacts => ({
  ...row,
  home: agencyId !== null || latitude === null || longitude === null ? null : { latitude, longitude },
  commitments: committed.map(({ start, end, ...job }) => ({ ...job, start: new Date(start), end: new Date(end) })),
});

/**
 * One statement. Leans on `skills_by_variety`, and on the index behind `an_interpreter_is_in_one_place_at_a_time`
 * for both looks into the calendar.
 */
export const candidatePool = async (tx: ReadTx, query: PoolQuery): Promise<CandidateFacts[]> => {
  const { start, end } = query.window;
  const whom = query.interpreterIds ? 'k.interpreter_id = any($2::uuid[])' : 'k.variety_id = any($1) and $2::uuid[] is null';
  // Said twice: a plan for nobody's values in particular would else look through everybody.
  const these = query.interpreterIds ? 'where i.id = any($2::uuid[])' : '';
  const text = `with speaking as (
       select k.interpreter_id as id, min(array_position($1::text[], k.variety_id)) as best
         from interpreters.skills k
        where ${whom}
        group by k.interpreter_id)
     select i.id, i.display_name as "displayName", i.gender, i.modalities, i.zone, i.latitude, i.longitude, i.agency_id as "agencyId",
            i.radius_km as "radiusKm", i.transport, i.hourly_rate as "hourlyRate", i.active,
            i.serves_requests as "servesRequests", i.roles, i.daily_cap_minutes as "dailyCapMinutes",
            (select json_agg(json_build_object('varietyId', k.variety_id, 'otherId', k.other_id, 'direction', k.direction,
                      'credential', k.credential, 'credentialExpiresOn', k.credential_expires_on,
                      'credentialLevel', k.credential_level, 'scope', k.scope))
               from interpreters.skills k where k.interpreter_id = i.id) as skills,
            coalesce(
              (select w.hours::json from interpreters.organisation_weeks w where w.interpreter_id = i.id and w.organisation_id = $10),
              (select coalesce(json_agg(json_build_object('weekday', h.weekday, 'fromMinute', h.from_minute,
                        'toMinute', h.to_minute)), '[]')
                 from interpreters.weekly_hours h where h.interpreter_id = i.id)) as hours,
            (select coalesce(json_agg(json_build_object('kind', e.kind, 'fromDate', e.from_date, 'toDate', e.to_date,
                      'fromMinute', e.from_minute, 'toMinute', e.to_minute)), '[]')
               from interpreters.exceptions e
              where e.interpreter_id = i.id and e.from_date <= ($4::timestamptz)::date and e.to_date >= ($3::timestamptz)::date - 1
            ) as exceptions,
            (select coalesce(json_agg(json_build_object(
                      'start', extract(epoch from lower(c.during)) * 1000, 'end', extract(epoch from upper(c.during)) * 1000,
                      'bookingId', c.booking_id, 'modality', c.modality, 'siteId', c.site_id,
                      'point', case when c.latitude is not null
                        then json_build_object('latitude', c.latitude, 'longitude', c.longitude) end)
                      order by lower(c.during)), '[]')
               from interpreters.commitments c
              where c.interpreter_id = i.id and c.during && tstzrange($3, $4)) as committed,
            recent.jobs as "jobsLast30Days", recent.minutes as "minutesLast30Days"
       from speaking join interpreters.interpreters i using (id)
       cross join lateral
            (select count(*)::int as jobs,
                    coalesce(round(sum(extract(epoch from upper(c.during) - lower(c.during))) / 60), 0)::int as minutes
               from interpreters.commitments c
              where c.interpreter_id = i.id and c.during && tstzrange($5, $6) and lower(c.during) >= $5) recent
      ${these}
      order by speaking.best, (i.latitude - $7) ^ 2 + (cos(radians($7)) * (i.longitude - $8)) ^ 2, i.id
      limit $9`;
  const values = [
    query.varietyIds,
    query.interpreterIds ?? null,
    plusMinutes(start, -LONGEST_DAY),
    plusMinutes(end, LONGEST_DAY),
    plusMinutes(start, -30 * DAY),
    start,
    query.near?.latitude ?? 0,
    query.near?.longitude ?? 0,
    query.limit ?? POOL_LIMIT,
    query.organisationId ?? null,
  ];
  // Of a few who are named it is asked for every offer and every acceptance; among all who speak, a plan of its own is worth its time.
  const rows = query.interpreterIds
    ? await plannedRows<PoolRow>(tx, { name: 'candidate-pool', text, values })
    : await tx.query<PoolRow[]>(text, values);
  return rows.map(factsOf);
};
