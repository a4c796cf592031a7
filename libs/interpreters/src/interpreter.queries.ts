import { cursorOf, type LocalDate, readCursor } from '@dragoman/kernel';
import type { ReadTx } from '@dragoman/platform';
import type { SkillFacts } from './candidate.queries';
import type { GenderRequest, InterpreterGender, InterpreterRole, Transport, WayOfWorking } from './interpreter.entity';
import { type DatedException, statedException, type StatedException } from './dated-exception.entity';
import { noSuchInterpreter } from './interpreter.errors';
import { type SpanOfDay, statedHours, type StatedHours } from './weekly-hours.entity';

export const PAGE_SIZE = 50;

export interface InterpreterRow {
  id: string;
  displayName: string;
  /** `Fur ↔ Sudanese Arabic`; without the other side where that is English. */
  languages: string[];
  modalities: WayOfWorking[];
  active: boolean;
  /** The soonest among the credentials. */
  credentialExpiresOn: LocalDate | null;
}

/** Everything that staff see of an interpreter; the home point is not part of it. */
export interface InterpreterDetail {
  id: string;
  displayName: string;
  gender: InterpreterGender;
  phone: string;
  email: string;
  zone: string;
  radiusKm: number;
  transport: Transport;
  modalities: WayOfWorking[];
  hourlyRate: number;
  active: boolean;
  version: number;
  roles: InterpreterRole[];
  servesRequests: GenderRequest[];
  dailyCapMinutes: number | null;
  skills: (SkillFacts & { name: string; credentialBody: string | null })[];
  hours: StatedHours[];
  /** The week agreed with the reader's organisation; null where the general one holds. */
  organisationHours: StatedHours[] | null;
  /** Works for the reader's organisation. */
  isInHouse: boolean;
  /** Soonest first. */
  exceptions: StatedException[];
}

export interface ListQuery {
  search?: string | undefined;
  after?: string | undefined;
  /** A variety on either side. */
  language?: string | undefined;
  /** `lapsing`: within 60 days, on the interpreter's own calendar. */
  credentials?: 'lapsing' | 'lapsed' | undefined;
  active?: 'yes' | 'no' | undefined;
  /** At most; by default a page. */
  limit?: number | undefined;
}

export interface InterpreterPage {
  items: InterpreterRow[];
  next: string | null;
}

const wordsOf = (search: string | undefined): string[] => (search ?? '').toLowerCase().split(/\s+/).filter(Boolean);

/**
 * By name, without those who come through an agency. Every word of `search` is part of the name or of a language's name.
 * Leans on `interpreters_by_name`, `skills` by primary key.
 */
export const listInterpreters = async (tx: ReadTx, query: ListQuery, now: Date): Promise<InterpreterPage> => {
  const limit = query.limit ?? PAGE_SIZE;
  const [name, id] = query.after ? readCursor(query.after, 2) : ['', null];
  const rows = await tx.query<InterpreterRow[]>(
    `select i.id, i.display_name as "displayName", i.modalities, i.active, s.languages,
            s.expires::text as "credentialExpiresOn"
       from interpreters.interpreters i
       cross join lateral (
         select coalesce(array_agg(v.name_en || case when k.other_id = 'eng' then '' else ' ↔ ' || o.name_en end order by v.name_en, k.other_id), '{}') as languages, min(k.credential_expires_on) as expires
           from interpreters.skills k join languages.varieties v on v.id = k.variety_id
           join languages.varieties o on o.id = k.other_id
          where k.interpreter_id = i.id) s
      where ($2::uuid is null or (i.display_name, i.id) > ($1, $2)) and i.agency_id is null
        and (select coalesce(bool_and(strpos(lower(i.display_name || ' ' || array_to_string(s.languages, ' ')), word) > 0), true)
               from unnest($3::text[]) word)
        and ($5::boolean is null or i.active = $5)
        and ($6::text is null or exists (select from interpreters.skills k where k.interpreter_id = i.id and $6 in (k.variety_id, k.other_id)))
        and ($7::text is null or exists (
          select from interpreters.skills k, lateral (select k.credential_expires_on - ($8::timestamptz at time zone i.zone)::date as days) l
           where k.interpreter_id = i.id and case $7 when 'lapsed' then l.days < 0 else l.days between 0 and 60 end))
      order by i.display_name, i.id limit $4`,
    [
      name,
      id,
      wordsOf(query.search),
      limit + 1,
      query.active === undefined ? null : query.active === 'yes',
      query.language ?? null,
      query.credentials ?? null,
      now,
    ],
  );
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? cursorOf(last.displayName, last.id) : null };
};

