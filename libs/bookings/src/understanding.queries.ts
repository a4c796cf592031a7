import type { ReadTx } from '@dragoman/platform';
import type { LoweredPair } from './lowered-pair.entity';
import type { Understanding } from './understanding.entity';

export interface UnderstandingRow extends Pick<Understanding, 'side' | 'understood' | 'askedHow' | 'askedBy' | 'firstSaidAt' | 'saidAt'> {
  interpreterName: string;
}

export interface ReviewRow extends Pick<LoweredPair, 'id' | 'outcome' | 'reason' | 'interpreterId'> {
  /** Of the variety or the interpreter. */
  about: string;
}

export interface AfterSession {
  answers: UnderstandingRow[];
  reviews: ReviewRow[];
}

/** What both sides said, and what it brought about. Leans on `each_side_says_it_once` and `lowered_pairs_of_a_booking`. */
export const afterSession = async (tx: ReadTx, booking: { organisationId: string; id: string }): Promise<AfterSession> => ({
  answers: await tx.query<UnderstandingRow[]>(
    `select u.side, u.understood, u.asked_how as "askedHow", u.asked_by as "askedBy", u.first_said_at as "firstSaidAt",
            u.said_at as "saidAt", i.display_name as "interpreterName"
       from bookings.understandings u join interpreters.interpreters i on i.id = u.interpreter_id
      where u.booking_id = $1 order by u.first_said_at, u.side`,
    [booking.id],
  ),
  reviews: await tx.query<ReviewRow[]>(
    `select l.id, l.outcome, l.reason, l.interpreter_id as "interpreterId", coalesce(v.name_en, i.display_name) as about
       from bookings.lowered_pairs l
       left join languages.varieties v on v.id = l.interpreter_variety
       left join interpreters.interpreters i on i.id = l.interpreter_id
      where l.organisation_id = $1 and l.booking_id = $2 order by l.lowered_at, l.id`,
    [booking.organisationId, booking.id],
  ),
});

/** By which variety somebody is booked who is not of the exact one; null where nobody is, or they are. */
export const bookedByOtherVariety = async (tx: ReadTx, bookingId: string): Promise<string | null> => {
  const rows = await tx.query<{ name: string }[]>(
    `select v.name_en as name from bookings.assignments a join languages.varieties v on v.id = a.variety_id
      where a.booking_id = $1 and a.released_at is null and a.level <> 'exact' order by a.assigned_at limit 1`,
    [bookingId],
  );
  return rows[0]?.name ?? null;
};
