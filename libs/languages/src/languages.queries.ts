import type { ReadTx, Tx } from '@dragoman/platform';
import type { LanguageFacts } from './registry';
import type { Alias, Encounter, Variety } from './variety';

export interface Snapshot extends LanguageFacts {
  readonly revision: number;
}

export interface Changes {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** All facts in one statement, so that they are of one revision; a few hundred kilobytes. */
export const readSnapshot = async (tx: ReadTx): Promise<Snapshot> => {
  const [row] = await tx.query(`
    select
      coalesce((select max(id) from languages.revisions), 0)::int as revision,
      coalesce((select json_agg(json_build_object(
        'id', id, 'iso639_3', iso639_3, 'glottocode', glottocode, 'nameEn', name_en, 'autonym', autonym,
        'otherNames', other_names, 'namesToAvoid', names_to_avoid, 'kind', kind, 'parentId', parent_id,
        'bookable', bookable, 'scripts', scripts, 'direction', direction, 'renderLocale', render_locale,
        'countries', countries, 'literacyNote', literacy_note, 'source', source,
        'triageQuestion', triage_question, 'triageAlso', triage_also) order by position)
        from languages.varieties), '[]') as varieties,
      coalesce((select json_agg(json_build_object(
        'patientVariety', patient_variety, 'interpreterVariety', interpreter_variety, 'level', level,
        'confidence', confidence, 'reason', reason, 'source', source, 'notFor', not_for, 'reviewState', review_state)
        order by patient_variety, interpreter_variety)
        from languages.encounters), '[]') as encounters,
      coalesce((select json_agg(json_build_object('oldId', old_id, 'varietyId', variety_id))
        from languages.aliases), '[]') as aliases`);
  return row;
};

export const readRevision = async (tx: ReadTx): Promise<number> => {
  const [row] = await tx.query('select coalesce(max(id), 0)::int as revision from languages.revisions');
  return row.revision;
};

/** Two processes that start at once load one after the other. */
export const lockLoading = async (tx: Tx): Promise<void> => {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('dragoman languages', 3))`);
};

export const lastContentHash = async (tx: ReadTx): Promise<string | undefined> => {
  const [row] = await tx.query('select content_hash from languages.revisions order by id desc limit 1');
  return row?.content_hash;
};

export const addRevision = async (tx: Tx, contentHash: string, at: Date, by: string): Promise<number> => {
  const [row] = await tx.query(
    'insert into languages.revisions (content_hash, loaded_at, loaded_by) values ($1, $2, $3) returning id::int',
    [contentHash, at, by],
  );
  return row.id;
};

/** An id, once given, is kept: patients and interpreters refer to it. */
export const varietiesMissingFrom = async (tx: ReadTx, ids: readonly string[]): Promise<string[]> => {
  const rows: { id: string }[] = await tx.query('select id from languages.varieties where not (id = any($1)) order by id', [ids]);
  return rows.map(({ id }) => id);
};

const varietyColumns = `iso639_3, glottocode, name_en, autonym, other_names, names_to_avoid, kind, parent_id, bookable,
  scripts, direction, render_locale, countries, literacy_note, source, triage_question, triage_also, position`;

const rowsOf = (varieties: readonly Variety[]): string =>
  JSON.stringify(
    varieties.map((variety, position) => ({
      id: variety.id,
      iso639_3: variety.iso639_3,
      glottocode: variety.glottocode,
      name_en: variety.nameEn,
      autonym: variety.autonym,
      other_names: variety.otherNames,
      names_to_avoid: variety.namesToAvoid,
      kind: variety.kind,
      parent_id: variety.parentId,
      bookable: variety.bookable,
      scripts: variety.scripts,
      direction: variety.direction,
      render_locale: variety.renderLocale,
      countries: variety.countries,
      literacy_note: variety.literacyNote,
      source: variety.source,
      triage_question: variety.triageQuestion,
      triage_also: variety.triageAlso,
      position,
    })),
  );

const countsOf = async (tx: Tx, upsert: string, parameters: unknown[]): Promise<Omit<Changes, 'removed'>> => {
  const [row] = await tx.query(
    `with written as (${upsert} returning (xmax = 0) as is_new)
     select count(*) filter (where is_new)::int as added, count(*) filter (where not is_new)::int as changed from written`,
    parameters,
  );
  return row;
};

export const writeVarieties = async (tx: Tx, varieties: readonly Variety[]): Promise<Changes> => {
  const excluded = varietyColumns.replace(/\w+/g, 'excluded.$&');
  const present = varietyColumns.replace(/\w+/g, 'v.$&');
  const counts = await countsOf(
    tx,
    `insert into languages.varieties as v (id, ${varietyColumns})
     select id, ${varietyColumns} from jsonb_populate_recordset(null::languages.varieties, $1::jsonb)
     on conflict (id) do update set (${varietyColumns}) = row(${excluded})
     where (${present}) is distinct from (${excluded})`,
    [rowsOf(varieties)],
  );
  return { ...counts, removed: 0 };
};

export const writeAliases = async (tx: Tx, aliases: readonly Alias[]): Promise<void> => {
  const rows = JSON.stringify(aliases.map(({ oldId, varietyId }) => ({ old_id: oldId, variety_id: varietyId })));
  await tx.query('delete from languages.aliases where not (old_id = any($1))', [aliases.map(({ oldId }) => oldId)]);
  await tx.query(
    `insert into languages.aliases select * from jsonb_populate_recordset(null::languages.aliases, $1::jsonb)
     on conflict (old_id) do update set variety_id = excluded.variety_id`,
    [rows],
  );
};

/** A row that somebody reviewed is theirs: it is neither changed nor removed. */
export const writeEncounters = async (tx: Tx, encounters: readonly Encounter[]): Promise<Changes> => {
  const rows = JSON.stringify(
    encounters.map((row) => ({
      patient_variety: row.patientVariety,
      interpreter_variety: row.interpreterVariety,
      level: row.level,
      confidence: row.confidence,
      reason: row.reason,
      source: row.source,
      not_for: row.notFor,
      review_state: row.reviewState,
    })),
  );
  const [gone] = await tx.query(
    `with wanted as (select patient_variety, interpreter_variety
       from jsonb_populate_recordset(null::languages.encounters, $1::jsonb)),
     deleted as (delete from languages.encounters e
       where e.review_state = 'draft' and not exists (select from wanted w
         where w.patient_variety = e.patient_variety and w.interpreter_variety = e.interpreter_variety)
       returning 1)
     select count(*)::int as removed from deleted`,
    [rows],
  );
  const counts = await countsOf(
    tx,
    `insert into languages.encounters as e
       (patient_variety, interpreter_variety, level, confidence, reason, source, not_for, review_state)
     select patient_variety, interpreter_variety, level, confidence, reason, source, not_for, review_state
       from jsonb_populate_recordset(null::languages.encounters, $1::jsonb)
     on conflict (patient_variety, interpreter_variety) do update set
       (level, confidence, reason, source, not_for) =
       row(excluded.level, excluded.confidence, excluded.reason, excluded.source, excluded.not_for)
     where e.review_state = 'draft' and (e.level, e.confidence, e.reason, e.source, e.not_for) is distinct from
       (excluded.level, excluded.confidence, excluded.reason, excluded.source, excluded.not_for)`,
    [rows],
  );
  return { ...counts, removed: gone.removed };
};

export const countReviewed = async (tx: ReadTx): Promise<number> => {
  const [row] = await tx.query(`select count(*)::int as reviewed from languages.encounters where review_state = 'reviewed'`);
  return row.reviewed;
};
