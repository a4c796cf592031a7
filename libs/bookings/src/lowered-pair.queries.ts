import { hotRows, type ReadTx, type Tx } from '@dragoman/platform';
import type { ReviewGround } from './review-ground.entity';

export interface Lowered {
  /** Interpreters' varieties that do not serve this patient. */
  lowered: string[];
  /** Interpreters of the patient's own variety who do not. */
  notUnderstood: string[];
}

interface Pair {
  organisationId: string;
  patientId: string;
  varietyId: string;
}

/**
 * The pairs that are lowered: under review, or kept low by the last person who closed one. A review that closed itself, because
 * the answer was corrected, says nothing about the pair. Leans on `lowered_pairs_of_a_patient`.
 */
const standing = (where: string): string => `
  select l.interpreter_variety as variety, l.interpreter_id as interpreter,
         (array_agg(l.id order by l.lowered_at desc, l.id desc))[1] as "reviewId"
    from bookings.lowered_pairs l
   where ${where}
   group by 1, 2
  having bool_or(l.outcome is null)
      or (array_agg(l.outcome order by l.reviewed_at desc, l.lowered_at desc, l.id desc) filter (where l.reviewed_by is not null))[1] = 'keep'`;

/** For a patient before there is a booking. */
export const loweredFor = async (tx: ReadTx, { organisationId, patientId, varietyId }: Pair): Promise<Lowered> => {
  const rows = await hotRows<{ variety: string | null; interpreter: string | null }>(tx, {
    name: 'lowered-for',
    text: `${standing('l.organisation_id = $1 and l.patient_id = $2 and l.variety_id = $3')} order by 1, 2`,
    values: [organisationId, patientId, varietyId],
  });
  return {
    lowered: rows.flatMap(({ variety }) => variety ?? []),
    notUnderstood: rows.flatMap(({ interpreter }) => interpreter ?? []),
  };
};

/** Brings the copies on the patient's open bookings to what the reviews say. Leans on `bookings_of_a_patient`. */
export const copyLowered = async (tx: Tx, { organisationId, patientId }: Omit<Pair, 'varietyId'>): Promise<void> => {
  const ofBooking = standing('l.organisation_id = b.organisation_id and l.patient_id = b.patient_id and l.variety_id = b.variety_id');
  await tx.query(
    `update bookings.bookings b
        set lowered = coalesce((select array_agg(p.variety order by p.variety) from (${ofBooking}) p where p.variety is not null), '{}'),
            not_understood = coalesce((select array_agg(p.interpreter order by p.interpreter) from (${ofBooking}) p
              where p.interpreter is not null), '{}')
      where b.organisation_id = $1 and b.patient_id = $2 and b.state in ('requested', 'offering')`,
    [organisationId, patientId],
  );
};

export interface BookedLowered {
  /** The last review of the pair. */
  reviewId: string;
  interpreterName: string;
  /** By which they serve; null where it is the patient's own, and the interpreter is what is lowered. */
  variety: string | null;
}

/** Who is booked, or held for one side of a relay, though the pair is lowered by now. Leans on `lowered_pairs_of_a_patient`. */
export const bookedThoughLowered = (tx: ReadTx, bookingId: string): Promise<BookedLowered[]> =>
  tx.query<BookedLowered[]>(
    `select p."reviewId", i.display_name as "interpreterName", v.name_en as variety
       from bookings.bookings b
       join bookings.assignments a on a.booking_id = b.id and a.released_at is null
       join interpreters.interpreters i on i.id = a.interpreter_id
       join lateral (${standing('l.organisation_id = b.organisation_id and l.patient_id = b.patient_id and l.variety_id = b.variety_id')}) p
         on p.variety = a.variety_id or p.interpreter = a.interpreter_id
       left join languages.varieties v on v.id = p.variety
      where b.id = $1 and b.state in ('offering', 'confirmed')
      order by i.id, p."reviewId"`,
    [bookingId],
  );

/** Sessions of which somebody's answer is looked at in this review. Leans on `grounds_of_a_review`. */
export const sessionsOfReview = async (tx: ReadTx, reviewId: string): Promise<string[]> => {
  const rows = await tx.query<{ id: string }[]>(
    'select distinct booking_id as id from bookings.review_grounds where review_id = $1 order by 1',
    [reviewId],
  );
  return rows.map(({ id }) => id);
};

/** Answers of this session that are looked at in a review though they are a no no longer. */
export const groundsTakenBack = (tx: ReadTx, bookingId: string): Promise<Pick<ReviewGround, 'side' | 'interpreterId' | 'reviewId'>[]> =>
  tx.query(
    `select g.side, g.interpreter_id as "interpreterId", g.review_id as "reviewId" from bookings.review_grounds g
       join bookings.understandings u using (booking_id, side, interpreter_id)
      where g.booking_id = $1 and u.understood order by g.review_id, g.side`,
    [bookingId],
  );
