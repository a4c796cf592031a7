import { plusMinutes } from '@dragoman/kernel';
import { hotRows, type ReadTx, together, type Tx } from '@dragoman/platform';
import type { Candidate, StandingFacts } from './candidate';
import type { CandidateFacts, CommittedTime } from './candidate.queries';
import type { CandidateSearch } from './candidate-search';

type KeptJob = [start: number, end: number, CommittedTime['bookingId'], CommittedTime['modality'], siteId: string | null, latitude: number | null, longitude: number | null];

interface CalendarRow {
  id: string;
  jobs: number;
  minutes: number;
  committed: KeptJob[] | null;
}

const DAY = 1440;
const LONGEST_DAY = DAY + 120;

/** Index-only, by `commitments_of_an_interpreter`. Whoever is no longer there has no row. */
const calendars = `
  select a.id, l.jobs, l.minutes, l.committed
    from unnest($1::uuid[]) a(id)
    join interpreters.candidate_facts f on f.interpreter_id = a.id
   cross join lateral (
    select count(*) filter (where c.starts_at < $2)::int as jobs,
           coalesce(round(extract(epoch from sum(c.ends_at - c.starts_at) filter (where c.starts_at < $2)) / 60), 0)::int as minutes,
           json_agg(json_build_array(extract(epoch from c.starts_at) * 1000, extract(epoch from c.ends_at) * 1000,
               c.booking_id, c.modality, c.site_id, c.latitude, c.longitude)
             order by c.starts_at) filter (where c.ends_at > $4) as committed
      from interpreters.commitments c
     where c.interpreter_id = a.id and c.starts_at >= $3 and c.starts_at < $5) l`;

const agreedHours = `
  select interpreter_id as id, hours from interpreters.organisation_weeks where organisation_id = $1 and interpreter_id = any($2::uuid[])`;

const jobOf = ([start, end, bookingId, modality, siteId, latitude, longitude]: KeptJob): CommittedTime => ({
  start: new Date(start), end: new Date(end), bookingId, modality, siteId,
  point: latitude === null || longitude === null ? null : { latitude, longitude },
});

/** Field by field: spreading takes as long as the rest. */
const factsOf = (facts: StandingFacts, hours: CandidateFacts['hours'], exceptions: CandidateFacts['exceptions'], row: CalendarRow): CandidateFacts => ({
  id: facts.id, displayName: facts.displayName, gender: facts.gender, servesRequests: facts.servesRequests, roles: facts.roles,
  modalities: facts.modalities, zone: facts.zone, home: facts.home, radiusKm: facts.radiusKm, transport: facts.transport,
  hourlyRate: facts.hourlyRate, active: facts.active, dailyCapMinutes: facts.dailyCapMinutes, skills: facts.skills, hours, exceptions,
  commitments: row.committed === null ? [] : row.committed.map(jobOf),
  jobsLast30Days: row.jobs,
  minutesLast30Days: row.minutes,
});

const utcDate = (instant: Date): string => instant.toISOString().slice(0, 10);

/** What the rules look at, in the order of `people`, with the calendar as it is; whoever is no longer there is left out. */
export const withCalendars = async (
  tx: ReadTx,
  { organisationId, interval: { start, end } }: Pick<CandidateSearch, 'organisationId' | 'interval'>,
  people: readonly Candidate[],
  agreed: ReadonlySet<string>,
): Promise<CandidateFacts[]> => {
  if (people.length === 0) return [];
  const [from, to] = [plusMinutes(start, -LONGEST_DAY), plusMinutes(end, LONGEST_DAY)];
  const withAgreed = people.filter(({ id }) => agreed.has(id)).map(({ id }) => id);
  const [rows, weeks] = await together([
    hotRows<CalendarRow>(tx, {
      name: 'candidate-calendars', text: calendars, values: [people.map(({ id }) => id), start, plusMinutes(start, -30 * DAY), from, to],
    }),
    withAgreed.length === 0
      ? []
      : hotRows<{ id: string; hours: CandidateFacts['hours'] }>(tx, { name: 'agreed-hours', text: agreedHours, values: [organisationId, withAgreed] }),
  ]);
  const calendar = new Map(rows.map((row) => [row.id, row]));
  const agreedWeek = new Map(weeks.map(({ id, hours }) => [id, hours]));
  const [first, last] = [utcDate(plusMinutes(from, -DAY)), utcDate(to)];
  return people.flatMap(({ id, facts }) => {
    const row = calendar.get(id);
    if (!row) return [];
    const around =
      facts.exceptions.length === 0 ? facts.exceptions : facts.exceptions.filter(({ fromDate, toDate }) => fromDate <= last && toDate >= first);
    return [factsOf(facts, agreedWeek.get(id) ?? facts.hours, around, row)];
  });
};

/** Whose week is another one for this organisation. */
export const agreedWith = async (tx: ReadTx, organisationId: string): Promise<ReadonlySet<string>> => {
  const rows = await hotRows<{ ids: string | null }>(tx, {
    name: 'agreed-with',
    text: `select string_agg(interpreter_id::text, ',') as ids from interpreters.organisation_weeks where organisation_id = $1`,
    values: [organisationId],
  });
  return new Set(rows[0]?.ids?.split(','));
};

/** In the transaction of the write, so that a search never sees what is no longer so. Whoever comes through an agency is not searched for. */
export const refreshCandidates = async (tx: Tx, interpreterIds: readonly string[]): Promise<void> => {
  await tx.query(
    `select interpreters.refresh_candidates(array(
       select i.id from interpreters.interpreters i where i.id = any($1::uuid[]) and i.agency_id is null))`,
    [interpreterIds],
  );
};
