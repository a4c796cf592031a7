import { hotRows, type ReadTx, type Tx } from '@dragoman/platform';
import { In } from 'typeorm';
import type { PatientLanguage } from './catalogs/catalog';
import { Review } from './review.entity';
import type { ReviewedText } from './wordbook';

/** Held to the end of the transaction, so that reviews are counted in the order in which others see them. */
export const lockReviews = async (tx: Tx, organisationId: string): Promise<void> => {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('reviews of ' || $1, 204))`, [organisationId]);
};

/** Under the lock. */
export const nextNumber = async (tx: Tx, organisationId: string): Promise<number> =>
  ((await tx.maximum(Review, 'number', { organisationId })) ?? 0) + 1;

/** By organisation, the id of its newest review; one without reviews is left out. One look into an index for each. */
export const newestReviews = async (tx: ReadTx, organisationIds: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const rows = await hotRows<{ organisationId: string; id: string }>(tx, {
    name: 'newest-reviews',
    text: `select o.id as "organisationId", r.id
             from unnest($1::uuid[]) o (id)
             cross join lateral (select id from words.reviews where organisation_id = o.id order by number desc limit 1) r`,
    values: [organisationIds],
  });
  return new Map(rows.map(({ organisationId, id }) => [organisationId, id]));
};

/** What these organisations have approved and not withdrawn, and the newest review that this was read with. */
export const approvedTexts = (tx: ReadTx, organisationIds: readonly string[]): Promise<(ReviewedText & { organisationId: string; newest: string })[]> =>
  hotRows(tx, {
    name: 'approved-texts',
    text: `select r.organisation_id as "organisationId", r.language, r.form, r.key, r.pattern, r.version,
                  r.reviewer_name as "reviewerName", r.reviewer_role as "reviewerRole", r.reviewed_on::text as "reviewedOn", r.newest
             from (select distinct on (organisation_id, language, form, key) *,
                          first_value(id) over (partition by organisation_id order by number desc) as newest
                     from words.reviews where organisation_id = any($1::uuid[])
                    order by organisation_id, language, form, key, number desc) r
            where r.state = 'approved'`,
    values: [organisationIds],
  });

/** The newest review of each text, of one language or of all. */
export const newestOfTexts = async (tx: ReadTx, organisationId: string, language: PatientLanguage | null): Promise<Review[]> => {
  const ids = await tx.query<{ id: string }[]>(
    `select distinct on (language, form, key) id from words.reviews
      where organisation_id = $1 and ($2::text is null or language = $2) order by language, form, key, number desc`,
    [organisationId, language],
  );
  return tx.find(Review, { where: { organisationId, id: In(ids.map(({ id }) => id)) } });
};
