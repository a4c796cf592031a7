import { hotRows, type ReadTx } from '@dragoman/platform';
import { phrases } from '@dragoman/words';

export interface CalledVariety {
  organisationId: string;
  varietyId: string;
  /** In English. */
  varietyName: string;
}

/** Varieties of which these organisations have every phrase, their own or the installation’s. Leans on `a_phrase_is_recorded_once`. */
export const completeVarieties = (tx: ReadTx, organisationIds: readonly string[]): Promise<CalledVariety[]> =>
  hotRows(tx, {
    name: 'recorded-varieties',
    text: `select o.id as "organisationId", r.variety_id as "varietyId", v.name_en as "varietyName"
             from unnest($3::uuid[]) o (id)
             join recordings.recordings r on r.organisation_id is null or r.organisation_id = o.id
             join languages.varieties v on v.id = r.variety_id
            where r.phrase = any($1::text[])
            group by o.id, r.variety_id, v.name_en having count(distinct r.phrase) = $2 order by 1, 2`,
    values: [phrases, phrases.length, [...new Set(organisationIds)]],
  });

export interface RecordingRow {
  id: string;
  phrase: string;
  isOwn: boolean;
  type: 'audio/mpeg' | 'audio/wav';
  speaker: string | null;
  seconds: number | null;
  loudness: number | null;
  importedAt: Date;
}

/** What this organisation hears for each phrase: its own before the installation’s. */
export const recordingsHeard = (tx: ReadTx, { organisationId, varietyId }: { organisationId: string; varietyId: string }): Promise<RecordingRow[]> =>
  tx.query(
    `select distinct on (phrase) id, phrase, organisation_id is not null as "isOwn", type, speaker, seconds, loudness, imported_at as "importedAt"
       from recordings.recordings
      where variety_id = $2 and (organisation_id is null or organisation_id = $1)
      order by phrase, organisation_id nulls last`,
    [organisationId, varietyId],
  );

export interface VarietyCount {
  varietyId: string;
  /** Of the phrases that a call says. */
  there: number;
  own: number;
}

/** How far each variety has got that has any. */
export const recordedCounts = (tx: ReadTx, organisationId: string): Promise<VarietyCount[]> =>
  tx.query(
    `select variety_id as "varietyId", count(distinct phrase)::int as there, (count(*) filter (where organisation_id is not null))::int as own
       from recordings.recordings
      where phrase = any($2::text[]) and (organisation_id is null or organisation_id = $1)
      group by variety_id order by 1`,
    [organisationId, phrases],
  );
