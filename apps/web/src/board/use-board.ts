import { useInfiniteQuery, useQueries, type UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { BoardJudgement, BoardJudgements } from '@dragoman/contracts';
import { type BoardFilter, boardQuery, judgementsQuery } from '../api/board';

export type Judged = {
  best: BoardJudgements['best'];
  /** By interpreter; those whose page is still on its way are not in it. */
  rows: ReadonlyMap<string, BoardJudgement>;
  isPending: boolean;
  error: Error | null;
};

const gathered = (answers: UseQueryResult<BoardJudgements>[]): Judged => ({
  best: answers.find(({ data }) => data)?.data?.best ?? null,
  rows: new Map(answers.flatMap(({ data }) => data?.rows.map((row) => [row.interpreterId, row] as const) ?? [])),
  isPending: answers.some(({ isPending }) => isPending),
  error: answers.find(({ error, data }) => error && !data)?.error ?? null,
});

/** The board as far as it was paged, and what the rules say about each of its rows for the job that is chosen. */
export const useBoard = (filter: BoardFilter, bookingId: string | null) => {
  const { data, ...pages } = useInfiniteQuery(boardQuery(filter));
  const [first] = data?.pages ?? [];
  const cursors = (data?.pageParams ?? []).map(String);
  const judged = useQueries({ queries: cursors.map((after) => judgementsQuery(filter, bookingId, after)), combine: gathered });
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? [], [data]);
  return { ...pages, board: first, rows, judged };
};
