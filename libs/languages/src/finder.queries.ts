import { plainName } from '@dragoman/kernel';
import type { ReadTx, Tx } from '@dragoman/platform';
import { searchableNames } from './names';
import type { SpokenIn, Variety } from './variety';

export interface Found {
  readonly varietyId: string;
  readonly countries: readonly string[];
}

/** Replaces what can be typed for each variety, with letters of any alphabet brought to their plainest. */
export const writeNames = async (tx: Tx, varieties: readonly Variety[]): Promise<void> => {
  const rows = varieties.flatMap((variety) =>
    searchableNames(variety).map(({ kind, name }) => ({ variety_id: variety.id, folded: plainName(name), kind, name })),
  );
  await tx.query('delete from languages.names');
  await tx.query(
    `insert into languages.names (variety_id, folded, kind, name)
     select variety_id, unaccent(folded), kind, name from jsonb_populate_recordset(null::languages.names, $1::jsonb)
     on conflict do nothing`,
    [JSON.stringify(rows)],
  );
};

export const writeSpokenIn = async (tx: Tx, spokenIn: readonly SpokenIn[]): Promise<void> => {
  const rows = spokenIn.map(({ varietyId, ...row }) => ({ variety_id: varietyId, ...row }));
  await tx.query('delete from languages.spoken_in');
  await tx.query(
    `insert into languages.spoken_in select * from jsonb_populate_recordset(null::languages.spoken_in, $1::jsonb)`,
    [JSON.stringify(rows)],
  );
};

const countries = `coalesce((select array_agg(s.country order by s.percent desc nulls last, s.country)
  from languages.spoken_in s where s.variety_id = v.id), '{}') as countries`;

/** First those spoken in the country, by how many people speak them there; the country never leaves one out. */
const thereFirst = `(here.variety_id is null), here.percent desc nulls last`;

/** Every variety. The few hundred rows are read whole. */
export const listFound = async (tx: ReadTx, country: string | null): Promise<Found[]> =>
  tx.query(
    `select v.id as "varietyId", ${countries}
       from languages.varieties v
       left join languages.spoken_in here on here.variety_id = v.id and here.country = $1
      order by ${thereFirst}, v.kind = 'signed', v.position`,
    [country],
  );

/**
 * Varieties that may be meant, in any script: the whole name, its beginning, a word's beginning, then what is spelt alike.
 * The country is looked at after the nearest were taken, so that it never leaves one out. Among equals a name of several
 * languages comes first, because it opens the question. Leans on `names_by_their_letters`; `like` also finds scripts
 * that are no letters to PostgreSQL in the C locale, and so have no trigrams.
 */
export const searchFound = async (tx: ReadTx, search: string, country: string | null, most: number): Promise<Found[]> =>
  tx.query(
    `with asked as materialized (select unaccent($1) as letters),
     hits as (
       select n.variety_id, max(case
                when n.folded = a.letters then 4
                when starts_with(n.folded, a.letters) then 3 + similarity(n.folded, a.letters) / 2
                when strpos(n.folded, ' ' || a.letters) > 0 then 2 + similarity(n.folded, a.letters) / 2
                else greatest(similarity(n.folded, a.letters), word_similarity(a.letters, n.folded) * 0.9) end) as score
         from languages.names n, asked a
        where n.folded like '%' || a.letters || '%' or n.folded % a.letters or a.letters <% n.folded
        group by n.variety_id),
     nearest as (
       select v.id, v.bookable, v.position, h.score from hits h join languages.varieties v on v.id = h.variety_id
        order by h.score desc, v.bookable, v.position limit $3)
     select v.id as "varietyId", ${countries}
       from nearest v
       left join languages.spoken_in here on here.variety_id = v.id and here.country = $2
      order by v.score = 4 desc, ${thereFirst}, v.score desc, v.bookable, v.position`,
    [plainName(search), country, most],
  );
