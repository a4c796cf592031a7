import { queryOptions } from '@tanstack/react-query';
import type { LadderView } from '@dragoman/contracts';
import { api } from './client';

/** Follows what happens to the booking. */
export const ladderQuery = (bookingId: string) =>
  queryOptions({
    queryKey: ['booking', bookingId, 'ladder'],
    queryFn: ({ signal }) => api.get<LadderView>(`/bookings/${bookingId}/ladder`, signal),
  });

export const stopLadder = (bookingId: string) => api.post<LadderView>(`/bookings/${bookingId}/ladder/stop`);

export const resumeLadder = (bookingId: string) => api.post<LadderView>(`/bookings/${bookingId}/ladder/resume`);
