import type { ReadTx } from '@dragoman/platform';

/** Of a calendar month, by when the jobs began. */
export interface MonthOfJobs {
  /** `YYYY-MM` */
  month: string;
  /** They came, in time as far as anybody said. */
  kept: number;
  /** They came, and had said that they would be late. */
  late: number;
  givenBack: number;
  absent: number;
}

interface Asked {
  organisationId: string;
  interpreterId: string;
  /** Begun from here … */
  from: Date;
  /** … until here. */
  until: Date;
  /** Whose calendar says when a month begins. */
  zone: string;
}

/**
 * What became of the jobs that an interpreter took, of this organisation; months without any are left out. A job that was given back and
 * taken again counts as both. Leans on `commitments_of_an_interpreter` and `offers_of_an_interpreter`.
 */
export const reliabilityOf = (tx: ReadTx, { organisationId, interpreterId, from, until, zone }: Asked): Promise<MonthOfJobs[]> =>
  tx.query<MonthOfJobs[]>(
    `with come as (
       select b.starts_at, exists (select from attendance.delays d where d.booking_id = b.id and d.interpreter_id = $2) as late
         from interpreters.commitments c join bookings.bookings b on b.id = c.booking_id
        where c.interpreter_id = $2 and b.organisation_id = $1 and b.state in ('completed', 'patient-absent')
          and b.starts_at >= $3 and b.starts_at < $4
     ), left_open as (
       select b.starts_at, o.released_why
         from bookings.offers o join bookings.bookings b on b.id = o.booking_id
        where o.interpreter_id = $2 and o.organisation_id = $1 and o.state = 'released' and o.released_why in ('given-back', 'absent')
          and b.starts_at >= $3 and b.starts_at < $4
     ), all_of_them as (
       select starts_at, case when late then 'late' else 'kept' end as what from come
       union all select starts_at, released_why from left_open
     )
     select to_char(starts_at at time zone $5, 'YYYY-MM') as month,
            count(*) filter (where what = 'kept')::int as kept, count(*) filter (where what = 'late')::int as late,
            count(*) filter (where what = 'given-back')::int as "givenBack", count(*) filter (where what = 'absent')::int as absent
       from all_of_them group by 1 order by 1`,
    [organisationId, interpreterId, from, until, zone],
  );