type Week = (SpanOfDay & { weekday: number })[];

interface DetailRow extends Omit<InterpreterDetail, 'hours' | 'organisationHours' | 'exceptions'> {
  week: Week;
  agreed: Week | null;
  dated: Omit<DatedException, 'id' | 'interpreterId'>[];
}

/**
 * As the organisation sees it: what somebody agreed with another is not part of it.
 * @throws NotFound `interpreter-not-found`.
 */
export const interpreterDetail = async (tx: ReadTx, id: string, organisationId: string | null): Promise<InterpreterDetail> => {
  const [row] = await tx.query<DetailRow[]>(
    `select i.id, i.display_name as "displayName", i.gender, i.phone, i.email, i.zone, i.radius_km as "radiusKm",
            i.transport, i.modalities, i.hourly_rate as "hourlyRate", i.active, i.version,
            i.roles, i.serves_requests as "servesRequests", i.daily_cap_minutes as "dailyCapMinutes",
            (select coalesce(json_agg(json_build_object('varietyId', k.variety_id, 'name', v.name_en,
                      'otherId', k.other_id, 'direction', k.direction, 'scope', k.scope,
                      'credentialBody', k.credential_body, 'credentialLevel', k.credential_level,
                      'credential', k.credential, 'credentialExpiresOn', k.credential_expires_on) order by v.name_en, k.other_id), '[]')
               from interpreters.skills k join languages.varieties v on v.id = k.variety_id
              where k.interpreter_id = i.id) as skills,
            (select coalesce(json_agg(json_build_object('weekday', h.weekday, 'fromMinute', h.from_minute,
                      'toMinute', h.to_minute) order by h.weekday, h.from_minute), '[]')
               from interpreters.weekly_hours h where h.interpreter_id = i.id) as week,
            (select w.hours from interpreters.organisation_weeks w where w.interpreter_id = i.id and w.organisation_id = $2) as agreed,
            exists (select from interpreters.in_house w where w.interpreter_id = i.id and w.organisation_id = $2) as "isInHouse",
            (select coalesce(json_agg(json_build_object('kind', e.kind, 'fromDate', e.from_date, 'toDate', e.to_date,
                      'fromMinute', e.from_minute, 'toMinute', e.to_minute) order by e.from_date, e.from_minute nulls first, e.id), '[]')
               from interpreters.exceptions e where e.interpreter_id = i.id) as dated
       from interpreters.interpreters i where i.id = $1`,
    [id, organisationId],
  );
  if (!row) throw noSuchInterpreter();
  const { week, agreed, dated, ...detail } = row;
  return {
    ...detail,
    hours: week.map(statedHours),
    organisationHours: agreed?.map(statedHours) ?? null,
    exceptions: dated.map(statedException),
  };
};

/** Who works for this organisation. Leans on `in_house_of_an_organisation`. */
export const inHouseOf = async (tx: ReadTx, organisationId: string): Promise<ReadonlySet<string>> => {
  const rows = await tx.query<{ id: string }[]>('select interpreter_id as id from interpreters.in_house where organisation_id = $1', [organisationId]);
  return new Set(rows.map(({ id }) => id));
};
