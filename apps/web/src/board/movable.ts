import type { BoardJob, BoardOpening, BoardRow } from '@dragoman/contracts';

type Who = Pick<BoardRow, 'interpreterId' | 'displayName'>;

/** A job that can be given to somebody: one that wants somebody, or one that is booked and may go to somebody else instead. */
export type Movable = BoardJob & Pick<BoardOpening, 'asked'> & { next: BoardOpening['next'] | null; outgoing: Who | null };

type Shown = { unassigned: readonly BoardOpening[]; rows: readonly BoardRow[] };

/** Null where it is no longer there, or may no longer be moved. */
export const movableOf = ({ unassigned, rows }: Shown, bookingId: string | null): Movable | null => {
  const opening = unassigned.find(({ id, isOver, isRelay }) => id === bookingId && !isOver && !isRelay);
  if (opening) return { ...opening, outgoing: null };
  for (const { jobs, interpreterId, displayName } of rows) {
    const job = jobs.find(({ id, maySwap }) => id === bookingId && maySwap);
    if (job) return { ...job, asked: [], next: null, outgoing: { interpreterId, displayName } };
  }
  return null;
};
