import type { ReadTx } from '@dragoman/platform';

export interface JobsWithOrganisation {
  interpreterId: string;
  /** As it was asked for. */
  after: Date;
  organisationId: string;
  /** Those that begin then or later. */
  jobsAfter: number;
}

/**
 * The organisations for which each interpreter worked since a day or will work, and how much lies beyond an instant.
 * Another organisation's stay out of sight where row-level security says so. Leans on the index behind
 * `an_interpreter_is_in_one_place_at_a_time`.
 */
export const organisationsOfInterpreters = (
  tx: ReadTx,
  asked: readonly { interpreterId: string; after: Date }[],
  since: Date,
): Promise<JobsWithOrganisation[]> =>
  tx.query<JobsWithOrganisation[]>(
    `select a.interpreter_id as "interpreterId", a.after, b.organisation_id as "organisationId",
            (count(*) filter (where b.starts_at >= a.after))::int as "jobsAfter"
       from (select distinct * from unnest($1::uuid[], $2::timestamptz[]) as a (interpreter_id, after)) a
       join interpreters.commitments c on c.interpreter_id = a.interpreter_id and c.during && tstzrange($3, null)
       join bookings.bookings b on b.id = c.booking_id
      group by 1, 2, 3`,
    [asked.map(({ interpreterId }) => interpreterId), asked.map(({ after }) => after), since],
  );

export interface JobsAhead {
  jobs: number;
  nextStartsAt: Date | null;
}

/** What an interpreter has accepted of the reader's organisation and is still to do. */
export const jobsAheadOf = async (tx: ReadTx, organisationId: string, interpreterId: string, now: Date): Promise<JobsAhead> => {
  const [ahead] = await tx.query<[JobsAhead]>(
    `select count(*)::int as jobs, min(b.starts_at) as "nextStartsAt"
       from interpreters.commitments c join bookings.bookings b on b.id = c.booking_id
      where c.interpreter_id = $1 and c.during && tstzrange($2, null) and b.organisation_id = $3 and b.starts_at > $2`,
    [interpreterId, now, organisationId],
  );
  return ahead;
};
