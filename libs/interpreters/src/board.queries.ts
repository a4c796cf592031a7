import { cursorOf, type Interval, type LocalDate, readCursor } from '@dragoman/kernel';
import type { ReadTx } from '@dragoman/platform';
import type { CandidateFacts, CommittedTime, ExceptionFacts } from './candidate.queries';
import type { Transport } from './interpreter.entity';

/** One row of a board: what an interpreter speaks, and when they work. */
export interface RosteredInterpreter {
  id: string;
  displayName: string;
  languages: string[];
  zone: string;
  transport: Transport;
  /** The week agreed with the organisation that asks, or the general one. */
  hours: CandidateFacts['hours'];
  /** Those that touch the days. */
  exceptions: ExceptionFacts[];
}

export interface RosterQuery {
  organisationId: string;
  /** On the clock of whoever asks. */
  dates: readonly LocalDate[];
  /** They have jobs then: shown first, and whether or not they have hours. */
  alsoIds: readonly string[];
  /** Every word is part of the name or of a language's. */
  search?: string | undefined;
  /** A variety on either side. */
  language?: string | undefined;
  after?: string | undefined;
  limit: number;
}

/** Of an interpreter `i`, by name. */
const languages = `(
  select coalesce(array_agg(distinct v.name_en order by v.name_en), '{}') as languages
    from interpreters.skills k join languages.varieties v on v.id = k.variety_id
   where k.interpreter_id = i.id)`;

/**
 * Who works for this organisation on one of these days, those with jobs first and then by name: hours of that weekday and not away all day, or extra time. An empty
 * week agreed with it means never. What a row shows is looked up for those on the page alone. Leans on `interpreters_by_name`.
 */
export const interpretersOnDays = async (
  tx: ReadTx,
  { organisationId, dates, alsoIds, search, language, after, limit }: RosterQuery,
): Promise<{ items: RosteredInterpreter[]; next: string | null }> => {
  const [rank, name, id] = after ? readCursor(after, 3) : ['0', '', null];
  const rows = await tx.query<(RosteredInterpreter & { rank: number })[]>(
    `with page as (
       select i.id, i.display_name, i.zone, i.transport, r.rank
         from interpreters.interpreters i
         cross join lateral (select (not i.id = any($7::uuid[]))::int as rank) r
        where ($2::uuid is null or (r.rank, i.display_name, i.id) > ($9::int, $1, $2))
          and (cardinality($5::text[]) = 0 or (
            select bool_and(strpos(lower(i.display_name || ' ' || array_to_string(s.languages, ' ')), word) > 0)
              from ${languages} s, unnest($5::text[]) word))
          and ($6::text is null or exists (select from interpreters.skills k where k.interpreter_id = i.id and $6 in (k.variety_id, k.other_id)))
          and (r.rank = 0 or i.active and i.agency_id is null and exists (
            select from unnest($4::date[]) day
             where exists (select from interpreters.exceptions x
                            where x.interpreter_id = i.id and x.kind = 'extra' and day between x.from_date and x.to_date)
                or case when exists (select from interpreters.organisation_weeks w where w.interpreter_id = i.id and w.organisation_id = $3)
                        then exists (select from interpreters.organisation_weeks w, jsonb_array_elements(w.hours) one
                                      where w.interpreter_id = i.id and w.organisation_id = $3 and (one->>'weekday')::int = extract(isodow from day))
                        else exists (select from interpreters.weekly_hours h where h.interpreter_id = i.id and h.weekday = extract(isodow from day)) end
               and not exists (select from interpreters.exceptions x
                                where x.interpreter_id = i.id and x.kind = 'away' and x.from_minute is null and day between x.from_date and x.to_date)))
        order by r.rank, i.display_name, i.id limit $8)
     select i.id, i.display_name as "displayName", s.languages, i.zone, i.transport, h.hours, e.exceptions, i.rank
       from page i
       cross join lateral ${languages} s
       cross join lateral (
         select coalesce(
                  (select w.hours from interpreters.organisation_weeks w where w.interpreter_id = i.id and w.organisation_id = $3),
                  (select coalesce(jsonb_agg(jsonb_build_object('weekday', h.weekday, 'fromMinute', h.from_minute, 'toMinute', h.to_minute)), '[]')
                     from interpreters.weekly_hours h where h.interpreter_id = i.id)) as hours) h
       cross join lateral (
         select coalesce(json_agg(json_build_object('kind', x.kind, 'fromDate', x.from_date, 'toDate', x.to_date,
                  'fromMinute', x.from_minute, 'toMinute', x.to_minute)), '[]') as exceptions
           from interpreters.exceptions x
          where x.interpreter_id = i.id and x.from_date <= ($4::date[])[cardinality($4::date[])] + 1 and x.to_date >= ($4::date[])[1] - 1) e
      order by i.rank, i.display_name, i.id`,
    [name, id, organisationId, dates, (search ?? '').toLowerCase().split(/\s+/).filter(Boolean), language ?? null, alsoIds, limit + 1, rank],
  );
  const last = rows[limit - 1];
  return {
    items: rows.slice(0, limit),
    next: rows.length > limit && last ? cursorOf(String(last.rank), last.displayName, last.id) : null,
  };
};

export interface CommittedInterpreter extends CommittedTime {
  interpreterId: string;
}

/** Whoever booked: what belongs to another organisation is for the reader to leave unnamed. Leans on `commitments_of_an_interpreter`. */
export const commitmentsBetween = (tx: ReadTx, interpreterIds: readonly string[], { start, end }: Interval): Promise<CommittedInterpreter[]> =>
  tx.query<CommittedInterpreter[]>(
    `select c.interpreter_id as "interpreterId", c.starts_at as start, c.ends_at as "end", c.booking_id as "bookingId", c.modality,
            c.site_id as "siteId",
            case when c.latitude is not null then json_build_object('latitude', c.latitude, 'longitude', c.longitude) end as point
       from interpreters.commitments c
      where c.interpreter_id = any($1::uuid[]) and c.starts_at < $3 and c.starts_at >= $2::timestamptz - interval '26 hours' and c.ends_at > $2
      order by c.starts_at, c.booking_id`,
    [interpreterIds, start, end],
  );
