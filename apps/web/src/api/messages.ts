import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { BookingDetail, FailurePage, MonthsSpending, OutboxPage, OutboxQuery, ReplyPage } from '@dragoman/contracts';
import { api, queryString } from './client';

export type OutboxFilter = Pick<OutboxQuery, 'show' | 'channel'>;

export const repliesQuery = infiniteQueryOptions({
  queryKey: ['messages', 'inbox'],
  queryFn: ({ pageParam, signal }) => api.get<ReplyPage>(`/messages/inbox${queryString({ after: pageParam })}`, signal),
  initialPageParam: '',
  getNextPageParam: (page) => page.next,
});

export const failuresQuery = infiniteQueryOptions({
  queryKey: ['messages', 'failures'],
  queryFn: ({ pageParam, signal }) => api.get<FailurePage>(`/messages/failures${queryString({ after: pageParam })}`, signal),
  initialPageParam: '',
  getNextPageParam: (page) => page.next,
});

export const outboxQuery = (filter: OutboxFilter) =>
  infiniteQueryOptions({
    queryKey: ['messages', 'outbox', filter],
    queryFn: ({ pageParam, signal }) => api.get<OutboxPage>(`/messages/outbox${queryString({ ...filter, after: pageParam })}`, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });

export const spendingQuery = queryOptions({
  queryKey: ['messages', 'spending'],
  queryFn: ({ signal }) => api.get<MonthsSpending>('/messages/spending', signal),
});

type Planned = { bookingId: string; intentId: string };
export type PlannedAct = 'send-now' | 'pause' | 'resume';

export const actOnPlanned = ({ bookingId, intentId }: Planned, act: PlannedAct) =>
  api.post<BookingDetail>(`/bookings/${bookingId}/messages/${intentId}/${act}`);
