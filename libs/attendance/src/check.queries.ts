import type { ReadTx, Tx } from '@dragoman/platform';

export type CheckAnswer = 'coming' | 'cannot-come';

export interface About {
  organisationId: string;
  bookingId: string;
  offerId: string;
}

export interface Check extends About {
  interpreterId: string;
  startsAt: Date;
  answerBy: Date;
  answer: CheckAnswer | null;
}

const columns = `c.organisation_id as "organisationId", c.booking_id as "bookingId", c.offer_id as "offerId",
  c.interpreter_id as "interpreterId", c.starts_at as "startsAt", c.answer_by as "answerBy", c.answer`;

/** What was last asked of whoever holds this offer, for the time that is agreed now; null where nobody asked. */
export const checkOf = async (tx: ReadTx, offerId: string): Promise<Check | null> => (await checksOf(tx, [offerId]))[0] ?? null;

/** As `checkOf`, of many; offers about which nobody asked are left out. */
export const checksOf = (tx: ReadTx, offerIds: readonly string[]): Promise<Check[]> =>
  tx.query<Check[]>(
    `select ${columns} from attendance.checks c join bookings.bookings b on b.id = c.booking_id and b.starts_at = c.starts_at
      where c.offer_id = any($1::uuid[])`,
    [offerIds],
  );

export const answerCheck = async (tx: Tx, { offerId, startsAt }: Check, answer: CheckAnswer, now: Date): Promise<void> => {
  await tx.query('update attendance.checks set answer = $3, answered_at = $4 where offer_id = $1 and starts_at = $2', [offerId, startsAt, answer, now]);
};

/**
 * Writes down whom to ask now: booked, within the hours before, and booked long enough ago to be worth asking. Each is returned once,
 * whoever sweeps. Leans on `bookings_by_day`, `an_interpreter_is_asked_once_whether_they_come`.
 */
export const askedToday = (
  tx: Tx,
  { organisationId, checkHoursBefore, checkAnswerMinutes }: { organisationId: string; checkHoursBefore: number; checkAnswerMinutes: number },
  now: Date,
): Promise<About[]> =>
  tx.query<About[]>(
    `insert into attendance.checks (offer_id, starts_at, booking_id, organisation_id, interpreter_id, asked_at, answer_by)
     select o.id, b.starts_at, b.id, b.organisation_id, o.interpreter_id, $2::timestamptz, least($2::timestamptz + make_interval(mins => $4), b.starts_at)
       from bookings.bookings b join bookings.offers o on o.booking_id = b.id and o.state = 'accepted'
      where b.organisation_id = $1 and b.state = 'confirmed' and b.starts_at > $2::timestamptz and b.starts_at <= $2::timestamptz + make_interval(hours => $3)
        and o.answered_at < b.starts_at - make_interval(hours => $3)
     on conflict do nothing
     returning organisation_id as "organisationId", booking_id as "bookingId", offer_id as "offerId"`,
    [organisationId, now, checkHoursBefore, checkAnswerMinutes],
  );

/** Nobody answered in time, and they are still booked; each is returned once. Leans on `checks_without_an_answer`. */
export const silentChecks = async (tx: Tx, now: Date): Promise<(About & { startsAt: Date })[]> => {
  const [rows] = await tx.query<[(About & { startsAt: Date })[], number]>(
    `update attendance.checks c set alerted_at = $1
       from bookings.offers o
      where o.id = c.offer_id and o.state = 'accepted' and c.answer is null and c.alerted_at is null and c.answer_by <= $1
     returning c.organisation_id as "organisationId", c.booking_id as "bookingId", c.offer_id as "offerId", c.starts_at as "startsAt"`,
    [now],
  );
  return rows;
};

/** It has not begun; or it has, and they take over from somebody. */
const isAwaited = `(b.state = 'confirmed' or (b.state = 'in-progress' and sl.from_minute > 0))`;

/** In person, booked, the minutes have passed, and neither side said that they are here; each is returned once. */
export const missedArrivals = (
  tx: Tx,
  { organisationId, absentAfterMinutes }: { organisationId: string; absentAfterMinutes: number },
  now: Date,
): Promise<(About & { startsAt: Date })[]> =>
  tx.query<(About & { startsAt: Date })[]>(
    `insert into attendance.missed_arrivals (offer_id, starts_at, booking_id, organisation_id, noticed_at)
     select o.id, b.starts_at, b.id, b.organisation_id, $2::timestamptz
       from bookings.bookings b join bookings.offers o on o.booking_id = b.id and o.state = 'accepted'
       join bookings.slots sl on sl.id = o.slot_id
      where b.organisation_id = $1 and ${isAwaited} and b.ends_at > $2::timestamptz
        and b.starts_at + make_interval(mins => sl.from_minute) <= $2::timestamptz - make_interval(mins => $3)
        and b.starts_at > $2::timestamptz - interval '12 hours'
        and not exists (select from attendance.marks m
                         where m.booking_id = b.id and m.voided_by is null and m.kind in ('arrived', 'started')
                           and (m.interpreter_id = o.interpreter_id or (m.interpreter_id is null and sl.from_minute = 0)))
     on conflict do nothing
     returning organisation_id as "organisationId", booking_id as "bookingId", offer_id as "offerId", starts_at as "startsAt"`,
    [organisationId, now, absentAfterMinutes],
  );

/** They are still booked by it, and have not said that they come. */
export const isCheckOpen = async (tx: ReadTx, offerId: string): Promise<boolean> => {
  const check = await checkOf(tx, offerId);
  const rows = await tx.query<unknown[]>(`select 1 from bookings.offers where id = $1 and state = 'accepted'`, [offerId]);
  return check !== null && check.answer !== 'coming' && rows.length > 0;
};

/** They are still booked by it, it has not begun, and nobody has seen them. */
export const isArrivalOpen = async (tx: ReadTx, offerId: string): Promise<boolean> => {
  const rows = await tx.query<unknown[]>(
    `select 1 from bookings.offers o join bookings.bookings b on b.id = o.booking_id join bookings.slots sl on sl.id = o.slot_id
      where o.id = $1 and o.state = 'accepted' and ${isAwaited}
        and not exists (select from attendance.marks m
                         where m.booking_id = b.id and m.voided_by is null and m.kind in ('arrived', 'started')
                           and (m.interpreter_id = o.interpreter_id or (m.interpreter_id is null and sl.from_minute = 0)))`,
    [offerId],
  );
  return rows.length > 0;
};
