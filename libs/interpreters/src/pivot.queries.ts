import type { ReadTx } from '@dragoman/platform';

export interface Pivot {
  varietyId: string;
  name: string;
}

/**
 * Languages by which one interpreter could reach another: somebody works between one of `varietyIds` and it, and
 * somebody else between it and `otherId`. Those with most on the first side first. Leans on `skills_by_variety`.
 */
export const pivotsBetween = (
  tx: ReadTx,
  { varietyIds, otherId, limit }: { varietyIds: readonly string[]; otherId: string; limit: number },
): Promise<Pivot[]> =>
  tx.query<Pivot[]>(
    `select v.id as "varietyId", v.name_en as name
       from (select k.other_id, count(distinct k.interpreter_id) as people from interpreters.skills k
              where k.variety_id = any($1::text[]) and k.other_id <> $2 and k.other_id <> all($1::text[])
              group by k.other_id) near
       join languages.varieties v on v.id = near.other_id
      where exists (select 1 from interpreters.skills far where far.variety_id = near.other_id and far.other_id = $2)
      order by near.people desc, v.id
      limit $3`,
    [varietyIds, otherId, limit],
  );
