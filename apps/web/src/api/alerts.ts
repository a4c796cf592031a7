import { queryOptions } from '@tanstack/react-query';
import type { AlertList } from '@dragoman/contracts';
import { api } from './client';

/** What nobody has settled; every screen shows it. */
export const alertsQuery = queryOptions({
  queryKey: ['alerts', 'standing'],
  queryFn: ({ signal }) => api.get<AlertList>('/alerts', signal),
  refetchInterval: 60_000,
});

export const alertsOfBookingQuery = (bookingId: string) =>
  queryOptions({
    queryKey: ['alerts', bookingId],
    queryFn: ({ signal }) => api.get<AlertList>(`/bookings/${bookingId}/alerts`, signal),
  });

export const acknowledgeAlert = (alertId: string) => api.post<void>(`/alerts/${alertId}/acknowledge`);
