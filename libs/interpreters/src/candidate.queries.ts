import { type Interval, type LocalDate, plusMinutes, type Point } from '@dragoman/kernel';
import type { ReadTx } from '@dragoman/platform';
import type { InterpreterGender, Modality, Transport } from './interpreter.entity';

/** A job in an interpreter's calendar. Whose it is stays unknown: another organisation's is only "busy". */
export interface CommittedTime extends Interval {
  bookingId: string;
  modality: Modality;
  siteId: string | null;
  point: Point | null;
}

/** What matching judges: as much as it needs of an interpreter, and nothing about patients. */
export interface CandidateFacts {
  id: string;
  displayName: string;
  gender: InterpreterGender;
  modalities: Modality[];
  zone: string;
  /** Never shown. */
  home: Point;
  radiusKm: number;
  transport: Transport;
  /** Pence. */
  hourlyRate: number;
  active: boolean;
  skills: { varietyId: string; credential: string | null; credentialExpiresOn: LocalDate | null }[];
  /** Minutes from the weekday's midnight on the interpreter's clock; `toMinute` may run past 1440 into the next day. */
  hours: { weekday: number; fromMinute: number; toMinute: number }[];
  /** From a day before the window to a day after it, soonest first. */
  commitments: CommittedTime[];
  /** Those that start in the 30 days up to the window's start. */
  jobsLast30Days: number;
}

export interface PoolQuery {
  /** Best first: where the pool is capped, the first varieties fill it. */
  varietyIds: readonly string[];
  /** The appointment. */
  window: Interval;
  /** Only these, whatever they speak; left out: everybody who speaks one of the varieties. */
  interpreterIds?: readonly string[] | undefined;
  /** Nearest first within a variety, where the pool is capped. */
  near?: Point | undefined;
  limit?: number | undefined;
}

const DAY = 1440;
const POOL_LIMIT = 500;

type PoolRow = Omit<CandidateFacts, 'commitments' | 'home'> & {
  latitude: number;
  longitude: number;
  committed: { start: number; end: number; bookingId: string; modality: Modality; siteId: string | null; point: Point | null }[];
};

const factsOf = ({ latitude, longitude, committed, ...row }: PoolRow): CandidateFacts => ({
  ...row,
  home: { latitude, longitude },
  commitments: committed.map(({ start, end, ...job }) => ({ ...job, start: new Date(start), end: new Date(end) })),
});

/**
 * One statement. Leans on `skills_by_variety`, and on the index behind `an_interpreter_is_in_one_place_at_a_time`
 * for both looks into the calendar.
 */
export const candidatePool = async (tx: ReadTx, query: PoolQuery): Promise<CandidateFacts[]> => {
  const { start, end } = query.window;
  const whom = query.interpreterIds ? 'k.interpreter_id = any($2::uuid[])' : 'k.variety_id = any($1) and $2::uuid[] is null';
  const rows = await tx.query<PoolRow[]>(
    `with speaking as (
       select k.interpreter_id as id, min(array_position($1::text[], k.variety_id)) as best
         from interpreters.skills k
        where ${whom}
        group by k.interpreter_id)
     select i.id, i.display_name as "displayName", i.gender, i.modalities, i.zone, i.latitude, i.longitude,
            i.radius_km as "radiusKm", i.transport, i.hourly_rate as "hourlyRate", i.active,
            (select json_agg(json_build_object('varietyId', k.variety_id, 'credential', k.credential,
                      'credentialExpiresOn', k.credential_expires_on))
               from interpreters.skills k where k.interpreter_id = i.id) as skills,
            (select coalesce(json_agg(json_build_object('weekday', h.weekday, 'fromMinute', h.from_minute,
                      'toMinute', h.to_minute)), '[]')
               from interpreters.weekly_hours h where h.interpreter_id = i.id) as hours,
            (select coalesce(json_agg(json_build_object(
                      'start', extract(epoch from lower(c.during)) * 1000, 'end', extract(epoch from upper(c.during)) * 1000,
                      'bookingId', c.booking_id, 'modality', c.modality, 'siteId', c.site_id,
                      'point', case when c.latitude is not null
                        then json_build_object('latitude', c.latitude, 'longitude', c.longitude) end)
                      order by lower(c.during)), '[]')
               from interpreters.commitments c
              where c.interpreter_id = i.id and c.during && tstzrange($3, $4)) as committed,
            (select count(*)::int from interpreters.commitments c
              where c.interpreter_id = i.id and c.during && tstzrange($5, $6) and lower(c.during) >= $5) as "jobsLast30Days"
       from speaking join interpreters.interpreters i using (id)
      order by speaking.best, (i.latitude - $7) ^ 2 + (cos(radians($7)) * (i.longitude - $8)) ^ 2, i.id
      limit $9`,
    [
      query.varietyIds,
      query.interpreterIds ?? null,
      plusMinutes(start, -DAY),
      plusMinutes(end, DAY),
      plusMinutes(start, -30 * DAY),
      start,
      query.near?.latitude ?? 0,
      query.near?.longitude ?? 0,
      query.limit ?? POOL_LIMIT,
    ],
  );
  return rows.map(factsOf);
};
