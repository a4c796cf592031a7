import type { ReadTx } from '@dragoman/platform';
import type { LetterState } from './letter.state';

/** How far the newest letter about each of these got that was not withdrawn; by booking. Leans on `letters_of_a_booking`. */
export const newestLetters = async (
  tx: ReadTx,
  organisationId: string,
  bookingIds: readonly string[],
): Promise<ReadonlyMap<string, Exclude<LetterState, 'withdrawn'>>> => {
  const rows = await tx.query<{ bookingId: string; state: Exclude<LetterState, 'withdrawn'> }[]>(
    `select distinct on (booking_id) booking_id as "bookingId", state from letters.letters
      where organisation_id = $1 and booking_id = any($2::uuid[]) and state <> 'withdrawn'
      order by booking_id, queued_at desc, id desc`,
    [organisationId, [...bookingIds]],
  );
  return new Map(rows.map(({ bookingId, state }) => [bookingId, state]));
};
