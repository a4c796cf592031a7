import type { ReadTx } from '@dragoman/platform';

/**
 * The organisations in whose name an interpreter may be written to about nobody's job, best first: whom they work for, then whoever asked
 * them last, then whichever was here first. Leans on `offers_of_an_interpreter`.
 */
export const organisationsThatWrite = async (tx: ReadTx, interpreterId: string): Promise<string[]> => {
  const rows = await tx.query<{ id: string }[]>(
    `select o.id
       from organisations.organisations o
       left join interpreters.in_house h on h.organisation_id = o.id and h.interpreter_id = $1
       left join lateral (select max(f.created_at) as at from bookings.offers f where f.interpreter_id = $1 and f.organisation_id = o.id) asked on true
      order by h.interpreter_id is null, asked.at desc nulls last, o.id
      limit 20`,
    [interpreterId],
  );
  return rows.map(({ id }) => id);
};
