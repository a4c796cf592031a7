import type { ReadTx } from '@dragoman/platform';
import type { SearchState } from './search.state';

export interface SearchStep {
  bookingId: string;
  state: Extract<SearchState, 'running' | 'paused' | 'nobody-left'>;
  /** When more people are asked; null where all who will be asked have been. */
  nextAt: Date | null;
}

/** By booking, where a search is not over, or came to nothing. Leans on the primary key. */
export const searchStepsOf = async (tx: ReadTx, bookingIds: readonly string[]): Promise<ReadonlyMap<string, SearchStep>> => {
  const rows = await tx.query<SearchStep[]>(
    `select booking_id as "bookingId", state, next_at as "nextAt" from searches.searches
      where booking_id = any($1::uuid[]) and state in ('running', 'paused', 'nobody-left')`,
    [bookingIds],
  );
  return new Map(rows.map((row) => [row.bookingId, row]));
};
