import type { ReadTx } from '@dragoman/platform';
import type { LoweredPair } from './lowered-pair.entity';
import type { Understanding } from './understanding.entity';

export interface UnderstandingRow extends Pick<Understanding, 'side' | 'understood' | 'askedHow' | 'askedBy' | 'firstSaidAt' | 'saidAt'> {
  interpreterName: string;
}

/** A session after which one side said no. */
export interface GroundRow extends Pick<Understanding, 'side'> {
  bookingId: string;
  reference: string;
  localStart: string;
  interpreterName: string;
}

export interface ReviewRow extends Pick<LoweredPair, 'id' | 'outcome' | 'reason' | 'interpreterId'> {
  /** Of the variety or the interpreter. */
  about: string;
  /** All sessions that it looks at, earliest first. */
  grounds: GroundRow[];
}

export interface AfterSession {
  answers: UnderstandingRow[];
  reviews: ReviewRow[];
}

/**
 * What both sides said, and the reviews that look at it, with every other session that they look at.
 * Leans on `each_side_says_it_once`, `lowered_pairs_of_a_booking`, `an_answer_is_reviewed_once` and `grounds_of_a_review`.
 */
export const afterSession = async (tx: ReadTx, booking: { organisationId: string; id: string }): Promise<AfterSession> => ({
  answers: await tx.query<UnderstandingRow[]>(
    `select u.side, u.understood, u.asked_how as "askedHow", u.asked_by as "askedBy", u.first_said_at as "firstSaidAt",
            u.said_at as "saidAt", i.display_name as "interpreterName"
       from bookings.understandings u join interpreters.interpreters i on i.id = u.interpreter_id
      where u.booking_id = $1 order by u.first_said_at, u.side`,
    [booking.id],
  ),
  reviews: await tx.query<ReviewRow[]>(
    `select l.id, l.outcome, l.reason, l.interpreter_id as "interpreterId", coalesce(v.name_en, i.display_name) as about,
            coalesce((select json_agg(json_build_object('side', g.side, 'bookingId', s.id, 'reference', s.reference,
                               'localStart', s.local_start, 'interpreterName', gi.display_name) order by s.starts_at, s.id, g.side)
                        from bookings.review_grounds g
                        join bookings.bookings s on s.id = g.booking_id
                        join interpreters.interpreters gi on gi.id = g.interpreter_id
                       where g.review_id = l.id), '[]') as grounds
       from bookings.lowered_pairs l
       left join languages.varieties v on v.id = l.interpreter_variety
       left join interpreters.interpreters i on i.id = l.interpreter_id
      where l.organisation_id = $1
        and (l.booking_id = $2 or l.id in (select g.review_id from bookings.review_grounds g where g.booking_id = $2)) order by l.lowered_at, l.id`,
    [booking.organisationId, booking.id],
  ),
});

/** Null until they say. */
export const understandingOfClinician = async (tx: ReadTx, bookingId: string): Promise<boolean | null> => {
  const rows = await tx.query<{ understood: boolean }[]>(
    `select understood from bookings.understandings where booking_id = $1 and side = 'clinician'`,
    [bookingId],
  );
  return rows[0]?.understood ?? null;
};

/** By which variety somebody is booked who is not of the exact one; null where nobody is, or they are. */
export const bookedByOtherVariety = async (tx: ReadTx, bookingId: string): Promise<string | null> => {
  const rows = await tx.query<{ name: string }[]>(
    `select v.name_en as name from bookings.assignments a join languages.varieties v on v.id = a.variety_id
      where a.booking_id = $1 and a.released_at is null and a.level <> 'exact' order by a.assigned_at limit 1`,
    [bookingId],
  );
  return rows[0]?.name ?? null;
};
