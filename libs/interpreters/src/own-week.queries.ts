import type { LocalDate } from '@dragoman/kernel';
import type { ReadTx, Tx } from '@dragoman/platform';
import type { CandidateFacts } from './candidate.queries';
import { type DatedException, statedException, type StatedException } from './dated-exception.entity';
import { noSuchInterpreter } from './interpreter.errors';
import { statedHours, type StatedHours } from './weekly-hours.entity';

/** When somebody works, as they keep it themselves. */
export interface OwnWeek {
  /** Counts what was saved of them, by whomever. */
  revision: number;
  zone: string;
  hours: StatedHours[];
  /** Those that are not over, the soonest first. */
  exceptions: (StatedException & { id: string })[];
}

interface WeekRow extends Pick<OwnWeek, 'revision' | 'zone'> {
  week: CandidateFacts['hours'];
  dated: Omit<DatedException, 'interpreterId'>[];
}

/** @throws NotFound `interpreter-not-found`. */
export const ownWeek = async (tx: ReadTx, interpreterId: string, now: Date): Promise<OwnWeek> => {
  const [row] = await tx.query<WeekRow[]>(
    `select i.version as revision, i.zone,
            (select coalesce(json_agg(json_build_object('weekday', h.weekday, 'fromMinute', h.from_minute, 'toMinute', h.to_minute)
                      order by h.weekday, h.from_minute), '[]')
               from interpreters.weekly_hours h where h.interpreter_id = i.id) as week,
            (select coalesce(json_agg(json_build_object('id', e.id, 'kind', e.kind, 'fromDate', e.from_date, 'toDate', e.to_date,
                      'fromMinute', e.from_minute, 'toMinute', e.to_minute) order by e.from_date, e.from_minute nulls first, e.id), '[]')
               from interpreters.exceptions e
              where e.interpreter_id = i.id and e.to_date >= ($2::timestamptz at time zone i.zone)::date) as dated
       from interpreters.interpreters i where i.id = $1`,
    [interpreterId, now],
  );
  if (!row) throw noSuchInterpreter();
  const { week, dated, ...rest } = row;
  return { ...rest, hours: week.map(statedHours), exceptions: dated.map((one) => ({ ...statedException(one), id: one.id })) };
};

/** The calendars by which each organisation books somebody: the week agreed with it, or the general one. As the rules of matching take them. */
export interface BookedBy {
  zone: string;
  general: CandidateFacts['hours'];
  agreed: ReadonlyMap<string, CandidateFacts['hours']>;
  exceptions: CandidateFacts['exceptions'];
}

export const calendarsOf = async (tx: ReadTx, interpreterId: string): Promise<BookedBy> => {
  const [row] = await tx.query<(Omit<BookedBy, 'agreed'> & { agreed: { organisationId: string; hours: CandidateFacts['hours'] }[] })[]>(
    `select i.zone,
            (select coalesce(json_agg(json_build_object('weekday', h.weekday, 'fromMinute', h.from_minute, 'toMinute', h.to_minute)), '[]')
               from interpreters.weekly_hours h where h.interpreter_id = i.id) as general,
            (select coalesce(json_agg(json_build_object('organisationId', w.organisation_id, 'hours', w.hours)), '[]')
               from interpreters.organisation_weeks w where w.interpreter_id = i.id) as agreed,
            (select coalesce(json_agg(json_build_object('kind', e.kind, 'fromDate', e.from_date, 'toDate', e.to_date,
                      'fromMinute', e.from_minute, 'toMinute', e.to_minute)), '[]')
               from interpreters.exceptions e where e.interpreter_id = i.id) as exceptions
       from interpreters.interpreters i where i.id = $1`,
    [interpreterId],
  );
  if (!row) throw noSuchInterpreter();
  return { ...row, agreed: new Map(row.agreed.map(({ organisationId, hours }) => [organisationId, hours])) };
};

/** @returns how many are not over. */
export const exceptionsAhead = async (tx: ReadTx, interpreterId: string, today: LocalDate): Promise<number> => {
  const [row] = await tx.query<[{ count: number }]>('select count(*)::int as count from interpreters.exceptions where interpreter_id = $1 and to_date >= $2', [
    interpreterId, today,
  ]);
  return row.count;
};

/** Counts what was saved, and makes anew what searches look at; of whoever is signed in. */
export const ownWeekChanged = async (tx: Tx): Promise<void> => {
  await tx.query('select interpreters.own_week_changed()');
};
