import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Board, BoardJudgements } from '@dragoman/contracts';
import { setServerNow } from '../time/clock';
import { api, queryString } from './client';

export type BoardFilter = { date?: string | undefined; span: 'day' | 'week'; search?: string | undefined; language?: string | undefined };

export const boardQuery = (filter: BoardFilter) =>
  infiniteQueryOptions({
    queryKey: ['board', filter],
    queryFn: async ({ pageParam, signal }) => {
      const board = await api.get<Board>(`/board${queryString({ ...filter, after: pageParam })}`, signal);
      setServerNow(board.now);
      return board;
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    // Another organisation's job takes an interpreter's time without a hint to this one.
    refetchInterval: 60_000,
  });

/** Of one page of the board; nothing is asked while no job is chosen. */
export const judgementsQuery = (filter: BoardFilter, bookingId: string | null, after: string) =>
  queryOptions({
    queryKey: ['board', 'judgements', filter, bookingId, after],
    queryFn: ({ signal }) => api.get<BoardJudgements>(`/board/judgements${queryString({ ...filter, bookingId, after })}`, signal),
    enabled: bookingId !== null,
  });
