import { cursorOf, readTimeCursor } from '@dragoman/kernel';
import type { ReadTx } from '@dragoman/platform';

export const POSTED_ON_A_PAGE = 50;
/** More than a desk prints in a day. */
const MOST_IN_HAND = 300;
const FROM_THE_TOP = ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];

export interface PrintQueueRow {
  letterId: string;
  patientName: string;
  startsAt: Date;
  /** Of the place. */
  zone: string;
  /** Of the appointment, in English. */
  language: string;
  postedAt: Date | null;
}

const select = `
  select l.id as "letterId", p.name as "patientName", b.starts_at as "startsAt", b.zone, v.name_en as language, l.posted_at as "postedAt"
    from letters.letters l
    join bookings.bookings b on b.id = l.booking_id
    join patients.patients p on p.id = l.patient_id
    join languages.varieties v on v.id = b.variety_id`;

/**
 * What the desk has in hand: first what must no longer be posted and lies printed, or what somebody asked for and does not go; then what
 * waits, soonest first. Leans on `letters_not_to_post` and `letters_in_hand`, whose first column row-level security supplies.
 */
export const lettersInHand = (tx: ReadTx, now: Date): Promise<PrintQueueRow[]> =>
  tx.query<PrintQueueRow[]>(
    `${select}
      where l.state in ('to-print', 'printed')
         or (l.state = 'withdrawn' and l.put_aside_at is null
             and (l.printed_at is not null or (l.intent_id is null and b.state = 'confirmed' and b.starts_at > $1)))
      order by l.state = 'withdrawn' desc, l.print_by, l.id limit $2`,
    [now, MOST_IN_HAND],
  );

/** What was posted, newest first. Leans on `letters_posted`, whose first column row-level security supplies. */
export const lettersPosted = async (tx: ReadTx, after?: string): Promise<{ items: PrintQueueRow[]; next: string | null }> => {
  const [at, id] = after ? readTimeCursor(after) : FROM_THE_TOP;
  const rows = await tx.query<PrintQueueRow[]>(
    `${select}
      where l.state = 'posted' and (l.posted_at, l.id) < ($1::timestamptz, $2::uuid)
      order by l.posted_at desc, l.id desc limit $3`,
    [at, id, POSTED_ON_A_PAGE + 1],
  );
  const items = rows.slice(0, POSTED_ON_A_PAGE);
  const last = items.at(-1);
  return { items, next: rows.length > items.length && last?.postedAt ? cursorOf(last.postedAt.toISOString(), last.letterId) : null };
};
